/* SPDX-License-Identifier: MIT */
/* What C knows of each DocBook element: one row in docbook.def. */
#ifndef DOCBOOK_DOCBOOK_H
#define DOCBOOK_DOCBOOK_H

#include <libxml/tree.h>

/* Where an element stands. */
enum docbook_is {
	IS_SECTION, /* has a title and holds blocks and sections */
	IS_BLOCK,
	IS_INLINE,
	IS_PART,   /* of a structure that its parent makes */
	IS_NEUTRAL /* among blocks and inlines alike */
};

/* What may stand in it. */
enum docbook_holds {
	HOLDS_NOTHING,
	HOLDS_PARTS,
	HOLDS_BLOCKS,
	HOLDS_INLINES,
	HOLDS_LINES /* inlines, and every blank and newline counts */
};

enum docbook_id {
	DB_none,
#define DOCBOOK(name, is, holds, renamed) DB_##name,
#include "docbook.def"
#undef DOCBOOK
	DB_count
};

struct docbook {
	const char *name;
	const char *renamed; /* what DocBook 5 calls it, or NULL */
	enum docbook_id id;
	enum docbook_is is;
	enum docbook_holds holds;
};

/* The row of a name of any version, or NULL. */
const struct docbook *docbook_find(const char *name);

/* The row of an element by number. */
const struct docbook *docbook_row(enum docbook_id id);

/*
 * The row of an element of a resolved tree, in whose nodes they are; NULL for
 * what is not DocBook.
 */
static inline const struct docbook *
docbook_of(const xmlNode *node)
{
	return node->type == XML_ELEMENT_NODE ? node->_private : NULL;
}

/* The same as a number: DB_none for what is not DocBook or no element. */
static inline enum docbook_id
docbook_id(const xmlNode *node)
{
	const struct docbook *row = docbook_of(node);

	return row ? row->id : DB_none;
}

#endif
