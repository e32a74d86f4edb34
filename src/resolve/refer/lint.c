/* SPDX-License-Identifier: MIT */
/* Warnings for authors of glossaries. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/hash.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "util/buf.h"
#include "gloss/read.h"
#include "lint.h"
#include "resolve/tree.h"

/* Maximum number of words of a term that is searched for in running text. */
enum { WORDS = 6 };

static void
report(struct diags *d, enum diag_id id, const xmlNode *at, const char *fmt,
    const char *about)
{
	xmlChar *file = read_file_of(at);

	diag(d, id, (const char *)file, read_line_of(at), fmt, about);
	xmlFree(file);
}

/* An entry without a term is reported elsewhere. */
static void
report_entry(struct diags *d, enum diag_id id, const xmlNode *entry,
    const char *fmt)
{
	const xmlNode *term = tree_child(entry, DB_glossterm);
	struct buf text = { 0 };

	if (term)
		tree_text(term, &text);
	if (text.len)
		report(d, id, entry, fmt, buf_str(&text));
	buf_free(&text);
}

/* Does it show something: text, an address, an image's name? */
static bool
says_something(const xmlNode *node)
{
	const xmlNode *n = node;

	for (; n; n = tree_next(n, node)) {
		if (n->type == XML_TEXT_NODE && !tree_is_blank(n))
			return true;
		if (n->type == XML_ELEMENT_NODE && (tree_resolved(n, "text") ||
		    tree_href(n) || tree_attr(n, "fileref")))
			return true;
	}
	return false;
}

static void
check_empty(const xmlNode *entry, struct diags *d)
{
	const xmlNode *term = tree_child(entry, DB_glossterm);

	if (term == NULL || !says_something(term))
		report(d, DIAG_EMPTY, entry, "%s",
		    "the entry has no term; give it a glossterm with words");
	for (const xmlNode *c = entry->children; c; c = c->next)
		if ((docbook_id(c) == DB_glossdef && says_something(c)) ||
		    docbook_id(c) == DB_glosssee)
			return;
	report_entry(d, DIAG_EMPTY, entry,
	    "the entry \"%s\" has no definition and no glosssee");
}

static void
check_firstterm(const xmlNode *node, struct diags *d)
{
	const char *shown = tree_resolved(node, "text");
	struct buf text = { 0 };

	/* a reference by id has no term */
	if (tree_resolved(node, "kind") || tree_attr(node, "linkend") ||
	    tree_href(node))
		return;
	if (shown)
		buf_puts(&text, shown);
	else
		tree_text(node, &text);
	report(d, DIAG_UNDEFINED, node,
	    "firstterm \"%s\" has no entry", buf_str(&text));
	buf_free(&text);
}

static void
check_orphans(xmlNode *root, struct diags *d)
{
	xmlHashTable *named = xmlHashCreate(1024);
	const char *anchor;

	for (xmlNode *n = root; n; n = tree_next(n, root))
		if (n->type == XML_ELEMENT_NODE &&
		    (anchor = tree_resolved(n, "target")) != NULL)
			xmlHashAddEntry(named, (const xmlChar *)anchor,
			    (void *)"");
	for (xmlNode *n = root; n; n = tree_next(n, root))
		if (docbook_id(n) == DB_glossentry &&
		    tree_child(n, DB_glosssee) == NULL &&
		    (anchor = tree_resolved(n, "anchor")) != NULL &&
		    xmlHashLookup(named, (const xmlChar *)anchor) == NULL)
			report_entry(d, DIAG_ORPHAN, n,
			    "nothing refers to the entry \"%s\"");
	xmlHashFree(named, NULL);
}

/* The words of a piece of text, as offsets. */
struct word {
	int32_t start;
	int32_t end;
};

static bool
next_word(const char *text, int32_t len, int32_t from, struct word *w)
{
	int32_t i = from, before;
	UChar32 c;

	for (w->start = -1; i < len; ) {
		before = i;
		U8_NEXT_OR_FFFD((const uint8_t *)text, i, len, c);
		if (u_isalnum(c) && w->start < 0)
			w->start = before;
		if (!u_isalnum(c) && w->start >= 0) {
			w->end = before;
			return true;
		}
	}
	w->end = len;
	return w->start >= 0;
}

/* The current entry, and what was reported for it already. */
struct speaker {
	const struct index *ix;
	struct diags *d;
	const xmlNode *entry;
	xmlHashTable *said;
};

