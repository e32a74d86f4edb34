/* SPDX-License-Identifier: MIT */
/* The ids of a page: stable names for every place. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "anchors.h"
#include "gloss/write.h"
#include "markup.h"
#include "pages.h"
#include "util/alloc.h"
#include "util/hash.h"

struct place {
	const xmlNode *node;
	char *id; /* the id; NULL if another place has it */
	bool clash; /* another place has the id of its term */
};

struct anchors {
	struct place *list;
	size_t len, cap;
	xmlHashTable *by_anchor; /* places by anchor */
	xmlHashTable *by_node;   /* places by node */
	xmlHashTable *ids;       /* ids that are taken, on each page */
	const struct html_pages *pages;
};

static bool
begins_page(const struct page *page, const xmlNode *node)
{
	return node == page->node ||
	    (layout_is(node, L_INDEXTERM) && layout_is(node->parent, L_TERM) &&
		node->parent->parent == page->node);
}

void
anchors_key(char key[ANCHORS_KEY], const xmlNode *node)
{
	uintptr_t n = (uintptr_t)node;
	char *end = key;

	for (; n; n /= 64)
		*end++ = (char)('0' + n % 64);
	*end = '\0';
}

static const char *
anchor_of(const xmlNode *node)
{
	const char *anchor;

	if (layout_is(node, L_ANCHOR))
		return layout_attr(node, "name");
	anchor = layout_attr(node, "anchor");
	return anchor ? anchor : layout_attr(node, "callout");
}

static void
add_place(void *w, const xmlNode *node)
{
	struct anchors *a = w;

	a->list = gloss_room(a->list, a->len, &a->cap, sizeof *a->list);
	a->list[a->len++] = (struct place){.node = node};
}

static void
find_place(void *w, const xmlNode *node)
{
	if (anchor_of(node) || layout_attr(node, "id") ||
	    layout_is(node, L_SECTION))
		add_place(w, node);
}

/* Is it an option: an item of a list of terms that begins with a dash? */
static void
find_option(void *w, const xmlNode *node)
{
	const xmlNode *first = node->children;

	if (anchor_of(node->parent))
		return;
	while (first && first->type == XML_ELEMENT_NODE)
		first = first->children;
	if (first && first->content && *first->content == '-')
		add_place(w, node);
}

/*
 * Is an id free on all pages that show its place?  Those are its own page, and
 * of what begins a page, or is a name of it, also the page above.
 */
static bool
claim(struct anchors *a, const struct place *place, const char *id)
{
	const struct page *page, *above;
	char on[ANCHORS_KEY], in[ANCHORS_KEY];

	if (a->pages == NULL)
		return xmlHashAddEntry(a->ids, BAD_CAST id, a) == 0;
	page = above = html_pages_of(a->pages, place->node);
	if (page->above && begins_page(page, place->node))
		above = page->above;
	anchors_key(on, page->node);
	anchors_key(in, above->node);
	if (xmlHashLookup2(a->ids, BAD_CAST id, BAD_CAST on) ||
	    xmlHashLookup2(a->ids, BAD_CAST id, BAD_CAST in))
		return false;
	xmlHashAddEntry2(a->ids, BAD_CAST id, BAD_CAST on, a);
	if (above != page)
		xmlHashAddEntry2(a->ids, BAD_CAST id, BAD_CAST in, a);
	return true;
}

/* Claims an id if it is free, and takes ownership of it. */
static bool
take(struct anchors *a, struct place *place, struct buf *id)
{
	if (id->len == 0 || !claim(a, place, buf_str(id))) {
		buf_free(id);
		*id = (struct buf){0};
		return false;
	}
	place->id = id->data;
	return true;
}

static void
name_by(struct anchors *a, struct place *place, const char *name, bool kept)
{
	struct buf id = {0};

	if (place->id || name == NULL)
		return;
	markup_id(&id, name, kept);
	take(a, place, &id);
}

/* Does an id remain of a name?  None does of signs alone. */
static bool
has_name(const char *name)
{
	struct buf id = {0};
	bool has;

	markup_id(&id, name, false);
	has = id.len > 0;
	buf_free(&id);
	return has;
}

/* The id of "--width=N" is that of "--width". */
static void
name_option(struct anchors *a, struct place *place)
{
	xmlChar *words = xmlNodeGetContent(place->node);
	struct buf id = {0};

	buf_add(&id, (const char *)words,
	    strcspn((const char *)words, " \t\r\n=,[(<|"));
	xmlFree(words);
	take(a, place, &id);
}

static void
add_text(void *w, const char *utf8, size_t len)
{
	buf_add(w, utf8, len);
}

