/* SPDX-License-Identifier: MIT */
/* Name, section and date of each page. */
#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/hash.h>
#include <unicode/uchar.h>

#include "util/alloc.h"
#include "util/buf.h"
#include "util/path.h"
#include "util/uri.h"
#include "gloss/limits.h"
#include "gloss/read.h"
#include "resolve/budget.h"
#include "resolve/refer/casefold.h"
#include "head.h"
#include "page.h"
#include "resolve/tree.h"

/* Half of what file systems allow, to leave room for additions. */
enum { LONGEST = 120 };

struct pages {
	xmlHashTable *names; /* counts by name and section */
};

/*
 * Does the name have a non-ASCII letter?  Other non-ASCII characters do not
 * matter to a file name.
 */
static bool
has_letter(const char *text)
{
	const xmlChar *s = (const xmlChar *)text;
	int c, len;

	for (; *s; s += len) {
		len = 4;
		c = xmlGetUTF8Char(s, &len);
		if (c >= 0x80 && u_isalnum(c))
			return true;
		if (c < 0)
			len = 1;
	}
	return false;
}

bool
page_safe(struct buf *out, const char *text)
{
	size_t start = out->len;
	char *plain = fold_marks(text);
	const char *name;
	bool whole;

	for (name = plain; *name; name++) {
		unsigned char c = (unsigned char)*name;

		if (out->len - start >= LONGEST)
			break;
		if (c < 0x80 && (isalnum(c) || strchr("-_.+", c))) {
			if (out->len > start || (c != '.' && c != '-'))
				buf_putc(out, (char)c);
		} else if (out->len > start && buf_last(out) != '-') {
			buf_putc(out, '-');
		}
	}
	while (out->len > start && buf_last(out) == '-')
		buf_truncate(out, out->len - 1);
	whole = !has_letter(plain) && *name == '\0';
	free(plain);
	return whole;
}

static void
add_safe_text(struct buf *out, const xmlNode *node)
{
	struct buf text = { 0 };

	if (node)
		tree_text(node, &text);
	page_safe(out, buf_str(&text));
	buf_free(&text);
}

/* Characters of a refname besides those of all names: letters of any script. */
static bool
is_refname(int c)
{
	if (c >= 0x80)
		return u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK);
	return isalnum(c) || (c && strchr("-_.+,:@[]", c));
}

/*
 * File names as the stylesheets of DocBook XSL make them: VM::Open.3pm,
 * live_migration.7, user@.service.5, [.1.  A hyphen replaces what else they
 * allow, such as a slash.
 */
static void
add_refname(struct buf *out, const xmlNode *node)
{
	struct buf text = { 0 };
	size_t start = out->len;
	const char *s;
	int c, len;

	if (node)
		tree_text(node, &text);
	for (s = buf_str(&text); *s; s += len) {
		len = 4;
		c = xmlGetUTF8Char((const xmlChar *)s, &len);
		if (c < 0)
			break;
		if (out->len - start + (size_t)len > LONGEST)
			break;
		if (c == ' ') {
			buf_putc(out, '_');
		} else if (is_refname(c)) {
			if (out->len > start || (c != '.' && c != '-'))
				buf_add(out, s, (size_t)len);
		} else if (out->len > start && buf_last(out) != '-') {
			buf_putc(out, '-');
		}
	}
	while (out->len > start && buf_last(out) == '-')
		buf_truncate(out, out->len - 1);
	buf_free(&text);
}

/* A file name without its folder and extension. */
static void
add_file_name(struct buf *out, const xmlDoc *doc)
{
	char *path = uri_shown((const char *)doc->URL);
	char name[256];
	char *dot;

	snprintf(name, sizeof name, "%s", path_name(path));
	if ((dot = strrchr(name, '.')) != NULL)
		*dot = '\0';
	page_safe(out, name);
	free(path);
}

