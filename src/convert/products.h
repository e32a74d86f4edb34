/* SPDX-License-Identifier: MIT */
/* What a run makes, before it becomes files: how it comes together. */
#ifndef CONVERT_PRODUCTS_H
#define CONVERT_PRODUCTS_H

#include <libxml/tree.h>

#include "gloss/convert.h"

/* They own the tree from here; it may be NULL. */
void products_keep(struct products *p, xmlDoc *tree);

/* A tree as XML, without the DTD, whose entities are resolved by now. */
void products_add_tree(xmlDoc *doc, struct products *p);

/* All documents of a layout tree as files, with their further names. */
void products_add_documents(xmlDoc *tree, const struct format *format,
    const struct write_options *options, struct products *p);

#endif
