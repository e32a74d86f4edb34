/* SPDX-License-Identifier: MIT */
/* Parses the command line. */
#include <getopt.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "options.h"

/* The text of --help; "%s" is replaced by the formats. */
static const char help[] =
"Usage: glossc [OPTION]... FILE...\n"
"Compile DocBook glossaries into man pages, Texinfo and plain text.\n"
"FILE may be - for standard input.\n"
"\n"
"  -t, --to=FORMAT[,FORMAT]...  %s\n"
"  -o, --output=PATH            a file (one format), a folder (several),\n"
"                               - for standard output (default: this folder)\n"
"      --name=NAME              name of the page (default: the document's)\n"
"      --section=N              section of the manual (default: the document's)\n"
"      --lang=TAG               language (default: the document's)\n"
"  -p, --param=NAME=VALUE       set a stylesheet parameter\n"
"  -x, --stylesheet=FORMAT=FILE your own stylesheet, over the built-in one\n"
"      --entities=FILE          entity declarations, before the document's own\n"
"  -I DIR                       allow the document to read files below DIR\n"
"      --path=DIR[:DIR]...      look in DIR for files that do not exist where the\n"
"                               document says\n"
"      --allow-missing          only warn if the file of an entity does not exist\n"
"      --huge                   lift the limits, for documents that you trust\n"
"      --width=N                columns of plain text (default: 72)\n"
"      --ascii                  plain text in ASCII only\n"
"      --sort=ORDER             order of entries: source (default) or term\n"
"      --divide                 group entries by letters\n"
"      --aliases                man: name each term in NAME, and make a link for\n"
"                               it to the page\n"
"      --split                  man, html: write a page for each entry; html:\n"
"                               and for each reference page and chapter\n"
"      --entry-section=N        section of these pages (default: the section of\n"
"                               the whole glossary)\n"
"      --no-frame               man: no page for the text around reference pages\n"
"      --index                  man, text: end with a list of all terms; man: and\n"
"                               of the manual pages that the document mentions\n"
"      --profile=ATTR=VALUE     leave out elements with another value of ATTR\n"
"      --collection=FILE        fill <glossary role=\"auto\"> with the entries of\n"
"                               this glossary that the document uses\n"
"      --refs=FILE              terms of another document, for references\n"
"      --write-refs=FILE        write the terms of this document to such a file\n"
"      --match=HOW              match terms by other forms of their words (forms,\n"
"                               the default) or not (exact)\n"
"      --lookup=TERM            print only the entries of TERM, as text, from the\n"
"                               first FILE that has any\n"
"      --color=WHEN             colours of --lookup: auto, always or never\n"
"      --hyperlink=WHEN         links of --lookup (OSC 8): auto, always or never\n"
"      --depfile=FILE           write a make rule with every file that was read\n"
"      --check                  report what a run would, but write nothing\n"
"      --strict                 treat warnings as errors\n"
"  -W[no-]NAME, -Werror=NAME    turn a warning on or off, or into an error\n"
"                               (-Wall: all warnings)\n"
"      --diagnostics=FORM       text or json (one object on each line)\n"
"      --stop-after=STAGE       print the tree after read, resolve or layout\n"
"  -j, --jobs=N                 files and formats to process at a time (default:\n"
"                               the number of processors)\n"
"  -q, --quiet                  print only errors\n"
"  -v, --verbose                print the names of the files that are written\n"
"      --formats                print the formats and exit\n"
"      --help                   print this and exit\n"
"      --version                print the version and exit\n"
"\n"
"Exit status: 0 success; 1 error in the input; 2 usage error; 3 output could\n"
"not be written.\n";

#ifdef HAVE_LIBSTEMMER
#define STEMMER "libstemmer (Snowball)"
#else
#define STEMMER "spelling alone, as it was built without libstemmer"
#endif

static const char version[] =
"glossc " PACKAGE_VERSION "\n"
"Copyright (C) 2026 The glossc authors\n"
"Word forms by " STEMMER ".\n"
"License MIT: <https://opensource.org/license/mit>\n"
"There is NO WARRANTY, to the extent permitted by law.\n";

/* Prints --formats, one line per format. */
static const char list_of_formats[] = "%s\t.%s%s%s\t%s\t%s\n";

