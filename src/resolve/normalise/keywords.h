/* SPDX-License-Identifier: MIT */
/* Keywords of version control that were never expanded. */
#ifndef RESOLVE_KEYWORDS_H
#define RESOLVE_KEYWORDS_H

#include <libxml/tree.h>

/*
 * Removes "$Date$", "$Id$" and the like from a text in an info or refmeta, and
 * the elements that hold nothing else.  Returns the next node.
 */
xmlNode *keywords_strip(xmlNode *text, const xmlNode *root);

#endif
