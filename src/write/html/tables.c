/* SPDX-License-Identifier: MIT */
/* HTML: tables, which scroll by themselves where a page is narrow. */
#include <string.h>

#include "html.h"

void
html_open_table(void *w, const xmlNode *node)
{
	struct html *h = w;

	markup_block(&h->markup, "div");
	markup_attr(&h->markup, "class", "scroll");
	markup_attr(&h->markup, "tabindex", "0");
	markup_end(&h->markup);
	markup_block(&h->markup, "table");
	html_put_id(h, node);
	markup_end(&h->markup);
	h->rows = NO_ROWS;
}

static const char *
group_element(enum row rows)
{
	static const char *const elements[] = {NULL, "thead", "tbody", "tfoot"};

	return elements[rows];
}

static void
go_to(struct html *h, enum row rows)
{
	if (h->rows == rows)
		return;
	if (h->rows != NO_ROWS)
		markup_close_block(&h->markup, group_element(h->rows));
	if (rows != NO_ROWS)
		html_open(h, group_element(rows), NULL);
	h->rows = rows;
}

void
html_close_table(void *w, const xmlNode *node)
{
	struct html *h = w;

	(void)node;
	go_to(h, NO_ROWS);
	markup_close_block(&h->markup, "table");
	markup_close_block(&h->markup, "div");
}

static enum row
kind_of(const xmlNode *row)
{
	if (layout_has(row, "kind", "head"))
		return HEAD;
	return layout_has(row, "kind", "foot") ? FOOT : BODY;
}

void
html_open_row(void *w, const xmlNode *node)
{
	go_to(w, kind_of(node));
	html_open(w, "tr", NULL);
}

void
html_close_row(void *w, const xmlNode *node)
{
	struct html *h = w;

	(void)node;
	markup_close_block(&h->markup, "tr");
}

/* What a cell heads, or NULL. */
static const char *
scope_of(const xmlNode *cell)
{
	const char *head = layout_attr(cell, "head");

	if (head == NULL && kind_of(cell->parent) == HEAD)
		head = "col";
	if (head == NULL)
		return NULL;
	if (strcmp(head, "row") == 0)
		return layout_attr(cell, "rowspan") ? "rowgroup" : "row";
	return layout_attr(cell, "colspan") ? "colgroup" : "col";
}

static const char *
cell_element(const xmlNode *cell)
{
	return scope_of(cell) ? "th" : "td";
}

void
html_open_cell(void *w, const xmlNode *node)
{
	static const char *const spans[] = {"colspan", "rowspan"};
	struct html *h = w;

	markup_block(&h->markup, cell_element(node));
	if (scope_of(node))
		markup_attr(&h->markup, "scope", scope_of(node));
	for (size_t i = 0; i < sizeof spans / sizeof *spans; i++)
		if (layout_attr(node, spans[i]))
			markup_attr(&h->markup, spans[i],
			    layout_attr(node, spans[i]));
	if (layout_attr(node, "align"))
		markup_attr(&h->markup, "class", layout_attr(node, "align"));
	markup_end(&h->markup);
}

void
html_close_cell(void *w, const xmlNode *node)
{
	struct html *h = w;

	markup_close_block(&h->markup, cell_element(node));
}
