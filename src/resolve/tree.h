/* SPDX-License-Identifier: MIT */
/* Small verbs on the DocBook tree that every step of resolve needs. */
#ifndef RESOLVE_TREE_H
#define RESOLVE_TREE_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "util/buf.h"
#include "docbook/docbook.h"

#define XLINK_NS "http://www.w3.org/1999/xlink"

/*
 * The next node in document order below root, or NULL; no recursion.  What is
 * inside an entry's revhistory is passed over: nothing refers to it.
 */
xmlNode *tree_next(const xmlNode *node, const xmlNode *root);

/* The same, but past all that is inside node. */
xmlNode *tree_after(const xmlNode *node, const xmlNode *root);

/* The nearest ancestor (not node itself) that is this element, or NULL. */
xmlNode *tree_ancestor(const xmlNode *node, enum docbook_id id);

/* The first child that is this element, or NULL. */
xmlNode *tree_child(const xmlNode *node, enum docbook_id id);

/* The same, looking inside a child info too: a title may stand in either. */
xmlNode *tree_info_child(const xmlNode *node, enum docbook_id id);

/* The value of an attribute without a namespace, or NULL; the tree's. */
const char *tree_attr(const xmlNode *node, const char *name);

/* The same of xml:id, xml:lang, xlink:href and what resolve wrote. */
const char *tree_id(const xmlNode *node);
const char *tree_lang(const xmlNode *node);
const char *tree_href(const xmlNode *node);
const char *tree_resolved(const xmlNode *node, const char *name);

/* The linkend of an element, or its xlink:href; NULL where it has neither. */
xmlAttr *tree_link_attr(const xmlNode *node);

/* Sets an attribute in RESOLVED_NS, which the root declares. */
void tree_set(xmlNode *node, const char *name, const char *value);

/* A new DocBook element with its row in place; the caller links it. */
xmlNode *tree_new(xmlDoc *doc, enum docbook_id id);

/* Makes another DocBook element of one: its name (see "of") and its row. */
void tree_become(xmlNode *node, const struct docbook *row);

/* Is it a meta, or the history of an entry: never printed (DocBook TDG)? */
bool tree_is_metadata(const xmlNode *node);

/* Is this white space and nothing else? */
bool tree_is_blank(const xmlNode *text);

/* Does it hold nothing else? */
bool tree_is_empty(const xmlNode *node);

/* Where a node stands; text and what is unknown are inlines. */
enum docbook_is tree_stands(const xmlNode *node);

/* Does it hold text among its inlines, or lines of it? */
bool tree_holds_words(const xmlNode *node);

/* Does it stand among blocks, as they and sections do? */
bool tree_is_block(const xmlNode *node);

/* Takes a node out of its tree, and frees it. */
void tree_drop(xmlNode *node);

/* Makes a node the last child of another, or its sibling; it keeps its line. */
void tree_move(xmlNode *node, xmlNode *into);
void tree_move_before(xmlNode *node, xmlNode *next);

/* Is it not read among words: a footnote or its mark, an index term, a remark? */
bool tree_is_aside(const xmlNode *node);

/*
 * Adds the text of an element as one line, white space collapsed, without what
 * is aside.  A reference without content has the text that resolve gave it.
 */
void tree_text(const xmlNode *node, struct buf *out);

/* The same, with marks around quotations, as any language knows them. */
void tree_quoted(const xmlNode *node, struct buf *out);

/* Adds a text as one line, as tree_text() does: what an attribute says. */
void tree_collapse(const char *text, struct buf *out);

#endif
