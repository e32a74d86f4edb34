/* SPDX-License-Identifier: MIT */
/* Automatic glossaries: filled with the entries that a document uses. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "util/buf.h"
#include "util/hash.h"
#include "gloss/limits.h"
#include "gloss/read.h"
#include "resolve/budget.h"
#include "collection.h"
#include "resolve/refer/index.h"
#include "resolve/tree.h"
#include "resolve/refer/wordforms.h"

/* A collection being searched for entries. */
struct source {
	xmlNode *root;
	struct index *ix;
};

struct filling {
	struct source *sources;
	size_t len;
	bool exact;
	xmlHashTable *own; /* ids of the document, which take precedence */
	struct budget further;
	bool first; /* no glossary has been filled yet */
	xmlNode **waiting; /* used entries that have not been searched */
	size_t waiting_len;
	size_t waiting_cap;
};

static bool
is_auto(const xmlNode *node)
{
	const char *role;

	return docbook_id(node) == DB_glossary &&
	    (role = tree_attr(node, "role")) != NULL &&
	    strcmp(role, "auto") == 0;
}

static bool
names_term(const xmlNode *node)
{
	switch (docbook_id(node)) {
	case DB_firstterm:
	case DB_glosssee:
	case DB_glossseealso:
		return true;
	case DB_glossterm:
		return docbook_id(node->parent) != DB_glossentry;
	default:
		return false;
	}
}

/* The entry with an id, on itself or on something in it. */
static xmlNode *
entry_with(const struct index *ix, const char *id)
{
	xmlNode *found = index_id(ix, id);

	if (found && docbook_id(found) != DB_glossentry)
		found = tree_ancestor(found, DB_glossentry);
	return found;
}

/* The same by an id or a text. */
static xmlNode *
find_name(const struct filling *f, const char *name)
{
	xmlNode *found = NULL;

	for (size_t s = 0; name && s < f->len && !found; s++)
		if (!(found = entry_with(f->sources[s].ix, name)))
			found = index_term(f->sources[s].ix, name);
	return found;
}

/* The id that a link leads to, unless the document itself has it. */
static xmlNode *
find_link(const struct filling *f, const xmlNode *node)
{
	const char *id = tree_attr(node, "linkend");
	xmlNode *found = NULL;

	if (id == NULL && (id = tree_href(node)) != NULL)
		id = *id == '#' ? id + 1 : NULL;
	if (id && xmlHashLookup(f->own, (const xmlChar *)id))
		return NULL;
	for (size_t s = 0; id && s < f->len && !found; s++)
		found = entry_with(f->sources[s].ix, id);
	return found;
}

/* The only entry that matches a text by other word forms, or NULL. */
static xmlNode *
find_form(const struct filling *f, const char *text)
{
	const struct wordform *form = NULL;
	xmlNode *entry = NULL;

	for (size_t s = 0; !f->exact && text && s < f->len && !form; s++)
		form = index_form(f->sources[s].ix, text, &entry);
	return entry;
}

static xmlNode *
find(const struct filling *f, const xmlNode *node)
{
	struct buf text = { 0 };
	xmlNode *found;

	if (!names_term(node))
		return node->properties ? find_link(f, node) : NULL;
	if ((found = find_name(f, tree_attr(node, "otherterm"))) ||
	    (found = find_link(f, node)) ||
	    (found = find_name(f, tree_attr(node, "baseform"))))
		return found;
	tree_text(node, &text);
	for (size_t s = 0; s < f->len && !found && text.len; s++)
		found = index_term(f->sources[s].ix, text.data);
	if (found == NULL)
		found = find_form(f, tree_attr(node, "otherterm"));
	if (found == NULL)
		found = find_form(f, tree_attr(node, "baseform"));
	if (found == NULL)
		found = find_form(f, text.data);
	buf_free(&text);
	return found;
}

/* Marks an entry as used (psvi), and queues it to be searched. */
static void
use(struct filling *f, xmlNode *entry)
{
	if (entry->psvi)
		return;
	entry->psvi = f;
	f->waiting = gloss_room(f->waiting, f->waiting_len, &f->waiting_cap,
	    sizeof *f->waiting);
	f->waiting[f->waiting_len++] = entry;
}

