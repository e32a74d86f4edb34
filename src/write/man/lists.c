/* SPDX-License-Identifier: MIT */
/* Man pages: lists of all kinds, with their items and terms. */
#include <stdio.h>
#include <string.h>

#include "man.h"

/* Indent of a term's body: at the page's margin, and deeper. */
enum { HANG_OUTER = 7, HANG_INNER = 4 };

static bool
is(const char *value, const char *what)
{
	return value && strcmp(value, what) == 0;
}

/* The columns of the widest mark of a list, with a space. */
static size_t
mark_width(const xmlNode *list, bool numbered)
{
	size_t width = numbered ? 3 : 2, items = 0;
	const char *mark;
	char number[24];

	for (const xmlNode *n = list->children; n; n = n->next) {
		if (layout_element(n) != L_ITEM)
			continue;
		snprintf(number, sizeof number, "%zu.", ++items);
		mark = layout_attr(n, "mark");
		if (mark == NULL && numbered)
			mark = number;
		if (mark && man_columns(mark) + 1 > width)
			width = man_columns(mark) + 1;
	}
	return width < MAN_HANG_FAR ? width : MAN_HANG_FAR;
}

void
man_open_list(void *w, const xmlNode *node)
{
	struct man *m = w;
	const char *kind = layout_attr(node, "kind");
	struct frame *f;

	man_end_block(m);
	man_take_back_space(m);
	man_set_off(m, is(kind, "plain") ? MAN_SET_OFF : 0);
	f = man_frame(m);
	f->kind = kind;
	f->compact = layout_has(node, "compact", "yes");
	if (is(kind, "bullet") || is(kind, "number"))
		f->width = mark_width(node, is(kind, "number"));
}

/*
 * No space before the first item after a term, or before a compact list in an
 * item of a compact list.
 */
static bool
is_tight(const struct man *m, const struct frame *f)
{
	if (f->items > 1)
		return f->compact;
	return (m->fresh && f->indented) || (f->compact && f[-1].compact);
}

/*
 * After .HP, groff 1.22 adds an HTML mark to the next tag, which takes a
 * column: a tag that just fits would be put on a line of its own.
 */
static void
forget_hanging(struct man *m)
{
	if (m->hung)
		roff_request(&m->roff, "nr need_col2 0");
	m->hung = false;
}

static void
marked_item(struct man *m, struct frame *f, const char *mark)
{
	char number[24];

	if (mark == NULL && is(f->kind, "number")) {
		snprintf(number, sizeof number, "%zu.", f->items);
		mark = number;
	}
	if (m->tbl) {
		man_put_as(m, ROFF_TOGETHER, mark ? mark : "\u2022");
		man_put_as(m, ROFF_TOGETHER, " ");
		m->fresh = true;
		return;
	}
	man_set_tight(m, is_tight(m, f));
	forget_hanging(m);
	roff_item(&m->roff, mark, f->width);
	f->hang = f->width;
	man_set_room(m);
	m->fresh = true;
}

void
man_open_item(void *w, const xmlNode *node)
{
	struct man *m = w;
	struct frame *f = man_frame(m);

	man_end_block(m);
	f->items++;
	f->tagged = false;
	if (f->width > 0) {
		marked_item(m, f, layout_attr(node, "mark"));
	} else if (is(f->kind, "plain") && m->tbl == NULL) {
		m->fresh = m->fresh && f->items == 1;
		man_put_space(m, f->compact && f->items > 1);
		m->fresh = true;
	}
}

/* Starts an item with a tag, or adds a tag to it (.TQ). */
static void
start_tag(struct man *m, struct frame *f)
{
	man_set_tight(m, f->tagged || (f->compact && f->items > 1));
	forget_hanging(m);
	if (f->items > 1 || f->tagged) {
		roff_request(&m->roff, "TP");
	} else {
		f->hang = m->margin > 0 ? HANG_INNER : HANG_OUTER;
		roff_request(&m->roff, "TP %zu", f->hang);
		man_set_room(m);
	}
	f->tagged = true;
}

/*
 * Is a term entirely bold?  Then it is written by .B, from which mandoc makes
 * an anchor.
 */
static bool
is_bold(const xmlNode *term)
{
	const xmlNode *strong = NULL;

	for (const xmlNode *n = term->children; n; n = n->next) {
		if (layout_element(n) == L_ANCHOR ||
		    layout_element(n) == L_INDEXTERM)
			continue;
		if (layout_element(n) != L_STRONG || strong)
			return false;
		strong = n;
	}
	return strong != NULL;
}

void
man_open_term(void *w, const xmlNode *node)
{
	struct man *m = w;

	if (layout_element(node->parent) == L_SYNOPSIS)
		return;
	man_end_block(m);
	m->inlined = true;
	if (m->tbl)
		return;
	start_tag(m, man_frame(m));
	roff_line_open(&m->roff, is_bold(node) ? "B" : NULL);
}

void
man_close_term(void *w, const xmlNode *node)
{
	struct man *m = w;

	if (layout_element(node->parent) == L_SYNOPSIS) {
		man_put(m, " ");
		return;
	}
	m->inlined = false;
	if (m->tbl)
		man_end_block(m);
	else
		roff_line_close(&m->roff);
	m->fresh = true;
}

void
man_open_body(void *w, const xmlNode *node)
{
	struct man *m = w;
	struct frame *f = man_frame(m);

	(void)node;
	if (m->tbl || f->tagged || !is(f->kind, "terms"))
		return;
	start_tag(m, f);
	roff_line_open(&m->roff, NULL);
	roff_line_close(&m->roff);
	m->fresh = true;
}
