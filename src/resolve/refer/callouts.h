/* SPDX-License-Identifier: MIT */
/* The marks in a listing bear the numbers of the callouts that explain them. */
#ifndef RESOLVE_CALLOUTS_H
#define RESOLVE_CALLOUTS_H

#include "index.h"

/* Writes number on each co and coref that a callout below root names. */
void marks_number(xmlNode *root, const struct index *ix);

#endif
