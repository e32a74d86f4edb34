/* SPDX-License-Identifier: MIT */
/* The command: options, files, exit status. */
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <libxml/hash.h>
#include <libxml/parser.h>
#include <libxml/xmlmemory.h>
#include <unicode/uclean.h>

#include "util/alloc.h"
#include "gloss/convert.h"
#include "gloss/layout.h"
#include "gloss/limits.h"
#include "util/parallel.h"
#include "util/path.h"
#include "dropin/dropin.h"
#include "depfile.h"
#include "options.h"
#include "output.h"
#include "progress.h"

/* Exit statuses, which scripts and makefiles rely on. */
enum { EXIT_INPUT = 1, EXIT_USAGE = 2, EXIT_OUTPUT = 3 };

/* The conversion of one file of the command line, in any thread. */
struct job {
	struct products products;
	struct strings read;   /* names of the files read, if wanted */
	struct diags *d;       /* used until the job is done */
	bool good;
};

/* A run of the program: its options and results. */
struct command {
	struct options options;
	struct convert_options convert; /* options.convert, with the output
					 * buffers set */
	struct job *jobs;      /* one per file */
	size_t threads;        /* threads */
	struct progress progress;
	struct buf refs_bytes; /* content of the --write-refs file */
	struct lookup lookup;
	struct dropin dropin;  /* the program that glossc was called as */
	struct strings read;   /* files read by all jobs */
	struct diags *d;
	char date[16];
	char time[16];
};

/* Prints to standard output; a write error (disk full) is an error. */
static int
say(const struct buf *text)
{
	if (fputs(buf_str(text), stdout) != EOF && fflush(stdout) != EOF)
		return EXIT_SUCCESS;
	fprintf(stderr, "glossc: cannot write standard output: %s\n",
	    strerror(errno));
	return EXIT_OUTPUT;
}

/* Is the terminal of this type (TERM)? */
static bool
is_terminal(const char *type)
{
	const char *term = getenv("TERM");

	return term && strcmp(term, type) == 0;
}

static bool
is_dumb(void)
{
	return getenv("TERM") == NULL || is_terminal("dumb");
}

/* Use colour on a terminal, unless the user objects (https://no-color.org). */
static bool
wants_color(const struct options *o)
{
	const char *no = getenv("NO_COLOR");

	if (o->color != WHEN_AUTO)
		return o->color == WHEN_ALWAYS;
	return isatty(STDOUT_FILENO) && (no == NULL || *no == '\0') &&
	    !is_dumb();
}

/* Links on a terminal with colour, but for those that can't follow them. */
static bool
wants_links(const struct options *o)
{
	if (o->hyperlink != WHEN_AUTO)
		return o->hyperlink == WHEN_ALWAYS;
	return isatty(STDOUT_FILENO) && wants_color(o) &&
	    !is_terminal("linux") && !is_terminal("eterm-color");
}

/* --lookup prints to the terminal: width and colour follow it. */
static void
set_up_lookup(struct command *c)
{
	struct write_options *w = &c->convert.write;
	struct winsize size;

	c->lookup.term = c->options.lookup;
	/* a later file may have the term itself */
	c->lookup.guesses = c->options.files_len == 1;
	c->convert.resolve.lookup = &c->lookup;
	if (c->options.output)
		return;
	c->options.output = "-";
	w->looks = wants_color(&c->options);
	w->links = wants_links(&c->options);
	if (w->width == 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 &&
	    size.ws_col > 0 && size.ws_col < TEXT_WIDTH)
		w->width = size.ws_col;
}

/* Date and time of SOURCE_DATE_EPOCH, for reproducible builds. */
static bool
take_epoch(struct command *c)
{
	const char *text = getenv("SOURCE_DATE_EPOCH");
	struct tm day;
	time_t when;
	char *end;

	if (text == NULL || *text == '\0')
		return true;
	when = (time_t)strtoll(text, &end, 10);
	if (*end || gmtime_r(&when, &day) == NULL ||
	    strftime(c->date, sizeof c->date, "%Y-%m-%d", &day) == 0 ||
	    strftime(c->time, sizeof c->time, "%H:%M:%S", &day) == 0) {
		fprintf(stderr, "glossc: SOURCE_DATE_EPOCH is no number of "
		    "seconds: \"%s\"\n", text);
		return false;
	}
	c->convert.resolve.date = c->date;
	c->convert.resolve.time = c->time;
	return true;
}

