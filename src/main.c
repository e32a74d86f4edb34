/* SPDX-License-Identifier: MIT */
/* The command: options, files, exit status. */
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
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

#include "gloss/alloc.h"
#include "gloss/convert.h"
#include "depfile.h"
#include "output.h"

/* The program's promise to scripts and make. */
enum { EXIT_INPUT = 1, EXIT_USAGE = 2, EXIT_OUTPUT = 3 };

/* A NULL-terminated list of strings that are not ours. */
struct list {
	const char **items;
	size_t len;
};

struct command {
	struct convert_options convert;
	struct products products;
	struct list folders;
	struct list entities;
	struct list params;
	struct list collections;
	struct list refs;
	struct list profile; /* attribute, value, ... */
	struct list stylesheets; /* format, file, format, file, ... */
	const char *to;
	const char *output;
	const char *depfile;
	const char *write_refs;
	struct buf refs_bytes; /* of write_refs */
	struct lookup lookup;
	const char *color;
	struct strings files;
	struct diags *d;
	enum diag_style style;
	bool verbose;
	char date[16];
};

static void
list_add(struct list *l, const char *item)
{
	l->items = gloss_realloc(l->items, (l->len + 2) * sizeof *l->items);
	l->items[l->len++] = item;
	l->items[l->len] = NULL;
}

static const char help[] =
"Usage: glossc [OPTION]... FILE...\n"
"Compile DocBook glossaries into man pages, Texinfo and plain text.\n"
"FILE may be - for standard input.\n"
"\n"
"  -t, --to=FORMAT[,FORMAT]...  man, texinfo, text (default: these), dict\n"
"  -o, --output=PATH            a file (one format), a folder (several),\n"
"                               - for standard output (default: this folder)\n"
"      --name=NAME              name of the page (default: the document's)\n"
"      --section=N              section of the manual (default: the document's)\n"
"      --lang=TAG               language (default: the document's)\n"
"  -p, --param=NAME=VALUE       set a stylesheet parameter\n"
"  -x, --stylesheet=FORMAT=FILE your own layout over the built-in one\n"
"      --entities=FILE          entity declarations that come before the\n"
"                               document's own\n"
"  -I DIR                       let the document read files below DIR\n"
"      --huge                   lift the limits on what a document may ask for\n"
"      --width=N                columns of plain text (default: 72)\n"
"      --ascii                  plain text in ASCII only\n"
"      --sort=ORDER             of entries: source (default) or term\n"
"      --divide                 divide entries by letters\n"
"      --aliases                man: find the page by each of its terms, which\n"
"                               NAME defines and links are named by\n"
"      --split                  man: a page for each entry\n"
"      --index                  man, text: end with all terms in order; man: and\n"
"                               with all pages that the document names\n"
"      --profile=ATTR=VALUE     keep only what is marked so, or not marked\n"
"      --collection=FILE        fill <glossary role=\"auto\"> with the entries of\n"
"                               this glossary that the document uses\n"
"      --refs=FILE              terms of another document to refer to\n"
"      --write-refs=FILE        write such a file of this document's terms\n"
"      --lookup=TERM            print the entries of TERM as text, from the first\n"
"                               FILE that has any, and nothing else\n"
"      --color=WHEN             of --lookup: auto (default), always or never\n"
"      --depfile=FILE           write a make rule with every file that was read\n"
"      --check                  read and resolve, report, write nothing\n"
"      --strict                 a warning is an error\n"
"  -W[no-]NAME, -Werror=NAME    switch a warning on, off, or make it an error\n"
"                               (-Wall: all that there are)\n"
"      --diagnostics=FORM       text or json (one object a line)\n"
"      --stop-after=STAGE       print the tree after read, resolve or layout\n"
"  -j, --jobs=N                 formats to make at a time (default: one for each\n"
"                               processor)\n"
"  -q, --quiet                  say errors only\n"
"  -v, --verbose                say which files are written\n"
"      --help                   print this and exit\n"
"      --version                print the version and exit\n"
"\n"
"Exit status: 0 done; 1 the input is at fault; 2 wrong usage; 3 output could\n"
"not be written.\n";

