/* SPDX-License-Identifier: MIT */
/* The columns of a Texinfo table: where cells go, and how wide they are. */
#ifndef TEXINFO_COLUMNS_H
#define TEXINFO_COLUMNS_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "util/buf.h"

/* Tables with more are not readable on a screen. */
enum { COLUMNS_MOST = 16 };

/* Where the next cell goes; zero-initialised it is the first of a table. */
struct columns {
	unsigned column;
	unsigned count;               /* of the rows so far */
	unsigned spans[COLUMNS_MOST]; /* the rows that each is covered for */
};

/*
 * The command that opens a table, with its widths.  Info cuts no cell's words,
 * but lets those that are too wide run into the next column.  So this is false
 * where a word would have no room, and where a cell holds more than paragraphs.
 */
bool columns_line(const xmlNode *table, struct buf *line);

/* Goes over the columns that cells of rows above cover; says how many. */
unsigned columns_pass(struct columns *c);

/* Takes the columns of a cell; false: there are not so many. */
bool columns_take(struct columns *c, const xmlNode *cell);

/* To the next row. */
void columns_end_row(struct columns *c);

#endif
