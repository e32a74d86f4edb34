/* SPDX-License-Identifier: MIT */
/* Entries as names under NAME, as aliases, and as pages of their own. */
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

/* So much of NAME man-db reads (2.11; lexgrog.l, MAX_NAME), less the NUL. */
enum { ROOM = 8191 };

/* Where not all fits, a definition is cut to what whatis(1) has room for. */
enum { DEFINITION = 56 };

/* A clause that is shorter does not say enough. */
enum { CLAUSE = 16 };

/* A name that is longer is none. */
enum { LONGEST = 120 };

/* So far a glosssee is followed from one to the next. */
enum { STEPS = 8 };

/* SEE ALSO of an entry's page: more is no help. */
enum { MOST_ENTRIES = 7, MOST_PAGES = 10 };

struct entry {
	xmlNode *node;
	struct buf list; /* its names, a NUL after each */
	size_t listed;   /* how many */
	struct buf definition;
	const xmlNode *see; /* where it only leads on; or NULL */
	size_t leads_to; /* another entry, or itself */
	size_t asked_for; /* by so many references */
	size_t seen_by;  /* the last entry that referred to it, plus one */
};

struct naming {
	xmlNode *root;
	xmlNs *ns;
	const char *section;
	struct pages *pages;
	struct entry *list;
	size_t len, cap;
	xmlHashTable *anchors; /* to the number of an entry, plus one */
};

static xmlNode *
add(const struct naming *n, xmlNode *parent, const char *name,
    const char *text)
{
	return xmlNewTextChild(parent, n->ns, (const xmlChar *)name,
	    (const xmlChar *)text);
}

/* ---- what there is ---- */

/* Entries on pages that refentries make are those pages' own affair. */
static void
collect(struct naming *n)
{
	for (xmlNode *c = n->root, *next; c; c = next) {
		bool page = docbook_id(c) == DB_refentry;

		next = page ? tree_after(c, n->root) : tree_next(c, n->root);
		if (docbook_id(c) != DB_glossentry)
			continue;
		n->list = gloss_room(n->list, n->len, &n->cap, sizeof *n->list);
		n->list[n->len] = (struct entry){
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
static struct entry *
target_of(const struct naming *n, const xmlNode *node)
{
	const char *anchor = docbook_of(node) ?
	    tree_resolved(node, "target") : NULL;
	size_t at = anchor ? (size_t)(uintptr_t)xmlHashLookup(n->anchors,
	    (const xmlChar *)anchor) : 0;

	return at ? &n->list[at - 1] : NULL;
}

/* An entry that only leads on gives its names to where that ends. */
static void
follow(struct naming *n)
{
	for (size_t i = 0; i < n->len; i++) {
		struct entry *to = &n->list[i];
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
	struct entry *to;

	for (xmlNode *c = n->root; c; c = tree_next(c, n->root))
		if ((to = target_of(n, c)) != NULL)
			/* NOLINTNEXTLINE: there are entries where one is found */
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
 * As NAME has what is not ASCII, be it a file's name or not: without blanks,
 * and without what parts names.
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
list_name(struct entry *e, const char *name)
{
	buf_puts(&e->list, name);
	buf_putc(&e->list, '\0');
	e->listed++;
}

static void
add_name(struct naming *n, struct entry *e, const char *name)
{
	if (*name && strlen(name) <= LONGEST &&
	    page_claim(n->pages, name, n->section))
		list_name(e, name);
}

/* Whose names come first where two entries want one. */
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
		struct entry *e = &n->list[n->list[i].leads_to];

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

/* The number that writers give the first of several senses, "1. ". */
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
		struct entry *e = &n->list[i];
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
 * Cuts a definition where its first clause ends, which still defines; else at a
 * blank, and says so by "...".
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

/* What an entry takes of NAME. */
static size_t
size_of(const struct entry *e)
{
	return e->list.len + e->listed + strlen(" - ") + e->definition.len;
}

/* ---- the page of all ---- */

static void
put_naming(const struct naming *n, xmlNode *names, const struct entry *e)
{
	xmlNode *naming = add(n, names, "naming", NULL);

	for (size_t at = 0; at < e->list.len;
	    at += strlen(e->list.data + at) + 1)
		add(n, naming, "name", e->list.data + at);
	add(n, naming, "purpose", buf_str(&e->definition));
}

/* What is ASCII is safe in the name of a file. */
static void
put_aliases(const struct naming *n, xmlNode *names, const struct entry *e,
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
	const struct entry *x = *(struct entry *const *)a;
	const struct entry *y = *(struct entry *const *)b;

	if (x->asked_for != y->asked_for)
		return x->asked_for > y->asked_for ? -1 : 1;
	return x < y ? -1 : x > y;
}

/*
 * Takes the names from the entries that NAME has no room for: those that the
 * fewest references lead to; returns how many entries it still has.
 */
static size_t
choose(struct naming *n, size_t used, bool *chosen)
{
	struct entry **order = gloss_calloc(n->len + 1, sizeof *order);
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

/* What the line that names the page itself takes. */
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

/* ---- a page an entry ---- */

static void
put_page(const struct naming *n, xmlNode *names, const char *name,
    const char *section)
{
	xmlNode *page = add(n, names, "page", NULL);

	xmlNewProp(page, (const xmlChar *)"name", (const xmlChar *)name);
	xmlNewProp(page, (const xmlChar *)"section", (const xmlChar *)section);
}

/* A page that is named below some node. */
struct cited {
	char *name;
	char *section;
};

/* As man-pages(7) wants them: by section, then by name. */
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

/* The pages that are named below a node, each once. */
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

/* What an entry sends a reader to, or else what it mentions. */
static size_t
put_entries(const struct naming *n, xmlNode *names, const struct entry *e,
    bool sent, size_t room)
{
	size_t own = (size_t)(e - n->list), listed = 0;

	for (const xmlNode *c = e->node; c && listed < room;
	    c = tree_next(c, e->node)) {
		struct entry *to = target_of(n, c);

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
 * The pages to see after an entry, each once, in the order of what helps: those
 * that it says to see, of which none is left out, as they stand nowhere else;
 * what it mentions; the page of all; the programs.
 */
static void
put_pages(const struct naming *n, xmlNode *names, const struct entry *e)
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

/* The first name that can be a file's, else one by number, which NAME needs. */
static void
mark_page(struct naming *n, struct entry *e)
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
		struct entry *e = &n->list[i];
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
