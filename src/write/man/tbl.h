/* SPDX-License-Identifier: MIT */
/* Lexis of a man page's tables: the language of tbl(1), and column widths. */
#ifndef MAN_TBL_H
#define MAN_TBL_H

#include <stddef.h>

#include "util/buf.h"

struct tbl;

/*
 * A table, to which rows and cells are added in document order.  Free it with
 * tbl_free().
 */
struct tbl *tbl_new(void);
void tbl_free(struct tbl *t);

enum tbl_kind { TBL_BODY, TBL_HEAD, TBL_FOOT };
void tbl_row(struct tbl *t, enum tbl_kind kind);

/* align is 'l', 'c' or 'r'; the spans are those of the source. */
void tbl_cell(struct tbl *t, char align, const char *colspan,
    const char *rowspan);

/*
 * Adds a paragraph to the last cell: whole lines, as roff_text() wrote them.
 * tbl cannot break lines in a cell, so each becomes a row of its own.
 */
void tbl_piece(struct tbl *t, const char *roff, size_t len);

/*
 * Appends the table to out, in at most width columns; if its words are too
 * wide, cells are stacked.
 */
enum tbl_form { TBL_NOTHING, TBL_DRAWN, TBL_STACKED };
enum tbl_form tbl_write(const struct tbl *t, struct buf *out, size_t room);

#endif
