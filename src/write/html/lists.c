/* SPDX-License-Identifier: MIT */
/* HTML: lists, the entries of a glossary among them. */
#include <string.h>

#include "html.h"

static bool
has_terms(const xmlNode *list)
{
	return layout_has(list, "kind", "terms");
}

/* The element of a list; the marks of a numbered one are its own. */
static const char *
list_element(const xmlNode *list)
{
	if (has_terms(list))
		return "dl";
	return layout_has(list, "kind", "number") ? "ol" : "ul";
}

static const char *
list_class(const xmlNode *list)
{
	if (layout_has(list, "defines", "yes"))
		return "glossary";
	if (layout_has(list, "notes", "yes"))
		return "notes";
	if (layout_has(list, "kind", "plain"))
		return "plain";
	return layout_is_compact(list) ? "compact" : NULL;
}

void
html_open_list(void *w, const xmlNode *node)
{
	html_open(w, list_element(node), list_class(node));
}

void
html_close_list(void *w, const xmlNode *node)
{
	struct html *h = w;

	markup_close_block(&h->markup, list_element(node));
}

/* "[1]", "a.": as it is referred to; that of a footnote leads back. */
static void
put_mark(struct html *h, const xmlNode *item, const char *mark)
{
	const char *id = layout_has(item->parent, "notes", "yes") ?
	    anchors_id(h->anchors, item) : NULL;
	struct buf href = {0};

	if (id && xmlHashLookup(h->noted, BAD_CAST id)) {
		buf_putc(&href, '#');
		buf_puts(&href, id);
		buf_puts(&href, "-mark");
	}
	markup_inline(&h->markup, href.len ? "a" : "span");
	markup_attr(&h->markup, "class", "mark");
	if (href.len) {
		markup_address(&h->markup, "href", buf_str(&href));
		markup_attr(&h->markup, "role", "doc-backlink");
	}
	markup_end(&h->markup);
	markup_puts(&h->markup, mark);
	markup_close_inline(&h->markup, href.len ? "a" : "span");
	buf_free(&href);
	markup_puts(&h->markup, " ");
}

/* Of an item with terms, the first term bears the id. */
void
html_open_item(void *w, const xmlNode *node)
{
	struct html *h = w;
	const char *mark = layout_attr(node, "mark");

	if (html_hide(h, node) || has_terms(node->parent))
		return;
	markup_block(&h->markup, "li");
	html_put_id(h, node);
	if (mark)
		markup_attr(&h->markup, "class", "marked");
	markup_end(&h->markup);
	if (mark)
		put_mark(h, node, mark);
}

void
html_close_item(void *w, const xmlNode *node)
{
	struct html *h = w;

	if (!html_show(h, node) && !has_terms(node->parent))
		markup_close_block(&h->markup, "li");
}

static bool
is_defined(const xmlNode *term)
{
	return layout_has(term->parent->parent, "defines", "yes");
}

/* What a page is of is its heading. */
static const char *
term_element(const struct html *h, const xmlNode *term)
{
	if (!html_is_page(h, term->parent))
		return "dt";
	return layout_is(layout_before(term), L_TERM) ? "p" : "h1";
}

/* In a synopsis it is the command's name. */
void
html_open_term(void *w, const xmlNode *node)
{
	struct html *h = w;

	if (layout_is(node->parent, L_SYNOPSIS)) {
		markup_inline(&h->markup, "strong");
		markup_end(&h->markup);
		return;
	}
	markup_block(&h->markup, term_element(h, node));
	if (layout_is(layout_before(node), L_TERM) ||
	    !layout_attr(node->parent, "anchor"))
		html_put_id(h, node);
	else
		html_put_id(h, node->parent);
	html_put_passage(h, node);
	markup_end(&h->markup);
	if (is_defined(node))
		h->term = node;
}

/* A link to itself, to be copied. */
static void
put_permalink(struct html *h, const xmlNode *item)
{
	const char *id = anchors_id(h->anchors, item);
	struct buf href = {0};

	if (id == NULL)
		return;
	buf_putc(&href, '#');
	buf_puts(&href, id);
	markup_puts(&h->markup, " ");
	markup_inline(&h->markup, "a");
	markup_attr(&h->markup, "class", "self");
	markup_address(&h->markup, "href", buf_str(&href));
	markup_attr(&h->markup, "aria-label", buf_str(&href));
	markup_end(&h->markup);
	markup_puts(&h->markup, "#");
	markup_close_inline(&h->markup, "a");
	buf_free(&href);
}

void
html_close_term(void *w, const xmlNode *node)
{
	struct html *h = w;

	if (layout_is(node->parent, L_SYNOPSIS)) {
		markup_close_inline(&h->markup, "strong");
		markup_puts(&h->markup, " ");
		return;
	}
	if (h->term == node) {
		h->term = NULL;
		if (!layout_is(layout_before(node), L_TERM) &&
		    !html_is_page(h, node->parent))
			put_permalink(h, node->parent);
	}
	markup_close_block(&h->markup, term_element(h, node));
}

/* A list of terms has an element for the body; an item is its own. */
void
html_open_body(void *w, const xmlNode *node)
{
	struct html *h = w;

	if (!has_terms(node->parent->parent) || html_is_page(h, node->parent))
		return;
	/* a dd has to have a dt (HTML, 4.4.9) */
	if (!layout_child(node->parent, L_TERM)) {
		html_open(h, "dt", NULL);
		markup_close_block(&h->markup, "dt");
	}
	html_open(h, "dd", NULL);
}

void
html_close_body(void *w, const xmlNode *node)
{
	struct html *h = w;

	if (has_terms(node->parent->parent) && !html_is_page(h, node->parent))
		markup_close_block(&h->markup, "dd");
}
