/* SPDX-License-Identifier: MIT */
/*
 * What the parts of the plain text writer share: its state, and their acts,
 * which stand in one table in text.c.
 */
#ifndef TEXT_ACTS_H
#define TEXT_ACTS_H

#include <stdbool.h>
#include <stddef.h>

#include <libxml/hash.h>

#include "fill.h"
#include "grid.h"
#include "notes.h"
#include "text.h"

/* In columns: the narrowest page, and by how much blocks are indented. */
enum { NARROWEST = 20, INDENT = 4 };

/* The addresses at the end, with the number of each less footnotes. */
struct links {
	const char **list;
	size_t count, cap;
	size_t footnotes; /* the numbers up to here are footnotes' */
	xmlHashTable *numbers;
};

/* A table that is being written; tables.c has what it holds. */
struct table;

struct text {
	const xmlNode *document;
	struct fill *fill;
	int depth; /* of sections */
	bool mute;
	const xmlNode *said; /* the link whose address replaces its words */

	int *hangs; /* of the enclosing lists, in columns */
	size_t hang_count, hangs_cap;

	/*
	 * A table is walked twice, to measure its cells and to fill them; the
	 * grids of the tables inside it are kept in between.
	 */
	bool measuring;
	struct grid **grids;
	size_t grid_count, grids_cap, next_grid;
	struct table *tables;
	size_t table_count, tables_cap;
	struct fill **outer; /* what was filled before the cell or item */
	size_t outer_count, outer_cap;

	struct links links;

	/* the item that is a text of its own, and the rest's links meanwhile */
	const struct text_apart *apart;
	struct notes *notes;
	const xmlNode *item;
	const xmlNode *const *item_notes;
	size_t item_note_count;
	bool in_notes; /* which may hold the item that refers to them */
	struct buf item_text;
	struct links outer_links;
	int width;
};

/* ---- text.c ---- */

/* Writes an element and what is in it. */
void text_walk(struct text *t, const xmlNode *node);

/* Fills to, in columns of its own (0: unlimited), until text_close_fill(). */
void text_open_fill(struct text *t, struct buf *to, int width);
void text_close_fill(struct text *t);

/* ---- links.c ---- */

/* Writes the addresses of the links, numbered, below a rule. */
void text_write_links(struct text *t);
void text_free_links(struct links *l);

/* Numbers addresses from behind a footnote's number, "[3]". */
void text_number_above(struct links *l, const char *mark);

/* ---- the acts, by the file that they stand in ---- */

/* blocks.c */
act_function text_open_block, text_close_text, text_open_section,
    text_close_section, text_close_title, text_open_naming, text_open_name,
    text_open_purpose, text_open_verbatim, text_open_synopsis,
    text_close_synopsis, text_open_blockquote, text_open_note,
    text_close_indented, text_write_rule;

/* lists.c */
act_function text_open_list, text_close_list, text_open_item, text_close_item,
    text_open_term, text_close_term, text_open_body;

/* tables.c */
act_function text_open_table, text_close_table, text_open_row, text_open_cell,
    text_close_cell;

/* inlines.c */
act_function text_open_look, text_close_look, text_open_code, text_close_code,
    text_open_nobreak, text_close_nobreak, text_open_script, text_close_script,
    text_put_del, text_write_br, text_open_image;

/* links.c */
act_function text_open_url, text_close_url, text_write_page;

#endif
