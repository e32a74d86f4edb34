/* SPDX-License-Identifier: MIT */
/* Makes all formats of a resolved tree, with several threads. */
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "gloss/layout.h"
#include "resolve/tree.h"
#include "util/hash.h"
#include "util/parallel.h"
#include "gloss/read.h"
#include "formats.h"
#include "products.h"

/* The language of the generated words. */
static xmlChar *
language_of(xmlDoc *doc)
{
	xmlChar *lang = xmlNodeGetLang(xmlDocGetRootElement(doc));

	return lang ? lang : xmlStrdup((const xmlChar *)"en");
}

/*
 * Warns if there is no translation for the document's language, so that English
 * words are used.
 */
static void
check_language(const xmlDoc *doc, const char *lang, struct diags *d)
{
	const xmlNode *root = xmlDocGetRootElement((xmlDoc *)doc);
	xmlChar *file;

	if (*lang == '\0' || layout_speaks(lang))
		return;
	file = read_file_of(root);
	diag(d, DIAG_LANGUAGE, (const char *)file, read_line_of(root),
	    "the words that glossc adds are English, as it has none in the "
	    "language \"%s\"; --param=NAME=VALUE sets one", lang);
	xmlFree(file);
}

/* A format being made, in any thread. */
struct format_job {
	const struct format *format;
	struct layout_options options;
	struct layout *layout;
	xmlDoc *tree;
	xmlNode **given; /* lists of the tree with shared items */
	bool good;
	struct products products;
	struct strings files;
	struct strings clashes; /* see products_add_documents() */
	struct diags *d;
};

/* A batch of entries after layout, and its diagnostics. */
struct batch_result {
	struct diags *d;
	xmlDoc *tree;
};

/* What a thread needs for entries: its copy of entries.xsl. */
struct lane {
	struct layout *layout;
	struct diags *d;
};

/* All formats, and what they share. */
struct jobs {
	xmlDoc *doc;
	const struct convert_options *options;
	struct format_job *list;
	size_t len;
	size_t users; /* number of formats with a user's stylesheet */

	/* entries.xsl lays out the entries once for all built-in formats */
	struct entries *entries; /* NULL: none to share */
	struct layout_options entries_options;
	xmlDict *around; /* names of the elements outside the entries, or
			  * NULL */
	struct batch_result *batches;
	size_t batch_count;
	atomic_size_t next_batch; /* next batch that no thread has taken */
	struct lane *lanes;
	size_t lane_count;
};

static bool
is_users(const struct format_job *job)
{
	return job->options.stylesheet != NULL;
}

/* Lays out a format, without the entries if they are shared. */
static void
lay_out_format(struct jobs *jobs, struct format_job *job)
{
	job->layout = layout_take(jobs->options->shelf, job->format->name,
	    &job->options, jobs->entries ? jobs->around : jobs->doc->dict,
	    job->d);
	if (job->layout)
		job->tree = layout_run(job->layout, jobs->doc, job->d);
	job->good = job->tree != NULL;
}

/* Lays out batches until none is left. */
static void
lay_out_entries(struct jobs *jobs, struct lane *lane)
{
	size_t i;

	while ((i = atomic_fetch_add(&jobs->next_batch, 1)) <
	    jobs->batch_count) {
		if (lane->layout == NULL)
			lane->layout = layout_take(jobs->options->shelf,
			    ENTRIES_FORMAT, &jobs->entries_options,
			    jobs->doc->dict, lane->d);
		if (lane->layout == NULL)
			return;
		jobs->batches[i].tree = entries_lay_out(jobs->entries, i,
		    lane->layout, jobs->batches[i].d);
	}
}

/* A user's stylesheet may lay out entries too, so it gets the whole tree. */
static void
lay_out_users(void *data, size_t i)
{
	struct jobs *jobs = data;

	if (is_users(&jobs->list[i]))
		lay_out_format(jobs, &jobs->list[i]);
}