static const char version[] =
"glossc " PACKAGE_VERSION "\n"
"Copyright (C) 2026 The glossc developers\n"
"License MIT: <https://opensource.org/license/mit>\n"
"There is NO WARRANTY, to the extent permitted by law.\n";

enum {
	OPT_NAME = 256, OPT_SECTION, OPT_LANG, OPT_ENTITIES, OPT_HUGE,
	OPT_WIDTH,
	OPT_ASCII, OPT_SORT, OPT_DIVIDE, OPT_ALIASES, OPT_SPLIT, OPT_INDEX,
	OPT_PROFILE, OPT_DEPFILE,
	OPT_COLLECTION, OPT_REFS, OPT_WRITE_REFS, OPT_LOOKUP, OPT_COLOR,
	OPT_CHECK, OPT_STRICT, OPT_DIAGNOSTICS, OPT_STOP_AFTER, OPT_HELP,
	OPT_VERSION
};

static const struct option long_options[] = {
	{ "to", required_argument, NULL, 't' },
	{ "output", required_argument, NULL, 'o' },
	{ "name", required_argument, NULL, OPT_NAME },
	{ "section", required_argument, NULL, OPT_SECTION },
	{ "lang", required_argument, NULL, OPT_LANG },
	{ "param", required_argument, NULL, 'p' },
	{ "stylesheet", required_argument, NULL, 'x' },
	{ "entities", required_argument, NULL, OPT_ENTITIES },
	{ "huge", no_argument, NULL, OPT_HUGE },
	{ "width", required_argument, NULL, OPT_WIDTH },
	{ "ascii", no_argument, NULL, OPT_ASCII },
	{ "sort", required_argument, NULL, OPT_SORT },
	{ "divide", no_argument, NULL, OPT_DIVIDE },
	{ "aliases", no_argument, NULL, OPT_ALIASES },
	{ "split", no_argument, NULL, OPT_SPLIT },
	{ "index", no_argument, NULL, OPT_INDEX },
	{ "profile", required_argument, NULL, OPT_PROFILE },
	{ "collection", required_argument, NULL, OPT_COLLECTION },
	{ "refs", required_argument, NULL, OPT_REFS },
	{ "write-refs", required_argument, NULL, OPT_WRITE_REFS },
	{ "lookup", required_argument, NULL, OPT_LOOKUP },
	{ "color", required_argument, NULL, OPT_COLOR },
	{ "depfile", required_argument, NULL, OPT_DEPFILE },
	{ "check", no_argument, NULL, OPT_CHECK },
	{ "strict", no_argument, NULL, OPT_STRICT },
	{ "diagnostics", required_argument, NULL, OPT_DIAGNOSTICS },
	{ "stop-after", required_argument, NULL, OPT_STOP_AFTER },
	{ "jobs", required_argument, NULL, 'j' },
	{ "quiet", no_argument, NULL, 'q' },
	{ "verbose", no_argument, NULL, 'v' },
	{ "help", no_argument, NULL, OPT_HELP },
	{ "version", no_argument, NULL, OPT_VERSION },
	{ NULL, 0, NULL, 0 }
};

static _Noreturn void
usage(const char *what, const char *about)
{
	fprintf(stderr, "glossc: %s \"%s\"\n"
	    "Try 'glossc --help' for more information.\n", what, about);
	exit(EXIT_USAGE);
}

/* Prints to standard output; a full disk is an error there too. */
static _Noreturn void
say_and_exit(const char *text)
{
	if (fputs(text, stdout) == EOF || fflush(stdout) == EOF) {
		fprintf(stderr, "glossc: cannot write standard output: %s\n",
		    strerror(errno));
		exit(EXIT_OUTPUT);
	}
	exit(EXIT_SUCCESS);
}

