/* SPDX-License-Identifier: MIT */
/* Plain text: which layout element becomes which shape on the page. */
#include <stdlib.h>

#include "util/alloc.h"
#include "write/formats.h"
#include "acts.h"

void
text_open_fill(struct text *t, struct buf *to, int width)
{
	t->outer = gloss_room(t->outer, t->outer_count, &t->outer_cap,
	    sizeof(struct fill *));
	t->outer[t->outer_count++] = t->fill;
	t->fill = fill_sub(t->fill, to, width);
}

void
text_close_fill(struct text *t)
{
	fill_free(t->fill);
	t->fill = t->outer[--t->outer_count];
}

static void
close_document(void *w, const xmlNode *node)
{
	struct text *t = w;

	(void)node;
	text_write_links(t);
}

static void
write_words(void *w, const char *utf8, size_t len)
{
	struct text *t = w;

	if (!t->mute)
		fill_text(t->fill, utf8, len);
}

const struct act text_acts[L_COUNT] = {
	[L_DOCUMENT] = {NULL, close_document},
	[L_ALIAS] = MUTE,
	[L_SECTION] = {text_open_section, text_close_section},
	[L_COPYING] = TRANSPARENT,
	[L_NAMING] = {text_open_naming, text_close_text},
	[L_PARA] = {text_open_block, text_close_text},
	[L_LIST] = {text_open_list, text_close_list},
	[L_VERBATIM] = {text_open_verbatim, text_close_text},
	[L_SYNOPSIS] = {text_open_synopsis, text_close_synopsis},
	[L_BLOCKQUOTE] = {text_open_blockquote, text_close_indented},
	[L_NOTE] = {text_open_note, text_close_indented},
	[L_FIGURE] = {text_open_block, NULL},
	[L_TABLE] = {text_open_table, text_close_table},
	[L_RULE] = {text_write_rule, NULL},
	[L_INDEX] = MUTE, /* a text has no index */

	[L_TITLE] = {NULL, text_close_title},
	[L_NAME] = {text_open_name, NULL},
	[L_PURPOSE] = {text_open_purpose, NULL},
	[L_ITEM] = {text_open_item, text_close_item},
	[L_TERM] = {text_open_term, text_close_term},
	[L_BODY] = {text_open_body, text_close_indented},
	[L_ROW] = {text_open_row, NULL},
	[L_CELL] = {text_open_cell, text_close_cell},

	[L_STRONG] = {text_open_look, text_close_look},
	[L_EM] = {text_open_look, text_close_look},
	[L_CODE] = {text_open_code, text_close_code},
	[L_VAR] = {text_open_look, text_close_look},
	[L_SUB] = {text_open_script, text_close_script},
	[L_SUP] = {text_open_script, text_close_script},
	[L_DEL] = {text_put_del, text_put_del},
	[L_NOBREAK] = {text_open_nobreak, text_close_nobreak},
	[L_REF] = {text_open_look, text_close_look},
	[L_HEADING] = TRANSPARENT,
	[L_WHERE] = TRANSPARENT,
	[L_URL] = {text_open_url, text_close_url},
	[L_PAGE] = {text_write_page, NULL},
	[L_ANCHOR] = MUTE,
	[L_INDEXTERM] = MUTE,
	[L_SEE] = MUTE,
	[L_BR] = {text_write_br, NULL},
	[L_IMAGE] = {text_open_image, NULL},
	[L_MARK] = TRANSPARENT,
	[L_PASSAGE] = TRANSPARENT,
	[L_FORMULA] = TRANSPARENT,
	[L_MATHML] = TRANSPARENT, /* it has no words */
};

void
text_walk(struct text *t, const xmlNode *node)
{
	write_walk(node, text_acts, write_words, t);
}

static int
page_width(const struct write_options *options)
{
	if (options->width == 0)
		return TEXT_WIDTH;
	return options->width < NARROWEST ? NARROWEST : options->width;
}

void
text_write(const xmlNode *document, const struct write_options *options,
    const struct text_apart *apart, struct buf *out)
{
	struct text t = {
		.document = document,
		.apart = apart,
		.width = page_width(options),
	};

	t.fill = fill_new(out, t.width, options->ascii,
	    layout_attr(document, "lang"));
	if (options->looks)
		fill_looking(t.fill);
	if (options->links)
		fill_linking(t.fill);
	if (apart)
		t.notes = notes_new(document, apart);
	text_walk(&t, document);
	notes_free(t.notes);
	fill_free(t.fill);
	text_free_links(&t.links);
	buf_free(&t.item_text);
	free(t.hangs);
	free(t.grids);
	free(t.tables);
	free(t.outer);
}

static void
write_text(const xmlNode *document, const struct write_options *options,
    struct buf *out)
{
	text_write(document, options, NULL, out);
}

const struct format format_text = {
	.name = "text",
	.extension = "txt",
	.acts = text_acts,
	.judges = "cat",
	.write = write_text,
};