/* Completes the options: output buffers, SOURCE_DATE_EPOCH, terminal. */
static bool
set_up(struct command *c)
{
	const struct options *o = &c->options;

	c->convert = o->convert;
	c->convert.stage = &c->progress.stage;
	if (o->write_refs)
		c->convert.resolve.write_refs = &c->refs_bytes;
	if (o->lookup)
		set_up_lookup(c);
	return take_epoch(c);
}

/*
 * The path for another name of a page: next to it, as with the stylesheets of
 * DocBook XSL.  NULL: none, because the page is not written to a file, or under
 * another name than the one that its other names lead to.
 */
static char *
place_beside(const struct command *c, const struct product *p)
{
	const char *to = c->options.output;

	if (strcmp(to, "-") == 0 || (!c->convert.resolve.aliases &&
	    strcmp(path_name(to), p->link) != 0))
		return NULL;
	return path_beside(to, p->name);
}

/* The target of a symbolic link, or NULL if it is to be a file. */
static const char *
link_of(const struct command *c, const struct product *p)
{
	const struct dropin *dropin = c->options.dropin;
	const char *to = c->options.output;

	if (p->link && dropin && dropin->prefix)
		return dropin->names == NAMES_AS_LINKS ? p->link : NULL;
	if (p->link == NULL || !(c->convert.resolve.aliases ||
	    c->convert.resolve.split))
		return NULL;
	if (to == NULL || output_is_folder(to))
		return p->link;
	return path_name(to);
}

/* The path where the program that glossc was called as puts a page; see place(). */
static char *
place_as_told(const struct dropin *dropin, const struct product *p)
{
	const char *dot = strrchr(p->name, '.');
	struct buf path = { 0 };

	if (p->link && dropin->names == NAMES_NOWHERE)
		return NULL;
	buf_puts(&path, dropin->prefix);
	if (dropin->by_section && dot)
		buf_printf(&path, "man%s/", dot + 1);
	buf_puts(&path, p->name);
	return path.data;
}

/* The path of a product, to be freed by the caller; NULL: it is not written. */
static char *
place(const struct command *c, const struct product *p)
{
	const char *to = c->options.output;
	struct buf path = { 0 };

	if (c->options.dropin && c->options.dropin->prefix)
		return place_as_told(c->options.dropin, p);
	if (p->link && to && !output_is_folder(to))
		return place_beside(c, p);
	if (p->format == NULL && to == NULL) {
		buf_putc(&path, '-');
	} else if (to == NULL) {
		buf_puts(&path, p->name);
	} else {
		buf_puts(&path, to);
		if (p->format && output_is_folder(to)) {
			if (buf_last(&path) != '/')
				buf_putc(&path, '/');
			buf_puts(&path, p->name);
		}
	}
	return path.data;
}

/* A key that is the same for all spellings of a path. */
static char *
place_key(const char *path)
{
	char *in = path_folder(path);
	struct buf key = { 0 };
	struct stat st;

	if (strcmp(path, "-") != 0 && stat(in, &st) == 0)
		buf_printf(&key, "%ju %ju %s", (uintmax_t)st.st_dev,
		    (uintmax_t)st.st_ino, path_name(path));
	else
		buf_puts(&key, path);
	free(in);
	return key.data;
}

/* Reports two outputs with the same path; returns false. */
static bool
are_apart(const struct output *out, size_t len, struct diags *d)
{
	xmlHashTable *paths = xmlHashCreate(64);
	bool is_free = true;
	size_t i = 0;

	while (i < len) {
		char *key = place_key(out[i].path);

		is_free = xmlHashAddEntry(paths, (const xmlChar *)key,
		    paths) == 0;
		free(key);
		if (!is_free)
			break;
		i++;
	}
	xmlHashFree(paths, NULL);
	if (i < len && strcmp(out[i].path, "-") == 0)
		diag(d, DIAG_USAGE, NULL, 0, "two outputs would go to standard "
		    "output; ask for one of them, or name a folder that exists "
		    "with --output");
	else if (i < len)
		diag(d, DIAG_USAGE, NULL, 0, "two outputs would go to "
		    "\"%s\"; name a folder that exists with --output, or give "
		    "each its own --name", out[i].path);
	return i == len;
}