static void
lay_out(void *data, size_t i)
{
	struct jobs *jobs = data;

	if (i >= jobs->len)
		lay_out_entries(jobs, &jobs->lanes[i - jobs->len]);
	else if (!is_users(&jobs->list[i]))
		lay_out_format(jobs, &jobs->list[i]);
}

static void
write_job(void *data, size_t i)
{
	struct jobs *jobs = data;
	struct format_job *job = &jobs->list[i];

	if (!job->good)
		return;
	if (jobs->options->stop_after == STAGE_LAYOUT) {
		entries_adopt(job->given);
		products_add_tree(job->tree, &job->products);
	} else {
		products_add_documents(job->tree, job->format,
		    &jobs->options->write, &job->products, &job->clashes);
	}
}

static bool
wants_entries(const struct jobs *jobs)
{
	const xmlNode *root = xmlDocGetRootElement(jobs->doc);

	/* entries that are pages are laid out by the format's stylesheet */
	return jobs->users < jobs->len && !xmlHasNsProp((xmlNode *)root,
	    (const xmlChar *)"split", (const xmlChar *)RESOLVED_NS);
}

/* Takes the entries out of the tree, to be laid out separately. */
static void
find_entries(struct jobs *jobs, const struct diags *like)
{
	if (!wants_entries(jobs))
		return;
	jobs->entries = entries_new(jobs->doc);
	if (jobs->entries == NULL)
		return;
	jobs->around = entries_names_around(jobs->entries);
	jobs->batch_count = entries_batches(jobs->entries);
	jobs->batches = gloss_calloc(jobs->batch_count,
	    sizeof *jobs->batches);
	for (size_t i = 0; i < jobs->batch_count; i++)
		jobs->batches[i].d = diags_new_like(like);
}

/* Gives the entries to all built-in formats; if one batch failed, to none. */
static void
share_entries(struct jobs *jobs)
{
	bool good = true;

	for (size_t i = 0; i < jobs->batch_count; i++)
		good = jobs->batches[i].tree && good;
	if (good)
		entries_join(jobs->entries);
	for (size_t i = 0; i < jobs->len; i++) {
		struct format_job *job = &jobs->list[i];

		if (is_users(job))
			continue;
		job->good = good && job->good;
		if (job->good)
			job->given = entries_give(jobs->entries, job->tree);
	}
}

/* Reports anchors that clash, where their entries are in the source. */
static void
tell_clashes(const struct format_job *job, const xmlDoc *doc)
{
	const struct strings *clashes = &job->clashes;
	xmlNode *root = xmlDocGetRootElement((xmlDoc *)doc);
	xmlHashTable *ids;

	if (clashes->len == 0)
		return;
	ids = hash_new(clashes->len);
	for (size_t i = 0; i < clashes->len; i += 2)
		hash_set(ids, clashes->list[i], clashes->list[i + 1]);
	for (xmlNode *n = root; n; n = tree_next(n, root)) {
		const char *anchor = docbook_id(n) == DB_glossentry ?
		    tree_resolved(n, "anchor") : NULL;
		const char *id = anchor ?
		    xmlHashLookup(ids, (const xmlChar *)anchor) : NULL;
		xmlChar *file;

		if (id == NULL)
			continue;
		file = read_file_of(n);
		diag(job->d, DIAG_ANCHOR, (const char *)file, read_line_of(n),
		    "in a web page, another entry or section has the anchor "
		    "of \"%s\"; %s%s", anchor, *id ? "this one is #" :
		    "this one has none: give it an xml:id", id);
		xmlFree(file);
	}
	xmlHashFree(ids, NULL);
}

/* Appends the products and diagnostics of a job, in the order of the jobs. */
static bool
finish_job(struct format_job *job, const xmlDoc *doc, struct products *p,
    const struct convert_options *o, struct diags *d)
{
	struct strings *files = o->read.files;
	size_t len = p->len + job->products.len;

	if (files)
		strings_append(files, &job->files);
	tell_clashes(job, doc);
	strings_free(&job->clashes);
	diags_append(d, job->d, true);
	products_keep(p, job->tree);
	if (job->products.len) {
		p->list = gloss_realloc(p->list, len * sizeof *p->list);
		memcpy(p->list + p->len, job->products.list,
		    job->products.len * sizeof *p->list);
		p->len = p->cap = len;
	}
	free(job->products.list);
	layout_leave(o->shelf, job->layout);
	return job->good;
}

