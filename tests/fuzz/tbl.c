/* SPDX-License-Identifier: MIT */
/* The lexis of a man page's tables, with cells as roff.c writes them. */
#include <ctype.h>
#include <stdlib.h>

#include "write/man/roff.h"
#include "write/man/tbl.h"
#include "fuzz.h"

/* A table in the making, and the text in its cells. */
struct state {
	struct tbl *tbl;
	struct roff r;
	struct buf cell, text;
	bool rows, cells;
};

static void
row(struct state *s, struct input *in)
{
	tbl_row(s->tbl, take(in, 3));
	s->rows = true;
	s->cells = false;
}

static void
cell(struct state *s, struct input *in)
{
	char *columns = string_of(take_bytes(in));
	char *rows = string_of(take_bytes(in));
	char align = "lcr"[take(in, 3)];
	bool spans = take(in, 2);

	if (!s->rows)
		row(s, in);
	tbl_cell(s->tbl, align, spans ? columns : NULL, spans ? rows : NULL);
	s->cells = true;
	free(columns);
	free(rows);
}

static void
piece(struct state *s, struct input *in)
{
	struct input bytes = take_bytes(in);
	unsigned font = take(in, ROFF_FONTS), how = take(in, 4);

	if (!s->cells || bytes.len == 0)
		return;
	roff_font_push(&s->r, font);
	roff_text(&s->r, how, (const char *)bytes.data, bytes.len);
	roff_font_pop(&s->r, font);
	roff_end_line(&s->r);
	buf_add(&s->text, (const char *)bytes.data, bytes.len);
	tbl_piece(s->tbl, buf_str(&s->cell), s->cell.len);
	buf_truncate(&s->cell, 0);
	roff_turn(&s->r, &s->cell);
}

/* Rows put lines of several cells side by side, so that only numbers count. */
static void
judge_counts(const struct buf *text, const struct buf *shown)
{
	size_t counts[256] = { 0 };

	for (size_t i = 0; i < shown->len; i++)
		counts[(unsigned char)shown->data[i]]++;
	for (size_t i = 0; i < text->len; i++) {
		unsigned char c = (unsigned char)text->data[i];

		promise(!isalnum(c) || counts[c]-- > 0,
		    "every letter is in the table", shown);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input in = { data, size };
	struct state s = { .tbl = tbl_new() };
	struct buf page = { 0 }, shown = { 0 };
	size_t room = 1 + take(&in, 80);

	roff_init(&s.r, &s.cell);
	s.r.cell = true;
	s.r.room = 20;
	while (in.len > 0) {
		switch (take(&in, 4)) {
		case 0:
			row(&s, &in);
			break;
		case 1:
			cell(&s, &in);
			break;
		default:
			piece(&s, &in);
		}
	}
	tbl_write(s.tbl, &page, room);
	tbl_free(s.tbl);
	judge_man(&page);
	show_man(&page, &shown);
	judge_counts(&s.text, &shown);
	buf_free(&shown);
	buf_free(&page);
	buf_free(&s.cell);
	buf_free(&s.text);
	return 0;
}