/* An option and how it is stored. */
struct row {
	const char *name; /* name after "--", or NULL */
	int letter;       /* letter after "-", or 0 */
	/* stores the argument; returns an error text or NULL */
	const char *(*take)(struct options *o, const struct row *row,
	    char *argument);
	size_t offset;    /* offset in struct options */
	const char *want; /* error text, or text to print */
	long least, most; /* numbers */
	const char *const *words; /* NULL-terminated */
};

static const char *
take_flag(struct options *o, const struct row *row, char *argument)
{
	(void)argument;
	*(bool *)((char *)o + row->offset) = true;
	return NULL;
}

static const char *
take_text(struct options *o, const struct row *row, char *argument)
{
	*(const char **)((char *)o + row->offset) = argument;
	return NULL;
}

static const char *
take_path(struct options *o, const struct row *row, char *argument)
{
	return *argument ? take_text(o, row, argument) : row->want;
}

static const char *
take_number(struct options *o, const struct row *row, char *argument)
{
	char *end;
	long n = strtol(argument, &end, 10);

	if (*argument == '\0' || *end || n < row->least || n > row->most)
		return row->want;
	*(int *)((char *)o + row->offset) = (int)n;
	return NULL;
}

/* The index of a word in a list. */
static const char *
take_word(struct options *o, const struct row *row, char *argument)
{
	for (int i = 0; row->words[i]; i++) {
		if (strcmp(row->words[i], argument) != 0)
			continue;
		*(int *)((char *)o + row->offset) = i;
		return NULL;
	}
	return row->want;
}

static void
list_add(struct list *l, const char *item)
{
	l->items = gloss_realloc(l->items, (l->len + 2) * sizeof *l->items);
	l->items[l->len++] = item;
	l->items[l->len] = NULL;
}

static const char *
take_item(struct options *o, const struct row *row, char *argument)
{
	list_add((struct list *)((char *)o + row->offset), argument);
	return NULL;
}

static const char *
take_paths(struct options *o, const struct row *row, char *argument)
{
	return *argument ? take_item(o, row, argument) : row->want;
}

/* Splits NAME=VALUE in place into two items. */
static const char *
take_pair(struct options *o, const struct row *row, char *argument)
{
	char *equals = strchr(argument, '=');

	if (equals == NULL || equals == argument)
		return row->want;
	*equals = '\0';
	take_item(o, row, argument);
	return take_item(o, row, equals + 1);
}

/* Folders, with colons between them. */
static const char *
take_search(struct options *o, const struct row *row, char *argument)
{
	if (*argument == '\0')
		return row->want;
	for (char *s = argument; *s; s += *s == ':') {
		size_t len = strcspn(s, ":");
		char *folder = gloss_strndup(s, len);

		if (len)
			strings_add(&o->search, folder);
		free(folder);
		s += len;
	}
	return NULL;
}

static const char *
take_warning(struct options *o, const struct row *row, char *argument)
{
	bool off = strncmp(argument, "no-", 3) == 0;
	const char *name = argument + (off ? 3 : 0);
	bool layout = strcmp(name, "layout") == 0;

	if (layout || strcmp(name, "all") == 0)
		o->convert.check_layout = !off;
	return layout || diags_switch(o->d, argument) ? NULL : row->want;
}

static const char *
take_say(struct options *o, const struct row *row, char *argument)
{
	(void)argument;
	o->say = row->want;
	return NULL;
}

static const char *const orders[] = { "source", "term", NULL };
static const char *const whens[] = { "auto", "always", "never", NULL };
static const char *const matches[] = { "forms", "exact", NULL };
static const char *const forms[] = { "text", "json", NULL };
static const char *const stages[] = { "read", "resolve", "layout", NULL };

#define ROW(name, letter, take, member, want, least, most, words) \
	{ name, letter, take, offsetof(struct options, member), want, least, \
	    most, words }
#define FLAG(name, letter, member) \
	ROW(name, letter, take_flag, member, NULL, 0, 0, NULL)
#define TEXT(name, letter, member) \
	ROW(name, letter, take_text, member, NULL, 0, 0, NULL)
#define PATH(name, letter, member) \
	ROW(name, letter, take_path, member, "--" name " wants a path, not", \
	    0, 0, NULL)
