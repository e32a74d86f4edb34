/* SPDX-License-Identifier: MIT */
/* Where an id or a zone names what is no place by itself. */
#ifndef RESOLVE_SPOTS_H
#define RESOLVE_SPOTS_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "util/diag.h"
#include "index.h"

/*
 * Can an anchor stand at a node: in its paragraph, or before the block that it
 * is, or is in?  False: it is a place or in its head, in an entry of a glossary,
 * or not printed there.
 */
bool spots_has_room(xmlNode *node);

/*
 * Puts an anchor where each r:spot is, which it takes away, and moves index
 * terms to their zones.  False, and d hears of it: too many of these.
 */
bool spots_mark(xmlNode *root, const struct index *ix, bool huge,
    struct diags *d);

#endif
