/* SPDX-License-Identifier: MIT */
/* Ids and references of included content (DocBook 5.2, transclusion). */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "util/buf.h"
#include "util/hash.h"
#include "resolve/tree.h"
#include "transclusion.h"

/* What was included, and the number of each that has automatic ids. */
struct transclusions {
	xmlNode *root;
	xmlHashTable *first; /* by "element id": the first in that element */
	xmlHashTable *numbers; /* by element */
};

static const char *
attr_of(const xmlNode *node, const char *name)
{
	const xmlAttr *a = node->properties ? xmlHasNsProp(node,
	    BAD_CAST name, BAD_CAST TRANSCLUSION_NS) : NULL;

	return a && a->children ? (const char *)a->children->content : "";
}

/* Are the ids in an element changed, in their own way? */
static bool
fixes(const xmlNode *node)
{
	const char *how = attr_of(node, "idfixup");

	return strcmp(how, "suffix") == 0 || strcmp(how, "prefix") == 0 ||
	    strcmp(how, "auto") == 0;
}

static char *
key_of(const xmlNode *node, const char *id)
{
	struct buf key = { 0 };

	buf_printf(&key, "%p %s", (const void *)node, id);
	return key.data;
}

static xmlNode *
first_in(const struct transclusions *t, const xmlNode *node, const char *id)
{
	char *key = key_of(node, id);
	xmlNode *found = xmlHashLookup(t->first, BAD_CAST key);

	free(key);
	return found;
}

/* Notes an id for each element around it, unless one has come before. */
static void
note_id(struct transclusions *t, xmlNode *node, const char *id)
{
	for (xmlNode *up = node; up && up->type == XML_ELEMENT_NODE;
	     up = up->parent) {
		char *key = key_of(up, id);
		bool known = xmlHashLookup(t->first, BAD_CAST key);

		if (!known)
			hash_set(t->first, key, node);
		free(key);
		if (known)
			break;
	}
}

static void
note(struct transclusions *t)
{
	uintptr_t count = 0;
	char *key;

	for (xmlNode *n = t->root; n; n = tree_next(n, t->root)) {
		if (n->type != XML_ELEMENT_NODE)
			continue;
		if (tree_id(n))
			note_id(t, n, tree_id(n));
		if (strcmp(attr_of(n, "idfixup"), "auto") == 0) {
			key = key_of(n, "");
			hash_set(t->numbers, key, (void *)++count);
			free(key);
		}
	}
}

/* The id that one gets which stands in node, or would stand there. */
static char *
fixed(const struct transclusions *t, const xmlNode *node, const char *id)
{
	struct buf out = { 0 }, whole = { 0 };

	buf_puts(&out, id);
	for (const xmlNode *up = node; up && up->type == XML_ELEMENT_NODE;
	     up = up->parent) {
		const char *how = attr_of(up, "idfixup");
		char *key;

		if (strcmp(how, "suffix") == 0) {
			buf_puts(&out, attr_of(up, "suffix"));
		} else if (strcmp(how, "prefix") == 0) {
			buf_printf(&whole, "%s%s", attr_of(up, "prefix"),
			    buf_str(&out));
			buf_truncate(&out, 0);
			buf_puts(&out, buf_str(&whole));
			buf_truncate(&whole, 0);
		} else if (strcmp(how, "auto") == 0) {
			key = key_of(up, "");
			buf_printf(&out, "--%lu", (unsigned long)(uintptr_t)
			    xmlHashLookup(t->numbers, BAD_CAST key));
			free(key);
		}
	}
	buf_free(&whole);
	return out.data ? out.data : gloss_strdup("");
}

static void
fix_id(const struct transclusions *t, xmlNode *node)
{
	xmlAttr *id = xmlHasNsProp(node, BAD_CAST "id", XML_XML_NAMESPACE);
	char *name;

	if (id == NULL || id->children == NULL)
		return;
	name = fixed(t, node, (const char *)id->children->content);
	if (strcmp(name, (const char *)id->children->content) != 0) {
		if (id->atype == XML_ATTRIBUTE_ID)
			xmlRemoveID(node->doc, id);
		xmlNodeSetContent(id->children, BAD_CAST name);
	}
	free(name);
}

/* Is it in something whose ids are changed?  scope: how references in it are. */
static bool
is_included(const xmlNode *node, const char **scope)
{
	*scope = "";
	for (; node && node->type == XML_ELEMENT_NODE; node = node->parent) {
		if (**scope == '\0')
			*scope = attr_of(node, "linkscope");
		if (fixes(node))
			return true;
	}
	return false;
}

/* The id that a reference in node now leads to. */
static char *
scoped(const struct transclusions *t, const xmlNode *node, const char *scope,
    const char *id)
{
	const xmlNode *found = NULL;

	if (strcmp(scope, "user") == 0)
		return gloss_strdup(id);
	if (strcmp(scope, "local") == 0)
		return fixed(t, node, id);
	if (strcmp(scope, "global") == 0)
		found = first_in(t, t->root, id);
	else
		for (; found == NULL && node &&
		     node->type == XML_ELEMENT_NODE; node = node->parent)
			found = first_in(t, node, id);
	return gloss_strdup(found ? tree_id(found) : id);
}

/* Changes each name in an attribute, after a "#" if it has one. */
static void
fix_reference(const struct transclusions *t, xmlNode *node, xmlAttr *a,
    const char *scope)
{
	static const char blanks[] = " \t\r\n";
	const char *s = (const char *)a->children->content;
	struct buf names = { 0 };

	if (a->ns) {
		s++;
		buf_putc(&names, '#');
	}
	while (*(s += strspn(s, blanks))) {
		size_t len = strcspn(s, blanks);
		char *id = gloss_strndup(s, len);
		char *now = scoped(t, node, scope, id);

		if (names.len > (a->ns != NULL))
			buf_putc(&names, ' ');
		buf_puts(&names, now);
		free(now);
		free(id);
		s += len;
	}
	xmlNodeSetContent(a->children, BAD_CAST buf_str(&names));
	buf_free(&names);
}

static bool
is_reference(const xmlAttr *a)
{
	static const char *const names[] = { "annotates", "annotations",
		"arearefs", "endterm", "linkend", "linkends", "otherterm",
		"startref", "zone" };

	if (a->children == NULL || a->children->content == NULL)
		return false;
	if (a->ns)
		return strcmp((const char *)a->name, "href") == 0 &&
		    strcmp((const char *)a->ns->href, XLINK_NS) == 0 &&
		    *a->children->content == '#';
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(names[i], (const char *)a->name) == 0)
			return true;
	return false;
}

void
transclusion_fix(xmlNode *root)
{
	struct transclusions t = { root, hash_new(0), hash_new(0) };
	const char *scope;

	note(&t);
	for (xmlNode *n = root; n; n = tree_next(n, root))
		if (n->type == XML_ELEMENT_NODE)
			fix_id(&t, n);
	for (xmlNode *n = root; n; n = tree_next(n, root)) {
		if (n->type != XML_ELEMENT_NODE || n->properties == NULL ||
		    !is_included(n, &scope))
			continue;
		for (xmlAttr *a = n->properties; a; a = a->next)
			if (is_reference(a))
				fix_reference(&t, n, a, scope);
	}
	xmlHashFree(t.first, NULL);
	xmlHashFree(t.numbers, NULL);
}
