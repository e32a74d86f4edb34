/* SPDX-License-Identifier: MIT */
/*
 * Anchors for elements that have an ID but no anchor of their own, and the zones
 * of index terms.
 */
#ifndef RESOLVE_SPOTS_H
#define RESOLVE_SPOTS_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "util/diag.h"
#include "index.h"

/*
 * Is there room for an anchor at a node: in its paragraph, or before its block?
 * False: it has an anchor, is in a title or a glossary entry, or is not printed
 * in place.
 */
bool spots_has_room(xmlNode *node);

/*
 * Replaces each r:spot by an anchor, and moves index terms to their zones.  False
 * if there are too many of these; d says so.
 */
bool spots_mark(xmlNode *root, const struct index *ix, bool huge,
    struct diags *d);

#endif
