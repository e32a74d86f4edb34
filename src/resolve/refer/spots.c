/* SPDX-License-Identifier: MIT */
/* Where an anchor can be put for an element that has none of its own. */
#include "resolve/tree.h"
#include "spots.h"

/* Is a node in the text of a paragraph, or in inlines in it? */
static bool
is_in_words(const xmlNode *node)
{
	const struct docbook *row = docbook_of(node->parent);

	while (row && row->is == IS_INLINE && row->holds == HOLDS_INLINES &&
	    !tree_is_aside(node)) {
		node = node->parent;
		row = docbook_of(node->parent);
	}
	return row && row->id == DB_para;
}

xmlNode *
spot_of(xmlNode *node)
{
	const struct docbook *row;

	/* references into a glossary entry lead to the entry */
	if (tree_ancestor(node, DB_info) || tree_ancestor(node, DB_glossentry))
		return NULL;
	for (; node->parent && !tree_resolved(node, "anchor");
	     node = node->parent) {
		if ((row = docbook_of(node)) == NULL)
			continue;
		if (row->is == IS_NEUTRAL && row->id != DB_anchor)
			continue;
		if (tree_is_in_blocks(node) &&
		    (row->is == IS_BLOCK || row->id == DB_anchor))
			return node;
		if (row->is != IS_PART && !tree_is_aside(node) &&
		    is_in_words(node))
			return node;
	}
	return NULL;
}
