/* SPDX-License-Identifier: MIT */
/* Finds the footnotes of a document, and what refers to them. */
#include <stdlib.h>

#include <libxml/hash.h>

#include "util/alloc.h"
#include "gloss/limits.h"
#include "gloss/write.h"
#include "write/formats.h"
#include "notes.h"

struct note {
	const xmlNode *item;
	const xmlNode *taken; /* index of the last item that refers to it */
	bool stays;           /* referred to from the rest of the text */
};

struct notes {
	xmlHashTable *by_anchor;
	const struct text_apart *apart;
	const xmlNode *item; /* the current item */
	size_t tables;       /* enclosing items */
	const xmlNode **list;
	size_t count, cap;
	bool again; /* another item had one of the list */
	size_t room;
};

static struct note *
find(const struct notes *n, const xmlNode *node)
{
	const char *anchor = layout_attr(node, "anchor");

	return anchor ? xmlHashLookup(n->by_anchor, (const xmlChar *)anchor)
		      : NULL;
}

static void
open_table(void *data, const xmlNode *node)
{
	struct notes *n = data;

	(void)node;
	n->tables++;
}

static void
close_table(void *data, const xmlNode *node)
{
	struct notes *n = data;

	(void)node;
	n->tables--;
}

static void
open_item(void *data, const xmlNode *node)
{
	struct notes *n = data;

	if (n->item == NULL && n->tables == 0 && n->apart->is_one(node))
		n->item = node;
}

static void
close_item(void *data, const xmlNode *node)
{
	struct notes *n = data;

	if (n->item == node)
		n->item = NULL;
}

/* A reference to a footnote. */
static void
note_mark(void *data, const xmlNode *node)
{
	struct notes *n = data;
	const char *anchor = layout_attr(node, "anchor");
	struct note *note;

	if (!layout_has(node, "kind", "footnote") || anchor == NULL)
		return;
	if ((note = find(n, node)) == NULL) {
		note = gloss_calloc(1, sizeof *note);
		xmlHashAddEntry(n->by_anchor, (const xmlChar *)anchor, note);
	}
	note->stays = note->stays || n->item == NULL;
}

/* A footnote that contains such items belongs to the rest of the text too. */
static void
open_note(void *data, const xmlNode *node)
{
	struct notes *n = data;
	struct note *note = find(n, node);
	struct note *outer = n->item ? find(n, n->item) : NULL;

	if (outer && n->apart->is_one(node))
		outer->stays = true;
	if (note == NULL)
		return;
	note->item = node;
	if (n->item == NULL)
		n->item = node;
}

struct notes *
notes_new(const xmlNode *document, const struct text_apart *apart)
{
	static const struct act marks[L_COUNT] = {
		[L_TABLE] = {open_table, close_table},
		[L_ITEM] = {open_item, close_item},
		[L_REF] = {note_mark, NULL},
	};
	static const struct act items[L_COUNT] = {
		[L_ITEM] = {open_note, close_item},
	};
	struct notes *n = gloss_calloc(1, sizeof *n);

	n->by_anchor = xmlHashCreate(0);
	n->apart = apart;
	n->room = LIMIT_NOTES;
	write_walk(document, marks, NULL, n);
	if (xmlHashSize(n->by_anchor) > 0)
		write_walk(document, items, NULL, n);
	return n;
}

static void
free_note(void *note, const xmlChar *anchor)
{
	(void)anchor;
	free(note);
}

void
notes_free(struct notes *n)
{
	if (n == NULL)
		return;
	xmlHashFree(n->by_anchor, free_note);
	free(n->list);
	free(n);
}

bool
notes_leaves(const struct notes *n, const xmlNode *item)
{
	const struct note *note = find(n, item);

	return note && note->item == item && !note->stays;
}

static void
take_note(void *data, const xmlNode *node)
{
	struct notes *n = data;
	struct note *note = layout_has(node, "kind", "footnote") ?
	    find(n, node) : NULL;

	if (note == NULL || note->item == NULL || note->taken == n->item ||
	    (note->taken && n->room == 0))
		return;
	n->again = n->again || note->taken;
	note->taken = n->item;
	n->list = gloss_room(n->list, n->count, &n->cap, sizeof *n->list);
	n->list[n->count++] = note->item;
}

const xmlNode *const *
notes_of(struct notes *n, const xmlNode *item, size_t *count)
{
	static const struct act acts[L_COUNT] = {
		[L_REF] = {take_note, NULL},
	};

	n->count = 0;
	n->again = false;
	if (xmlHashSize(n->by_anchor) > 0) {
		n->item = item;
		write_walk(item, acts, NULL, n);
		for (size_t i = 0; i < n->count; i++)
			write_walk(n->list[i], acts, NULL, n);
		n->item = NULL;
	}
	*count = n->count;
	return n->list;
}

void
notes_wrote(struct notes *n, size_t bytes)
{
	if (n->again)
		n->room -= bytes < n->room ? bytes : n->room;
}
