/* SPDX-License-Identifier: MIT */
/* Follows each glosssee, and reports chains and circles. */
#ifndef RESOLVE_CHAINS_H
#define RESOLVE_CHAINS_H

#include "index.h"

struct chain;

/* Zero-initialised, it is empty. */
struct chains {
	struct chain *list;
	size_t len;
	size_t cap;
};

/* Records where a reference leads, if it is a glosssee. */
void chains_note(struct chains *c, xmlNode *see, xmlNode *target);

/* Reports circles and chains of more than one step; frees the records. */
void chains_follow(struct chains *c, struct index *ix, struct diags *d);

#endif
