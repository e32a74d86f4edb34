/* SPDX-License-Identifier: MIT */
/*
 * Repairs invalid nesting: moves or renames misplaced elements so that no text
 * is lost.
 */
#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "gloss/read.h"
#include "cjk_breaks.h"
#include "flatten.h"
#include "normalise.h"
#include "resolve/tree.h"

/* Rows of misplaced elements, which become words or blocks. */
static const struct docbook words = {
	.name = "phrase", .id = DB_phrase,
	.is = IS_INLINE, .holds = HOLDS_INLINES,
};
static const struct docbook blocks = {
	.name = "formalgroup", .id = DB_formalgroup,
	.is = IS_BLOCK, .holds = HOLDS_BLOCKS, .titled = true,
};

/* Subtrees that were moved, whose content has not been checked yet. */
struct lifted {
	xmlNode **list;
	size_t len;
	size_t cap;
};

/* A bit for each element that is printed only once in its parent, else 0. */
static unsigned
once(enum docbook_id id)
{
	static const enum docbook_id ids[] = {
		DB_title, DB_info, DB_caption, DB_refentrytitle, DB_manvolnum,
		DB_lhs, DB_funcdef, DB_macrodef, DB_enumidentifier,
	};

	for (unsigned i = 0; i < sizeof ids / sizeof *ids; i++)
		if (ids[i] == id)
			return 1u << i;
	return 0;
}

static bool
may_have_title(const xmlNode *parent)
{
	const struct docbook *row = docbook_of(parent);
	const struct docbook *up;

	if (row->id != DB_info)
		return row->titled;
	up = docbook_of(parent->parent);
	return up && up->titled && (up->is == IS_SECTION ||
	    tree_child(parent->parent, DB_title) == NULL);
}

/* Is it the caption of an HTML table, which is its title? */
static bool
is_html_title(const xmlNode *node)
{
	return docbook_id(node) == DB_caption &&
	    docbook_id(node->parent) == DB_table &&
	    tree_info_child(node->parent, DB_title) == NULL &&
	    tree_child(node->parent, DB_tgroup) == NULL &&
	    tree_child(node->parent, DB_mediaobject) == NULL;
}

/* Is it a partintro without a title?  Its blocks are its parent's. */
static bool
is_bare_intro(const xmlNode *node)
{
	return docbook_id(node) == DB_partintro &&
	    tree_info_child(node, DB_title) == NULL;
}

/* Is an element a part of parent, or allowed where only parts are? */
static bool
is_part_of(const xmlNode *parent, const xmlNode *node)
{
	const struct docbook *row = docbook_of(parent);
	const struct docbook *own = docbook_of(node);

	switch (own->id) {
	case DB_title:
		return may_have_title(parent);
	case DB_subtitle:
		return (row->is == IS_SECTION && row->titled) ||
		    docbook_has_part(row, own->id);
	default:
		break;
	}
	return (own->is == IS_INLINE && row->any_inline) ||
	    docbook_has_part(row, own->id);
}

/*
 * Is a DocBook element allowed in another?  seen: the bits of the siblings
 * before it, see once().
 */
static bool
is_allowed(const xmlNode *parent, const xmlNode *node, unsigned seen)
{
	const struct docbook *row = docbook_of(parent);
	const struct docbook *own = docbook_of(node);

	if (seen & once(own->id) && own->id != DB_caption)
		return false;
	if (own->id == DB_info)
		return docbook_has_part(row, DB_info) ||
		    (row->holds == HOLDS_BLOCKS && row->titled);
	if (own->is == IS_NEUTRAL)
		return true;
	if (own->is == IS_PART || row->holds == HOLDS_PARTS ||
	    row->holds == HOLDS_NOTHING)
		return is_part_of(parent, node);
	return own->is != IS_SECTION || row->is == IS_SECTION;
}

