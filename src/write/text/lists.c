/* SPDX-License-Identifier: MIT */
/* Plain text: lists, and the items that become texts of their own. */
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "acts.h"
#include "width.h"

#define BULLET "\u2022"

static const char *
mark_of(const xmlNode *item)
{
	const char *mark = layout_attr(item, "mark");

	return mark ? mark : BULLET;
}

/* The larger of a hang and that of an item: its mark and a space. */
static int
wider(int hang, const xmlNode *item)
{
	const char *mark = mark_of(item);
	int width = width_of(mark, strlen(mark)) + 1;

	return width > hang ? width : hang;
}

static void
push_hang(struct text *t, int hang)
{
	t->hangs = gloss_room(t->hangs, t->hang_count, &t->hangs_cap,
	    sizeof *t->hangs);
	t->hangs[t->hang_count++] = hang;
}

static void
open_apart(struct text *t, const xmlNode *item)
{
	if (t->apart == NULL || t->item || t->table_count > 0 ||
	    !(t->apart->is_one(item) || notes_leaves(t->notes, item)))
		return;
	t->item = item;
	t->item_note_count = 0;
	if (t->apart->is_one(item))
		t->item_notes = notes_of(t->notes, item, &t->item_note_count);
	t->outer_links = t->links;
	t->links = (struct links){0};
	for (size_t i = 0; i < t->item_note_count; i++)
		text_number_above(&t->links, mark_of(t->item_notes[i]));
	text_open_fill(t, &t->item_text, t->width);
}

/* Writes the footnotes of an item that is a text of its own below it. */
static void
write_notes(struct text *t)
{
	size_t before = t->item_text.len;
	int hang = INDENT;

	for (size_t i = 0; i < t->item_note_count; i++)
		hang = wider(hang, t->item_notes[i]);
	for (size_t i = 0; i < t->item_note_count; i++) {
		fill_gap(t->fill, 1);
		push_hang(t, hang);
		text_walk(t, t->item_notes[i]);
		t->hang_count--;
	}
	notes_wrote(t->notes, t->item_text.len - before);
}

/* A footnote that only such items refer to is printed with them alone. */
static void
close_apart(struct text *t, const xmlNode *item)
{
	if (t->item != item || t->in_notes)
		return;
	t->in_notes = true;
	write_notes(t);
	t->in_notes = false;
	text_write_links(t);
	text_close_fill(t);
	if (t->apart->is_one(item))
		t->apart->take(t->apart->data, item, &t->item_text);
	buf_truncate(&t->item_text, 0);
	text_free_links(&t->links);
	t->links = t->outer_links;
	t->item = NULL;
}

static bool
is_terms(const xmlNode *list)
{
	return layout_has(list, "kind", "terms");
}

/* By how much all items of a list hang. */
static int
hang_of(const xmlNode *list)
{
	int hang = INDENT;

	if (is_terms(list))
		return 0;
	if (layout_has(list, "kind", "plain"))
		return INDENT;
	for (const xmlNode *n = list->children; n; n = n->next)
		if (layout_is(n, L_ITEM))
			hang = wider(hang, n);
	return hang;
}

void
text_open_list(void *w, const xmlNode *node)
{
	struct text *t = w;

	if (layout_is_compact(node) && layout_is(node->parent, L_BODY) &&
	    layout_is_compact(node->parent->parent->parent))
		fill_tight(t->fill);
	else
		fill_gap(t->fill, 1);
	push_hang(t, hang_of(node));
}

void
text_close_list(void *w, const xmlNode *node)
{
	struct text *t = w;

	(void)node;
	t->hang_count--;
}

void
text_open_item(void *w, const xmlNode *node)
{
	struct text *t = w;

	open_apart(t, node);
	if (!layout_follows(node, L_ITEM))
		;
	else if (layout_is_compact(node->parent))
		fill_tight(t->fill);
	else
		fill_gap(t->fill, 1);
	fill_in(t->fill, t->hangs[t->hang_count - 1]);
	if (!is_terms(node->parent) &&
	    !layout_has(node->parent, "kind", "plain"))
		fill_mark(t->fill, mark_of(node));
}

void
text_close_item(void *w, const xmlNode *node)
{
	struct text *t = w;

	fill_out(t->fill);
	close_apart(t, node);
}

void
text_open_term(void *w, const xmlNode *node)
{
	struct text *t = w;

	if (layout_is(node->parent, L_ITEM))
		fill_hang(t->fill, 2 * INDENT);
}

/* Arguments follow the parenthesis of a function, the space of a command. */
static void
open_arguments(struct text *t, const xmlNode *term)
{
	xmlChar *name = xmlNodeGetContent(term);
	size_t len = strlen((const char *)name);

	if (len > 0 && name[len - 1] != '(')
		fill_puts(t->fill, " ");
	fill_hang_here(t->fill);
	xmlFree(name);
}

void
text_close_term(void *w, const xmlNode *node)
{
	struct text *t = w;

	if (layout_is(node->parent, L_ITEM))
		fill_tight(t->fill);
	else
		open_arguments(t, node);
}

void
text_open_body(void *w, const xmlNode *node)
{
	struct text *t = w;

	fill_in(t->fill, is_terms(node->parent->parent) ? INDENT : 0);
}
