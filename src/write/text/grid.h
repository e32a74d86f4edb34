/* SPDX-License-Identifier: MIT */
/* A table of plain text: how wide its columns are, and how it is drawn. */
#ifndef TEXT_GRID_H
#define TEXT_GRID_H

#include <stdbool.h>
#include <stddef.h>

#include "util/buf.h"
#include "fill.h"

struct grid;

enum grid_kind { GRID_BODY, GRID_HEAD, GRID_FOOT };
enum grid_align { GRID_LEFT, GRID_CENTER, GRID_RIGHT };

/*
 * First it is told of its rows and cells, in the order of the document; spans
 * are as the source wrote them.  grid_cell() returns the number of the cell,
 * by which it is named further on.  The caller frees all with grid_free().
 */
struct grid *grid_new(void);
void grid_free(struct grid *g);
void grid_row(struct grid *g, enum grid_kind kind);
size_t grid_cell(struct grid *g, enum grid_align align, long colspan,
    long rowspan);

/*
 * The content of a cell; it stays the grid's.  First it is filled where nothing
 * holds it, and the extent of that is told for the last cell; this empties it.
 */
struct buf *grid_content(struct grid *g, size_t cell);
void grid_measure(struct grid *g, int min, int max);

/* How narrow it can be, and how wide it is where nothing holds it. */
void grid_extent(struct grid *g, int *min, int *max);

/*
 * Gives the columns their widths; then each cell is filled once more, and the
 * grid is drawn.  False: it cannot be so narrow, and its cells are to
 * be shown one under the other.
 */
bool grid_fit(struct grid *g, int width);
int grid_cell_width(const struct grid *g, size_t cell);
void grid_draw(struct grid *g, struct fill *f);

/* The heads above a cell, for when it stands alone; "" where there are none. */
const char *grid_label(const struct grid *g, size_t cell);

#endif
