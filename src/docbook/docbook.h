/* SPDX-License-Identifier: MIT */
/* What C knows of each DocBook element: one row in docbook.def. */
#ifndef DOCBOOK_DOCBOOK_H
#define DOCBOOK_DOCBOOK_H

#include <stdbool.h>
#include <stdint.h>

#include <libxml/tree.h>

/* Where an element stands. */
enum docbook_is {
	IS_SECTION, /* has a title and holds blocks and sections */
	IS_BLOCK,
	IS_INLINE,
	IS_PART,   /* a part of the structure that its parent makes */
	IS_NEUTRAL /* among blocks and inlines alike */
};

/* What may stand in it. */
enum docbook_holds {
	HOLDS_NOTHING,
	HOLDS_PARTS,
	HOLDS_BLOCKS,
	HOLDS_INLINES,
	HOLDS_LINES /* inlines; all white space is kept */
};

enum docbook_id {
	DB_none,
#define DOCBOOK(name, ...) DB_##name,
#define RENAMED(name, now) DB_##name,
#include "docbook.def"
#undef DOCBOOK
#undef RENAMED
	DB_count
};

/* A row.  An element that DocBook 5 renamed has only name, id and now. */
struct docbook {
	const char *name;
	enum docbook_id id;
	enum docbook_id now; /* what DocBook 5 calls it, or DB_none */
	enum docbook_is is;
	enum docbook_holds holds;
	bool any_inline;       /* any inline is a part of it */
	bool titled;           /* has a title, of its own or in its info */
	const char *word;      /* $word.WORD is its heading without a title */
	const char *label;     /* $word.LABEL stands before its number */
	const uint16_t *parts; /* that may stand in it, up to DB_none; or NULL */
};

/* The row of a name in any version of DocBook, or NULL. */
const struct docbook *docbook_find(const char *name);

/* The row of an element's DocBook 5 name, which is often the same row. */
const struct docbook *docbook_now(const struct docbook *row);

/* The row of an element by number. */
const struct docbook *docbook_row(enum docbook_id id);

/* May the element part be a part of row's element?  Titles: see titled. */
bool docbook_has_part(const struct docbook *row, enum docbook_id part);

/*
 * The row of a node of a resolved tree, which stores it; NULL if the node is
 * not a DocBook element.
 */
static inline const struct docbook *
docbook_of(const xmlNode *node)
{
	return node->type == XML_ELEMENT_NODE ? node->_private : NULL;
}

/* The id of that row; DB_none if the node is not a DocBook element. */
static inline enum docbook_id
docbook_id(const xmlNode *node)
{
	const struct docbook *row = docbook_of(node);

	return row ? row->id : DB_none;
}

#endif
