/* SPDX-License-Identifier: MIT */
/* The marks in a listing bear the numbers of the callouts that explain them. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "gloss/alloc.h"
#include "marks.h"
#include "tree.h"

/* The callout's number goes to each mark that it names. */
static void
number_areas(xmlNode *callout, const struct index *ix)
{
	const char *refs = tree_attr(callout, "arearefs");
	const char *number = tree_resolved(callout, "number");

	while (refs && number && *refs) {
		size_t len = strcspn(refs, " \t\r\n");
		char *id = gloss_strndup(refs, len);
		xmlNode *mark = len ? index_id(ix, id) : NULL;

		if (mark)
			tree_set(mark, "number", number);
		free(id);
		refs += len;
		refs += strspn(refs, " \t\r\n");
	}
}

/* A mark that is to stand at the end of a line. */
struct mark {
	unsigned long line;
	size_t place; /* in the source: ties keep their order */
	xmlNode *co;
};

struct marks {
	struct mark *list;
	size_t len;
	size_t cap;
};

static int
compare(const void *a, const void *b)
{
	const struct mark *x = a, *y = b;

	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	return x->place < y->place ? -1 : 1;
}

/* An area is a mark where its coords begin with the number of a line. */
static void
add_mark(struct marks *m, const xmlNode *area, const xmlNode *set)
{
	const char *coords = tree_attr(area, "coords");
	const char *label = tree_attr(area, "label");
	const char *number = tree_resolved(set ? set : area, "number");
	char *end = NULL;
	unsigned long line = coords ? strtoul(coords, &end, 10) : 0;
	xmlNode *co;

	if (line == 0 || (*end && strchr(" \t\r\n", *end) == NULL))
		return;
	co = tree_new(area->doc, DB_co);
	co->line = area->line;
	if (number)
		tree_set(co, "number", number);
	if (label)
		xmlNewProp(co, (const xmlChar *)"label",
		    (const xmlChar *)label);
	if (m->len == m->cap) {
		m->cap = m->cap ? m->cap * 2 : 16;
		m->list = gloss_realloc(m->list, m->cap * sizeof *m->list);
	}
	m->list[m->len] = (struct mark){ line, m->len, co };
	m->len++;
}

static void
collect(struct marks *m, const xmlNode *spec)
{
	for (const xmlNode *c = spec->children; c; c = c->next) {
		if (docbook_id(c) == DB_area)
			add_mark(m, c, NULL);
		if (docbook_id(c) != DB_areaset)
			continue;
		for (const xmlNode *a = c->children; a; a = a->next)
			if (docbook_id(a) == DB_area)
				add_mark(m, a, c);
	}
}

/*
 * Puts before a text the part of it that ends a line, and the marks of that
 * line, of which the first is given; returns how many these were.
 */
static size_t
end_line(xmlNode *text, const char *part, size_t len, const struct mark *mark,
    size_t left)
{
	size_t n = 0;

	for (; n < left && mark[n].line == mark->line; n++) {
		xmlAddPrevSibling(text, mark[n].co);
		if (n == 0 && len)
			xmlAddPrevSibling(mark[n].co, xmlNewDocTextLen(
			    text->doc, (const xmlChar *)part, (int)len));
		xmlAddPrevSibling(mark[n].co, xmlNewDocText(text->doc,
		    (const xmlChar *)" "));
	}
	return n;
}

/* Returns how many of the marks, in order, have found their line. */
static size_t
put_marks(xmlNode *listing, const struct marks *m)
{
	unsigned long line = 1;
	bool pending = false;
	size_t n = 0;

	for (xmlNode *t = listing; t && n < m->len; t = tree_next(t, listing)) {
		const char *from, *s;
		char *rest;

		if (t->type != XML_TEXT_NODE || t->content == NULL)
			continue;
		from = s = (const char *)t->content;
		for (; *s && n < m->len; s++) {
			pending = *s != '\n';
			if (pending || m->list[n].line != line++)
				continue;
			n += end_line(t, from, (size_t)(s - from),
			    &m->list[n], m->len - n);
			from = s;
		}
		rest = gloss_strdup(from);
		xmlNodeSetContent(t, NULL);
		xmlNodeAddContent(t, (const xmlChar *)rest);
		free(rest);
	}
	/* the last line may have no end */
	for (; pending && n < m->len && m->list[n].line == line; n++) {
		xmlAddChild(listing, xmlNewDocText(listing->doc,
		    (const xmlChar *)" "));
		xmlAddChild(listing, m->list[n].co);
	}
	return n;
}

/*
 * Areas say from afar where the marks of a listing stand, by line and column;
 * ours stand at the end of the line, where they part no words.
 */
static void
place_areas(xmlNode *holder)
{
	xmlNode *spec = tree_child(holder, DB_areaspec);
	xmlNode *listing = tree_child(holder, DB_programlisting);
	struct marks m = { 0 };
	const char *units = spec ? tree_attr(spec, "units") : NULL;

	if (listing == NULL)
		listing = tree_child(holder, DB_screen);
	if (spec == NULL || listing == NULL ||
	    (units && strncmp(units, "line", 4) != 0))
		return;
	collect(&m, spec);
	if (m.len)
		qsort(m.list, m.len, sizeof *m.list, compare);
	/* what lies beyond the end has no place */
	for (size_t n = put_marks(listing, &m); n < m.len; n++)
		xmlFreeNode(m.list[n].co);
	free(m.list);
}

void
marks_number(xmlNode *root, const struct index *ix)
{
	/* callouts come after their marks or before */
	for (xmlNode *n = root; n; n = tree_next(n, root))
		if (docbook_id(n) == DB_callout)
			number_areas(n, ix);
	for (xmlNode *n = root; n; n = tree_next(n, root)) {
		enum docbook_id kind = docbook_id(n);
		const char *id, *number;
		const xmlNode *co;

		if (kind == DB_programlistingco || kind == DB_screenco)
			place_areas(n);
		/* a coref is another's mark */
		id = kind == DB_coref ? tree_attr(n, "linkend") : NULL;
		co = id ? index_id(ix, id) : NULL;
		number = co ? tree_resolved(co, "number") : NULL;
		if (number)
			tree_set(n, "number", number);
	}
}
