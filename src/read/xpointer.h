/* SPDX-License-Identifier: MIT */
/*
 * XPointers, as documents use them: ids, element() and xpointer() with paths of
 * names, in one walk over the document, within a bound.
 */
#ifndef READ_XPOINTER_H
#define READ_XPOINTER_H

#include <stddef.h>

#include <libxml/tree.h>

/*
 * What an XPointer found: nodes in document order, each once; the document
 * itself stands for all that it holds.
 */
struct xpointer_nodes {
	xmlNode **list;
	size_t len;
	char *unsupported; /* what the XPointer has that we don't take; or NULL */
};

/*
 * Finds what an XPointer names (XPointer Framework, element() and xmlns()
 * schemes; of xpointer() what glossc(1) lists) in a document whose ids are
 * known to libxml2.  Of *steps goes a step for each node that is looked at;
 * when nothing is left it took too long, and nothing is found.  steps may be
 * NULL: there is no bound.  The caller ends it with xpointer_free().
 */
void xpointer_find(xmlDoc *doc, const char *pointer, unsigned long *steps,
    struct xpointer_nodes *found);
void xpointer_free(struct xpointer_nodes *found);

#endif