/* A key for a regular file; NULL if it is not one. */
static char *
identity(const char *path)
{
	struct buf key = { 0 };
	struct stat st;

	if (stat(path, &st) == 0 && S_ISREG(st.st_mode))
		buf_printf(&key, "%ju %ju", (uintmax_t)st.st_dev,
		    (uintmax_t)st.st_ino);
	return key.data;
}

static void
add_inputs(xmlHashTable *inputs, const char *const *paths, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		char *key = paths[i] ? identity(paths[i]) : NULL;

		if (key)
			xmlHashAddEntry(inputs, (const xmlChar *)key, inputs);
		free(key);
	}
}

/*
 * Reports an output that would replace a file that the command line names or
 * that was read; returns false.
 */
static bool
are_new(const struct command *c, const struct output *out, size_t len,
    struct diags *d)
{
	const struct options *o = &c->options;
	xmlHashTable *inputs = xmlHashCreate(64);
	bool good = true;

	add_inputs(inputs, (const char *const *)o->files, o->files_len);
	add_inputs(inputs, o->collections.items, o->collections.len);
	add_inputs(inputs, o->entities.items, o->entities.len);
	add_inputs(inputs, o->refs.items, o->refs.len);
	add_inputs(inputs, o->sheets.items, o->sheets.len);
	add_inputs(inputs, (const char *const *)c->read.list, c->read.len);
	for (size_t i = 0; i < len && good; i++) {
		/* "-" is standard output, whatever file has that name */
		char *key = strcmp(out[i].path, "-") != 0 ?
		    identity(out[i].path) : NULL;

		good = !key || !xmlHashLookup(inputs, (const xmlChar *)key);
		if (!good)
			diag(d, DIAG_USAGE, NULL, 0, "\"%s\" is an input, "
			    "and would be replaced; name another output", out[i].path);
		free(key);
	}
	xmlHashFree(inputs, NULL);
	return good;
}

/* Makes the depfile, after all paths are known. */
static void
make_rule(const struct command *c, const struct output *out, size_t len,
    struct buf *rule, struct diags *d)
{
	struct strings targets = { 0 };

	for (size_t i = 0; i < len; i++)
		strings_add(&targets, out[i].path);
	depfile_add(rule, &targets, &c->read, d);
	strings_free(&targets);
}

static size_t
count_products(const struct command *c)
{
	size_t len = 0;

	for (size_t i = 0; i < c->options.files_len; i++)
		len += c->jobs[i].products.len;
	return len;
}

/* Adds the outputs of a job from out[len] on; returns the new length. */
static size_t
place_products(const struct command *c, const struct products *p,
    struct output *out, size_t len)
{
	for (size_t i = 0; i < p->len; i++) {
		char *path = place(c, &p->list[i]);

		if (path == NULL)
			continue;
		out[len].path = path;
		out[len].link = link_of(c, &p->list[i]);
		out[len].is_xml = p->list[i].format == NULL;
		out[len++].bytes = &p->list[i].bytes;
	}
	return len;
}

static void
say_written(const char *path)
{
	struct buf text = { 0 };

	buf_puts(&text, "glossc: wrote ");
	diag_visible(&text, path);
	fprintf(stderr, "%s\n", text.data);
	buf_free(&text);
}

/* The paths of all outputs so far, a line each. */
static void
list_outputs(const struct output *out, size_t len, struct buf *list)
{
	for (size_t i = 0; i < len; i++)
		buf_printf(list, "%s\n", out[i].path);
}

static int
write_products(const struct command *c, struct diags *d)
{
	const struct dropin *dropin = c->options.dropin;
	struct output *out = gloss_calloc(count_products(c) + 3, sizeof *out);
	struct buf rule = { 0 }, list = { 0 };
	size_t len = 0;
	int status = EXIT_SUCCESS;

	for (size_t i = 0; i < c->options.files_len; i++)
		len = place_products(c, &c->jobs[i].products, out, len);
	if (c->options.write_refs) {
		out[len].path = gloss_strdup(c->options.write_refs);
		out[len].is_xml = true;
		out[len++].bytes = &c->refs_bytes;
	}
	if (c->options.depfile) {
		make_rule(c, out, len, &rule, d);
		out[len].path = gloss_strdup(c->options.depfile);
		out[len].is_xml = true; /* a file name may hold any bytes */
		out[len++].bytes = &rule;
	}
	if (dropin && dropin->list) {
		list_outputs(out, len, &list);
		out[len].path = gloss_strdup(dropin->list);
		out[len].is_xml = true;
		out[len++].bytes = &list;
	}
	if (dropin && !diags_errors(d) && !c->convert.check)
		output_make_folders(out, len);
	if (diags_errors(d)) /* for --strict */
		status = EXIT_INPUT;
	else if (!are_apart(out, len, d) || !are_new(c, out, len, d))
		status = EXIT_USAGE;
	else if (!c->convert.check && !output_write(out, len, d))
		status = EXIT_OUTPUT;
	for (size_t i = 0; i < len; i++) {
		if (c->options.verbose && status == EXIT_SUCCESS &&
		    !c->convert.check)
			say_written(out[i].path);
		free(out[i].path);
	}
	buf_free(&list);
	buf_free(&rule);
	free(out);
	return status;
}

