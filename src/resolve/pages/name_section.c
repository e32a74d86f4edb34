/* SPDX-License-Identifier: MIT */
/* Names of entries for the NAME section, --aliases and pages of their own. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "util/buf.h"
#include "util/hash.h"
#include "gloss/read.h"
#include "resolve/refer/index.h"
#include "name_section.h"
#include "sentence.h"
#include "resolve/tree.h"

/*
 * man-db reads at most this many bytes of NAME (2.11; lexgrog.l, MAX_NAME, less
 * the NUL).
 */
enum { ROOM = 8191 };

/* If not all fits, definitions are cut to what whatis(1) shows. */
enum { DEFINITION = 56 };

/* A definition is not cut to a shorter clause than this. */
enum { CLAUSE = 16 };

/* Maximum length of a name. */
enum { LONGEST = 120 };

/* Maximum length of a glosssee chain. */
enum { STEPS = 8 };

/* Maximum number of pages in an entry's SEE ALSO. */
enum { MOST_ENTRIES = 7, MOST_PAGES = 10 };

struct named_entry {
	xmlNode *node;
	struct buf list; /* its names, each with a NUL */
	size_t listed;   /* number of names */
	struct buf definition;
	const xmlNode *see; /* its glosssee, or NULL */
	size_t leads_to; /* the end of its glosssee chain, or itself */
	size_t asked_for; /* number of references to it */
	size_t seen_by;  /* index + 1 of the last entry that refers to it */
};

struct naming {
	xmlNode *root;
	xmlNs *ns;
	const char *section;
	struct pages *pages;
	struct named_entry *list;
	size_t len, cap;
	xmlHashTable *anchors; /* maps an anchor to the index of an entry + 1 */
};

static xmlNode *
add(const struct naming *n, xmlNode *parent, const char *name,
    const char *text)
{
	return xmlNewTextChild(parent, n->ns, (const xmlChar *)name,
	    (const xmlChar *)text);
}

/* ---- collecting entries ---- */

/* Entries in refentries belong to the pages of these. */
static void
collect(struct naming *n)
{
	for (xmlNode *c = n->root, *next; c; c = next) {
		bool page = docbook_id(c) == DB_refentry;

		next = page ? tree_after(c, n->root) : tree_next(c, n->root);
		if (docbook_id(c) != DB_glossentry)
			continue;
		n->list = gloss_room(n->list, n->len, &n->cap, sizeof *n->list);
		n->list[n->len] = (struct named_entry){
			.node = c, .see = tree_child(c, DB_glossdef) ? NULL :
			    tree_child(c, DB_glosssee), .leads_to = n->len
		};
		n->len++;
	}
	n->anchors = hash_new(n->len);
	for (size_t i = 0; i < n->len; i++)
		xmlHashAddEntry(n->anchors, (const xmlChar *)
		    tree_resolved(n->list[i].node, "anchor"),
		    (void *)(uintptr_t)(i + 1));
}

/* The entry that a reference leads to, or NULL. */
static struct named_entry *
target_of(const struct naming *n, const xmlNode *node)
{
	const char *anchor = docbook_of(node) ?
	    tree_resolved(node, "target") : NULL;
	size_t at = anchor ? (size_t)(uintptr_t)xmlHashLookup(n->anchors,
	    (const xmlChar *)anchor) : 0;

	return at ? &n->list[at - 1] : NULL;
}

/* Moves the names of an entry with a glosssee to the end of the chain. */
static void
follow(struct naming *n)
{
	for (size_t i = 0; i < n->len; i++) {
		struct named_entry *to = &n->list[i];
		unsigned steps = 0;

		while (to && steps++ < STEPS && to->see)
			to = target_of(n, to->see);
		if (to && steps <= STEPS)
			n->list[i].leads_to = (size_t)(to - n->list);
	}
}

static void
count(struct naming *n)
{
	struct named_entry *to;

	for (xmlNode *c = n->root; c; c = tree_next(c, n->root))
		if ((to = target_of(n, c)) != NULL)
			/* NOLINTNEXTLINE: there is at least one entry */
			n->list[to->leads_to].asked_for++;
}

/* ---- names ---- */

static bool
is_ascii(const char *text)
{
	while (*text && (unsigned char)*text < 0x80)
		text++;
	return *text == '\0';
}

/*
 * The form of a name in NAME: without spaces and separators; non-ASCII letters
 * are kept.
 */
static void
add_written(struct buf *out, const char *text)
{
	size_t start = out->len;

	for (; *text; text++)
		if ((unsigned char)*text >= 0x80 || strchr("-_.+", *text) ||
		    (*text >= '0' && *text <= '9') ||
		    (*text >= 'A' && *text <= 'Z') ||
		    (*text >= 'a' && *text <= 'z'))
			buf_putc(out, *text);
		else if (out->len > start && buf_last(out) != '-')
			buf_putc(out, '-');
	while (out->len > start && buf_last(out) == '-')
		buf_truncate(out, out->len - 1);
}

