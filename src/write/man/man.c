/* SPDX-License-Identifier: MIT */
/* Man pages: which layout element becomes which man(7) request. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "util/alloc.h"
#include "write/formats.h"
#include "man.h"

static const struct act acts[L_COUNT] = {
	[L_DOCUMENT] = TRANSPARENT, /* its attributes are in the first line */
	[L_ALIAS] = MUTE,           /* a file of its own */
	[L_SECTION] = {man_open_section, man_close_section},
	[L_COPYING] = TRANSPARENT,
	[L_NAMING] = {man_open_naming, man_close_naming},
	[L_PARA] = {man_open_para, man_close_para},
	[L_LIST] = {man_open_list, man_close_blockquote},
	[L_VERBATIM] = {man_open_verbatim, man_close_verbatim},
	[L_SYNOPSIS] = {man_open_synopsis, man_close_blockquote},
	[L_BLOCKQUOTE] = {man_open_blockquote, man_close_blockquote},
	[L_NOTE] = {man_open_note, man_close_blockquote},
	[L_FIGURE] = TRANSPARENT,
	[L_TABLE] = {man_open_table, man_close_table},
	[L_RULE] = {man_write_rule, NULL},
	[L_INDEX] = MUTE, /* a page has none */
	[L_TITLE] = {man_open_title, man_close_title},
	[L_NAME] = {man_open_name, man_close_name},
	[L_PURPOSE] = {man_open_purpose, NULL},
	[L_ITEM] = {man_open_item, man_close_para},
	[L_TERM] = {man_open_term, man_close_term},
	[L_BODY] = {man_open_body, NULL},
	[L_ROW] = {man_open_row, NULL},
	[L_CELL] = {man_open_cell, man_close_cell},
	[L_STRONG] = {man_open_strong, man_close_strong},
	[L_EM] = {man_open_em, man_close_em},
	[L_CODE] = {man_open_code, man_close_code},
	[L_VAR] = {man_open_var, man_close_var},
	[L_SUB] = {man_open_script, man_close_script},
	[L_SUP] = {man_open_script, man_close_script},
	[L_DEL] = {man_put_del, man_put_del},
	[L_NOBREAK] = {man_open_nobreak, man_close_nobreak},
	[L_REF] = {man_open_ref, man_close_ref},
	[L_HEADING] = {man_open_heading, man_close_heading},
	[L_WHERE] = TRANSPARENT,
	[L_URL] = {man_open_url, man_close_url},
	[L_PAGE] = {man_write_page, NULL},
	[L_ANCHOR] = MUTE, /* a page has no anchors */
	[L_INDEXTERM] = MUTE,
	[L_SEE] = MUTE,
	[L_BR] = {man_write_br, NULL},
	[L_IMAGE] = {man_open_image, NULL},
	[L_MARK] = TRANSPARENT,
	[L_PASSAGE] = TRANSPARENT,
	[L_FORMULA] = TRANSPARENT,
	[L_MATHML] = TRANSPARENT, /* it has no words */
};

/*
 * Writes .TH with the page's name in capitals, by rules that no language
 * changes.
 */
static void
put_page(struct man *m, const xmlNode *document)
{
	UErrorCode error = U_ZERO_ERROR;
	UCaseMap *root = ucasemap_open("", 0, &error);
	const char *heading = layout_attr(document, "heading");
	const char *name = heading ? heading : layout_attr(document, "name");
	size_t cap = strlen(name) * 3 + 1;
	char *upper = gloss_malloc(cap);

	ucasemap_utf8ToUpper(root, upper, (int32_t)cap, name, -1, &error);
	roff_page(&m->roff, U_SUCCESS(error) ? upper : name,
	    layout_attr(document, "section"), layout_attr(document, "date"),
	    layout_attr(document, "source"), layout_attr(document, "manual"));
	ucasemap_close(root);
	free(upper);
}

static bool
is_english(const char *lang)
{
	return strncasecmp(lang, "en", 2) == 0 && strchr("-_.", lang[2]);
}

static void
write_man(const xmlNode *document, const struct write_options *options,
    struct buf *out)
{
	struct man m = { 0 };
	const char *lang = layout_attr(document, "lang");
	UErrorCode error = U_ZERO_ERROR;
	size_t head;

	(void)options;
	roff_init(&m.roff, &m.page);
	m.roff.french = lang && !is_english(lang);
	m.casemap = ucasemap_open(lang ? lang : "", 0, &error);
	/* xml:lang may be anything */
	if (U_FAILURE(error)) {
		error = U_ZERO_ERROR;
		m.casemap = ucasemap_open("", 0, &error);
	}
	man_find_headings(&m, document);
	put_page(&m, document);
	head = m.page.len;
	man_set_off(&m, 0);
	write_walk(document, acts, man_text, &m);
	roff_end_line(&m.roff);
	assert(m.depth == 1);
	if (m.has_table)
		buf_puts(out, "'\\\" t\n");
	buf_add(out, buf_str(&m.page), head);
	if (m.roff.linked)
		roff_page_links(out);
	buf_add(out, buf_str(&m.page) + head, m.page.len - head);
	ucasemap_close(m.casemap);
	xmlHashFree(m.headings, NULL);
	free(m.frames);
	buf_free(&m.cell);
	buf_free(&m.page);
}

/*
 * Writes ".so man1/page.1", as DocBook XSL does; man-db and mandoc resolve it
 * from the folder that holds man1, man3..., which are named by the first digit
 * of a section.
 */
static void
write_stub(const char *file, struct buf *out)
{
	const char *section = strrchr(file, '.') + 1;

	buf_printf(out, ".so man%.1s/%s\n", section, file);
}

const struct format format_man = {
	.name = "man",
	.acts = acts,
	.judges = "groff mandoc lexgrog man",
	.write = write_man,
	.stub = write_stub,
};
