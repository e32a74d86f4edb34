/* SPDX-License-Identifier: MIT */
/* What a reference without words of its own prints. */
#ifndef RESOLVE_WORDING_H
#define RESOLVE_WORDING_H

#include "util/buf.h"
#include "resolve/budget.h"
#include "index.h"

/* What stands at a place, in a word that stylesheets may ask for. */
const char *wording_kind(const xmlNode *place);

/*
 * Adds what a target is called: the label that its author gave it, its title,
 * or what stands for one; else, and then it returns false, its id, if any.
 * from: the element that is this text, or NULL; from may be NULL.
 */
bool wording_name(xmlNode *target, struct buf *out, xmlNode **from,
    struct index *ix);

/*
 * Gives a reference the words of endterm's element, or the target's own name,
 * as long as p has room.
 */
void wording_set(xmlNode *node, xmlNode *target, struct index *ix,
    struct budget *p);

/*
 * How DocBook XSL lets an author word a reference: "select: label title" and
 * "template:%n, %t".  Other styles are names for a stylesheet to know.
 */
void wording_set_style(xmlNode *node, xmlNode *target, struct index *ix,
    struct budget *p);

#endif