/* The entry a reader ends up at: itself, or the end of its glosssee chain. */
static const char *
leads_to(const xmlNode *entry)
{
	const xmlNode *see = tree_child(entry, DB_glosssee);
	const char *anchor = see ? tree_resolved(see, "target") : NULL;

	if (anchor == NULL)
		anchor = tree_resolved(entry, "anchor");
	return anchor ? anchor : "";
}

/* The length in words of the longest term that starts here; 0: none. */
static size_t
match(const struct speaker *s, const xmlNode *at, const char *text,
    const struct word *words, size_t len)
{
	char name[256];

	for (size_t n = len; n > 0; n--) {
		size_t size = (size_t)(words[n - 1].end - words[0].start);
		const xmlNode *entry;
		const char *anchor;

		if (size >= sizeof name)
			continue;
		memcpy(name, text + words[0].start, size);
		name[size] = '\0';
		entry = index_term(s->ix, name);
		if (entry == NULL)
			continue;
		anchor = leads_to(entry);
		if (strcmp(anchor, leads_to(s->entry)) != 0 &&
		    xmlHashAddEntry(s->said, (const xmlChar *)anchor,
		    (void *)"") == 0)
			report(s->d, DIAG_UNLINKED, at,
			    "\"%s\" has an entry, but no link to it", name);
		return n;
	}
	return 0;
}

static void
check_text(const struct speaker *s, const xmlNode *node)
{
	struct buf text = { 0 };
	struct word words[WORDS];
	size_t len = 0, used;
	int32_t size, at = 0;

	for (const char *c = (const char *)node->content; *c; c++)
		buf_putc(&text, strchr("\t\r\n", *c) ? ' ' : *c);
	size = (int32_t)text.len;
	for (;;) {
		while (len < WORDS && next_word(buf_str(&text), size, at,
		    &words[len]))
			at = words[len++].end;
		if (len == 0)
			break;
		used = match(s, node->parent, text.data, words, len);
		if (used == 0)
			used = 1;
		len -= used;
		memmove(words, words + used, len * sizeof *words);
	}
	buf_free(&text);
}

/* Is it literal text, a name, or another entry? */
static const enum docbook_id unread[] = {
	DB_citerefentry, DB_citetitle, DB_code, DB_command, DB_envar,
	DB_filename, DB_firstterm, DB_glossentry, DB_literal, DB_option,
	DB_tag, DB_uri, DB_wordasword,
};

/* Is it a reference already, or not prose? */
static bool
is_passed_over(const xmlNode *node)
{
	const struct docbook *row = docbook_of(node);

	if (node->type != XML_ELEMENT_NODE)
		return false;
	if (tree_resolved(node, "kind") || tree_href(node) ||
	    row == NULL || row->holds == HOLDS_LINES)
		return true;
	for (size_t i = 0; i < sizeof unread / sizeof *unread; i++)
		if (row->id == unread[i])
			return true;
	return false;
}

static void
check_unlinked(const xmlNode *entry, const struct index *ix, struct diags *d)
{
	struct speaker s = { ix, d, entry, xmlHashCreate(32) };
	const char *anchor;
	const xmlNode *n;

	/* one link in an entry is enough */
	for (n = entry; n; n = tree_next(n, entry))
		if (n->type == XML_ELEMENT_NODE &&
		    (anchor = tree_resolved(n, "target")) != NULL)
			xmlHashAddEntry(s.said, (const xmlChar *)anchor,
			    (void *)"");
	for (const xmlNode *c = entry->children; c; c = c->next) {
		if (docbook_id(c) != DB_glossdef)
			continue;
		for (n = c; n; ) {
			if (n->type == XML_TEXT_NODE && n->content)
				check_text(&s, n);
			n = is_passed_over(n) ? tree_after(n, c)
					      : tree_next(n, c);
		}
	}
	xmlHashFree(s.said, NULL);
}

void
lint_check(xmlNode *root, const struct index *ix, struct diags *d)
{
	bool undefined = diags_wanted(d, DIAG_UNDEFINED);
	bool unlinked = diags_wanted(d, DIAG_UNLINKED);

	for (xmlNode *n = root; n; n = tree_next(n, root)) {
		if (docbook_id(n) == DB_glossentry) {
			check_empty(n, d);
			if (unlinked)
				check_unlinked(n, ix, d);
		} else if (undefined && docbook_id(n) == DB_firstterm) {
			check_firstterm(n, d);
		}
	}
	if (diags_wanted(d, DIAG_ORPHAN))
		check_orphans(root, d);
}
