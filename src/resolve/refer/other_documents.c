/* SPDX-License-Identifier: MIT */
/* The terms of other documents, read from refs files. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "util/hash.h"
#include "gloss/read.h"
#include "casefold.h"
#include "index.h"
#include "other_documents.h"
#include "resolve/tree.h"
#include "wordforms.h"

#define REFS_NS "urn:glossc:refs"

struct refs {
	struct refs_term **rows;
	size_t len;
	size_t cap;
	xmlHashTable *texts;
	xmlHashTable *folded;
	xmlHashTable *ids; /* by document and id */
	xmlHashTable *names; /* whole documents */
	const char *lang;
	struct wordforms *forms; /* made on first use */
};

/* Takes ownership of the text. */
static struct refs_term *
new_row(struct refs *r, const xmlNode *root, const char *anchor, char *text)
{
	struct refs_term *row = gloss_malloc(sizeof *row);

	*row = (struct refs_term){ tree_attr(root, "name"),
		tree_attr(root, "section"), anchor, text, false };
	r->rows = gloss_room(r->rows, r->len, &r->cap, sizeof *r->rows);
	r->rows[r->len++] = row;
	return row;
}

static void
add_row(struct refs *r, const xmlNode *root, const xmlNode *node)
{
	const char *anchor = tree_attr(node, "anchor");
	const char *id = tree_attr(node, "id");
	struct refs_term *row;
	struct buf text = { 0 };
	char *key;

	tree_text(node, &text);
	if (anchor == NULL || text.len == 0) {
		buf_free(&text);
		return;
	}
	row = new_row(r, root, anchor, text.data);
	key = casefold(row->text);
	xmlHashAddEntry(r->texts, (const xmlChar *)row->text, row);
	xmlHashAddEntry(r->folded, (const xmlChar *)key, row);
	if (id)
		xmlHashAddEntry2(r->ids, (const xmlChar *)row->name,
		    (const xmlChar *)id, row);
	free(key);
}

static bool
is_refs(const xmlNode *node, const char *name)
{
	return node && node->type == XML_ELEMENT_NODE && node->ns &&
	    strcmp((const char *)node->ns->href, REFS_NS) == 0 &&
	    strcmp((const char *)node->name, name) == 0;
}

static void
add_file(struct refs *r, xmlDoc *doc, struct diags *d)
{
	const xmlNode *root = xmlDocGetRootElement(doc);
	struct refs_term *whole;
	const char *name;
	xmlChar *file;

	if (!is_refs(root, "refs") || (name = tree_attr(root, "name")) == NULL) {
		file = read_file_of(root);
		diag(d, DIAG_INPUT, (const char *)file, 0, "is not a refs "
		    "file; make one with --write-refs");
		xmlFree(file);
		return;
	}
	whole = new_row(r, root, "Top", gloss_strdup(name));
	whole->whole = true;
	xmlHashAddEntry(r->names, (const xmlChar *)name, whole);
	for (const xmlNode *n = root->children; n; n = n->next)
		if (is_refs(n, "term"))
			add_row(r, root, n);
}

struct refs *
refs_new(xmlDoc *const *docs, const char *lang, struct diags *d)
{
	struct refs *r = gloss_calloc(1, sizeof *r);
	size_t terms = 0;

	for (xmlDoc *const *doc = docs; doc && *doc; doc++)
		terms += xmlChildElementCount(xmlDocGetRootElement(*doc));
	r->texts = hash_new(terms);
	r->folded = hash_new(terms);
	r->ids = hash_new(terms);
	r->names = hash_new(0);
	r->lang = lang;
	for (; docs && *docs; docs++)
		add_file(r, *docs, d);
	return r;
}

void
refs_free(struct refs *r)
{
	for (size_t i = 0; i < r->len; i++) {
		free(r->rows[i]->text);
		free(r->rows[i]);
	}
	xmlHashFree(r->texts, NULL);
	xmlHashFree(r->folded, NULL);
	xmlHashFree(r->ids, NULL);
	xmlHashFree(r->names, NULL);
	wordforms_free(r->forms);
	free(r->rows);
	free(r);
}

const struct refs_term *
refs_term(const struct refs *r, const char *text)
{
	const struct refs_term *row =
	    xmlHashLookup(r->texts, (const xmlChar *)text);
	char *key;

	if (row || r->len == 0)
		return row;
	key = casefold(text);
	row = xmlHashLookup(r->folded, (const xmlChar *)key);
	free(key);
	return row;
}

/* Are two rows names of the same entry? */
static bool
is_same(const struct refs_term *a, const struct refs_term *b)
{
	return strcmp(a->name, b->name) == 0 &&
	    strcmp(a->anchor, b->anchor) == 0;
}

static void
list_forms(struct refs *r)
{
	struct refs_term *entry = NULL;

	r->forms = wordforms_new(r->lang, r->len);
	for (size_t i = 0; i < r->len; i++) {
		if (r->rows[i]->whole)
			continue;
		if (entry == NULL || !is_same(entry, r->rows[i]))
			entry = r->rows[i];
		wordforms_add(r->forms, r->rows[i]->text, entry);
	}
}

const struct refs_term *
refs_form(struct refs *r, const char *text)
{
	const struct wordform *form;
	const struct refs_term *row, *other;
	void *one;

	if (r->len == 0)
		return NULL;
	if (r->forms == NULL)
		list_forms(r);
	if ((form = wordforms_find(r->forms, text, &one)) == NULL)
		return NULL;
	if (one)
		return one;
	row = form->thing;
	other = form->next ? form->next->thing : NULL;
	return other && strcmp(other->name, row->name) == 0 ? NULL : row;
}

const struct refs_term *
refs_id(const struct refs *r, const char *name, const char *id)
{
	return xmlHashLookup2(r->ids, (const xmlChar *)name,
	    (const xmlChar *)id);
}

const struct refs_term *
refs_document(const struct refs *r, const char *name)
{
	return xmlHashLookup(r->names, (const xmlChar *)name);
}

static void
add_escaped(struct buf *out, const char *text)
{
	xmlChar *escaped = xmlEncodeSpecialChars(NULL, (const xmlChar *)text);

	buf_puts(out, (const char *)escaped);
	xmlFree(escaped);
}

static void
add_attribute(struct buf *out, const char *name, const char *value)
{
	if (value == NULL)
		return;
	buf_printf(out, " %s=\"", name);
	add_escaped(out, value);
	buf_putc(out, '"');
}

static void
add_term(struct buf *out, const xmlNode *entry, const xmlNode *name)
{
	struct buf text = { 0 };

	tree_text(name, &text);
	if (text.len) {
		buf_puts(out, "  <term");
		add_attribute(out, "anchor", tree_resolved(entry, "anchor"));
		add_attribute(out, "id", tree_id(entry));
		buf_putc(out, '>');
		add_escaped(out, text.data);
		buf_puts(out, "</term>\n");
	}
	buf_free(&text);
}

void
refs_write(const xmlNode *root, struct buf *out)
{
	buf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<refs xmlns=\"" REFS_NS "\"");
	add_attribute(out, "name", tree_resolved(root, "name"));
	add_attribute(out, "section", tree_resolved(root, "section"));
	buf_puts(out, ">\n");
	for (const xmlNode *n = root; n; n = tree_next(n, root)) {
		if (docbook_id(n) != DB_glossentry)
			continue;
		for (const xmlNode *c = n->children; c; c = c->next)
			if (index_is_name(c))
				add_term(out, n, c);
	}
	buf_puts(out, "</refs>\n");
}
