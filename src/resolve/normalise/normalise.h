/* SPDX-License-Identifier: MIT */
/* The first step of resolve: normalises names and structure. */
#ifndef RESOLVE_NORMALISE_H
#define RESOLVE_NORMALISE_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "util/diag.h"
#include "gloss/resolve.h"

/*
 * Gives each element its DocBook 5 name, namespace and row, drops comments, and
 * replaces processing instructions (instructions.h).  Returns false if the root
 * is not a DocBook document.
 */
bool normalise_names(xmlDoc *doc, const struct resolve_options *options,
    struct diags *d);

/*
 * Moves all namespace declarations to the root (DocBook, XLink) or the document
 * (others), so that nodes can be moved out of the elements that declared them.
 */
void normalise_namespaces(xmlDoc *doc);

/*
 * Moves or renames misplaced elements, with a warning, so that the stylesheets
 * print every part that they are given.  The root becomes a section or a block.
 */
void normalise_place(xmlDoc *doc, struct diags *d);

/*
 * Gives the tree the structure that gloss/resolve.h describes.  With --split,
 * footnotes are gathered per entry, as each is a page; with --divide, the
 * entries of a glossary are not turned into lists, as they will be moved.
 * Reports too much duplicated content, unless huge.
 */
void normalise_shape(xmlDoc *doc, const struct resolve_options *options,
    struct diags *d);

/*
 * DocBook 5 allows linkend and xlink:href on any element: moves these to a link
 * around its words.  The link of a block goes around its title or its first
 * words.
 */
void normalise_links(xmlDoc *doc);

#endif
