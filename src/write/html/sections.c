/* SPDX-License-Identifier: MIT */
/* HTML: the frame of a page, its sections, and titles of all kinds. */
#include <stdio.h>
#include <string.h>

#include "html.h"

static void
put_meta(struct html *h, const char *name, const char *content)
{
	if (content == NULL || *content == '\0')
		return;
	markup_block(&h->markup, "meta");
	markup_attr(&h->markup, "name", name);
	markup_attr(&h->markup, "content", content);
	markup_end(&h->markup);
}

/* The title of a document, section or entry; else the document's name. */
static void
put_words_of(struct html *h, const xmlNode *node)
{
	const xmlNode *title =
	    layout_child(node, layout_is(node, L_ITEM) ? L_TERM : L_TITLE);
	struct buf words = {0};

	if (title)
		html_add_words(&words, title);
	markup_puts(&h->markup, title ? buf_str(&words) :
	    layout_attr(h->document, "name"));
	buf_free(&words);
}

/* What stands in the tab of a browser. */
static void
put_page_title(struct html *h, const xmlNode *node)
{
	markup_block(&h->markup, "title");
	markup_end(&h->markup);
	put_words_of(h, node);
	if (node != h->document) {
		markup_puts(&h->markup, " \u00B7 ");
		put_words_of(h, h->document);
	}
	markup_close_block(&h->markup, "title");
}

static void
put_canonical(struct html *h, const char *address)
{
	if (address == NULL || !markup_is_address(address))
		return;
	markup_block(&h->markup, "link");
	markup_attr(&h->markup, "rel", "canonical");
	markup_address(&h->markup, "href", address);
	markup_end(&h->markup);
}

static void
put_head(struct html *h, const xmlNode *node)
{
	markup_lines(&h->markup, "<!DOCTYPE html>\n");
	markup_block(&h->markup, "html");
	html_put_language(h, h->document);
	markup_end(&h->markup);
	html_open(h, "head", NULL);
	markup_lines(&h->markup, "<meta charset=\"utf-8\">\n");
	put_meta(h, "viewport", "width=device-width, initial-scale=1");
	put_page_title(h, node);
	put_meta(h, "description", layout_attr(node, "purpose"));
	put_canonical(h, layout_attr(node, "canonical"));
	html_put_policy_and_style(h);
	markup_close_block(&h->markup, "head");
}

/* The script shows it; without one there is nothing to search with. */
static void
put_search(struct html *h, const xmlNode *document)
{
	const char *word = layout_attr(document, "search");

	if (word == NULL)
		return;
	markup_block(&h->markup, "form");
	markup_attr(&h->markup, "role", "search");
	markup_attr(&h->markup, "id", "-search");
	markup_attr(&h->markup, "hidden", NULL);
	markup_end(&h->markup);
	markup_inline(&h->markup, "label");
	markup_end(&h->markup);
	markup_puts(&h->markup, word);
	markup_puts(&h->markup, " ");
	markup_inline(&h->markup, "input");
	markup_attr(&h->markup, "type", "search");
	markup_attr(&h->markup, "autocomplete", "off");
	markup_attr(&h->markup, "aria-keyshortcuts", "/");
	markup_end(&h->markup);
	markup_close_inline(&h->markup, "label");
	markup_puts(&h->markup, " ");
	markup_inline(&h->markup, "output");
	markup_end(&h->markup);
	markup_close_inline(&h->markup, "output");
	markup_close_block(&h->markup, "form");
}

static void
put_header(struct html *h, const xmlNode *document)
{
	const xmlNode *title = layout_child(document, L_TITLE);

	html_open(h, "header", NULL);
	html_open(h, "h1", NULL);
	if (title)
		html_write_plain(h, title);
	else
		markup_puts(&h->markup, layout_attr(document, "name"));
	markup_close_block(&h->markup, "h1");
	put_search(h, document);
	markup_close_block(&h->markup, "header");
}

void
html_open_document(void *w, const xmlNode *node)
{
	struct html *h = w;
	bool framed = !layout_has(h->document, "frame", "no");

	if (framed) {
		put_head(h, node);
		html_open(h, "body", NULL);
	}
	if (node != h->document)
		html_put_ways(h);
	else if (framed)
		put_header(h, node);
	if (framed) {
		html_put_contents(h, node);
		markup_block(&h->markup, "main");
		if (h->has_code && layout_attr(h->document, "copy"))
			markup_attr(&h->markup, "data-copy",
			    layout_attr(h->document, "copy"));
		markup_end(&h->markup);
	}
}

/* Which edition this is. */
static void
put_edition(struct html *h, const xmlNode *document)
{
	static const char *const names[] = {"source", "date", "manual"};
	const char *value;
	bool any = false;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		value = layout_attr(document, names[i]);
		if (value == NULL || *value == '\0')
			continue;
		if (!any)
			html_open(h, "footer", NULL);
		if (any)
			markup_puts(&h->markup, " \u00B7 ");
		markup_puts(&h->markup, value);
		any = true;
	}
	if (any)
		markup_close_block(&h->markup, "footer");
}

void
html_close_document(void *w, const xmlNode *node)
{
	struct html *h = w;

	if (layout_has(h->document, "frame", "no"))
		return;
	markup_close_block(&h->markup, "main");
	put_edition(h, h->document);
	html_put_terms(h, node);
	html_put_script(h);
	markup_close_block(&h->markup, "body");
	markup_close_block(&h->markup, "html");
}

void
html_open_section(void *w, const xmlNode *node)
{
	struct html *h = w;

	if (html_hide(h, node) || html_is_page(h, node))
		return;
	h->depth++;
	markup_block(&h->markup, "section");
	html_put_id(h, node);
	markup_end(&h->markup);
}

void
html_close_section(void *w, const xmlNode *node)
{
	struct html *h = w;

	if (html_show(h, node) || html_is_page(h, node))
		return;
	h->depth--;
	markup_close_block(&h->markup, "section");
}

/* The element of a title, by what it is the title of; NULL: the header's. */
static const char *
title_element(const struct html *h, const xmlNode *title)
{
	switch (layout_element(title->parent)) {
	case L_SECTION:
		return html_heading(h, 0);
	case L_FIGURE:
		return "figcaption";
	case L_TABLE:
		return "caption";
	default:
		return "p";
	}
}

/* Which admonition it is, before a title that does not say it. */
static void
put_kind(struct html *h, const char *word)
{
	if (word == NULL || *word == '\0')
		return;
	markup_puts(&h->markup, word);
	markup_puts(&h->markup, ": ");
}

void
html_open_title(void *w, const xmlNode *node)
{
	struct html *h = w;

	if (layout_is(node->parent, L_DOCUMENT)) {
		/* it stands in the header; here are its marks alone */
		h->title = h->markup.out->len;
		return;
	}
	markup_block(&h->markup, title_element(h, node));
	if (layout_is(node->parent, L_NOTE))
		markup_attr(&h->markup, "class", "title");
	if (html_is_page(h, node->parent))
		html_put_id(h, node->parent);
	html_put_passage(h, node);
	markup_end(&h->markup);
	put_kind(h, layout_attr(node->parent, "word"));
}

void
html_close_title(void *w, const xmlNode *node)
{
	struct html *h = w;

	if (layout_is(node->parent, L_DOCUMENT)) {
		buf_truncate(h->markup.out, h->title);
		return;
	}
	markup_close_block(&h->markup, title_element(h, node));
}
