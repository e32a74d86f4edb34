/* SPDX-License-Identifier: MIT */
/* Gives each anchor of a document a name that makeinfo accepts. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "util/alloc.h"
#include "util/hash.h"
#include "util/strings.h"
#include "gloss/write.h"
#include "places.h"
#include "texi.h"

struct place {
	const xmlNode *node; /* the first element with the anchor */
	char *name;
};

struct places {
	struct place *list;
	size_t len, cap;
	xmlHashTable *by_anchor; /* by node, if the anchor is taken or
				  * missing */
	xmlHashTable *names;     /* how often each was claimed */
	struct strings claimed;
	bool indexed;
};

/*
 * A free name: name, with a number if it is taken; the caller frees it.  "Top"
 * is taken in any case.
 */
static char *
unique_name(struct places *p, const char *text, bool node)
{
	struct buf name = { 0 };
	intptr_t count;
	size_t len;

	texi_name(&name, text, node);
	if (name.len == 0)
		buf_puts(&name, "Unnamed");
	len = name.len;
	count = (intptr_t)xmlHashLookup(p->names, BAD_CAST buf_str(&name));
	if (strcasecmp(buf_str(&name), "top") == 0)
		count++;
	for (; count > 0; count++) {
		xmlHashUpdateEntry(p->names, BAD_CAST buf_str(&name),
		    (void *)(count + 1), NULL);
		buf_printf(&name, " %jd", (intmax_t)count + 1);
		if (!xmlHashLookup(p->names, BAD_CAST buf_str(&name)))
			break;
		buf_truncate(&name, len);
	}
	xmlHashAddEntry(p->names, BAD_CAST buf_str(&name), (void *)1);
	return name.data;
}

static const char *
anchor_of(const xmlNode *node)
{
	return layout_attr(node,
	    layout_element(node) == L_ANCHOR ? "name" : "anchor");
}

static void
node_key(char *key, size_t size, const xmlNode *node)
{
	snprintf(key, size, "\n%p", (const void *)node);
}

static void
find_place(void *w, const xmlNode *node)
{
	struct places *p = w;

	/* a section needs a node, named by its title */
	if (anchor_of(node) == NULL && layout_element(node) != L_SECTION)
		return;
	p->list = gloss_room(p->list, p->len, &p->cap, sizeof *p->list);
	p->list[p->len++] = (struct place){ .node = node };
}

static void
name_place(struct places *p, struct place *place)
{
	const char *anchor = anchor_of(place->node);
	bool node = layout_element(place->node) == L_SECTION;
	xmlChar *title;
	char key[40];

	if (anchor) {
		place->name = unique_name(p, anchor, node);
	} else {
		title = xmlNodeGetContent(layout_child(place->node, L_TITLE));
		place->name = unique_name(p, (const char *)title, node);
		xmlFree(title);
	}
	if (anchor == NULL || xmlHashLookup(p->by_anchor, BAD_CAST anchor)) {
		node_key(key, sizeof key, place->node);
		anchor = key;
	}
	xmlHashAddEntry(p->by_anchor, BAD_CAST anchor, place);
}

static void
find_entry(void *w, const xmlNode *node)
{
	struct places *p = w;

	(void)node;
	p->indexed = true;
}

struct places *
places_new(const xmlNode *document)
{
	static const struct act acts[L_COUNT] = {
		[L_SECTION] = {find_place, NULL},
		[L_ITEM] = {find_place, NULL},
		[L_FIGURE] = {find_place, NULL},
		[L_TABLE] = {find_place, NULL},
		[L_ANCHOR] = {find_place, NULL},
		[L_INDEXTERM] = {find_entry, NULL},
	};
	struct places *p = gloss_calloc(1, sizeof *p);

	write_walk(document, acts, NULL, p);
	p->by_anchor = hash_new(p->len);
	p->names = hash_new(p->len);
	for (size_t i = 0; i < p->len; i++)
		if (anchor_of(p->list[i].node))
			name_place(p, &p->list[i]);
	/* titles do not take names that are anchors */
	for (size_t i = 0; i < p->len; i++)
		if (anchor_of(p->list[i].node) == NULL)
			name_place(p, &p->list[i]);
	return p;
}

const char *
places_claim(struct places *p, const char *text)
{
	struct buf name = { 0 };

	texi_name(&name, text, true);
	if (name.len == 0 || strcasecmp(name.data, "top") == 0 ||
	    xmlHashLookup(p->names, BAD_CAST name.data)) {
		buf_free(&name);
		return NULL;
	}
	xmlHashAddEntry(p->names, BAD_CAST name.data, (void *)1);
	strings_add(&p->claimed, name.data);
	buf_free(&name);
	return p->claimed.list[p->claimed.len - 1];
}

const char *
places_name(const struct places *p, const xmlNode *node)
{
	const char *anchor = anchor_of(node);
	const struct place *place = NULL;
	char key[40];

	if (anchor)
		place = xmlHashLookup(p->by_anchor, BAD_CAST anchor);
	if (place == NULL || place->node != node) {
		node_key(key, sizeof key, node);
		place = xmlHashLookup(p->by_anchor, BAD_CAST key);
	}
	return place ? place->name : NULL;
}

const char *
places_find(const struct places *p, const char *anchor)
{
	const struct place *place =
	    xmlHashLookup(p->by_anchor, BAD_CAST anchor);

	return place ? place->name : NULL;
}

bool
places_indexed(const struct places *p)
{
	return p->indexed;
}

void
places_free(struct places *p)
{
	xmlHashFree(p->by_anchor, NULL);
	xmlHashFree(p->names, NULL);
	strings_free(&p->claimed);
	for (size_t i = 0; i < p->len; i++)
		free(p->list[i].name);
	free(p->list);
	free(p);
}