#define PATHS(name, member) \
	ROW(name, 0, take_paths, member, "--" name " wants a file, not", \
	    0, 0, NULL)
#define PAIR(name, letter, member, want) \
	ROW(name, letter, take_pair, member, want, 0, 0, NULL)
#define NUMBER(name, letter, member, want, least, most) \
	ROW(name, letter, take_number, member, want, least, most, NULL)
#define WORD(name, member, want, words) \
	ROW(name, 0, take_word, member, want, 0, 0, words)
#define SAY(name, text) ROW(name, 0, take_say, say, text, 0, 0, NULL)

static const struct row rows[] = {
	TEXT("to", 't', to),
	PATH("output", 'o', output),
	TEXT("name", 0, convert.resolve.name),
	TEXT("section", 0, convert.resolve.section),
	TEXT("lang", 0, convert.resolve.lang),
	PAIR("param", 'p', params, "--param wants NAME=VALUE, not"),
	PAIR("stylesheet", 'x', stylesheets,
	    "--stylesheet wants FORMAT=FILE, not"),
	PATHS("entities", entities),
	ROW(NULL, 'I', take_paths, folders, "-I wants a folder, not", 0, 0,
	    NULL),
	ROW("path", 0, take_search, search, "--path wants folders, not", 0, 0,
	    NULL),
	FLAG("allow-missing", 0, convert.read.lenient),
	FLAG("huge", 0, convert.read.huge),
	NUMBER("width", 0, convert.write.width,
	    "--width wants a number from 20 to 1000, not", 20, 1000),
	FLAG("ascii", 0, convert.write.ascii),
	WORD("sort", sort, "--sort knows source and term, not", orders),
	FLAG("divide", 0, convert.resolve.divide),
	FLAG("aliases", 0, convert.resolve.aliases),
	FLAG("split", 0, convert.resolve.split),
	TEXT("entry-section", 0, convert.resolve.entry_section),
	FLAG("no-frame", 0, convert.resolve.no_frame),
	FLAG("index", 0, convert.resolve.index),
	PAIR("profile", 0, profile, "--profile wants ATTR=VALUE, not"),
	PATHS("collection", collections),
	PATHS("refs", refs),
	PATH("write-refs", 0, write_refs),
	WORD("match", match, "--match knows forms and exact, not", matches),
	TEXT("lookup", 0, lookup),
	WORD("color", color, "--color knows auto, always and never, not",
	    whens),
	WORD("hyperlink", hyperlink,
	    "--hyperlink knows auto, always and never, not", whens),
	PATH("depfile", 0, depfile),
	FLAG("check", 0, convert.check),
	FLAG("strict", 0, strict),
	ROW(NULL, 'W', take_warning, d, "-W knows no warning of the name",
	    0, 0, NULL),
	WORD("diagnostics", form, "--diagnostics knows text and json, not",
	    forms),
	WORD("stop-after", stage,
	    "--stop-after knows read, resolve and layout, not", stages),
	NUMBER("jobs", 'j', convert.jobs,
	    "--jobs wants a number from 1 to 1000, not", 1, 1000),
	FLAG("quiet", 'q', quiet),
	FLAG("verbose", 'v', verbose),
	SAY("formats", list_of_formats),
	SAY("help", help),
	SAY("version", version),
};
enum { ROWS = sizeof rows / sizeof *rows };

/* getopt_long(3) returns this + the index of a row; it is not a character. */
enum { LONG = 0x110000 };

/* The rows in the form that getopt_long(3) takes. */
struct known {
	struct option names[ROWS + 1];
	char letters[2 * ROWS + 2];
};

static void
list_known(struct known *k)
{
	struct option *name = k->names;
	char *letter = k->letters;

	*letter++ = ':'; /* report a missing argument as ':', and print
			  * nothing */
	for (int i = 0; i < ROWS; i++) {
		bool flag = rows[i].take == take_flag ||
		    rows[i].take == take_say;

		if (rows[i].name)
			*name++ = (struct option){ rows[i].name,
			    flag ? no_argument : required_argument, NULL,
			    LONG + i };
		if (rows[i].letter)
			*letter++ = (char)rows[i].letter;
		if (rows[i].letter && !flag)
			*letter++ = ':';
	}
	*name = (struct option){ NULL, 0, NULL, 0 };
	*letter = '\0';
}