/* Reports the similar term that is shown instead. */
static void
tell_guess(const struct lookup *lookup)
{
	struct buf text = { 0 };

	buf_puts(&text, "glossc: no entry is named \"");
	diag_visible(&text, lookup->term);
	buf_puts(&text, "\"; this is the nearest, \"");
	diag_visible(&text, lookup->guess);
	fprintf(stderr, "%s\"\n", text.data);
	buf_free(&text);
}

/* Reports that no file has the term, and similar names. */
static int
report_lookup(struct command *c)
{
	struct buf near = { 0 };

	for (size_t i = 0; i < c->lookup.near.len; i++)
		buf_printf(&near, "%s\"%s\"",
		    i == 0 ? "; did you mean " :
		    i + 1 == c->lookup.near.len ? " or " : ", ",
		    c->lookup.near.list[i]);
	diag(c->d, DIAG_NO_TERM, NULL, 0, "no entry is named \"%s\"%s%s",
	    c->lookup.term, buf_str(&near), near.len ? "?" : "");
	buf_free(&near);
	return EXIT_INPUT;
}

static void
do_job(void *command, size_t i)
{
	struct command *c = command;
	struct job *job = &c->jobs[i];
	struct convert_options o = c->convert;

	if (c->lookup.found)
		return;
	o.read.files = &job->read;
	job->good = convert(c->options.files[i], &o, &job->products, job->d);
	/* free the trees now, so that the next file can reuse the memory */
	if (i + c->threads < c->options.files_len)
		products_free_trees(&job->products);
	atomic_fetch_add(&c->progress.done, 1);
}

/*
 * Limits the memory of a run with so many threads.  Not under a sanitizer, which
 * reserves terabytes for itself.
 */
static void
limit_memory(const struct command *c, size_t threads)
{
#ifndef GLOSSC_TIDY
	size_t count = 0;

	while (c->convert.formats && c->convert.formats[count])
		count++;
	count *= c->options.files_len;
	if (count == 0 || c->options.lookup)
		count = 1;
	if (!c->convert.read.huge)
		gloss_limit(LIMIT_MEMORY, count < threads ? count : threads);
#else
	(void)c;
	(void)threads;
#endif
}

/*
 * Converts as many files at a time as there are threads; fewer files share
 * them.
 */
static void
do_jobs(struct command *c)
{
	size_t len = c->options.files_len;
	size_t most = parallel_threads(c->options.convert.jobs);

	c->threads = most < len ? most : len;
	if (c->options.lookup) /* stops at the first file that has the term */
		c->threads = 1;
	assert(c->threads > 0); /* options_read() requires at least one file */
	limit_memory(c, most);
	c->convert.shelf = layouts_new(len > 1);
	c->convert.jobs = (int)(most / c->threads);
	parallel_run(len, c->threads, 0, do_job, c);
}

/* Merges diagnostics and lists of files in command-line order. */
static bool
finish_jobs(struct command *c)
{
	bool good = true;

	for (size_t i = 0; i < c->options.files_len; i++) {
		struct job *job = &c->jobs[i];

		diags_append(c->d, job->d, true);
		strings_append(&c->read, &job->read);
		good = job->good && good;
	}
	return good;
}

