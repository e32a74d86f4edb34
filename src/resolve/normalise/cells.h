/* SPDX-License-Identifier: MIT */
/* Positions of the cells of CALS tables, and lists that become tables. */
#ifndef RESOLVE_CELLS_H
#define RESOLVE_CELLS_H

#include <libxml/tree.h>

/*
 * Sets the spans and alignment of the cells of a tgroup or entrytbl, from the
 * names and specifications of columns.  Columns that a row skips get an empty
 * entry.
 */
void cells_place(xmlNode *group);

/*
 * Turns a simplelist with several columns into a table, in row order or, by
 * default, in column order.
 */
void cells_from_members(xmlNode *list);

#endif
