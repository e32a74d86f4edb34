/* SPDX-License-Identifier: MIT */
/* Automatic glossaries: filled with the entries that a document uses. */
#ifndef RESOLVE_COLLECTION_H
#define RESOLVE_COLLECTION_H

#include <libxml/tree.h>

#include "util/diag.h"
#include "gloss/resolve.h"

/*
 * Replaces the content of each <glossary role="auto"> below root by copies of
 * entries from the collections: those that the document names by a glossterm,
 * firstterm, glosssee or glossseealso (as glossary.collection of DocBook XSL
 * does), or by a link to an id that only the collection has; and those that
 * these entries name in turn.  If there are several such glossaries, each gets
 * what its parent element uses.  The names in both trees must be normalised.
 * Returns false and reports an error if several glossaries take more than a
 * limit, which huge lifts.
 */
bool collection_fill(xmlNode *root, const struct resolve_options *options,
    struct diags *d);

#endif
