/* SPDX-License-Identifier: MIT */
/* The steps of resolve, in their order. */
#include "gloss/resolve.h"
#include "index.h"
#include "normalise.h"
#include "number.h"
#include "page.h"
#include "tree.h"
#include "xref.h"

/* The language that every stylesheet may ask the root for. */
static void
mark_language(xmlNode *root, const char *lang)
{
	xmlNs *xml = xmlSearchNs(root->doc, root, (const xmlChar *)"xml");

	if (lang)
		xmlSetNsProp(root, xml, (const xmlChar *)"lang",
		    (const xmlChar *)lang);
}

bool
resolve(xmlDoc *doc, const struct resolve_options *options, struct diags *d)
{
	xmlNode *root = xmlDocGetRootElement(doc);
	struct index *ix;

	if (!normalise_names(doc, d))
		return false;
	mark_language(root, options->lang);
	normalise_shape(doc, d);
	number_tree(root);
	ix = index_new(root, d);
	xref_resolve(root, ix, d);
	index_free(ix);
	page_mark(root, options);
	return true;
}
