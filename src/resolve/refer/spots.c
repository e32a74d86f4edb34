/* SPDX-License-Identifier: MIT */
/*
 * Anchors for elements that have an ID but no anchor of their own, and the zones
 * of index terms.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "gloss/limits.h"
#include "gloss/read.h"
#include "gloss/resolve.h"
#include "index.h"
#include "resolve/budget.h"
#include "resolve/tree.h"
#include "spots.h"
#include "util/alloc.h"

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

static bool
is_in_blocks(const xmlNode *node)
{
	const struct docbook *row = docbook_of(node->parent);

	return row && row->holds == HOLDS_BLOCKS;
}

/*
 * The paragraph at whose start an anchor for a node goes, or the node before
 * which it goes.  An anchor of the source is returned itself.  NULL: there is no
 * room for one below the next element with an anchor.
 */
static xmlNode *
find_spot(xmlNode *node)
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
		if (is_in_blocks(node) &&
		    (row->is == IS_BLOCK || row->id == DB_anchor))
			return node;
		if (row->is != IS_PART && !tree_is_aside(node) &&
		    is_in_words(node))
			return node;
	}
	return NULL;
}

bool
spots_has_room(xmlNode *node)
{
	return find_spot(node) != NULL;
}

static void
put_anchor(xmlNode *node, const char *name)
{
	xmlNode *spot = find_spot(node), *anchor = spot;

	assert(spot); /* spots_has_room() was true */
	if (docbook_id(spot) != DB_anchor)
		anchor = tree_new(node->doc, DB_anchor);
	if (anchor == spot)
		;
	else if (docbook_id(spot) != DB_para)
		xmlAddPrevSibling(spot, anchor);
	else if (spot->children)
		xmlAddPrevSibling(spot->children, anchor);
	else
		xmlAddChild(spot, anchor);
	tree_set(anchor, "anchor", name);
	tree_set(anchor, "id", tree_id(node));
}

/* The first child of a section after its title and info. */
static xmlNode *
first_content(const xmlNode *section)
{
	xmlNode *child = section->children;

	for (; child; child = child->next) {
		switch (docbook_id(child)) {
		case DB_info:
		case DB_title:
		case DB_subtitle:
		case DB_titleabbrev:
			continue;
		default:
			return child;
		}
	}
	return NULL;
}

/* Moves an index term to the start of an element, or before its child next. */
static void
move_into(xmlNode *term, xmlNode *parent, xmlNode *next)
{
	if (next && docbook_id(next) == DB_para) {
		parent = next;
		next = next->children;
	}
	if (next == term)
		return;
	if (next)
		tree_move_before(term, next);
	else
		tree_move(term, parent);
}

/*
 * The part of an entry that holds its text.  An index term next to its terms
 * would become one of its names.
 */
static xmlNode *
body_of(const xmlNode *place)
{
	switch (docbook_id(place)) {
	case DB_glossentry:
		return tree_child(place, DB_glossdef);
	case DB_qandaentry:
		return tree_child(place, DB_question);
	case DB_refentry:
		return tree_child(place, DB_refnamediv);
	case DB_varlistentry:
		return tree_child(place, DB_listitem);
	default:
		return NULL;
	}
}

/* Moves an index term to the start of its zone. */
static void
move_to(xmlNode *term, xmlNode *zone)
{
	const struct docbook *row;
	xmlNode *body;

	for (; zone; zone = zone->parent) {
		if ((body = body_of(zone)) != NULL)
			zone = body;
		if ((row = docbook_of(zone)) == NULL)
			continue;
		if (row->id == DB_refnamediv || row->id == DB_glossentry) {
			move_into(term, zone, NULL);
			return;
		}
		if (row->is == IS_SECTION ||
		    (row->is == IS_PART && row->holds == HOLDS_BLOCKS)) {
			move_into(term, zone, first_content(zone));
			return;
		}
		if (row->id == DB_para ||
		    (row->is == IS_BLOCK && is_in_blocks(zone))) {
			move_into(term, zone->parent, zone);
			return;
		}
	}
}

static xmlNode *
copy_of(xmlNode *term)
{
	xmlNode *copy = xmlDocCopyNode(term, term->doc, 1);
	xmlNode *n = copy;

	for (const xmlNode *from = term; from; from = tree_next(from, term)) {
		n->_private = from->_private;
		n = tree_next(n, copy);
	}
	read_copy_line(copy, term);
	return copy;
}

static void
drop_attribute(xmlNode *node, const char *name, const char *ns)
{
	xmlAttr *a = xmlHasNsProp(node, BAD_CAST name, BAD_CAST ns);

	if (a)
		xmlRemoveProp(a);
}

/* Moves a term to its first zone, and a copy to each of the others. */
static void
spread(xmlNode *term, const struct index *ix, struct budget *b)
{
	static const char blank[] = " \t\r\n";
	char *zones = gloss_strdup(tree_attr(term, "zone"));
	xmlNode *zone, *first = NULL;
	char *rest = NULL;

	drop_attribute(term, "zone", NULL);
	for (char *id = strtok_r(zones, blank, &rest); id;
	     id = strtok_r(NULL, blank, &rest)) {
		if ((zone = index_id(ix, id)) == NULL)
			continue;
		if (first && !budget_take(b, term, budget_size(term)))
			break;
		move_to(first ? copy_of(term) : term, zone);
		first = term;
	}
	free(zones);
}

bool
spots_mark(xmlNode *root, const struct index *ix, bool huge, struct diags *d)
{
	struct budget b = budget_new(LIMIT_REFERENCES, huge);
	xmlNode *next;
	const char *name;

	for (xmlNode *n = root; n; n = next) {
		next = tree_next(n, root);
		if (n->type != XML_ELEMENT_NODE)
			continue;
		if ((name = tree_resolved(n, "spot")) != NULL) {
			put_anchor(n, name);
			drop_attribute(n, "spot", RESOLVED_NS);
		}
		if (docbook_id(n) == DB_indexterm && tree_attr(n, "zone")) {
			next = tree_after(n, root);
			spread(n, ix, &b);
		}
	}
	return budget_kept(&b, "what index terms name as their zones", d);
}
