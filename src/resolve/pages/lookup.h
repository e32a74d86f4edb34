/* SPDX-License-Identifier: MIT */
/* One term is looked up: the tree becomes what there is to say of it. */
#ifndef RESOLVE_LOOKUP_H
#define RESOLVE_LOOKUP_H

#include <libxml/tree.h>

#include "gloss/resolve.h"

/*
 * Reduces a tree whose references are resolved to the entries that the term of
 * the options' lookup names, those that they lead on to by glosssee, and their
 * footnotes: an r:excerpt.  Unless that is forbidden, another form of a term's
 * words names it too, and else what is so near to one that it was meant, which
 * lookup then gets as its guess.  Where the term names none, the tree stays, and
 * lookup gets what looks like it.  lang is the document's language.
 */
void lookup_keep(xmlNode *root, const struct resolve_options *options,
    const char *lang);

#endif
