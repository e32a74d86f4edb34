/* SPDX-License-Identifier: MIT */
/*
 * A paragraph of plain text before it is broken into lines: its text, and the
 * pieces that no line break divides.
 */
#ifndef TEXT_PARAGRAPH_H
#define TEXT_PARAGRAPH_H

#include <stdbool.h>
#include <stddef.h>

#include <unicode/umachine.h>

#include "util/buf.h"
#include "fill.h"

/* Shared by paragraphs, because it is expensive to open. */
struct tools;

/*
 * ascii: transliterate; lang: BCP 47 tag, for line breaks (NULL: English).  The
 * caller frees it after all its paragraphs.
 */
struct tools *tools_new(bool ascii, const char *lang);
void tools_free(struct tools *tools);
bool tools_ascii(const struct tools *tools);

/* A no-break space in a paragraph's text. */
#define PARAGRAPH_NBSP "\xC2\xA0"

struct span {
	size_t start, end;
};

/* Spans of one kind, in order, not nested. */
struct spans {
	struct span *spans;
	size_t count, cap;
	int depth;
};

/* Zero-initialised except tools, it is empty and ready for use. */
struct paragraph {
	struct tools *tools;
	struct buf text;
	bool verbatim; /* white space and line ends are kept */
	bool wide;     /* has non-ASCII text */
	bool complex;  /* ICU is needed for its line breaks */
	struct spans keeps[FILL_KEEPS];
	struct spans looks[FILL_LOOKS + 1]; /* the last: links */
	size_t looked[FILL_LOOKS + 1]; /* index of the next span to write */
	char **uris; /* of the links, one for each span */
	size_t uris_cap;
	size_t *breaks; /* line breaks found by ICU */
	size_t break_count, breaks_cap;
};

void paragraph_free(struct paragraph *p);

/* Adds text of any bytes: see fill_text(). */
void paragraph_add(struct paragraph *p, const char *utf8, size_t len);

/* Adds a line break. */
void paragraph_break(struct paragraph *p);

/* Text between the two calls is a span of a kind; they can be nested. */
void paragraph_open(struct paragraph *p, struct spans *kind);
void paragraph_close(struct paragraph *p, struct spans *kind);

/* The same for a link to a URI. */
void paragraph_open_link(struct paragraph *p, const char *uri);
void paragraph_close_link(struct paragraph *p);

/* Empties it for the next paragraph, in which open spans continue. */
void paragraph_forget(struct paragraph *p);

/*
 * Has the text at a position this style?  *to is lowered to the position where
 * that changes.  Must be called in ascending order.
 */
bool paragraph_looks(struct paragraph *p, enum fill_look look, size_t at,
    size_t *to);

/* The same of a link: the URI that the text leads to, or NULL. */
const char *paragraph_leads(struct paragraph *p, size_t at, size_t *to);

/*
 * A piece of a paragraph that no line break divides, and the state of the scan.
 */
struct piece {
	size_t start, end;
	int columns;
	UChar32 last; /* the last non-ASCII character */
	char after;   /* '\n', ' ', or else the next piece is adjacent */
	size_t next;
	bool sign;    /* it has characters of code, not of prose */
	size_t kept[FILL_KEEPS];
	size_t broken;
};

/* The state before the first piece; all text must be there. */
struct piece paragraph_pieces(struct paragraph *p);

/* Scans the next piece; returns false if there is none. */
bool paragraph_next(const struct paragraph *p, struct piece *piece);

#endif
