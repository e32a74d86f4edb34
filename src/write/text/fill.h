/* SPDX-License-Identifier: MIT */
/*
 * The lexis of plain text: columns, indents, line breaks.  It takes UTF-8, and
 * is the only code that writes bytes into a text file.
 */
#ifndef TEXT_FILL_H
#define TEXT_FILL_H

#include <stdbool.h>
#include <stddef.h>

#include "util/buf.h"

struct fill;

/*
 * Writes to out, in lines of at most width columns.  ascii: transliterate to
 * ASCII; lang: BCP 47 tag, for line breaks (NULL: English).  Free it with
 * fill_free().
 */
struct fill *fill_new(struct buf *out, int width, bool ascii, const char *lang);

/*
 * The same for an inner text, such as a cell of a table; width 0: unlimited,
 * for measuring.  Free it before its parent.
 */
struct fill *fill_sub(struct fill *parent, struct buf *out, int width);

void fill_free(struct fill *f);

/* Removes trailing spaces of filled text. */
void fill_unblank(struct fill *f);

/*
 * Add to the current paragraph; any other call than those for words ends it.
 * White space is collapsed, controls become U+FFFD.
 */
void fill_text(struct fill *f, const char *utf8, size_t len);
void fill_puts(struct fill *f, const char *utf8);
void fill_break(struct fill *f); /* a line break */

/*
 * Between the two calls lines are not broken (TOGETHER), or only at spaces
 * (WORDS: code may contain hyphens).  They can be nested.
 */
enum fill_keep { FILL_TOGETHER, FILL_WORDS, FILL_KEEPS };
void fill_keep(struct fill *f, enum fill_keep keep);
void fill_unkeep(struct fill *f, enum fill_keep keep);

/*
 * Styles of words on a terminal, after fill_looking().  These are the only
 * escape sequences written; they do not affect line breaks.  They can be
 * nested.
 */
enum fill_look {
	LOOK_BOLD, LOOK_UNDERLINED, LOOK_CODE, LOOK_REF, FILL_LOOKS
};
void fill_looking(struct fill *f);
void fill_look(struct fill *f, enum fill_look look);
void fill_unlook(struct fill *f, enum fill_look look);

/*
 * After fill_linking(), what is added between fill_link() and fill_unlink() is
 * a link to a URI (OSC 8).  Characters that a URI may not have are escaped.
 * Inside a link, others are ignored.
 */
void fill_linking(struct fill *f);
void fill_link(struct fill *f, const char *uri);
void fill_unlink(struct fill *f);

/*
 * Indents all lines after the first by some columns, or to the current column.
 */
void fill_hang(struct fill *f, int columns);
void fill_hang_here(struct fill *f);

/* Text up to fill_end() keeps its lines and spaces. */
void fill_verbatim(struct fill *f, int indent);

void fill_end(struct fill *f); /* ends the paragraph, if there is one */

/*
 * Indent the margin by some columns, or by a bar, and undo that.  At most half
 * of the width is used for indents.
 */
void fill_in(struct fill *f, int columns);
void fill_bar(struct fill *f);
void fill_out(struct fill *f);

/* Puts a mark, right-aligned, into the columns of the last fill_in(). */
void fill_mark(struct fill *f, const char *utf8);

/*
 * fill_gap(): at least this many blank lines before the next line;
 * fill_tight(): none, whatever else is requested, unless the margin is undone
 * first.  There are none above the first line of the text.
 */
void fill_gap(struct fill *f, int lines);
void fill_tight(struct fill *f);

/*
 * A line under the last paragraph, of the same width; and one of some columns.
 */
void fill_underline(struct fill *f, char c);
void fill_rule(struct fill *f, int columns);

/* Adds a line that is already filled. */
void fill_line(struct fill *f, const char *line, size_t len);

/* The columns left for words. */
int fill_room(const struct fill *f);

/*
 * Returns the minimum width of the text, and its width without line breaks.
 * fill_measured() adds those of an object that is filled elsewhere.
 */
void fill_extent(struct fill *f, int *min, int *max);
void fill_measured(struct fill *f, int min, int max);

#endif
