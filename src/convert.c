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

bool
convert(const char *path, const struct convert_options *o,
    struct products *p, struct diags *d)
{
	xmlDoc *doc = read_document(path, &o->read, d);
	bool good = doc != NULL;

	if (good && (o->check || o->stop_after != STAGE_READ))
		good = resolve(doc, &o->resolve, d);
	if (good && !o->check) {
		if (o->stop_after < STAGE_LAYOUT)
			print_tree(doc, p);
		else
			good = make(doc, o, p, d);
	}
	xmlFreeDoc(doc);
	return good && diags_errors(d) == 0;
}