/* Splits NAME=VALUE, in place, into two items of a list. */
static void
take_pair(struct list *l, char *pair, const char *what)
{
	char *equals = strchr(pair, '=');

	if (equals == NULL || equals == pair)
		usage(what, pair);
	*equals = '\0';
	list_add(l, pair);
	list_add(l, equals + 1);
}

static enum stage
take_stage(const char *name)
{
	static const char *const names[] = { "read", "resolve", "layout" };

	for (size_t i = 0; i < 3; i++)
		if (strcmp(name, names[i]) == 0)
			return (enum stage)i;
	usage("--stop-after knows read, resolve and layout, not", name);
}

static int
take_number(const char *text, long least, long most, const char *what)
{
	char *end;
	long n = strtol(text, &end, 10);

	if (*text == '\0' || *end || n < least || n > most)
		usage(what, text);
	return (int)n;
}

static bool
take_sort(const char *order)
{
	if (strcmp(order, "term") != 0 && strcmp(order, "source") != 0)
		usage("--sort knows source and term, not", order);
	return *order == 't';
}

static const char *
take_color(const char *when)
{
	if (strcmp(when, "auto") != 0 && strcmp(when, "always") != 0 &&
	    strcmp(when, "never") != 0)
		usage("--color knows auto, always and never, not", when);
	return when;
}

static enum diag_style
take_style(const char *form)
{
	if (strcmp(form, "json") == 0)
		return DIAG_JSON;
	if (strcmp(form, "text") != 0)
		usage("--diagnostics knows text and json, not", form);
	return isatty(STDERR_FILENO) ? DIAG_COLOUR : DIAG_PLAIN;
}

static void
take_option(struct command *c, int option)
{
	switch (option) {
	case 't':
		c->to = optarg;
		break;
	case 'o':
		c->output = optarg;
		break;
	case 'p':
		take_pair(&c->params, optarg, "--param wants NAME=VALUE, not");
		break;
	case 'x':
		take_pair(&c->stylesheets, optarg,
		    "--stylesheet wants FORMAT=FILE, not");
		break;
	case 'I':
		list_add(&c->folders, optarg);
		break;
	case OPT_NAME:
		c->convert.resolve.name = optarg;
		break;
	case OPT_SECTION:
		c->convert.resolve.section = optarg;
		break;
	case OPT_LANG:
		c->convert.resolve.lang = optarg;
		break;
	case OPT_ENTITIES:
		list_add(&c->entities, optarg);
		break;
	case OPT_HUGE:
		c->convert.read.huge = true;
		break;
	case OPT_WIDTH:
		c->convert.write.width = take_number(optarg, 20, 1000,
		    "--width wants a number from 20 to 1000, not");
		break;
	case OPT_ASCII:
		c->convert.write.ascii = true;
		break;
	case OPT_SORT:
		c->convert.resolve.sort = take_sort(optarg);
		break;
	case OPT_DIVIDE:
		c->convert.resolve.divide = true;
		break;
	case OPT_ALIASES:
		c->convert.resolve.aliases = true;
		break;
	case OPT_SPLIT:
		c->convert.resolve.split = true;
		break;
	case OPT_INDEX:
		c->convert.resolve.index = true;
		break;
	case OPT_PROFILE:
		take_pair(&c->profile, optarg,
		    "--profile wants ATTR=VALUE, not");
		break;
	case OPT_COLLECTION:
		list_add(&c->collections, optarg);
		break;
	case OPT_REFS:
		list_add(&c->refs, optarg);
		break;
	case OPT_WRITE_REFS:
		c->write_refs = optarg;
		break;
	case OPT_LOOKUP:
		c->lookup.term = optarg;
		break;
	case OPT_COLOR:
		c->color = take_color(optarg);
		break;
	case OPT_DEPFILE:
		c->depfile = optarg;
		break;
	case OPT_CHECK:
		c->convert.check = true;
		break;
	case 'j':
		c->convert.jobs = take_number(optarg, 1, 1000,
		    "--jobs wants a number from 1 to 1000, not");
		break;
	case 'q':
		diags_quiet(c->d, true);
		break;
	case OPT_STRICT:
		diags_strict(c->d, true);
		break;
	case 'W':
		if (!diags_switch(c->d, optarg))
			usage("-W knows no warning of the name", optarg);
		break;
	case OPT_DIAGNOSTICS:
		c->style = take_style(optarg);
		break;
	case OPT_STOP_AFTER:
		c->convert.stop_after = take_stage(optarg);
		break;
	case 'v':
		c->verbose = true;
		break;
	case OPT_HELP:
		say_and_exit(help);
	case OPT_VERSION:
		say_and_exit(version);
	default:
		fputs("Try 'glossc --help' for more information.\n", stderr);
		exit(EXIT_USAGE);
	}
}

