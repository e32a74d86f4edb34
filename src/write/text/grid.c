/* SPDX-License-Identifier: MIT */
/* Tables of plain text: column widths and drawing. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "grid.h"
#include "width.h"

/*
 * GAP: spaces between columns; NARROW: minimum width of a column of prose;
 * LABEL: maximum width of a label.
 */
#define GAP 2
#define NARROW 10
#define LABEL 40

/* Maximum width: wider tables are shown cell by cell. */
#define MOST 256

struct column {
	bool starts; /* a cell starts in this column; else it is only spanned */
	size_t taken; /* the first row that no cell from above covers */
	int min, max, width;
	int left;
	struct buf label;
};

struct cell {
	size_t row, rows;
	size_t column, columns;
	enum grid_align align;
	int min, max;
	struct buf content;
	const char *line; /* the next cell to draw */
};

struct row {
	enum grid_kind kind;
	size_t first; /* of its cells */
	int height;
	int top;
};

struct grid {
	struct row *rows;
	size_t row_count, rows_cap;
	struct cell *cells;
	size_t cell_count, cells_cap;
	struct column columns[MOST];
	size_t column_count;
	int width;
	size_t next; /* the first free column of the row */
	bool too_wide;
};

struct grid *
grid_new(void)
{
	return gloss_calloc(1, sizeof(struct grid));
}

void
grid_free(struct grid *g)
{
	for (size_t i = 0; i < g->cell_count; i++)
		buf_free(&g->cells[i].content);
	for (size_t i = 0; i < g->column_count; i++)
		buf_free(&g->columns[i].label);
	free(g->cells);
	free(g->rows);
	free(g);
}

static int
greater(int a, int b)
{
	return a > b ? a : b;
}

void
grid_row(struct grid *g, enum grid_kind kind)
{
	g->rows = gloss_room(g->rows, g->row_count, &g->rows_cap,
	    sizeof *g->rows);
	g->rows[g->row_count] = (struct row){kind, g->cell_count, 0, 0};
	g->next = 0;
	/* cells of the head do not extend into the body */
	if (g->row_count > 0 && g->rows[g->row_count - 1].kind != kind)
		for (size_t i = 0; i < g->column_count; i++)
			g->columns[i].taken = 0;
	g->row_count++;
}

/* Limits columns to the last one. */
static size_t
limit_columns(struct grid *g, size_t column, long span)
{
	if (span < 1)
		span = 1;
	if (span <= (long)(MOST - column))
		return (size_t)span;
	g->too_wide = true;
	return MOST - column;
}

size_t
grid_cell(struct grid *g, enum grid_align align, long colspan, long rowspan)
{
	size_t row = g->row_count - 1, at = g->next;
	struct cell *c;

	while (at < MOST - 1 && g->columns[at].taken > row)
		at++;
	g->cells = gloss_room(g->cells, g->cell_count, &g->cells_cap,
	    sizeof *g->cells);
	c = &g->cells[g->cell_count++];
	*c = (struct cell){.row = row, .column = at, .align = align};
	c->columns = limit_columns(g, at, colspan);
	c->rows = rowspan < 1 ? 1 : (size_t)rowspan;
	for (size_t i = at; i < at + c->columns; i++)
		g->columns[i].taken = row + c->rows;
	g->columns[at].starts = true;
	g->next = at + c->columns;
	if (g->next > g->column_count)
		g->column_count = g->next;
	if (g->next >= MOST) {
		g->next = MOST - 1;
		g->too_wide = true;
	}
	return g->cell_count - 1;
}

struct buf *
grid_content(struct grid *g, size_t cell)
{
	return &g->cells[cell].content;
}

/* A long head is not used as a label, which each row repeats. */
static void
add_label(struct grid *g, const struct cell *c)
{
	struct column *column = &g->columns[c->column];
	const char *text = buf_str(&c->content);
	size_t len = c->content.len;

	if (len == 0 || c->max > LABEL)
		return;
	len--; /* the last newline; others become spaces in a mark */
	for (size_t i = 0; i < c->columns; i++, column++) {
		if (column->label.len > 0)
			buf_puts(&column->label, " / ");
		buf_add(&column->label, text, len);
		if (width_of(buf_str(&column->label), column->label.len) >
		    LABEL)
			buf_truncate(&column->label, 0);
	}
}

