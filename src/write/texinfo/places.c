/* SPDX-License-Identifier: MIT */
/* The places of a document: every anchor gets a name that makeinfo takes. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <libxml/hash.h>

#include "gloss/alloc.h"
#include "gloss/write.h"
#include "places.h"
#include "texi.h"

struct place {
	const xmlNode *node; /* the first that has the anchor */
	char *name;
};

struct places {
	xmlHashTable *by_anchor; /* by node where another has it, or none is */
	xmlHashTable *names;     /* how often each was wanted */
	bool indexed;
};

/*
 * The name, and a number where it is taken; the caller frees it.  No case of
 * "top" is free.
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
add_place(struct places *p, const xmlNode *node, const char *text)
{
	const char *anchor = anchor_of(node);
	struct place *place = gloss_malloc(sizeof *place);
	char key[40];

	if (anchor == NULL || xmlHashLookup(p->by_anchor, BAD_CAST anchor)) {
		node_key(key, sizeof key, node);
		anchor = key;
	}
	place->node = node;
	place->name = unique_name(p, text, layout_element(node) == L_SECTION);
	xmlHashAddEntry(p->by_anchor, BAD_CAST anchor, place);
}

static void
find_place(void *w, const xmlNode *node)
{
	const char *anchor = anchor_of(node);

	if (anchor)
		add_place(w, node, anchor);
}

/* A section is a node, if only under its title. */
static void
find_section(void *w, const xmlNode *node)
{
	const char *anchor = anchor_of(node);
	xmlChar *title;

	if (anchor) {
		add_place(w, node, anchor);
		return;
	}
	title = xmlNodeGetContent(layout_child(node, L_TITLE));
	add_place(w, node, (const char *)title);
	xmlFree(title);
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
		[L_SECTION] = {find_section, NULL},
		[L_ITEM] = {find_place, NULL},
		[L_FIGURE] = {find_place, NULL},
		[L_TABLE] = {find_place, NULL},
		[L_ANCHOR] = {find_place, NULL},
		[L_INDEXTERM] = {find_entry, NULL},
	};
	struct places *p = gloss_calloc(1, sizeof *p);

	p->by_anchor = xmlHashCreate(0);
	p->names = xmlHashCreate(0);
	write_walk(document, acts, NULL, p);
	return p;
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

static void
free_place(void *payload, const xmlChar *name)
{
	struct place *place = payload;

	(void)name;
	free(place->name);
	free(place);
}

void
places_free(struct places *p)
{
	xmlHashFree(p->by_anchor, free_place);
	xmlHashFree(p->names, NULL);
	free(p);
}
