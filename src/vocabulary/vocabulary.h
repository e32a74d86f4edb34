/* SPDX-License-Identifier: MIT */
/* The layout vocabulary as C sees it; xsl/layout.rng is its grammar. */
#ifndef VOCABULARY_VOCABULARY_H
#define VOCABULARY_VOCABULARY_H

#include <stdbool.h>

#include <libxml/tree.h>

#define LAYOUT_NS "urn:glossc:layout"

/* What an element is, and (added up) what it may hold. */
enum layout_group {
	G_NOTHING = 0,
	G_TEXT = 1 << 0,
	G_INLINE = 1 << 1,
	G_BLOCK = 1 << 2,
	G_SECTION = 1 << 3,
	G_DOCUMENT = 1 << 4,
	G_TITLE = 1 << 5,
	G_NAME = 1 << 6,    /* name, purpose: in naming */
	G_ITEM = 1 << 7,
	G_TERM = 1 << 8,    /* in item */
	G_BODY = 1 << 9,    /* in item */
	G_ROW = 1 << 10,
	G_CELL = 1 << 11,
	G_ALIAS = 1 << 12,
	G_SEE = 1 << 13,    /* in indexterm */
	G_MATHML = 1 << 14, /* in formula */
	G_PHRASE = G_TEXT | G_INLINE,
};

/* One row an element in vocabulary.def; L_NONE is what is not of it. */
enum layout_element {
	L_NONE,
#define ELEMENT(id, name, is, holds, attributes) L_##id,
#include "vocabulary.def"
#undef ELEMENT
	L_COUNT
};

/*
 * Which element a node of a checked layout tree is.  The check has left the
 * answer in the node, so that asking costs nothing.
 */
enum layout_element layout_element(const xmlNode *node);

/* Is it this element?  NULL is none. */
bool layout_is(const xmlNode *node, enum layout_element element);

/* The elements beside it, or NULL; index entries are not beside anything. */
const xmlNode *layout_before(const xmlNode *node);
const xmlNode *layout_after(const xmlNode *node);

/* Is the element before it this one? */
bool layout_follows(const xmlNode *node, enum layout_element element);

/* Has an attribute this value? */
bool layout_has(const xmlNode *node, const char *name, const char *value);

/* Is it a list whose items stand close together? */
bool layout_is_compact(const xmlNode *node);

/* The value of an attribute, or NULL; it stays the tree's. */
const char *layout_attr(const xmlNode *node, const char *name);

/* Where a url leads, as people write it: of mail, the bare address. */
const char *layout_address(const xmlNode *url);

/* The first child that is this element, or NULL. */
const xmlNode *layout_child(const xmlNode *node, enum layout_element element);

/* Are these the same words, whatever blanks part them? */
bool layout_same(const char *words, const char *others);

/* Does an element show these words and no more, or nothing at all? */
bool layout_says(const xmlNode *node, const char *words);

#endif
