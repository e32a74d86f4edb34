/* SPDX-License-Identifier: MIT */
/* The lexis of plain text: margins, lines and rules. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "fill.h"
#include "paragraph.h"
#include "width.h"

#define TAB 8

/* The margin before a fill_in(). */
struct level {
	size_t bytes;
	int columns;
};

struct fill {
	struct buf *out;
	struct fill *parent;
	int width; /* INT_MAX while measuring */

	struct paragraph paragraph;
	int hang; /* indent of its further lines */

	/* the margin, and what replaces it in the next line */
	struct buf margin;
	int columns;
	struct level *levels;
	size_t depth, levels_cap;
	struct buf first;
	int first_columns;
	size_t first_depth;
	bool marked;

	/* blank lines above the next line */
	int gap;
	size_t gap_margin;
	bool tight;
	bool begun;

	bool looking, linking;

	int last_widest;
	int min, max;
};

static struct fill *
new_fill(struct tools *tools, struct fill *parent, struct buf *out, int width)
{
	struct fill *f = gloss_calloc(1, sizeof *f);

	f->out = out;
	f->paragraph.tools = tools;
	f->parent = parent;
	f->width = width > 0 ? width : INT_MAX;
	return f;
}

struct fill *
fill_new(struct buf *out, int width, bool ascii, const char *lang)
{
	return new_fill(tools_new(ascii, lang), NULL, out, width);
}

struct fill *
fill_sub(struct fill *parent, struct buf *out, int width)
{
	return new_fill(parent->paragraph.tools, parent, out, width);
}

void
fill_free(struct fill *f)
{
	fill_end(f);
	while (f->depth > 0)
		fill_out(f);
	if (f->parent == NULL)
		tools_free(f->paragraph.tools);
	paragraph_free(&f->paragraph);
	buf_free(&f->margin);
	buf_free(&f->first);
	free(f->levels);
	free(f);
}

void
fill_text(struct fill *f, const char *utf8, size_t len)
{
	paragraph_add(&f->paragraph, utf8, len);
}

void
fill_puts(struct fill *f, const char *utf8)
{
	fill_text(f, utf8, strlen(utf8));
}

void
fill_unblank(struct fill *f)
{
	if (!f->paragraph.verbatim)
		buf_trim(&f->paragraph.text, 0);
}

void
fill_break(struct fill *f)
{
	paragraph_break(&f->paragraph);
}

void
fill_keep(struct fill *f, enum fill_keep keep)
{
	paragraph_open(&f->paragraph, &f->paragraph.keeps[keep]);
}

void
fill_unkeep(struct fill *f, enum fill_keep keep)
{
	paragraph_close(&f->paragraph, &f->paragraph.keeps[keep]);
}

void
fill_looking(struct fill *f)
{
	f->looking = true;
}

void
fill_look(struct fill *f, enum fill_look look)
{
	if (f->looking)
		paragraph_open(&f->paragraph, &f->paragraph.looks[look]);
}

void
fill_unlook(struct fill *f, enum fill_look look)
{
	if (f->looking)
		paragraph_close(&f->paragraph, &f->paragraph.looks[look]);
}

void
fill_linking(struct fill *f)
{
	f->linking = true;
}

void
fill_link(struct fill *f, const char *uri)
{
	if (f->linking)
		paragraph_open_link(&f->paragraph, uri);
}

void
fill_unlink(struct fill *f)
{
	if (f->linking)
		paragraph_close_link(&f->paragraph);
}

void
fill_hang(struct fill *f, int columns)
{
	int most = f->width / 2 - f->columns;

	f->hang = columns < most ? columns : most;
}

void
fill_hang_here(struct fill *f)
{
	fill_hang(f, width_of(f->paragraph.text.data, f->paragraph.text.len));
}

void
fill_verbatim(struct fill *f, int indent)
{
	fill_end(f);
	f->hang = indent;
	f->paragraph.verbatim = true;
}

