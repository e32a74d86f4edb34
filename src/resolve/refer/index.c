/* SPDX-License-Identifier: MIT */
/* Indexes what can be referred to, by ids and names. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "util/buf.h"
#include "util/hash.h"
#include "gloss/limits.h"
#include "gloss/read.h"
#include "util/strings.h"
#include "casefold.h"
#include "index.h"
#include "spots.h"
#include "suggest.h"
#include "resolve/tree.h"
#include "wordforms.h"

/* Nodes with fewer children are searched again for each request. */
enum { FEW = 32 };

/* A name claimed by an entry although another has it. */
struct conflict {
	const xmlNode *name;
	const xmlNode *entry;
	const xmlNode *first;
};

struct index {
	const char *footnote; /* while it is built: the word before a number */
	struct diags *d;
	const xmlHashTable *gone;
	struct conflict *conflicts;
	size_t conflicts_len;
	size_t conflicts_cap;
	xmlHashTable *ids;
	xmlHashTable *terms;  /* as they are written */
	xmlHashTable *folded; /* folded */
	xmlHashTable *works;  /* by their abbrev */
	xmlHashTable *anchors; /* how often each was claimed */
	xmlHashTable *sees;    /* the glosssee of entries, by anchor */
	xmlHashTable *found;   /* results of searches in large nodes; the
			        * index itself: none found */
	struct strings ids_seen; /* in document order */
	struct strings terms_seen;
	struct wordforms *forms; /* made on first use */
	const xmlNode *root;
	size_t patience;
};

xmlNode *
index_id(const struct index *ix, const char *id)
{
	xmlNode *found = xmlHashLookup(ix->ids, (const xmlChar *)id);
	struct buf trimmed = { 0 };

	if (found || *id == '\0' || (!strchr(" \t\n", *id) &&
	    !strchr(" \t\n", id[strlen(id) - 1])))
		return found;
	/* IDREF: white space around a name is ignored (XML 1.0, 3.3.3) */
	tree_collapse(id, &trimmed);
	found = xmlHashLookup(ix->ids, (const xmlChar *)buf_str(&trimmed));
	buf_free(&trimmed);
	return found;
}

xmlNode *
index_term(const struct index *ix, const char *text)
{
	xmlNode *found = xmlHashLookup(ix->terms, (const xmlChar *)text);
	struct buf line = { 0 };
	char *key;

	if (found || *text == '\0')
		return found;
	tree_collapse(text, &line);
	found = xmlHashLookup(ix->terms, (const xmlChar *)buf_str(&line));
	if (found == NULL && line.len) {
		key = casefold(line.data);
		found = xmlHashLookup(ix->folded, (const xmlChar *)key);
		free(key);
	}
	buf_free(&line);
	return found;
}

const struct wordform *
index_form(struct index *ix, const char *text, xmlNode **entry)
{
	void *thing = NULL;
	const struct wordform *form;
	xmlChar *lang;

	if (ix->forms == NULL) {
		lang = xmlNodeGetLang(ix->root);
		ix->forms = wordforms_new(lang ? (const char *)lang : "en",
		    ix->terms_seen.len);
		xmlFree(lang);
		for (size_t i = 0; i < ix->terms_seen.len; i++)
			wordforms_add(ix->forms, ix->terms_seen.list[i],
			    index_term(ix, ix->terms_seen.list[i]));
	}
	form = wordforms_find(ix->forms, text, &thing);
	*entry = thing;
	return form;
}

static bool
is_work(const struct docbook *row)
{
	return row && (row->id == DB_biblioentry || row->id == DB_bibliomixed);
}

/* The abbrev by which a bibliographic work is cited, or NULL. */
static const xmlNode *
short_form(const xmlNode *work)
{
	const xmlNode *abbrev = tree_child(work, DB_abbrev);

	return abbrev ? abbrev : tree_child(work, DB_titleabbrev);
}

xmlNode *
index_work(const struct index *ix, const char *text)
{
	xmlNode *found = xmlHashLookup(ix->works, (const xmlChar *)text);

	if (found == NULL && (found = index_id(ix, text)) != NULL &&
	    !is_work(docbook_of(found)))
		found = NULL;
	return found;
}

