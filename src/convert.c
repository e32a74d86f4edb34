/* SPDX-License-Identifier: MIT */
/* The stages in their order. */
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/xmlsave.h>

#include "gloss/alloc.h"
#include "gloss/convert.h"
#include "gloss/layout.h"

static struct product *
add_product(struct products *p, const struct format *format)
{
	p->list = gloss_realloc(p->list, (p->len + 1) * sizeof *p->list);
	p->list[p->len] = (struct product){ .format = format };
	return &p->list[p->len++];
}

void
products_free(struct products *p)
{
	for (size_t i = 0; i < p->len; i++) {
		free(p->list[i].name);
		buf_free(&p->list[i].bytes);
	}
	free(p->list);
	*p = (struct products){ 0 };
}

/* The tree as XML, without the DTD whose entities are resolved by now. */
static void
print_tree(xmlDoc *doc, struct products *p)
{
	xmlBuffer *xml = xmlBufferCreate();
	xmlSaveCtxt *save = xmlSaveToBuffer(xml, "UTF-8", 0);
	struct product *product = add_product(p, NULL);

	xmlSaveTree(save, xmlDocGetRootElement(doc));
	xmlSaveClose(save);
	buf_puts(&product->bytes, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	buf_add(&product->bytes, (const char *)xmlBufferContent(xml),
	    (size_t)xmlBufferLength(xml));
	buf_putc(&product->bytes, '\n');
	xmlBufferFree(xml);
}

static void
write_documents(xmlDoc *tree, const struct format *format,
    const struct write_options *options, struct products *p)
{
	const xmlNode *root = xmlDocGetRootElement(tree);

	for (const xmlNode *n = root->children; n; n = n->next) {
		struct product *product = add_product(p, format);
		struct buf name = { 0 };

		buf_printf(&name, "%s.%s", layout_attr(n, "name"),
		    format->extension ? format->extension
				      : layout_attr(n, "section"));
		product->name = name.data;
		format->write(n, options, &product->bytes);
	}
}

/* The language that the words which we add are in. */
static xmlChar *
language_of(xmlDoc *doc)
{
	xmlChar *lang = xmlNodeGetLang(xmlDocGetRootElement(doc));

	return lang ? lang : xmlStrdup((const xmlChar *)"en");
}

static bool
make(xmlDoc *doc, const struct convert_options *o, struct products *p,
    struct diags *d)
{
	xmlChar *lang = language_of(doc);
	struct layout_options options = {
		.params = o->params,
		.lang = (const char *)lang,
	};
	bool good = true;

	for (size_t i = 0; good && o->formats[i]; i++) {
		xmlDoc *tree;

		options.stylesheet = o->stylesheets ? o->stylesheets[i] : NULL;
		tree = layout(doc, o->formats[i]->name, &options, d);
		good = tree != NULL;
		if (good && o->stop_after == STAGE_LAYOUT)
			print_tree(tree, p);
		else if (good)
			write_documents(tree, o->formats[i], &o->write, p);
		xmlFreeDoc(tree);
	}
	xmlFree(lang);
	return good;
}

/* The collections, read; false where one could not be. */
static bool
read_collections(const struct convert_options *o, xmlDoc ***docs,
    struct diags *d)
{
	const char *const *path = o->collections;
	size_t len = 0;

	*docs = gloss_calloc(1, sizeof **docs);
	for (; path && *path; path++) {
		xmlDoc *doc = read_document(*path, &o->read, d);

		if (doc == NULL)
			return false;
		*docs = gloss_realloc(*docs, (len + 2) * sizeof **docs);
		(*docs)[len++] = doc;
		(*docs)[len] = NULL;
	}
	return true;
}

/* Reads the collections, if there are any, and resolves. */
static bool
resolve_with(xmlDoc *doc, const struct convert_options *o, struct diags *d)
{
	struct resolve_options options = o->resolve;
	xmlDoc **docs;
	bool good = read_collections(o, &docs, d);

	options.collections = docs;
	good = good && resolve(doc, &options, d);
	for (xmlDoc **doc_of = docs; *doc_of; doc_of++)
		xmlFreeDoc(*doc_of);
	free(docs);
	return good;
}

bool
convert(const char *path, const struct convert_options *o,
    struct products *p, struct diags *d)
{
	xmlDoc *doc = read_document(path, &o->read, d);
	bool good = doc != NULL;

	if (good && (o->check || o->stop_after != STAGE_READ))
		good = resolve_with(doc, o, d);
	if (good && !o->check) {
		if (o->stop_after < STAGE_LAYOUT)
			print_tree(doc, p);
		else
			good = make(doc, o, p, d);
	}
	xmlFreeDoc(doc);
	return good && diags_errors(d) == 0;
}
