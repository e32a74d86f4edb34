/* SPDX-License-Identifier: MIT */
/* The products of a run, before they become files. */
#include <stdlib.h>
#include <string.h>

#include <libxml/xmlsave.h>

#include "util/alloc.h"
#include "gloss/resolve.h"
#include "products.h"

/* Adds an empty product; the list owns it. */
static struct product *
add(struct products *p, const struct format *format)
{
	p->list = gloss_room(p->list, p->len, &p->cap, sizeof *p->list);
	p->list[p->len] = (struct product){ .format = format };
	return &p->list[p->len++];
}

void
products_keep(struct products *p, xmlDoc *tree)
{
	if (tree == NULL)
		return;
	p->trees = gloss_realloc(p->trees,
	    (p->trees_len + 1) * sizeof *p->trees);
	p->trees[p->trees_len++] = tree;
}

void
products_free_trees(struct products *p)
{
	for (size_t i = 0; i < p->trees_len; i++)
		resolve_free(p->trees[i]);
	free(p->trees);
	p->trees = NULL;
	p->trees_len = 0;
}

void
products_free(struct products *p)
{
	products_free_trees(p);
	for (size_t i = 0; i < p->len; i++) {
		free(p->list[i].name);
		free(p->list[i].link);
		buf_free(&p->list[i].bytes);
	}
	free(p->list);
	*p = (struct products){ 0 };
}

void
products_add_tree(xmlDoc *doc, struct products *p)
{
	xmlBuffer *xml = xmlBufferCreate();
	xmlSaveCtxt *save = xmlSaveToBuffer(xml, "UTF-8", 0);
	struct product *product = add(p, NULL);

	/* resolve may have moved namespace declarations */
	xmlReconciliateNs(doc, xmlDocGetRootElement(doc));
	xmlSaveTree(save, xmlDocGetRootElement(doc));
	xmlSaveClose(save);
	buf_puts(&product->bytes,
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	buf_add(&product->bytes, (const char *)xmlBufferContent(xml),
	    (size_t)xmlBufferLength(xml));
	buf_putc(&product->bytes, '\n');
	xmlBufferFree(xml);
}

static char *
file_name(const char *name, const char *extension)
{
	struct buf file = { 0 };

	buf_printf(&file, "%s.%s", name, extension);
	return file.data;
}

/* Adds the other names of a document. */
static void
add_aliases(const xmlNode *document, const struct format *format,
    const char *extension, const char *file, struct products *p)
{
	for (const xmlNode *n = document->children; n; n = n->next) {
		struct product *product;

		if (layout_element(n) != L_ALIAS)
			continue;
		product = add(p, format);
		product->name = file_name(layout_attr(n, "name"), extension);
		product->link = gloss_strdup(file);
		format->stub(file, &product->bytes);
	}
}

/* A further file of a document. */
struct further {
	struct products *products;
	const struct format *format;
	struct strings *clashes;
};

static void
add_clash(void *to, const char *anchor, const char *id)
{
	const struct further *further = to;

	strings_add(further->clashes, anchor);
	strings_add(further->clashes, id ? id : "");
}

static void
add_page(void *to, const char *file, struct buf bytes)
{
	const struct further *further = to;
	struct product *product = add(further->products, further->format);

	product->name = gloss_strdup(file);
	product->bytes = bytes;
}

void
products_add_documents(xmlDoc *tree, const struct format *format,
    const struct write_options *options, struct products *p,
    struct strings *clashes)
{
	const xmlNode *root = xmlDocGetRootElement(tree);
	struct further further = { p, format, clashes };
	struct write_options with = *options;

	with.page = add_page;
	with.clash = add_clash;
	with.to = &further;
	for (const xmlNode *n = root->children; n; n = n->next) {
		const char *name = layout_attr(n, "name");
		const char *extension = format->extension ?
		    format->extension : layout_attr(n, "section");
		struct buf bytes[2] = { { 0 }, { 0 } };
		char *file = file_name(name, extension);

		format->write(n, &with, bytes);
		*add(p, format) = (struct product){
			.name = file, .format = format, .bytes = bytes[0] };
		if (format->second)
			*add(p, format) = (struct product){
				.name = file_name(name, format->second),
				.format = format, .bytes = bytes[1] };
		if (format->stub)
			add_aliases(n, format, extension, file, p);
	}
}
