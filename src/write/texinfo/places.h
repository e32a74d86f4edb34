/* SPDX-License-Identifier: MIT */
/* The targets of Texinfo references in a document. */
#ifndef TEXINFO_PLACES_H
#define TEXINFO_PLACES_H

#include <stdbool.h>

#include <libxml/tree.h>

struct places;

/* Finds all places; free them, and all their names, with places_free(). */
struct places *places_new(const xmlNode *document);
void places_free(struct places *p);

/*
 * The unique name of an element's place, or NULL if it is none.  A section
 * always has one.
 */
const char *places_name(const struct places *p, const xmlNode *node);

/* The name of the place with an anchor, or NULL. */
const char *places_find(const struct places *p, const char *anchor);

/*
 * Claims a further name for a place; returns NULL if it is taken.  The table
 * owns it.
 */
const char *places_claim(struct places *p, const char *text);

/* Is there any index entry? */
bool places_indexed(const struct places *p);

#endif
