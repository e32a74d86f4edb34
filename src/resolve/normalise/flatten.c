/* SPDX-License-Identifier: MIT */
/* Replaces blocks by their text where only inlines are allowed. */
#include <string.h>

#include "flatten.h"
#include "resolve/tree.h"

/* Is its content laid out the same, wherever it is? */
static bool
is_whole(const struct docbook *row)
{
	return row && row->is == IS_INLINE &&
	    (row->holds == HOLDS_PARTS || row->id == DB_footnote);
}

/* Does a word follow a block without a space in between? */
static bool
is_word_next(const xmlNode *block)
{
	const xmlNode *next = block->next;
	const char *s = next && next->type == XML_TEXT_NODE ?
	    (const char *)next->content : NULL;

	return next && (s == NULL || strchr(" \t\r\n.,;:!?)", *s) == NULL);
}

void
flatten_apart(xmlNode *node)
{
	for (xmlNode *c = node->children; c; c = c->next)
		if (c->type == XML_ELEMENT_NODE && c->prev &&
		    c->prev->type == XML_ELEMENT_NODE)
			xmlAddPrevSibling(c,
			    xmlNewDocText(c->doc, (const xmlChar *)" "));
}

/* A row for a synopsis among words, which is shown inline. */
static const struct docbook *
inline_synopsis(enum docbook_id id)
{
	static const struct docbook rows[] = {
#define SYNOPSIS(x) {.name = #x, .id = DB_##x, .is = IS_INLINE, \
	.holds = HOLDS_PARTS},
		SYNOPSIS(classsynopsis) SYNOPSIS(cmdsynopsis)
		SYNOPSIS(constructorsynopsis) SYNOPSIS(destructorsynopsis)
		SYNOPSIS(enumsynopsis) SYNOPSIS(fieldsynopsis)
		SYNOPSIS(funcsynopsis) SYNOPSIS(macrosynopsis)
		SYNOPSIS(methodsynopsis) SYNOPSIS(packagesynopsis)
		SYNOPSIS(typedefsynopsis) SYNOPSIS(unionsynopsis)
#undef SYNOPSIS
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].id == id)
			return &rows[i];
	return NULL;
}

void
flatten(xmlNode *block)
{
	const struct docbook *phrase = docbook_row(DB_phrase);
	const struct docbook *row, *synopsis;
	xmlNode *next;

	for (xmlNode *n = block; n; n = next) {
		row = docbook_of(n);
		synopsis = row ? inline_synopsis(row->id) : NULL;
		next = synopsis || (n != block && is_whole(row)) ?
		    tree_after(n, block) : tree_next(n, block);
		if (row == NULL || row->is == IS_INLINE ||
		    row->is == IS_NEUTRAL)
			continue;
		if (synopsis) {
			n->_private = (void *)synopsis;
			tree_set(n, "inline", "yes");
		} else {
			if (row->holds == HOLDS_PARTS)
				flatten_apart(n);
			tree_become(n, phrase);
		}
		if (!tree_is_apart(n))
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