/* Text of an index entry without its see and see also. */
static void
add_words(struct buf *words, const xmlNode *node)
{
	static const struct act none[L_COUNT];

	if (!layout_is(node, L_INDEXTERM)) {
		write_walk(node, none, add_text, words);
		return;
	}
	for (const xmlNode *n = node->children; n; n = n->next)
		if (n->type == XML_TEXT_NODE && n->content)
			buf_puts(words, (const char *)n->content);
}

/* An id from the text of an index entry or a title. */
static void
name_by_words(struct anchors *a, struct place *place, const xmlNode *node)
{
	struct buf words = {0};

	add_words(&words, node);
	name_by(a, place, buf_str(&words), false);
	buf_free(&words);
}

/* Ids for the index entries of a term: its other names. */
static bool
is_entry(const xmlNode *node)
{
	return layout_is(node, L_INDEXTERM) && layout_is(node->parent, L_TERM) &&
	    layout_attr(node->parent->parent, "anchor");
}

static void
find_entry(void *w, const xmlNode *node)
{
	if (is_entry(node))
		add_place(w, node);
}

/*
 * Ids are assigned by kind of name, so that none takes one that a more
 * important kind promises.
 */
static void
name_places(struct anchors *a)
{
	struct place *end;

	if (a->len == 0)
		return;
	end = a->list + a->len;
	for (struct place *p = a->list; p < end; p++)
		name_by(a, p, layout_attr(p->node, "id"), true);
	for (struct place *p = a->list; p < end; p++)
		if (layout_is(p->node, L_ITEM)) {
			name_by(a, p, anchor_of(p->node), false);
			p->clash = p->id == NULL && anchor_of(p->node) &&
			    has_name(anchor_of(p->node));
		}
	for (struct place *p = a->list; p < end; p++)
		if (is_entry(p->node))
			name_by_words(a, p, p->node);
	for (struct place *p = a->list; p < end; p++)
		if (layout_is(p->node, L_TERM))
			name_option(a, p);
	for (struct place *p = a->list; p < end; p++)
		if (!is_entry(p->node) && !layout_is(p->node, L_TERM)) {
			name_by(a, p, anchor_of(p->node), false);
			name_by(a, p, anchor_of(p->node), true);
		}
	for (struct place *p = a->list; p < end; p++)
		if (layout_is(p->node, L_SECTION) && p->id == NULL)
			name_by_words(a, p, layout_child(p->node, L_TITLE));
}

struct anchors *
anchors_new(const xmlNode *document, const struct html_pages *pages)
{
	static const struct act acts[L_COUNT] = {
		[L_SECTION] = {find_place, NULL},
		[L_ITEM] = {find_place, NULL},
		[L_TERM] = {find_option, NULL},
		[L_FIGURE] = {find_place, NULL},
		[L_TABLE] = {find_place, NULL},
		[L_ANCHOR] = {find_place, NULL},
		[L_INDEXTERM] = {find_entry, NULL},
	};
	struct anchors *a = gloss_calloc(1, sizeof *a);
	char key[ANCHORS_KEY];

	a->pages = pages;
	write_walk(document, acts, NULL, a);
	a->ids = hash_new(a->len);
	a->by_anchor = hash_new(a->len);
	a->by_node = hash_new(a->len);
	name_places(a);
	for (size_t i = 0; i < a->len; i++) {
		const char *anchor = anchor_of(a->list[i].node);

		const char *callout = layout_attr(a->list[i].node, "callout");

		if (anchor && a->list[i].id)
			xmlHashAddEntry(
			    a->by_anchor, BAD_CAST anchor, &a->list[i]);
		if (callout && a->list[i].id)
			xmlHashAddEntry(
			    a->by_anchor, BAD_CAST callout, &a->list[i]);
		anchors_key(key, a->list[i].node);
		hash_set(a->by_node, key, &a->list[i]);
	}
	return a;
}

const char *
anchors_id(const struct anchors *a, const xmlNode *node)
{
	const struct place *place;
	char key[ANCHORS_KEY];

	anchors_key(key, node);
	place = xmlHashLookup(a->by_node, BAD_CAST key);
	return place ? place->id : NULL;
}

void
anchors_tell(const struct anchors *a,
    void (*clash)(void *to, const char *anchor, const char *id), void *to)
{
	for (size_t i = 0; i < a->len; i++) {
		const struct place *p = &a->list[i];

		if (p->clash &&
		    layout_has(p->node->parent, "defines", "yes"))
			clash(to, anchor_of(p->node), p->id);
	}
}

const xmlNode *
anchors_place(const struct anchors *a, const char *anchor)
{
	const struct place *place = xmlHashLookup(a->by_anchor, BAD_CAST anchor);

	return place ? place->node : NULL;
}

void
anchors_free(struct anchors *a)
{
	xmlHashFree(a->by_anchor, NULL);
	xmlHashFree(a->by_node, NULL);
	xmlHashFree(a->ids, NULL);
	for (size_t i = 0; i < a->len; i++)
		free(a->list[i].id);
	free(a->list);
	free(a);
}
