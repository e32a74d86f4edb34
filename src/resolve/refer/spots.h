/* SPDX-License-Identifier: MIT */
/* Where an anchor can be put for an element that has none of its own. */
#ifndef RESOLVE_SPOTS_H
#define RESOLVE_SPOTS_H

#include <libxml/tree.h>

/*
 * The paragraph at whose start an anchor for a node goes, or the node before
 * which it goes.  An anchor of the source is returned itself.  NULL: there is no
 * room for one below the next element with an anchor, or the node is in a title
 * or a glossary entry, or is not printed in place.
 */
xmlNode *spot_of(xmlNode *node);

#endif