/* Does it contain a block at any depth? */
static bool
has_block(const xmlNode *node)
{
	const struct docbook *row;

	for (const xmlNode *n = node; (n = tree_next(n, node)) != NULL; )
		if ((row = docbook_of(n)) != NULL &&
		    (row->is == IS_BLOCK || row->is == IS_SECTION))
			return true;
	return false;
}

static void
add_blank(xmlNode *before)
{
	if (!tree_is_apart(before))
		xmlAddPrevSibling(before,
		    xmlNewDocText(before->doc, (const xmlChar *)" "));
}

/* Turns a misplaced part into a block or words, as its parent allows. */
static void
adapt(xmlNode *node, const struct docbook *parent)
{
	const struct docbook *own = docbook_of(node);
	bool short_one = own->holds != HOLDS_PARTS &&
	    own->holds != HOLDS_BLOCKS;

	if (parent->holds == HOLDS_BLOCKS) {
		tree_become(node, short_one ? docbook_row(DB_para) : &blocks);
	} else if (short_one || !has_block(node)) {
		if (!short_one)
			flatten_apart(node);
		tree_become(node, &words);
		add_blank(node);
	} else {
		tree_become(node, &blocks);
	}
}

/*
 * The node to move a misplaced child of parent before: parent, or the nearest
 * ancestor next to which blocks or words are allowed.
 */
static xmlNode *
way_out(xmlNode *parent)
{
	const struct docbook *row;

	for (; parent->parent->type == XML_ELEMENT_NODE;
	    parent = parent->parent) {
		row = docbook_of(parent->parent);
		if (row == NULL || (row->holds != HOLDS_PARTS &&
		    row->holds != HOLDS_NOTHING))
			break;
	}
	return parent;
}

/*
 * Is it an argument of a command in a term or a paragraph, as pages often have
 * it?  It is kept as an argument, because without its brackets the words would
 * mislead.
 */
static bool
is_argument(const xmlNode *node, const struct docbook *parent)
{
	enum docbook_id id = docbook_id(node);

	return (id == DB_arg || id == DB_group) &&
	    (parent->holds == HOLDS_INLINES || parent->holds == HOLDS_LINES) &&
	    !has_block(node);
}

/*
 * The synopsis that a part belongs into, if it stands outside of any: without
 * its brackets and commas it would mislead.  Or DB_none.
 */
static enum docbook_id
synopsis_of(const xmlNode *node, const struct docbook *parent)
{
	if (parent->holds == HOLDS_PARTS || parent->holds == HOLDS_NOTHING)
		return DB_none;
	switch (docbook_id(node)) {
	case DB_arg:
	case DB_group:
		return parent->holds == HOLDS_BLOCKS && !has_block(node) ?
		    DB_cmdsynopsis : DB_none;
	case DB_funcprototype:
		return DB_funcsynopsis;
	case DB_macroprototype:
		return DB_macrosynopsis;
	default:
		return DB_none;
	}
}

/* Puts a part into a synopsis, together with those right before it. */
static void
put_into_synopsis(xmlNode *node, enum docbook_id id)
{
	xmlNode *before = node->prev;

	while (before && tree_is_blank(before))
		before = before->prev;
	if (before == NULL || docbook_id(before) != id ||
	    tree_resolved(before, "loose") == NULL) {
		before = tree_new(node->doc, id);
		tree_set(before, "loose", "yes");
		read_copy_line(before, node);
		xmlAddPrevSibling(node, before);
	}
	tree_move(node, before);
}

static void
warn(const xmlNode *node, struct diags *d)
{
	xmlChar *file = read_file_of(node);

	diag(d, DIAG_MISPLACED, (const char *)file, read_line_of(node),
	    "\"%s\" stands in \"%s\", where it is not allowed; its words are "
	    "kept", (const char *)node->name,
	    (const char *)node->parent->name);
	xmlFree(file);
}