static const char *
nearest(struct index *ix, const struct strings *names, const char *wanted)
{
	struct suggest s;

	if (ix->patience < names->len)
		return NULL;
	ix->patience -= names->len;
	suggest_begin(&s, wanted);
	for (size_t i = 0; i < names->len; i++)
		suggest_weigh(&s, names->list[i]);
	return s.best;
}

const char *
index_like_id(struct index *ix, const char *id)
{
	return nearest(ix, &ix->ids_seen, id);
}

const char *
index_like_term(struct index *ix, const char *text)
{
	return nearest(ix, &ix->terms_seen, text);
}

static const xmlNode *
next_of(const xmlNode *n, const xmlNode *node, bool below)
{
	return below ? tree_next(n, node) : n->next;
}

static xmlNode *
find(struct index *ix, const xmlNode *node, enum docbook_id id, bool below)
{
	const xmlNode *n = node->children;
	char key[64];
	void *found;

	for (size_t i = 0; n && docbook_id(n) != id && i < FEW; i++)
		n = next_of(n, node, below);
	if (n == NULL || docbook_id(n) == id)
		return (xmlNode *)n;
	snprintf(key, sizeof key, "%p %d %d", (const void *)node, id, below);
	found = xmlHashLookup(ix->found, (const xmlChar *)key);
	if (found)
		return found == ix ? NULL : found;
	while (n && docbook_id(n) != id)
		n = next_of(n, node, below);
	hash_set(ix->found, key, n ? (void *)n : ix);
	return (xmlNode *)n;
}

xmlNode *
index_child(struct index *ix, const xmlNode *node, enum docbook_id id)
{
	return find(ix, node, id, false);
}

xmlNode *
index_below(struct index *ix, const xmlNode *node, enum docbook_id id)
{
	return find(ix, node, id, true);
}

const xmlNode *
index_page_name(struct index *ix, const xmlNode *refentry)
{
	const xmlNode *part = index_child(ix, refentry, DB_refmeta);
	const xmlNode *name =
	    part ? index_child(ix, part, DB_refentrytitle) : NULL;

	if (name == NULL &&
	    (part = index_child(ix, refentry, DB_refnamediv)) != NULL)
		name = index_child(ix, part, DB_refname);
	return name;
}

xmlNode *
index_place(xmlNode *node)
{
	while (node && (node->type != XML_ELEMENT_NODE ||
	    tree_resolved(node, "anchor") == NULL))
		node = node->parent;
	return node;
}

/* "line 5", with the file if it is a different one. */
static void
add_line(struct buf *out, const xmlNode *node, const xmlChar *here)
{
	xmlChar *file = read_file_of(node);

	buf_printf(out, "line %ld", read_line_of(node));
	if (!xmlStrEqual(file, here))
		buf_printf(out, " of %s", (const char *)file);
	xmlFree(file);
}

static void
check_id(const struct index *ix, const xmlNode *node, const char *id)
{
	xmlChar *file;

	if (xmlValidateName((const xmlChar *)id, 1) == 0)
		return;
	file = read_file_of(node);
	diag(ix->d, DIAG_BAD_ID, (const char *)file, read_line_of(node),
	    "id \"%s\" is not a valid XML name; use a letter first, "
	    "then letters, digits, \"-\", \"_\" and \".\"", id);
	xmlFree(file);
}

/* Are they the same element of a file that was included twice? */
static bool
is_same_source(const xmlNode *a, const xmlNode *b)
{
	xmlChar *file, *other;
	bool same = read_line_of(a) == read_line_of(b) &&
	    xmlStrEqual(a->name, b->name);

	if (!same)
		return false;
	file = read_file_of(a);
	other = read_file_of(b);
	same = xmlStrEqual(file, other);
	xmlFree(other);
	xmlFree(file);
	return same;
}

