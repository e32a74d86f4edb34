/* SPDX-License-Identifier: MIT */
/* The second step of resolve: what is numbered gets its number. */
#ifndef RESOLVE_NUMBER_H
#define RESOLVE_NUMBER_H

#include <libxml/tree.h>

void number_tree(xmlNode *root);

#endif