/* wanted: a name instead of its own; nameless: number of a page without a name */
static void
mark_name(xmlNode *node, const struct resolve_options *o, const char *wanted,
    unsigned long nameless)
{
	xmlNode *naming = tree_child(node, DB_refnamediv);
	xmlNode *meta = tree_child(node, DB_refmeta);
	struct buf name = { 0 };

	if (wanted)
		page_safe(&name, wanted);
	if (name.len == 0 && o->by_title && meta)
		add_refname(&name, tree_child(meta, DB_refentrytitle));
	if (name.len == 0 && naming)
		add_refname(&name, tree_child(naming, DB_refname));
	if (name.len == 0 && meta)
		add_refname(&name, tree_child(meta, DB_refentrytitle));
	if (name.len == 0 && tree_id(node))
		page_safe(&name, tree_id(node));
	if (name.len == 0) {
		add_file_name(&name, node->doc);
		if (nameless)
			buf_printf(&name, "-%lu", nameless);
	}
	tree_set(node, "name", name.len ? name.data : "document");
	buf_free(&name);
}

/*
 * The heading of a page is its refentrytitle, which may not be one of its
 * names.
 */
static void
mark_heading(xmlNode *node)
{
	xmlNode *meta = tree_child(node, DB_refmeta);
	xmlNode *title = meta ? tree_child(meta, DB_refentrytitle) : NULL;
	struct buf text = { 0 };

	if (title)
		tree_text(title, &text);
	if (text.len)
		tree_set(node, "heading", text.data);
	buf_free(&text);
}

/* The default section, as in DocBook XSL: that of functions or of commands. */
static const char *
section_of(const xmlNode *node)
{
	if (docbook_id(node) != DB_refentry)
		return "7";
	for (const xmlNode *n = node; n; n = tree_next(n, node))
		if (docbook_id(n) == DB_funcsynopsis)
			return "3";
	return "1";
}

static void
mark_section(xmlNode *node, const char *wanted)
{
	xmlNode *meta = tree_child(node, DB_refmeta);
	struct buf section = { 0 };

	if (wanted)
		page_safe(&section, wanted);
	if (section.len == 0 && meta)
		add_safe_text(&section, tree_child(meta, DB_manvolnum));
	tree_set(node, "section",
	    section.len ? section.data : section_of(node));
	buf_free(&section);
}

/* Descends into sections only: nothing else holds refentries. */
static xmlNode *
next_page(const xmlNode *node, const xmlNode *root)
{
	const struct docbook *row;

	do {
		row = docbook_of(node);
		node = row && row->is == IS_SECTION ? tree_next(node, root)
						    : tree_after(node, root);
	} while (node && docbook_id(node) != DB_refentry);
	return (xmlNode *)node;
}

bool
page_claim(struct pages *p, const char *name, const char *section)
{
	return xmlHashAddEntry2(p->names, (const xmlChar *)name,
	    (const xmlChar *)section, (void *)(uintptr_t)1) == 0;
}

/*
 * Claims the name of a page.  If it is taken, adds a number, reports that, and
 * returns false.
 */
static bool
claim_own(struct pages *p, xmlNode *page, struct diags *d)
{
	const char *section = tree_resolved(page, "section");
	const char *name = tree_resolved(page, "name");
	struct buf other = { 0 };
	xmlChar *file;
	uintptr_t n;

	if (page_claim(p, name, section))
		return true;
	n = (uintptr_t)xmlHashLookup2(p->names, (const xmlChar *)name,
	    (const xmlChar *)section);
	do {
		buf_truncate(&other, 0);
		buf_printf(&other, "%s-%lu", name, (unsigned long)++n);
	} while (!page_claim(p, buf_str(&other), section));
	xmlHashUpdateEntry2(p->names, (const xmlChar *)name,
	    (const xmlChar *)section, (void *)n, NULL);
	file = read_file_of(page);
	diag(d, DIAG_DUPLICATE_PAGE, (const char *)file, read_line_of(page),
	    "a page %s.%s already exists; this one becomes %s.%s", name,
	    section, buf_str(&other), section);
	xmlFree(file);
	tree_set(page, "name", buf_str(&other));
	buf_free(&other);
	return false;
}

void
pages_free(struct pages *p)
{
	xmlHashFree(p->names, NULL);
	free(p);
}

