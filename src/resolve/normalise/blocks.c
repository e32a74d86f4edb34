/* SPDX-License-Identifier: MIT */
/* Separates blocks and inlines: no element holds both. */
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "gloss/limits.h"
#include "gloss/read.h"
#include "gloss/resolve.h"
#include "resolve/budget.h"
#include "flatten.h"
#include "footnotes.h"
#include "resolve/refer/index.h"
#include "normalise.h"
#include "sections.h"
#include "resolve/tree.h"
#include "blanks.h"

struct nodes {
	xmlNode **list;
	size_t len;
	size_t cap;
};

/* Elements to be processed after all others are in place. */
struct found {
	struct nodes footnotes;
	struct nodes holders; /* see sections_list() */
};

static bool
holds_block(const xmlNode *node)
{
	for (const xmlNode *c = node->children; c; c = c->next)
		if (tree_is_block(c))
			return true;
	return false;
}

static void
drop_blanks(xmlNode *node)
{
	xmlNode *next;

	for (xmlNode *c = node->children; c; c = next) {
		next = c->next;
		if (tree_is_blank(c))
			tree_drop(c);
	}
}

/* Wraps loose text and inlines among blocks in a para. */
static void
wrap(xmlNode *node)
{
	xmlNode *para = NULL, *next;

	for (xmlNode *c = node->children; c; c = next) {
		enum docbook_is is = tree_stands(c);

		next = c->next;
		if (tree_is_blank(c) && para == NULL) {
			tree_drop(c);
			continue;
		}
		if (is == IS_INLINE && para == NULL) {
			para = tree_new(node->doc, DB_para);
			read_copy_line(para, node);
			xmlAddPrevSibling(c, para);
		}
		if (is == IS_INLINE || (is == IS_NEUTRAL && para))
			tree_move(c, para);
		else if (is != IS_NEUTRAL)
			para = NULL;
	}
}

static void
add(struct nodes *nodes, xmlNode *node)
{
	nodes->list = gloss_room(nodes->list, nodes->len, &nodes->cap,
	    sizeof *nodes->list);
	nodes->list[nodes->len++] = node;
}

/* A copy of an element without its content and id. */
static xmlNode *
again(const xmlNode *node)
{
	xmlNode *copy = xmlNewDocNode(node->doc, node->ns, node->name, NULL);

	copy->_private = node->_private;
	read_copy_line(copy, node);
	for (const xmlAttr *a = node->properties; a; a = a->next) {
		xmlChar *value = xmlNodeListGetString(node->doc, a->children,
		    1);

		if (a->ns == NULL || strcmp((const char *)a->name, "id") != 0)
			xmlNewNsProp(copy, a->ns, a->name, value);
		xmlFree(value);
	}
	return copy;
}

/* Does a text end with these words in parentheses? */
static bool
ends_with(const struct buf *text, const struct buf *words)
{
	const char *end = buf_str(text) + text->len;

	return words->len > 0 && text->len > words->len + 2 &&
	    end[-1] == ')' && end[-2 - (ptrdiff_t)words->len] == '(' &&
	    memcmp(end - 1 - words->len, words->data, words->len) == 0;
}

/*
 * A short form that its term ends with, as in "Large Mill (LM)", is printed
 * with the term; it is moved before the other short forms, which are listed
 * together.
 */
static void
mark_repeated(xmlNode *entry)
{
	struct buf text = { 0 }, words = { 0 };
	xmlNode *term = NULL, *next;

	for (xmlNode *c = entry->children; c; c = next) {
		next = c->next;
		if (docbook_id(c) == DB_glossterm) {
			term = c;
			buf_truncate(&text, 0);
		} else if (term && index_is_name(c)) {
			if (text.len == 0)
				tree_text(term, &text);
			buf_truncate(&words, 0);
			tree_text(c, &words);
			if (strcmp(buf_str(&text), buf_str(&words)) == 0)
				tree_set(c, "repeated", "whole");
			else if (ends_with(&text, &words))
				tree_set(c, "repeated", "yes");
			else
				continue;
			if (c->prev == term)
				continue;
			xmlUnlinkNode(c);
			xmlAddNextSibling(term, c);
		}
	}
	buf_free(&words);
	buf_free(&text);
}

/* Moves an entry's term to its start; index terms may precede it. */
static void
put_term_first(xmlNode *entry)
{
	xmlNode *first = entry->children, *term;

	if (first == NULL || docbook_id(first) != DB_indexterm ||
	    (term = tree_child(entry, DB_glossterm)) == NULL)
		return;
	xmlUnlinkNode(term);
	xmlAddPrevSibling(first, term);
}

/* If a para starts with a block, the block gets its id and takes its place. */
static void
replace_by_next(xmlNode *node, bool para)
{
	xmlAttr *id = xmlHasNsProp(node, (const xmlChar *)"id",
	    XML_XML_NAMESPACE);
	xmlNode *block = node->next, *rest = block->next;
	xmlAttr *continued;

	if (id && tree_id(block) == NULL)
		xmlNewNsProp(block, id->ns, id->name,
		    (const xmlChar *)tree_id(node));
	continued = para && rest ? xmlHasNsProp(rest,
	    (const xmlChar *)"continued", (const xmlChar *)RESOLVED_NS) : NULL;
	if (continued)
		xmlRemoveProp(continued);
	tree_drop(node);
}

/*
 * Splits a para or an inline around the blocks in it, which become its
 * siblings.  Each child is moved once at most.
 */