static void
list_name(struct named_entry *e, const char *name)
{
	buf_puts(&e->list, name);
	buf_putc(&e->list, '\0');
	e->listed++;
}

static void
add_name(struct naming *n, struct named_entry *e, const char *name)
{
	if (*name && strlen(name) <= LONGEST &&
	    page_claim(n->pages, name, n->section))
		list_name(e, name);
}

/* Compares entries: the names of the first take precedence. */
enum turn { OWN_TERMS, OWN_SHORT_FORMS, OF_OTHERS };

static enum turn
turn_of(const struct naming *n, size_t entry, const xmlNode *name)
{
	if (n->list[entry].leads_to != entry)
		return OF_OTHERS;
	return docbook_id(name) == DB_glossterm ? OWN_TERMS : OWN_SHORT_FORMS;
}

static void
name_entries(struct naming *n, enum turn turn)
{
	struct buf text = { 0 }, name = { 0 };

	for (size_t i = 0; i < n->len; i++) {
		struct named_entry *e = &n->list[n->list[i].leads_to];

		for (xmlNode *c = n->list[i].node->children; c; c = c->next) {
			if (!index_is_name(c) || turn_of(n, i, c) != turn)
				continue;
			buf_truncate(&text, 0);
			buf_truncate(&name, 0);
			tree_text(c, &text);
			if (page_safe(&name, buf_str(&text)))
				add_name(n, e, buf_str(&name));
			if (is_ascii(buf_str(&text)))
				continue;
			buf_truncate(&name, 0);
			add_written(&name, buf_str(&text));
			add_name(n, e, buf_str(&name));
		}
	}
	buf_free(&text);
	buf_free(&name);
}

/* ---- definitions ---- */

/* The number that authors put before a sense, "1.  ". */
static void
drop_number(struct buf *text)
{
	size_t digits = strspn(buf_str(text), "0123456789");
	struct buf rest = { 0 };

	if (digits == 0 || strncmp(text->data + digits, ". ", 2) != 0)
		return;
	buf_puts(&rest, text->data + digits + 2);
	buf_free(text);
	*text = rest;
}

static void
define_entries(struct naming *n, const char *lang)
{
	struct sentences *s = sentences_new(lang);

	for (size_t i = 0; i < n->len; i++) {
		struct named_entry *e = &n->list[i];
		xmlNode *c = tree_child(e->node, DB_glossdef);

		for (c = c ? c->children : NULL; c && e->definition.len == 0;
		    c = c->next)
			if (docbook_of(c))
				tree_quoted(c, &e->definition);
		drop_number(&e->definition);
		sentences_first(s, &e->definition);
		c = tree_child(e->node, DB_glossterm);
		if (e->definition.len == 0 && c)
			tree_text(c, &e->definition);
	}
	sentences_free(s);
}

/*
 * Cuts a definition after its first clause if that is long enough; else at a
 * space, with "..." appended.
 */
static void
cut(struct buf *text)
{
	size_t at = 0, characters = 0, blank = 0, clause = 0;

	for (; at < text->len && characters <= DEFINITION - 3; at++) {
		characters += (text->data[at] & 0xC0) != 0x80;
		if (text->data[at] != ' ')
			continue;
		blank = at;
		if (clause == 0 && characters > CLAUSE)
			clause = strchr(",;:", text->data[at - 1]) ? at - 1 :
			    text->data[at + 1] == '(' ? at : 0;
	}
	if (text->len - at <= 3)
		return;
	while (blank == 0 && (text->data[at] & 0xC0) == 0x80)
		at--;
	buf_truncate(text, clause ? clause : blank ? blank : at);
	if (clause == 0)
		buf_puts(text, "...");
}

/* The bytes that an entry takes in NAME. */
static size_t
size_of(const struct named_entry *e)
{
	return e->list.len + e->listed + strlen(" - ") + e->definition.len;
}

/* ---- the page of the whole document ---- */

static void
put_naming(const struct naming *n, xmlNode *names, const struct named_entry *e)
{
	xmlNode *naming = add(n, names, "naming", NULL);

	for (size_t at = 0; at < e->list.len;
	    at += strlen(e->list.data + at) + 1)
		add(n, naming, "name", e->list.data + at);
	add(n, naming, "purpose", buf_str(&e->definition));
}

