/* SPDX-License-Identifier: MIT */
/* Blocks among blocks, inlines among inlines, footnotes at the end. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/uri.h>

#include "gloss/alloc.h"
#include "gloss/read.h"
#include "gloss/resolve.h"
#include "budget.h"
#include "index.h"
#include "normalise.h"
#include "tree.h"

struct nodes {
	xmlNode **list;
	size_t len;
	size_t cap;
};

/* What is done with them comes when all have their place. */
struct found {
	struct nodes footnotes;
	struct nodes holders; /* see list_of() */
};

/* Where a node stands; text and what is unknown are inlines. */
static enum docbook_is
stands(const xmlNode *node)
{
	const struct docbook *row = docbook_of(node);
	const char *type;

	if (row == NULL)
		return IS_INLINE;
	if (row->id == DB_simplelist && (type = tree_attr(node, "type")) &&
	    strcmp(type, "inline") == 0)
		return IS_INLINE;
	return row->is;
}

static bool
is_block(const xmlNode *node)
{
	enum docbook_is is = stands(node);

	return is == IS_BLOCK || is == IS_SECTION;
}

static bool
holds_block(const xmlNode *node)
{
	for (const xmlNode *c = node->children; c; c = c->next)
		if (is_block(c))
			return true;
	return false;
}

static void
drop(xmlNode *node)
{
	xmlUnlinkNode(node);
	xmlFreeNode(node);
}

static void
move(xmlNode *node, xmlNode *into)
{
	read_keep_line(node);
	xmlUnlinkNode(node);
	xmlAddChild(into, node);
}

static void
drop_blanks(xmlNode *node)
{
	xmlNode *next;

	for (xmlNode *c = node->children; c; c = next) {
		next = c->next;
		if (tree_is_blank(c))
			drop(c);
	}
}

