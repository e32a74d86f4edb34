/* SPDX-License-Identifier: MIT */
/* XPointers, evaluated by libxml2 within a bound. */
#ifndef READ_XPOINTER_H
#define READ_XPOINTER_H

#include <stddef.h>

#include <libxml/tree.h>
#include <libxml/xpath.h>

/* A document's nodes, its attributes among them; and its namespaces. */
struct xpointer_size {
	size_t nodes;
	size_t names; /* bytes of what declares them */
};

/*
 * The nodes that an XPointer finds in a document of a size; NULL: none, or it
 * is no XPointer.  The caller frees them.  Of *steps goes what it took; when
 * nothing is left it took too long, and nothing is found.  steps may be NULL:
 * there is no bound.
 */
xmlXPathObject *xpointer_find(xmlDoc *doc, const struct xpointer_size *size,
    const xmlChar *pointer, unsigned long *steps);

#endif
