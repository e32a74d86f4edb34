/* SPDX-License-Identifier: MIT */
/*
 * XPointers as documents use them: ids, element(), and xpointer() with paths of
 * names; in one walk over the document, with a limit on steps.
 */
#ifndef READ_XPOINTER_H
#define READ_XPOINTER_H

#include <stddef.h>

#include <libxml/tree.h>

/*
 * The nodes that an XPointer found, in document order, each once; the document
 * stands for everything in it.
 */
struct xpointer_nodes {
	xmlNode **list;
	size_t len;
	char *unsupported; /* an unsupported construct in the XPointer, or
			    * NULL */
};

/*
 * Evaluates an XPointer (XPointer Framework, element() and xmlns() schemes;
 * xpointer() as described in glossc(1)) in a document whose ids libxml2 knows.
 * Each visited node uses one of *steps; when they are used up, nothing is
 * found. steps may be NULL: no limit.  Free the result with xpointer_free().
 */
void xpointer_find(xmlDoc *doc, const char *pointer, unsigned long *steps,
    struct xpointer_nodes *found);
void xpointer_free(struct xpointer_nodes *found);

#endif
