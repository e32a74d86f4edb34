/* SPDX-License-Identifier: MIT */
/* The layout vocabulary as C sees it; xsl/layout.rng is its grammar. */
#ifndef VOCABULARY_VOCABULARY_H
#define VOCABULARY_VOCABULARY_H

#include <stdbool.h>

#include <libxml/tree.h>

#define LAYOUT_NS "urn:glossc:layout"

/* What an element is, and (as a sum) what it may contain. */
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

/* vocabulary.def has a row for each element; L_NONE: not an element of it. */
enum layout_element {
	L_NONE,
#define ELEMENT(id, name, is, holds, attributes) L_##id,
#include "vocabulary.def"
#undef ELEMENT
	L_COUNT
};

/*
 * Which element a node of a checked layout tree is.  The check has stored it in
 * the node, so this is cheap.
 */
enum layout_element layout_element(const xmlNode *node);

/* Is node this element?  False for NULL. */
bool layout_is(const xmlNode *node, enum layout_element element);

/* The neighbouring elements, or NULL; index entries are skipped. */
const xmlNode *layout_before(const xmlNode *node);
const xmlNode *layout_after(const xmlNode *node);

/* Is the preceding element this one? */
bool layout_follows(const xmlNode *node, enum layout_element element);

/* Does an attribute have this value? */
bool layout_has(const xmlNode *node, const char *name, const char *value);

/* Is it a list without blank lines between its items? */
bool layout_is_compact(const xmlNode *node);

/* The value of an attribute, or NULL; the tree owns it. */
const char *layout_attr(const xmlNode *node, const char *name);

/* The address of a url as people write it: a mail address without "mailto:". */
const char *layout_address(const xmlNode *url);

/* The first child that is this element, or NULL. */
const xmlNode *layout_child(const xmlNode *node, enum layout_element element);

/* Are the texts equal, apart from white space? */
bool layout_same(const char *words, const char *others);

/* Does an element contain just this text, or no text at all? */
bool layout_says(const xmlNode *node, const char *words);

#endif
