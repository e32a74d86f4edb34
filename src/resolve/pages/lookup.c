/* SPDX-License-Identifier: MIT */
/* --lookup: reduces the tree to the entries of one term. */
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "util/buf.h"
#include "util/hash.h"
#include "resolve/refer/casefold.h"
#include "resolve/refer/index.h"
#include "lookup.h"
#include "resolve/refer/suggest.h"
#include "resolve/tree.h"
#include "resolve/refer/wordforms.h"

/* Maximum number of suggestions. */
enum { MOST_NEAR = 8 };

/* The entries to keep, in print order. */
struct kept {
	xmlNode **list;
	size_t len;
	size_t cap;
};

/* psvi of an entry marks it as kept. */
static void
keep(struct kept *k, xmlNode *entry)
{
	if (entry == NULL || entry->psvi)
		return;
	k->list = gloss_room(k->list, k->len, &k->cap, sizeof *k->list);
	k->list[k->len++] = entry;
	entry->psvi = entry;
}

/* Adds a name of an entry, or a synonym that only its index terms have. */
static void
name_text(const xmlNode *node, struct buf *text)
{
	static const enum docbook_id parts[] = {
		DB_primary, DB_secondary, DB_tertiary
	};
	const xmlNode *part;

	if (docbook_id(node) != DB_indexterm) {
		tree_text(node, text);
		return;
	}
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
		if ((part = tree_child(node, parts[i])) == NULL)
			continue;
		if (text->len)
			buf_puts(text, ", ");
		tree_text(part, text);
	}
}

static bool
is_synonym(const xmlNode *node)
{
	return docbook_id(node) == DB_indexterm;
}

/*
 * The elements that may name an entry: its children, and elements in its names.
 */
static xmlNode *
next_name(const xmlNode *node, const xmlNode *entry, bool inside)
{
	if (inside && (index_is_name(node) || node->parent != entry))
		return tree_next(node, entry);
	return tree_after(node, entry);
}

/* Calls a function for each name of each entry, in document order. */
static void
each_name(xmlNode *root, bool (*is_one)(const xmlNode *),
    void (*one)(void *data, xmlNode *entry, const char *name,
	const char *folded), void *data)
{
	struct buf text = { 0 };

	for (xmlNode *n = root; n; n = tree_next(n, root)) {
		if (docbook_id(n) != DB_glossentry)
			continue;
		for (xmlNode *c = n->children; c;
		    c = next_name(c, n, is_one == is_synonym)) {
			char *folded;

			if (!is_one(c))
				continue;
			buf_truncate(&text, 0);
			name_text(c, &text);
			if (text.len == 0)
				continue;
			folded = casefold(text.data);
			one(data, n, text.data, folded);
			free(folded);
		}
	}
	buf_free(&text);
}

struct search {
	const char *wanted;
	const char *folded;
	const char *stem;
	struct kept *kept;
	struct strings *near;
	struct suggest best;
	char *best_name;
	xmlNode *best_entry;
	bool tie; /* another entry is equally near */
	struct wordforms *forms;
};

static void
match_exactly(void *data, xmlNode *entry, const char *name,
    const char *folded)
{
	struct search *s = data;

	(void)folded;
	if (strcmp(name, s->wanted) == 0)
		keep(s->kept, entry);
}

static void
match_folded(void *data, xmlNode *entry, const char *name, const char *folded)
{
	struct search *s = data;

	(void)name;
	if (strcmp(folded, s->folded) == 0)
		keep(s->kept, entry);
}

static void
suggest_name(void *data, xmlNode *entry, const char *name, const char *folded)
{
	struct search *s = data;
	size_t distance = suggest_weigh(&s->best, folded);

	if (s->best.best == folded) {
		free(s->best_name);
		s->best_name = gloss_strdup(name);
		s->best.best = s->best_name;
		s->best_entry = entry;
		s->tie = false;
	} else if (s->best.best && distance == s->best.distance &&
	    entry != s->best_entry) {
		s->tie = true;
	}
	if (s->near->len < MOST_NEAR && strstr(folded, s->stem))
		strings_add(s->near, name);
}

