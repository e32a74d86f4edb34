/* SPDX-License-Identifier: MIT */
/* Passages in another language or direction than the enclosing text. */
#include <string.h>

#include "passages.h"
#include "resolve/tree.h"

/* Language and direction of a passage; either may be NULL. */
struct passage {
	const char *lang, *dir;
};

static bool
says_any(const xmlNode *node)
{
	return node->properties && (tree_lang(node) || tree_attr(node, "dir"));
}

/*
 * The language and direction of a node, its own or inherited from below the
 * root.
 */
static struct passage
passage_of(const xmlNode *node, const xmlNode *root)
{
	struct passage p = {NULL, NULL};

	for (; node != root && !(p.lang && p.dir); node = node->parent) {
		if (p.lang == NULL)
			p.lang = tree_lang(node);
		if (p.dir == NULL)
			p.dir = tree_attr(node, "dir");
	}
	if (p.dir && strcmp(p.dir, "ltr") != 0 && strcmp(p.dir, "rtl") != 0)
		p.dir = NULL;
	return p;
}

static bool
same(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

/* Are they the same as those of the enclosing text? */
static bool
is_known(struct passage own, const xmlNode *node, const xmlNode *root)
{
	struct passage outer = passage_of(node->parent, root);

	if (outer.lang == NULL)
		outer.lang = tree_lang(root);
	return same(own.lang ? own.lang : outer.lang, outer.lang) &&
	    same(own.dir, outer.dir);
}

/* Has it words between its elements? */
static bool
has_text(const xmlNode *node)
{
	for (const xmlNode *c = node->children; c; c = c->next)
		if (c->type == XML_TEXT_NODE && !tree_is_blank(c))
			return true;
	return false;
}

/*
 * Does an element get a phrase in it?  Not the names of terms, which are read
 * one by one, nor a name of a person that has parts.
 */
static bool
holds_passage(const xmlNode *node)
{
	switch (docbook_id(node)) {
	case DB_abbrev:
	case DB_acronym:
	case DB_alt:
	case DB_titleabbrev:
		return false;
	case DB_personname:
		return has_text(node);
	case DB_attribution:
	case DB_member:
	case DB_refpurpose:
	case DB_seg:
	case DB_segtitle:
	case DB_subtitle:
	case DB_term:
	case DB_title:
		return true;
	default:
		return docbook_of(node) && docbook_of(node)->is != IS_PART &&
		    tree_holds_words(node);
	}
}

/* Content that is not part of the passage, and is expected at its start. */
static bool
stands_before(const xmlNode *node)
{
	return tree_is_blank(node) || docbook_id(node) == DB_indexterm ||
	    docbook_id(node) == DB_anchor;
}

/* Wraps the words of an element in a phrase. */
static void
wrap(xmlNode *node, struct passage p)
{
	xmlNode *first = node->children, *phrase;

	while (first && stands_before(first))
		first = first->next;
	if (first == NULL)
		return;
	phrase = tree_new(node->doc, DB_phrase);
	xmlAddPrevSibling(first, phrase);
	while (phrase->next)
		tree_move(phrase->next, phrase);
	if (p.lang)
		tree_set(phrase, "lang", p.lang);
	if (p.dir)
		tree_set(phrase, "dir", p.dir);
}

/* Descends to the words, but not into elements with a language of their own. */
static void
mark(xmlNode *top, struct passage p)
{
	xmlNode *n = top, *next;

	while (n) {
		bool own = n != top && says_any(n);
		bool words = !own && holds_passage(n);

		next = own || words ? tree_after(n, top) : tree_next(n, top);
		if (words)
			wrap(n, p);
		n = next;
	}
}

void
passages_mark(xmlNode *root)
{
	for (xmlNode *n = tree_next(root, root); n; n = tree_next(n, root)) {
		struct passage p;

		if (n->type != XML_ELEMENT_NODE || !says_any(n))
			continue;
		p = passage_of(n, root);
		if (!is_known(p, n, root))
			mark(n, p);
	}
}
