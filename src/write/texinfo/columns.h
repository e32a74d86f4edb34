/* SPDX-License-Identifier: MIT */
/* Columns of Texinfo tables: positions of cells, and widths. */
#ifndef TEXINFO_COLUMNS_H
#define TEXINFO_COLUMNS_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "util/buf.h"

/* Maximum number of columns that are readable on a screen. */
enum { COLUMNS_MOST = 16 };

/* The position of the next cell; zero-initialised, the first of a table. */
struct columns {
	unsigned column;
	unsigned count;               /* number of columns so far */
	unsigned spans[COLUMNS_MOST]; /* rows for which a cell from above
				       * covers each */
};

/*
 * Writes @multitable with its widths.  Info lets words that are too wide run
 * into the next column, so this returns false if a word does not fit, or if a
 * cell holds more than paragraphs.
 */
bool columns_line(const xmlNode *table, struct buf *line);

/* Skips columns covered by cells from above; returns how many. */
unsigned columns_pass(struct columns *c);

/* Occupies the columns of a cell; returns false if there are not enough. */
bool columns_take(struct columns *c, const xmlNode *cell);

/* Moves to the next row. */
void columns_end_row(struct columns *c);

#endif
