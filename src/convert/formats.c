/* SPDX-License-Identifier: MIT */
/* All formats of a resolved tree, made on all processors. */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "gloss/layout.h"
#include "util/parallel.h"
#include "gloss/read.h"
#include "formats.h"
#include "products.h"

/* The language that the words which we add are in. */
static xmlChar *
language_of(xmlDoc *doc)
{
	xmlChar *lang = xmlNodeGetLang(xmlDocGetRootElement(doc));

	return lang ? lang : xmlStrdup((const xmlChar *)"en");
}

/* A text whose language is not told gets English words, as it must. */
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

/* A format in the making, aside from the others. */
struct job {
	const struct format *format;
	struct layout_options options;
	struct layout *layout;
	xmlDoc *tree;
	xmlNode **given; /* lists of the tree that have common items */
	bool good;
	struct products products;
	struct strings files;
	struct diags *d;
};

/* A batch of entries, and what is said of it. */
struct batch {
	struct diags *d;
	xmlDoc *tree;
};

/* All of them, and what they have in common. */
struct jobs {
	xmlDoc *doc;
	const struct convert_options *options;
	struct job *list;
	size_t len;

	struct entries *entries; /* NULL: none are laid out apart */
	struct batch *batches;
	size_t batch_count;

	size_t whole; /* formats whose layouts can lay out entries too */
	xmlDict *around; /* all that the others have to know; may be NULL */
	struct layout **idle; /* layouts for entries that nobody is running */
	size_t idle_count;
	pthread_mutex_t lock;
	struct layout **spare; /* further ones of the first format */
	size_t spare_count;
};

static void
leave_layout(struct jobs *jobs, struct layout *l)
{
	pthread_mutex_lock(&jobs->lock);
	jobs->idle[jobs->idle_count++] = l;
	pthread_mutex_unlock(&jobs->lock);
}

/*
 * No more threads run than there are layouts, and all of these are taken up
 * before the first batch: none is idle only where one could not be read.
 */
static struct layout *
take_layout(struct jobs *jobs)
{
	struct layout *l;

	pthread_mutex_lock(&jobs->lock);
	l = jobs->idle_count ? jobs->idle[--jobs->idle_count] : NULL;
	pthread_mutex_unlock(&jobs->lock);
	return l;
}

static struct layout *
read_stylesheet(struct jobs *jobs, struct job *job, xmlDict *names,
    struct diags *d)
{
	return layout_take(jobs->options->shelf, job->format->name,
	    &job->options, names, d);
}

/* The documents of a format, around the entries. */
static void
lay_out_format(struct jobs *jobs, size_t i)
{
	struct job *job = &jobs->list[i];
	bool whole = i < jobs->whole;

	job->layout = read_stylesheet(jobs, job,
	    whole ? jobs->doc->dict : jobs->around, job->d);
	if (job->layout == NULL)
		return;
	job->tree = layout_run(job->layout, jobs->doc, job->d);
	job->good = job->tree != NULL;
	if (whole)
		leave_layout(jobs, job->layout);
}

/* Only for the batches, so what is said of it is said there. */
static void
read_spare(struct jobs *jobs, size_t i)
{
	jobs->spare[i] = read_stylesheet(jobs, &jobs->list[0], jobs->doc->dict,
	    jobs->batches[i].d);
	if (jobs->spare[i])
		leave_layout(jobs, jobs->spare[i]);
}

static void
lay_out_batch(struct jobs *jobs, size_t i)
{
	struct layout *l = take_layout(jobs);

	if (l == NULL)
		return;
	jobs->batches[i].tree = entries_lay_out(jobs->entries, i, l,
	    jobs->batches[i].d);
	leave_layout(jobs, l);
}

/* A layout is ready for batches when its format's documents are laid out. */
static void
lay_out(void *data, size_t i)
{
	struct jobs *jobs = data;
	size_t layouts = jobs->len + jobs->spare_count;

	if (i < jobs->len)
		lay_out_format(jobs, i);
	else if (i < layouts)
		read_spare(jobs, i - jobs->len);
	else
		lay_out_batch(jobs, i - layouts);
}

static void
write_job(void *data, size_t i)
{
	struct jobs *jobs = data;
	struct job *job = &jobs->list[i];

	if (!job->good)
		return;
	if (jobs->options->stop_after == STAGE_LAYOUT)
		products_add_tree(job->tree, &job->products);
	else
		products_add_documents(job->tree, job->format,
		    &jobs->options->write, &job->products);
}

/*
 * Entries are laid out apart where all stylesheets are our own, which lay them
 * out alike, and where an entry is no page.
 */
