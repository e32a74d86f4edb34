/* SPDX-License-Identifier: MIT */
/* Lexis of a man page's tables: the language of tbl(1), and column widths. */
#ifndef MAN_TBL_H
#define MAN_TBL_H

#include <stddef.h>

#include "util/buf.h"

struct tbl;

/*
 * A table that is told of its rows and cells in the order of the document.  The
 * caller frees it with tbl_free().
 */
struct tbl *tbl_new(void);
void tbl_free(struct tbl *t);

enum tbl_kind { TBL_BODY, TBL_HEAD, TBL_FOOT };
void tbl_row(struct tbl *t, enum tbl_kind kind);

/* align is 'l', 'c' or 'r'; spans are as the source wrote them. */
void tbl_cell(struct tbl *t, char align, const char *colspan,
    const char *rowspan);

/*
 * A paragraph of the last cell: whole lines, as roff_text() wrote them.  tbl
 * cannot break lines inside a cell, so each becomes a row of its own below.
 */
void tbl_piece(struct tbl *t, const char *roff, size_t len);

/*
 * Adds the table to out, in so many columns; stacked if its words are too wide
 * for that, cell below cell.
 */
enum tbl_form { TBL_NOTHING, TBL_DRAWN, TBL_STACKED };
enum tbl_form tbl_write(const struct tbl *t, struct buf *out, size_t room);

#endif
