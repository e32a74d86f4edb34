/* SPDX-License-Identifier: MIT */
/* Keywords of version control that were never filled in. */
#ifndef RESOLVE_KEYWORDS_H
#define RESOLVE_KEYWORDS_H

#include <libxml/tree.h>

/*
 * Takes "$Date$", "$Id$" and their like out of a text of an info or a refmeta,
 * and the elements that hold nothing else.  Returns the node after the text, or
 * after what was dropped.
 */
xmlNode *keywords_strip(xmlNode *text, const xmlNode *root);

#endif