void
grid_measure(struct grid *g, int min, int max)
{
	struct cell *c = &g->cells[g->cell_count - 1];

	c->min = min;
	c->max = max;
	if (g->rows[c->row].kind == GRID_HEAD)
		add_label(g, c);
	buf_free(&c->content);
}

const char *
grid_label(const struct grid *g, size_t cell)
{
	const struct cell *c = &g->cells[cell];

	if (g->rows[c->row].kind == GRID_HEAD || g->too_wide)
		return "";
	return buf_str(&g->columns[c->column].label);
}

/* Widths. */

static int
gap_before(const struct grid *g, size_t column)
{
	if (column == 0)
		return 0;
	return g->columns[column].starts ? GAP : 0;
}

/* Distributes the missing width of a spanning cell among its columns. */
static void
widen(struct grid *g, const struct cell *c)
{
	struct column *column = &g->columns[c->column];
	int min = c->min, max = c->max, n = 0;

	for (size_t i = 0; i < c->columns; i++) {
		if (!column[i].starts)
			continue;
		n++;
		min -= column[i].min + (i > 0 ? GAP : 0);
		max -= column[i].max + (i > 0 ? GAP : 0);
	}
	assert(n > 0); /* the cell's own column has a gap before it */
	for (size_t i = 0; i < c->columns; i++) {
		if (!column[i].starts)
			continue;
		column[i].min += min > 0 ? (min + n - 1) / n : 0;
		column[i].max += max > 0 ? (max + n - 1) / n : 0;
		column[i].max = greater(column[i].max, column[i].min);
	}
}

void
grid_extent(struct grid *g, int *min, int *max)
{
	struct column *column;

	for (size_t i = 0; i < g->column_count; i++)
		g->columns[i].min = g->columns[i].max = 0;
	for (size_t i = 0; i < g->cell_count; i++)
		if (g->cells[i].columns == 1)
			widen(g, &g->cells[i]);
	for (size_t i = 0; i < g->cell_count; i++)
		if (g->cells[i].columns > 1)
			widen(g, &g->cells[i]);
	*min = *max = 0;
	for (size_t i = 0; i < g->column_count; i++) {
		column = &g->columns[i];
		if (column->min < NARROW)
			column->min =
			    column->max < NARROW ? column->max : NARROW;
		*min += column->min + gap_before(g, i);
		*max += column->max + gap_before(g, i);
	}
	if (g->too_wide)
		*min = greater(*min, MOST * (GAP + 1));
	*max = greater(*max, *min);
}

/* The total width if no column is wider than limit, unless its words are. */
static int
width_under(struct grid *g, int most)
{
	struct column *column;
	int width = 0;

	for (size_t i = 0; i < g->column_count; i++) {
		column = &g->columns[i];
		column->width = column->max < most ? column->max :
						     greater(column->min, most);
		width += column->width + gap_before(g, i);
	}
	return width;
}

/* Narrow columns get their full width, wide ones share the rest. */
static int
share_out(struct grid *g, int width)
{
	int low = 0, high = width, middle, used;

	while (low < high) {
		middle = (low + high + 1) / 2;
		if (width_under(g, middle) <= width)
			low = middle;
		else
			high = middle - 1;
	}
	used = width_under(g, low);
	for (size_t i = 0; i < g->column_count && used < width; i++)
		if (g->columns[i].width < g->columns[i].max) {
			g->columns[i].width++;
			used++;
		}
	return used;
}

bool
grid_fit(struct grid *g, int width)
{
	int min, max, left = 0;

	grid_extent(g, &min, &max);
	if (min > width)
		return false;
	share_out(g, max < width ? max : width);
	for (size_t i = 0; i < g->column_count; i++) {
		left += gap_before(g, i);
		g->columns[i].left = left;
		left += g->columns[i].width;
	}
	g->width = left;
	return true;
}

int
grid_cell_width(const struct grid *g, size_t cell)
{
	const struct cell *c = &g->cells[cell];
	const struct column *first = &g->columns[c->column];
	const struct column *last = first + c->columns - 1;

	/* a cell without columns has no words */
	return greater(last->left + last->width - first->left, 1);
}

