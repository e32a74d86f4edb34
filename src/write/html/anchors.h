/* SPDX-License-Identifier: MIT */
/* The ids of a page, to which links can lead. */
#ifndef HTML_ANCHORS_H
#define HTML_ANCHORS_H

#include <libxml/tree.h>

struct anchors;

/*
 * Gives all places of a document an id: their own from the source; else their
 * name in lower case, with hyphens for blanks.  The names under which an index
 * lists a term, and the options of a page, are places too.  The caller frees
 * it.
 */
struct anchors *anchors_new(const xmlNode *document);

/* The id of a node, or NULL if it has none, or another node has it. */
const char *anchors_id(const struct anchors *a, const xmlNode *node);

/* The id of the place with an anchor, or NULL if it is not on this page. */
const char *anchors_find(const struct anchors *a, const char *anchor);

void anchors_free(struct anchors *a);

#endif
