/* SPDX-License-Identifier: MIT */
/* Texinfo: lists of all kinds, with their items and terms. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "texinfo.h"

void
texinfo_push_style(struct texinfo *x, enum style style)
{
	x->around = gloss_room(x->around, x->around_count, &x->around_cap,
	    sizeof *x->around);
	x->around[x->around_count++] = (struct around){.style = style};
	x->texi.grid = style == GRID;
}

struct around *
texinfo_innermost(const struct texinfo *x)
{
	return &x->around[x->around_count - 1];
}

enum style
texinfo_style(const struct texinfo *x)
{
	return texinfo_innermost(x)->style;
}

/* The value of a mark that @enumerate can generate ("3.", "c."), or -1. */
static long
ordinal(const char *mark, bool *letter)
{
	char *end;
	long value;

	*letter = islower((unsigned char)mark[0]) && strcmp(mark + 1, ".") == 0;
	if (*letter)
		return mark[0];
	if (!isdigit((unsigned char)mark[0]) || strlen(mark) > 9)
		return -1;
	value = strtol(mark, &end, 10);
	return strcmp(end, ".") == 0 && (mark[0] != '0' || value == 0) ? value
								       : -1;
}

/* Do the marks count up as @enumerate does?  alike: are they all the same? */
static bool
counts(const xmlNode *list, bool *alike)
{
	const xmlNode *item = layout_child(list, L_ITEM);
	const char *first = layout_attr(item, "mark"), *mark;
	bool letters, letter, result;
	long value = ordinal(first ? first : "1.", &letters);

	*alike = true;
	result = value >= 0;
	for (; item; item = layout_after(item), value++) {
		mark = layout_attr(item, "mark");
		*alike = *alike && (first ? mark && strcmp(mark, first) == 0
					  : mark == NULL);
		if (first)
			result = result && mark &&
			    ordinal(mark, &letter) == value &&
			    letter == letters;
		else
			result = result && mark == NULL;
	}
	return result;
}

static void
open_number_list(struct texinfo *x, const char *first)
{
	char start[16];
	size_t len = first ? strlen(first) - 1 : 0;

	texinfo_push_style(x, NUMBERS);
	snprintf(start, sizeof start, "%.*s", (int)len, first ? first : "");
	if (len == 0 || strcmp(start, "1") == 0)
		texi_head(&x->texi, "@enumerate");
	else
		texi_line(&x->texi, "@enumerate", start);
}

void
texinfo_open_list(void *w, const xmlNode *node)
{
	struct texinfo *x = w;
	const char *mark = layout_attr(layout_child(node, L_ITEM), "mark");
	bool alike, counted = counts(node, &alike);

	texi_gap(&x->texi);
	if (layout_has(node, "kind", "terms")) {
		texinfo_push_style(x, TABLE);
		texi_head(&x->texi, "@table @asis");
	} else if (layout_has(node, "kind", "plain")) {
		texinfo_push_style(x, ITEMS);
		texi_head(&x->texi, "@itemize @w{}");
	} else if (layout_has(node, "kind", "number") && counted) {
		open_number_list(x, mark);
	} else if (!alike) {
		texinfo_push_style(x, MARKED_ITEMS);
		texi_head(&x->texi, "@itemize @w{}");
	} else {
		texinfo_push_style(x, ITEMS);
		if (mark && *mark)
			texi_line(&x->texi, "@itemize", mark);
		else
			texi_head(&x->texi, "@itemize @bullet");
	}
}

void
texinfo_close_style(struct texinfo *x)
{
	static const char *const ends[] = {
		[TABLE] = "@end table",
		[ITEMS] = "@end itemize",
		[MARKED_ITEMS] = "@end itemize",
		[NUMBERS] = "@end enumerate",
		[GRID] = "@end multitable",
		[RECORDS] = "@end itemize",
	};

	texi_command(&x->texi, ends[texinfo_style(x)]);
	x->around_count--;
	x->texi.grid = x->around_count > 0 && texinfo_style(x) == GRID;
}

void
texinfo_close_list(void *w, const xmlNode *node)
{
	(void)node;
	texinfo_close_style(w);
}

/* Anchors and index entries of a term come before its @item. */
static void
put_item_marks(struct texinfo *x, const xmlNode *item)
{
	const xmlNode *n;

	texinfo_put_anchor(x, item);
	for (n = layout_child(item, L_TERM); layout_is(n, L_TERM);
	     n = layout_after(n)) {
		texinfo_put_marks(x, n);
		if (layout_attr(item, "anchor"))
			texinfo_put_names(x, n);
	}
}

/* Only text may follow a bullet or number in its line. */
static void
put_item(struct texinfo *x, const xmlNode *body)
{
	const xmlNode *first = body->children;

	while (first && first->type != XML_ELEMENT_NODE)
		first = first->next;
	if (first == NULL || layout_is(first, L_PARA))
		texi_head(&x->texi, "@item");
	else
		texi_command(&x->texi, "@item");
}

void
texinfo_open_item(void *w, const xmlNode *node)
{
	struct texinfo *x = w;
	const char *mark = layout_attr(node, "mark");

	if (layout_follows(node, L_ITEM) && layout_is_compact(node->parent))
		texi_end(&x->texi);
	else
		texi_gap(&x->texi);
	if (x->entry == NULL && texinfo_style(x) == TABLE)
		x->entry = node;
	if (texinfo_style(x) == TABLE) {
		put_item_marks(x, node);
		if (layout_child(node, L_TERM) == NULL)
			texi_line(&x->texi, "@item", "");
		return;
	}
	put_item_marks(x, node);
	put_item(x, layout_child(node, L_BODY));
	if (texinfo_style(x) == MARKED_ITEMS && mark) {
		texi_puts(&x->texi, mark);
		texi_puts(&x->texi, " ");
		texi_join(&x->texi);
	}
}

/* Was a term the last thing written? */
static bool
ends_with_item(const struct buf *out)
{
	size_t end = out->len, start;

	while (end > 0 && out->data[end - 1] == '\n')
		end--;
	for (start = end; start > 0 && out->data[start - 1] != '\n'; start--)
		;
	return end - start > 5 && memcmp(out->data + start, "@item", 5) == 0;
}

/* Consecutive terms without a body would be read as names of one thing. */
void
texinfo_close_item(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	if (x->entry == node)
		x->entry = NULL;
	if (texinfo_style(x) == TABLE && layout_after(node) &&
	    ends_with_item(x->texi.out))
		texi_command(&x->texi, "@sp 1");
}

static bool
is_item_line(const struct texinfo *x, const xmlNode *term)
{
	return layout_is(term->parent, L_ITEM) && texinfo_style(x) == TABLE;
}

void
texinfo_open_term(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	if (is_item_line(x, node)) {
		x->plain++;
		texi_open_line(&x->texi,
		    layout_follows(node, L_TERM) ? "@itemx" : "@item");
	} else if (layout_is(node->parent, L_ITEM)) {
		texi_gap(&x->texi);
	}
}

/* Arguments follow the parenthesis of a function, the space of a command. */
void
texinfo_close_term(void *w, const xmlNode *node)
{
	struct texinfo *x = w;
	xmlChar *name;
	size_t len;

	if (is_item_line(x, node)) {
		x->plain--;
		texi_close_line(&x->texi);
		return;
	}
	if (layout_is(node->parent, L_ITEM)) {
		texi_end(&x->texi);
		return;
	}
	name = xmlNodeGetContent(node);
	len = strlen((const char *)name);
	if (len > 0 && name[len - 1] != '(')
		texi_puts(&x->texi, " ");
	xmlFree(name);
}
