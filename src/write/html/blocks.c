/* SPDX-License-Identifier: MIT */
/* HTML: paragraphs, examples, quotations, and other blocks. */
#include <string.h>

#include "html.h"

void
html_open_copying(void *w, const xmlNode *node)
{
	(void)node;
	html_open(w, "div", "copying");
}

void
html_close_copying(void *w, const xmlNode *node)
{
	struct html *h = w;

	(void)node;
	markup_close_block(&h->markup, "div");
}

void
html_open_naming(void *w, const xmlNode *node)
{
	(void)node;
	html_open(w, "p", "naming");
}

void
html_open_para(void *w, const xmlNode *node)
{
	struct html *h = w;

	markup_block(&h->markup, "p");
	if (layout_attr(node, "continued"))
		markup_attr(&h->markup, "class", "continued");
	html_put_passage(h, node);
	markup_end(&h->markup);
}

void
html_close_para(void *w, const xmlNode *node)
{
	struct html *h = w;

	(void)node;
	markup_close_block(&h->markup, "p");
}

void
html_open_name(void *w, const xmlNode *node)
{
	struct html *h = w;

	if (layout_follows(node, L_NAME))
		markup_puts(&h->markup, ", ");
	markup_inline(&h->markup, "strong");
	markup_end(&h->markup);
}

void
html_close_name(void *w, const xmlNode *node)
{
	struct html *h = w;

	(void)node;
	markup_close_inline(&h->markup, "strong");
}

void
html_open_purpose(void *w, const xmlNode *node)
{
	struct html *h = w;

	(void)node;
	markup_puts(&h->markup, " \u2014 ");
}

void
html_open_verbatim(void *w, const xmlNode *node)
{
	const char *language = layout_attr(node, "language");
	struct html *h = w;
	struct buf class = {0};

	markup_block(&h->markup, "pre");
	if (language && *language) {
		buf_puts(&class, "language-");
		markup_id(&class, language, false);
		markup_attr(&h->markup, "class", buf_str(&class));
		buf_free(&class);
	}
	html_put_passage(h, node);
	markup_end(&h->markup);
	h->markup.pre = true;
	h->markup.inner = false;
}

void
html_close_verbatim(void *w, const xmlNode *node)
{
	struct html *h = w;

	(void)node;
	h->markup.pre = false;
	markup_close_block(&h->markup, "pre");
}

void
html_open_synopsis(void *w, const xmlNode *node)
{
	(void)node;
	html_open(w, "p", "synopsis");
}

void
html_close_synopsis(void *w, const xmlNode *node)
{
	struct html *h = w;

	(void)node;
	markup_close_block(&h->markup, "p");
}

void
html_open_blockquote(void *w, const xmlNode *node)
{
	(void)node;
	html_open(w, "blockquote", NULL);
}

void
html_close_blockquote(void *w, const xmlNode *node)
{
	struct html *h = w;

	(void)node;
	markup_close_block(&h->markup, "blockquote");
}

void
html_open_note(void *w, const xmlNode *node)
{
	const char *kind = layout_attr(node, "kind");
	struct html *h = w;
	struct buf class = {0};

	buf_puts(&class, "note");
	if (kind && strcmp(kind, "note") != 0) {
		buf_putc(&class, ' ');
		buf_puts(&class, kind);
	}
	markup_block(&h->markup, "div");
	markup_attr(&h->markup, "class", buf_str(&class));
	buf_free(&class);
	markup_attr(&h->markup, "role", "note");
	markup_end(&h->markup);
}

void
html_close_note(void *w, const xmlNode *node)
{
	struct html *h = w;

	(void)node;
	markup_close_block(&h->markup, "div");
}

void
html_open_figure(void *w, const xmlNode *node)
{
	struct html *h = w;

	markup_block(&h->markup, "figure");
	html_put_id(h, node);
	markup_end(&h->markup);
}

void
html_close_figure(void *w, const xmlNode *node)
{
	struct html *h = w;

	(void)node;
	markup_close_block(&h->markup, "figure");
}

void
html_write_rule(void *w, const xmlNode *node)
{
	(void)node;
	html_open(w, "hr", NULL);
}
