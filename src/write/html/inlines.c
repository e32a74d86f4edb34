/* SPDX-License-Identifier: MIT */
/* HTML: fonts, images, and other parts of a line. */
#include <string.h>

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
 * A width in pixels, as HTML has it; a part of the line has a class, in tenths.
 */
static void
put_width(struct html *h, const char *width)
{
	static const char digits[] = "0123456789";
	size_t len = width ? strspn(width, digits) : 0;
	struct buf value = {0};

	if (len == 0 || len > 4)
		return;
	if (width[len] == '\0' || strcmp(width + len, "px") == 0) {
		buf_add(&value, width, len);
		markup_attr(&h->markup, "width", buf_str(&value));
	} else if (strcmp(width + len, "%") == 0 && len <= 2) {
		buf_puts(&value, "w");
		buf_puts(&value, len == 1 || *width == '0' ? "1" : "");
		if (value.len == 1)
			buf_putc(&value, *width);
		buf_putc(&value, '0');
		markup_attr(&h->markup, "class", buf_str(&value));
	}
	buf_free(&value);
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

	const char *file = layout_attr(node, "web");
	const char *width = layout_attr(node, "width");

	if (file == NULL)
		file = layout_attr(node, "file");
	if (!markup_is_address(file)) {
		markup_puts(&h->markup, "[");
		h->image = 0;
		return;
	}
	words = xmlNodeGetContent(node);
	markup_inline(&h->markup, "img");
	markup_address(&h->markup, "src", file);
	markup_attr(&h->markup, "alt", (const char *)words);
	put_width(h, width);
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

/* The number of a callout, which leads to it; it is no part of what is copied. */
void
html_open_mark(void *w, const xmlNode *node)
{
	struct html *h = w;
	const char *callout = layout_attr(node, "callout");
	struct buf href = {0};

	if (callout && html_add_address(h, &href, callout))
		html_open_link(h, node, buf_str(&href), "callout");
	buf_free(&href);
}

void
html_close_mark(void *w, const xmlNode *node)
{
	html_close_link(w, node);
}

/* The passage that is all that a block holds, or NULL. */
static const xmlNode *
only_passage(const xmlNode *block)
{
	const xmlNode *first = block->children;

	return layout_is(first, L_PASSAGE) && first->next == NULL ? first : NULL;
}

void
html_put_passage(struct html *h, const xmlNode *block)
{
	h->passage = only_passage(block);
	if (h->passage)
		html_put_language(h, h->passage);
}

/* Unless the block around it says it already. */
void
html_open_passage(void *w, const xmlNode *node)
{
	struct html *h = w;

	if (node == h->passage)
		return;
	markup_inline(&h->markup, "span");
	html_put_language(h, node);
	markup_end(&h->markup);
}

void
html_close_passage(void *w, const xmlNode *node)
{
	struct html *h = w;

	if (node != h->passage)
		html_close_span(w, node);
}

/* As MathML, if it is there; then its words are left out. */
void
html_open_formula(void *w, const xmlNode *node)
{
	struct html *h = w;

	(void)node;
	h->formula = 0;
}

void
html_close_formula(void *w, const xmlNode *node)
{
	struct html *h = w;

	(void)node;
	if (h->formula == 0)
		return;
	buf_truncate(h->markup.out, h->formula);
	h->markup.blank = h->markup.line = false;
	h->markup.inner = true;
}

/* The check has found its name on the list of the vocabulary. */
void
html_open_mathml(void *w, const xmlNode *node)
{
	static const char *const names[] = {"display", "mathvariant",
	    "linethickness", "stretchy", "fence", "form", "accent",
	    "accentunder", "columnspan", "rowspan"};
	struct html *h = w;
	const char *text = layout_attr(node, "text");

	markup_inline(&h->markup, layout_attr(node, "name"));
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (layout_attr(node, names[i]))
			markup_attr(&h->markup, names[i],
			    layout_attr(node, names[i]));
	markup_end(&h->markup);
	h->markup.inner = false;
	if (text)
		markup_puts(&h->markup, text);
}

void
html_close_mathml(void *w, const xmlNode *node)
{
	struct html *h = w;

	markup_close_inline(&h->markup, layout_attr(node, "name"));
	if (layout_is(node->parent, L_FORMULA))
		h->formula = h->markup.out->len;
}