/* The formats of --to and, side by side, their stylesheets. */
static void
choose_formats(struct command *c)
{
	struct list sheets = { 0 };
	const struct format **chosen;
	size_t n = 0, all = 0;

	while (formats[all])
		all++;
	chosen = gloss_calloc(all + 1, sizeof *chosen);
	c->convert.formats = chosen;
	for (const char *p = c->to; p; p = *p ? p + 1 : NULL) {
		size_t len = strcspn(p, ",");
		const struct format *f = format_find(p, len);

		if (f == NULL || n == all)
			usage("--to knows man, texinfo, text and dict, once "
			    "each, not", c->to);
		chosen[n++] = f;
		p += len;
	}
	for (size_t i = 0; c->to == NULL && i < all; i++)
		if (!formats[i]->on_request)
			chosen[n++] = formats[i];
	for (size_t i = 0; i < n; i++)
		list_add(&sheets, NULL);
	c->convert.stylesheets = sheets.items;
	for (size_t i = 0; i < c->stylesheets.len; i += 2) {
		const char *name = c->stylesheets.items[i];
		const struct format *f = format_find(name, strlen(name));

		if (f == NULL)
			usage("--stylesheet knows no format", name);
		for (size_t j = 0; j < n; j++)
			if (chosen[j] == f)
				sheets.items[j] = c->stylesheets.items[i + 1];
	}
}

/* Colour where it is seen and welcome (https://no-color.org). */
static bool
wants_color(const struct command *c)
{
	const char *no = getenv("NO_COLOR"), *term = getenv("TERM");

	if (c->color && strcmp(c->color, "auto") != 0)
		return *c->color == 'a';
	return isatty(STDOUT_FILENO) && (no == NULL || *no == '\0') &&
	    term && strcmp(term, "dumb") != 0;
}

/* What a lookup prints is for the eye: text, here, and no report. */
static void
set_up_lookup(struct command *c)
{
	struct write_options *w = &c->convert.write;
	struct winsize size;

	if (c->to && strcmp(c->to, "text") != 0)
		usage("--lookup prints text, not", c->to);
	c->to = "text";
	c->convert.resolve.lookup = &c->lookup;
	diags_quiet(c->d, true);
	if (c->output)
		return;
	c->output = "-";
	w->looks = wants_color(c);
	if (w->width == 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 &&
	    size.ws_col > 0 && size.ws_col < TEXT_WIDTH)
		w->width = size.ws_col;
}

/* SOURCE_DATE_EPOCH as a day, so that a build can be repeated. */
static void
take_epoch(struct command *c)
{
	const char *text = getenv("SOURCE_DATE_EPOCH");
	struct tm day;
	time_t when;
	char *end;

	if (text == NULL || *text == '\0')
		return;
	when = (time_t)strtoll(text, &end, 10);
	if (*end || gmtime_r(&when, &day) == NULL ||
	    strftime(c->date, sizeof c->date, "%Y-%m-%d", &day) == 0)
		usage("SOURCE_DATE_EPOCH is no number of seconds:", text);
	c->convert.resolve.date = c->date;
}

