/* SPDX-License-Identifier: MIT */
/*
 * A paragraph of plain text before it has lines: what is added to it, and the
 * pieces that no line break may divide.
 */
#ifndef TEXT_PARAGRAPH_H
#define TEXT_PARAGRAPH_H

#include <stdbool.h>
#include <stddef.h>

#include <unicode/umachine.h>

#include "util/buf.h"
#include "fill.h"

/* What many paragraphs share, because it is dear to open. */
struct tools;

/*
 * ascii: they are to be in ASCII only; lang: BCP 47, for their line breaks
 * (NULL: English).  The caller frees them after all its paragraphs.
 */
struct tools *tools_new(bool ascii, const char *lang);
void tools_free(struct tools *tools);
bool tools_ascii(const struct tools *tools);

/* A blank at which no line is broken, in a paragraph's text. */
#define PARAGRAPH_NBSP "\xC2\xA0"

struct span {
	size_t start, end;
};

/* Stretches of a paragraph of one kind, in order, not nested. */
struct spans {
	struct span *spans;
	size_t count, cap;
	int depth;
};

/* Zero-initialised, but for the tools, it is empty and ready. */
struct paragraph {
	struct tools *tools;
	struct buf text;
	bool verbatim; /* blanks are kept, and lines end where they do */
	bool wide;     /* not all of it is ASCII */
	bool complex;  /* only ICU knows where its lines may break */
	struct spans keeps[FILL_KEEPS];
	struct spans looks[FILL_LOOKS];
	size_t looked[FILL_LOOKS]; /* the spans that are written already */
	size_t *breaks; /* ICU's */
	size_t break_count, breaks_cap;
};

void paragraph_free(struct paragraph *p);

/* Adds text, of any bytes, as fill_text() promises it. */
void paragraph_add(struct paragraph *p, const char *utf8, size_t len);

/* A line ends here. */
void paragraph_break(struct paragraph *p);

/* What is added between the two is of a kind; they nest. */
void paragraph_open(struct paragraph *p, struct spans *kind);
void paragraph_close(struct paragraph *p, struct spans *kind);

/* Empties it for the next; what is open goes on in that. */
void paragraph_forget(struct paragraph *p);

/*
 * Whether the text at a place looks so; if so or not, to is not after the place
 * where that changes.  Asked in ascending order.
 */
bool paragraph_looks(struct paragraph *p, enum fill_look look, size_t at,
    size_t *to);

/* A piece of a paragraph that no line break divides, and the scan for it. */
struct piece {
	size_t start, end;
	int columns;
	UChar32 last; /* the last that is not ASCII */
	char after;   /* '\n', ' ', or another: the next touches it */
	size_t next;
	bool sign;    /* the word is none of prose */
	size_t kept[FILL_KEEPS];
	size_t broken;
};

/* The scan before the first piece, when all text is there. */
struct piece paragraph_pieces(struct paragraph *p);

/* Goes on to the next piece; false: there is none. */
bool paragraph_next(const struct paragraph *p, struct piece *piece);

#endif
