/* SPDX-License-Identifier: MIT */
/* HTML: --split, the ways between pages and the lines that lead to them. */
#include <stdlib.h>
#include <string.h>

#include "html.h"
#include "util/alloc.h"

bool
html_is_page(const struct html *h, const xmlNode *node)
{
	return h->page && h->page->node == node;
}

/* A page in the one that is written; NULL: the node is not one. */
static const struct page *
page_within(const struct html *h, const xmlNode *node)
{
	const struct page *page;

	if (h->pages == NULL || h->hidden || !layout_attr(node, "page"))
		return NULL;
	page = html_pages_at(h->pages, node);
	return page != h->page ? page : NULL;
}

/* What a page is called: its title, or its first term. */
static const xmlNode *
title_of(const xmlNode *node)
{
	return layout_child(node, layout_is(node, L_ITEM) ? L_TERM : L_TITLE);
}

static void
put_title(struct html *h, const xmlNode *node)
{
	const xmlNode *title = title_of(node);

	if (title)
		html_write_plain(h, title);
	else
		markup_puts(&h->markup, layout_attr(node, "name"));
}

/* ---- from a page to others ---- */

static void
put_way(struct html *h, const char *rel, const struct page *page)
{
	markup_inline(&h->markup, "a");
	if (rel)
		markup_attr(&h->markup, "rel", rel);
	markup_address(&h->markup, "href", page->file);
	markup_end(&h->markup);
	put_title(h, page->node);
	markup_close_inline(&h->markup, "a");
	markup_line(&h->markup);
}

void
html_put_ways(struct html *h)
{
	const struct page *end = h->pages->list + h->pages->len;

	markup_block(&h->markup, "nav");
	markup_attr(&h->markup, "id", "-pages");
	markup_end(&h->markup);
	if (h->page - 1 != h->page->above)
		put_way(h, "prev", h->page - 1);
	put_way(h, NULL, h->page->above);
	if (h->page + 1 != end)
		put_way(h, "next", h->page + 1);
	markup_close_block(&h->markup, "nav");
}

/* ---- the lines that lead to pages ---- */

/* A term, or the title of a page that is listed as one, and what it is. */
static void
put_term_line(struct html *h, const xmlNode *node)
{
	const char *purpose = layout_attr(node, "purpose");
	const xmlNode *title = title_of(node);
	struct buf href = {0};

	markup_block(&h->markup, "dt");
	html_put_id(h, node);
	markup_end(&h->markup);
	html_add_place(h, &href, node);
	html_open_way(h, NULL, buf_str(&href));
	buf_free(&href);
	put_title(h, node);
	html_close_way(h);
	/* its other names */
	for (const xmlNode *n = title ? title->children : NULL; n; n = n->next)
		if (layout_is(n, L_INDEXTERM))
			html_write_anchor(h, n);
	markup_close_block(&h->markup, "dt");
	html_open(h, "dd", NULL);
	if (purpose)
		markup_puts(&h->markup, purpose);
	markup_close_block(&h->markup, "dd");
}

static const char *
volume_of(const xmlNode *section)
{
	const char *volume = layout_attr(section, "volume");

	return volume ? volume : "";
}

/* A page of a manual in a list of them; at: its place in the source. */
struct manual_page {
	const xmlNode *node;
	size_t at;
};

static int
compare_volumes(const void *a, const void *b)
{
	const struct manual_page *x = a, *y = b;
	int order = strcmp(volume_of(x->node), volume_of(y->node));

	return order ? order : x->at < y->at ? -1 : x->at > y->at;
}

/* The pages of one section of the manual; said: under its number. */
static void
put_volume(struct html *h, const struct manual_page *list, size_t len,
    bool said)
{
	if (said) {
		html_open(h, "section", NULL);
		markup_block(&h->markup, html_heading(h, 1));
		markup_end(&h->markup);
		markup_puts(&h->markup, "(");
		markup_puts(&h->markup, volume_of(list->node));
		markup_puts(&h->markup, ")");
		markup_close_block(&h->markup, html_heading(h, 1));
	}
	html_open(h, "dl", "glossary");
	for (size_t i = 0; i < len; i++)
		put_term_line(h, list[i].node);
	markup_close_block(&h->markup, "dl");
	if (said)
		markup_close_block(&h->markup, "section");
}

static void
put_volumes(struct html *h, struct manual_page *list, size_t len)
{
	size_t from = 0;
	bool several;

	qsort(list, len, sizeof *list, compare_volumes);
	several = strcmp(volume_of(list[0].node),
	    volume_of(list[len - 1].node)) != 0;
	for (size_t i = 1; i <= len; i++)
		if (i == len || strcmp(volume_of(list[i].node),
		    volume_of(list[from].node)) != 0) {
			put_volume(h, list + from, i - from, several);
			from = i;
		}
}

static void
put_section_lines(struct html *h, const struct manual_page *list, size_t len)
{
	html_open(h, "ol", "pages");
	for (size_t i = 0; i < len; i++) {
		markup_block(&h->markup, "li");
		html_put_id(h, list[i].node);
		markup_end(&h->markup);
		html_put_contents_line(h, list[i].node);
		html_put_contents_below(h, list[i].node);
		markup_close_block(&h->markup, "li");
	}
	markup_close_block(&h->markup, "ol");
}

/* The section after another, or NULL. */
static const xmlNode *
section_after(const xmlNode *node)
{
	do
		node = node->next;
	while (node && !layout_is(node, L_SECTION));
	return node;
}

/*
 * The lines for a section and those after it that are pages, too: those of a
 * manual by its sections, then the others.
 */
static void
put_lines_from(struct html *h, const xmlNode *first)
{
	struct manual_page *manual = NULL, *others = NULL;
	size_t manuals = 0, manual_cap = 0, len = 0, cap = 0, at = 0;

	for (const xmlNode *n = first; n && page_within(h, n);
	    n = section_after(n)) {
		if (layout_attr(n, "volume")) {
			manual = gloss_room(manual, manuals, &manual_cap,
			    sizeof *manual);
			manual[manuals++] = (struct manual_page){n, at++};
		} else {
			others = gloss_room(others, len, &cap, sizeof *others);
			others[len++] = (struct manual_page){n, at++};
		}
	}
	if (manuals)
		put_volumes(h, manual, manuals);
	if (len)
		put_section_lines(h, others, len);
	free(manual);
	free(others);
}

bool
html_hide(struct html *h, const xmlNode *node)
{
	const xmlNode *before = layout_before(node);

	if (page_within(h, node) == NULL)
		return false;
	if (layout_is(node, L_ITEM))
		put_term_line(h, node);
	else if (before == NULL || page_within(h, before) == NULL)
		put_lines_from(h, node);
	h->hidden = node;
	h->hidden_at = h->markup.out->len;
	h->before = h->markup;
	/* no link is written, and none of its footnotes is noted */
	h->linked++;
	return true;
}

bool
html_show(struct html *h, const xmlNode *node)
{
	if (h->hidden != node)
		return false;
	h->hidden = NULL;
	h->markup = h->before;
	buf_truncate(h->markup.out, h->hidden_at);
	h->linked--;
	return true;
}
