/* SPDX-License-Identifier: MIT */
/* The first step of resolve: one vocabulary, one shape. */
#ifndef RESOLVE_NORMALISE_H
#define RESOLVE_NORMALISE_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "util/diag.h"
#include "gloss/resolve.h"

/*
 * Gives every element its DocBook 5 name, namespace and row, drops comments, and
 * replaces processing instructions by what they stand for (instructions.h).
 * False: the root is not DocBook.
 */
bool normalise_names(xmlDoc *doc, const struct resolve_options *options,
    struct diags *d);

/*
 * Lets no element but the root declare a namespace: DocBook and XLink are the
 * root's, and other declarations live as long as the document, so that what
 * stood in an element may outlive it elsewhere.
 */
void normalise_namespaces(xmlDoc *doc);

/*
 * Moves or renames what stands where DocBook does not let it, with a warning:
 * the stylesheets then print every part that they are given.  The root becomes
 * a section or a block.
 */
void normalise_place(xmlDoc *doc, struct diags *d);

/*
 * Gives the tree the shape that gloss/resolve.h promises.  For --split,
 * footnotes are gathered by entry, because each is a page; for --divide, a
 * glossary keeps its entries, as they will be moved.  Says where what must be
 * repeated is too much, unless huge.
 */
void normalise_shape(xmlDoc *doc, const struct resolve_options *options,
    struct diags *d);

/*
 * DocBook 5 lets any element lead somewhere, by linkend or xlink:href: moves
 * that to a link around its words; a block's title, or its first words, bear it
 * for all.
 */
void normalise_links(xmlDoc *doc);

#endif
