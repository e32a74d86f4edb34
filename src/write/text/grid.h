/* SPDX-License-Identifier: MIT */
/* Tables of plain text: column widths and drawing. */
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
 * Rows and cells are added first, in document order, with the spans of the
 * source.  grid_cell() returns the index of the cell for the calls below.  Free
 * it with grid_free().
 */
struct grid *grid_new(void);
void grid_free(struct grid *g);
void grid_row(struct grid *g, enum grid_kind kind);
size_t grid_cell(struct grid *g, enum grid_align align, long colspan,
    long rowspan);

/*
 * The buffer for a cell's content, owned by the grid.  It is first filled
 * without a limit, to measure the last cell: grid_measure() stores its extent
 * and empties the buffer.
 */
struct buf *grid_content(struct grid *g, size_t cell);
void grid_measure(struct grid *g, int min, int max);

/* The minimum width, and the width without line breaks. */
void grid_extent(struct grid *g, int *min, int *max);

/*
 * Sets the column widths; then each cell is filled again, and the grid is
 * drawn.  Returns false if the table does not fit; its cells are shown one
 * below the other then.
 */
bool grid_fit(struct grid *g, int width);
int grid_cell_width(const struct grid *g, size_t cell);
void grid_draw(struct grid *g, struct fill *f);

/* The heads above a cell that is shown alone; "" if there are none. */
const char *grid_label(const struct grid *g, size_t cell);

#endif
