/* SPDX-License-Identifier: MIT */
/* Lexis of a man page's tables: formats, data, and column widths. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "write/utf8.h"
#include "roff.h"
#include "tbl.h"

/*
 * Maximum number of columns: more do not fit on a terminal; the rest goes into
 * the last one.
 */
enum { COLUMNS_MAX = 64, ROWSPAN_MAX = 1 << 16 };

/* Columns between two columns: the default of tbl, and the minimum. */
enum { GUTTER = 3, GUTTER_NARROW = 1 };

struct piece {
	size_t at, len; /* in text, without the final newline */
	size_t width;
	size_t whole; /* width of the longest word, */
	size_t torn;  /* and of its longest unbreakable part */
	size_t solid; /* width of the longest run without spaces */
};

struct cell {
	size_t row, column, span;
	size_t piece, pieces;
	char align;
};

struct row {
	enum tbl_kind kind;
	size_t cell, cells;
};

struct tbl {
	struct buf text;
	struct piece *pieces;
	struct cell *cells;
	struct row *rows;
	size_t piece_count, cell_count, row_count;
	size_t piece_cap, cell_cap, row_cap;
	size_t columns;
	size_t column;             /* of the next cell */
	size_t busy[COLUMNS_MAX];  /* rows that a cell from above still
				    * covers */
};

/* The layout of a table. */
struct plan {
	size_t width[COLUMNS_MAX];
	size_t gutter;
	size_t most; /* long words may be broken */
	bool filled; /* a cell has text blocks */
	bool parted; /* or several lines: blank lines separate the rows */
	bool sized;  /* widths are in the format, */
	bool own[COLUMNS_MAX]; /* a cell of only this column has text */
};

struct tbl *
tbl_new(void)
{
	return gloss_calloc(1, sizeof(struct tbl));
}

void
tbl_free(struct tbl *t)
{
	if (t == NULL)
		return;
	buf_free(&t->text);
	free(t->pieces);
	free(t->cells);
	free(t->rows);
	free(t);
}

void
tbl_row(struct tbl *t, enum tbl_kind kind)
{
	t->rows = gloss_room(t->rows, t->row_count, &t->row_cap,
	    sizeof *t->rows);
	t->rows[t->row_count++] = (struct row){kind, t->cell_count, 0};
	t->column = 0;
	for (size_t c = 0; c < COLUMNS_MAX; c++)
		if (t->busy[c] > 0)
			t->busy[c]--;
}

static size_t
span(const char *number, size_t max)
{
	unsigned long n = number ? strtoul(number, NULL, 10) : 1;

	return n < 1 ? 1 : n > max ? max : n;
}

void
tbl_cell(struct tbl *t, char align, const char *colspan, const char *rowspan)
{
	size_t columns, rows = span(rowspan, ROWSPAN_MAX);

	while (t->column < COLUMNS_MAX && t->busy[t->column] > 0)
		t->column++;
	if (t->column == COLUMNS_MAX) {
		/* its text is merged into the cell before it */
		if (t->rows[t->row_count - 1].cells > 0)
			return;
		t->column = COLUMNS_MAX - 1;
	}
	columns = span(colspan, COLUMNS_MAX - t->column);
	t->cells = gloss_room(t->cells, t->cell_count, &t->cell_cap,
	    sizeof *t->cells);
	t->cells[t->cell_count++] = (struct cell){t->row_count - 1, t->column,
	    columns, t->piece_count, 0, align};
	t->rows[t->row_count - 1].cells++;
	for (size_t c = t->column; c < t->column + columns; c++)
		t->busy[c] = rows;
	if (t->columns <= t->column)
		t->columns = t->column + 1;
	t->column += columns;
}

/* The length of an escape of roff.c, and its width in columns. */
static size_t
escape(const char *s, size_t *width)
{
	*width = strchr("e-~(", s[1]) ? 1 : 0;
	if (s[1] == '(')
		return 4;
	if (s[1] == 'f')
		return s[2] == '(' ? 5 : 3;
	return 2;
}

/* The length of a break point here, or 0. */
static size_t
tear_at(const char *s)
{
	size_t len = strlen(ROFF_TEAR);

	return strncmp(s, ROFF_TEAR, len) == 0 ? len : 0;
}

static void
measure(struct piece *p, const char *s)
{
	size_t whole = 0, torn = 0, solid = 0, width;

	for (size_t i = 0; i < p->len;) {
		size_t tear = tear_at(s + i);
		bool blank = s[i] == ' ' || s[i] == '\n';
		bool ends = blank ||
		    (!tear && strncmp(s + i, "\\:", 2) == 0);

		width = 0;
		if (tear)
			i += tear;
		else if (s[i] == '\\')
			i += escape(s + i, &width);
		else
			width = roff_columns(utf8_next(s, p->len, &i));
		p->width += width;
		whole = ends ? 0 : whole + width;
		torn = ends || tear ? 0 : torn + width;
		solid = blank ? 0 : solid + width;
		if (p->whole < whole)
			p->whole = whole;
		if (p->torn < torn)
			p->torn = torn;
		if (p->solid < solid)
			p->solid = solid;
	}
}

