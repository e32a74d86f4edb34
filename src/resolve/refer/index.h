/* SPDX-License-Identifier: MIT */
/* The third step of resolve: what can be pointed to, and by which names. */
#ifndef RESOLVE_INDEX_H
#define RESOLVE_INDEX_H

#include <stdbool.h>

#include <libxml/hash.h>
#include <libxml/tree.h>

#include "util/diag.h"
#include "docbook/docbook.h"

struct index;
struct wordform;

/*
 * Collects ids and terms of a tree in shape, and writes r:anchor on what can be
 * pointed to.  places is about how many there are: tables of that size stay
 * fast.  gone are the names that profiling took out, or NULL.  The caller
 * frees it with index_free(), before the tree and gone.
 */
struct index *index_new(xmlNode *root, size_t places,
    const xmlHashTable *gone, struct diags *d);
void index_free(struct index *ix);

/*
 * Reports the terms and abbreviations that two entries claim, once references
 * are resolved: an entry that leads on to the other by glosssee is none.
 */
void index_report(const struct index *ix);

/*
 * Is this a name of the entry that it stands in?  An abbrev with markup in it
 * says something of the term, and is none.
 */
bool index_is_name(const xmlNode *node);

/* Has profiling taken out what bears this id or term? */
bool index_is_gone(const struct index *ix, const char *name);

/* The element that bears an id, or NULL. */
xmlNode *index_id(const struct index *ix, const char *id);

/*
 * The glossentry that a text names by its term, acronym or abbreviation, or
 * NULL.  White space does not matter; an exact match beats one after
 * NFKC_Casefold (UAX #44, TR #31).
 */
xmlNode *index_term(const struct index *ix, const char *text);

/*
 * The glossentries that a text names by other forms of its words, for what no
 * term is; NULL: there are none.  The list stays the index's.  entry gets the
 * one that is meant, or NULL where that can't be told.
 */
const struct wordform *index_form(struct index *ix, const char *text,
    xmlNode **entry);

/*
 * The entry of a bibliography that a citation names by its abbrev or its id, or
 * NULL.
 */
xmlNode *index_work(const struct index *ix, const char *text);

/*
 * The id, or the term, that looks most like a name that was not found; NULL
 * when none is near, or when the work that a hostile document may ask for is
 * used up.  It stays the index's.
 */
const char *index_like_id(struct index *ix, const char *id);
const char *index_like_term(struct index *ix, const char *text);

/*
 * The first child of that kind, or the first element of it below a node; or
 * NULL.  What many references ask for is looked for once.
 */
xmlNode *index_child(struct index *ix, const xmlNode *node, enum docbook_id id);
xmlNode *index_below(struct index *ix, const xmlNode *node, enum docbook_id id);

/* What a reference page is called, without its section; or NULL. */
const xmlNode *index_page_name(struct index *ix, const xmlNode *refentry);

/* The nearest element around (or at) a node that bears an anchor, or NULL. */
xmlNode *index_place(xmlNode *node);

#endif
