/* SPDX-License-Identifier: MIT */
/* Moves footnotes to the end of their section. */
#ifndef RESOLVE_FOOTNOTES_H
#define RESOLVE_FOOTNOTES_H

#include <stdbool.h>
#include <stddef.h>

#include <libxml/tree.h>

/*
 * Moves and numbers them in the given order; each is replaced by a footnoteref.
 * split: entries are pages with footnotes of their own.  A footnote outside any
 * section becomes words.
 */
void footnotes_gather(xmlNode *const *notes, size_t len, bool split);

#endif
