/* SPDX-License-Identifier: MIT */
/*
 * Lexis of man pages: the only code that writes bytes into one; it escapes all
 * text.
 */
#ifndef MAN_ROFF_H
#define MAN_ROFF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "util/buf.h"

/* The mode of text, as a sum. */
enum roff_how {
	ROFF_PROSE = 0,
	ROFF_LITERAL = 1 << 0,  /* literal: shown as typed, and can be copied */
	ROFF_TOGETHER = 1 << 1, /* no line breaks */
};

enum roff_font {
	ROFF_BOLD,
	ROFF_ITALIC,
	ROFF_VARIABLE, /* italic only, even in bold text */
	ROFF_FONTS
};

/* Escape in a cell where a word may be broken that is kept whole elsewhere. */
#define ROFF_TEAR "\\:\\:"

/* The pending space before the next word. */
enum roff_gap { GAP_NONE, GAP_HARD, GAP_BLANK, GAP_WIDE };

/* State of a page.  Only room, plain and cell are for callers. */
struct roff {
	struct buf *out;
	size_t room;   /* columns that an unbroken word may take */
	size_t start;  /* offset in out: start of this line's text */
	size_t opened; /* offset in out: start of verbatim text or of a
		        * link's */
	size_t run;    /* columns since the last possible line break */
	int32_t last;  /* last character of these, or 0 */
	size_t hard;   /* offset in out: the last space in these, or 0 */
	size_t held;   /* columns up to that space */
	unsigned fonts[ROFF_FONTS];
	int font; /* font at the end of the output so far */
	enum roff_gap gap;
	bool option;   /* the word is an option, "--like-this" */
	bool line;     /* text must stay in this line */
	bool argument; /* it is the argument of a request */
	bool verbatim; /* it is verbatim */
	bool plain;    /* without fonts, for tools that do not know them */
	bool tail;     /* in the line of .UE or .ME */
	bool title;    /* in the line of .TH */
	bool french;   /* one blank after a sentence: only English has two */
	bool cell;     /* in a table */
	bool linked;   /* a link was written: roff_page_links() is needed */
};

/* Initialises a writer that appends to out; the caller owns out. */
void roff_init(struct roff *r, struct buf *out);

/* Continues in another buffer, at the start of a line. */
void roff_turn(struct roff *r, struct buf *out);

/*
 * Adds text of any bytes: invalid UTF-8 and control characters become U+FFFD.
 * White space is collapsed and becomes a space or a line break; at the end of a
 * text it is kept pending for the next one.
 */
void roff_text(struct roff *r, unsigned how, const char *s, size_t len);
void roff_puts(struct roff *r, unsigned how, const char *s);

void roff_font_push(struct roff *r, enum roff_font font);
void roff_font_pop(struct roff *r, enum roff_font font);

/* Ends the line of text, if there is one. */
void roff_end_line(struct roff *r);

/* Ends the output line too (.br), unless it has just begun. */
void roff_break(struct roff *r);

/* Writes a request, without its dot; never use text of the document in it. */
void roff_request(struct roff *r, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/*
 * Removes what was written between two lengths of out, if nothing follows it;
 * returns whether it did.
 */
bool roff_take_back(struct roff *r, size_t from, size_t to);

/*
 * Encloses one line: the argument of a request that prints it in bold, or
 * (NULL) a line of text, such as the tag after .TP.
 */
void roff_line_open(struct roff *r, const char *request);
void roff_line_close(struct roff *r);

/*
 * The same for a line of NAME, whose words must not be broken: if one is wider
 * than the page, filling is turned off, so that groff does not warn.
 */
void roff_names_close(struct roff *r);

/* The first line of a page (.TH); NULL: an empty argument. */
void roff_page(struct roff *r, const char *name, const char *section,
    const char *date, const char *source, const char *manual);

/*
 * The lines after roff_page() for a page with links.  They turn off clickable
 * links (register UR) of groff 1.23 and later, which would show only the text
 * of a link (groff_man(7), -rU1).
 */
void roff_page_links(struct buf *out);

/* .IP with a mark (NULL: a bullet); its text is indented by indent columns. */
void roff_item(struct roff *r, const char *mark, size_t indent);

/* Verbatim lines, with tabs at every eighth column. */
void roff_verbatim_open(struct roff *r);
void roff_verbatim_close(struct roff *r);

/* The width of a character on a terminal. */
size_t roff_columns(int32_t cp);

/* A link around text; without text, the address is shown. */
void roff_link_open(struct roff *r, const char *href);
void roff_link_close(struct roff *r, const char *href);

#endif