/* Is a name ASCII, and so safe as a file name? */
static void
put_aliases(const struct naming *n, xmlNode *names, const struct named_entry *e,
    const char *page)
{
	for (size_t at = 0; at < e->list.len;
	    at += strlen(e->list.data + at) + 1) {
		const char *name = e->list.data + at;

		if (is_ascii(name) && strcmp(name, page) != 0)
			add(n, names, "alias", name);
	}
}

static int
compare_entries(const void *a, const void *b)
{
	const struct named_entry *x = *(struct named_entry *const *)a;
	const struct named_entry *y = *(struct named_entry *const *)b;

	if (x->asked_for != y->asked_for)
		return x->asked_for > y->asked_for ? -1 : 1;
	return x < y ? -1 : x > y;
}

/*
 * Drops the names of entries for which NAME has no room, those with the fewest
 * references first; returns the number of entries that remain.
 */
static size_t
choose(struct naming *n, size_t used, bool *chosen)
{
	struct named_entry **order = gloss_calloc(n->len + 1, sizeof *order);
	size_t len = 0, kept = 0;

	for (size_t i = 0; i < n->len; i++)
		if (n->list[i].listed)
			order[len++] = &n->list[i];
	qsort(order, len, sizeof *order, compare_entries);
	for (; kept < len; kept++) {
		cut(&order[kept]->definition);
		used += size_of(order[kept]);
		if (used > ROOM)
			break;
		chosen[order[kept] - n->list] = true;
	}
	free(order);
	return kept;
}

/* The bytes of the line for the page itself. */
static size_t
size_of_page(const xmlNode *root)
{
	const xmlNode *title = tree_info_child(root, DB_title);
	struct buf text = { 0 };
	size_t size;

	if (title)
		tree_text(title, &text);
	size = strlen(tree_resolved(root, "name")) + strlen(" - ") + text.len;
	buf_free(&text);
	return size;
}

static void
name_page(struct naming *n, xmlNode *names, struct diags *d)
{
	bool *chosen = gloss_calloc(n->len + 1, sizeof *chosen);
	size_t used = size_of_page(n->root), all = 0, kept;
	xmlChar *file;

	for (size_t i = 0; i < n->len; i++) {
		chosen[i] = n->list[i].listed > 0;
		all += chosen[i];
		used += chosen[i] ? size_of(&n->list[i]) : 0;
	}
	if (used > ROOM) {
		memset(chosen, 0, n->len);
		kept = choose(n, size_of_page(n->root), chosen);
		file = read_file_of(n->root);
		diag(d, DIAG_NAMES, (const char *)file, 0, "man-db reads %d "
		    "bytes of NAME: it has the definitions of those %zu terms "
		    "of %zu to which most references lead, cut to %d "
		    "characters; the others are found by name", ROOM, kept,
		    all, DEFINITION);
		xmlFree(file);
	}
	for (size_t i = 0; i < n->len; i++)
		if (chosen[i])
			put_naming(n, names, &n->list[i]);
	for (size_t i = 0; i < n->len; i++)
		put_aliases(n, names, &n->list[i], "");
	free(chosen);
}

/* ---- a page for each entry ---- */

static void
put_page(const struct naming *n, xmlNode *names, const char *name,
    const char *section)
{
	xmlNode *page = add(n, names, "page", NULL);

	xmlNewProp(page, (const xmlChar *)"name", (const xmlChar *)name);
	xmlNewProp(page, (const xmlChar *)"section", (const xmlChar *)section);
}

/* A page that is referred to below a node. */
struct cited {
	char *name;
	char *section;
};

/* The order of man-pages(7): by section, then by name. */
static int
compare_cited(const void *a, const void *b)
{
	const struct cited *x = a, *y = b;
	int order = strcmp(x->section, y->section);

	return order ? order : strcmp(x->name, y->name);
}

static char *
part_of(const xmlNode *citation, enum docbook_id id)
{
	const xmlNode *part = tree_child(citation, id);
	struct buf text = { 0 };

	if (part)
		tree_text(part, &text);
	return text.data ? text.data : gloss_strdup("");
}

/* The pages referred to below a node, each once. */
static void
put_cited(const struct naming *n, xmlNode *names, const xmlNode *top,
    size_t room)
{
	struct cited *list = NULL;
	size_t len = 0, cap = 0;

	for (const xmlNode *c = top; c; c = tree_next(c, top)) {
		if (docbook_id(c) != DB_citerefentry)
			continue;
		list = gloss_room(list, len, &cap, sizeof *list);
		list[len++] = (struct cited){ part_of(c, DB_refentrytitle),
			part_of(c, DB_manvolnum) };
	}
	if (len)
		qsort(list, len, sizeof *list, compare_cited);
	for (size_t i = 0; i < len && room; i++)
		if (*list[i].section && (i == 0 ||
		    compare_cited(&list[i - 1], &list[i]) != 0)) {
			put_page(n, names, list[i].name, list[i].section);
			room--;
		}
	for (size_t i = 0; i < len; i++) {
		free(list[i].name);
		free(list[i].section);
	}
	free(list);
}

