/* SPDX-License-Identifier: MIT */
/* Plain text: which layout element becomes which shape on the page. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/hash.h>

#include "util/alloc.h"
#include "gloss/write.h"
#include "write/formats.h"
#include "write/script.h"
#include "fill.h"
#include "grid.h"
#include "notes.h"
#include "text.h"
#include "width.h"

#define NARROWEST 20
#define INDENT 4
#define BULLET "\u2022"

/* A mark in brackets that is higher is no footnote's number. */
enum { FOOTNOTES = 1000000 };

/* A table that is being written. */
struct table {
	struct grid *grid;
	size_t cell; /* the next */
	bool fits;
};

/* The addresses at the end, and the number of each, less footnotes. */
struct links {
	const char **list;
	size_t count, cap;
	size_t footnotes; /* have the numbers before */
	xmlHashTable *numbers;
};

struct text {
	const xmlNode *document;
	struct fill *fill;
	int depth; /* of sections */
	bool mute;
	const xmlNode *said; /* the link whose address stands for its words */

	int *hangs; /* of the lists around */
	size_t hang_count, hangs_cap;

	/*
	 * A table is walked twice, to measure its cells and to fill them; the
	 * grids of the tables inside of it wait in between.
	 */
	bool measuring;
	struct grid **grids;
	size_t grid_count, grids_cap, next_grid;
	struct table *tables;
	size_t table_count, tables_cap;
	struct fill **outer; /* what is filled around the cells */
	size_t outer_count, outer_cap;

	struct links links;

	/* what goes apart, and what waits while an item does */
	const struct text_apart *apart;
	struct notes *notes;
	const xmlNode *item;
	const xmlNode *const *item_notes;
	size_t item_note_count;
	bool in_notes; /* which may hold the item that calls for them */
	struct buf item_text;
	struct links outer_links;
	int width;
};

/* Notes at the end: the addresses of links. */

static void
write_links(struct text *t)
{
	const struct links *l = &t->links;
	char mark[32];
	int hang = snprintf(mark, sizeof mark, "[%zu] ",
	    l->footnotes + l->count);

	if (l->count == 0)
		return;
	fill_gap(t->fill, 2);
	fill_rule(t->fill, NARROWEST);
	for (size_t i = 0; i < l->count; i++) {
		fill_tight(t->fill);
		snprintf(mark, sizeof mark, "[%zu]", l->footnotes + i + 1);
		fill_in(t->fill, hang);
		fill_mark(t->fill, mark);
		fill_keep(t->fill, FILL_WORDS);
		fill_puts(t->fill, l->list[i]);
		fill_unkeep(t->fill, FILL_WORDS);
		fill_out(t->fill);
	}
}

static void
free_links(struct links *l)
{
	xmlHashFree(l->numbers, NULL);
	free(l->list);
	*l = (struct links){0};
}

/* Columns of their own, for a cell or an item. */

static void
open_fill(struct text *t, struct buf *to, int width)
{
	t->outer = gloss_room(t->outer, t->outer_count, &t->outer_cap,
	    sizeof(struct fill *));
	t->outer[t->outer_count++] = t->fill;
	t->fill = fill_sub(t->fill, to, width);
}

static void
close_fill(struct text *t)
{
	fill_free(t->fill);
	t->fill = t->outer[--t->outer_count];
}

/* How the items of a list hang. */

static const char *
mark_of(const xmlNode *item)
{
	const char *mark = layout_attr(item, "mark");

	return mark ? mark : BULLET;
}

/* Behind the widest mark, and a blank. */
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

/* Items that go to texts of their own. */

static void walk(struct text *t, const xmlNode *node);

/* Addresses get numbers above that of a footnote. */
static void
number_above(struct links *l, const char *mark)
{
	size_t number = *mark == '[' ? strtoul(mark + 1, NULL, 10) : 0;

	if (number > l->footnotes && number <= FOOTNOTES)
		l->footnotes = number;
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
		number_above(&t->links, mark_of(t->item_notes[i]));
	open_fill(t, &t->item_text, t->width);
}

