/* SPDX-License-Identifier: MIT */
/* Lexis of a DICT database: the index of dictd(8), a row for each headword. */
#ifndef DICT_DICTINDEX_H
#define DICT_DICTINDEX_H

#include <stddef.h>

#include "util/buf.h"

struct dictindex;

/* An empty one, which the caller frees with dictindex_free(). */
struct dictindex *dictindex_new(void);
void dictindex_free(struct dictindex *ix);

/* A headword, which may be any UTF-8, and where in the .dict its text is. */
void dictindex_add(struct dictindex *ix, const char *headword, size_t offset,
    size_t len);

/* The same for a name by which dictd knows what is said of the database. */
void dictindex_tell(struct dictindex *ix, const char *name, size_t offset,
    size_t len);

/* Adds the rows to out, in dictd's order, each once. */
void dictindex_write(struct dictindex *ix, struct buf *out);

#endif
