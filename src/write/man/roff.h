/* SPDX-License-Identifier: MIT */
/* Lexis of man pages: all that puts bytes into one, and keeps text text. */
#ifndef MAN_ROFF_H
#define MAN_ROFF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "util/buf.h"

/* How text is meant; the bits can be added up. */
enum roff_how {
	ROFF_PROSE = 0,
	ROFF_LITERAL = 1 << 0,  /* comes back as typed, and can be copied */
	ROFF_TOGETHER = 1 << 1, /* no line is broken inside */
};

enum roff_font {
	ROFF_BOLD,
	ROFF_ITALIC,
	ROFF_VARIABLE, /* italic only, also within bold */
	ROFF_FONTS
};

/* In a cell: where a word may be broken that would be whole elsewhere. */
#define ROFF_TEAR "\\:\\:"

/* The blank that is owed before the next word. */
enum roff_gap { GAP_NONE, GAP_HARD, GAP_BLANK, GAP_WIDE };

/*
 * What a page is being written with; all but room, plain and cell are roff.c's
 * own.
 */
struct roff {
	struct buf *out;
	size_t room;   /* columns that a word may take unbroken */
	size_t start;  /* in out: where the text of this line starts */
	size_t opened; /* in out: where verbatim text or a link's starts */
	size_t run;    /* columns since a line could last be broken */
	int32_t last;  /* what that ends with, or 0 */
	size_t hard;   /* in out: the last blank in that, or 0 */
	size_t held;   /* columns of that up to there */
	unsigned fonts[ROFF_FONTS];
	int font; /* that the bytes so far leave behind */
	enum roff_gap gap;
	bool option;   /* the word is one, "--like-this" */
	bool line;     /* text may not go to another line */
	bool argument; /* it is the argument of a request */
	bool verbatim; /* it is lines as they are */
	bool plain;    /* without fonts: tools read it that know none */
	bool tail;     /* the line is that of .UE or .ME */
	bool title;    /* the line is that of .TH */
	bool ordinals; /* "am 12. Mai": a number's point may end nothing */
	bool cell;     /* it goes into a table */
	bool linked;   /* there was a link: roff_page_links() is needed */
};

/* A writer that adds to out, which stays the caller's. */
void roff_init(struct roff *r, struct buf *out);

/* Goes on in another buffer, at the start of a line. */
void roff_turn(struct roff *r, struct buf *out);

/*
 * Adds text, which may be any bytes: what is not UTF-8, and what controls a
 * terminal, becomes U+FFFD.  White space is collapsed, and goes where lines
 * break; it may stand at the end of one text and be owed to the next.
 */
void roff_text(struct roff *r, unsigned how, const char *s, size_t len);
void roff_puts(struct roff *r, unsigned how, const char *s);

void roff_font_push(struct roff *r, enum roff_font font);
void roff_font_pop(struct roff *r, enum roff_font font);

/* Ends the line of text, if one was begun. */
void roff_end_line(struct roff *r);

/* Ends the line on the page too, unless it has just begun. */
void roff_break(struct roff *r);

/* A line of roff's own, without its dot; never made of the document's text. */
void roff_request(struct roff *r, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/*
 * Takes back what was written between two lengths of out, if nothing came
 * after it; returns whether it did.
 */
bool roff_take_back(struct roff *r, size_t from, size_t to);

/*
 * What comes between is one line: the argument of a request that prints it in
 * bold, or with NULL a line of text (the tag after .TP).
 */
void roff_line_open(struct roff *r, const char *request);
void roff_line_close(struct roff *r);

/*
 * The same for a line of NAME, whose words may not be broken: where one is wider
 * than a page, the lines are not filled, and groff does not complain.
 */
void roff_names_close(struct roff *r);

/* The first line of a page; NULL is an argument that is left empty. */
void roff_page(struct roff *r, const char *name, const char *section,
    const char *date, const char *source, const char *manual);

/*
 * For a page with links, the lines that follow those of roff_page(): they set
 * the register UR where groff 1.23 or later makes links that can be clicked
 * (groff_man(7), -rU1), since it then shows the text of a link alone.
 */
void roff_page_links(struct buf *out);

/* .IP with a mark (NULL: a bullet), whose text hangs by indent columns. */
void roff_item(struct roff *r, const char *mark, size_t indent);

/* Lines as they are, with tabs at every eighth column. */
void roff_verbatim_open(struct roff *r);
void roff_verbatim_close(struct roff *r);

/* The columns of a character in a terminal. */
size_t roff_columns(int32_t cp);

/* A link around text; without any, its address is the text. */
void roff_link_open(struct roff *r, const char *href);
void roff_link_close(struct roff *r, const char *href);

#endif
