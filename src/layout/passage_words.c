/* SPDX-License-Identifier: MIT */
/* Generated words for passages in a language other than the document's. */
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>

#include "util/alloc.h"
#include "passage_words.h"
#include "words.h"

/* The format's stylesheet, and the shared one (words.xsl). */
enum { SHEETS = 2 };

struct tongue {
	const struct stylesheet *words; /* NULL: English */
	xmlDoc *sheets[SHEETS]; /* parsed, with these words as values of
				 * their parameters */
	struct tongue *next;
};

struct tongues {
	const struct stylesheet *own;
	const struct stylesheet *sheets[SHEETS];
	struct tongue *list;
};

struct tongues *
tongues_new(
    const struct stylesheet *own, const struct stylesheet *const *sheets)
{
	struct tongues *t = gloss_calloc(1, sizeof *t);

	t->own = own;
	for (size_t i = 0; i < SHEETS && sheets[i]; i++)
		t->sheets[i] = sheets[i];
	return t;
}

void
tongues_free(struct tongues *t)
{
	struct tongue *next;

	for (struct tongue *one = t ? t->list : NULL; one; one = next) {
		next = one->next;
		for (size_t i = 0; i < SHEETS; i++)
			xmlFreeDoc(one->sheets[i]);
		free(one);
	}
	free(t);
}

/* The value of xml:lang on an element, or NULL; the tree owns it. */
static const char *
own_lang(const xmlNode *node)
{
	const xmlAttr *a;

	if (node->type != XML_ELEMENT_NODE)
		return NULL;
	a = xmlHasNsProp(
	    (xmlNode *)node, (const xmlChar *)"lang", XML_XML_NAMESPACE);
	return a && a->children ? (const char *)a->children->content : NULL;
}

/* The parent element, or NULL if that is the root. */
static const xmlNode *
up(const xmlNode *node)
{
	node = node->parent;
	return node && node->parent && node->parent->type == XML_ELEMENT_NODE
		   ? node
		   : NULL;
}

/* The node, or NULL if it is not below the root. */
static const xmlNode *
below_root(const xmlNode *node)
{
	if (node->type == XML_NAMESPACE_DECL || node->parent == NULL ||
	    node->parent->type != XML_ELEMENT_NODE)
		return NULL;
	return node;
}

const char *
tongues_lang(const xmlNode *node)
{
	const char *lang = NULL;

	for (node = below_root(node); node && lang == NULL; node = up(node))
		lang = own_lang(node);
	return lang;
}

/*
 * Finds the translation for a node.  Returns false if it is the document's own.
 * A language without translation uses that of the enclosing text.
 */
static bool
find_words(const struct tongues *t, const xmlNode *node,
    const struct stylesheet **words)
{
	for (node = below_root(node); node; node = up(node)) {
		const char *lang = own_lang(node);

		if (lang == NULL)
			continue;
		*words = words_find(lang);
		if (*words || words_are_english(lang))
			return *words != t->own;
	}
	return false;
}

static struct tongue *
find_tongue(struct tongues *t, const struct stylesheet *words)
{
	struct tongue *one = t->list;

	while (one && one->words != words)
		one = one->next;
	if (one)
		return one;
	one = gloss_calloc(1, sizeof *one);
	one->words = words;
	for (size_t i = 0; i < SHEETS && t->sheets[i]; i++) {
		one->sheets[i] = xmlReadMemory(t->sheets[i]->bytes,
		    (int)t->sheets[i]->len, t->sheets[i]->name, NULL,
		    XML_PARSE_NONET | XML_PARSE_NOBLANKS);
		if (one->sheets[i] && words)
			words_put(one->sheets[i], words);
	}
	one->next = t->list;
	t->list = one;
	return one;
}

static const xmlNode *
find_param(const struct tongue *one, const char *name)
{
	for (size_t i = 0; i < SHEETS && one->sheets[i]; i++) {
		const xmlNode *n = xmlDocGetRootElement(one->sheets[i]);

		for (n = n->children; n; n = n->next) {
			const xmlAttr *a;

			if (n->type != XML_ELEMENT_NODE ||
			    !xmlStrEqual(n->name, (const xmlChar *)"param"))
				continue;
			a = xmlHasProp((xmlNode *)n, (const xmlChar *)"name");
			if (a && a->children &&
			    xmlStrEqual(
				a->children->content, (const xmlChar *)name))
				return n;
		}
	}
	return NULL;
}

const char *
tongues_word(struct tongues *t, const xmlNode *node, const char *name)
{
	const struct stylesheet *words;
	const struct tongue *one;
	const xmlNode *param;

	if (strncmp(name, "word.", 5) != 0 && strncmp(name, "quote.", 6) != 0 &&
	    strncmp(name, "man.", 4) != 0)
		return NULL;
	if (!find_words(t, node, &words))
		return NULL;
	one = find_tongue(t, words);
	param = find_param(one, name);
	if (param == NULL)
		return NULL;
	return param->children ? (const char *)param->children->content : "";
}
