/* SPDX-License-Identifier: MIT */
/* Insignificant white space between elements. */
#include <stdint.h>
#include <string.h>

#include "blanks.h"

/* Names are unique in the parser's dictionary, so pointers are hashed. */
static const struct docbook *
row_of(struct blanks *b, const char *name)
{
	size_t at = ((uintptr_t)name >> 3) %
	    (sizeof(b->known) / sizeof(b->known[0]));

	if (b->known[at] == NULL || strcmp(b->known[at]->name, name) != 0)
		b->known[at] = docbook_find(name);
	return b->known[at] ? docbook_now(b->known[at]) : NULL;
}

static bool
is_blank(const xmlChar *text, int len)
{
	for (int i = 0; i < len; i++)
		if (text[i] != ' ' && text[i] != '\n' && text[i] != '\t' &&
		    text[i] != '\r')
			return false;
	return true;
}

bool
blanks_are_idle(struct blanks *b, const xmlNode *parent, const xmlChar *text,
    int len)
{
	const struct docbook *row;

	if (parent == NULL || !is_blank(text, len))
		return false;
	row = row_of(b, (const char *)parent->name);
	if (row == NULL || (row->holds != HOLDS_BLOCKS &&
	    row->holds != HOLDS_PARTS))
		return false;
	if (parent->last == NULL)
		return true;
	if (parent->last->type != XML_ELEMENT_NODE)
		return false;
	row = row_of(b, (const char *)parent->last->name);
	return row && (row->is == IS_BLOCK || row->is == IS_SECTION ||
	    row->is == IS_PART);
}
