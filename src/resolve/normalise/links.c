/* SPDX-License-Identifier: MIT */
/*
 * DocBook 5 allows linkend and xlink:href on any element: turns these into link
 * elements.
 */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "gloss/read.h"
#include "normalise.h"
#include "resolve/tree.h"

/* Is it a reference, or the mark of one? */
static const enum docbook_id referring[] = {
	DB_link, DB_xref, DB_olink, DB_biblioref, DB_footnoteref, DB_footnote,
	DB_firstterm, DB_glossterm, DB_glosssee, DB_glossseealso, DB_uri,
	DB_email, DB_co, DB_coref, DB_area, DB_areaset, DB_tocentry,
	DB_synopfragmentref, DB_constraint, DB_productionrecap,
};

static bool
refers(const xmlNode *node)
{
	enum docbook_id id = docbook_id(node);

	/* the term of an entry is its name */
	if (id == DB_glossterm && docbook_id(node->parent) == DB_glossentry)
		return false;
	for (size_t i = 0; i < sizeof referring / sizeof *referring; i++)
		if (referring[i] == id)
			return true;
	return false;
}

/* The linking attribute of an element that is not a reference, or NULL. */
static xmlAttr *
link_of(const xmlNode *node)
{
	if (node->type != XML_ELEMENT_NODE || node->properties == NULL ||
	    docbook_of(node) == NULL || refers(node))
		return NULL;
	return tree_link_attr(node);
}

/*
 * Does it contain a link?  The search stops at the first one, so each node is
 * visited only for the innermost enclosing link.
 */
static bool
holds_link(const xmlNode *node)
{
	const xmlNode *n = node;

	while ((n = tree_next(n, node)) != NULL)
		if (n->type == XML_ELEMENT_NODE && (refers(n) || link_of(n)))
			return true;
	return false;
}

static bool
is_link(const xmlNode *node)
{
	return node->type == XML_ELEMENT_NODE &&
	    (refers(node) || link_of(node) || holds_link(node));
}

/* A new link with the target of an element. */
static xmlNode *
new_link(const xmlNode *at, const xmlAttr *where)
{
	xmlNode *link = tree_new(at->doc, DB_link);
	const xmlChar *to = where->children ? where->children->content : NULL;
	const char *of = tree_resolved(where->parent, "of");

	read_copy_line(link, where->parent);
	tree_set(link, "of", of ? of : (const char *)where->parent->name);
	xmlNewNsProp(link, where->ns, where->name, to ? to : (xmlChar *)"");
	return link;
}

/* Moves the white space at one end of a link out of it. */
static void
move_blanks(xmlNode *link, bool end)
{
	static const char blank[] = " \t\r\n";
	xmlNode *text = end ? link->last : link->children;
	const char *s = (const char *)text->content;
	size_t len, from, to; /* length of the words that stay */
	char *words;

	if (text->type != XML_TEXT_NODE || s == NULL)
		return;
	len = strlen(s);
	from = end ? 0 : strspn(s, blank);
	for (to = len; end && to && strchr(blank, s[to - 1]); )
		to--;
	if (from == 0 && to == len)
		return;
	words = gloss_strndup(s + from, to - from);
	if (end)
		xmlAddNextSibling(link, xmlNewDocTextLen(link->doc,
		    (const xmlChar *)s + to, (int)(len - to)));
	else
		xmlAddPrevSibling(link, xmlNewDocTextLen(link->doc,
		    (const xmlChar *)s, (int)from));
	xmlNodeSetContent(text, (const xmlChar *)words);
	free(words);
}

/* Trims a link, so that it begins and ends with a word. */
static void
end_link(xmlNode *link)
{
	if (link == NULL)
		return;
	move_blanks(link, false);
	move_blanks(link, true);
}

/* Wraps all words in an element in links, except those in links. */
static void
link_words(xmlNode *node, const xmlAttr *where)
{
	xmlNode *link = NULL, *next;

	if (node->children == NULL) {
		xmlAddChild(node, new_link(node, where));
		return;
	}
	for (xmlNode *c = node->children; c; c = next) {
		next = c->next;
		if (is_link(c)) {
			end_link(link);
			link = NULL;
			continue;
		}
		if (link == NULL && tree_is_blank(c))
			continue;
		if (link == NULL) {
			link = new_link(node, where);
			xmlAddPrevSibling(c, link);
		}
		xmlUnlinkNode(c);
		xmlAddChild(link, c);
	}
	end_link(link);
}

/* What bears the link of a block: its title, or else its first words. */
static xmlNode *
first_words(const xmlNode *block)
{
	xmlNode *n = tree_info_child(block, DB_title);

	if (n)
		return n;
	for (n = tree_next(block, block); n; ) {
		const struct docbook *row = docbook_of(n);

		if (row && row->is != IS_NEUTRAL && tree_holds_words(n))
			return n;
		n = row && row->is == IS_NEUTRAL ? tree_after(n, block) :
		    tree_next(n, block);
	}
	return NULL;
}

static void
link_element(xmlNode *node, const xmlAttr *where)
{
	const struct docbook *parent = docbook_of(node->parent);
	xmlNode *words, *link;

	if (docbook_of(node)->is == IS_INLINE && tree_holds_words(node->parent) &&
	    !holds_link(node)) {
		link = new_link(node, where);
		xmlAddPrevSibling(node, link);
		xmlUnlinkNode(node);
		xmlAddChild(link, node);
	} else if (tree_holds_words(node)) {
		link_words(node, where);
	} else if ((words = first_words(node)) != NULL) {
		link_words(words, where);
	} else if (docbook_of(node)->is == IS_BLOCK && parent &&
	    parent->holds == HOLDS_BLOCKS) {
		/* nothing readable in it: the address is printed below */
		words = tree_new(node->doc, DB_para);
		read_copy_line(words, node);
		link_words(words, where);
		xmlAddNextSibling(node, words);
	}
}

void
normalise_links(xmlDoc *doc)
{
	xmlNode *root = xmlDocGetRootElement(doc);

	/* no element has an attribute that is not in the dictionary */
	if (doc->dict && !xmlDictExists(doc->dict, (xmlChar *)"href", -1) &&
	    !xmlDictExists(doc->dict, (xmlChar *)"linkend", -1))
		return;
	for (xmlNode *n = root; n; n = tree_next(n, root)) {
		xmlAttr *where = link_of(n);

		if (where == NULL)
			continue;
		link_element(n, where);
		xmlRemoveProp(where);
	}
}