void
tbl_piece(struct tbl *t, const char *roff, size_t len)
{
	struct piece *p;

	while (len > 0 && roff[len - 1] == '\n')
		len--;
	if (len == 0 || t->cell_count == 0)
		return;
	t->pieces = gloss_room(t->pieces, t->piece_count, &t->piece_cap,
	    sizeof *t->pieces);
	p = &t->pieces[t->piece_count++];
	*p = (struct piece){.at = t->text.len, .len = len};
	measure(p, roff);
	/* tbl reads it as a rule */
	if (len == 1 && (*roff == '_' || *roff == '=')) {
		buf_puts(&t->text, "\\&");
		p->len += 2;
	}
	buf_add(&t->text, roff, len);
	t->cells[t->cell_count - 1].pieces++;
}

/* Removes columns in which no cell begins. */
static size_t
last_column(const struct tbl *t, const struct cell *c)
{
	size_t last = c->column + c->span - 1;

	return last < t->columns ? last : t->columns - 1;
}

/* Does a cell span several columns, but not all? */
static bool
is_bridge(const struct tbl *t, const struct cell *c)
{
	size_t last = last_column(t, c);

	return last > c->column && (c->column > 0 || last + 1 < t->columns);
}

/* The total width of a cell's columns. */
static size_t
sum(const struct tbl *t, const struct cell *c, const size_t width[],
    size_t gutter)
{
	size_t last = last_column(t, c), n = width[last];

	for (size_t i = c->column; i < last; i++)
		n += width[i] + gutter;
	return n;
}

/*
 * Adds missing width to a cell's first column, and to columns that have text.
 */
static void
share(size_t lack, const struct plan *plan, size_t width[], size_t first,
    size_t last)
{
	size_t sharers = 1;

	for (size_t c = first + 1; c <= last; c++)
		sharers += plan->own[c];
	width[first] += lack - lack / sharers * (sharers - 1);
	for (size_t c = first + 1; c <= last; c++)
		width[c] += plan->own[c] ? lack / sharers : 0;
}

/* Widens the columns to fit their cells, spanning ones too. */
static void
widen(const struct tbl *t, bool spanning, const struct plan *plan,
    size_t least[], size_t natural[])
{
	for (size_t i = 0; i < t->cell_count; i++) {
		const struct cell *c = &t->cells[i];
		if ((last_column(t, c) > c->column) != spanning)
			continue;
		for (size_t k = c->piece; k < c->piece + c->pieces; k++) {
			const struct piece *p = &t->pieces[k];
			/* tbl does not count the gutters here */
			size_t has = sum(t, c, least, 0);
			size_t word =
			    p->whole > plan->most ? p->torn : p->whole;

			if (is_bridge(t, c) && !plan->own[c->column])
				word = p->solid;
			if (word > has)
				least[c->column] += word - has;
			has = sum(t, c, natural, plan->gutter);
			if (p->width > has)
				share(p->width - has, plan, natural, c->column,
				    last_column(t, c));
		}
	}
}

/*
 * Distributes the width: columns that need less than their share keep what they
 * need, the others share the rest; none becomes narrower than its longest word.
 */
static void
divide(const struct tbl *t, size_t left, const size_t least[],
    const size_t natural[], size_t width[])
{
	bool fixed[COLUMNS_MAX] = {false}, again = true;
	size_t open = t->columns, owed = 0;

	for (size_t c = 0; c < t->columns; c++)
		owed += least[c];
	while (again) {
		again = false;
		for (size_t c = 0; c < t->columns; c++) {
			size_t share = open ? left / open : 0;

			if (fixed[c] ||
			    (natural[c] > share && least[c] < share))
				continue;
			owed -= least[c];
			width[c] = natural[c] > share ? least[c] : natural[c];
			if (width[c] > left - owed)
				width[c] = left - owed;
			fixed[c] = again = true;
			left -= width[c];
			open--;
		}
	}
	for (size_t c = 0; c < t->columns; c++) {
		if (fixed[c])
			continue;
		width[c] = left / open;
		left -= left / open--;
	}
}

/* Returns false if the table cannot be that narrow. */
static bool
fit(const struct tbl *t, size_t room, size_t gutter, size_t most,
    struct plan *plan)
{
	size_t least[COLUMNS_MAX] = { 0 }, natural[COLUMNS_MAX] = { 0 };
	size_t gutters = (t->columns - 1) * gutter, all = gutters;