/* The footnotes of an item that goes apart, below it. */
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
		walk(t, t->item_notes[i]);
		t->hang_count--;
	}
	notes_wrote(t->notes, t->item_text.len - before);
}

/* A note that only such items call for is with them, and nowhere else. */
static void
close_apart(struct text *t, const xmlNode *item)
{
	if (t->item != item || t->in_notes)
		return;
	t->in_notes = true;
	write_notes(t);
	t->in_notes = false;
	write_links(t);
	close_fill(t);
	if (t->apart->is_one(item))
		t->apart->take(t->apart->data, item, &t->item_text);
	buf_truncate(&t->item_text, 0);
	free_links(&t->links);
	t->links = t->outer_links;
	t->item = NULL;
}

/* Blocks. */

static void
open_block(void *w, const xmlNode *node)
{
	struct text *t = w;

	(void)node;
	fill_gap(t->fill, 1);
}

static void
close_text(void *w, const xmlNode *node)
{
	struct text *t = w;

	(void)node;
	fill_end(t->fill);
}

/* Of these, one after the other makes a list: no blank lines between. */
static void
open_line(struct text *t, const xmlNode *node)
{
	if (layout_follows(node, layout_element(node)))
		fill_tight(t->fill);
	else
		fill_gap(t->fill, 1);
}

static void
open_section(void *w, const xmlNode *node)
{
	struct text *t = w;

	(void)node;
	t->depth++;
	fill_gap(t->fill, t->depth == 1 ? 2 : 1);
}

static void
close_section(void *w, const xmlNode *node)
{
	struct text *t = w;

	(void)node;
	t->depth--;
}

/* Which edition this is, under the document's title. */
static void
write_edition(struct text *t, const xmlNode *document)
{
	const char *source = layout_attr(document, "source");
	const char *date = layout_attr(document, "date");

	fill_gap(t->fill, 1);
	if (source)
		fill_puts(t->fill, source);
	if (source && *source && date && *date)
		fill_puts(t->fill, ", ");
	if (date)
		fill_puts(t->fill, date);
	fill_end(t->fill);
}

static void
close_title(void *w, const xmlNode *node)
{
	static const char lines[] = "=-~.";
	struct text *t = w;

	if (layout_is(node->parent, L_DOCUMENT) ||
	    layout_is(node->parent, L_SECTION)) {
		fill_underline(t->fill,
		    lines[t->depth < 3 ? t->depth : 3]);
		if (t->depth == 0)
			write_edition(t, node->parent);
	} else if (!layout_is(node->parent, L_FIGURE)) {
		fill_tight(t->fill);
	}
}

static void
open_naming(void *w, const xmlNode *node)
{
	struct text *t = w;

	open_line(t, node);
	fill_hang(t->fill, INDENT);
}

static void
open_name(void *w, const xmlNode *node)
{
	struct text *t = w;

	if (layout_follows(node, L_NAME))
		fill_puts(t->fill, ", ");
}

static void
open_purpose(void *w, const xmlNode *node)
{
	struct text *t = w;

	(void)node;
	fill_puts(t->fill, " - ");
}

static void
open_verbatim(void *w, const xmlNode *node)
{
	struct text *t = w;

	fill_gap(t->fill, 1);
	fill_verbatim(t->fill, layout_has(node, "indent", "no") ? 0 : INDENT);
}

static void
open_synopsis(void *w, const xmlNode *node)
{
	struct text *t = w;

	open_line(t, node);
	fill_hang(t->fill, INDENT);
	fill_keep(t->fill, FILL_WORDS);
}

static void
close_synopsis(void *w, const xmlNode *node)
{
	struct text *t = w;

	(void)node;
	fill_unkeep(t->fill, FILL_WORDS);
	fill_end(t->fill);
}

static void
open_blockquote(void *w, const xmlNode *node)
{
	struct text *t = w;

	(void)node;
	fill_gap(t->fill, 1);
	fill_in(t->fill, INDENT);
}

