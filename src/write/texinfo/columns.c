/* SPDX-License-Identifier: MIT */
/* Columns of Texinfo tables: positions of cells, and widths. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "gloss/write.h"
#include "columns.h"
#include "texi.h"

/* Columns of the screen, and those that makeinfo keeps free after a cell. */
enum { LINE_WIDTH = 72, MARGIN = 2 };

struct extent {
	size_t word;   /* width of the longest word */
	size_t total;  /* width of the whole cell */
	size_t open;   /* width of the current word */
	unsigned refs; /* inside a reference, where spaces separate no words */
	bool nested;   /* it holds more than paragraphs */
	bool muted;    /* skip what is not printed */
};

static void
end_word(struct extent *e)
{
	if (e->open > e->word)
		e->word = e->open;
	e->open = 0;
}

static void
measure_text(void *w, const char *utf8, size_t len)
{
	struct extent *e = w;

	for (size_t i = 0; i < len && !e->muted; i++) {
		if (strchr(" \t\r\n", utf8[i]) && e->refs == 0)
			end_word(e);
		else
			e->open++;
		e->total++;
	}
}

static void
mute(void *w, const xmlNode *node)
{
	(void)node;
	((struct extent *)w)->muted = true;
}

static void
unmute(void *w, const xmlNode *node)
{
	(void)node;
	((struct extent *)w)->muted = false;
}

static void
measure_font(void *w, const xmlNode *node)
{
	struct extent *e = w;

	(void)node;
	e->open += 2;
	e->total += 2;
}

static void
measure_url(void *w, const xmlNode *node)
{
	measure_font(w, node);
	measure_text(w, " ", 1);
	measure_text(w, layout_attr(node, "href"),
	    strlen(layout_attr(node, "href")));
}

static void
measure_page(void *w, const xmlNode *node)
{
	const char *section = layout_attr(node, "section");

	measure_font(w, node);
	measure_font(w, node);
	measure_text(w, layout_attr(node, "name"),
	    strlen(layout_attr(node, "name")));
	if (section)
		measure_text(w, section, strlen(section));
}

/* makeinfo does not break a line in a reference: "*note words: name." */
static void
measure_ref(void *w, const xmlNode *node)
{
	struct extent *e = w;

	(void)node;
	e->refs++;
	measure_text(w, "*note ", 6);
}

static void
end_ref(void *w, const xmlNode *node)
{
	struct extent *e = w;
	const char *anchor = layout_attr(node, "anchor");
	const char *manual = layout_attr(node, "manual");
	struct buf name = { 0 };

	measure_text(w, "::", 2);
	texi_name(&name, anchor, true);
	if (manual || !layout_says(node, buf_str(&name)))
		measure_text(w, buf_str(&name), name.len);
	if (manual)
		measure_text(w, manual, strlen(manual));
	e->refs--;
	buf_free(&name);
}

static void
measure_image(void *w, const xmlNode *node)
{
	const char *file = node->children ? "" : layout_attr(node, "file");

	measure_font(w, node);
	measure_text(w, file, strlen(file));
}

static void
measure_block(void *w, const xmlNode *node)
{
	(void)node;
	end_word(w);
}

static void
measure_nested(void *w, const xmlNode *node)
{
	struct extent *e = w;

	(void)node;
	e->nested = true;
}

