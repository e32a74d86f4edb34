/* SPDX-License-Identifier: MIT */
/* Where no block may stand, its words stay. */
#ifndef RESOLVE_FLATTEN_H
#define RESOLVE_FLATTEN_H

#include <libxml/tree.h>

/* Makes a phrase of a block, and of all blocks in it: a blank parts them. */
void flatten(xmlNode *block);

/* The same of the blocks that an element holds: a title, a term. */
void flatten_within(xmlNode *node);

/*
 * The same among the parts of a name; an address is read as a line, the life of
 * a maker below.
 */
void flatten_parts(xmlNode *node);

/*
 * Parts the words of a node's children by blanks: it held parts, between which
 * blanks were dropped, and is words now.
 */
void flatten_apart(xmlNode *node);

#endif
