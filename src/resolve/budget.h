/* SPDX-License-Identifier: MIT */
/* Limits on duplicated content, against documents that expand when resolved. */
#ifndef RESOLVE_BUDGET_H
#define RESOLVE_BUDGET_H

#include <stdbool.h>
#include <stddef.h>

#include <libxml/tree.h>

#include "util/diag.h"

/*
 * left: bytes that may still be added; over: the node that exceeded the limit,
 * or NULL.
 */
struct budget {
	size_t room;
	const xmlNode *over;
};

/* Bytes that a node counts as, since it takes more memory than its text. */
enum { BUDGET_NODE = 64 };

/* A budget of limit bytes; huge: unlimited. */
struct budget budget_new(size_t bytes, bool huge);

/* Takes bytes for a node; returns false if the limit is exceeded. */
bool budget_take(struct budget *b, const xmlNode *node, size_t bytes);

/* The same for a name; short ones are not counted, as their node takes more. */
bool budget_take_name(struct budget *b, const xmlNode *node, const char *name);

/* The size of a copy of a subtree; 0 for NULL. */
size_t budget_size(const xmlNode *node);

/* The cost of walking a subtree, even if none of it is printed. */
size_t budget_work(const xmlNode *node);

/* Reports an exceeded limit, with what was duplicated, and returns false. */
bool budget_kept(const struct budget *b, const char *what, struct diags *d);

#endif
