/* SPDX-License-Identifier: MIT */
/* Footnotes, at the end of the section that they are in. */
#ifndef RESOLVE_FOOTNOTES_H
#define RESOLVE_FOOTNOTES_H

#include <stdbool.h>
#include <stddef.h>

#include <libxml/tree.h>

/*
 * Moves them there, in the order given, numbers them, and leaves a footnoteref
 * in the place of each.  split: an entry is a page, and so has its own.  What
 * is in no section becomes words.
 */
void footnotes_gather(xmlNode *const *notes, size_t len, bool split);

#endif
