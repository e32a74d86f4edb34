/* SPDX-License-Identifier: MIT */
/* Passages in another language, or direction, than the words around them. */
#include <string.h>

#include "passages.h"
#include "resolve/tree.h"

/* What holds for the words of an element; either may be NULL. */
struct passage {
	const char *lang, *dir;
};

static bool
says_any(const xmlNode *node)
{
	return node->properties && (tree_lang(node) || tree_attr(node, "dir"));
}

/* Of a node below the root: what it says, or what those around it say. */
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

/* Is it said by those around it already? */
static bool
is_known(struct passage own, const xmlNode *node, const xmlNode *root)
{
	struct passage outer = passage_of(node->parent, root);

	if (outer.lang == NULL)
		outer.lang = tree_lang(root);
	return same(own.lang ? own.lang : outer.lang, outer.lang) &&
	    same(own.dir, outer.dir);
}

/* Parts of names are read one by one; the others hold words as a block does. */
static bool
holds_passage(const xmlNode *node)
{
	switch (docbook_id(node)) {
	case DB_abbrev:
	case DB_acronym:
	case DB_alt:
	case DB_titleabbrev:
		return false;
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

/* What is no word of the passage, and is looked for at its start. */
static bool
stands_before(const xmlNode *node)
{
	return tree_is_blank(node) || docbook_id(node) == DB_indexterm ||
	    docbook_id(node) == DB_anchor;
}

/* Puts the words of an element into a phrase. */
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

/* Goes down to where the words are, but for what says something itself. */
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
