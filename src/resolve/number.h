/* SPDX-License-Identifier: MIT */
/* The second step of resolve: what is numbered gets its number. */
#ifndef RESOLVE_NUMBER_H
#define RESOLVE_NUMBER_H

#include <stddef.h>

#include <libxml/tree.h>

/*
 * Writes number where there is one and label on sections, and in the same walk
 * puts the marks of areas and the cells of tables into their places.  Returns
 * how many entries, sections and footnotes it has passed.
 */
size_t number_tree(xmlNode *root);

#endif
