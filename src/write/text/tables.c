/* SPDX-License-Identifier: MIT */
/* Plain text: tables. */
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "acts.h"
#include "width.h"

struct table {
	struct grid *grid;
	size_t cell; /* the next */
	bool fits;
};

static struct table *
table_of(struct text *t)
{
	return &t->tables[t->table_count - 1];
}

static struct grid *
next_grid(struct text *t)
{
	if (!t->measuring)
		return t->grids[t->next_grid++];
	t->grids = gloss_room(t->grids, t->grid_count, &t->grids_cap,
	    sizeof(struct grid *));
	return t->grids[t->grid_count++] = grid_new();
}

/* Measures a table, and all tables in its cells. */
static void
measure(struct text *t, const xmlNode *table)
{
	struct buf nowhere = { 0 };

	t->grid_count = t->next_grid = 0;
	t->measuring = true;
	text_open_fill(t, &nowhere, 0);
	text_walk(t, table);
	text_close_fill(t);
	t->measuring = false;
	buf_free(&nowhere);
}

void
text_open_table(void *w, const xmlNode *node)
{
	struct text *t = w;
	struct table *table;

	if (!t->measuring && t->table_count == 0)
		measure(t, node);
	fill_gap(t->fill, 1);
	t->tables = gloss_room(t->tables, t->table_count, &t->tables_cap,
	    sizeof *t->tables);
	table = &t->tables[t->table_count++];
	*table = (struct table){.grid = next_grid(t)};
	if (!t->measuring)
		table->fits = grid_fit(table->grid, fill_room(t->fill));
}

void
text_close_table(void *w, const xmlNode *node)
{
	struct text *t = w;
	struct table *table = table_of(t);
	int min, max;

	(void)node;
	if (t->measuring) {
		grid_extent(table->grid, &min, &max);
		fill_measured(t->fill, min, max);
	} else if (table->fits) {
		grid_draw(table->grid, t->fill);
		grid_free(table->grid);
	} else {
		fill_rule(t->fill, fill_room(t->fill));
		grid_free(table->grid);
	}
	t->table_count--;
}

static enum grid_kind
kind_of(const xmlNode *row)
{
	return layout_has(row, "kind", "head") ? GRID_HEAD
	     : layout_has(row, "kind", "foot") ? GRID_FOOT
					      : GRID_BODY;
}

void
text_open_row(void *w, const xmlNode *node)
{
	struct text *t = w;
	enum grid_kind kind = kind_of(node);

	if (t->measuring) {
		grid_row(table_of(t)->grid, kind);
	} else if (table_of(t)->fits) {
		;
	} else if (layout_follows(node, L_ROW) &&
	    kind_of(layout_before(node)) == kind) {
		fill_gap(t->fill, 1);
	} else {
		fill_rule(t->fill, fill_room(t->fill));
		fill_tight(t->fill);
	}
}

static long
number_attr(const xmlNode *node, const char *name)
{
	const char *s = layout_attr(node, name);

	return s ? strtol(s, NULL, 10) : 1;
}

static enum grid_align
align_of(const xmlNode *cell)
{
	return layout_has(cell, "align", "center") ? GRID_CENTER
	     : layout_has(cell, "align", "right")  ? GRID_RIGHT
						  : GRID_LEFT;
}

/* A table too wide for the page has a cell under the other, each labelled. */
static void
open_single_cell(struct text *t, const char *label, const xmlNode *node)
{
	int width = width_of(label, strlen(label)) + 1;
	struct buf mark = { 0 };

	if (layout_follows(node, L_CELL))
		fill_tight(t->fill);
	if (*label == '\0') {
		fill_in(t->fill, 0);
		return;
	}
	buf_printf(&mark, "%s:", label);
	if (width > fill_room(t->fill) / 2) {
		fill_puts(t->fill, buf_str(&mark));
		fill_tight(t->fill);
		fill_in(t->fill, INDENT);
	} else {
		fill_in(t->fill, INDENT);
		fill_mark(t->fill, buf_str(&mark));
	}
	buf_free(&mark);
}

void
text_open_cell(void *w, const xmlNode *node)
{
	struct text *t = w;
	struct table *table = table_of(t);
	struct grid *grid = table->grid;
	size_t cell = table->cell++;

	if (t->measuring) {
		cell = grid_cell(grid, align_of(node),
		    number_attr(node, "colspan"), number_attr(node, "rowspan"));
		text_open_fill(t, grid_content(grid, cell), 0);
	} else if (table->fits) {
		text_open_fill(t, grid_content(grid, cell),
		    grid_cell_width(grid, cell));
	} else {
		open_single_cell(t, grid_label(grid, cell), node);
	}
}

void
text_close_cell(void *w, const xmlNode *node)
{
	struct text *t = w;
	int min, max;

	(void)node;
	if (t->measuring) {
		fill_extent(t->fill, &min, &max);
		text_close_fill(t);
		grid_measure(table_of(t)->grid, min, max);
	} else if (table_of(t)->fits) {
		text_close_fill(t);
	} else {
		fill_out(t->fill);
	}
}