/* How many threads can be used. */
static size_t
count_threads(const struct jobs *jobs)
{
	size_t most = parallel_threads(jobs->options->jobs);
	/* compiling a stylesheet takes as long as laying out two batches */
	size_t useful = jobs->len + jobs->batch_count / 4;

	return most < useful ? most : useful;
}

static void
do_jobs(struct jobs *jobs, struct diags *d)
{
	size_t threads = count_threads(jobs);

	if (jobs->users)
		parallel_run(jobs->len, threads, 0, lay_out_users, jobs);
	find_entries(jobs, d);
	threads = count_threads(jobs);
	jobs->lane_count = jobs->entries ? threads : 0;
	jobs->lanes = gloss_calloc(jobs->lane_count + 1, sizeof *jobs->lanes);
	for (size_t i = 0; i < jobs->lane_count; i++)
		jobs->lanes[i].d = diags_new_like(d);
	parallel_run(jobs->len + jobs->lane_count, threads,
	    jobs->entries ? entries_memory(jobs->entries) : 0, lay_out, jobs);
	if (jobs->entries)
		share_entries(jobs);
	/* shared entries can be children of only one tree at a time */
	parallel_run(jobs->len, jobs->options->stop_after == STAGE_LAYOUT ? 1 :
	    threads, 0, write_job, jobs);
}

/* Appends the diagnostics of the entries before those of the formats. */
static void
finish_entries(struct jobs *jobs, struct products *p, struct diags *d)
{
	for (size_t i = 0; i < jobs->lane_count; i++) {
		diags_append(d, jobs->lanes[i].d, true);
		layout_leave(jobs->options->shelf, jobs->lanes[i].layout);
	}
	for (size_t i = 0; i < jobs->batch_count; i++) {
		diags_append(d, jobs->batches[i].d, true);
		products_keep(p, jobs->batches[i].tree);
	}
	free(jobs->lanes);
	free(jobs->batches);
}

void
formats_check_language(const xmlDoc *doc, struct diags *d)
{
	xmlChar *lang = language_of((xmlDoc *)doc);

	layout_init();
	check_language(doc, (const char *)lang, d);
	xmlFree(lang);
}

bool
formats_make(xmlDoc *doc, const struct convert_options *o, bool tongues,
    struct products *p, struct diags *d)
{
	xmlChar *lang = language_of(doc);
	struct jobs jobs = {
		.doc = doc, .options = o,
		.entries_options.params = o->params,
		.entries_options.lang = (const char *)lang,
		.entries_options.tongues = tongues,
	};
	bool good = true;

	while (o->formats[jobs.len])
		jobs.len++;
	jobs.list = gloss_calloc(jobs.len, sizeof *jobs.list);
	for (size_t i = 0; i < jobs.len; i++) {
		struct format_job *job = &jobs.list[i];
		const char *stylesheet =
		    o->stylesheets ? o->stylesheets[i] : NULL;

		*job = (struct format_job){
			.format = o->formats[i],
			.options.params = o->params,
			.options.lang = (const char *)lang,
			.options.tongues = tongues,
			.options.stylesheet = stylesheet,
			.options.files = o->read.files ? &job->files : NULL,
			.d = diags_new_like(d),
		};
		jobs.users += is_users(job);
	}
	layout_init();
	check_language(doc, (const char *)lang, d);
	do_jobs(&jobs, d);
	for (size_t i = 0; i < jobs.len; i++)
		entries_take_back(jobs.list[i].given);
	entries_free(jobs.entries);
	finish_entries(&jobs, p, d);
	for (size_t i = 0; i < jobs.len; i++)
		good = finish_job(&jobs.list[i], doc, p, o, d) && good;
	xmlDictFree(jobs.around);
	free(jobs.list);
	xmlFree(lang);
	return good;
}