static void
search(struct filling *f, const xmlNode *scope)
{
	xmlNode *entry;

	for (const xmlNode *n = scope; n; ) {
		if (is_auto(n)) {
			n = tree_after(n, scope);
			continue;
		}
		if (n->type == XML_ELEMENT_NODE &&
		    (entry = find(f, n)) != NULL)
			use(f, entry);
		n = tree_next(n, scope);
	}
}

/* Sets the row of each element of a copy, which libxml2 does not copy. */
static xmlNode *
copy_entry(const xmlNode *entry, xmlDoc *doc)
{
	xmlNode *copy = xmlDocCopyNode((xmlNode *)entry, doc, 1);
	const xmlNode *from = entry;
	xmlNode *n = copy;
	char *base;

	do {
		n->_private = from->_private;
		n = tree_next(n, copy);
		from = tree_next(from, entry);
	} while (n && from);
	base = read_base_of(entry);
	if (base)
		read_set_base(copy, base);
	free(base);
	read_copy_line(copy, entry);
	return copy;
}

static void
drop_entries(xmlNode *glossary)
{
	xmlNode *next;

	for (xmlNode *c = glossary->children; c; c = next) {
		next = c->next;
		if (docbook_id(c) != DB_glossentry &&
		    docbook_id(c) != DB_glossdiv)
			continue;
		tree_drop(c);
	}
}

static void
fill(struct filling *f, xmlNode *glossary, const xmlNode *scope)
{
	search(f, scope);
	while (f->waiting_len)
		search(f, f->waiting[--f->waiting_len]);
	drop_entries(glossary);
	for (size_t s = 0; s < f->len; s++) {
		xmlNode *root = f->sources[s].root;

		for (xmlNode *n = root; n; n = tree_next(n, root)) {
			if (n->psvi != f || n->type != XML_ELEMENT_NODE)
				continue;
			n->psvi = NULL;
			if (f->first || budget_take(&f->further, glossary,
			    budget_size(n)))
				xmlAddChild(glossary,
				    copy_entry(n, glossary->doc));
		}
	}
	f->first = false;
}

/*
 * The ids of a document, except in automatic glossaries, whose content is
 * replaced.
 */
static xmlHashTable *
list_ids(const xmlNode *root)
{
	xmlHashTable *ids = hash_new(0);

	for (const xmlNode *n = root; n; ) {
		const char *id = n->type == XML_ELEMENT_NODE ? tree_id(n) : NULL;

		if (id)
			xmlHashAddEntry(ids, (const xmlChar *)id, ids);
		n = is_auto(n) ? tree_after(n, root) : tree_next(n, root);
	}
	return ids;
}

static size_t
count_auto(const xmlNode *root)
{
	size_t count = 0;

	for (const xmlNode *n = root; n; n = tree_next(n, root))
		count += is_auto(n);
	return count;
}

bool
collection_fill(xmlNode *root, const struct resolve_options *options,
    struct diags *d)
{
	xmlDoc *const *collections = options->collections;
	struct filling f = { .further = budget_new(LIMIT_COLLECTED, options->huge),
		.exact = options->exact, .first = true };
	size_t count = collections && *collections ? count_auto(root) : 0;

	for (; collections && count && collections[f.len]; f.len++) {
		xmlNode *source = xmlDocGetRootElement(collections[f.len]);

		f.sources = gloss_realloc(f.sources,
		    (f.len + 1) * sizeof *f.sources);
		f.sources[f.len].root = source;
		f.sources[f.len].ix = index_new(source, 4096, NULL, NULL, d);
		index_report(f.sources[f.len].ix);
	}
	f.own = f.len ? list_ids(root) : NULL;
	for (xmlNode *n = root; n && f.len && !f.further.over;
	    n = tree_next(n, root))
		if (is_auto(n))
			fill(&f, n, count > 1 && n != root ? n->parent : root);
	for (size_t i = 0; i < f.len; i++)
		index_free(f.sources[i].ix);
	xmlHashFree(f.own, NULL);
	free(f.sources);
	free(f.waiting);
	return budget_kept(&f.further, "what glossaries take of collections",
	    d);
}
