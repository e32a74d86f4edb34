/* SPDX-License-Identifier: MIT */
/* One term is looked up: the tree becomes what there is to say of it. */
#ifndef RESOLVE_LOOKUP_H
#define RESOLVE_LOOKUP_H

#include <libxml/tree.h>

#include "gloss/resolve.h"

/*
 * Reduces a tree whose references are resolved to the entries that a term
 * names, those that they lead on to by glosssee, and their footnotes: an
 * r:excerpt.  Where the term names none, the tree stays, and lookup gets what
 * looks like it.
 */
void lookup_keep(xmlNode *root, struct lookup *lookup);

#endif
