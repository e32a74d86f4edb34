/* SPDX-License-Identifier: MIT */
/* Sorts entries, and divides them by letters. */
#ifndef RESOLVE_SORT_H
#define RESOLVE_SORT_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "util/diag.h"

/*
 * Sorts the entries of each glossary, glossdiv and glosslist below root by
 * sortas, or else the first term, by the rules of the language (UTS #10, CLDR):
 * numbers by value, punctuation only to break ties.
 */
void sort_entries(xmlNode *root, const char *lang);

/*
 * Groups the entries that are children of a glossary into glossdivs, one per
 * letter of the language's index; those before the first letter go under "#".
 */
void sort_divide(xmlNode *root, const char *lang);

/*
 * Appends an index of all names of entries, sorted, each with the title of its
 * section.  Reports titles that would be duplicated too much, unless huge.
 */
void sort_index(xmlNode *root, const char *lang, bool huge, struct diags *d);

/*
 * Reports (DIAG_READING) Japanese terms that begin with kanji and have no sortas:
 * they would be sorted by code, and divided as "#".
 */
void sort_readings(xmlNode *root, const char *lang, struct diags *d);

/* Reports (DIAG_ORDER) entries that sort_entries() would move up. */
void sort_check(xmlNode *root, const char *lang, struct diags *d);

#endif