/* Drawing. */

static int
count_lines(const struct buf *b)
{
	int lines = 0;

	for (size_t i = 0; i < b->len; i++)
		lines += b->data[i] == '\n';
	return lines;
}

/* A cell ends with its table, and with the head, body or foot. */
static size_t
last_row(const struct grid *g, const struct cell *c)
{
	size_t row = c->row;

	while (row + 1 < g->row_count && row + 1 - c->row < c->rows &&
	    g->rows[row + 1].kind == g->rows[row].kind)
		row++;
	return row;
}

/* Blank lines separate rows that have several lines. */
static int
gap_below(const struct grid *g)
{
	for (size_t i = 0; i < g->cell_count; i++) {
		const struct cell *c = &g->cells[i];

		if (c->rows == 1 && g->rows[c->row].kind != GRID_HEAD &&
		    count_lines(&c->content) > 1)
			return 1;
	}
	return 0;
}

/* The cells shown in a row, by their first column. */
struct shown {
	struct cell *cells[MOST];
};

static size_t
end_of(const struct grid *g, const struct row *row)
{
	return row + 1 < g->rows + g->row_count ? row[1].first : g->cell_count;
}

static void
show(struct grid *g, const struct row *row, struct shown *shown)
{
	for (size_t i = row->first; i < end_of(g, row); i++) {
		shown->cells[g->cells[i].column] = &g->cells[i];
		g->cells[i].rows = last_row(g, &g->cells[i]) + 1 -
		    g->cells[i].row;
		g->cells[i].line = buf_str(&g->cells[i].content);
	}
}

/* The height of a row: a cell that spans rows extends the last of them. */
static void
find_heights(struct grid *g, int gap)
{
	struct shown shown = {{NULL}};
	const struct cell *c;
	struct row *row;
	int top = 0;

	for (size_t r = 0; r < g->row_count; r++) {
		row = &g->rows[r];
		row->top = top;
		show(g, row, &shown);
		for (size_t i = 0; i < g->column_count; i++) {
			c = shown.cells[i];
			if (c == NULL || c->row + c->rows != r + 1)
				continue;
			row->height = greater(row->height,
			    count_lines(&c->content) - top +
				g->rows[c->row].top);
			shown.cells[i] = NULL;
		}
		top += row->height + gap;
	}
}

/* Appends the next line of a cell; returns the column where it ends. */
static int
add_line(struct grid *g, struct cell *c, struct buf *line, int at)
{
	static const int halves[] = {
		[GRID_LEFT] = 0, [GRID_CENTER] = 1, [GRID_RIGHT] = 2
	};
	size_t len = strcspn(c->line, "\n");
	int width = width_of(c->line, len), left;

	left = g->columns[c->column].left +
	    greater(grid_cell_width(g, (size_t)(c - g->cells)) - width, 0) *
		halves[c->align] / 2;
	buf_blanks(line, greater(left - at, at > 0));
	buf_add(line, c->line, len);
	c->line += len + (c->line[len] == '\n');
	return greater(at, left) + width;
}

static void
draw_line(struct grid *g, const struct shown *shown, struct fill *f)
{
	struct buf line = { 0 };
	int at = 0;

	for (size_t i = 0; i < g->column_count; i++)
		if (shown->cells[i] && *shown->cells[i]->line)
			at = add_line(g, shown->cells[i], &line, at);
	fill_line(f, buf_str(&line), line.len);
	buf_free(&line);
}

void
grid_draw(struct grid *g, struct fill *f)
{
	int width = g->width, gap = gap_below(g);
	struct shown shown = {{NULL}};
	struct row *row;

	if (width == 0)
		return; /* there are no words in it */
	find_heights(g, gap);
	fill_rule(f, width);
	for (size_t r = 0; r < g->row_count; r++) {
		row = &g->rows[r];
		show(g, row, &shown);
		for (int i = 0; i < row->height; i++)
			draw_line(g, &shown, f);
		if (r + 1 == g->row_count || row[1].kind != row->kind)
			fill_rule(f, width);
		else if (gap && row->height > 0)
			draw_line(g, &shown, f);
	}
}