/*
 * Finds entries as references do: an exact match takes precedence over one
 * after folding.  Then synonyms, which references cannot use.
 */
static void
find(xmlNode *root, struct search *s)
{
	bool (*const kinds[])(const xmlNode *) = {
		index_is_name, is_synonym
	};

	for (size_t i = 0; s->kept->len == 0 && i < 2; i++) {
		each_name(root, kinds[i], match_exactly, s);
		if (s->kept->len == 0)
			each_name(root, kinds[i], match_folded, s);
	}
}

static void
add_form(void *data, xmlNode *entry, const char *name, const char *folded)
{
	struct search *s = data;

	(void)folded;
	wordforms_add(s->forms, name, entry);
}

/*
 * Finds the entry by another word form, if there is only one; several become
 * suggestions.  Names take precedence over synonyms.
 */
static void
find_form(xmlNode *root, struct search *s, const char *lang)
{
	bool (*const kinds[])(const xmlNode *) = {
		index_is_name, is_synonym
	};
	const struct wordform *form = NULL;
	void *entry;

	for (size_t i = 0; form == NULL && i < 2; i++) {
		s->forms = wordforms_new(lang, 0);
		each_name(root, kinds[i], add_form, s);
		form = wordforms_find(s->forms, s->wanted, &entry);
		keep(s->kept, entry);
		/* another word with the same stem: a suggestion */
		if (form && !entry && form->next == NULL) {
			s->best_entry = form->thing;
			s->best_name = gloss_strdup(form->name);
		}
		for (const struct wordform *w = form; w && !entry &&
		    s->near->len < MOST_NEAR; w = w->next)
			strings_add(s->near, w->name);
		wordforms_free(s->forms);
	}
}

/*
 * Is the nearest name a misspelling?  One letter in four may be wrong, and no
 * other entry may be as near.
 */
static bool
is_meant(const struct search *s)
{
	size_t len = strlen(s->folded);

	return s->best_name && !s->tie && s->best.distance <= len / 4;
}

/* Two thirds of a name: the part that its other forms have in common. */
static char *
stem_of(const char *folded)
{
	size_t len = (strlen(folded) * 2 + 2) / 3;

	while ((folded[len] & 0xC0) == 0x80)
		len++;
	return gloss_strndup(folded, len);
}

/* Suggests the nearest name, then names that contain the stem. */
static void
suggest(xmlNode *root, struct search *s)
{
	struct strings holding = { 0 };
	struct strings *near = s->near;
	char *stem = stem_of(s->folded);

	s->near = &holding;
	s->stem = stem;
	suggest_begin(&s->best, s->folded);
	each_name(root, index_is_name, suggest_name, s);
	if (s->best_name == NULL && holding.len == 0)
		each_name(root, is_synonym, suggest_name, s);
	s->near = near;
	if (s->best_name)
		strings_add(near, s->best_name);
	for (size_t i = 0; i < holding.len; i++)
		if (s->best_name == NULL ||
		    strcmp(holding.list[i], s->best_name) != 0)
			strings_add(near, holding.list[i]);
	strings_free(&holding);
	free(stem);
}

/* A table from anchors to entries. */
static xmlHashTable *
find_anchors(xmlNode *root)
{
	xmlHashTable *anchors = xmlHashCreate(64);

	for (xmlNode *n = tree_next(root, root); n; n = tree_next(n, root))
		if (docbook_id(n) == DB_glossentry)
			xmlHashAddEntry(anchors, (const xmlChar *)
			    tree_resolved(n, "anchor"), n);
	return anchors;
}

/* Adds, after an entry with a glosssee, the entry that it leads to. */
static void
follow(xmlNode *root, struct kept *k)
{
	xmlHashTable *anchors = NULL;

	for (size_t i = 0; i < k->len; i++) {
		xmlNode *see = tree_child(k->list[i], DB_glosssee);
		const char *target = see ? tree_resolved(see, "target") : NULL;

		if (target == NULL)
			continue;
		if (anchors == NULL)
			anchors = find_anchors(root);
		keep(k, xmlHashLookup(anchors, (const xmlChar *)target));
	}
	xmlHashFree(anchors, NULL);
}