/* Adds the entries in glossseealso, or else those mentioned in the text. */
static size_t
put_entries(const struct naming *n, xmlNode *names, const struct named_entry *e,
    bool sent, size_t room)
{
	size_t own = (size_t)(e - n->list), listed = 0;

	for (const xmlNode *c = e->node; c && listed < room;
	    c = tree_next(c, e->node)) {
		struct named_entry *to = target_of(n, c);

		if (to == NULL || (docbook_id(c) == DB_glossseealso) != sent)
			continue;
		to = &n->list[to->leads_to];
		if (to == e || to->seen_by == own + 1)
			continue;
		to->seen_by = own + 1;
		put_page(n, names, tree_resolved(to->node, "name"), n->section);
		listed++;
	}
	return listed;
}

/*
 * Writes SEE ALSO of an entry, each page once: first all of its glossseealso,
 * which are printed nowhere else; then what it mentions; the page of the whole
 * document; the programs.
 */
static void
put_pages(const struct naming *n, xmlNode *names, const struct named_entry *e)
{
	size_t listed = put_entries(n, names, e, true, SIZE_MAX);

	if (listed < MOST_ENTRIES)
		listed += put_entries(n, names, e, false,
		    MOST_ENTRIES - listed);
	put_page(n, names, tree_resolved(n->root, "name"),
	    tree_resolved(n->root, "section"));
	put_cited(n, names, e->node, listed + 1 < MOST_PAGES ?
	    MOST_PAGES - listed - 1 : 0);
}

/*
 * The first name that can be a file name, else one with a number, as NAME needs
 * one.
 */
static void
mark_page(struct naming *n, struct named_entry *e)
{
	const char *date = tree_resolved(n->root, "date");
	struct buf name = { 0 };

	for (size_t at = 0; at < e->list.len && name.len == 0;
	    at += strlen(e->list.data + at) + 1)
		if (is_ascii(e->list.data + at))
			buf_puts(&name, e->list.data + at);
	for (size_t i = (size_t)(e - n->list) + 1; name.len == 0; i += n->len) {
		buf_printf(&name, "%s-%zu", tree_resolved(n->root, "name"), i);
		if (!page_claim(n->pages, name.data, n->section))
			buf_truncate(&name, 0);
	}
	if (e->listed == 0)
		list_name(e, name.data);
	tree_set(e->node, "name", name.data);
	tree_set(e->node, "section", n->section);
	if (date)
		tree_set(e->node, "date", date);
	buf_free(&name);
}

static bool
is_page(const struct naming *n, size_t i)
{
	return n->list[i].leads_to == i;
}

static void
split(struct naming *n)
{
	tree_set(n->root, "split", "yes");
	for (size_t i = 0; i < n->len; i++)
		if (is_page(n, i))
			mark_page(n, &n->list[i]);
	for (size_t i = 0; i < n->len; i++) {
		struct named_entry *e = &n->list[i];
		xmlNode *names;

		if (!is_page(n, i))
			continue;
		names = xmlNewDocNode(n->root->doc, n->ns,
		    (const xmlChar *)"names", NULL);
		put_naming(n, names, e);
		put_aliases(n, names, e, tree_resolved(e->node, "name"));
		put_pages(n, names, e);
		xmlAddChild(e->node, names);
	}
}

void
naming_mark(xmlNode *root, const struct resolve_options *o, const char *lang,
    struct pages *pages, struct diags *d)
{
	struct naming n = {
		.root = root,
		.ns = xmlSearchNsByHref(root->doc, root,
		    (const xmlChar *)RESOLVED_NS),
		.section = o->entry_section && o->split ? o->entry_section :
		    tree_resolved(root, "section"),
		.pages = pages,
	};
	xmlNode *names;

	if (!o->aliases && !o->split && !o->index)
		return;
	collect(&n);
	follow(&n);
	count(&n);
	name_entries(&n, OWN_TERMS);
	name_entries(&n, OWN_SHORT_FORMS);
	name_entries(&n, OF_OTHERS);
	define_entries(&n, lang);
	names = add(&n, root, "names", NULL);
	if (o->split)
		split(&n);
	else if (o->aliases)
		name_page(&n, names, d);
	if (o->index)
		put_cited(&n, names, root, SIZE_MAX);
	xmlHashFree(n.anchors, NULL);
	for (size_t i = 0; i < n.len; i++) {
		buf_free(&n.list[i].list);
		buf_free(&n.list[i].definition);
	}
	free(n.list);
}
