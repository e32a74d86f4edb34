/* SPDX-License-Identifier: MIT */
/* Puts the callout marks of areas into their listing. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "util/buf.h"
#include "gloss/read.h"
#include "callout_areas.h"
#include "resolve/tree.h"

/* A mark, and the line where it is placed. */
struct mark {
	xmlNode *node;
	unsigned long line;
	size_t order;
};

struct marks {
	struct mark *list;
	size_t len, cap;
};

static void
set_id(xmlNode *node, const char *id)
{
	xmlNs *xml = xmlSearchNs(node->doc,
	    xmlDocGetRootElement(node->doc), (const xmlChar *)"xml");

	xmlNewNsProp(node, xml, (const xmlChar *)"id", (const xmlChar *)id);
}

static void
drop_id(xmlNode *node)
{
	xmlAttr *id = xmlHasNsProp(node, (const xmlChar *)"id",
	    XML_XML_NAMESPACE);

	if (id)
		xmlRemoveProp(id);
}

/* set: the id of the enclosing areaset, or NULL. */
static void
add_mark(struct marks *m, xmlNode *area, const char *set)
{
	const char *id = tree_id(area);
	const char *coords = tree_attr(area, "coords");
	const char *label = tree_attr(area, "label");
	xmlNode *node = tree_new(area->doc, set ? DB_coref : DB_co);
	unsigned long line;

	read_copy_line(node, area);
	if (set)
		xmlNewProp(node, (const xmlChar *)"linkend",
		    (const xmlChar *)set);
	if (label)
		xmlNewProp(node, (const xmlChar *)"label",
		    (const xmlChar *)label);
	if (id) {
		set_id(node, id);
		drop_id(area);
	}
	m->list = gloss_room(m->list, m->len, &m->cap, sizeof *m->list);
	/*
	 * coords: "line column"; without a line the mark concerns the whole
	 * listing
	 */
	line = coords ? strtoul(coords, NULL, 10) : 0;
	m->list[m->len] = (struct mark){ node, line ? line : ULONG_MAX,
	    m->len };
	m->len++;
}

static void
collect(xmlNode *spec, struct marks *m)
{
	for (xmlNode *n = spec->children; n; n = n->next) {
		if (docbook_id(n) == DB_area)
			add_mark(m, n, NULL);
		if (docbook_id(n) != DB_areaset)
			continue;
		for (xmlNode *a = n->children; a; a = a->next)
			if (docbook_id(a) == DB_area)
				add_mark(m, a, tree_id(n));
	}
}

static int
by_line(const void *a, const void *b)
{
	const struct mark *x = a, *y = b;

	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	return x->order < y->order ? -1 : 1;
}

/* Inserts the marks of a line before a node, after the start of its text. */
static size_t
put_marks(const struct marks *m, size_t next, unsigned long line,
    const char *text, size_t len, xmlNode *before)
{
	for (; next < m->len && m->list[next].line <= line; next++) {
		xmlNode *mark = m->list[next].node;
		struct buf words = { 0 };

		buf_add(&words, text, len);
		buf_puts(&words, "  ");
		xmlAddPrevSibling(before, mark);
		xmlAddPrevSibling(mark, xmlNewDocText(mark->doc,
		    (const xmlChar *)buf_str(&words)));
		buf_free(&words);
		len = 0;
	}
	return next;
}

/* Each newline of a text ends a line of the listing. */
static size_t
put_in_text(const struct marks *m, size_t next, unsigned long *line,
    xmlNode *text)
{
	const char *s = (const char *)text->content, *from = s, *end;
	char *rest;

	for (; (end = strchr(s, '\n')); s = end + 1, ++*line) {
		if (next == m->len || m->list[next].line > *line)
			continue;
		next = put_marks(m, next, *line, from, (size_t)(end - from),
		    text);
		from = end;
	}
	rest = gloss_strdup(from);
	xmlNodeSetContent(text, (const xmlChar *)rest);
	free(rest);
	return next;
}

static void
put(const struct marks *m, xmlNode *listing)
{
	unsigned long line = 1;
	size_t next = 0;

	for (xmlNode *n = listing; n && next < m->len;
	    n = tree_next(n, listing))
		if (n->type == XML_TEXT_NODE && n->content)
			next = put_in_text(m, next, &line, n);
	for (; next < m->len; next++) {
		xmlAddChild(listing, xmlNewDocText(listing->doc,
		    (const xmlChar *)"  "));
		xmlAddChild(listing, m->list[next].node);
	}
}

/* The listing: the first child that holds lines. */
static xmlNode *
listing_in(const xmlNode *holder)
{
	xmlNode *n = holder->children;

	while (n && (docbook_of(n) == NULL ||
	    docbook_of(n)->holds != HOLDS_LINES))
		n = n->next;
	return n;
}

void
areas_place(xmlNode *holder)
{
	xmlNode *spec = tree_child(holder, DB_areaspec);
	xmlNode *listing = listing_in(holder);
	struct marks m = { 0 };

	if (spec == NULL || listing == NULL)
		return;
	collect(spec, &m);
	if (m.len)
		qsort(m.list, m.len, sizeof *m.list, by_line);
	put(&m, listing);
	free(m.list);
}