static void
open_note(void *w, const xmlNode *node)
{
	struct text *t = w;

	(void)node;
	fill_gap(t->fill, 1);
	fill_bar(t->fill);
}

static void
close_indented(void *w, const xmlNode *node)
{
	struct text *t = w;

	(void)node;
	fill_out(t->fill);
}

static void
write_rule(void *w, const xmlNode *node)
{
	struct text *t = w;

	(void)node;
	fill_gap(t->fill, 1);
	fill_rule(t->fill, fill_room(t->fill));
}

/* Lists. */

static bool
is_terms(const xmlNode *list)
{
	return layout_has(list, "kind", "terms");
}

/* All items hang alike. */
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

static void
open_list(void *w, const xmlNode *node)
{
	struct text *t = w;

	if (layout_is_compact(node) && layout_is(node->parent, L_BODY) &&
	    layout_is_compact(node->parent->parent->parent))
		fill_tight(t->fill);
	else
		fill_gap(t->fill, 1);
	push_hang(t, hang_of(node));
}

static void
close_list(void *w, const xmlNode *node)
{
	struct text *t = w;

	(void)node;
	t->hang_count--;
}

static void
open_item(void *w, const xmlNode *node)
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

static void
close_item(void *w, const xmlNode *node)
{
	struct text *t = w;

	fill_out(t->fill);
	close_apart(t, node);
}

static void
open_term(void *w, const xmlNode *node)
{
	struct text *t = w;

	if (layout_is(node->parent, L_ITEM))
		fill_hang(t->fill, 2 * INDENT);
}

/* A function's arguments follow its parenthesis, a command's a blank. */
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

static void
close_term(void *w, const xmlNode *node)
{
	struct text *t = w;

	if (layout_is(node->parent, L_ITEM))
		fill_tight(t->fill);
	else
		open_arguments(t, node);
}

static void
open_body(void *w, const xmlNode *node)
{
	struct text *t = w;

	fill_in(t->fill, is_terms(node->parent->parent) ? INDENT : 0);
}

/* Tables. */

static struct table *
table_of(struct text *t)
{
	return &t->tables[t->table_count - 1];
}

static struct grid *
next_grid(struct text *t)
{
	if (!t->measuring)
		return t->grids[t->next_grid++];
	t->grids = gloss_room(t->grids, t->grid_count, &t->grids_cap,
	    sizeof(struct grid *));
	return t->grids[t->grid_count++] = grid_new();
}

static void walk(struct text *t, const xmlNode *node);

/* Once for a table and all that are in its cells. */
static void
measure(struct text *t, const xmlNode *table)
{
	struct buf nowhere = { 0 };

	t->grid_count = t->next_grid = 0;
	t->measuring = true;
	open_fill(t, &nowhere, 0);
	walk(t, table);
	close_fill(t);
	t->measuring = false;
	buf_free(&nowhere);
}

static void
open_table(void *w, const xmlNode *node)
{
	struct text *t = w;
	struct table *table;

	if (!t->measuring && t->table_count == 0)
		measure(t, node);
	fill_gap(t->fill, 1);
	t->tables = gloss_room(t->tables, t->table_count, &t->tables_cap,
	    sizeof *t->tables);
	table = &t->tables[t->table_count++];
	*table = (struct table){.grid = next_grid(t)};
	if (!t->measuring)
		table->fits = grid_fit(table->grid, fill_room(t->fill));
}

static void
close_table(void *w, const xmlNode *node)
{
	struct text *t = w;
	struct table *table = table_of(t);
	int min, max;

	(void)node;
	if (t->measuring) {
		grid_extent(table->grid, &min, &max);
		fill_measured(t->fill, min, max);
	} else if (table->fits) {
		grid_draw(table->grid, t->fill);
		grid_free(table->grid);
	} else {
		fill_rule(t->fill, fill_room(t->fill));
		grid_free(table->grid);
	}
	t->table_count--;
}

static enum grid_kind
kind_of(const xmlNode *row)
{
	return layout_has(row, "kind", "head") ? GRID_HEAD
	     : layout_has(row, "kind", "foot") ? GRID_FOOT
					      : GRID_BODY;
}

