/* SPDX-License-Identifier: MIT */
/*
 * Anchors for elements that have an ID but no anchor of their own, and the zones
 * of index terms.
 */
#ifndef RESOLVE_ANCHORS_H
#define RESOLVE_ANCHORS_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "util/diag.h"
#include "index.h"

/*
 * Replaces each r:spot by an anchor, and moves index terms to their zones.  False
 * if there are too many of these; d says so.
 */
bool anchors_mark(xmlNode *root, const struct index *ix, bool huge,
    struct diags *d);

#endif
