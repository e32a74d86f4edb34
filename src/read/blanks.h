/* SPDX-License-Identifier: MIT */
/* White space between elements where DocBook has no text. */
#ifndef READ_BLANKS_H
#define READ_BLANKS_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "docbook/docbook.h"

/* The rows of the names that came last. */
struct blanks {
	const struct docbook *known[64];
};

/*
 * Is this text at the end of a node nothing but indentation?  A blank stays
 * where words are or may be: beside text and inlines, also where they do not
 * belong.
 */
bool blanks_are_idle(struct blanks *b, const xmlNode *parent,
    const xmlChar *text, int len);

#endif