/* Lines. */

/*
 * Invisible variants of the space become spaces, so that the file can be
 * searched.
 */
static void
add_plain_blanks(struct buf *out, const char *s, size_t len)
{
	size_t run = 0;

	for (size_t i = 0; i + 1 < len; i++)
		if (memcmp(s + i, PARAGRAPH_NBSP, 2) == 0) {
			buf_add(out, s + run, i - run);
			buf_putc(out, ' ');
			run = i + 2;
		}
	buf_add(out, s + run, len - run);
}

static void
end_line(struct fill *f, size_t start)
{
	buf_trim(f->out, start);
	buf_putc(f->out, '\n');
}

/* Completes the margin of a first line that has a mark. */
static void
extend_first(struct fill *f, size_t depth)
{
	size_t bytes = f->margin.len, from;
	int columns = f->columns;

	if (f->first_depth >= depth)
		return;
	if (depth < f->depth) {
		bytes = f->levels[depth].bytes;
		columns = f->levels[depth].columns;
	}
	from = f->levels[f->first_depth].bytes;
	buf_add(&f->first, buf_str(&f->margin) + from, bytes - from);
	f->first_columns += columns - f->levels[f->first_depth].columns;
	f->first_depth = depth;
}

/* Writes the requested blank lines, then the margin or the mark. */
static size_t
start_line(struct fill *f, int hang)
{
	size_t start;

	for (; f->gap > 0; f->gap--) {
		start = f->out->len;
		buf_add(f->out, buf_str(&f->margin), f->gap_margin);
		end_line(f, start);
	}
	f->tight = false;
	f->begun = true;
	start = f->out->len;
	if (f->marked) {
		extend_first(f, f->depth);
		buf_add(f->out, buf_str(&f->first), f->first.len);
		f->marked = false;
	} else {
		buf_add(f->out, buf_str(&f->margin), f->margin.len);
	}
	buf_blanks(f->out, hang);
	return start;
}

/*
 * Writes a piece of the paragraph with its styles (ECMA-48, SGR) and links
 * (OSC 8), which end with it.
 */
static void
put_looking(struct fill *f, const char *s, size_t len)
{
	static const char *const on[FILL_LOOKS] = {
		[LOOK_BOLD] = "\033[1m",
		[LOOK_UNDERLINED] = "\033[4m",
		[LOOK_CODE] = "\033[32m",
		[LOOK_REF] = "\033[36m",
	};
	size_t at = (size_t)(s - f->paragraph.text.data), end = at + len, to;
	const char *uri;
	bool any;

	for (; at < end; at = to) {
		to = end;
		any = false;
		uri = paragraph_leads(&f->paragraph, at, &to);
		if (uri)
			buf_printf(f->out, "\033]8;;%s\033\\", uri);
		for (int i = 0; i < FILL_LOOKS; i++)
			if (paragraph_looks(&f->paragraph,
			    (enum fill_look)i, at, &to)) {
				buf_puts(f->out, on[i]);
				any = true;
			}
		add_plain_blanks(f->out, f->paragraph.text.data + at, to - at);
		if (any)
			buf_puts(f->out, "\033[0m");
		if (uri)
			buf_puts(f->out, "\033]8;;\033\\");
	}
}

static void
put_line(struct fill *f, const char *s, size_t len, int hang)
{
	size_t start = start_line(f, hang);

	if ((f->looking || f->linking) && len > 0 && !f->paragraph.verbatim)
		put_looking(f, s, len);
	else if (f->paragraph.wide)
		add_plain_blanks(f->out, s, len);
	else
		buf_add(f->out, s, len);
	end_line(f, start);
}

static int
greater(int a, int b)
{
	return a > b ? a : b;
}

/* the indent is at most half of the width */
static void
note_piece(struct fill *f, int columns)
{
	int margin = f->columns + f->hang;

	if (margin > columns)
		margin = columns;
	f->min = greater(f->min, margin + columns);
}

