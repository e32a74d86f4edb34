/* SPDX-License-Identifier: MIT */
/* The order of entries, and their division by letters. */
#ifndef RESOLVE_SORT_H
#define RESOLVE_SORT_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "util/diag.h"

/*
 * Sorts the entries of every glossary, glossdiv and glosslist below root by
 * sortas, else the first term, in the order of the language (UTS #10, CLDR):
 * numbers by value, punctuation ignored at first.
 */
void sort_entries(xmlNode *root, const char *lang);

/*
 * Groups the entries that stand directly in a glossary into glossdivs, one for
 * each letter of the language's index; what comes before the first letter
 * goes under "#".
 */
void sort_divide(xmlNode *root, const char *lang);

/*
 * Ends the document with an index of all names of entries, in that order, each
 * with the title of the section that it is in.  Says where such titles are
 * too much, unless huge.
 */
void sort_index(xmlNode *root, const char *lang, bool huge, struct diags *d);

/* Reports, as DIAG_ORDER, the entries that sort_entries() would move up. */
void sort_check(xmlNode *root, const char *lang, struct diags *d);

#endif
