/* SPDX-License-Identifier: MIT */
/* Replaces blocks by their text where only inlines are allowed. */
#ifndef RESOLVE_FLATTEN_H
#define RESOLVE_FLATTEN_H

#include <libxml/tree.h>

/* Turns a block, and all blocks in it, into phrases separated by spaces. */
void flatten(xmlNode *block);

/* Does so with the blocks in an element that holds inlines: a title, a term. */
void flatten_within(xmlNode *node);

/*
 * Does so with the parts of a name; an address becomes one line, and a
 * personblurb is left to be printed below.
 */
void flatten_parts(xmlNode *node);

/*
 * Separates a node's children by spaces: it held parts, between which white
 * space was dropped, and holds words now.
 */
void flatten_apart(xmlNode *node);

#endif
