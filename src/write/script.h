/* SPDX-License-Identifier: MIT */
/* Subscripts and superscripts in plain characters. */
#ifndef WRITE_SCRIPT_H
#define WRITE_SCRIPT_H

#include <libxml/tree.h>

/*
 * H2O, 1st, x^2, a_i, 2^(n+1).  Returns what to write before a sub or a sup;
 * *close is set to what follows it.
 */
const char *script_open(const xmlNode *node, const char **close);

#endif
