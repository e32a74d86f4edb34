/* SPDX-License-Identifier: MIT */
/* Where the cells of a CALS table stand, and what else is a table. */
#ifndef RESOLVE_CELLS_H
#define RESOLVE_CELLS_H

#include <libxml/tree.h>

/*
 * Gives the cells of a tgroup or an entrytbl their spans and alignment, as
 * their columns' names and specifications have them; where a row passes columns
 * over, an empty entry comes to stand.
 */
void cells_place(xmlNode *group);

/*
 * Makes a table of a simplelist in several columns, read along its rows or, if
 * it does not say, down its columns.
 */
void cells_from_members(xmlNode *list);

#endif
