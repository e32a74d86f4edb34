/* SPDX-License-Identifier: MIT */
/* Profiling: removes elements that are marked for other readers. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "resolve/refer/casefold.h"
#include "resolve/refer/index.h"
#include "profile.h"
#include "resolve/tree.h"

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/*
 * The next value of a list, without white space around it; returns the rest of
 * the list.
 */
static const char *
next_value(const char *list, const char **value, size_t *len)
{
	const char *end = list + strcspn(list, ";");
	const char *last = end;

	while (list < last && is_blank(*list))
		list++;
	while (last > list && is_blank(last[-1]))
		last--;
	*value = list;
	*len = (size_t)(last - list);
	return end + (*end == ';');
}

/* Do two lists have a value in common? */
static bool
meet(const char *list, const char *others)
{
	const char *a, *b;
	size_t len, n;

	while (*list) {
		list = next_value(list, &a, &len);
		for (const char *rest = others; len && *rest; ) {
			rest = next_value(rest, &b, &n);
			if (n == len && strncmp(a, b, n) == 0)
				return true;
		}
	}
	return false;
}

/* The value of an attribute; lang is xml:lang, in DocBook 4 too. */
static const char *
mark(const xmlNode *node, const char *attribute)
{
	if (strcmp(attribute, "lang") == 0 ||
	    strcmp(attribute, "xml:lang") == 0)
		return tree_lang(node);
	return tree_attr(node, attribute);
}

static bool
fits(const xmlNode *node, const char *attribute, const char *wanted)
{
	const char *value = mark(node, attribute);

	return value == NULL || value[strspn(value, " \t\r\n")] == '\0' ||
	    meet(value, wanted);
}

static bool
is_wanted(const xmlNode *node, const char *const *wanted, const char *format)
{
	for (; wanted && *wanted; wanted += 2)
		if (!fits(node, wanted[0], wanted[1]))
			return false;
	return format == NULL || fits(node, "outputformat", format);
}

/* Adds the ids and folded names in a subtree: references may use either. */
static void
note_names(xmlHashTable *gone, xmlNode *root)
{
	struct buf term = { 0 };
	char *key;

	for (xmlNode *n = root; n; n = tree_next(n, root)) {
		if (n->type == XML_ELEMENT_NODE && tree_id(n))
			xmlHashAddEntry(gone, (const xmlChar *)tree_id(n),
			    (void *)"");
		if (docbook_id(n->parent) != DB_glossentry ||
		    !index_is_name(n))
			continue;
		buf_truncate(&term, 0);
		tree_text(n, &term);
		key = casefold(buf_str(&term));
		xmlHashAddEntry(gone, (const xmlChar *)key, (void *)"");
		free(key);
	}
	buf_free(&term);
}

xmlHashTable *
profile_apply(xmlNode *root, const char *const *wanted,
    const char *outputformat)
{
	xmlHashTable *gone;
	xmlNode *next;

	if ((wanted == NULL || *wanted == NULL) && outputformat == NULL)
		return NULL;
	gone = xmlHashCreate(64);
	for (xmlNode *n = root; n; n = next) {
		if (n->type != XML_ELEMENT_NODE || n == root ||
		    is_wanted(n, wanted, outputformat)) {
			next = tree_next(n, root);
			continue;
		}
		next = tree_after(n, root);
		note_names(gone, n);
		tree_drop(n);
	}
	return gone;
}