static const struct row *
find_row(int option)
{
	const struct row *row = rows;

	if (option >= LONG)
		return &rows[option - LONG];
	while (row->letter != option)
		row++;
	return row;
}

static enum options_answer
refuse(struct buf *text, const char *what, const char *about)
{
	buf_printf(text, "glossc: %s \"", what);
	diag_visible(text, about);
	buf_puts(text, "\"\nTry 'glossc --help' for more information.\n");
	return OPTIONS_REFUSED;
}

/* Reports an unknown option, or an ambiguous abbreviation. */
static enum options_answer
refuse_name(struct buf *text, const char *seen)
{
	size_t len = strcspn(seen, "="), n = 0;
	char *name = gloss_strndup(seen, len);
	struct buf what = { 0 };
	enum options_answer answer;

	for (size_t i = 0; i < ROWS; i++) {
		if (rows[i].name == NULL || len < 3 ||
		    strncmp(rows[i].name, seen + 2, len - 2) != 0)
			continue;
		buf_printf(&what, "%s--%s", n++ ? ", " : "", rows[i].name);
	}
	buf_puts(&what, " begin with");
	answer = refuse(text, n ? what.data : "unknown option", name);
	buf_free(&what);
	free(name);
	return answer;
}

/*
 * Explains why getopt_long(3) rejected an option; seen is the last argument
 * that it consumed.
 */
static enum options_answer
refuse_option(struct buf *text, int option, const char *seen)
{
	const char letter[] = { '-', (char)optopt, '\0' };
	const char *name = letter;
	struct buf dashed = { 0 };

	if (optopt == 0)
		return refuse_name(text, seen);
	if (optopt >= LONG) {
		buf_printf(&dashed, "--%s", rows[optopt - LONG].name);
		name = dashed.data;
	}
	refuse(text, option == ':' ? "missing argument of option" :
	    name == letter ? "unknown option" : "unexpected argument of option",
	    name);
	buf_free(&dashed);
	return OPTIONS_REFUSED;
}

/* Adds the default formats, or those made only on request. */
static void
list_formats(struct buf *text, bool on_request)
{
	const char *comma = "";

	for (size_t i = 0; formats[i]; i++) {
		if (formats[i]->on_request != on_request)
			continue;
		buf_puts(text, comma);
		buf_puts(text, formats[i]->name);
		comma = ", ";
	}
}

/* Makes the text of an option that prints and exits. */
static void
say(struct buf *text, const char *what)
{
	struct buf list = { 0 };

	if (what == help) {
		list_formats(&list, false);
		buf_puts(&list, " (default: these), ");
		list_formats(&list, true);
		buf_printf(text, help, buf_str(&list));
	} else if (what == list_of_formats) {
		for (size_t i = 0; formats[i]; i++) {
			const struct format *f = formats[i];

			buf_printf(text, list_of_formats, f->name,
			    f->extension ? f->extension : "SECTION",
			    f->second ? ",." : "", f->second ? f->second : "",
			    f->on_request ? "on-request" : "default",
			    f->judges);
		}
	} else {
		buf_puts(text, what);
	}
	buf_free(&list);
}

static enum options_answer
refuse_formats(struct buf *text, const char *wanted)
{
	struct buf what = { 0 };
	enum options_answer answer;

	buf_puts(&what, "--to knows ");
	for (size_t i = 0; formats[i]; i++) {
		if (i)
			buf_puts(&what, formats[i + 1] ? ", " : " and ");
		buf_puts(&what, formats[i]->name);
	}
	buf_puts(&what, ", once each, not");
	answer = refuse(text, buf_str(&what), wanted);
	buf_free(&what);
	return answer;
}

