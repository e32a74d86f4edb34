/* SPDX-License-Identifier: MIT */
/* The limits of resolve: what is within, at and past each of them. */
#include <stdint.h>

#include "gloss/limits.h"
#include "resolve/budget.h"
#include "tap.h"

static const struct {
	const char *name;
	size_t value;
} limits[] = {
#define ROW(name, value, huge, what) { #name, value },
	GLOSS_LIMITS(ROW)
#undef ROW
};

static void
try_limit(const char *name, size_t value, const xmlNode *node)
{
	xmlNode other = { .type = XML_ELEMENT_NODE };
	struct budget b = budget_new(value, false);

	ok(budget_take(&b, node, value - 1) && b.over == NULL,
	    "%s: one byte less is within it", name);
	ok(budget_take(&b, node, 1) && b.over == NULL,
	    "%s: all of it is within it", name);
	ok(budget_take(&b, node, 0) && b.over == NULL,
	    "%s: nothing more is within it", name);
	ok(!budget_take(&b, node, 1) && b.over == node,
	    "%s: one byte more is not", name);
	ok(!budget_take(&b, &other, 1) && b.over == node,
	    "%s: the first node past it is named", name);

	b = budget_new(value, false);
	ok(budget_take(&b, node, 1) && !budget_take(&b, node, value) &&
	    !budget_take(&b, node, 1), "%s: what is too much ends it", name);
	b = budget_new(value, true);
	ok(budget_take(&b, node, value) && budget_take(&b, node, value) &&
	    b.over == NULL, "%s: --huge lifts it", name);
}

int
main(void)
{
	char longer[BUDGET_NODE + 2];
	xmlNode *node = xmlNewNode(NULL, BAD_CAST "para");
	struct budget b = budget_new(BUDGET_NODE + 1, false);

	for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
		try_limit(limits[i].name, limits[i].value, node);

	memset(longer, 'n', sizeof longer);
	longer[BUDGET_NODE] = '\0';
	ok(budget_take_name(&b, node, "") &&
	    budget_take_name(&b, node, longer) && b.room == BUDGET_NODE + 1,
	    "a name no longer than its node counts is free");
	longer[BUDGET_NODE] = 'n';
	longer[BUDGET_NODE + 1] = '\0';
	ok(budget_take_name(&b, node, longer) && b.room == 0,
	    "a longer one takes its bytes");

	ok(budget_size(NULL) == 0, "no node has no size");
	ok(budget_size(node) == BUDGET_NODE, "an empty element is a node");
	xmlNodeAddContent(node, BAD_CAST "words");
	ok(budget_size(node) == 2 * BUDGET_NODE + 5,
	    "text is a node and its bytes");
	ok(budget_work(node) == 2, "and two steps");
	xmlFreeNode(node);
	return done_testing();
}
