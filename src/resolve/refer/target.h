/* SPDX-License-Identifier: MIT */
/* Finds the target of a reference. */
#ifndef RESOLVE_TARGET_H
#define RESOLVE_TARGET_H

#include "index.h"

/* The ways in which a reference may name its target, in order of precedence. */
enum by {
	BY_OTHERTERM = 1 << 0, /* by id; authors also put the term itself
			        * here */
	BY_LINKEND = 1 << 1,
	BY_HREF = 1 << 2,      /* xlink:href="#id" */
	BY_BASEFORM = 1 << 3,
	BY_TEXT = 1 << 4,
	BY_WORK = 1 << 5,      /* by the abbrev or id of a cited work */
	SILENT = 1 << 6,       /* may have no entry without a warning */
};

/* The ways of an element, as a sum; 0 if it is not a reference. */
unsigned target_ways(const xmlNode *node);

/*
 * True for elements whose only purpose is to refer (xref, glosssee): an
 * unresolved one is an error.
 */
bool target_is_due(const xmlNode *node);

/* What a reference asked for, and what was found. */
struct found {
	xmlNode *target;
	char *asked; /* an id or a text; the caller frees it */
	bool id;     /* asked is an id */
	bool term;   /* asked may be a term, in any form */
};

/*
 * The target of a reference; asked is NULL if it leads out of the document or
 * need not name anything.
 */
struct found target_find(const struct index *ix, const xmlNode *node,
    unsigned ways);

/* The same for an id from elsewhere. */
struct found target_by_id(const struct index *ix, const char *id);

#endif
