/* SPDX-License-Identifier: MIT */
/* The steps of resolve, in order. */
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "gloss/resolve.h"
#include "resolve/normalise/collection.h"
#include "resolve/refer/anchors.h"
#include "resolve/refer/index.h"
#include "resolve/refer/lint.h"
#include "resolve/pages/lookup.h"
#include "resolve/refer/callouts.h"
#include "resolve/pages/name_section.h"
#include "resolve/normalise/normalise.h"
#include "resolve/normalise/passages.h"
#include "resolve/refer/number.h"
#include "resolve/pages/page.h"
#include "resolve/normalise/profile.h"
#include "resolve/refer/other_documents.h"
#include "sort.h"
#include "tree.h"
#include "resolve/refer/xref.h"

/* Sets the document's language on the root, and returns it. */
static char *
mark_language(xmlNode *root, const char *wanted)
{
	xmlChar *own;
	char *lang;
	xmlNs *xml = xmlSearchNs(root->doc, root, (const xmlChar *)"xml");

	if (wanted)
		xmlSetNsProp(root, xml, (const xmlChar *)"lang",
		    (const xmlChar *)wanted);
	own = xmlNodeGetLang(root);
	lang = gloss_strdup(own ? (const char *)own : "en");
	xmlFree(own);
	return lang;
}

/*
 * Returns false if a collection is not DocBook, or too much is copied from it.
 */
static bool
collect(xmlNode *root, const struct resolve_options *options, struct diags *d)
{
	xmlDoc *const *c = options->collections;

	for (; c && *c; c++)
		if (!normalise_names(*c, options, d))
			return false;
	return collection_fill(root, options, d);
}

static void
order(xmlNode *root, const struct resolve_options *options, const char *lang,
    struct diags *d)
{
	if (options->sort || options->divide)
		sort_readings(root, lang, d);
	if (options->sort)
		sort_entries(root, lang);
	else if (diags_wanted(d, DIAG_ORDER))
		sort_check(root, lang, d);
	if (options->divide)
		sort_divide(root, lang);
	if (options->index)
		sort_index(root, lang, options->huge, d);
}

bool
resolve(xmlDoc *doc, const struct resolve_options *options, struct diags *d)
{
	xmlNode *root = xmlDocGetRootElement(doc);
	xmlHashTable *gone;
	struct index *ix;
	struct refs *refs;
	struct pages *pages;
	char *lang, *footnote;
	bool fits;

	if (!normalise_names(doc, options, d))
		return false;
	if (!collect(root, options, d))
		return false;
	normalise_namespaces(doc);
	gone = profile_apply(root, options->profile, options->outputformat);
	lang = mark_language(root, options->lang);
	normalise_place(doc, d);
	normalise_shape(doc, options, d);
	normalise_links(doc);
	order(root, options, lang, d);
	footnote = options->word ? options->word(lang, "word.footnote") : NULL;
	ix = index_new(root, number_tree(root, options->huge, d), gone,
	    footnote, d);
	free(footnote);
	refs = refs_new(options->refs, lang, d);
	marks_number(root, ix);
	xref_resolve(root, ix, refs, options, d);
	refs_free(refs);
	index_report(ix);
	lint_check(root, ix, d);
	fits = anchors_mark(root, ix, options->huge, d);
	doc->_private = ix;
	xmlHashFree(gone, NULL);
	pages = page_mark(root, options, d);
	naming_mark(root, options, lang, pages, d);
	pages_free(pages);
	passages_mark(root);
	fits = (options->lookup || page_fits(root, options, lang, d)) && fits;
	if (options->write_refs)
		refs_write(root, options->write_refs);
	if (options->lookup)
		lookup_keep(root, options, lang);
	free(lang);
	return fits;
}

/*
 * Is it an element of DocBook or of resolve?  A row of another name stands in
 * for what is not known.
 */
static bool
is_known(const xmlNode *n)
{
	const struct docbook *row = docbook_of(n);

	return row ? strcmp(row->name, (const char *)n->name) == 0 :
	    n->ns && xmlStrEqual(n->ns->href, (const xmlChar *)RESOLVED_NS);
}

bool
resolve_has_unknown(const xmlDoc *doc)
{
	const xmlNode *root = xmlDocGetRootElement((xmlDoc *)doc);

	for (const xmlNode *n = root; n; n = tree_next(n, root))
		if (n->type == XML_ELEMENT_NODE && !is_known(n))
			return true;
	return false;
}

void
resolve_free(xmlDoc *doc)
{
	if (doc->_private)
		index_free(doc->_private);
	xmlFreeDoc(doc);
}
