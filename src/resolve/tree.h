/* SPDX-License-Identifier: MIT */
/* Helpers on DocBook trees for all steps of resolve. */
#ifndef RESOLVE_TREE_H
#define RESOLVE_TREE_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "util/buf.h"
#include "docbook/docbook.h"

#define XLINK_NS "http://www.w3.org/1999/xlink"

/*
 * The next node in document order below root, or NULL; without recursion.  The
 * content of an entry's revhistory is skipped: nothing refers to it.
 */
xmlNode *tree_next(const xmlNode *node, const xmlNode *root);

/* The same, but skips the content of node. */
xmlNode *tree_after(const xmlNode *node, const xmlNode *root);

/* The nearest ancestor (not node itself) with this id, or NULL. */
xmlNode *tree_ancestor(const xmlNode *node, enum docbook_id id);

/* The first child with this id, or NULL. */
xmlNode *tree_child(const xmlNode *node, enum docbook_id id);

/* The same, also in a child info: a title may be in either. */
xmlNode *tree_info_child(const xmlNode *node, enum docbook_id id);

/* The value of an attribute without a namespace, or NULL; the tree owns it. */
const char *tree_attr(const xmlNode *node, const char *name);

/* The same for xml:id, xml:lang, xlink:href, and attributes of resolve. */
const char *tree_id(const xmlNode *node);
const char *tree_lang(const xmlNode *node);
const char *tree_href(const xmlNode *node);
const char *tree_resolved(const xmlNode *node, const char *name);

/* The linkend attribute of an element, else its xlink:href; or NULL. */
xmlAttr *tree_link_attr(const xmlNode *node);

/* Sets an attribute in RESOLVED_NS, which the root declares. */
void tree_set(xmlNode *node, const char *name, const char *value);

/* A new DocBook element with its row set; the caller links it. */
xmlNode *tree_new(xmlDoc *doc, enum docbook_id id);

/* Changes the name (see r:of) and the row of a DocBook element. */
void tree_become(xmlNode *node, const struct docbook *row);

/*
 * Is it a meta, or the revhistory of an entry, which are never printed (DocBook
 * TDG)?
 */
bool tree_is_metadata(const xmlNode *node);

/* Is a text only white space? */
bool tree_is_blank(const xmlNode *text);

/* Is an element empty, apart from white space? */
bool tree_is_empty(const xmlNode *node);

/* Where a node stands (its row); text and unknown elements count as inlines. */
enum docbook_is tree_stands(const xmlNode *node);

/* Does it hold inlines or lines? */
bool tree_holds_words(const xmlNode *node);

/* Is it a block or a section? */
bool tree_is_block(const xmlNode *node);

/* Removes a node from its tree and frees it. */
void tree_drop(xmlNode *node);

/* Moves a node to the end of into, or before next; it keeps its line number. */
void tree_move(xmlNode *node, xmlNode *into);
void tree_move_before(xmlNode *node, xmlNode *next);

/* Is white space before a node, or nothing in an element that keeps lines? */
bool tree_is_apart(const xmlNode *node);

/*
 * Is it not part of the running text: a footnote or its mark, an index term, a
 * remark?
 */
bool tree_is_aside(const xmlNode *node);

/* Does it stand where blocks may stand? */
bool tree_is_in_blocks(const xmlNode *node);

/*
 * Appends the text of an element as one line, with white space collapsed and
 * without asides (tree_is_aside()).  For a reference without content the text
 * that resolve gave it is used.
 */
void tree_text(const xmlNode *node, struct buf *out);

/* The same, with marks around quotations, for use in any language. */
void tree_quoted(const xmlNode *node, struct buf *out);

/* Appends the text of an attribute as one line, in the same way. */
void tree_collapse(const char *text, struct buf *out);

#endif
