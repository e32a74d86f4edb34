/* SPDX-License-Identifier: MIT */
/* Texinfo's lexis: the only code that puts bytes into a .texi. */
#ifndef TEXINFO_TEXI_H
#define TEXINFO_TEXI_H

#include <stdbool.h>
#include <stddef.h>

#include "util/buf.h"

/*
 * What the text to come is in.  The commands are the caller's and are written
 * as they are; text is the document's and can never become one.
 */
struct texi {
	struct buf *out;
	unsigned code;     /* quotes and dashes stand for themselves */
	unsigned argument; /* a comma would end it */
	bool verbatim;     /* blanks and line ends are kept */
	bool single;       /* a command's line: it may not be broken */
	bool hung;         /* but by texi_break(), as texi_hang() is to come */

	size_t line;   /* where the last line begins */
	size_t blank;  /* the last blank at which it can be broken, or 0 */
	size_t head;   /* the end of a line that needs no space below */
	size_t column; /* of verbatim text, for its tabs */
};

/* In the header: what makes TeX take the quotes and dashes of texts. */
void texi_quotes(struct texi *t);

/* Text, with every byte of it escaped for where it stands, and filled. */
void texi_text(struct texi *t, const char *utf8, size_t len);
void texi_puts(struct texi *t, const char *utf8);

/* Ends the line if one is open. */
void texi_end(struct texi *t);

/* The same, and leaves one blank line, but not below a head. */
void texi_gap(struct texi *t);

/* The same, also behind a head; what comes then asks for none. */
void texi_blank_line(struct texi *t);

/* Lets the next block stand on this line: it has an item's mark so far. */
void texi_join(struct texi *t);

/* Goes on in the paragraph that has just ended, in another line of it. */
void texi_next_line(struct texi *t);

/* A line that is a command, and the same that needs no space below. */
void texi_command(struct texi *t, const char *command);
void texi_head(struct texi *t, const char *command);

/* A command whose argument is the rest of the line: what comes in between. */
void texi_open_line(struct texi *t, const char *command);
void texi_close_line(struct texi *t);
void texi_line(struct texi *t, const char *command, const char *argument);

/* "@command{" and its brace; nothing at all where nothing came between. */
void texi_open(struct texi *t, const char *command);
void texi_close(struct texi *t, const char *command);

/* The comma between two arguments. */
void texi_part(struct texi *t);

/* A line break in a paragraph. */
void texi_break(struct texi *t);

/*
 * Adds to name what a node (or only an anchor, which may hold a full stop) can
 * be called for a text: without what Texinfo and Info read as the end of a
 * name or as another manual.  It may come out empty.
 */
void texi_name(struct buf *name, const char *utf8, bool node);

/* The line that names the Info file. */
void texi_file(struct texi *t, const char *name);

/*
 * Lines that hold such a name: a node, a place in one, and an entry of a menu
 * (of nodes or of manuals), whose description comes next and ends with
 * texi_close_line().
 */
void texi_node(struct texi *t, const char *name);
void texi_anchor(struct texi *t, const char *name);
void texi_open_entry(struct texi *t, const char *name, bool manual);

/*
 * Makes what was written from start on the words of a reference.  name is a
 * name as above; manual may be NULL.  Words that cannot be a label stand before
 * the reference then.
 */
void texi_reference(struct texi *t, size_t start, const char *name,
    const char *manual);

/* Whether what comes next joins a word with a colon or a command in it. */
bool texi_joined(const struct texi *t);

/* Takes back what was written from start on. */
void texi_cut(struct texi *t, size_t start);

/* Breaks a line that was written from start on, and hangs its rest. */
void texi_hang(struct texi *t, size_t start, size_t hang);

#endif
