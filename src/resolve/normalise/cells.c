/* SPDX-License-Identifier: MIT */
/* Positions of the cells of CALS tables, and lists that become tables. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/hash.h>

#include "util/alloc.h"
#include "cells.h"
#include "resolve/tree.h"

/*
 * Maximum number of columns: that of a layout cell's span.  NOWHERE: no column.
 */
enum { COLUMNS = 999, NOWHERE = COLUMNS };

struct columns {
	xmlHashTable *names; /* colname: the align of that column */
	xmlHashTable *spans; /* spanname: its spanspec */
	const char *align[COLUMNS];
	const char *others; /* alignment of columns that specify none */
};

/*
 * For each column, how many rows a cell from above still covers, with this one.
 */
struct rows {
	unsigned long busy[COLUMNS];
	size_t used; /* columns used so far */
	unsigned long left;
};

/* The number in an attribute, from 1 to max; else 0. */
static unsigned long
number(const xmlNode *node, const char *name, unsigned long max)
{
	const char *text = tree_attr(node, name);
	unsigned long n;

	if (text == NULL || *text < '0' || *text > '9')
		return 0;
	n = strtoul(text, NULL, 10);
	return n > max ? max : n;
}

static void
read_columns(const xmlNode *group, struct columns *c)
{
	size_t at = 0;

	for (xmlNode *n = group->children; n; n = n->next) {
		const char *name = tree_attr(n, "colname");
		unsigned long own;

		if (docbook_id(n) == DB_spanspec && tree_attr(n, "spanname"))
			xmlHashAddEntry(c->spans, (const xmlChar *)
			    tree_attr(n, "spanname"), n);
		if (docbook_id(n) != DB_colspec)
			continue;
		own = number(n, "colnum", COLUMNS);
		if (own > 0)
			at = own - 1;
		if (at == COLUMNS)
			continue;
		c->align[at] = tree_attr(n, "align");
		if (name)
			xmlHashAddEntry(c->names, (const xmlChar *)name,
			    &c->align[at]);
		at++;
	}
}

/* The column that an attribute names. */
static size_t
column(const struct columns *c, const xmlNode *node, const char *attr)
{
	const char *name = tree_attr(node, attr);
	const char **found = name ?
	    xmlHashLookup(c->names, (const xmlChar *)name) : NULL;

	return found ? (size_t)(found - c->align) : NOWHERE;
}

static void
set(xmlNode *cell, const char *name, unsigned long n)
{
	char text[24];

	if (n < 2)
		return;
	snprintf(text, sizeof text, "%lu", n);
	tree_set(cell, name, text);
}

/* A terminal can align left, right and centred. */
static void
set_align(xmlNode *cell, const char *align)
{
	if (align == NULL)
		return;
	if (strcmp(align, "char") == 0)
		align = "right";
	if (strcmp(align, "right") == 0 || strcmp(align, "center") == 0)
		tree_set(cell, "align", align);
}

static size_t
skip_busy(const struct rows *rows, size_t at)
{
	while (at < rows->used && rows->busy[at] > 0)
		at++;
	return at;
}

/* How many of the columns from at on are free, up to a maximum. */
static size_t
free_from(const struct rows *rows, size_t at, size_t most)
{
	size_t n = 0;

	while (n < most && at + n < COLUMNS &&
	    (at + n >= rows->used || rows->busy[at + n] == 0))
		n++;
	return n;
}

/* Adds empty cells for the free columns from at up to a cell. */
static void
fill(const struct rows *rows, xmlNode *cell, size_t at, size_t to)
{
	for (; (at = skip_busy(rows, at)) < to; ) {
		size_t n = free_from(rows, at, to - at);
		xmlNode *empty = tree_new(cell->doc, DB_entry);

		xmlAddPrevSibling(cell, empty);
		set(empty, "colspan", n);
		at += n;
	}
}

static void
occupy(struct rows *rows, size_t at, size_t span, unsigned long height)
{
	for (size_t i = rows->used; i < at; i++)
		rows->busy[i] = 0;
	for (size_t i = at; i < at + span; i++)
		rows->busy[i] = height;
	if (rows->used < at + span)
		rows->used = at + span;
}

