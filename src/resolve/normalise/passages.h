/* SPDX-License-Identifier: MIT */
/* Passages in another language, or direction, than the words around them. */
#ifndef NORMALISE_PASSAGES_H
#define NORMALISE_PASSAGES_H

#include <libxml/tree.h>

/*
 * Puts the words of each into phrases with lang and dir (in RESOLVED_NS), where
 * an element holds words: so layout has one way to say it, and a section, an
 * item or a cell needs none.  After the references are resolved.
 */
void passages_mark(xmlNode *root);

#endif