static int
run(struct command *c)
{
	bool watched = isatty(STDERR_FILENO) && !c->options.quiet &&
	    !is_dumb();
	int status;

	c->jobs = gloss_calloc(c->options.files_len, sizeof *c->jobs);
	for (size_t i = 0; i < c->options.files_len; i++)
		c->jobs[i] = (struct job){
			.d = diags_new_like(c->d), .good = true };
	if (watched)
		progress_start(&c->progress, c->options.files_len);
	do_jobs(c);
	progress_stop(&c->progress);
	status = finish_jobs(c) ? EXIT_SUCCESS : EXIT_INPUT;
	if (status == EXIT_SUCCESS && c->lookup.term && !c->lookup.found)
		status = report_lookup(c);
	else if (status == EXIT_SUCCESS && c->lookup.guess)
		tell_guess(&c->lookup);
	if (status == EXIT_SUCCESS && count_products(c))
		status = write_products(c, c->d);
	return status;
}

/*
 * Freeing the trees would take a tenth of the run, and exiting does it at once;
 * it is done only for leak checkers.
 */
static void
free_command(struct command *c)
{
	for (size_t i = 0; c->jobs && i < c->options.files_len; i++)
		products_free(&c->jobs[i].products);
	free(c->jobs);
	layouts_free(c->convert.shelf);
	diags_free(c->d);
	strings_free(&c->read);
	buf_free(&c->refs_bytes);
	free(c->lookup.guess);
	strings_free(&c->lookup.near);
	options_free(&c->options);
	dropin_free(&c->dropin);
}

/*
 * If descriptor 0, 1 or 2 is closed, opens /dev/null in its place, so that no
 * output file gets it and receives what is meant for standard output or error.
 */
static void
set_up_descriptors(void)
{
	static const int how[] = { O_WRONLY, O_RDONLY, O_RDONLY };

	for (int fd = 0; fd < 3; fd++)
		if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", how[fd]) != fd)
			_exit(EXIT_OUTPUT);
}

static void *
icu_malloc(const void *context, size_t size)
{
	(void)context;
	return gloss_malloc(size);
}

static void *
icu_realloc(const void *context, void *old, size_t size)
{
	(void)context;
	return gloss_realloc(old, size);
}

static void
icu_free(const void *context, void *old)
{
	(void)context;
	free(old);
}

/*
 * Makes the libraries use our allocator, which ends the program if memory runs
 * out.
 */
static void
set_up_libraries(void)
{
	UErrorCode error = U_ZERO_ERROR;

	u_setMemoryFunctions(NULL, icu_malloc, icu_realloc, icu_free, &error);
	xmlMemSetup(free, gloss_malloc, gloss_realloc, gloss_strdup);
	gloss_begin_thread();
	LIBXML_TEST_VERSION
}

/* Options for printing diagnostics. */
static enum diag_style
style_of(const struct options *o)
{
	if (o->form)
		return DIAG_JSON;
	return isatty(STDERR_FILENO) ? DIAG_COLOR : DIAG_PLAIN;
}

static int
command(struct command *c, int argc, char **argv)
{
	struct buf text = { 0 };
	enum options_answer answer = options_read(&c->options, argc, argv,
	    c->d, &text);
	int status;

	if (c->dropin.argc)
		c->options.dropin = &c->dropin;
	c->options.convert.resolve.by_title = c->dropin.by_title;
	if (answer == OPTIONS_SAY) {
		status = say(&text);
	} else if (answer == OPTIONS_REFUSED) {
		fputs(buf_str(&text), stderr);
		status = EXIT_USAGE;
	} else if (!set_up(c)) {
		status = EXIT_USAGE;
	} else {
		status = run(c);
		diags_print(c->d, stderr, style_of(&c->options));
	}
	buf_free(&text);
	return status;
}

/* By the name of another program glossc takes that one's command line. */
static int
command_of_other(struct command *c, int argc, char **argv)
{
	switch (dropin_read(&c->dropin, argc, argv, c->d)) {
	case DROPIN_DONE:
		return c->dropin.status;
	case DROPIN_RUN:
		return command(c, c->dropin.argc, c->dropin.argv);
	case DROPIN_NONE:
		break;
	}
	return command(c, argc, argv);
}

int
main(int argc, char **argv)
{
	void *place = gloss_align_heap();
	struct command c = { .d = diags_new() };
	int status;

	set_up_descriptors();
	set_up_libraries();
	status = command_of_other(&c, argc, argv);
	free(place);
#ifdef GLOSSC_TIDY
	free_command(&c);
	return status;
#else
	(void)free_command;
	_exit(status);
#endif
}
