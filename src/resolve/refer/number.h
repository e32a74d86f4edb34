/* SPDX-License-Identifier: MIT */
/* The second step of resolve: numbers elements. */
#ifndef RESOLVE_NUMBER_H
#define RESOLVE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

#include <libxml/tree.h>

#include "util/diag.h"

/*
 * Sets number on elements that have one and label on sections; in the same
 * walk, places callout marks and table cells.  Returns the number of entries,
 * sections and footnotes.  Long labels that would be repeated too much are an
 * error, unless huge.
 */
size_t number_tree(xmlNode *root, bool huge, struct diags *d);

#endif
