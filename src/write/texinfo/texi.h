/* SPDX-License-Identifier: MIT */
/* Texinfo's lexis: the only code that writes bytes into a .texi file. */
#ifndef TEXINFO_TEXI_H
#define TEXINFO_TEXI_H

#include <stdbool.h>
#include <stddef.h>

#include "util/buf.h"

/*
 * The context of text.  Commands are the caller's and written as they are; text
 * is the document's and is always escaped.
 */
struct texi {
	struct buf *out;
	unsigned code;     /* code: quotes and dashes are kept */
	unsigned argument; /* an argument, which a comma would end */
	bool verbatim;     /* verbatim: spaces and line ends are kept */
	bool grid;         /* a cell of a table, where nothing is bound */
	bool single;       /* a command's line, which must not be broken */
	bool hung;         /* except by texi_break(), as texi_hang() follows */

	size_t line;   /* start of the last line */
	size_t blank;  /* the last space where it can be broken, or 0 */
	size_t head;   /* the end of a line without a blank line below */
	size_t column; /* column in verbatim text, for tabs */
	size_t bound;  /* the end of the @w{} of put_bound(), or 0 */
};

/* Definitions for the header, so that TeX accepts quotes and dashes in text. */
void texi_quotes(struct texi *t);

/* Adds text, escaped for its context, and filled. */
void texi_text(struct texi *t, const char *utf8, size_t len);
void texi_puts(struct texi *t, const char *utf8);

/* Ends the line, if one is open. */
void texi_end(struct texi *t);

/* Does so and adds a blank line, unless after a head. */
void texi_gap(struct texi *t);

/* Does so even after a head; the next block adds none. */
void texi_blank_line(struct texi *t);

/* Lets the next block begin on this line, after an item's mark. */
void texi_join(struct texi *t);

/* Continues the paragraph that has just ended, in a new line. */
void texi_next_line(struct texi *t);

/* Writes a command as a line; texi_head(): without a blank line below. */
void texi_command(struct texi *t, const char *command);
void texi_head(struct texi *t, const char *command);

/* Encloses the argument of a command that takes the rest of the line. */
void texi_open_line(struct texi *t, const char *command);
void texi_close_line(struct texi *t);
void texi_line(struct texi *t, const char *command, const char *argument);

/* Encloses the argument of "@command{}"; writes nothing if it is empty. */
void texi_open(struct texi *t, const char *command);
void texi_close(struct texi *t, const char *command);

/* Writes the comma between two arguments. */
void texi_part(struct texi *t);

/* A line break in a paragraph. */
void texi_break(struct texi *t);

/*
 * Appends to name a form of a text that can name a node, or only an anchor
 * (which may have a full stop): without characters that Texinfo and Info read
 * as the end of a name or as another manual.  The result may be empty.
 */
void texi_name(struct buf *name, const char *utf8, bool node);

/* Writes @setfilename. */
void texi_file(struct texi *t, const char *name);

/*
 * Write lines with such a name: a node, an anchor, a menu entry (for nodes or
 * manuals), whose description follows and ends with texi_close_line().
 */
void texi_node(struct texi *t, const char *name);
void texi_anchor(struct texi *t, const char *name);
void texi_open_entry(struct texi *t, const char *name, bool manual);

/*
 * Turns the words written since start into a reference.  name is made by
 * texi_name(); manual may be NULL.  Words that cannot be a label are put before
 * the reference.
 */
void texi_reference(struct texi *t, size_t start, const char *name,
    const char *manual);

/* Would the next text join a word with a colon or a command in it? */
bool texi_joined(const struct texi *t);

/* Removes what was written since start. */
void texi_cut(struct texi *t, size_t start);

/* Breaks a line written since start, and indents its rest. */
void texi_hang(struct texi *t, size_t start, size_t hang);

#endif
