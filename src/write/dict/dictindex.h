/* SPDX-License-Identifier: MIT */
/* Lexis of a DICT database: the index of dictd(8), one line per headword. */
#ifndef DICT_DICTINDEX_H
#define DICT_DICTINDEX_H

#include <stddef.h>

#include "util/buf.h"

struct dictindex;

/* An empty index; free it with dictindex_free(). */
struct dictindex *dictindex_new(void);
void dictindex_free(struct dictindex *ix);

/*
 * Adds a headword, any UTF-8, with offset and length of its text in the .dict
 * file.
 */
void dictindex_add(struct dictindex *ix, const char *headword, size_t offset,
    size_t len);

/* Adds information about the database, under a name that dictd knows. */
void dictindex_tell(struct dictindex *ix, const char *name, size_t offset,
    size_t len);

/* Appends the lines to out, in dictd's order, without duplicates. */
void dictindex_write(struct dictindex *ix, struct buf *out);

#endif
