/* SPDX-License-Identifier: MIT */
/* Texinfo: tables, and the records that replace those that Info cannot show. */
#include <string.h>

#include "texinfo.h"

/* Longer heads are not repeated before each cell. */
enum { LONGEST_HEAD = 40 };

/*
 * Starts the table, after its title.  If Info cannot show it, each row becomes
 * an item, with its cells one below the other, each after its column's head.
 */
static void
open_rows(struct texinfo *x, const xmlNode *table)
{
	struct buf line = { 0 };

	texi_gap(&x->texi);
	if (columns_line(table, &line)) {
		texi_head(&x->texi, buf_str(&line));
		texinfo_push_style(x, GRID);
	} else {
		texi_head(&x->texi, "@itemize @w{}");
		texinfo_push_style(x, RECORDS);
	}
	buf_free(&line);
}

void
texinfo_open_row(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	if (!layout_follows(node, L_ROW))
		open_rows(x, node->parent);
	if (texinfo_style(x) == RECORDS) {
		texi_gap(&x->texi);
		texi_head(&x->texi, "@item");
	} else {
		texi_head(&x->texi,
		    layout_has(node, "kind", "head") ? "@headitem" : "@item");
	}
}

void
texinfo_close_row(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	columns_end_row(&texinfo_innermost(x)->columns);
	if (layout_after(node) == NULL)
		texinfo_close_style(x);
}

static bool
is_head(const xmlNode *cell)
{
	return layout_has(cell->parent, "kind", "head");
}

static bool
has_words(const xmlNode *node)
{
	xmlChar *words = xmlNodeGetContent(node);
	bool result = words[strspn((const char *)words, " \t\r\n")] != '\0';

	xmlFree(words);
	return result;
}

/* Is it a paragraph, which can follow another in a line of its own? */
static bool
is_words(const xmlNode *block)
{
	return layout_is(block, L_PARA) && has_words(block);
}

/* Writes the head before a cell of a record; empty cells are left out. */
static const xmlNode *
last_block(const xmlNode *cell)
{
	do
		cell = layout_before(cell);
	while (cell && cell->last == NULL);
	return cell ? cell->last : NULL;
}

/* A head that can be put before a cell: text of one line at most; or NULL. */
static bool
is_short(const xmlNode *head)
{
	const xmlNode *para = layout_child(head, L_PARA);
	xmlChar *words;
	bool result;

	if (para == NULL || layout_before(para) || layout_after(para) ||
	    !has_words(para))
		return false;
	words = xmlNodeGetContent(para);
	result = xmlUTF8Strlen(words) <= LONGEST_HEAD;
	xmlFree(words);
	return result;
}

/*
 * Paragraphs continue below the previous one; other blocks are separated by a
 * blank line.
 */
static void
open_record(struct texinfo *x, const xmlNode *cell)
{
	struct around *a = texinfo_innermost(x);
	const xmlNode *head;

	columns_pass(&a->columns);
	head = a->columns.column < COLUMNS_MOST ? a->heads[a->columns.column]
						: NULL;
	if (is_head(cell) || cell->children == NULL)
		head = NULL;
	if ((head || is_words(cell->children)) && is_words(last_block(cell)))
		texi_next_line(&x->texi);
	if (head == NULL)
		return;
	texi_gap(&x->texi);
	texinfo_write_plain(x, head);
	texi_puts(&x->texi, ": ");
	texi_join(&x->texi);
}

void
texinfo_open_cell(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	unsigned passed;

	if (texinfo_style(x) == RECORDS) {
		open_record(x, node);
		return;
	}
	passed = columns_pass(&texinfo_innermost(x)->columns);
	for (; passed > 0; passed--)
		texi_head(&x->texi, "@tab");
}

/* If there are several rows of heads, the last one counts. */
void
texinfo_close_cell(void *w, const xmlNode *node)
{
	struct texinfo *x = w;
	struct around *a = texinfo_innermost(x);
	unsigned from = a->columns.column;

	if (!columns_take(&a->columns, node))
		return;
	if (a->style == RECORDS && is_head(node) && is_short(node))
		for (; from < a->columns.column; from++)
			a->heads[from] = node;
	else if (a->style == GRID && layout_after(node))
		for (; from < a->columns.column; from++)
			texi_head(&x->texi, "@tab");
}