/* Collects the formats of --to, and for each its stylesheet. */
static enum options_answer
choose_formats(struct options *o, struct buf *text)
{
	const struct format **chosen;
	size_t n = 0, all = 0;

	while (formats[all])
		all++;
	chosen = gloss_calloc(all + 1, sizeof *chosen);
	o->convert.formats = chosen;
	for (const char *p = o->to; p; p = *p ? p + 1 : NULL) {
		size_t len = strcspn(p, ",");
		const struct format *f = format_find(p, len);

		for (size_t i = 0; i < n; i++)
			if (chosen[i] == f)
				f = NULL;
		if (f == NULL)
			return refuse_formats(text, o->to);
		chosen[n++] = f;
		p += len;
	}
	for (size_t i = 0; o->to == NULL && i < all; i++)
		if (!formats[i]->on_request)
			chosen[n++] = formats[i];
	for (size_t i = 0; i < n; i++)
		list_add(&o->sheets, NULL);
	for (size_t i = 0; i < o->stylesheets.len; i += 2) {
		const char *name = o->stylesheets.items[i];
		const struct format *f = format_find(name, strlen(name));

		if (f == NULL)
			return refuse(text, "--stylesheet: unknown format",
			    name);
		for (size_t j = 0; j < n; j++)
			if (chosen[j] == f)
				o->sheets.items[j] =
				    o->stylesheets.items[i + 1];
	}
	o->convert.stylesheets = o->sheets.items;
	return OPTIONS_RUN;
}

static size_t
count_stdin(const char *const *paths)
{
	size_t n = 0;

	for (; paths && *paths; paths++)
		n += strcmp(*paths, "-") == 0;
	return n;
}

/*
 * Standard input can be read only once, but options for all files are read for
 * each.
 */
static bool
is_stdin_shared(const struct options *o)
{
	size_t each = count_stdin(o->collections.items) +
	    count_stdin(o->refs.items);

	return count_stdin((const char *const *)o->files) +
	    each * o->files_len > 1;
}

/* Checks the options against each other. */
static enum options_answer
finish(struct options *o, struct buf *text)
{
	if (*o->files == NULL)
		return refuse(text, "missing operand",
		    "FILE");
	if (o->write_refs && o->files_len > 1)
		return refuse(text, "--write-refs takes one document; "
		    "unexpected", o->files[1]);
	if (is_stdin_shared(o))
		return refuse(text, "standard input can be read only once; "
		    "unexpected", "-");
	/* --lookup prints to the terminal: text only, and no warnings */
	if (o->lookup) {
		if (o->to && strcmp(o->to, "text") != 0)
			return refuse(text, "--lookup prints text, not", o->to);
		o->to = "text";
		o->quiet = true;
	}
	diags_quiet(o->d, o->quiet);
	diags_strict(o->d, o->strict);
	for (size_t i = 0; i < o->search.len; i++)
		list_add(&o->searched, o->search.list[i]);
	o->convert.read.folders = o->folders.items;
	o->convert.read.search = o->searched.items;
	o->convert.read.entities = o->entities.items;
	o->convert.params = o->params.items;
	o->convert.collections = o->collections.items;
	o->convert.refs = o->refs.items;
	o->convert.resolve.profile = o->profile.items;
	o->convert.resolve.sort = o->sort == 1;
	o->convert.resolve.exact = o->match == 1;
	o->convert.stop_after = (enum stage)o->stage;
	return choose_formats(o, text);
}

enum options_answer
options_read(struct options *o, int argc, char **argv, struct diags *d,
    struct buf *text)
{
	struct known known;
	int option;

	*o = (struct options){ .d = d, .stage = STAGE_WRITE };
	list_known(&known);
	optind = 0; /* restarts getopt_long(3) with any C library */
	while ((option = getopt_long(argc, argv, known.letters, known.names,
	    NULL)) != -1) {
		const struct row *row;
		const char *why;

		if (option == '?' || option == ':')
			return refuse_option(text, option, argv[optind - 1]);
		row = find_row(option);
		why = row->take(o, row, optarg);
		if (why)
			return refuse(text, why, optarg);
		if (o->say) {
			say(text, o->say);
			return OPTIONS_SAY;
		}
	}
	o->files = argv + optind;
	while (o->files[o->files_len])
		o->files_len++;
	return finish(o, text);
}

void
options_free(struct options *o)
{
	free(o->folders.items);
	strings_free(&o->search);
	free(o->searched.items);
	free(o->entities.items);
	free(o->params.items);
	free(o->collections.items);
	free(o->refs.items);
	free(o->profile.items);
	free(o->stylesheets.items);
	free(o->sheets.items);
	free((void *)o->convert.formats);
}
