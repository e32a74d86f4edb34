/* SPDX-License-Identifier: MIT */
/* Where no block may stand, its words stay. */
#include <string.h>

#include "flatten.h"
#include "resolve/tree.h"

/* Is what is in it laid out as it is, whatever is around it? */
static bool
is_whole(const struct docbook *row)
{
	return row && row->is == IS_INLINE &&
	    (row->holds == HOLDS_PARTS || row->id == DB_footnote);
}

/* Would the words of a block run into those behind it? */
static bool
is_word_next(const xmlNode *block)
{
	const xmlNode *next = block->next;
	const char *s = next && next->type == XML_TEXT_NODE ?
	    (const char *)next->content : NULL;

	return next && (s == NULL || strchr(" \t\r\n.,;:!?)", *s) == NULL);
}

void
flatten(xmlNode *block)
{
	const struct docbook *phrase = docbook_row(DB_phrase);
	const struct docbook *row;
	xmlNode *next;

	for (xmlNode *n = block; n; n = next) {
		row = docbook_of(n);
		next = n != block && is_whole(row) ? tree_after(n, block) :
		    tree_next(n, block);
		if (row == NULL || row->is == IS_INLINE ||
		    row->is == IS_NEUTRAL)
			continue;
		tree_become(n, phrase);
		xmlAddPrevSibling(n,
		    xmlNewDocText(n->doc, (const xmlChar *)" "));
		if (is_word_next(n))
			xmlAddNextSibling(n,
			    xmlNewDocText(n->doc, (const xmlChar *)" "));
	}
}

void
flatten_within(xmlNode *node)
{
	for (xmlNode *c = node->children; c; c = c->next)
		if (c->type == XML_ELEMENT_NODE && tree_is_block(c))
			flatten(c);
}

void
flatten_parts(xmlNode *node)
{
	enum docbook_id in = docbook_id(node->parent);
	bool blurb = in == DB_info || in == DB_authorgroup;

	for (xmlNode *c = node->children; c; c = c->next)
		if (tree_is_block(c) && docbook_id(c) != DB_address &&
		    !(blurb && docbook_id(c) == DB_personblurb))
			flatten(c);
}
