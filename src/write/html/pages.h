/* SPDX-License-Identifier: MIT */
/* --split: which elements of a document are pages of their own. */
#ifndef HTML_PAGES_H
#define HTML_PAGES_H

#include <stdbool.h>
#include <stddef.h>

#include <libxml/tree.h>

#include "util/buf.h"

struct anchors;

struct page {
	const xmlNode *node;      /* a section or an item; the document */
	const struct page *above; /* the page that leads to it; NULL: none */
	char *file;               /* its file's name, with the extension */
	char *number;             /* "ch01", if it was counted; or NULL */
};

/* The document is the first page; the others follow in its order. */
struct html_pages {
	struct page *list;
	size_t len, cap;
	xmlHashTable *by_node, *by_name;
};

/*
 * Finds the pages of a document; NULL: it is the only one.  The caller frees
 * it.
 */
struct html_pages *html_pages_new(const xmlNode *document);

/*
 * Names their files: by the layout's own name, or else by their id.  The names
 * hold letters, digits and "-_.+@,", which need no escape in an address, and no
 * two differ in case alone.
 */
void html_pages_name(struct html_pages *p, const struct anchors *a);

/* The page whose first element is this node, or NULL. */
const struct page *html_pages_at(const struct html_pages *p, const xmlNode *node);

/* The page that a node stands on. */
const struct page *html_pages_of(const struct html_pages *p, const xmlNode *node);

/* The reference page that is cited by this name, such as "hen.1", or NULL. */
const struct page *html_pages_named(const struct html_pages *p, const char *name);

/* The words of a node as plain text, without index entries. */
void html_add_words(struct buf *words, const xmlNode *node);

void html_pages_free(struct html_pages *p);

#endif
