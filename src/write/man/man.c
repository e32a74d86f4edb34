/* SPDX-License-Identifier: MIT */
/* Man pages: which layout element becomes which man(7) request. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "write/formats.h"
#include "man.h"

static void
capitals(struct man *m, const char *s, size_t len)
{
	UErrorCode error = U_ZERO_ERROR;
	size_t cap = len * 3 + 1;
	char *upper = gloss_malloc(cap);
	int32_t n;

	n = ucasemap_utf8ToUpper(m->casemap, upper, (int32_t)cap, s,
	    (int32_t)len, &error);
	if (U_SUCCESS(error))
		roff_text(&m->roff, man_how(m), upper, (size_t)n);
	else
		roff_text(&m->roff, man_how(m), s, len);
	free(upper);
}

void
man_text(void *w, const char *utf8, size_t len)
{
	struct man *m = w;

	if (m->mute)
		return;
	if (m->upper && !m->code)
		capitals(m, utf8, len);
	else
		roff_text(&m->roff, man_how(m), utf8, len);
}

static const struct act acts[L_COUNT] = {
	[L_DOCUMENT] = TRANSPARENT, /* its attributes are in the first line */
	[L_ALIAS] = MUTE,           /* a file of its own */
	[L_SECTION] = {man_section_open, man_section_close},
	[L_COPYING] = TRANSPARENT,
	[L_NAMING] = {man_naming_open, man_naming_close},
	[L_PARA] = {man_para_open, man_para_close},
	[L_LIST] = {man_list_open, man_quote_close},
	[L_VERBATIM] = {man_verbatim_open, man_verbatim_close},
	[L_SYNOPSIS] = {man_synopsis_open, man_quote_close},
	[L_BLOCKQUOTE] = {man_quote_open, man_quote_close},
	[L_NOTE] = {man_note_open, man_quote_close},
	[L_FIGURE] = TRANSPARENT,
	[L_TABLE] = {man_table_open, man_table_close},
	[L_RULE] = {man_rule_open, NULL},
	[L_INDEX] = MUTE, /* a page has none */
	[L_TITLE] = {man_title_open, man_title_close},
	[L_NAME] = {man_name_open, man_name_close},
	[L_PURPOSE] = {man_purpose_open, NULL},
	[L_ITEM] = {man_item_open, man_para_close},
	[L_TERM] = {man_term_open, man_term_close},
	[L_BODY] = {man_body_open, NULL},
	[L_ROW] = {man_row_open, NULL},
	[L_CELL] = {man_cell_open, man_cell_close},
	[L_STRONG] = {man_strong_open, man_strong_close},
	[L_EM] = {man_em_open, man_em_close},
	[L_CODE] = {man_code_open, man_code_close},
	[L_VAR] = {man_var_open, man_var_close},
	[L_SUB] = {man_script_open, man_script_close},
	[L_SUP] = {man_script_open, man_script_close},
	[L_DEL] = {man_del_put, man_del_put},
	[L_NOBREAK] = {man_nobreak_open, man_nobreak_close},
	[L_REF] = {man_ref_open, man_ref_close},
	[L_HEADING] = {man_heading_open, man_heading_close},
	[L_WHERE] = TRANSPARENT,
	[L_URL] = {man_url_open, man_url_close},
	[L_PAGE] = {man_page_open, NULL},
	[L_ANCHOR] = MUTE, /* a page has no anchors */
	[L_INDEXTERM] = MUTE,
	[L_SEE] = MUTE,
	[L_BR] = {man_br_open, NULL},
	[L_IMAGE] = {man_image_open, NULL},
	[L_MARK] = TRANSPARENT,
	[L_PASSAGE] = TRANSPARENT,
	[L_FORMULA] = TRANSPARENT,
	[L_MATHML] = TRANSPARENT, /* it has no words */
};

/* The page's name as the first line has it, whatever the language. */
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
	m.roff.ordinals = lang && strncmp(lang, "de", 2) == 0 &&
	    strchr("-", lang[2]);
	m.casemap = ucasemap_open(lang ? lang : "", 0, &error);
	/* what calls itself a language may be anything */
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
 * As the DocBook XSL stylesheets have it; man-db and mandoc look for it from
 * the folder that holds man1, man3..., named by the first digit of a section.
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