static bool
is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* The length of a path up to the name in it. */
static int
folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? (int)(slash - path) + 1 : 0;
}

/*
 * Where another name of a page goes: beside it.  NULL: nowhere, as the page is
 * to be the one file that is named, or there is no file.
 */
static char *
place_beside(const struct command *c, const struct product *p)
{
	struct buf path = { 0 };

	if (!c->convert.resolve.aliases || strcmp(c->output, "-") == 0)
		return NULL;
	buf_printf(&path, "%.*s%s", folder_of(c->output), c->output, p->name);
	return path.data;
}

/* What a symbolic link leads to, or NULL where a file is wanted. */
static const char *
link_of(const struct command *c, const struct product *p)
{
	if (p->link == NULL || !c->convert.resolve.aliases)
		return NULL;
	if (c->output == NULL || is_folder(c->output))
		return p->link;
	return c->output + folder_of(c->output);
}

/* Where a product goes, which the caller frees; NULL: nowhere. */
static char *
place(const struct command *c, const struct product *p)
{
	struct buf path = { 0 };

	if (p->link && c->output && !is_folder(c->output))
		return place_beside(c, p);
	if (p->format == NULL && c->output == NULL) {
		buf_putc(&path, '-');
	} else if (c->output == NULL) {
		buf_puts(&path, p->name);
	} else {
		buf_puts(&path, c->output);
		if (p->format && is_folder(c->output)) {
			if (buf_last(&path) != '/')
				buf_putc(&path, '/');
			buf_puts(&path, p->name);
		}
	}
	return path.data;
}

/* False: two outputs want one place, and d says which. */
static bool
are_apart(const struct output *out, size_t len, struct diags *d)
{
	xmlHashTable *paths = xmlHashCreate(64);
	size_t i = 0;

	while (i < len && xmlHashAddEntry(paths,
	    (const xmlChar *)out[i].path, paths) == 0)
		i++;
	xmlHashFree(paths, NULL);
	if (i < len)
		diag(d, DIAG_USAGE, NULL, 0, "two outputs would go to "
		    "\"%s\"; name a folder with --output, or give each its "
		    "own --name", out[i].path);
	return i == len;
}

/* The rule for make, once it is known where everything goes. */
static void
make_rule(const struct command *c, const struct output *out, size_t len,
    struct buf *rule)
{
	struct strings targets = { 0 };

	for (size_t i = 0; i < len; i++)
		strings_add(&targets, out[i].path);
	depfile_add(rule, &targets, &c->files);
	strings_free(&targets);
}

static int
write_products(const struct command *c, const struct products *p,
    struct diags *d)
{
	struct output *out = gloss_calloc(p->len + 2, sizeof *out);
	struct buf rule = { 0 };
	size_t len = 0;
	int status = EXIT_SUCCESS;

	for (size_t i = 0; i < p->len; i++) {
		char *path = place(c, &p->list[i]);

		if (path == NULL)
			continue;
		out[len].path = path;
		out[len].link = link_of(c, &p->list[i]);
		out[len++].bytes = &p->list[i].bytes;
	}
	if (c->write_refs) {
		out[len].path = gloss_strdup(c->write_refs);
		out[len++].bytes = &c->refs_bytes;
	}
	if (c->depfile) {
		make_rule(c, out, len, &rule);
		out[len].path = gloss_strdup(c->depfile);
		out[len++].bytes = &rule;
	}
	if (!are_apart(out, len, d))
		status = EXIT_USAGE;
	else if (!output_write(out, len, d))
		status = EXIT_OUTPUT;
	for (size_t i = 0; i < len; i++) {
		if (c->verbose && status == EXIT_SUCCESS)
			fprintf(stderr, "glossc: wrote %s\n", out[i].path);
		free(out[i].path);
	}
	buf_free(&rule);
	free(out);
	return status;
}

