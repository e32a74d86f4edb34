/* SPDX-License-Identifier: MIT */
/* What a reference names, by whichever of its ways it does. */
#ifndef RESOLVE_TARGET_H
#define RESOLVE_TARGET_H

#include "index.h"

/* The ways in which a reference may name its target; tried in this order. */
enum by {
	BY_OTHERTERM = 1 << 0, /* an id; in the wild also the term itself */
	BY_LINKEND = 1 << 1,
	BY_HREF = 1 << 2,      /* xlink:href="#id" */
	BY_BASEFORM = 1 << 3,
	BY_TEXT = 1 << 4,
	BY_WORK = 1 << 5,      /* the abbrev or id of a cited work */
	SILENT = 1 << 6,       /* as a term it may have no entry */
};

/* Those of an element: of these, and 0 for what is no reference. */
unsigned target_ways(const xmlNode *node);

/* Is it nothing but a reference, so that it has to name something? */
bool target_is_due(const xmlNode *node);

/* What was asked for, and what was found. */
struct found {
	xmlNode *target;
	char *asked; /* an id or a text, the caller's to free */
	bool id;     /* which of the two */
	bool term;   /* whether it can be a term, in whatever form */
};

/*
 * What a reference names; asked is NULL where it leads out of the document, or
 * need not name anything.
 */
struct found target_find(const struct index *ix, const xmlNode *node,
    unsigned ways);

/* The same, of an id that stands elsewhere. */
struct found target_by_id(const struct index *ix, const char *id);

#endif
