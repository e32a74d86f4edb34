/* SPDX-License-Identifier: MIT */
/* Passages in another language or direction than the enclosing text. */
#ifndef NORMALISE_PASSAGES_H
#define NORMALISE_PASSAGES_H

#include <libxml/tree.h>

/*
 * Wraps the words of each passage in phrases with lang and dir (in
 * RESOLVED_NS), in the elements that hold words, so that layout has one form
 * for all of them.  Call it after references are resolved.
 */
void passages_mark(xmlNode *root);

#endif
