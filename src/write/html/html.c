/* SPDX-License-Identifier: MIT */
/* HTML: which layout element becomes which element of a web page. */
#include "html.h"
#include "util/hash.h"
#include "write/formats.h"

void
html_text(void *w, const char *utf8, size_t len)
{
	struct html *h = w;

	markup_text(&h->markup, utf8, len);
}

void
html_put_id(struct html *h, const xmlNode *node)
{
	const char *id = anchors_id(h->anchors, node);

	if (id)
		markup_attr(&h->markup, "id", id);
}

void
html_open(struct html *h, const char *element, const char *class)
{
	markup_block(&h->markup, element);
	if (class)
		markup_attr(&h->markup, "class", class);
	markup_end(&h->markup);
}

static const struct act acts[L_COUNT] = {
	[L_DOCUMENT] = {html_open_document, html_close_document},
	[L_ALIAS] = MUTE,
	[L_SECTION] = {html_open_section, html_close_section},
	[L_COPYING] = {html_open_copying, html_close_copying},
	[L_NAMING] = {html_open_naming, html_close_para},
	[L_PARA] = {html_open_para, html_close_para},
	[L_LIST] = {html_open_list, html_close_list},
	[L_VERBATIM] = {html_open_verbatim, html_close_verbatim},
	[L_SYNOPSIS] = {html_open_synopsis, html_close_synopsis},
	[L_BLOCKQUOTE] = {html_open_blockquote, html_close_blockquote},
	[L_NOTE] = {html_open_note, html_close_note},
	[L_FIGURE] = {html_open_figure, html_close_figure},
	[L_TABLE] = {html_open_table, html_close_table},
	[L_RULE] = {html_write_rule, NULL},
	[L_INDEX] = MUTE, /* the page is searched instead */

	[L_TITLE] = {html_open_title, html_close_title},
	[L_NAME] = {html_open_name, html_close_name},
	[L_PURPOSE] = {html_open_purpose, NULL},
	[L_ITEM] = {html_open_item, html_close_item},
	[L_TERM] = {html_open_term, html_close_term},
	[L_BODY] = {html_open_body, html_close_body},
	[L_ROW] = {html_open_row, html_close_row},
	[L_CELL] = {html_open_cell, html_close_cell},

	[L_STRONG] = {html_open_strong, html_close_strong},
	[L_EM] = {html_open_font, html_close_font},
	[L_CODE] = {html_open_font, html_close_font},
	[L_VAR] = {html_open_font, html_close_font},
	[L_DEL] = {html_open_font, html_close_font},
	[L_SUB] = {html_open_font, html_close_font},
	[L_SUP] = {html_open_font, html_close_font},
	[L_NOBREAK] = {html_open_nobreak, html_close_span},
	[L_REF] = {html_open_ref, html_close_ref},
	[L_HEADING] = TRANSPARENT,
	[L_URL] = {html_open_url, html_close_url},
	[L_PAGE] = {html_write_page, NULL},
	[L_WHERE] = TRANSPARENT,
	[L_ANCHOR] = {html_write_anchor, NULL},
	[L_INDEXTERM] = {html_open_indexterm, html_close_indexterm},
	[L_SEE] = MUTE, /* cut with the index entry */
	[L_BR] = {html_write_br, NULL},
	[L_IMAGE] = {html_open_image, html_close_image},
	[L_MARK] = {html_open_mark, html_close_mark},
	[L_PASSAGE] = {html_open_passage, html_close_passage},
	[L_FORMULA] = {html_open_formula, html_close_formula},
	[L_MATHML] = {html_open_mathml, html_close_mathml},
};

/* In a heading's copy: no link, no id; what is beside the words is left out. */
void
html_write_plain(struct html *h, const xmlNode *node)
{
	static const struct act plain[L_COUNT] = {
		[L_EM] = {html_open_font, html_close_font},
		[L_CODE] = {html_open_font, html_close_font},
		[L_VAR] = {html_open_font, html_close_font},
		[L_DEL] = {html_open_font, html_close_font},
		[L_SUB] = {html_open_font, html_close_font},
		[L_SUP] = {html_open_font, html_close_font},
		[L_URL] = {html_open_url, html_close_url},
		[L_PAGE] = {html_write_page, NULL},
		[L_INDEXTERM] = {html_open_indexterm, html_close_indexterm},
		[L_BR] = {html_write_br, NULL},
		[L_IMAGE] = {html_open_image, html_close_image},
		[L_PASSAGE] = {html_open_passage, html_close_passage},
		[L_FORMULA] = {html_open_formula, html_close_formula},
		[L_MATHML] = {html_open_mathml, html_close_mathml},
	};

	h->linked++;
	write_walk(node, plain, html_text, h);
	h->linked--;
}

static void
find_code(void *w, const xmlNode *node)
{
	bool *found = w;

	(void)node;
	*found = true;
}

static bool
has_code(const xmlNode *document)
{
	static const struct act code[L_COUNT] = {
		[L_VERBATIM] = {find_code, NULL},
	};
	bool found = false;

	write_walk(document, code, NULL, &found);
	return found;
}

/* Writes a page: of a document, or of a part of it that is a page. */
static void
write_page(const struct html *document, const struct page *page,
    struct buf *out)
{
	struct html h = *document;

	h.markup.out = out;
	h.page = page;
	h.noted = hash_new(16);
	if (page == NULL || page->node == h.document) {
		write_walk(h.document, acts, html_text, &h);
	} else {
		html_open_document(&h, page->node);
		write_walk(page->node, acts, html_text, &h);
		html_close_document(&h, page->node);
	}
	xmlHashFree(h.noted, NULL);
}

/* A file of the writer's own lines. */
static void
put_lines(const struct write_options *options, const char *file,
    const char *lines)
{
	struct buf bytes = {0};

	buf_puts(&bytes, lines);
	options->page(options->to, file, bytes);
}

static void
write_html(const xmlNode *document, const struct write_options *options,
    struct buf *out)
{
	struct html_pages *pages = options->page ?
	    html_pages_new(document) : NULL;
	struct anchors *anchors = anchors_new(document, pages);
	struct html h = {
		.anchors = anchors, .document = document, .pages = pages,
		.has_code = has_code(document) };
	struct buf style = {0}, script = {0};

	if (options->clash)
		anchors_tell(anchors, options->clash, options->to);
	if (pages)
		html_pages_name(pages, anchors);
	if (options->page && html_has_own_files(&h)) {
		buf_printf(&style, "%s.css", layout_attr(document, "name"));
		buf_printf(&script, "%s.js", layout_attr(document, "name"));
		h.style_file = buf_str(&style);
		h.script_file = buf_str(&script);
		put_lines(options, h.style_file, html_style);
		put_lines(options, h.script_file, html_script);
	}
	write_page(&h, pages ? pages->list : NULL, out);
	for (size_t i = 1; pages && i < pages->len; i++) {
		struct buf bytes = {0};

		write_page(&h, &pages->list[i], &bytes);
		options->page(options->to, pages->list[i].file, bytes);
	}
	buf_free(&style);
	buf_free(&script);
	html_pages_free(pages);
	anchors_free(anchors);
}

const struct format format_html = {
	.name = "html",
	.extension = "html",
	.on_request = true,
	.acts = acts,
	.judges = "perl",
	.write = write_html,
};
