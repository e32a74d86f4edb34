/* SPDX-License-Identifier: MIT */
/* The third step of resolve: indexes what can be referred to. */
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
 * Indexes the ids and terms of a normalised tree, and sets r:anchor on what can
 * be referred to.  places is about how many there are, for the size of tables;
 * gone are the names that profiling removed, or NULL; footnote is the word before
 * a footnote's number, NULL: English.  Free it with index_free(), before the
 * tree and gone.
 */
struct index *index_new(xmlNode *root, size_t places,
    const xmlHashTable *gone, const char *footnote, struct diags *d);
void index_free(struct index *ix);

/*
 * Reports terms and abbreviations claimed by two entries, after references are
 * resolved; unless one entry leads to the other by glosssee.
 */
void index_report(const struct index *ix);

/*
 * Is this element a name of its entry?  An abbrev with markup is information
 * about the term, not a name.
 */
bool index_is_name(const xmlNode *node);

/* Has profiling removed the element with this id or term? */
bool index_is_gone(const struct index *ix, const char *name);

/* The element with an id, or NULL. */
xmlNode *index_id(const struct index *ix, const char *id);

/*
 * The glossentry with this term, acronym or abbreviation, or NULL.  White space
 * does not matter; an exact match takes precedence over one after NFKC_Casefold
 * (UAX #44, TR #31).
 */
xmlNode *index_term(const struct index *ix, const char *text);

/*
 * The glossentries that match a text by other word forms, if no term matches;
 * or NULL.  The index owns the list.  entry is set to the one that is meant, or
 * to NULL if that is ambiguous.
 */
const struct wordform *index_form(struct index *ix, const char *text,
    xmlNode **entry);

/* The bibliography entry with this abbrev or id, or NULL. */
xmlNode *index_work(const struct index *ix, const char *text);

/*
 * The id or term most similar to a name that was not found; NULL if none is, or
 * if a document has asked for too much of this work.  The index owns it.
 */
const char *index_like_id(struct index *ix, const char *id);
const char *index_like_term(struct index *ix, const char *text);

/*
 * The first child, or descendant, with an element id; or NULL.  Results of long
 * searches are cached.
 */
xmlNode *index_child(struct index *ix, const xmlNode *node, enum docbook_id id);
xmlNode *index_below(struct index *ix, const xmlNode *node, enum docbook_id id);

/* The name of a reference page, without its section; or NULL. */
const xmlNode *index_page_name(struct index *ix, const xmlNode *refentry);

/* The node or its nearest ancestor that has an anchor, or NULL. */
xmlNode *index_place(xmlNode *node);

#endif