/* Among blocks: loose text and inlines get a para of their own. */
static void
wrap(xmlNode *node)
{
	xmlNode *para = NULL, *next;

	for (xmlNode *c = node->children; c; c = next) {
		enum docbook_is is = stands(c);

		next = c->next;
		if (tree_is_blank(c) && para == NULL) {
			drop(c);
			continue;
		}
		if (is == IS_INLINE && para == NULL) {
			para = tree_new(node->doc, DB_para);
			read_copy_line(para, node);
			xmlAddPrevSibling(c, para);
		}
		if (is == IS_INLINE || (is == IS_NEUTRAL && para))
			move(c, para);
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

static bool
is_blank(const xmlNode *node)
{
	for (const xmlNode *c = node->children; c; c = c->next)
		if (!tree_is_blank(c))
			return false;
	return true;
}

/* The same element once more, without content and without its id. */
static xmlNode *
again(const xmlNode *node)
{
	xmlNode *copy = xmlDocCopyNode((xmlNode *)node, node->doc, 2);
	xmlAttr *id = xmlHasNsProp(copy, (const xmlChar *)"id",
	    XML_XML_NAMESPACE);

	copy->_private = node->_private;
	read_copy_line(copy, node);
	if (id)
		xmlRemoveProp(id);
	return copy;
}

/*
 * Takes the blanks at one end of a text, if it is one: what a block has cut off
 * would be printed in the font of the inline that was cut.
 */
static void
trim(xmlNode *text, bool end)
{
	static const char blank[] = " \t\r\n";
	const char *s;
	size_t len;
	char *rest;

	if (text == NULL || text->type != XML_TEXT_NODE || !text->content)
		return;
	s = (const char *)text->content;
	len = strlen(s);
	if (end)
		while (len && strchr(blank, s[len - 1]))
			len--;
	else
		s += strspn(s, blank);
	if (s == (const char *)text->content && s[len] == '\0')
		return;
	rest = gloss_strndup(s, end ? len : strlen(s));
	xmlNodeSetContent(text, NULL);
	xmlNodeAddContent(text, (const xmlChar *)rest);
	free(rest);
}

/* The same in what stands at one end of an element, however deep. */
static void
trim_within(xmlNode *node, bool end)
{
	xmlNode *n = end ? node->last : node->children, *blank;

	while (n && !tree_is_aside(n)) {
		if (tree_is_blank(n)) {
			blank = n;
			n = end ? n->prev : n->next;
			drop(blank);
		} else {
			trim(n, end);
			n = end ? n->last : n->children;
		}
	}
}

/*
 * A title, and a part of an entry, a name or a work, has no blanks around it,
 * however it is indented: a bracket, a comma or a full stop is to follow.
 */
static void
trim_part(xmlNode *node)
{
	const struct docbook *around = docbook_of(node->parent);

	if ((around == NULL || around->holds != HOLDS_PARTS) &&
	    docbook_id(node) != DB_title &&
	    docbook_id(node) != DB_glossseealso)
		return;
	trim_within(node, false);
	trim_within(node, true);
}

/* How many of the blanks that begin the lines of an address all have. */
static size_t
indent_of(const xmlNode *address)
{
	size_t least = SIZE_MAX;

	for (const xmlNode *n = address; n; n = tree_next(n, address)) {
		const char *s = n->type == XML_TEXT_NODE && n->content ?
		    strchr((const char *)n->content, '\n') : NULL;

		for (; s; s = strchr(s, '\n')) {
			size_t blanks = strspn(++s, " \t");

			if (blanks < least && s[blanks] != '\n' &&
			    (s[blanks] != '\0' || n != address->last))
				least = blanks;
		}
	}
	return least;
}

/* An address is data in lines: it is indented as the source around it is. */
static void
outdent(xmlNode *address)
{
	size_t indent = indent_of(address);
	struct buf lines = { 0 };

	for (xmlNode *n = address; n; n = tree_next(n, address)) {
		if (n->type != XML_TEXT_NODE || n->content == NULL)
			continue;
		buf_truncate(&lines, 0);
		for (const char *s = (const char *)n->content; *s; s++) {
			size_t blanks = *s == '\n' ? strspn(s + 1, " \t") : 0;

			buf_putc(&lines, *s);
			s += blanks < indent ? blanks : indent;
		}
		xmlNodeSetContent(n, (const xmlChar *)buf_str(&lines));
	}
	buf_free(&lines);
	trim(address->children, false);
	trim(address->last, true);
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
 * there; it goes before the other short forms, which stand together.
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

/* An entry begins with its term; index terms may stand before it. */
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

/* A para that starts with a block: the block takes its id and its place. */
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
	drop(node);
}

/*
 * Splits a para, or an inline, around the blocks in it: they become its
 * siblings.  Each child is moved once at most.
 */
static void
split(xmlNode *node)
{
	bool para = stands(node) == IS_BLOCK;
	xmlNode *part = node, *last = node, *next;

	for (xmlNode *c = node->children; c; c = next) {
		next = c->next;
		if (is_block(c)) {
			if (part != node && is_blank(part)) {
				last = part->prev;
				drop(part);
			} else {
				trim(part == node ? c->prev : part->last,
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
				trim(c, false);
			move(c, part);
		}
	}
	if (part != node && is_blank(part))
		drop(part);
	if (is_blank(node))
		replace_by_next(node, para);
}

/* So much of what parts repeat of inlines and long attributes, in bytes. */
enum { PARTS = 40000000 };

/* Takes what the further parts will need; false: it is too much. */
static bool
may_split(const xmlNode *node, struct budget *parts)
{
	size_t each = 0, blocks = 0;

	for (const xmlAttr *a = node->properties; a; a = a->next)
		for (const xmlNode *c = a->children; c; c = c->next)
			each += c->content ? strlen((char *)c->content) : 0;
	for (const xmlNs *ns = node->nsDef; ns; ns = ns->next)
		each += ns->href ? strlen((const char *)ns->href) : 0;
	if (each <= BUDGET_NODE)
		each = 0;
	/* a para around blocks is nothing unusual */
	if (stands(node) != IS_BLOCK)
		each += BUDGET_NODE;
	for (const xmlNode *c = node->children; each && c; c = c->next)
		blocks += is_block(c);
	return budget_take(parts, node, each * blocks);
}

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

/* Where no block may stand (a title, a term) its words stay as a phrase. */
static void
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

static void
flatten_blocks(xmlNode *node)
{
	for (xmlNode *c = node->children; c; c = c->next)
		if (c->type == XML_ELEMENT_NODE && is_block(c))
			flatten(c);
}

/* Among words; an address is read as a line, the life of a maker below. */
static void
flatten_parts(xmlNode *node)
{
	enum docbook_id in = docbook_id(node->parent);
	bool blurb = in == DB_info || in == DB_authorgroup;

	for (xmlNode *c = node->children; c; c = c->next)
		if (is_block(c) && docbook_id(c) != DB_address &&
		    !(blurb && docbook_id(c) == DB_personblurb))
			flatten(c);
}

/* Where what follows a section goes on: in it, or in the last one inside it. */
static xmlNode *
last_section(xmlNode *section)
{
	const struct docbook *row = docbook_of(section);
	xmlNode *last = section->last;

	while (row->holds == HOLDS_BLOCKS && last &&
	    stands(last) == IS_SECTION &&
	    docbook_of(last)->holds == HOLDS_BLOCKS) {
		section = last;
		last = section->last;
	}
	return row->holds == HOLDS_BLOCKS ? section : NULL;
}

/* Moves an element to where another file may have been included. */
static void
move_over(xmlNode *node, xmlNode *into)
{
	xmlChar *own = xmlNodeGetBase(node->doc, node);
	xmlChar *there = xmlNodeGetBase(into->doc, into);
	xmlChar *relative = NULL;

	move(node, into);
	if (own && there && !xmlStrEqual(own, there))
		relative = xmlBuildRelativeURI(own, there);
	if (relative)
		xmlNodeSetBase(node, relative);
	xmlFree(relative);
	xmlFree(there);
	xmlFree(own);
}

/*
 * Blocks come before sections.  One that follows a section, which DocBook does
 * not allow, is read as its end, and so that is where it goes.
 */
static void
put_blocks_first(xmlNode *node)
{
	xmlNode *first = NULL, *section = NULL, *next;

	for (xmlNode *c = node->children; c; c = next) {
		next = c->next;
		if (stands(c) == IS_SECTION) {
			section = last_section(c);
			if (first == NULL)
				first = c;
		} else if (stands(c) == IS_BLOCK && section) {
			move_over(c, section);
		} else if (stands(c) == IS_BLOCK && first) {
			xmlUnlinkNode(c);
			xmlAddPrevSibling(first, c);
		}
	}
}

/* A title that is still to be written is none. */
static void
drop_empty_title(xmlNode *node)
{
	xmlNode *title = tree_info_child(node, DB_title);

	if (title && is_blank(title) && tree_id(title) == NULL)
		drop(title);
}

/* The kinds that only part a text, and do not say what it is. */
static bool
is_mere_section(const xmlNode *node)
{
	static const enum docbook_id kinds[] = {
		DB_section, DB_sect1, DB_sect2, DB_sect3, DB_sect4, DB_sect5,
		DB_simplesect, DB_refsection, DB_refsect2, DB_refsect3,
		DB_bibliodiv, DB_glossdiv, DB_indexdiv, DB_tocdiv,
	};
	const struct docbook *around = docbook_of(node->parent);
	size_t i = 0;

	while (i < sizeof kinds / sizeof *kinds && kinds[i] != docbook_id(node))
		i++;
	return i < sizeof kinds / sizeof *kinds && around &&
	    around->is == IS_SECTION && around->holds == HOLDS_BLOCKS &&
	    around->id != DB_refentry;
}

/* Does a section say nothing of itself, but what the first in it can say? */
static bool
is_bare(const xmlNode *node, const xmlNode *first)
{
	static const enum docbook_id heads[] = {
		DB_info, DB_title, DB_subtitle, DB_titleabbrev,
	};

	for (const xmlAttr *a = node->properties; a; a = a->next)
		if (!first || tree_id(first) ||
		    !xmlStrEqual(a->name, (const xmlChar *)"id"))
			return false;
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (tree_child(node, heads[i]))
			return false;
	return true;
}

/*
 * A section without a title, which DocBook hardly allows, has no heading: what
 * is in it is read as a part of what it is in.  False: it is no such section.
 */
static bool
open_section(xmlNode *node)
{
	xmlNode *first = node->children, *next;

	while (first && first->type != XML_ELEMENT_NODE)
		first = first->next;
	if (!is_mere_section(node) || !is_bare(node, first))
		return false;
	if (node->properties)
		xmlNewNsProp(first, node->properties->ns,
		    (const xmlChar *)"id", (const xmlChar *)tree_id(node));
	for (xmlNode *c = node->children; c; c = next) {
		next = c->next;
		read_keep_line(c);
		xmlUnlinkNode(c);
		xmlAddPrevSibling(node, c);
	}
	drop(node);
	return true;
}

/* What the entries of an element make, as one and below its blocks. */
static enum docbook_id
list_of(const xmlNode *node)
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

/*
 * Blocks come before entries.  Where one follows an entry, which DocBook does
 * not allow, the entries on both sides of it become lists, which are blocks.
 */
static void
keep_order(xmlNode *holder)
{
	enum docbook_id kind = list_of(holder);
	xmlNode *c = holder->children, *list = NULL, *next;

	while (c && !is_entry(c, kind))
		c = c->next;
	while (c && (stands(c) != IS_BLOCK || is_entry(c, kind)))
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
			move(c, list);
		} else if (stands(c) == IS_BLOCK) {
			list = NULL;
		}
	}
}

static void
leave(xmlNode *node, struct found *found, struct budget *parts)
{
	const struct docbook *row = docbook_of(node);

	if (row == NULL)
		return;
	switch (row->holds) {
	case HOLDS_BLOCKS:
		wrap(node);
		if (row->is == IS_SECTION) {
			put_blocks_first(node);
			drop_empty_title(node);
			if (open_section(node))
				return;
		}
		if (list_of(node) != DB_none)
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
		if (docbook_of(node->parent)->holds != HOLDS_PARTS &&
		    (row->is == IS_INLINE || row->id == DB_para ||
			row->id == DB_simpara) && may_split(node, parts))
			split(node);
		else
			flatten_blocks(node);
		return;
	case HOLDS_LINES:
		flatten_blocks(node);
		if (row->id == DB_address)
			outdent(node);
		break;
	case HOLDS_NOTHING:
		break;
	}
	if (row->id == DB_footnote)
		add(&found->footnotes, node);
}

/* Visits children before parents, so that what is split moves up by steps. */
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

/* The section, or page, that a footnote is printed at the end of; or NULL. */
static xmlNode *
section_of(xmlNode *footnote, bool split)
{
	const struct docbook *row;
	xmlNode *up = footnote->parent;

	for (; up; up = up->parent)
		if ((row = docbook_of(up)) != NULL &&
		    ((split && row->id == DB_glossentry) ||
		    ((row->is == IS_SECTION ||
		    up == xmlDocGetRootElement(up->doc)) &&
		    row->holds == HOLDS_BLOCKS)))
			return up;
	return NULL;
}

/*
 * A reference page says nothing before its names: what is noted of them stands
 * in its first section.
 */
static xmlNode *
home_of(xmlNode *section)
{
	xmlNode *child = section->children;

	if (docbook_id(section) != DB_refentry)
		return section;
	while (child && docbook_id(child) != DB_refsection &&
	    docbook_id(child) != DB_refsect1)
		child = child->next;
	return child ? child : section;
}

/* An r:footnotes as the last block of a section. */
static xmlNode *
add_footnotes(xmlNode *section)
{
	xmlNode *notes = xmlNewDocNode(section->doc, NULL,
	    (const xmlChar *)"footnotes", NULL);
	xmlNode *child = section->children;

	while (child && stands(child) != IS_SECTION)
		child = child->next;
	if (child)
		xmlAddPrevSibling(child, notes);
	else
		xmlAddChild(section, notes);
	xmlSetNs(notes, xmlSearchNsByHref(section->doc, section,
	    (const xmlChar *)RESOLVED_NS));
	return notes;
}

/* Ties a mark to its footnote by an id, the source's or one of ours. */
static void
tie(xmlNode *mark, xmlNode *note, unsigned long n)
{
	xmlNs *xml = xmlSearchNs(note->doc, note, (const xmlChar *)"xml");
	char text[40];

	snprintf(text, sizeof text, "%lu", n);
	tree_set(note, "number", text);
	if (tree_id(note) == NULL) {
		snprintf(text, sizeof text, "glossc.footnote.%lu", n);
		xmlNewNsProp(note, xml, (const xmlChar *)"id",
		    (const xmlChar *)text);
	}
	xmlNewProp(mark, (const xmlChar *)"linkend",
	    (const xmlChar *)tree_id(note));
}

static void
gather(const struct nodes *notes, bool split)
{
	xmlNode *section = NULL, *home = NULL, *into = NULL, *mark;
	unsigned long n = 0;

	for (size_t i = 0; i < notes->len; i++) {
		xmlNode *note = notes->list[i];
		xmlNode *holder = section_of(note, split);

		if (holder == NULL) {
			flatten(note);
			continue;
		}
		if (holder != section && home_of(section = holder) != home)
			into = add_footnotes(home = home_of(holder));
		mark = tree_new(note->doc, DB_footnoteref);
		read_copy_line(mark, note);
		xmlAddPrevSibling(note, mark);
		tie(mark, note, ++n);
		move(note, into);
	}
}

void
normalise_shape(xmlDoc *doc, const struct resolve_options *options,
    struct diags *d)
{
	struct budget parts = budget_new(PARTS, options->huge);
	struct found found = { 0 };

	shape(xmlDocGetRootElement(doc), &found, &parts);
	budget_kept(&parts, "what is repeated around blocks", d);
	for (size_t i = 0; i < found.holders.len; i++)
		if (!options->divide ||
		    docbook_id(found.holders.list[i]) != DB_glossary)
			keep_order(found.holders.list[i]);
	gather(&found.footnotes, options->split);
	free(found.holders.list);
	free(found.footnotes.list);
}
