/* SPDX-License-Identifier: MIT */
/* The second step of resolve: what is numbered gets its number. */
#ifndef RESOLVE_NUMBER_H
#define RESOLVE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

#include <libxml/tree.h>

#include "util/diag.h"

/*
 * Writes number where there is one and label on sections, and in the same walk
 * puts the marks of areas and the cells of tables into their places.  Returns
 * how many entries, sections and footnotes it has passed.  What long labels of
 * the source make of others has a limit, past which d has an error; huge lifts
 * it.
 */
size_t number_tree(xmlNode *root, bool huge, struct diags *d);

#endif
