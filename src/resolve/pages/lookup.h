/* SPDX-License-Identifier: MIT */
/* --lookup: reduces the tree to the entries of one term. */
#ifndef RESOLVE_LOOKUP_H
#define RESOLVE_LOOKUP_H

#include <libxml/tree.h>

#include "gloss/resolve.h"

/*
 * Reduces a resolved tree to the entries named by the term of options->lookup,
 * the entries that these lead to by glosssee, and their footnotes (r:excerpt).
 * Unless that is disabled, other forms of the term's words match too, and else
 * the nearest name, which lookup gets as its guess.  If nothing matches, the
 * tree is not changed, and lookup gets similar names.  lang is the document's
 * language.
 */
void lookup_keep(xmlNode *root, const struct resolve_options *options,
    const char *lang);

#endif