static void
split(xmlNode *node)
{
	bool para = tree_stands(node) == IS_BLOCK;
	xmlNode *part = node, *last = node, *next;

	for (xmlNode *c = node->children; c; c = next) {
		next = c->next;
		if (tree_is_block(c)) {
			if (part != node && tree_is_empty(part)) {
				last = part->prev;
				tree_drop(part);
			} else {
				trim_text(part == node ? c->prev : part->last,
				    true);
			}
			read_keep_line(c);
			xmlUnlinkNode(c);
			xmlAddNextSibling(last, c);
			part = again(node);
			if (para)
				tree_set(part, "continued", "yes");
			xmlAddNextSibling(c, part);
			last = part;
		} else if (part != node) {
			if (part->children == NULL)
				trim_text(c, false);
			tree_move(c, part);
		}
	}
	if (part != node && tree_is_empty(part))
		tree_drop(part);
	if (tree_is_empty(node))
		replace_by_next(node, para);
}

/*
 * Counts what the further parts will duplicate; returns false if it is too
 * much.
 */
static bool
may_split(const xmlNode *node, struct budget *parts)
{
	size_t each = 0, blocks = 0;

	for (const xmlAttr *a = node->properties; a; a = a->next)
		for (const xmlNode *c = a->children; c; c = c->next)
			each += c->content ? strlen((char *)c->content) : 0;
	if (each <= BUDGET_NODE)
		each = 0;
	/* blocks in a para are common */
	if (tree_stands(node) != IS_BLOCK)
		each += BUDGET_NODE;
	for (const xmlNode *c = node->children; each && c; c = c->next)
		blocks += tree_is_block(c);
	return budget_take(parts, node, each * blocks);
}

/* May a block in it become its sibling? */
static bool
is_split(const xmlNode *node)
{
	const struct docbook *row = docbook_of(node);
	const struct docbook *around = docbook_of(node->parent);

	return (row->is == IS_INLINE || row->id == DB_para ||
	    row->id == DB_simpara) && around && around->holds != HOLDS_PARTS;
}

/* A titleabbrev without a title becomes the title. */
static void
take_for_title(xmlNode *abbrev)
{
	xmlNode *of = abbrev->parent;

	if (docbook_id(of) == DB_info)
		of = of->parent;
	switch (docbook_id(of)) {
	case DB_none:
	case DB_biblioentry:
	case DB_bibliomixed:
	case DB_bibliomset:
	case DB_biblioset:
	case DB_refentry:
		return;
	default:
		if (!tree_is_empty(abbrev) && !tree_info_child(of, DB_title))
			tree_become(abbrev, docbook_row(DB_title));
	}
}

/* Parts of an address with nothing between them are lines of it. */
static void
part_lines(xmlNode *address)
{
	for (xmlNode *c = address->children; c; c = c->next)
		if (tree_stands(c) == IS_PART && c->prev &&
		    tree_stands(c->prev) == IS_PART)
			xmlAddPrevSibling(c, xmlNewDocText(c->doc,
			    (const xmlChar *)"\n"));
}

static void
leave(xmlNode *node, struct found *found, struct budget *parts)
{
	const struct docbook *row = docbook_of(node);

	if (row == NULL)
		return;
	if (row->id == DB_titleabbrev)
		take_for_title(node);
	switch (row->holds) {
	case HOLDS_BLOCKS:
		wrap(node);
		if (row->is == IS_SECTION) {
			sections_order(node);
			if (sections_open(node))
				return;
		}
		if (sections_list(node) != DB_none)
			add(&found->holders, node);
		break;
	case HOLDS_PARTS:
		drop_blanks(node);
		if (row->id == DB_glossentry) {
			put_term_first(node);
			mark_repeated(node);
		}
		if (row->is == IS_INLINE)
			flatten_parts(node);
		break;
	case HOLDS_INLINES:
		trim_part(node);
		if (!holds_block(node))
			break;
		if (is_split(node) && may_split(node, parts))
			split(node);
		else
			flatten_within(node);
		return;
	case HOLDS_LINES:
		flatten_within(node);
		if (row->id == DB_address) {
			part_lines(node);
			trim_address(node);
		}
		break;
	case HOLDS_NOTHING:
		break;
	}
	if (row->id == DB_footnote)
		add(&found->footnotes, node);
}

/*
 * Visits children before their parents, so that parts move up one level at a
 * time.
 */
static void
shape(xmlNode *root, struct found *found, struct budget *parts)
{
	xmlNode *node = root, *next, *parent;

	for (;;) {
		if (node->type == XML_ELEMENT_NODE && node->children) {
			node = node->children;
			continue;
		}
		for (;;) {
			next = node->next;
			parent = node->parent;
			leave(node, found, parts);
			if (node == root)
				return;
			if (next)
				break;
			node = parent;
		}
		node = next;
	}
}

void
normalise_shape(xmlDoc *doc, const struct resolve_options *options,
    struct diags *d)
{
	struct budget parts = budget_new(LIMIT_PARTS, options->huge);
	struct found found = { 0 };

	shape(xmlDocGetRootElement(doc), &found, &parts);
	budget_kept(&parts, "what is repeated around blocks", d);
	for (size_t i = 0; i < found.holders.len; i++)
		if (!options->divide ||
		    docbook_id(found.holders.list[i]) != DB_glossary)
			sections_part_entries(found.holders.list[i]);
	footnotes_gather(found.footnotes.list, found.footnotes.len,
	    options->split);
	free(found.holders.list);
	free(found.footnotes.list);
}
