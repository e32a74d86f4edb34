/* SPDX-License-Identifier: MIT */
/* The products of a run, before they become files. */
#ifndef CONVERT_PRODUCTS_H
#define CONVERT_PRODUCTS_H

#include <libxml/tree.h>

#include "gloss/convert.h"

/* Takes ownership of the tree, which may be NULL. */
void products_keep(struct products *p, xmlDoc *tree);

/* Adds a tree as XML, without its DTD, whose entities are already resolved. */
void products_add_tree(xmlDoc *doc, struct products *p);

/* Adds all documents of a layout tree, and their other names.  Anchors that
 * clash are added to clashes, each with its id ("" for none) after it. */
void products_add_documents(xmlDoc *tree, const struct format *format,
    const struct write_options *options, struct products *p,
    struct strings *clashes);

#endif