/* The ids of the footnotes that the kept entries refer to. */
static xmlHashTable *
find_marks(const struct kept *k)
{
	xmlHashTable *marks = xmlHashCreate(8);

	for (size_t i = 0; i < k->len; i++)
		for (xmlNode *n = k->list[i]; n; n = tree_next(n, k->list[i]))
			if (docbook_id(n) == DB_footnoteref &&
			    tree_resolved(n, "target"))
				hash_set(marks, tree_resolved(n, "target"), n);
	return marks;
}

/* Moves those footnotes into one r:footnotes. */
static xmlNode *
take_footnotes(xmlNode *root, const xmlHashTable *marks)
{
	xmlNode *notes = NULL, *next;

	for (xmlNode *n = root; n; n = next) {
		const char *anchor = tree_resolved(n, "anchor");

		next = tree_next(n, root);
		if (docbook_id(n) != DB_footnote || anchor == NULL ||
		    !xmlHashLookup((xmlHashTable *)marks,
			(const xmlChar *)anchor))
			continue;
		if (notes == NULL)
			notes = xmlNewDocNode(root->doc, n->parent->ns,
			    n->parent->name, NULL);
		next = tree_after(n, root);
		xmlUnlinkNode(n);
		xmlAddChild(notes, n);
	}
	return notes;
}

/* Moves a node below root, with the language of its old position. */
static void
save(xmlNode *root, xmlNode *node)
{
	xmlChar *lang = xmlNodeGetLang(node), *now;
	xmlNs *xml = xmlSearchNs(root->doc, root, (const xmlChar *)"xml");

	tree_move(node, root);
	now = xmlNodeGetLang(node);
	if (lang && !xmlStrEqual(lang, now))
		xmlSetNsProp(node, xml, (const xmlChar *)"lang", lang);
	xmlFree(lang);
	xmlFree(now);
}

/* Replaces the content of the root by the kept entries and their footnotes. */
static void
reduce(xmlNode *root, struct kept *k)
{
	xmlHashTable *marks = find_marks(k);
	xmlNode *notes = xmlHashSize(marks) ? take_footnotes(root, marks)
	    : NULL;
	xmlNode *gone;

	xmlHashFree(marks, NULL);
	for (size_t i = 0; i < k->len; i++)
		save(root, k->list[i]);
	if (notes)
		xmlAddChild(root, notes);
	/* ancestors that declare their namespaces are freed */
	for (xmlNode *n = k->list[0]; n; n = n->next)
		xmlReconciliateNs(root->doc, n);
	while ((gone = root->children) != k->list[0])
		tree_drop(gone);
	tree_become(root, docbook_row(DB_glossary));
	tree_set(root, "is", "section");
	tree_set(root, "word", docbook_row(DB_glossary)->word);
}

void
lookup_keep(xmlNode *root, const struct resolve_options *options,
    const char *lang)
{
	struct lookup *lookup = options->lookup;
	struct kept kept = { 0 };
	struct buf line = { 0 };
	char *folded = casefold(lookup->term);
	struct search s = {
		.folded = folded,
		.kept = &kept,
		.near = &lookup->near,
	};

	tree_collapse(lookup->term, &line);
	s.wanted = buf_str(&line);
	if (*folded)
		find(root, &s);
	if (kept.len == 0 && *folded && !options->exact)
		find_form(root, &s, lang);
	if (kept.len == 0 && *folded && s.near->len == 0)
		suggest(root, &s);
	if (kept.len == 0 && lookup->guesses && !options->exact &&
	    is_meant(&s)) {
		keep(&kept, s.best_entry);
		lookup->guess = gloss_strdup(s.best_name);
	}
	free(s.best_name);
	if (kept.len) {
		follow(root, &kept);
		for (size_t i = 0; i < kept.len; i++)
			kept.list[i]->psvi = NULL;
		/* an entry that is the root stays as it is */
		if (kept.list[0] != root)
			reduce(root, &kept);
		tree_set(root, "excerpt", "yes");
		lookup->found = true;
	}
	free(kept.list);
	free(folded);
	buf_free(&line);
}
