/* SPDX-License-Identifier: MIT */
/* What a document may have repeated, so that a small one does not grow large. */
#ifndef RESOLVE_BUDGET_H
#define RESOLVE_BUDGET_H

#include <stdbool.h>
#include <stddef.h>

#include <libxml/tree.h>

#include "util/diag.h"

/* In bytes: how much more, and the node where it was too much, or NULL. */
struct budget {
	size_t room;
	const xmlNode *over;
};

/* A node counts as so many bytes: it takes more memory than its words. */
enum { BUDGET_NODE = 64 };

/* A budget of so many bytes; huge: without an end. */
struct budget budget_new(size_t bytes, bool huge);

/* Takes so much for a node; false: it is too much. */
bool budget_take(struct budget *b, const xmlNode *node, size_t bytes);

/* The same for a name: one that is not long is as nothing beside its node. */
bool budget_take_name(struct budget *b, const xmlNode *node, const char *name);

/* What a copy of a subtree takes; of NULL, nothing. */
size_t budget_size(const xmlNode *node);

/* What it takes to go through a subtree, though nothing of it be printed. */
size_t budget_work(const xmlNode *node);

/* False, and d hears of it: what that words name was too much. */
bool budget_kept(const struct budget *b, const char *what, struct diags *d);

#endif