static void
note_line(struct fill *f, int column)
{
	f->max = greater(f->max, column);
	f->last_widest = greater(f->last_widest, column - f->columns);
}

/*
 * A mark too wide for its columns gets a line of its own, unless text follows.
 */
static void
settle_mark(struct fill *f)
{
	int columns = f->columns;

	if (f->marked && f->first_depth < f->depth)
		columns = f->levels[f->first_depth].columns;
	if (f->marked && f->first_columns > columns)
		put_line(f, "", 0, 0);
}

static int
first_column(struct fill *f)
{
	if (!f->marked)
		return f->columns;
	extend_first(f, f->depth);
	return f->first_columns;
}

static void
flow(struct fill *f)
{
	struct piece p = paragraph_pieces(&f->paragraph);
	const char *s = f->paragraph.text.data;
	size_t start = 0, end = 0;
	int blank, hang = 0, column = first_column(f);
	bool some = column > f->columns; /* the mark is wider than its
					  * columns */

	while (paragraph_next(&f->paragraph, &p)) {
		note_piece(f, p.columns);
		blank = (int)(p.start - end);
		if (some && column + blank + p.columns > f->width) {
			note_line(f, column);
			put_line(f, s + start, end - start, hang);
			hang = f->hang;
			column = f->columns + hang;
			start = p.start;
			blank = 0;
		}
		column += blank + p.columns;
		end = p.end;
		some = true;
		if (p.after == '\n') {
			note_line(f, column);
			put_line(f, s + start, end - start, hang);
			hang = f->hang;
			column = f->columns + hang;
			start = end = p.next;
			some = false;
		}
	}
}

/*
 * Adds a space after a measured object, so that later text does not change it.
 */
static struct buf
expand_tabs(const char *s, size_t len)
{
	struct buf to = { 0 };
	size_t measured = 0;
	int column = 0, blanks;

	for (size_t i = 0; i < len; i++) {
		if (s[i] != '\t') {
			buf_putc(&to, s[i]);
			if (s[i] != '\n')
				continue;
			column = 0;
		} else {
			column += width_of(buf_str(&to) + measured,
			    to.len - measured);
			blanks = TAB - column % TAB;
			buf_blanks(&to, blanks);
			column += blanks;
		}
		measured = to.len;
	}
	return to;
}

static size_t
line_length(const char *s)
{
	return strcspn(s, "\n");
}

/* Strips blank lines at both ends. */
static const char *
strip_lines(struct buf *text)
{
	const char *start = buf_str(text);
	size_t blanks;

	while (text->len > 0 && strchr(" \t\n", buf_last(text)))
		buf_truncate(text, text->len - 1);
	while (start[blanks = strspn(start, " \t")] == '\n')
		start += blanks + 1;
	return start;
}

static void
put_verbatim(struct fill *f)
{
	const char *start = strip_lines(&f->paragraph.text), *line;
	struct buf lines = expand_tabs(start, strlen(start));
	int widest = 0, hang = f->hang;

	settle_mark(f);
	for (line = buf_str(&lines); *line; line += *line == '\n') {
		widest = greater(widest, width_of(line, line_length(line)));
		line += line_length(line);
	}
	if (f->columns + hang + widest > f->width)
		hang = 0;
	note_piece(f, widest);
	note_line(f, f->columns + hang + widest);
	for (line = buf_str(&lines); *line; line += *line == '\n') {
		put_line(f, line, line_length(line), hang);
		line += line_length(line);
	}
	buf_free(&lines);
}

static void
forget_text(struct fill *f)
{
	paragraph_forget(&f->paragraph);
	f->hang = 0;
}

void
fill_end(struct fill *f)
{
	if (!f->paragraph.verbatim)
		buf_trim(&f->paragraph.text, 0);
	if (f->paragraph.text.len > 0) {
		f->last_widest = 0;
		if (f->paragraph.verbatim) {
			put_verbatim(f);
		} else {
			flow(f);
		}
	}
	forget_text(f);
}

