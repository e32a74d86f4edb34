/* SPDX-License-Identifier: MIT */
/* Where the cells of a CALS table stand, and how far they reach. */
#ifndef CELLS_H
#define CELLS_H

#include <libxml/tree.h>

/*
 * Gives the cells of a tgroup or an entrytbl their spans and alignment, as
 * their columns' names and specifications have them; where a row passes columns
 * over, an empty entry comes to stand.
 */
void cells_place(xmlNode *group);

#endif