static void
open_row(void *w, const xmlNode *node)
{
	struct text *t = w;
	enum grid_kind kind = kind_of(node);

	if (t->measuring) {
		grid_row(table_of(t)->grid, kind);
	} else if (table_of(t)->fits) {
		;
	} else if (layout_follows(node, L_ROW) &&
	    kind_of(layout_before(node)) == kind) {
		fill_gap(t->fill, 1);
	} else {
		fill_rule(t->fill, fill_room(t->fill));
		fill_tight(t->fill);
	}
}

static long
number_attr(const xmlNode *node, const char *name)
{
	const char *s = layout_attr(node, name);

	return s ? strtol(s, NULL, 10) : 1;
}

static enum grid_align
align_of(const xmlNode *cell)
{
	return layout_has(cell, "align", "center") ? GRID_CENTER
	     : layout_has(cell, "align", "right")  ? GRID_RIGHT
						  : GRID_LEFT;
}

/* In a table that is too wide: under the cell before, and with its head. */
static void
open_single_cell(struct text *t, const char *label, const xmlNode *node)
{
	int width = width_of(label, strlen(label)) + 1;
	struct buf mark = { 0 };

	if (layout_follows(node, L_CELL))
		fill_tight(t->fill);
	if (*label == '\0') {
		fill_in(t->fill, 0);
		return;
	}
	buf_printf(&mark, "%s:", label);
	if (width > fill_room(t->fill) / 2) {
		fill_puts(t->fill, buf_str(&mark));
		fill_tight(t->fill);
		fill_in(t->fill, INDENT);
	} else {
		fill_in(t->fill, INDENT);
		fill_mark(t->fill, buf_str(&mark));
	}
	buf_free(&mark);
}

static void
open_cell(void *w, const xmlNode *node)
{
	struct text *t = w;
	struct table *table = table_of(t);
	struct grid *grid = table->grid;
	size_t cell = table->cell++;

	if (t->measuring) {
		cell = grid_cell(grid, align_of(node),
		    number_attr(node, "colspan"), number_attr(node, "rowspan"));
		open_fill(t, grid_content(grid, cell), 0);
	} else if (table->fits) {
		open_fill(t, grid_content(grid, cell),
		    grid_cell_width(grid, cell));
	} else {
		open_single_cell(t, grid_label(grid, cell), node);
	}
}

static void
close_cell(void *w, const xmlNode *node)
{
	struct text *t = w;
	int min, max;

	(void)node;
	if (t->measuring) {
		fill_extent(t->fill, &min, &max);
		close_fill(t);
		grid_measure(table_of(t)->grid, min, max);
	} else if (table_of(t)->fits) {
		close_fill(t);
	} else {
		fill_out(t->fill);
	}
}

/* Inlines. */

static const enum fill_look looks[L_COUNT] = {
	[L_STRONG] = LOOK_BOLD,
	[L_EM] = LOOK_UNDERLINED,
	[L_VAR] = LOOK_UNDERLINED,
	[L_CODE] = LOOK_CODE,
	[L_REF] = LOOK_REF,
	[L_PAGE] = LOOK_REF,
};

static void
open_look(void *w, const xmlNode *node)
{
	struct text *t = w;

	fill_look(t->fill, looks[layout_element(node)]);
}

static void
close_look(void *w, const xmlNode *node)
{
	struct text *t = w;

	fill_unlook(t->fill, looks[layout_element(node)]);
}

static void
open_code(void *w, const xmlNode *node)
{
	struct text *t = w;

	open_look(w, node);
	fill_keep(t->fill, FILL_WORDS);
}

static void
close_code(void *w, const xmlNode *node)
{
	struct text *t = w;

	fill_unkeep(t->fill, FILL_WORDS);
	close_look(w, node);
}

static void
open_nobreak(void *w, const xmlNode *node)
{
	struct text *t = w;

	(void)node;
	fill_keep(t->fill, FILL_TOGETHER);
}

static void
close_nobreak(void *w, const xmlNode *node)
{
	struct text *t = w;

	(void)node;
	fill_unkeep(t->fill, FILL_TOGETHER);
}