static void
add_id(struct index *ix, xmlNode *node, const char *id)
{
	struct buf where = { 0 };
	xmlChar *file;

	check_id(ix, node, id);
	if (*id == '\0') /* placeholder of a template */
		return;
	if (xmlHashAddEntry(ix->ids, (const xmlChar *)id, node) == 0) {
		strings_add(&ix->ids_seen, id);
		return;
	}
	if (is_same_source(node, index_id(ix, id)))
		return;
	file = read_file_of(node);
	add_line(&where, index_id(ix, id), file);
	diag(ix->d, DIAG_DUPLICATE_ID, (const char *)file, read_line_of(node),
	    "id \"%s\" is already used by the element in %s; references "
	    "lead to that one", id, where.data);
	buf_free(&where);
	xmlFree(file);
}

static void
add_conflict(struct index *ix, const xmlNode *name, const xmlNode *entry,
    const xmlNode *first)
{
	ix->conflicts = gloss_room(ix->conflicts, ix->conflicts_len,
	    &ix->conflicts_cap, sizeof *ix->conflicts);
	ix->conflicts[ix->conflicts_len++] =
	    (struct conflict){ name, entry, first };
}

/* Does an entry consist of a glosssee only? */
static bool
leads_to(const struct index *ix, const xmlNode *entry, const xmlNode *other)
{
	const xmlNode *see = xmlHashLookup(ix->sees,
	    (const xmlChar *)tree_resolved(entry, "anchor"));
	const char *target = see ? tree_resolved(see, "target") : NULL;

	return target && strcmp(target, tree_resolved(other, "anchor")) == 0;
}

void
index_report(const struct index *ix)
{
	for (size_t i = 0; i < ix->conflicts_len; i++) {
		const struct conflict *c = &ix->conflicts[i];
		bool term = docbook_id(c->name) == DB_glossterm;
		struct buf text = { 0 }, where = { 0 };
		xmlChar *file;

		if (leads_to(ix, c->entry, c->first) ||
		    leads_to(ix, c->first, c->entry))
			continue;
		tree_text(c->name, &text);
		file = read_file_of(c->name);
		add_line(&where, c->first, file);
		diag(ix->d, term ? DIAG_DUPLICATE_TERM : DIAG_DUPLICATE_ACRONYM,
		    (const char *)file, read_line_of(c->name), "\"%s\" is "
		    "already a name of the entry in %s; references by text "
		    "lead to that one", buf_str(&text), where.data);
		xmlFree(file);
		buf_free(&where);
		buf_free(&text);
	}
}

bool
index_is_gone(const struct index *ix, const char *name)
{
	char *key;
	bool gone;

	if (ix->gone == NULL)
		return false;
	key = casefold(name);
	gone = xmlHashLookup((xmlHashTable *)ix->gone,
	    (const xmlChar *)name) || xmlHashLookup((xmlHashTable *)ix->gone,
	    (const xmlChar *)key);
	free(key);
	return gone;
}

/* Adds a name of an entry; the first entry with a name keeps it. */
static void
add_name(struct index *ix, xmlNode *entry, const xmlNode *name)
{
	struct buf text = { 0 };
	xmlNode *first;
	char *key;

	tree_text(name, &text);
	if (text.len == 0)
		return;
	first = xmlHashLookup(ix->terms, (const xmlChar *)text.data);
	if (first && first != entry)
		add_conflict(ix, name, entry, first);
	if (first == NULL) {
		xmlHashAddEntry(ix->terms, (const xmlChar *)text.data, entry);
		strings_add(&ix->terms_seen, text.data);
	}
	key = casefold(text.data);
	xmlHashAddEntry(ix->folded, (const xmlChar *)key, entry);
	free(key);
	buf_free(&text);
}

/* Has it no markup, apart from a link? */
static bool
is_plain(const xmlNode *node)
{
	for (const xmlNode *c = node->children; c; c = c->next)
		if (c->type == XML_ELEMENT_NODE && docbook_id(c) != DB_link)
			return false;
	return true;
}

bool
index_is_name(const xmlNode *node)
{
	switch (docbook_id(node)) {
	case DB_glossterm:
	case DB_acronym:
		return true;
	case DB_abbrev:
		return is_plain(node);
	default:
		return false;
	}
}

