/* SPDX-License-Identifier: MIT */
/* glosssee, from entry to entry: where that ends, or that it does not. */
#ifndef RESOLVE_CHAINS_H
#define RESOLVE_CHAINS_H

#include "index.h"

struct chain;

/* Begins with no links. */
struct chains {
	struct chain *list;
	size_t len;
	size_t cap;
};

/* Notes where a reference leads, if it is a glosssee. */
void chains_note(struct chains *c, xmlNode *see, xmlNode *target);

/* Reports circles, and chains of more than one step; frees what was noted. */
void chains_follow(struct chains *c, struct index *ix, struct diags *d);

#endif