static void
open_script(void *w, const xmlNode *node)
{
	struct text *t = w;
	const char *close;

	fill_puts(t->fill, script_open(node, &close));
}

static void
close_script(void *w, const xmlNode *node)
{
	struct text *t = w;
	const char *close;

	script_open(node, &close);
	fill_puts(t->fill, close);
}

static void
put_del(void *w, const xmlNode *node)
{
	struct text *t = w;

	(void)node;
	fill_puts(t->fill, "~~");
}

static void
note_footnote(void *w, const xmlNode *node)
{
	xmlChar *mark;

	if (!layout_has(node, "kind", "footnote"))
		return;
	mark = xmlNodeGetContent(node);
	number_above(w, (const char *)mark);
	xmlFree(mark);
}

/* A reader takes both for one where they have the same numbers. */
static void
begin_links(struct text *t)
{
	static const struct act acts[L_COUNT] = {
		[L_REF] = {note_footnote, NULL},
	};

	write_walk(t->item ? t->item : t->document, acts, NULL, &t->links);
	t->links.numbers = xmlHashCreate(0);
}

/* The same address has the same number. */
static size_t
number_of(struct text *t, const char *href)
{
	const xmlChar *key = (const xmlChar *)href;
	struct links *l = &t->links;
	uintptr_t number;

	if (l->numbers == NULL)
		begin_links(t);
	number = (uintptr_t)xmlHashLookup(l->numbers, key);
	if (number == 0) {
		l->list = gloss_room(l->list, l->count, &l->cap,
		    sizeof *l->list);
		l->list[l->count++] = href;
		number = l->count;
		xmlHashAddEntry(l->numbers, key, (void *)number);
	}
	return l->footnotes + number;
}

/* What a link says: its address (or nothing), all of that, or words. */
enum saying { SAYS_ADDRESS, SAYS_ALL, SAYS_WORDS };

static enum saying
saying(const xmlNode *url)
{
	if (layout_says(url, layout_address(url)))
		return SAYS_ADDRESS;
	return layout_says(url, layout_attr(url, "href")) ? SAYS_ALL
							  : SAYS_WORDS;
}

/* An address is printed without the blanks that the source has around it. */
static void
open_url(void *w, const xmlNode *node)
{
	struct text *t = w;
	enum saying says = saying(node);

	if (says != SAYS_WORDS)
		fill_keep(t->fill, FILL_WORDS);
	if (says == SAYS_ADDRESS && !t->mute) {
		fill_puts(t->fill, layout_address(node));
		t->mute = true;
		t->said = node;
	}
}

static void
close_url(void *w, const xmlNode *node)
{
	struct text *t = w;
	enum saying says = saying(node);
	char note[32];

	if (t->said == node) {
		t->mute = false;
		t->said = NULL;
	}
	if (says != SAYS_WORDS) {
		fill_unkeep(t->fill, FILL_WORDS);
		return;
	}
	snprintf(note, sizeof note, "\u00A0[%zu]",
	    number_of(t, layout_attr(node, "href")));
	fill_unblank(t->fill);
	fill_puts(t->fill, note);
}

static void
write_page(void *w, const xmlNode *node)
{
	struct text *t = w;
	const char *section = layout_attr(node, "section");

	fill_keep(t->fill, FILL_TOGETHER);
	open_look(w, node);
	fill_puts(t->fill, layout_attr(node, "name"));
	if (section) {
		fill_puts(t->fill, "(");
		fill_puts(t->fill, section);
		fill_puts(t->fill, ")");
	}
	close_look(w, node);
	fill_unkeep(t->fill, FILL_TOGETHER);
}

static void
write_br(void *w, const xmlNode *node)
{
	struct text *t = w;

	(void)node;
	fill_break(t->fill);
}

/* Of an image without words there is only its name to tell. */
static void
open_image(void *w, const xmlNode *node)
{
	struct text *t = w;

	if (node->children)
		return;
	fill_puts(t->fill, "[");
	fill_puts(t->fill, layout_attr(node, "file"));
	fill_puts(t->fill, "]");
}

