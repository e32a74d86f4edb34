/* SPDX-License-Identifier: MIT */
/* HTML: fonts, images, and other parts of a line. */
#include "html.h"

static const char *
font_of(const xmlNode *node)
{
	static const char *const elements[L_COUNT] = {
		[L_STRONG] = "strong",
		[L_EM] = "em",
		[L_CODE] = "code",
		[L_VAR] = "var",
		[L_DEL] = "s",
		[L_SUB] = "sub",
		[L_SUP] = "sup",
	};

	return elements[layout_element(node)];
}

void
html_open_font(void *w, const xmlNode *node)
{
	struct html *h = w;

	markup_inline(&h->markup, font_of(node));
	markup_end(&h->markup);
}

void
html_close_font(void *w, const xmlNode *node)
{
	struct html *h = w;

	markup_close_inline(&h->markup, font_of(node));
}

/* Strong in a term that is defined are its names (HTML, 4.5.8: dfn). */
void
html_open_strong(void *w, const xmlNode *node)
{
	struct html *h = w;

	markup_inline(&h->markup,
	    h->term && node->parent == h->term ? "dfn" : "strong");
	markup_end(&h->markup);
}

void
html_close_strong(void *w, const xmlNode *node)
{
	struct html *h = w;

	markup_close_inline(&h->markup,
	    h->term && node->parent == h->term ? "dfn" : "strong");
}

void
html_open_nobreak(void *w, const xmlNode *node)
{
	struct html *h = w;

	(void)node;
	markup_inline(&h->markup, "span");
	markup_attr(&h->markup, "class", "nobreak");
	markup_end(&h->markup);
}

void
html_close_span(void *w, const xmlNode *node)
{
	struct html *h = w;

	(void)node;
	markup_close_inline(&h->markup, "span");
}

/* A place in a line. */
void
html_write_anchor(void *w, const xmlNode *node)
{
	struct html *h = w;
	bool inner = h->markup.inner;

	if (anchors_id(h->anchors, node) == NULL)
		return;
	markup_inline(&h->markup, "span");
	html_put_id(h, node);
	markup_end(&h->markup);
	markup_close_inline(&h->markup, "span");
	h->markup.inner = inner;
}

/* What else a term is called is a place; the words of the entry are not here. */
void
html_open_indexterm(void *w, const xmlNode *node)
{
	struct html *h = w;

	if (h->term)
		html_write_anchor(w, node);
	h->entry = h->markup.out->len;
	h->inner = h->markup.inner;
}

void
html_close_indexterm(void *w, const xmlNode *node)
{
	struct html *h = w;

	(void)node;
	buf_truncate(h->markup.out, h->entry);
	h->markup.inner = h->inner;
}

void
html_write_br(void *w, const xmlNode *node)
{
	struct html *h = w;

	(void)node;
	markup_inline(&h->markup, "br");
	markup_end(&h->markup);
	h->markup.inner = false;
}

/*
 * What it shows in words is its alternative; where its file can't be led to,
 * they stand in its place.
 */
void
html_open_image(void *w, const xmlNode *node)
{
	struct html *h = w;
	xmlChar *words;

	if (!markup_is_address(layout_attr(node, "file"))) {
		markup_puts(&h->markup, "[");
		h->image = 0;
		return;
	}
	words = xmlNodeGetContent(node);
	markup_inline(&h->markup, "img");
	markup_address(&h->markup, "src", layout_attr(node, "file"));
	markup_attr(&h->markup, "alt", (const char *)words);
	markup_end(&h->markup);
	h->markup.inner = true;
	h->image = h->markup.out->len;
	xmlFree(words);
}

void
html_close_image(void *w, const xmlNode *node)
{
	struct html *h = w;

	(void)node;
	if (h->image == 0) {
		markup_puts(&h->markup, "]");
		return;
	}
	buf_truncate(h->markup.out, h->image);
	h->markup.blank = h->markup.line = false;
}