static void
find_entries(struct jobs *jobs, const struct diags *like)
{
	const xmlNode *root = xmlDocGetRootElement(jobs->doc);

	for (size_t i = 0; i < jobs->len; i++)
		if (jobs->list[i].options.stylesheet)
			return;
	if (jobs->options->stop_after == STAGE_LAYOUT ||
	    xmlHasNsProp((xmlNode *)root, (const xmlChar *)"split",
		(const xmlChar *)RESOLVED_NS))
		return;
	jobs->entries = entries_new(jobs->doc);
	if (jobs->entries == NULL)
		return;
	jobs->batch_count = entries_batches(jobs->entries);
	jobs->batches = gloss_calloc(jobs->batch_count,
	    sizeof *jobs->batches);
	for (size_t i = 0; i < jobs->batch_count; i++)
		jobs->batches[i].d = diags_new_like(like);
}

/* All formats get them, or none. */
static void
share_entries(struct jobs *jobs)
{
	bool good = true;

	for (size_t i = 0; i < jobs->batch_count; i++)
		good = jobs->batches[i].tree && good;
	if (good)
		entries_join(jobs->entries);
	for (size_t i = 0; i < jobs->len; i++) {
		struct job *job = &jobs->list[i];

		job->good = good && job->good;
		if (job->good)
			job->given = entries_give(jobs->entries, job->tree);
	}
}

/* What a job made and said comes after what those before it did. */
static bool
finish_job(struct job *job, struct products *p,
    const struct convert_options *o, struct diags *d)
{
	struct strings *files = o->read.files;
	size_t len = p->len + job->products.len;

	if (files)
		strings_append(files, &job->files);
	diags_append(d, job->d, true);
	entries_take_back(job->given);
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

/* How many threads can lay out, and so how many layouts there must be. */
static size_t
count_threads(const struct jobs *jobs)
{
	size_t most = parallel_threads(jobs->options->jobs);
	/* to read a stylesheet takes as long as to lay out two batches */
	size_t useful = jobs->len + jobs->batch_count / 4;

	return most < useful ? most : useful;
}

static void
do_jobs(struct jobs *jobs, struct diags *d)
{
	size_t threads, layouts;

	find_entries(jobs, d);
	threads = count_threads(jobs);
	if (jobs->entries && threads > jobs->len)
		jobs->spare_count = threads - jobs->len;
	jobs->whole = jobs->len;
	if (jobs->entries && threads < jobs->len) {
		jobs->whole = threads;
		jobs->around = entries_names_around(jobs->entries);
	}
	layouts = jobs->len + jobs->spare_count;
	jobs->spare = gloss_calloc(jobs->spare_count + 1,
	    sizeof *jobs->spare);
	jobs->idle = gloss_calloc(layouts, sizeof *jobs->idle);
	parallel(layouts + jobs->batch_count, threads,
	    jobs->entries ? entries_memory(jobs->entries) : 0, lay_out, jobs);
	if (jobs->entries)
		share_entries(jobs);
	parallel(jobs->len, threads, 0, write_job, jobs);
}

bool
make(xmlDoc *doc, const struct convert_options *o, bool tongues,
    struct products *p, struct diags *d)
{
	xmlChar *lang = language_of(doc);
	struct jobs jobs = {
		.doc = doc, .options = o, .lock = PTHREAD_MUTEX_INITIALIZER
	};
	bool good = true;

	while (o->formats[jobs.len])
		jobs.len++;
	jobs.list = gloss_calloc(jobs.len, sizeof *jobs.list);
	for (size_t i = 0; i < jobs.len; i++) {
		struct job *job = &jobs.list[i];
		const char *stylesheet =
		    o->stylesheets ? o->stylesheets[i] : NULL;

		*job = (struct job){
			.format = o->formats[i],
			.options.params = o->params,
			.options.lang = (const char *)lang,
			.options.tongues = tongues,
			.options.stylesheet = stylesheet,
			.options.files = o->read.files ? &job->files : NULL,
			.d = diags_new_like(d),
		};
	}
	layout_init();
	check_language(doc, (const char *)lang, d);
	do_jobs(&jobs, d);
	for (size_t i = 0; i < jobs.batch_count; i++)
		diags_append(d, jobs.batches[i].d, true);
	for (size_t i = 0; i < jobs.len; i++)
		good = finish_job(&jobs.list[i], p, o, d) && good;
	for (size_t i = 0; i < jobs.spare_count; i++)
		layout_leave(o->shelf, jobs.spare[i]);
	entries_free(jobs.entries);
	xmlDictFree(jobs.around);
	for (size_t i = 0; i < jobs.batch_count; i++)
		products_keep(p, jobs.batches[i].tree);
	pthread_mutex_destroy(&jobs.lock);
	free(jobs.spare);
	free(jobs.idle);
	free(jobs.batches);
	free(jobs.list);
	xmlFree(lang);
	return good;
}
