/* SPDX-License-Identifier: MIT */
/* The marks in a listing bear the numbers of the callouts that explain them. */
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "callouts.h"
#include "resolve/tree.h"

/* Of a coref: the mark that it repeats, or the set that it is of. */
static xmlNode *
repeated(const xmlNode *node, const struct index *ix)
{
	const char *id = docbook_id(node) == DB_coref ?
	    tree_attr(node, "linkend") : NULL;

	return id ? index_id(ix, id) : NULL;
}

/* A number that it has already stays. */
static void
give_number(xmlNode *mark, const char *number)
{
	if (mark && number && tree_resolved(mark, "number") == NULL)
		tree_set(mark, "number", number);
}

/* The callout's number goes to each mark that it names, and to its set. */
static void
number_areas(xmlNode *callout, const struct index *ix)
{
	const char *refs = tree_attr(callout, "arearefs");
	const char *number = tree_resolved(callout, "number");

	while (refs && number && *refs) {
		size_t len = strcspn(refs, " \t\r\n");
		char *id = gloss_strndup(refs, len);
		xmlNode *mark = len ? index_id(ix, id) : NULL;

		if (mark) {
			tree_set(mark, "number", number);
			give_number(repeated(mark, ix), number);
		}
		free(id);
		refs += len;
		refs += strspn(refs, " \t\r\n");
	}
}

/* A name that was never read is on no element. */
static bool
has_any(xmlDict *names, const char *name)
{
	return names == NULL || xmlDictExists(names, (const xmlChar *)name, -1);
}

void
marks_number(xmlNode *root, const struct index *ix)
{
	if (!has_any(root->doc->dict, "callout") &&
	    !has_any(root->doc->dict, "coref"))
		return;
	/* callouts come after their marks or before */
	for (xmlNode *n = root; n; n = tree_next(n, root))
		if (docbook_id(n) == DB_callout)
			number_areas(n, ix);
	for (xmlNode *n = root; n; n = tree_next(n, root)) {
		const xmlNode *mark = repeated(n, ix);

		if (mark)
			give_number(n, tree_resolved(mark, "number"));
	}
}
