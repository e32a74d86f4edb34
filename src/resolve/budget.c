/* SPDX-License-Identifier: MIT */
/* Limits on duplicated content, against documents that expand when resolved. */
#include <stdint.h>
#include <string.h>

#include "gloss/read.h"
#include "budget.h"
#include "tree.h"

struct budget
budget_new(size_t bytes, bool huge)
{
	return (struct budget){ huge ? SIZE_MAX : bytes, NULL };
}

bool
budget_take(struct budget *b, const xmlNode *node, size_t bytes)
{
	if (bytes <= b->room) {
		b->room -= bytes;
		return true;
	}
	b->room = 0;
	if (b->over == NULL)
		b->over = node;
	return false;
}

bool
budget_take_name(struct budget *b, const xmlNode *node, const char *name)
{
	size_t len = strlen(name);

	return len <= BUDGET_NODE || budget_take(b, node, len);
}

size_t
budget_size(const xmlNode *node)
{
	size_t size = 0;

	for (const xmlNode *n = node; n; n = tree_next(n, node))
		size += BUDGET_NODE + (n->type != XML_ELEMENT_NODE &&
		    n->content ? strlen((const char *)n->content) : 0);
	return size;
}

size_t
budget_work(const xmlNode *node)
{
	return budget_size(node) / BUDGET_NODE;
}

bool
budget_kept(const struct budget *b, const char *what, struct diags *d)
{
	xmlChar *file;

	if (b->over == NULL)
		return true;
	file = read_file_of(b->over);
	diag(d, DIAG_SYNTAX, (const char *)file, read_line_of(b->over),
	    "%s grows too large; --huge lifts this limit", what);
	xmlFree(file);
	return false;
}