/* Measures a cell. */
static struct extent
measure(const xmlNode *cell)
{
	static const struct act acts[L_COUNT] = {
		[L_PARA] = {NULL, measure_block},
		[L_BR] = {measure_block, NULL},
		[L_TABLE] = {measure_nested, NULL},
		[L_LIST] = {measure_nested, NULL},
		[L_VERBATIM] = {measure_nested, NULL},
		[L_SYNOPSIS] = {measure_nested, NULL},
		[L_NOTE] = {measure_nested, NULL},
		[L_BLOCKQUOTE] = {measure_nested, NULL},
		[L_STRONG] = {measure_font, NULL},
		[L_EM] = {measure_font, NULL},
		[L_CODE] = {measure_font, NULL},
		[L_SUB] = {measure_font, measure_font},
		[L_SUP] = {measure_font, measure_font},
		[L_DEL] = {measure_font, measure_font},
		[L_REF] = {measure_ref, end_ref},
		[L_URL] = {measure_url, NULL},
		[L_PAGE] = {measure_page, NULL},
		[L_WHERE] = {mute, unmute},
		[L_INDEXTERM] = {mute, unmute},
		[L_IMAGE] = {measure_image, NULL},
	};
	struct extent e = { 0 };

	write_walk(cell, acts, measure_text, &e);
	end_word(&e);
	return e;
}

static unsigned
span_of(const xmlNode *cell, const char *attr)
{
	const char *s = layout_attr(cell, attr);
	unsigned long value = s ? strtoul(s, NULL, 10) : 1;

	return value < 1 ? 1 : value > USHRT_MAX ? USHRT_MAX : (unsigned)value;
}

unsigned
columns_pass(struct columns *c)
{
	unsigned from = c->column;

	while (c->column < COLUMNS_MOST && c->spans[c->column] > 0)
		c->spans[c->column++]--;
	return c->column - from;
}

bool
columns_take(struct columns *c, const xmlNode *cell)
{
	unsigned columns = span_of(cell, "colspan");
	unsigned rows = span_of(cell, "rowspan");

	if (columns > COLUMNS_MOST - c->column)
		return false;
	while (columns-- > 0)
		c->spans[c->column++] = rows - 1;
	return true;
}

void
columns_end_row(struct columns *c)
{
	if (c->column > c->count)
		c->count = c->column;
	for (; c->column < COLUMNS_MOST; c->column++)
		if (c->spans[c->column] > 0)
			c->spans[c->column]--;
	c->column = 0;
}

/* Measures all columns; returns false if Info cannot show the table. */
static bool
measure_columns(const xmlNode *table, struct columns *c, struct extent *extents)
{
	const xmlNode *row, *cell;
	struct extent e, *column;

	for (row = layout_child(table, L_ROW); row; row = layout_after(row)) {
		cell = layout_child(row, L_CELL);
		for (; cell; cell = layout_after(cell)) {
			columns_pass(c);
			column = &extents[c->column];
			if (!columns_take(c, cell))
				return false;
			e = measure(cell);
			if (e.nested)
				return false;
			if (e.word > column->word)
				column->word = e.word;
			if (e.total > column->total)
				column->total = e.total;
		}
		columns_end_row(c);
	}
	return true;
}

/*
 * Widths: those of the content if they fit, else the widest word of each column
 * and a share of the rest.  makeinfo puts one column between cells, besides the
 * margin; a word that extends into it is not broken.
 */
bool
columns_line(const xmlNode *table, struct buf *line)
{
	struct extent e[COLUMNS_MOST + 1] = {{0}};
	struct columns c = { 0 };
	size_t margin = MARGIN, words = 0, more = 0, room, spare, width;

	if (!measure_columns(table, &c, e))
		return false;
	for (unsigned i = 0; i < c.count; i++) {
		words += e[i].word;
		more += e[i].total - e[i].word;
	}
	if (c.count == 0 || words + c.count - 1 > LINE_WIDTH)
		return false;
	room = LINE_WIDTH - (c.count - 1) - words;
	while (margin * c.count > room)
		margin--;
	room -= margin * c.count;
	spare = room < more ? room : more;
	buf_puts(line, "@multitable @columnfractions");
	for (unsigned i = 0; i < c.count; i++) {
		width = e[i].word + margin;
		if (more > 0)
			width += spare * (e[i].total - e[i].word) / more;
		buf_printf(line, " .%03zu", width * 1000 / LINE_WIDTH + 1);
	}
	return true;
}
