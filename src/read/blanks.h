/* SPDX-License-Identifier: MIT */
/* Insignificant white space between elements. */
#ifndef READ_BLANKS_H
#define READ_BLANKS_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "docbook/docbook.h"

/* Cache of rows for recently seen element names. */
struct blanks {
	const struct docbook *known[64];
};

/*
 * Is this text, about to be appended to parent, insignificant indentation?
 * White space next to text or inlines is kept, even where DocBook allows
 * neither.
 */
bool blanks_are_idle(struct blanks *b, const xmlNode *parent,
    const xmlChar *text, int len);

#endif
