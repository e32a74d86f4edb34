/* SPDX-License-Identifier: MIT */
/* The stages in their order. */
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <libxml/parser.h>
#include <libxml/xmlsave.h>

#include "gloss/alloc.h"
#include "gloss/convert.h"
#include "gloss/layout.h"

static struct product *
add_product(struct products *p, const struct format *format)
{
	if (p->len == p->cap) {
		p->cap = p->cap ? p->cap * 2 : 4;
		p->list = gloss_realloc(p->list, p->cap * sizeof *p->list);
	}
	p->list[p->len] = (struct product){ .format = format };
	return &p->list[p->len++];
}

static void
keep_tree(struct products *p, xmlDoc *tree)
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
		xmlFreeDoc(p->trees[i]);
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

/* The tree as XML, without the DTD whose entities are resolved by now. */
static void
print_tree(xmlDoc *doc, struct products *p)
{
	xmlBuffer *xml = xmlBufferCreate();
	xmlSaveCtxt *save = xmlSaveToBuffer(xml, "UTF-8", 0);
	struct product *product = add_product(p, NULL);

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

/* The further names of a document. */
static void
add_aliases(const xmlNode *document, const struct format *format,
    const char *extension, const char *file, struct products *p)
{
	for (const xmlNode *n = document->children; n; n = n->next) {
		struct product *product;

		if (layout_element(n) != L_ALIAS)
			continue;
		product = add_product(p, format);
		product->name = file_name(layout_attr(n, "name"), extension);
		product->link = gloss_strdup(file);
		format->stub(file, &product->bytes);
	}
}

static void
write_documents(xmlDoc *tree, const struct format *format,
    const struct write_options *options, struct products *p)
{
	const xmlNode *root = xmlDocGetRootElement(tree);

	for (const xmlNode *n = root->children; n; n = n->next) {
		const char *name = layout_attr(n, "name");
		const char *extension = format->extension ?
		    format->extension : layout_attr(n, "section");
		struct buf bytes[2] = { { 0 }, { 0 } };
		char *file = file_name(name, extension);

		format->write(n, options, bytes);
		*add_product(p, format) = (struct product){
			.name = file, .format = format, .bytes = bytes[0] };
		if (format->second)
			*add_product(p, format) = (struct product){
				.name = file_name(name, format->second),
				.format = format, .bytes = bytes[1] };
		if (format->stub)
			add_aliases(n, format, extension, file, p);
	}
}

/* Does an element that comes after from have this attribute? */
static bool
is_set_after(const xmlNode *from, const char *name, const xmlChar *ns)
{
	const xmlNode *n = from;

	/* a name that was never read is on no element */
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

/* The language that the words which we add are in. */
static xmlChar *
language_of(xmlDoc *doc)
{
	xmlChar *lang = xmlNodeGetLang(xmlDocGetRootElement(doc));

	return lang ? lang : xmlStrdup((const xmlChar *)"en");
}

/* A format in the making, aside from the others. */
struct job {
	xmlDoc *doc;
	const struct convert_options *options;
	const struct format *format;
	struct layout_options layout;
	xmlDoc *tree;
	struct products products;
	struct strings files;
	struct diags *d;
	bool good;
};

/* All of them, and the next that nobody has taken. */
struct jobs {
	struct job *list;
	size_t len;
	atomic_size_t next;
};

static void
do_job(struct job *job)
{
	const struct convert_options *o = job->options;

	if (o->read.files)
		job->layout.files = &job->files;
	job->tree = layout(job->doc, job->format->name, &job->layout, job->d);
	job->good = job->tree != NULL;
	if (job->good && o->stop_after == STAGE_LAYOUT)
		print_tree(job->tree, &job->products);
	else if (job->good)
		write_documents(job->tree, job->format, &o->write,
		    &job->products);
}

static void *
work(void *data)
{
	struct jobs *jobs = data;
	struct job *before = NULL;
	size_t i;

	while ((i = atomic_fetch_add(&jobs->next, 1)) < jobs->len) {
		/* what the last tree took, the next can have */
		if (before) {
			xmlFreeDoc(before->tree);
			before->tree = NULL;
		}
		before = &jobs->list[i];
		do_job(before);
	}
	return NULL;
}

/* This thread works too; where no other can be had, it works alone. */
static void
do_jobs(struct jobs *jobs, int limit)
{
	long processors = limit ? limit : sysconf(_SC_NPROCESSORS_ONLN);
	pthread_t threads[8];
	size_t started = 0;

	while (started + 1 < jobs->len && (long)started + 1 < processors &&
	    started < sizeof threads / sizeof *threads &&
	    pthread_create(&threads[started], NULL, work, jobs) == 0)
		started++;
	work(jobs);
	while (started > 0)
		pthread_join(threads[--started], NULL);
}

/* What a job made and said comes after what those before it did. */
static bool
finish_job(struct job *job, struct products *p, struct diags *d)
{
	struct strings *files = job->options->read.files;
	size_t len = p->len + job->products.len;

	if (files)
		strings_append(files, &job->files);
	diags_append(d, job->d, true);
	keep_tree(p, job->tree);
	if (job->products.len) {
		p->list = gloss_realloc(p->list, len * sizeof *p->list);
		memcpy(p->list + p->len, job->products.list,
		    job->products.len * sizeof *p->list);
		p->len = p->cap = len;
	}
	free(job->products.list);
	return job->good;
}

static bool
make(xmlDoc *doc, const struct convert_options *o, struct products *p,
    struct diags *d)
{
	xmlChar *lang = language_of(doc);
	struct jobs jobs = { 0 };
	bool tongues = is_set_after(xmlDocGetRootElement(doc), "lang",
	    XML_XML_NAMESPACE);
	bool good = true;

	while (o->formats[jobs.len])
		jobs.len++;
	jobs.list = gloss_calloc(jobs.len, sizeof *jobs.list);
	for (size_t i = 0; i < jobs.len; i++)
		jobs.list[i] = (struct job){
			.doc = doc,
			.options = o,
			.format = o->formats[i],
			.layout.params = o->params,
			.layout.lang = (const char *)lang,
			.layout.tongues = tongues,
			.layout.stylesheet =
			    o->stylesheets ? o->stylesheets[i] : NULL,
			.d = diags_new_like(d),
		};
	layout_init();
	do_jobs(&jobs, o->jobs);
	for (size_t i = 0; i < jobs.len; i++)
		good = finish_job(&jobs.list[i], p, d) && good;
	free(jobs.list);
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

/* Reads the collections, if there are any, and resolves for a format or all. */
static bool
resolve_with(xmlDoc *doc, const struct convert_options *o,
    const struct format *format, struct diags *d)
{
	struct resolve_options options = o->resolve;
	xmlDoc **docs;
	bool good = read_collections(o, &docs, d);

	for (const char *const *r = options.refs; r && *r && o->read.files; r++)
		strings_add(o->read.files, *r);
	options.collections = docs;
	options.outputformat = format ? format->name : NULL;
	good = good && resolve(doc, &options, d);
	for (xmlDoc **doc_of = docs; *doc_of; doc_of++)
		xmlFreeDoc(*doc_of);
	free(docs);
	return good;
}

/* Resolves a tree and makes of it what is asked for. */
static bool
finish(xmlDoc *doc, const struct convert_options *o,
    const struct format *format, struct products *p, struct diags *d)
{
	if (!resolve_with(doc, o, format, d))
		return false;
	if (o->check || (o->resolve.lookup && !o->resolve.lookup->found))
		return true;
	if (o->stop_after == STAGE_RESOLVE) {
		print_tree(doc, p);
		return true;
	}
	return make(doc, o, p, d);
}

/*
 * Where the document says what is for which format, each gets a tree of its
 * own; what is wrong with all of them is said once.
 */
static bool
finish_by_format(const xmlDoc *doc, const struct convert_options *o,
    struct products *p, struct diags *d)
{
	bool good = true;

	for (size_t i = 0; good && o->formats[i]; i++) {
		const struct format *const only[] = { o->formats[i], NULL };
		struct convert_options one = *o;
		struct diags *aside = diags_new_like(d);
		xmlDoc *copy = xmlCopyDoc((xmlDoc *)doc, 1);

		one.formats = only;
		one.stylesheets = o->stylesheets ? &o->stylesheets[i] : NULL;
		good = finish(copy, &one, o->formats[i], p, aside);
		diags_append(d, aside, true);
		keep_tree(p, copy);
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

bool
convert(const char *path, const struct convert_options *o,
    struct products *p, struct diags *d)
{
	xmlDoc *doc = read_document(path, &o->read, d);
	bool good = doc != NULL;

	if (good && o->stop_after == STAGE_READ && !o->check)
		print_tree(doc, p);
	else if (good && asks_for_format(doc))
		good = finish_by_format(doc, o, p, d);
	else if (good)
		good = finish(doc, o, NULL, p, d);
	keep_tree(p, doc);
	return good && diags_errors(d) == 0;
}
