/* SPDX-License-Identifier: MIT */
/* The places of a document that a Texinfo reference can lead to. */
#ifndef TEXINFO_PLACES_H
#define TEXINFO_PLACES_H

#include <stdbool.h>

#include <libxml/tree.h>

struct places;

/* Finds all; the caller frees them, and all their names, with places_free(). */
struct places *places_new(const xmlNode *document);
void places_free(struct places *p);

/*
 * The name of the place that an element is, different from all the others'; or
 * NULL where it is none.  A section always has one.
 */
const char *places_name(const struct places *p, const xmlNode *node);

/* The name of the place that has an anchor, or NULL. */
const char *places_find(const struct places *p, const char *anchor);

/*
 * A name for a place that has one already: free, and taken then; or NULL.  It
 * stays the table's.
 */
const char *places_claim(struct places *p, const char *text);

/* Whether there is an index entry anywhere. */
bool places_indexed(const struct places *p);

#endif
