/* SPDX-License-Identifier: MIT */
/*
 * What the parts of the Texinfo writer share: state and acts, which are in one
 * table in texinfo.c.
 */
#ifndef TEXINFO_TEXINFO_H
#define TEXINFO_TEXINFO_H

#include <stdbool.h>
#include <stddef.h>

#include <libxml/hash.h>

#include "gloss/write.h"
#include "columns.h"
#include "places.h"
#include "texi.h"

enum style { TABLE, ITEMS, MARKED_ITEMS, NUMBERS, GRID, RECORDS };

/* A list or a table. */
struct around {
	enum style style;
	struct columns columns;              /* of a table */
	const xmlNode *heads[COLUMNS_MOST];  /* of records: the heads of
					      * columns */
};

struct texinfo {
	struct texi texi;
	struct places *places;
	bool header; /* in @copying */
	bool copied;

	unsigned depth;      /* depth of sections */
	unsigned plain;      /* no references here: titles, examples */
	unsigned linked;     /* inside a reference or a link */
	const xmlNode *link; /* the open reference */
	size_t start;        /* start of its words, or of a synopsis */
	size_t words;        /* start of a link's words */
	size_t cut, copying; /* start of what will be removed */
	size_t suffix;       /* bytes of the next text that are in a label
			      * already */
	size_t held;         /* the same, while something is cut */

	bool all_links;          /* not the first of a term in an entry alone */
	const xmlNode *entry;    /* the outermost that is being written */
	xmlHashTable *mentioned; /* the last entry that led to an anchor */

	struct around *around; /* the innermost is the last */
	size_t around_count, around_cap;
};

/* ---- header.c ---- */

/* What stands before @copying, and what stands between that and the first node. */
void texinfo_open_header(struct texinfo *x, const xmlNode *document);
void texinfo_close_header(struct texinfo *x, const xmlNode *document);

/* ---- marks.c ---- */

/* The anchor of an element, if it has one. */
void texinfo_put_anchor(struct texinfo *x, const xmlNode *node);

/* All anchors and index entries in an element: to be called before it. */
void texinfo_put_marks(struct texinfo *x, const xmlNode *node);

/* Anchors for the other names that are in a term, if they are free. */
void texinfo_put_names(struct texinfo *x, const xmlNode *term);

/* ---- lists.c ---- */

/* A list or table begins, and ends with its "@end". */
void texinfo_push_style(struct texinfo *x, enum style style);
void texinfo_close_style(struct texinfo *x);

/* The one that what is written stands in; there has to be one. */
struct around *texinfo_innermost(const struct texinfo *x);
enum style texinfo_style(const struct texinfo *x);

/* ---- inlines.c ---- */

/* Text as it comes, for write_walk(). */
void texinfo_text(void *w, const char *utf8, size_t len);

/* The words of a title alone, where a command takes no more. */
void texinfo_write_plain(struct texinfo *x, const xmlNode *node);

/* ---- the acts, by the file that they stand in ---- */

/* sections.c */
act_function texinfo_open_section, texinfo_close_section, texinfo_open_title,
    texinfo_close_title;

/* blocks.c */
act_function texinfo_open_para, texinfo_close_para, texinfo_open_name,
    texinfo_close_name, texinfo_open_purpose, texinfo_open_copying,
    texinfo_close_copying, texinfo_open_verbatim, texinfo_close_verbatim,
    texinfo_open_synopsis, texinfo_close_synopsis, texinfo_open_blockquote,
    texinfo_close_blockquote, texinfo_open_note, texinfo_open_figure,
    texinfo_write_rule, texinfo_write_index;

/* lists.c */
act_function texinfo_open_list, texinfo_close_list, texinfo_open_item,
    texinfo_close_item, texinfo_open_term, texinfo_close_term;

/* tables.c */
act_function texinfo_open_row, texinfo_close_row, texinfo_open_cell,
    texinfo_close_cell;

/* marks.c */
act_function texinfo_open_indexterm;
act_function texinfo_write_anchor;

/* links.c */
act_function texinfo_open_ref, texinfo_close_ref, texinfo_open_url,
    texinfo_close_url, texinfo_write_page;

/* inlines.c */
act_function texinfo_put_del, texinfo_open_font, texinfo_close_font, texinfo_open_code,
    texinfo_close_code, texinfo_open_var, texinfo_close_var,
    texinfo_open_nobreak, texinfo_close_nobreak, texinfo_open_cut,
    texinfo_close_cut, texinfo_write_br, texinfo_open_image,
    texinfo_close_image;

#endif
