/* SPDX-License-Identifier: MIT */
/* Runs the stages in order. */
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "gloss/convert.h"
#include "gloss/layout.h"
#include "formats.h"
#include "products.h"

/* Does from, or an element after it, have this attribute? */
static bool
is_set_after(const xmlNode *from, const char *name, const xmlChar *ns)
{
	const xmlNode *n = from;

	/* no element has an attribute that is not in the dictionary */
	if (n->doc->dict && !xmlDictExists(n->doc->dict,
	    (const xmlChar *)name, -1))
		return false;
	for (;;) {
		if (n->type == XML_ELEMENT_NODE && n->children) {
			n = n->children;
		} else {
			while (n->next == NULL && n->parent->type ==
			    XML_ELEMENT_NODE)
				n = n->parent;
			if (n->next == NULL)
				return false;
			n = n->next;
		}
		if (n->type == XML_ELEMENT_NODE && n->properties &&
		    xmlHasNsProp((xmlNode *)n, (const xmlChar *)name, ns))
			return true;
	}
}

/* Reads a NULL-terminated list of files, or NULL; returns false on an error. */
static bool
read_all(const char *const *paths, const struct read_options *o,
    xmlDoc ***docs, struct diags *d)
{
	size_t len = 0;
	bool good = true;

	*docs = gloss_calloc(1, sizeof **docs);
	for (; paths && *paths; paths++) {
		xmlDoc *doc = read_document(*paths, o, d);

		if (doc == NULL) {
			good = false;
			continue;
		}
		*docs = gloss_realloc(*docs, (len + 2) * sizeof **docs);
		(*docs)[len++] = doc;
		(*docs)[len] = NULL;
	}
	return good;
}

static void
free_all(xmlDoc **docs)
{
	for (xmlDoc **doc = docs; *doc; doc++)
		xmlFreeDoc(*doc);
	free(docs);
}

static xmlDoc **
copy_all(xmlDoc *const *docs)
{
	size_t len = 0;
	xmlDoc **copies;

	while (docs[len])
		len++;
	copies = gloss_calloc(len + 1, sizeof *copies);
	for (size_t i = 0; i < len; i++)
		copies[i] = xmlCopyDoc(docs[i], 1);
	return copies;
}

/* Other input of a document, read once: it may be standard input. */
struct given {
	xmlDoc **collections, **refs;
};

/* Resolves the tree for one format, or for all; it is changed in place. */
static bool
resolve_with(xmlDoc *doc, const struct convert_options *o,
    const struct given *given, const struct format *format, struct diags *d)
{
	struct resolve_options options = o->resolve;

	options.collections = given->collections;
	options.refs = given->refs;
	options.outputformat = format ? format->name : NULL;
	options.huge = o->read.huge;
	options.word = layout_word;
	return resolve(doc, &options, d);
}

static void
begin(const struct convert_options *o, enum stage stage)
{
	if (o->stage)
		atomic_store(o->stage, stage);
}

/*
 * Can only layout say all that a run would?  It takes longer than the check
 * does otherwise, so a document that has no unknown element goes without,
 * unless the user wants it.
 */
static bool
needs_layout(const xmlDoc *doc, const struct convert_options *o)
{
	for (size_t i = 0; o->stylesheets && o->formats[i]; i++)
		if (o->stylesheets[i])
			return true;
	return o->check_layout || resolve_has_unknown(doc);
}

/* Resolves a tree and makes the requested products. */
static bool
finish(xmlDoc *doc, const struct convert_options *o, const struct given *given,
    const struct format *format, struct products *p, struct diags *d)
{
	begin(o, STAGE_RESOLVE);
	if (!resolve_with(doc, o, given, format, d))
		return false;
	if (o->resolve.lookup && !o->resolve.lookup->found)
		return true;
	if (o->check && !needs_layout(doc, o)) {
		formats_check_language(doc, d);
		return true;
	}
	if (o->stop_after == STAGE_RESOLVE && !o->check) {
		products_add_tree(doc, p);
		return true;
	}
	begin(o, STAGE_LAYOUT);
	return formats_make(doc, o, is_set_after(xmlDocGetRootElement(doc), "lang",
	    XML_XML_NAMESPACE), p, d);
}

/*
 * A document with the attribute outputformat has a tree for each format;
 * messages about all of them are reported once.
 */
static bool
finish_by_format(const xmlDoc *doc, const struct convert_options *o,
    const struct given *given, struct products *p, struct diags *d)
{
	bool good = true;

	for (size_t i = 0; good && o->formats[i]; i++) {
		const struct format *const only[] = { o->formats[i], NULL };
		struct convert_options one = *o;
		struct diags *aside = diags_new_like(d);
		xmlDoc *copy = xmlCopyDoc((xmlDoc *)doc, 1);
		struct given copies = { copy_all(given->collections),
			copy_all(given->refs) };

		one.formats = only;
		one.stylesheets = o->stylesheets ? &o->stylesheets[i] : NULL;
		good = finish(copy, &one, &copies, o->formats[i], p, aside);
		free_all(copies.collections);
		free_all(copies.refs);
		diags_append(d, aside, true);
		products_keep(p, copy);
	}
	return good;
}

static bool
asks_for_format(const xmlDoc *doc)
{
	const xmlNode *root = xmlDocGetRootElement((xmlDoc *)doc);
	const xmlChar *name = (const xmlChar *)"outputformat";

	return xmlHasNsProp((xmlNode *)root, name, NULL) ||
	    is_set_after(root, (const char *)name, NULL);
}

/* Reads the other input, and makes the requested products. */
static bool
finish_with(xmlDoc *doc, const struct convert_options *o, struct products *p,
    struct diags *d)
{
	struct given given;
	bool good = read_all(o->collections, &o->read, &given.collections, d);

	/* go on after an error, to report further ones */
	read_all(o->refs, &o->read, &given.refs, d);
	if (good && asks_for_format(doc))
		good = finish_by_format(doc, o, &given, p, d);
	else if (good)
		good = finish(doc, o, &given, NULL, p, d);
	free_all(given.collections);
	free_all(given.refs);
	return good;
}

bool
convert(const char *path, const struct convert_options *o,
    struct products *p, struct diags *d)
{
	struct read_options read = o->read;
	xmlDoc *doc;
	bool good;

	/* a printed tree keeps its white space */
	read.indented = o->stop_after <= STAGE_RESOLVE;
	doc = read_document(path, &read, d);
	good = doc != NULL;
	if (good && o->stop_after == STAGE_READ && !o->check)
		products_add_tree(doc, p);
	else if (good)
		good = finish_with(doc, o, p, d);
	products_keep(p, doc);
	return good && diags_errors(d) == 0;
}