/* Says that no file has the term, and which names are like it. */
static int
report_lookup(struct command *c)
{
	struct buf near = { 0 };

	for (size_t i = 0; i < c->lookup.near.len; i++)
		buf_printf(&near, "%s\"%s\"",
		    i == 0 ? "; did you mean " :
		    i + 1 == c->lookup.near.len ? " or " : ", ",
		    c->lookup.near.list[i]);
	diag(c->d, DIAG_NO_TERM, NULL, 0, "no entry is called \"%s\"%s%s",
	    c->lookup.term, buf_str(&near), near.len ? "?" : "");
	buf_free(&near);
	return EXIT_INPUT;
}

static int
run(struct command *c, char *const *files)
{
	int status = EXIT_SUCCESS;

	for (; *files && !c->lookup.found; files++) {
		if (!convert(*files, &c->convert, &c->products, c->d))
			status = EXIT_INPUT;
		if (files[1])
			products_free_trees(&c->products);
	}
	if (status == EXIT_SUCCESS && c->lookup.term && !c->lookup.found)
		status = report_lookup(c);
	if (status == EXIT_SUCCESS && c->products.len)
		status = write_products(c, &c->products, c->d);
	return status;
}

/*
 * Taking down the trees costs a tenth of a run, and the system does it at once;
 * only those who look for leaks need it done.
 */
static void
free_command(struct command *c)
{
	products_free(&c->products);
	diags_free(c->d);
	strings_free(&c->files);
	buf_free(&c->refs_bytes);
	strings_free(&c->lookup.near);
	free(c->folders.items);
	free(c->entities.items);
	free(c->params.items);
	free(c->collections.items);
	free(c->refs.items);
	free(c->profile.items);
	free(c->stylesheets.items);
	free((void *)c->convert.formats);
	free((void *)c->convert.stylesheets);
}

/*
 * A descriptor that was closed is the next file's, which would then get what is
 * meant for standard output or error: here it is what can't be used so.
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

/* The libraries ask us for memory: running out of it ends in one place. */
static void
set_up_libraries(void)
{
	UErrorCode error = U_ZERO_ERROR;

	u_setMemoryFunctions(NULL, icu_malloc, icu_realloc, icu_free, &error);
	xmlMemSetup(free, gloss_malloc, gloss_realloc, gloss_strdup);
	LIBXML_TEST_VERSION
}

int
main(int argc, char **argv)
{
	struct command c = {
		.convert.stop_after = STAGE_WRITE,
		.d = diags_new(),
		.style = take_style("text"),
	};
	int option, status;

	set_up_descriptors();
	set_up_libraries();
	while ((option = getopt_long(argc, argv, "t:o:p:x:I:W:j:qv",
	    long_options, NULL)) != -1)
		take_option(&c, option);
	if (optind == argc)
		usage("no input file; what is missing is", "FILE");
	if (c.write_refs && argc - optind > 1)
		usage("--write-refs takes one document; too many with",
		    argv[optind + 1]);
	if (c.lookup.term)
		set_up_lookup(&c);
	choose_formats(&c);
	take_epoch(&c);
	c.convert.read.folders = c.folders.items;
	c.convert.read.entities = c.entities.items;
	c.convert.params = c.params.items;
	c.convert.resolve.refs = c.refs.items;
	c.convert.resolve.write_refs = c.write_refs ? &c.refs_bytes : NULL;
	c.convert.collections = c.collections.items;
	c.convert.read.files = c.depfile ? &c.files : NULL;
	c.convert.resolve.profile = c.profile.items;
	status = run(&c, argv + optind);
	diags_print(c.d, stderr, c.style);
#ifdef GLOSSC_TIDY
	free_command(&c);
	return status;
#else
	(void)free_command;
	_exit(status);
#endif
}