	plan->gutter = gutter;
	plan->most = most;
	widen(t, false, plan, least, natural);
	widen(t, true, plan, least, natural);
	for (size_t c = 0; c < t->columns; c++)
		all += least[c];
	if (all > room)
		return false;
	divide(t, room - gutters, least, natural, plan->width);
	return true;
}

/* Narrows the gutters before breaking words, and breaks as few as possible. */
static bool
plan_table(const struct tbl *t, size_t room, struct plan *plan)
{
	if (fit(t, room, GUTTER, room, plan))
		return true;
	for (size_t most = room; most > 0; most--)
		if (fit(t, room, GUTTER_NARROW, most, plan))
			return true;
	return false;
}

static bool
is_filled(const struct tbl *t, const struct plan *plan, const struct cell *c,
    const struct piece *p)
{
	return p->width > sum(t, c, plan->width, plan->gutter);
}

static size_t
row_height(const struct tbl *t, const struct row *r)
{
	size_t height = 1;

	for (size_t i = r->cell; i < r->cell + r->cells; i++)
		if (t->cells[i].pieces > height)
			height = t->cells[i].pieces;
	return height;
}

/*
 * Writes the format of a row, which applies until the next format.  mandoc
 * loops for ever if a spanning cell is wider than its columns and the narrowest
 * column is not one of them: the modifier z excludes the cell from measuring.
 */
static void
put_format(const struct tbl *t, const struct plan *plan, const struct row *r,
    struct buf *out)
{
	size_t next = r->cell, end = r->cell + r->cells, spanned = 0;

	for (size_t c = 0; c < t->columns; c++) {
		char align = 'l';
		bool unmeasured = false;

		if (c > 0)
			buf_putc(out, ' ');
		if (spanned > 0) {
			spanned--;
			align = 's';
		} else if (next < end && t->cells[next].column == c) {
			align = t->cells[next].align;
			unmeasured = plan->own[c] &&
			    is_bridge(t, &t->cells[next]);
			spanned = t->cells[next++].span - 1;
		}
		buf_putc(out, align);
		if (plan->sized)
			buf_printf(out, "w(%zu)", plan->width[c]);
		buf_puts(out, unmeasured ? "z" : "");
		if (plan->gutter != GUTTER && c + 1 < t->columns)
			buf_printf(out, "%zu", plan->gutter);
	}
}

static void
put_formats(const struct tbl *t, const struct plan *plan, struct buf *out)
{
	struct buf this = { 0 }, before = { 0 }, swap;
	size_t owed = 0; /* lines that repeat the one before */
	bool space;

	for (size_t i = 0; i < t->row_count; i++) {
		const struct row *r = &t->rows[i];

		buf_truncate(&this, 0);
		put_format(t, plan, r, &this);
		space = plan->parted && i > 0 &&
		    r->kind == t->rows[i - 1].kind;
		if (strcmp(buf_str(&this), buf_str(&before)) != 0) {
			for (; owed > 0; owed--)
				buf_printf(out, "%s\n", buf_str(&before));
			buf_printf(out, "%s\n", buf_str(&this));
			owed--;
		}
		owed += row_height(t, r) + space;
		swap = before, before = this, this = swap;
	}
	buf_truncate(out, out->len - 1);
	buf_puts(out, ".\n");
	buf_free(&this);
	buf_free(&before);
}

/*
 * Where words may be broken, replaces unbreakable spaces by others: groff does
 * not break a line after one, and mandoc breaks no words.
 */
static bool
part(const char *next, const char *end, size_t start, struct buf *out)
{
	if (next == end || *next == ' ' || *next == '\n' ||
	    out->len < start + 3 ||
	    memcmp(out->data + out->len - 2, "\\~", 2) != 0)
		return false;
	buf_truncate(out, out->len - 2);
	buf_putc(out, ' ');
	return true;
}

/*
 * Writes a paragraph; tear: words may be broken, lines: verbatim.  A line that
 * is split keeps the protection at its start, since "_", ".b" and "T}" have a
 * meaning there.
 */
static void
put_text(const struct tbl *t, const struct piece *p, bool tear, bool lines,
    struct buf *out)
{
	const char *s = t->text.data + p->at;
	size_t start = out->len;

	for (size_t i = 0; i < p->len; i++) {
		size_t len = tear_at(s + i);

		if (len > 0) {
			if (!tear || !part(s + i + len, s + p->len, start, out))
				buf_puts(out, tear ? "\\:" :
				    out->len - start < 2 ? "\\&" : "");
			i += len - 1;
			continue;
		}
		buf_putc(out, s[i] == '\n' && !lines ? ' ' : s[i]);
		if (buf_last(out) == '\n')
			start = out->len;
	}
}