static void
close_document(void *w, const xmlNode *node)
{
	struct text *t = w;

	(void)node;
	write_links(t);
}

static void
write_words(void *w, const char *utf8, size_t len)
{
	struct text *t = w;

	if (!t->mute)
		fill_text(t->fill, utf8, len);
}

const struct act text_acts[L_COUNT] = {
	[L_DOCUMENT] = {NULL, close_document},
	[L_ALIAS] = MUTE,
	[L_SECTION] = {open_section, close_section},
	[L_COPYING] = TRANSPARENT,
	[L_NAMING] = {open_naming, close_text},
	[L_PARA] = {open_block, close_text},
	[L_LIST] = {open_list, close_list},
	[L_VERBATIM] = {open_verbatim, close_text},
	[L_SYNOPSIS] = {open_synopsis, close_synopsis},
	[L_BLOCKQUOTE] = {open_blockquote, close_indented},
	[L_NOTE] = {open_note, close_indented},
	[L_FIGURE] = {open_block, NULL},
	[L_TABLE] = {open_table, close_table},
	[L_RULE] = {write_rule, NULL},
	[L_INDEX] = MUTE, /* a text has no index */

	[L_TITLE] = {NULL, close_title},
	[L_NAME] = {open_name, NULL},
	[L_PURPOSE] = {open_purpose, NULL},
	[L_ITEM] = {open_item, close_item},
	[L_TERM] = {open_term, close_term},
	[L_BODY] = {open_body, close_indented},
	[L_ROW] = {open_row, NULL},
	[L_CELL] = {open_cell, close_cell},

	[L_STRONG] = {open_look, close_look},
	[L_EM] = {open_look, close_look},
	[L_CODE] = {open_code, close_code},
	[L_VAR] = {open_look, close_look},
	[L_SUB] = {open_script, close_script},
	[L_SUP] = {open_script, close_script},
	[L_DEL] = {put_del, put_del},
	[L_NOBREAK] = {open_nobreak, close_nobreak},
	[L_REF] = {open_look, close_look},
	[L_HEADING] = TRANSPARENT,
	[L_WHERE] = TRANSPARENT,
	[L_URL] = {open_url, close_url},
	[L_PAGE] = {write_page, NULL},
	[L_ANCHOR] = MUTE,
	[L_INDEXTERM] = MUTE,
	[L_SEE] = MUTE,
	[L_BR] = {write_br, NULL},
	[L_IMAGE] = {open_image, NULL},
	[L_MARK] = TRANSPARENT,
	[L_PASSAGE] = TRANSPARENT,
	[L_FORMULA] = TRANSPARENT,
	[L_MATHML] = TRANSPARENT, /* it has no words */
};

static void
walk(struct text *t, const xmlNode *node)
{
	write_walk(node, text_acts, write_words, t);
}

static int
page_width(const struct write_options *options)
{
	if (options->width == 0)
		return TEXT_WIDTH;
	return options->width < NARROWEST ? NARROWEST : options->width;
}

void
text_write(const xmlNode *document, const struct write_options *options,
    const struct text_apart *apart, struct buf *out)
{
	struct text t = {
		.document = document,
		.apart = apart,
		.width = page_width(options),
	};

	t.fill = fill_new(out, t.width, options->ascii,
	    layout_attr(document, "lang"));
	if (options->looks)
		fill_looking(t.fill);
	if (apart)
		t.notes = notes_new(document, apart);
	walk(&t, document);
	notes_free(t.notes);
	fill_free(t.fill);
	free_links(&t.links);
	buf_free(&t.item_text);
	free(t.hangs);
	free(t.grids);
	free(t.tables);
	free(t.outer);
}

static void
write_text(const xmlNode *document, const struct write_options *options,
    struct buf *out)
{
	text_write(document, options, NULL, out);
}

const struct format format_text = {
	.name = "text",
	.extension = "txt",
	.acts = text_acts,
	.judges = "cat",
	.write = write_text,
};
