/* SPDX-License-Identifier: MIT */
/* Raised and lowered text where a line has one height. */
#ifndef WRITE_SCRIPT_H
#define WRITE_SCRIPT_H

#include <libxml/tree.h>

/*
 * How it reads there: H2O, 1st, x^2, a_i, 2^(n+1).  Returns what opens a sub or
 * a sup; close is what closes it.
 */
const char *script_open(const xmlNode *node, const char **close);

#endif
