/* SPDX-License-Identifier: MIT */
/*
 * The lexis of HTML: the only code that puts bytes into a web page.
 *
 * Text can become nothing but text, and a value nothing but a value: the names
 * of elements and attributes are the writer's own, and an address is written
 * only where its scheme is on a list.  All text is UTF-8.
 */
#ifndef HTML_MARKUP_H
#define HTML_MARKUP_H

#include <stdbool.h>
#include <stddef.h>

#include "util/buf.h"

/* Zero-initialised except out, it is ready for use. */
struct markup {
	struct buf *out;
	bool pre;   /* white space is significant */
	bool inner; /* the line of a block has content already */
	bool blank; /* a space is pending */
	bool line;  /* it contained a newline */
};

/*
 * A block: it begins on a line of its own.  Attributes come next, then
 * markup_end().  Blanks at either end of a block are left out.
 */
void markup_block(struct markup *m, const char *element);
void markup_close_block(struct markup *m, const char *element);

/* The same of what stands in a line. */
void markup_inline(struct markup *m, const char *element);
void markup_close_inline(struct markup *m, const char *element);

/* An attribute of the tag that is open; NULL: one without a value. */
void markup_attr(struct markup *m, const char *name, const char *value);

/* Ends the tag. */
void markup_end(struct markup *m);

/*
 * An attribute that holds an address, with what no address may hold escaped
 * (WHATWG URL).  False: its scheme is not on the list, and nothing was written.
 */
bool markup_address(struct markup *m, const char *name, const char *href);

/* May this be an address in a page? */
bool markup_is_address(const char *href);

/* Text: white space is one blank or one end of a line, unless pre. */
void markup_text(struct markup *m, const char *utf8, size_t len);

/* The words of the writer: markup_text() of a whole string. */
void markup_puts(struct markup *m, const char *utf8);

/* Lines of the writer's own as they are: style, script. */
void markup_lines(struct markup *m, const char *lines);

/*
 * Adds a string of JSON (RFC 8259) for a script element, in quotes: nothing in
 * it can end the element, or begin a comment.
 */
void markup_json(struct buf *out, const char *utf8);

/* Begins a line, unless one begins here or white space counts. */
void markup_line(struct markup *m);

/*
 * Adds the id for a name: lower case, with a hyphen for what stands between its
 * words; letters and digits of any script stay, and of the other characters
 * those that tell names apart (+ # * /).  kept: the name is an id already, and
 * only blanks change.
 */
void markup_id(struct buf *out, const char *name, bool kept);

#endif