/* Margins. */

static void
start_level(struct fill *f)
{
	fill_end(f);
	f->levels = gloss_room(f->levels, f->depth, &f->levels_cap,
	    sizeof *f->levels);
	f->levels[f->depth++] = (struct level){f->margin.len, f->columns};
}

void
fill_in(struct fill *f, int columns)
{
	int most = f->width / 2 - f->columns;

	start_level(f);
	if (columns > most)
		columns = greater(most, 0);
	buf_blanks(&f->margin, columns);
	f->columns += columns;
}

void
fill_bar(struct fill *f)
{
	start_level(f);
	if (f->columns + 2 > f->width / 2)
		return;
	buf_puts(&f->margin,
	    tools_ascii(f->paragraph.tools) ? "| " : "\u2502 ");
	f->columns += 2;
}

void
fill_out(struct fill *f)
{
	struct level outer;

	fill_end(f);
	if (f->marked && f->first_depth == f->depth)
		put_line(f, "", 0, 0);
	outer = f->levels[--f->depth];
	buf_truncate(&f->margin, outer.bytes);
	f->columns = outer.columns;
	f->tight = false;
	if (f->gap_margin > f->margin.len)
		f->gap_margin = f->margin.len;
}

void
fill_mark(struct fill *f, const char *utf8)
{
	int columns, width;

	fill_end(f);
	settle_mark(f);
	if (!f->marked) {
		buf_truncate(&f->first, 0);
		f->first_columns = 0;
		f->first_depth = 0;
		f->marked = true;
	}
	extend_first(f, f->depth - 1);
	fill_puts(f, utf8);
	width = width_of(f->paragraph.text.data, f->paragraph.text.len);
	f->min = greater(f->min, width);
	columns = f->columns - f->levels[f->depth - 1].columns - width - 1;
	buf_blanks(&f->first, columns);
	add_plain_blanks(&f->first, buf_str(&f->paragraph.text),
	    f->paragraph.text.len);
	buf_putc(&f->first, ' ');
	f->first_columns += greater(columns, 0) + width + 1;
	f->first_depth = f->depth;
	forget_text(f);
}

void
fill_gap(struct fill *f, int lines)
{
	fill_end(f);
	if (f->tight || f->marked || !f->begun)
		return;
	if (f->gap == 0 || f->gap_margin > f->margin.len)
		f->gap_margin = f->margin.len;
	f->gap = greater(f->gap, lines);
}

void
fill_tight(struct fill *f)
{
	fill_end(f);
	f->gap = 0;
	f->tight = true;
}

/* Drawn lines. */

static void
draw(struct fill *f, const char *stroke, int columns)
{
	size_t start;

	settle_mark(f);
	start = start_line(f, 0);
	while (columns-- > 0)
		buf_puts(f->out, stroke);
	end_line(f, start);
}

void
fill_underline(struct fill *f, char c)
{
	fill_end(f);
	draw(f, (char[]){c, '\0'}, f->last_widest);
}

void
fill_rule(struct fill *f, int columns)
{
	fill_end(f);
	if (f->width == INT_MAX)
		columns = 0;
	draw(f, tools_ascii(f->paragraph.tools) ? "-" : "\u2500", columns);
}

void
fill_line(struct fill *f, const char *line, size_t len)
{
	size_t start;

	fill_end(f);
	settle_mark(f);
	start = start_line(f, 0);
	buf_add(f->out, line, len);
	end_line(f, start);
}

/* Measuring. */

int
fill_room(const struct fill *f)
{
	return f->width - f->columns;
}

void
fill_extent(struct fill *f, int *min, int *max)
{
	fill_end(f);
	*min = f->min;
	*max = greater(f->max, f->min);
}

void
fill_measured(struct fill *f, int min, int max)
{
	fill_end(f);
	note_piece(f, min);
	note_line(f, f->columns + max);
}
