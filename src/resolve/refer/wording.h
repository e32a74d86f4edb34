/* SPDX-License-Identifier: MIT */
/* Generates the text of references without content. */
#ifndef RESOLVE_WORDING_H
#define RESOLVE_WORDING_H

#include "util/buf.h"
#include "resolve/budget.h"
#include "index.h"

/* The value of r:kind for a place. */
const char *wording_kind(const xmlNode *place);

/*
 * Appends the target's xreflabel, title or substitute, and returns true;
 * otherwise appends its id, if any, and returns false.  *from is set to the
 * element with that text, or to NULL; from may be NULL.
 */
bool wording_name(xmlNode *target, struct buf *out, xmlNode **from,
    struct index *ix);

/*
 * Gives a reference the text of its endterm, or the target's name, within the
 * budget p.
 */
void wording_set(xmlNode *node, xmlNode *target, struct index *ix,
    struct budget *p);

/*
 * Words a reference by its xrefstyle, as DocBook XSL does: "select: label
 * title" and "template:%n, %t".  Other styles are left to stylesheets.
 */
void wording_set_style(xmlNode *node, xmlNode *target, struct index *ix,
    struct budget *p);

#endif
