/* SPDX-License-Identifier: MIT */
/* --split: the pages of a document and the names of their files. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "gloss/write.h"
#include "anchors.h"
#include "pages.h"
#include "util/alloc.h"
#include "util/buf.h"
#include "util/hash.h"

/* Bytes of a name: half of what file systems allow. */
enum { LONGEST = 120 };

static const char extension[] = ".html";

/* Adds what file systems and addresses take as it is, and "-" for the rest. */
static void
add_safe(struct buf *out, const char *name)
{
	static const char safe[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789-_.+@,";

	for (; *name && out->len < LONGEST; name++) {
		unsigned char c = (unsigned char)*name;

		if (out->len == 0 && strchr("-.", c))
			continue;
		if (c >= 0x80 || strchr(safe, c))
			buf_putc(out, (char)c);
		else if (out->len && buf_last(out) != '-')
			buf_putc(out, '-');
	}
	/* not in the middle of a character */
	while (*name && out->len && ((unsigned char)*name & 0xC0) == 0x80 &&
	    (unsigned char)buf_last(out) >= 0x80) {
		bool first = (unsigned char)buf_last(out) >= 0xC0;

		buf_truncate(out, out->len - 1);
		if (first)
			break;
	}
	while (out->len && strchr("-.", buf_last(out)))
		buf_truncate(out, out->len - 1);
}

/* What html_pages_new() counts. */
struct counting {
	struct html_pages *pages;
	xmlHashTable *counts; /* by kind of page */
	const xmlNode *around; /* the last page that sections were counted in */
	uintptr_t sections;
};

static char *
lower(const char *name)
{
	char *key = gloss_strdup(name);

	for (char *c = key; *c; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c - 'A' + 'a');
	return key;
}

/* Makes a name unique, with a number if need be, and that of a file. */
static char *
claim(xmlHashTable *taken, struct buf *name)
{
	size_t len;

	if (name->len == 0)
		buf_puts(name, "page");
	len = name->len;
	for (unsigned long i = 2;; i++) {
		char *key = lower(buf_str(name));
		bool is_free = xmlHashAddEntry(taken, BAD_CAST key, taken) ==
		    0;

		free(key);
		if (is_free)
			break;
		buf_truncate(name, len);
		buf_printf(name, "-%lu", i);
	}
	buf_puts(name, extension);
	return name->data;
}

/*
 * Adds the number of a page as the stylesheets of DocBook XSL count: "ch#"
 * becomes ch01, "ap@" apa, and "#" alone a section of the page above, ch01s02.
 * There the first section is not a page: then it returns false.
 */
static bool
add_counted(struct counting *n, struct buf *out, const char *pattern,
    const struct page *above)
{
	size_t len = strcspn(pattern, "#@");
	char *kind = gloss_strndup(pattern, len);
	uintptr_t count;

	if (len == 0) {
		if (n->around != above->node)
			n->sections = 0;
		n->around = above->node;
		count = ++n->sections;
		buf_puts(out, above->number ? above->number : "ar01");
		buf_putc(out, 's');
	} else {
		count = (uintptr_t)xmlHashLookup(n->counts, BAD_CAST kind) + 1;
		hash_set(n->counts, kind, (void *)count);
		buf_puts(out, kind);
	}
	if (pattern[len] == '#')
		buf_printf(out, "%02lu", (unsigned long)count);
	else if (count <= 26)
		buf_putc(out, (char)('a' + count - 1));
	else
		buf_printf(out, "%lu", (unsigned long)count);
	free(kind);
	return len > 0 || count > 1;
}

/* The places that may be pages. */
struct places {
	const xmlNode **list;
	size_t len, cap;
};

static void
find_page(void *w, const xmlNode *node)
{
	struct places *found = w;

	if (layout_attr(node, "page") == NULL)
		return;
	found->list = gloss_room(found->list, found->len, &found->cap,
	    sizeof *found->list);
	found->list[found->len++] = node;
}

static struct page *
add_page(struct html_pages *p, const xmlNode *node, const struct page *above)
{
	struct page *page = &p->list[p->len++];
	char key[ANCHORS_KEY];

	*page = (struct page){.node = node, .above = above};
	anchors_key(key, node);
	hash_set(p->by_node, key, page);
	return page;
}

static void
add_text(void *w, const char *utf8, size_t len)
{
	buf_add(w, utf8, len);
}

void
html_add_words(struct buf *words, const xmlNode *node)
{
	static const struct act acts[L_COUNT] = {
		[L_INDEXTERM] = MUTE,
	};

	write_walk(node, acts, add_text, words);
}

/* By the name that other pages cite it by: "hen.1", of the title "hen(1)". */
static void
note_manual(struct html_pages *p, struct page *page)
{
	const char *volume = layout_attr(page->node, "volume");
	const xmlNode *title = layout_child(page->node, L_TITLE);
	struct buf name = {0};

	if (volume == NULL || title == NULL)
		return;
	html_add_words(&name, title);
	if (strchr(buf_str(&name), '('))
		buf_truncate(&name, strcspn(name.data, "("));
	buf_printf(&name, ".%s", volume);
	xmlHashAddEntry(p->by_name, BAD_CAST buf_str(&name), page);
	buf_free(&name);
}

static void
try_page(struct counting *n, const xmlNode *node)
{
	const struct page *above = html_pages_of(n->pages, node->parent);
	const char *wish = layout_attr(node, "page");
	struct buf number = {0};
	struct page *page;

	if (strpbrk(wish, "#@") && !add_counted(n, &number, wish, above)) {
		buf_free(&number);
		return;
	}
	page = add_page(n->pages, node, above);
	page->number = number.data;
	note_manual(n->pages, page);
}

struct html_pages *
html_pages_new(const xmlNode *document)
{
	static const struct act acts[L_COUNT] = {
		[L_SECTION] = {find_page, NULL},
		[L_ITEM] = {find_page, NULL},
	};
	struct places found = {0};
	struct counting n = {0};
	struct html_pages *p;

	write_walk(document, acts, NULL, &found);
	if (found.len == 0)
		return NULL;
	p = n.pages = gloss_calloc(1, sizeof *p);
	p->list = gloss_calloc(found.len + 1, sizeof *p->list);
	p->by_node = hash_new(found.len + 1);
	p->by_name = hash_new(16);
	n.counts = hash_new(16);
	add_page(p, document, NULL);
	for (size_t i = 0; i < found.len; i++)
		try_page(&n, found.list[i]);
	xmlHashFree(n.counts, NULL);
	free(found.list);
	return p;
}

/* The layout's name, or the number, or the id. */
static void
add_name(struct buf *name, const struct page *page, const struct anchors *a)
{
	const char *id = anchors_id(a, page->node);
	const char *wish = layout_attr(page->node, "page");

	if (page->number)
		wish = strpbrk(wish, "#@") + 1;
	if (*wish == '\0')
		wish = page->number ? page->number : id ? id : "";
	add_safe(name, wish);
}

void
html_pages_name(struct html_pages *p, const struct anchors *a)
{
	xmlHashTable *taken = hash_new(p->len);

	for (size_t i = 0; i < p->len; i++) {
		struct buf name = {0};

		if (i == 0)
			buf_puts(&name, layout_attr(p->list[i].node, "name"));
		else
			add_name(&name, &p->list[i], a);
		p->list[i].file = claim(taken, &name);
	}
	xmlHashFree(taken, NULL);
}

const struct page *
html_pages_at(const struct html_pages *p, const xmlNode *node)
{
	char key[ANCHORS_KEY];

	if (!layout_is(node, L_DOCUMENT) && layout_attr(node, "page") == NULL)
		return NULL;
	anchors_key(key, node);
	return xmlHashLookup(p->by_node, BAD_CAST key);
}

const struct page *
html_pages_of(const struct html_pages *p, const xmlNode *node)
{
	const struct page *page = NULL;

	for (; page == NULL; node = node->parent)
		page = html_pages_at(p, node);
	return page;
}

const struct page *
html_pages_named(const struct html_pages *p, const char *name)
{
	return xmlHashLookup(p->by_name, BAD_CAST name);
}

void
html_pages_free(struct html_pages *p)
{
	if (p == NULL)
		return;
	for (size_t i = 0; i < p->len; i++) {
		free(p->list[i].file);
		free(p->list[i].number);
	}
	free(p->list);
	xmlHashFree(p->by_node, NULL);
	xmlHashFree(p->by_name, NULL);
	free(p);
}