static void
put_piece(const struct tbl *t, const struct plan *plan, const struct cell *c,
    const struct piece *p, struct buf *out)
{
	size_t width = sum(t, c, plan->width, plan->gutter);
	bool filled = is_filled(t, plan, c, p);

	buf_puts(out, filled ? "T{\n" : "");
	put_text(t, p, p->whole > width, filled, out);
	buf_puts(out, filled ? "\nT}" : "");
}

/* Writes one line of data: the n-th paragraph of each cell of a row. */
static void
put_line(const struct tbl *t, const struct plan *plan, const struct row *r,
    size_t n, struct buf *out)
{
	size_t start = out->len, tabs = 0, column = 0;

	for (size_t i = r->cell; i < r->cell + r->cells; i++) {
		const struct cell *c = &t->cells[i];

		/* columns covered by a cell from above are left empty */
		tabs += c->column - column;
		column = c->column + 1;
		if (n < c->pieces) {
			for (; tabs > 0; tabs--)
				buf_putc(out, '\t');
			put_piece(t, plan, c, &t->pieces[c->piece + n], out);
		}
		column += c->span - 1;
		tabs++;
	}
	if (out->len == start)
		buf_puts(out, "\\&");
	buf_putc(out, '\n');
}

/* An upper bound of the lines that the table takes. */
static size_t
lines(const struct tbl *t, const struct plan *plan)
{
	size_t n = t->row_count * 3;

	for (size_t i = 0; i < t->cell_count; i++) {
		const struct cell *c = &t->cells[i];
		size_t width = sum(t, c, plan->width, plan->gutter);

		for (size_t k = c->piece; k < c->piece + c->pieces; k++)
			n += 1 + (width ? 2 * t->pieces[k].width / width : 0);
	}
	return n;
}

/*
 * groff extends its single long page when .ne asks for space; tbl does not ask,
 * and then warns at the end of the page.
 */
static void
put_table(const struct tbl *t, const struct plan *plan, struct buf *out)
{
	buf_printf(out, ".if n .ne %zu\n", lines(t, plan));
	buf_puts(out, ".TS\n");
	put_formats(t, plan, out);
	for (size_t i = 0; i < t->row_count; i++) {
		const struct row *r = &t->rows[i];

		if (i > 0 && r->kind != r[-1].kind)
			buf_puts(out, "_\n");
		else if (i > 0 && plan->parted)
			buf_puts(out, "\\&\n");
		for (size_t n = 0; n < row_height(t, r); n++)
			put_line(t, plan, r, n, out);
	}
	buf_puts(out, ".TE\n");
}

/*
 * A table too wide for any page: each row is a paragraph, each paragraph of a
 * cell a line, without filling where words cannot be broken.
 */
static void
put_stack(const struct tbl *t, struct buf *out, size_t room)
{
	const char *between = "";

	for (size_t i = 0; i < t->row_count; i++) {
		const struct row *r = &t->rows[i];

		for (size_t k = r->cell; k < r->cell + r->cells; k++)
			for (size_t n = 0; n < t->cells[k].pieces; n++) {
				const struct piece *p =
				    &t->pieces[t->cells[k].piece + n];

				bool wide = p->torn > room;

				buf_puts(out, between);
				buf_puts(out, wide ? ".nf\n" : "");
				put_text(t, p, p->whole > room, true, out);
				buf_puts(out, wide ? "\n.fi\n" : "\n");
				between = ".br\n";
			}
		if (*between)
			between = ".PP\n";
	}
}

enum tbl_form
tbl_write(const struct tbl *t, struct buf *out, size_t room)
{
	struct plan plan = { 0 };

	if (t->columns == 0 || t->piece_count == 0)
		return TBL_NOTHING;
	for (size_t i = 0; i < t->cell_count; i++) {
		const struct cell *c = &t->cells[i];

		plan.own[c->column] |=
		    c->pieces > 0 && last_column(t, c) == c->column;
		plan.sized |= is_bridge(t, c);
	}
	if (!plan_table(t, room, &plan)) {
		put_stack(t, out, room);
		return TBL_STACKED;
	}
	for (size_t i = 0; i < t->cell_count; i++)
		for (size_t k = 0; k < t->cells[i].pieces; k++)
			plan.filled |= is_filled(t, &plan, &t->cells[i],
			    &t->pieces[t->cells[i].piece + k]);
	plan.parted = plan.filled;
	for (size_t i = 0; i < t->row_count; i++)
		plan.parted |= row_height(t, &t->rows[i]) > 1;
	plan.sized |= plan.filled;
	put_table(t, &plan, out);
	return TBL_DRAWN;
}
