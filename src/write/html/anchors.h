/* SPDX-License-Identifier: MIT */
/* The ids of a page, to which links can lead. */
#ifndef HTML_ANCHORS_H
#define HTML_ANCHORS_H

#include <libxml/tree.h>

struct anchors;
struct html_pages;

/*
 * Gives all places of a document an id: their own from the source; else their
 * name in lower case, with hyphens for blanks.  On each page no two are the same
 * (pages: NULL for one).  The names under which an index
 * lists a term, and the options of a page, are places too.  The caller frees
 * it.
 */
struct anchors *anchors_new(const xmlNode *document,
    const struct html_pages *pages);

/* The id of a node, or NULL if it has none, or another node has it. */
const char *anchors_id(const struct anchors *a, const xmlNode *node);

/* The place with an anchor, or NULL if it is not in this document. */
const xmlNode *anchors_place(const struct anchors *a, const char *anchor);

/* The anchors whose ids other places had; see struct write_options. */
void anchors_tell(const struct anchors *a,
    void (*clash)(void *to, const char *anchor, const char *id), void *to);

/* The key of a node in a hash table. */
enum { ANCHORS_KEY = 24 };
void anchors_key(char key[ANCHORS_KEY], const xmlNode *node);

void anchors_free(struct anchors *a);

#endif