/* Places a cell at a column or after it; returns the next column. */
static size_t
place(xmlNode *cell, const struct columns *c, struct rows *rows, size_t at)
{
	const char *name = tree_attr(cell, "spanname");
	const xmlNode *spec = name ?
	    xmlHashLookup(c->spans, (const xmlChar *)name) : NULL;
	const xmlNode *from = spec ? spec : cell;
	size_t first = column(c, from, "namest");
	size_t last = column(c, from, "nameend"), span = 1;
	unsigned long height = number(cell, "morerows", COLUMNS - 1) + 1;
	const char *align = tree_attr(cell, "align");

	if (first == NOWHERE)
		first = column(c, cell, "colname");
	at = skip_busy(rows, at);
	if (first != NOWHERE && first > at) {
		fill(rows, cell, at, first);
		at = skip_busy(rows, first);
	}
	if (at == COLUMNS)
		return at;
	if (last != NOWHERE && last > at)
		span = free_from(rows, at, last - at + 1);
	if (height > rows->left)
		height = rows->left;
	occupy(rows, at, span, height);
	set(cell, "colspan", span);
	set(cell, "rowspan", height);
	if (align == NULL && spec)
		align = tree_attr(spec, "align");
	if (align == NULL)
		align = c->align[at];
	set_align(cell, align ? align : c->others);
	return at + span;
}

static bool
is_row(const xmlNode *node)
{
	return docbook_id(node) == DB_row;
}

/* Row spans end with the head, body or foot that they begin in. */
static void
place_rows(xmlNode *part, const struct columns *c)
{
	struct rows rows = { .left = 0 };

	for (const xmlNode *row = part->children; row; row = row->next)
		rows.left += is_row(row);
	for (xmlNode *row = part->children; row; row = row->next) {
		size_t at = 0;

		if (!is_row(row))
			continue;
		for (xmlNode *cell = row->children; cell; cell = cell->next)
			if (docbook_id(cell) == DB_entry ||
			    docbook_id(cell) == DB_entrytbl)
				at = place(cell, c, &rows, at);
		for (size_t i = 0; i < rows.used; i++)
			rows.busy[i] -= rows.busy[i] > 0;
		rows.left--;
	}
}

static struct columns
columns_of(const xmlNode *group)
{
	struct columns c = {
		.names = xmlHashCreate(0), .spans = xmlHashCreate(0),
		.others = tree_attr(group, "align")
	};

	return c;
}

static void
columns_end(struct columns *c)
{
	xmlHashFree(c->names, NULL);
	xmlHashFree(c->spans, NULL);
}

void
cells_place(xmlNode *group)
{
	struct columns all = columns_of(group);

	read_columns(group, &all);
	for (xmlNode *part = group->children; part; part = part->next) {
		struct columns own;

		if (docbook_id(part) != DB_thead &&
		    docbook_id(part) != DB_tbody &&
		    docbook_id(part) != DB_tfoot)
			continue;
		/* a head or foot may have column specifications of its own */
		if (tree_child(part, DB_colspec) == NULL) {
			place_rows(part, &all);
			continue;
		}
		own = columns_of(group);
		read_columns(part, &own);
		place_rows(part, &own);
		columns_end(&own);
	}
	columns_end(&all);
}

/* Turns a member into the last cell of a row, with a para for its words. */
static void
add_cell(xmlNode *row, xmlNode *member)
{
	xmlNode *para = tree_new(member->doc, DB_para);

	xmlUnlinkNode(member);
	while (member->children) {
		xmlNode *child = member->children;

		xmlUnlinkNode(child);
		xmlAddChild(para, child);
	}
	xmlAddChild(member, para);
	tree_become(member, docbook_row(DB_entry));
	xmlAddChild(row, member);
}

static size_t
members_of(const xmlNode *list, xmlNode **members)
{
	size_t n = 0;

	for (xmlNode *c = list->children; c; c = c->next)
		if (docbook_id(c) == DB_member) {
			if (members)
				members[n] = c;
			n++;
		}
	return n;
}

void
cells_from_members(xmlNode *list)
{
	const char *type = tree_attr(list, "type");
	size_t columns = number(list, "columns", COLUMNS);
	size_t len = members_of(list, NULL), rows;
	bool across = type && strcmp(type, "horiz") == 0;
	xmlNode **members, *group, *body, *row;

	if (columns < 2 || len < 2 || (type && strcmp(type, "inline") == 0))
		return;
	if (columns > len)
		columns = len;
	rows = (len + columns - 1) / columns;
	members = gloss_calloc(len, sizeof *members);
	members_of(list, members);
	group = xmlAddChild(list, tree_new(list->doc, DB_tgroup));
	body = xmlAddChild(group, tree_new(list->doc, DB_tbody));
	for (size_t r = 0; r < rows; r++) {
		row = xmlAddChild(body, tree_new(list->doc, DB_row));
		for (size_t c = 0; c < columns; c++) {
			size_t i = across ? r * columns + c : c * rows + r;

			if (i < len)
				add_cell(row, members[i]);
		}
	}
	tree_become(list, docbook_row(DB_informaltable));
	free(members);
}
