/* SPDX-License-Identifier: MIT */
/* Gives callout marks the numbers of their callouts. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "callouts.h"
#include "resolve/tree.h"

/* The id of the mark that a coref repeats, or of its areaset. */
static xmlNode *
repeated(const xmlNode *node, const struct index *ix)
{
	const char *id = docbook_id(node) == DB_coref ?
	    tree_attr(node, "linkend") : NULL;

	return id ? index_id(ix, id) : NULL;
}

/* Sets the number of a mark that has none. */
static void
give_number(xmlNode *mark, const char *number)
{
	if (mark && number && tree_resolved(mark, "number") == NULL)
		tree_set(mark, "number", number);
}

/* Sets the name that a mark shares with the callout that explains it. */
static void
give_callout(xmlNode *mark, const char *callout)
{
	if (mark && tree_resolved(mark, "callout") == NULL)
		tree_set(mark, "callout", callout);
}

/*
 * Sets the number on each mark that a callout names, and on its areaset.  The
 * callout is the nth of the document, which distinguishes it from others.
 */
static void
number_areas(xmlNode *callout, const struct index *ix, unsigned long nth)
{
	char name[32];
	const char *refs = tree_attr(callout, "arearefs");
	const char *number = tree_resolved(callout, "number");

	snprintf(name, sizeof name, "callout-%lu", nth);
	tree_set(callout, "callout", name);
	while (refs && number && *refs) {
		size_t len = strcspn(refs, " \t\r\n");
		char *id = gloss_strndup(refs, len);
		xmlNode *mark = len ? index_id(ix, id) : NULL;

		if (mark) {
			tree_set(mark, "number", number);
			tree_set(mark, "callout", name);
			give_number(repeated(mark, ix), number);
			give_callout(repeated(mark, ix), name);
		}
		free(id);
		refs += len;
		refs += strspn(refs, " \t\r\n");
	}
}

/* No element has a name that is not in the dictionary. */
static bool
has_any(xmlDict *names, const char *name)
{
	return names == NULL || xmlDictExists(names, (const xmlChar *)name, -1);
}

void
marks_number(xmlNode *root, const struct index *ix)
{
	unsigned long nth = 0;

	if (!has_any(root->doc->dict, "callout") &&
	    !has_any(root->doc->dict, "coref"))
		return;
	/* callouts may precede their marks */
	for (xmlNode *n = root; n; n = tree_next(n, root))
		if (docbook_id(n) == DB_callout)
			number_areas(n, ix, ++nth);
	for (xmlNode *n = root; n; n = tree_next(n, root)) {
		const xmlNode *mark = repeated(n, ix);

		if (mark == NULL)
			continue;
		give_number(n, tree_resolved(mark, "number"));
		if (tree_resolved(mark, "callout"))
			give_callout(n, tree_resolved(mark, "callout"));
	}
}
