/* SPDX-License-Identifier: MIT */
/* The marks in a listing bear the numbers of the callouts that explain them. */
#ifndef RESOLVE_MARKS_H
#define RESOLVE_MARKS_H

#include "index.h"

/*
 * Writes number on each co, coref and area that a callout below root names, and
 * puts a co into the line of a listing that an area is for.
 */
void marks_number(xmlNode *root, const struct index *ix);

#endif