/* The parts of a page that name something else than the page. */
static void
mark_aliases(const xmlNode *page, struct pages *p)
{
	const char *section = tree_resolved(page, "section");
	struct buf name = { 0 };

	for (const xmlNode *n = page->children; n; n = n->next) {
		if (docbook_id(n) != DB_refnamediv)
			continue;
		for (xmlNode *c = n->children; c; c = c->next) {
			if (docbook_id(c) != DB_refname)
				continue;
			buf_truncate(&name, 0);
			add_refname(&name, c);
			if (name.len && page_claim(p, name.data, section))
				tree_set(c, "alias", name.data);
		}
	}
	buf_free(&name);
}

/*
 * Marks the elements that hold pages.  Returns false if there are none, or if
 * the root also has words that no page prints.
 */
static bool
holds_only_pages(xmlNode *root)
{
	const xmlNode *n;

	for (n = next_page(root, root); n; n = next_page(n, root))
		for (xmlNode *p = n->parent; !tree_resolved(p, "pages");
		    p = p->parent) {
			tree_set(p, "pages", "yes");
			if (p == root)
				break;
		}
	if (docbook_id(root) == DB_refentry || !tree_resolved(root, "pages"))
		return false;
	for (n = tree_next(root, root); n; ) {
		bool inside = tree_resolved(n, "pages");

		switch (docbook_id(n)) {
		case DB_refentry:
		case DB_title:
		case DB_titleabbrev:
		case DB_remark:
		case DB_indexterm:
			break;
		case DB_info:
			if (tree_child(n, DB_abstract) ||
			    tree_child(n, DB_subtitle))
				return false;
			break;
		default:
			if (!inside && (docbook_of(n) == NULL ||
			    n->children || n->properties))
				return false;
		}
		n = inside ? tree_next(n, root) : tree_after(n, root);
	}
	return true;
}

struct pages *
page_mark(xmlNode *root, const struct resolve_options *o, struct diags *d)
{
	struct pages *p = gloss_calloc(1, sizeof *p);
	struct heads heads = { .fallback = o->date };
	bool only_pages = holds_only_pages(root);
	unsigned long pages = 0;

	p->names = xmlHashCreate(64);
	for (xmlNode *n = root; n; n = next_page(n, root)) {
		mark_name(n, o, n == root ? o->name : NULL, pages++);
		mark_section(n, o->section);
		head_mark(&heads, n);
	}
	heads_free(&heads);
	/* refentries keep their names; their root gets another */
	for (xmlNode *n = next_page(root, root); n; n = next_page(n, root))
		if (claim_own(p, n, d))
			mark_heading(n);
	if (only_pages || (o->no_frame && tree_resolved(root, "pages")))
		tree_set(root, "frame", "no");
	else if (claim_own(p, root, d) && !o->name)
		mark_heading(root);
	for (xmlNode *n = root; n; n = next_page(n, root))
		mark_aliases(n, p);
	return p;
}

/*
 * What each page repeats of an element that it is in: its info; or for entries,
 * its title and product.
 */
static size_t
size_around(const xmlNode *holder, bool all)
{
	size_t size = budget_size(tree_info_child(holder, DB_title));
	const xmlNode *info = tree_child(holder, DB_info);

	for (const xmlNode *n = info ? info->children : NULL; n; n = n->next)
		if (all || docbook_id(n) == DB_productname ||
		    docbook_id(n) == DB_productnumber)
			size += budget_size(n);
	return size;
}

bool
page_fits(xmlNode *root, const struct resolve_options *options,
    const char *lang, struct diags *d)
{
	struct budget b = budget_new(LIMIT_PAGES, options->huge);
	size_t common = strlen(lang) + size_around(root, false);
	const xmlNode *holder = NULL;
	size_t around = 0;

	for (const xmlNode *n = next_page(root, root); n && !b.over;
	    n = next_page(n, root)) {
		if (n->parent != holder) {
			holder = n->parent;
			around = strlen(lang);
			for (const xmlNode *in = holder; in; in = in->parent) {
				around += size_around(in, true);
				if (in == root)
					break;
			}
		}
		budget_take(&b, holder, around);
	}
	for (const xmlNode *n = root; n && options->split && !b.over;
	    n = tree_next(n, root))
		if (docbook_id(n) == DB_glossentry && tree_resolved(n, "name"))
			budget_take(&b, root, common);
	return budget_kept(&b, "what each page says of the whole", d);
}
