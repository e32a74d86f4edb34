/* SPDX-License-Identifier: MIT */
/* Man pages: margins, vertical space, and the mode of text. */
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "write/utf8.h"
#include "man.h"

/* Maximum indent: deeper, lines would be too short to read. */
enum { DEEPEST = 40 };

/* Maximum columns of a word in a cell that is not broken. */
enum { CELL_WORD = 20 };

struct frame *
man_frame(struct man *m)
{
	return &m->frames[m->depth - 1];
}

void
man_set_room(struct man *m)
{
	m->roff.room = m->tbl ? CELL_WORD
			      : MAN_ROOM - m->margin - man_frame(m)->hang;
}

/* Indents by some columns, if the line is wide enough. */
void
man_set_off(struct man *m, size_t columns)
{
	struct frame new = {
		.hang = m->depth ? man_frame(m)->hang : 0,
		.was_fresh = m->fresh,
	};
	size_t all = new.hang + columns;

	if (m->tbl == NULL && all > 0 && m->margin + all <= DEEPEST) {
		roff_end_line(&m->roff);
		new.from = m->page.len;
		roff_request(&m->roff, "RS %zu", all);
		new.to = m->page.len;
		m->margin += all;
		new.indented = all;
		new.hang = 0;
	}
	m->frames = gloss_room(m->frames, m->depth, &m->cap, sizeof new);
	m->frames[m->depth++] = new;
	man_set_room(m);
}

void
man_set_back(struct man *m)
{
	const struct frame *f = man_frame(m);

	if (f->indented && roff_take_back(&m->roff, f->from, f->to)) {
		m->from = m->to = f->from;
		m->fresh = m->was_fresh = f->was_fresh;
	} else {
		if (f->indented)
			roff_request(&m->roff, "RE");
		m->fresh = false;
	}
	m->margin -= f->indented;
	m->depth--;
	man_set_room(m);
}

unsigned
man_how(const struct man *m)
{
	return (m->code ? ROFF_LITERAL : ROFF_PROSE) |
	    (m->together ? ROFF_TOGETHER : 0);
}

void
man_put_as(struct man *m, unsigned how, const char *s)
{
	if (!m->mute)
		roff_puts(&m->roff, how, s);
}

static void
capitals(struct man *m, const char *s, size_t len)
{
	UErrorCode error = U_ZERO_ERROR;
	size_t cap = len * 3 + 1;
	char *upper = gloss_malloc(cap);
	int32_t n;

	n = ucasemap_utf8ToUpper(m->casemap, upper, (int32_t)cap, s,
	    (int32_t)len, &error);
	if (U_SUCCESS(error))
		roff_text(&m->roff, man_how(m), upper, (size_t)n);
	else
		roff_text(&m->roff, man_how(m), s, len);
	free(upper);
}

void
man_text(void *w, const char *utf8, size_t len)
{
	struct man *m = w;

	if (m->mute)
		return;
	if (m->upper && !m->code)
		capitals(m, utf8, len);
	else
		roff_text(&m->roff, man_how(m), utf8, len);
}

void
man_put(struct man *m, const char *s)
{
	man_put_as(m, man_how(m), s);
}

/* Ends a line; in a cell, what was written since is a piece of it. */
void
man_end_block(struct man *m)
{
	roff_end_line(&m->roff);
	if (m->tbl == NULL)
		return;
	tbl_piece(m->tbl, buf_str(&m->cell), m->cell.len);
	buf_truncate(&m->cell, 0);
	roff_turn(&m->roff, &m->cell);
}

/* A block without words needs no space above it. */
void
man_take_back_space(struct man *m)
{
	if (m->tbl == NULL && roff_take_back(&m->roff, m->from, m->to)) {
		m->fresh = m->was_fresh;
		m->to = m->from;
	}
}

void
man_set_tight(struct man *m, bool tight)
{
	if (m->tight != tight)
		roff_request(&m->roff, tight ? "PD 0" : "PD");
	m->tight = tight;
}

/* Requests space; notes where, so that it can be removed again. */
void
man_put_space(struct man *m, bool tight)
{
	if (!m->fresh)
		man_set_tight(m, tight);
	if (m->page.len != m->to) {
		m->from = m->page.len;
		m->was_fresh = m->fresh;
	}
	if (!m->fresh)
		roff_request(&m->roff, man_frame(m)->hang ? "IP" : "PP");
	m->to = m->page.len;
}

/* In a cell, after the mark of an item, nothing is written yet. */
void
man_start_block(struct man *m)
{
	if (m->tbl == NULL || !m->fresh)
		man_end_block(m);
	if (m->tbl == NULL)
		man_put_space(m, false);
	m->fresh = false;
}

/* The width of a text in columns, with white space collapsed. */
size_t
man_columns(const char *s)
{
	size_t len = strlen(s), i = 0, sum = 0;
	int32_t cp, last = ' ';

	while (i < len) {
		cp = utf8_next(s, len, &i);
		if (cp == '\n' || cp == '\t')
			cp = ' ';
		if (cp != ' ' || last != ' ')
			sum += roff_columns(cp);
		last = cp;
	}
	return sum;
}