/* Moves a node out of a parent that holds only parts. */
static void
lift(xmlNode *node, struct lifted *lifted)
{
	xmlNode *out = way_out(node->parent);
	const struct docbook *row = docbook_of(out->parent);

	tree_move_before(node, out);
	add_blank(node);
	add_blank(out);
	if (row && !is_allowed(out->parent, node, ~0u))
		adapt(node, row);
	lifted->list = gloss_room(lifted->list, lifted->len, &lifted->cap,
	    sizeof *lifted->list);
	lifted->list[lifted->len++] = node;
}

/* Is it a command line, in which the order of all words matters? */
static bool
is_command_line(const struct docbook *row)
{
	return row->id == DB_cmdsynopsis || row->id == DB_group ||
	    row->id == DB_synopfragment;
}

static bool
is_blank_char(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Is a text in a group only bars, which the stylesheets write themselves? */
static bool
is_bar(const xmlNode *text)
{
	const char *s = (const char *)text->content;

	return docbook_id(text->parent) == DB_group &&
	    s[strspn(s, "| \t\r\n")] == '\0';
}

/*
 * Makes an argument of misplaced words in a command line, together with such
 * words right before them.  r:glued: no space separates two arguments.
 */
static void
make_argument(xmlNode *node)
{
	const char *s = node->type == XML_ELEMENT_NODE ? NULL :
	    (const char *)node->content;
	xmlNode *arg = node->prev, *next = node->next;

	if (arg == NULL || tree_resolved(arg, "loose") == NULL) {
		arg = tree_new(node->doc, DB_arg);
		xmlNewProp(arg, (const xmlChar *)"choice",
		    (const xmlChar *)"plain");
		tree_set(arg, "loose", "yes");
		read_copy_line(arg, node);
		xmlAddPrevSibling(node, arg);
		if (s && !is_blank_char(*s) && arg->prev)
			tree_set(arg, "glued", "yes");
	}
	if (s && !is_blank_char(s[strlen(s) - 1]) && next && docbook_of(next) &&
	    docbook_has_part(docbook_of(node->parent), docbook_id(next)))
		tree_set(next, "glued", "yes");
	xmlUnlinkNode(node);
	xmlAddChild(arg, node);
}

/* Moves text out of an element that holds only parts. */
static void
place_text(xmlNode *text, struct lifted *lifted, struct diags *d)
{
	const struct docbook *row = docbook_of(text->parent);
	xmlChar *file;
	xmlNode *own;
	bool para, argument;

	if ((row->holds != HOLDS_PARTS && row->holds != HOLDS_NOTHING) ||
	    row->is == IS_NEUTRAL || tree_is_blank(text))
		return;
	argument = is_command_line(row);
	file = read_file_of(text->parent);
	diag(d, DIAG_MISPLACED, (const char *)file, read_line_of(text),
	    "text stands in \"%s\", where it is not allowed; it is taken for "
	    "%s", (const char *)text->parent->name, !argument ? "a paragraph" :
	    is_bar(text) ? "the bar that is there anyway" : "an argument");
	xmlFree(file);
	if (argument) {
		if (is_bar(text))
			tree_drop(text);
		else
			make_argument(text);
		return;
	}
	row = docbook_of(way_out(text->parent)->parent);
	para = row && row->holds == HOLDS_BLOCKS;
	own = tree_new(text->doc, para ? DB_para : DB_phrase);
	read_copy_line(own, text);
	xmlAddPrevSibling(text, own);
	xmlUnlinkNode(text);
	xmlAddChild(own, text);
	lift(own, lifted);
}

static void
place_element(xmlNode *node, unsigned seen, struct lifted *lifted,
    struct diags *d)
{
	const struct docbook *row = docbook_of(node->parent);
	bool known = docbook_of(node) != NULL;
	enum docbook_id synopsis;

	/* images may be in other vocabularies, such as SVG */
	if (!known && row->id == DB_imagedata)
		return;
	if (!known)
		node->_private = (void *)(has_block(node) ? &blocks : &words);
	if (docbook_id(node) == DB_annotation &&
	    (row->holds == HOLDS_INLINES || row->holds == HOLDS_LINES)) {
		tree_become(node, docbook_row(DB_footnote));
		return;
	}
	if (!(seen & once(DB_caption)) && is_html_title(node)) {
		tree_become(node, docbook_row(DB_title));
		return;
	}
	if (is_allowed(node->parent, node, seen)) {
		if (is_bare_intro(node))
			tree_become(node, &blocks);
		return;
	}
	if (row != &blocks && row != &words)
		warn(node, d);
	if (is_command_line(row) &&
	    docbook_of(node)->holds == HOLDS_INLINES && !has_block(node))
		make_argument(node);
	else if (row->holds == HOLDS_PARTS || row->holds == HOLDS_NOTHING)
		lift(node, lifted);
	else if ((synopsis = synopsis_of(node, row)) != DB_none)
		put_into_synopsis(node, synopsis);
	else if (is_argument(node, row))
		add_blank(node);
	else
		adapt(node, row);
}

/* Repairs everything in a subtree, except what it moves out (lifted). */
static void
place_below(xmlNode *top, struct lifted *lifted, struct diags *d)
{
	xmlNode *next;
	unsigned seen;
	bool phrase;

	for (xmlNode *n = top; n; n = tree_next(n, top)) {
		if (n->type == XML_TEXT_NODE && n->content)
			joints_close(n);
		if (docbook_of(n) == NULL)
			continue;
		seen = 0;
		phrase = docbook_of(n)->holds == HOLDS_INLINES ||
		    docbook_of(n)->holds == HOLDS_LINES;
		if (tree_is_metadata(n))
			continue;
		for (xmlNode *c = n->children; c; c = next) {
			unsigned bit = once(docbook_id(c));

			next = c->next;
			/* the common case: words and inlines among words */
			if (phrase && (c->type != XML_ELEMENT_NODE ||
			    (docbook_of(c) && docbook_of(c)->is == IS_INLINE)))
				continue;
			if (c->type == XML_ELEMENT_NODE)
				place_element(c, seen, lifted, d);
			else if (c->type == XML_TEXT_NODE ||
			    c->type == XML_CDATA_SECTION_NODE)
				place_text(c, lifted, d);
			seen |= bit;
		}
	}
}

/* Puts a root that is not a section and holds no blocks into an article. */
static void
place_root(xmlNode *root)
{
	const struct docbook *row = docbook_of(root);
	xmlNode *old, *next;
	xmlAttr *a, *after;

	assert(row); /* resolve() rejects other roots */
	if (row->is == IS_SECTION && row->holds == HOLDS_BLOCKS)
		return;
	if (row->is == IS_BLOCK && (row->holds == HOLDS_BLOCKS ||
	    row->holds == HOLDS_LINES))
		return;
	old = tree_new(root->doc, row->id);
	read_copy_line(old, root);
	for (a = root->properties; a; a = after) {
		after = a->next;
		if (a->ns && xmlStrEqual(a->ns->href, XML_XML_NAMESPACE))
			continue;
		xmlNewNsProp(old, a->ns, a->name, a->children ?
		    a->children->content : NULL);
		xmlRemoveProp(a);
	}
	for (xmlNode *c = root->children; c; c = next) {
		next = c->next;
		xmlUnlinkNode(c);
		xmlAddChild(old, c);
	}
	xmlAddChild(root, old);
	tree_become(root, docbook_row(DB_article));
}

void
normalise_place(xmlDoc *doc, struct diags *d)
{
	xmlNode *root = xmlDocGetRootElement(doc);
	struct lifted lifted = { 0 };

	place_root(root);
	place_below(root, &lifted, d);
	while (lifted.len)
		place_below(lifted.list[--lifted.len], &lifted, d);
	free(lifted.list);
}