static void
add_names(struct index *ix, xmlNode *entry)
{
	for (xmlNode *c = entry->children; c; c = c->next) {
		if (index_is_name(c))
			add_name(ix, entry, c);
		else if (docbook_id(c) == DB_glosssee)
			xmlHashAddEntry(ix->sees, (const xmlChar *)
			    tree_resolved(entry, "anchor"), c);
	}
}

/*
 * Anchors stay unique without these characters, which the name of a Texinfo
 * node cannot hold.
 */
static void
add_key(struct buf *key, const char *anchor)
{
	for (; *anchor; anchor++)
		if (strchr(" ,:().;@{}'\"`\\", *anchor) == NULL &&
		    (unsigned char)*anchor > 0x20)
			buf_putc(key, *anchor);
}

/*
 * Claims a name if it is free and valid; otherwise returns how often it was
 * claimed before.
 */
static size_t
claim(struct index *ix, const char *anchor)
{
	struct buf key = { 0 };
	size_t before;

	add_key(&key, anchor);
	if (key.len == 0)
		return SIZE_MAX;
	before = (size_t)(uintptr_t)xmlHashLookup(ix->anchors,
	    (const xmlChar *)key.data);
	hash_set(ix->anchors, key.data, (void *)(uintptr_t)(before + 1));
	buf_free(&key);
	return before;
}

/*
 * The id of a place: its own; for an entry also that of its list item, a term,
 * or something in a term; for a question and answer that of either.
 */
static const char *
id_of(const xmlNode *node)
{
	const char *id = tree_id(node);

	if (docbook_id(node) == DB_qandaentry)
		for (const xmlNode *c = node->children; c && !id; c = c->next)
			if (c->type == XML_ELEMENT_NODE)
				id = tree_id(c);
	if (docbook_id(node) != DB_varlistentry)
		return id;
	for (const xmlNode *n = tree_next(node, node); n && id == NULL; ) {
		if (n->type == XML_ELEMENT_NODE)
			id = tree_id(n);
		n = docbook_id(n) == DB_listitem ? tree_after(n, node)
						 : tree_next(n, node);
	}
	return id;
}

/*
 * Appends the first free number to a name that was claimed this often.  Numbers
 * below stay taken, so the next search starts there.
 */
static void
add_number(struct index *ix, struct buf *name, size_t before)
{
	size_t n = before, len = name->len;
	struct buf key = { 0 };

	add_key(&key, name->data);
	do {
		buf_truncate(name, len);
		buf_printf(name, " %zu", ++n);
	} while (claim(ix, name->data) != 0);
	hash_set(ix->anchors, key.data, (void *)(uintptr_t)n);
	buf_free(&key);
}

/*
 * Claims the best free anchor: the words, else the id, else the words and a
 * number.
 */
static void
set_anchor(struct index *ix, xmlNode *node, const char *attribute,
    const char *words)
{
	const char *id = id_of(node);
	struct buf name = { 0 };
	size_t before;

	buf_puts(&name, words);
	before = claim(ix, words);
	if (before && id) {
		buf_truncate(&name, 0);
		buf_puts(&name, id);
		before = claim(ix, id);
	}
	if (before == SIZE_MAX) {
		buf_truncate(&name, 0);
		buf_puts(&name, (const char *)node->name);
		before = claim(ix, name.data);
	}
	if (before)
		add_number(ix, &name, before);
	tree_set(node, attribute, name.data);
	buf_free(&name);
}

static void
add_work(struct index *ix, xmlNode *work)
{
	const xmlNode *abbrev = short_form(work);
	struct buf text = { 0 };

	if (abbrev)
		tree_text(abbrev, &text);
	if (text.len)
		xmlHashAddEntry(ix->works, (const xmlChar *)text.data, work);
	buf_free(&text);
}

