/* SPDX-License-Identifier: MIT */
/*
 * The lexis of plain text: columns, indents, line breaks.  It takes UTF-8, and
 * nothing else puts bytes into a text file.
 */
#ifndef TEXT_FILL_H
#define TEXT_FILL_H

#include <stdbool.h>
#include <stddef.h>

#include "util/buf.h"

struct fill;

/*
 * Text for out, in lines of at most width columns; ascii: in ASCII only; lang:
 * BCP 47, for the breaking of lines (NULL: English).  fill_free() ends it.
 */
struct fill *fill_new(struct buf *out, int width, bool ascii, const char *lang);

/*
 * The same in columns of its own, as in the cell of a table; width 0: without
 * an end, to be measured.  It is freed before its parent.
 */
struct fill *fill_sub(struct fill *parent, struct buf *out, int width);

void fill_free(struct fill *f);

/* Takes back blanks that stand last in filled text. */
void fill_unblank(struct fill *f);

/*
 * A paragraph is what is added up to the next call that is not about words;
 * white space collapses.  Controls are shown as U+FFFD.
 */
void fill_text(struct fill *f, const char *utf8, size_t len);
void fill_puts(struct fill *f, const char *utf8);
void fill_break(struct fill *f); /* here a line ends */

/*
 * Between the two no line is broken (TOGETHER), or only at blanks (WORDS: what
 * a machine reads may hold hyphens of its own).  They nest.
 */
enum fill_keep { FILL_TOGETHER, FILL_WORDS, FILL_KEEPS };
void fill_keep(struct fill *f, enum fill_keep keep);
void fill_unkeep(struct fill *f, enum fill_keep keep);

/*
 * How words look on a terminal, where fill_looking() has been called: the only
 * escape sequences that there are, and no line depends on them.  They nest.
 */
enum fill_look { LOOK_BOLD, LOOK_UNDERLINED, LOOK_CODE, LOOK_REF, FILL_LOOKS };
void fill_looking(struct fill *f);
void fill_look(struct fill *f, enum fill_look look);
void fill_unlook(struct fill *f, enum fill_look look);

/* Lines after the first hang by so much; or from where the text is now. */
void fill_hang(struct fill *f, int columns);
void fill_hang_here(struct fill *f);

/* The text from here to fill_end() keeps its lines and blanks. */
void fill_verbatim(struct fill *f, int indent);

void fill_end(struct fill *f); /* the paragraph, if there is one */

/*
 * The margin goes in by so many columns, or behind a bar; out, as it was.  At
 * most half of the width is indented, so that some is left for the words.
 */
void fill_in(struct fill *f, int columns);
void fill_bar(struct fill *f);
void fill_out(struct fill *f);

/* Hangs a mark in the columns of the last fill_in(), flush right. */
void fill_mark(struct fill *f, const char *utf8);

/*
 * At least so many blank lines before the next line; tight: none before it,
 * whoever asks, unless the margin goes out first.  Above the first line of all
 * there are none.
 */
void fill_gap(struct fill *f, int lines);
void fill_tight(struct fill *f);

/* Under the last paragraph, as wide as it is; across so many columns. */
void fill_underline(struct fill *f, char c);
void fill_rule(struct fill *f, int columns);

/* A line that was filled elsewhere. */
void fill_line(struct fill *f, const char *line, size_t len);

/* The columns that are left for words. */
int fill_room(const struct fill *f);

/*
 * How narrow the text could be, and how wide it is where nothing holds it; and
 * to say the same of something that is not filled here.
 */
void fill_extent(struct fill *f, int *min, int *max);
void fill_measured(struct fill *f, int min, int max);

#endif
