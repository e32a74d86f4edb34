/* SPDX-License-Identifier: MIT */
/*
 * Sections without titles, and content in an order that DocBook does not allow.
 */
#include <stdlib.h>

#include "gloss/read.h"
#include "sections.h"
#include "resolve/tree.h"

static bool
holds_blocks(const xmlNode *node)
{
	const struct docbook *row = docbook_of(node);

	return row && row->holds == HOLDS_BLOCKS;
}

/* Is it metadata or a heading of the section? */
static bool
is_head(const xmlNode *node)
{
	switch (docbook_id(node)) {
	case DB_info:
	case DB_subtitle:
	case DB_title:
	case DB_titleabbrev:
		return true;
	default:
		return false;
	}
}

/* The last child of a section that is printed in place. */
static xmlNode *
last_part(const xmlNode *section)
{
	xmlNode *last = section->last;

	while (last && (is_head(last) || tree_stands(last) == IS_NEUTRAL))
		last = last->prev;
	return last;
}

/*
 * The section that a block after a section belongs to: this one, or the last
 * one inside it.
 */
static xmlNode *
last_section(xmlNode *section)
{
	xmlNode *last;

	if (!holds_blocks(section))
		return NULL;
	while ((last = last_part(section)) != NULL &&
	    tree_stands(last) == IS_SECTION && holds_blocks(last))
		section = last;
	return section;
}

/* The first of the trailing sections that hold no blocks, or NULL. */
static xmlNode *
first_closed(const xmlNode *section)
{
	xmlNode *first = NULL;

	for (xmlNode *n = last_part(section); n &&
	    tree_stands(n) == IS_SECTION; n = n->prev)
		first = n;
	return first;
}

/* Moves an element, which may come from another file: keeps its base URL. */
static void
move_over(xmlNode *node, xmlNode *into, xmlNode *before)
{
	char *base = read_base_of(node);

	if (before)
		tree_move_before(node, before);
	else
		tree_move(node, into);
	if (base)
		read_set_base(node, base);
	free(base);
}

/*
 * Is it a block, or an index term or an anchor, which are laid out as blocks
 * between these?
 */
static bool
is_blocklike(const xmlNode *node)
{
	return tree_stands(node) == IS_BLOCK ||
	    docbook_id(node) == DB_indexterm || docbook_id(node) == DB_anchor;
}

void
sections_order(xmlNode *node)
{
	xmlNode *first = NULL, *section = NULL, *before = NULL, *next;

	for (xmlNode *c = node->children; c; c = next) {
		next = c->next;
		if (tree_stands(c) == IS_SECTION) {
			section = last_section(c);
			before = section ? first_closed(section) : NULL;
			if (first == NULL)
				first = c;
		} else if (docbook_id(c) == DB_info && first) {
			xmlUnlinkNode(c);
			xmlAddPrevSibling(node->children, c);
		} else if (is_blocklike(c) && section) {
			move_over(c, section, before);
		} else if (is_blocklike(c) && first) {
			xmlUnlinkNode(c);
			xmlAddPrevSibling(first, c);
		}
	}
}

/* Does a section have a title with words? */
static void
drop_empty_title(xmlNode *node)
{
	xmlNode *title = tree_info_child(node, DB_title);

	if (title && tree_is_empty(title) && tree_id(title) == NULL)
		tree_drop(title);
}

/* Does a section before this one in a reference page hold blocks? */
static bool
follows_section(const xmlNode *node)
{
	const xmlNode *n = node->prev;

	while (n && tree_stands(n) != IS_SECTION)
		n = n->prev;
	return n && holds_blocks(n);
}

/* Is it a section of a general kind, such as section or sect1? */
static bool
is_mere_section(const xmlNode *node)
{
	static const enum docbook_id kinds[] = {
		DB_section, DB_sect1, DB_sect2, DB_sect3, DB_sect4, DB_sect5,
		DB_simplesect, DB_refsection, DB_refsect1, DB_refsect2,
		DB_refsect3, DB_bibliodiv, DB_glossdiv, DB_indexdiv, DB_tocdiv,
	};
	const struct docbook *around = docbook_of(node->parent);
	size_t i = 0;

	while (i < sizeof kinds / sizeof *kinds && kinds[i] != docbook_id(node))
		i++;
	return i < sizeof kinds / sizeof *kinds && around &&
	    around->is == IS_SECTION && around->holds == HOLDS_BLOCKS &&
	    (around->id != DB_refentry || follows_section(node));
}

/* Does a section have nothing of its own before its first section? */
static bool
is_bare(const xmlNode *node, const xmlNode *first)
{
	for (const xmlAttr *a = node->properties; a; a = a->next)
		if (!first || tree_id(first) ||
		    !xmlStrEqual(a->name, (const xmlChar *)"id"))
			return false;
	for (const xmlNode *c = node->children; c; c = c->next)
		if (is_head(c))
			return false;
	return true;
}

bool
sections_open(xmlNode *node)
{
	xmlNode *first, *next;

	drop_empty_title(node);
	first = node->children;
	while (first && first->type != XML_ELEMENT_NODE)
		first = first->next;
	if (!is_mere_section(node) || !is_bare(node, first))
		return false;
	if (node->properties)
		xmlNewNsProp(first, node->properties->ns,
		    (const xmlChar *)"id", (const xmlChar *)tree_id(node));
	for (xmlNode *c = node->children; c; c = next) {
		next = c->next;
		tree_move_before(c, node);
	}
	tree_drop(node);
	return true;
}

enum docbook_id
sections_list(const xmlNode *node)
{
	switch (docbook_id(node)) {
	case DB_bibliodiv:
	case DB_bibliography:
	case DB_bibliolist:
		return DB_bibliolist;
	case DB_glossary:
	case DB_glossdiv:
	case DB_glosslist:
		return DB_glosslist;
	default:
		return DB_none;
	}
}

static bool
is_entry(const xmlNode *node, enum docbook_id list)
{
	enum docbook_id id = docbook_id(node);

	return list == DB_glosslist ? id == DB_glossentry :
	    id == DB_biblioentry || id == DB_bibliomixed;
}

void
sections_part_entries(xmlNode *holder)
{
	enum docbook_id kind = sections_list(holder);
	xmlNode *c = holder->children, *list = NULL, *next;

	while (c && !is_entry(c, kind))
		c = c->next;
	while (c && (tree_stands(c) != IS_BLOCK || is_entry(c, kind)))
		c = c->next;
	if (c == NULL)
		return;
	for (c = holder->children; c; c = next) {
		next = c->next;
		if (is_entry(c, kind)) {
			if (list == NULL) {
				list = tree_new(holder->doc, kind);
				read_copy_line(list, c);
				xmlAddPrevSibling(c, list);
			}
			tree_move(c, list);
		} else if (tree_stands(c) == IS_BLOCK) {
			list = NULL;
		}
	}
}
