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
#include "anchors.h"
#include "index.h"
#include "resolve/budget.h"
#include "resolve/tree.h"
#include "spots.h"
#include "util/alloc.h"

static void
put_anchor(xmlNode *node, const char *name)
{
	xmlNode *spot = spot_of(node), *anchor = spot;

	assert(spot); /* or there would be no r:spot */
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
		    (row->is == IS_BLOCK && tree_is_in_blocks(zone))) {
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
anchors_mark(xmlNode *root, const struct index *ix, bool huge, struct diags *d)
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
