/* SPDX-License-Identifier: MIT */
/* Automatic glossaries: filled with the terms that a document uses. */
#ifndef RESOLVE_COLLECTION_H
#define RESOLVE_COLLECTION_H

#include <libxml/tree.h>

#include "util/diag.h"
#include "gloss/resolve.h"

/*
 * Fills every <glossary role="auto"> below root, in place of what it holds,
 * with copies of the entries of the collections that the document names by a
 * glossterm, firstterm, glosssee or glossseealso, as DocBook XSL's
 * glossary.collection does, or by the id that a link leads to and nothing else
 * has; and of those that these entries name in turn.  Where there
 * are several such glossaries, each takes what is used around it, in its
 * parent.  Both trees have their names normalised.  False, and d hears of it:
 * several glossaries take more than a limit, which the option huge lifts.
 */
bool collection_fill(xmlNode *root, const struct resolve_options *options,
    struct diags *d);

#endif