/* Does a place get an anchor: always, or only if the source has an id? */
static bool
is_place(const xmlNode *node, const struct docbook *row)
{
	switch (row->id) {
	case DB_glossentry:
	case DB_footnote:
		return true;
	case DB_figure:
	case DB_example:
	case DB_table:
	case DB_equation:
	case DB_informaltable:
	case DB_varlistentry:
	case DB_step:
	case DB_callout:
	case DB_qandaentry:
		return id_of(node) != NULL;
	case DB_listitem:
		return docbook_id(node->parent) != DB_varlistentry &&
		    tree_id(node) != NULL;
	case DB_biblioentry:
	case DB_bibliomixed:
		return tree_id(node) || short_form(node);
	default:
		return row->is == IS_SECTION;
	}
}

static void
add_place(struct index *ix, xmlNode *node, const struct docbook *row)
{
	struct buf words = { 0 };
	const xmlNode *head = NULL;

	if (row->id == DB_glossentry)
		head = tree_child(node, DB_glossterm);
	else if (row->id == DB_refentry)
		head = index_page_name(ix, node);
	else if (row->is == IS_SECTION)
		head = tree_info_child(node, DB_title);
	if (head)
		tree_text(head, &words);
	else if (row->id == DB_footnote && tree_resolved(node, "number"))
		buf_printf(&words, "%s %s", ix->footnote,
		    tree_resolved(node, "number"));
	else if (id_of(node))
		buf_puts(&words, id_of(node));
	else if (is_work(row))
		tree_text(short_form(node), &words);
	set_anchor(ix, node, "anchor", buf_str(&words));
	buf_free(&words);
}

/* What else bears an id: an anchor is put there, where one can stand. */
static void
add_spots(struct index *ix)
{
	for (size_t i = 0; i < ix->ids_seen.len; i++) {
		xmlNode *node = index_id(ix, ix->ids_seen.list[i]);
		char *name;

		if (spot_of(node) == NULL)
			continue;
		/* no reader follows Info through a name with a point */
		name = gloss_strdup(ix->ids_seen.list[i]);
		for (char *s = name; *s; s++)
			if (*s == '.' || *s == ':')
				*s = '-';
		set_anchor(ix, node, "spot", name);
		free(name);
	}
}

struct index *
index_new(xmlNode *root, size_t places, const xmlHashTable *gone,
    const char *footnote, struct diags *d)
{
	struct index *ix = gloss_calloc(1, sizeof *ix);
	const struct docbook *row, *whole = NULL;
	const char *id;

	ix->d = d;
	ix->gone = gone;
	ix->footnote = footnote ? footnote : "Footnote";
	ix->root = root;
	ix->patience = LIMIT_SUGGESTIONS;
	ix->ids = hash_new(places);
	ix->terms = hash_new(places);
	ix->folded = hash_new(places);
	ix->works = hash_new(0);
	ix->anchors = hash_new(places);
	ix->sees = hash_new(places);
	ix->found = hash_new(0);
	claim(ix, "Top"); /* Info uses it for the whole document */
	for (xmlNode *n = root; n; n = tree_next(n, root)) {
		if (n->type != XML_ELEMENT_NODE)
			continue;
		if ((id = tree_id(n)) != NULL)
			add_id(ix, n, id);
		if ((row = docbook_of(n)) == NULL)
			continue;
		if (n == root && row->is == IS_SECTION)
			whole = row;
		else if (is_place(n, row))
			add_place(ix, n, row);
		if (row->id == DB_glossentry)
			add_names(ix, n);
		else if (is_work(row))
			add_work(ix, n);
	}
	/*
	 * a part may have the title of the whole, which is not referred to by
	 * it
	 */
	if (whole)
		add_place(ix, root, whole);
	add_spots(ix);
	ix->footnote = NULL;
	return ix;
}

void
index_free(struct index *ix)
{
	xmlHashFree(ix->ids, NULL);
	xmlHashFree(ix->terms, NULL);
	xmlHashFree(ix->folded, NULL);
	xmlHashFree(ix->works, NULL);
	xmlHashFree(ix->anchors, NULL);
	xmlHashFree(ix->sees, NULL);
	xmlHashFree(ix->found, NULL);
	wordforms_free(ix->forms);
	free(ix->conflicts);
	strings_free(&ix->ids_seen);
	strings_free(&ix->terms_seen);
	free(ix);
}
