/* SPDX-License-Identifier: MIT */
/* All options of the programs that glossc can stand in for. */
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "options.h"

typedef const char *const *arguments;

/* An option for which the program itself is run. */
static void
take_other(struct request *r, arguments a)
{
	(void)r;
	(void)a; /* read_option() has reported it */
}

static void
take_output(struct request *r, arguments a)
{
	r->output = a[0];
}

static void
take_folder(struct request *r, arguments a)
{
	r->folder = a[0];
}

static void
take_huge(struct request *r, arguments a)
{
	(void)a;
	r->huge = true;
}

static void
take_verbose(struct request *r, arguments a)
{
	(void)a;
	r->verbose = true;
}

static void
take_version(struct request *r, arguments a)
{
	(void)a;
	r->version = true;
}

static void
take_profile(struct request *r, arguments a)
{
	(void)a;
	r->profiles = true;
}

static void
take_stylesheet(struct request *r, arguments a)
{
	r->stylesheet = a[0];
}

static void
take_fragment(struct request *r, arguments a)
{
	strings_add(&r->fragments, a[0]);
}

/* xsltproc --param NAME XPATH, --stringparam NAME VALUE */
static void
take_param(struct request *r, arguments a)
{
	request_set_xpath(r, a[0], a[1], NULL, 0);
}

static void
take_stringparam(struct request *r, arguments a)
{
	request_set(r, a[0], a[1], NULL, 0);
}

/* NAME=VALUE.  Without "=", xmlto takes the word for both. */
static void
take_pair(struct request *r, const char *pair,
    void (*set)(struct request *, const char *, const char *, const char *,
    long))
{
	const char *equals = strchr(pair, '=');
	char *name;

	if (equals == NULL) {
		request_refuse(r, "\"%s\" is not NAME=VALUE", pair);
		return;
	}
	name = gloss_strndup(pair, (size_t)(equals - pair));
	set(r, name, equals + 1, NULL, 0);
	free(name);
}

static void
take_param_pair(struct request *r, arguments a)
{
	take_pair(r, a[0], request_set_xpath);
}

static void
take_stringparam_pair(struct request *r, arguments a)
{
	take_pair(r, a[0], request_set);
}

/* xsltproc separates folders by spaces or colons; xmlto passes them on. */
static void
take_path(struct request *r, arguments a)
{
	const char *s = a[0] + strspn(a[0], " :");

	while (*s) {
		size_t len = strcspn(s, " :");
		char *folder = gloss_strndup(s, len);

		strings_add(&r->search, folder);
		free(folder);
		s += len;
		s += strspn(s, " :");
	}
}

static void
take_symlinks(struct request *r, arguments a)
{
	(void)a;
	r->names = NAMES_AS_LINKS;
}

static void
take_solinks(struct request *r, arguments a)
{
	(void)a;
	r->names = NAMES_AS_FILES;
}

static void
take_no_links(struct request *r, arguments a)
{
	(void)a;
	r->names = NAMES_NOWHERE;
}

static void
take_to_stdout(struct request *r, arguments a)
{
	(void)a;
	r->no_files = true;
}

static void
take_list_files(struct request *r, arguments a)
{
	(void)a;
	r->list_files = true;
}

/* docbook2X writes ASCII by default; glossc always writes UTF-8. */
static void
take_encoding(struct request *r, arguments a)
{
	request_set(r, "encoding", a[0], NULL, 0);
}

/* docbook2x-man -s: "man" is the default */
static void
take_db2x_stylesheet(struct request *r, arguments a)
{
	if (strcmp(a[0], "man") != 0)
		request_refuse(r, "\"%s\" is no stylesheet that glossc knows",
		    a[0]);
}

/* Other stylesheets are written in DSSSL, for SGML. */
static void
take_dsl(struct request *r, arguments a)
{
	if (strcmp(a[0], "default") != 0 && strcmp(a[0], "none") != 0)
		request_refuse(r, "\"%s\" is a stylesheet in DSSSL", a[0]);
}

static void
take_frontend(struct request *r, arguments a)
{
	if (strcmp(a[0], "docbook") != 0)
		request_refuse(r, "\"%s\" is not DocBook", a[0]);
}

static void
take_backend(struct request *r, arguments a)
{
	if (strcmp(a[0], "man") != 0)
		request_refuse(r, "glossc does not do what the backend \"%s\" "
		    "does", a[0]);
}

/* xsltproc(1) */
static const struct dropin_option xsltproc[] = {
	{ "--catalogs", 0, NULL }, /* SGML catalogs, for DTDs */
	{ "--debug", 0, take_other },
	{ "--dumpextensions", 0, take_other },
	{ "--encoding", 1, take_other },
	{ "--html", 0, take_other },
	{ "--huge", 0, take_huge },
	{ "--load-trace", 0, take_other },
	{ "--maxdepth", 1, NULL },
	{ "--maxparserdepth", 1, take_huge },
	{ "--maxvars", 1, NULL },
	{ "--nodtdattr", 0, NULL },
	{ "--nomkdir", 0, take_other },
	{ "--nonet", 0, NULL },
	{ "--noout", 0, take_other },
	{ "--norman", 0, take_other },
	{ "--novalid", 0, NULL },
	{ "--nowrite", 0, take_other },
	{ "--output", 1, take_output },
	{ "--param", 2, take_param },
	{ "--path", 1, take_path },
	{ "--profile", 0, take_other },
	{ "--repeat", 0, take_other },
	{ "--seed-rand", 1, NULL },
	{ "--stringparam", 2, take_stringparam },
	{ "--timing", 0, take_other },
	{ "--verbose", 0, take_verbose },
	{ "--version", 0, take_version },
	{ "--writesubtree", 1, take_other },
	{ "--xinclude", 0, NULL },
	{ "--xincludestyle", 0, take_other },
	{ "-V", 0, take_version },
	{ "-o", 1, take_output },
	{ "-v", 0, take_verbose },
	{ NULL, 0, NULL },
};

/* xmlto(1) */
static const struct dropin_option xmlto[] = {
	{ "--extensions", 0, NULL },
	{ "--help", 0, take_other },
	{ "--noautosize", 0, NULL },
	{ "--noclean", 0, NULL },
	{ "--noextensions", 0, NULL },
	{ "--profile", 0, take_profile },
	{ "--searchpath", 1, take_path },
	{ "--skip-validation", 0, NULL },
	{ "--stringparam", 1, take_stringparam_pair },
	{ "--version", 0, take_version },
	{ "--with-dblatex", 0, NULL },
	{ "--with-fop", 0, NULL },
	{ "-m", 1, take_fragment },
	{ "-o", 1, take_folder },
	{ "-p", 1, take_other },
	{ "-v", 0, take_verbose },
	{ "-x", 1, take_stylesheet },
	{ NULL, 0, NULL },
};

/* docbook2x-man(1), with the options of db2x_xsltproc(1) and db2x_manxml(1) */
static const struct dropin_option docbook2x_man[] = {
	{ "--catalogs", 1, take_other },
	{ "--compatible", 0, NULL },
	{ "--debug", 0, take_other },
	{ "--encoding", 1, take_encoding },
	{ "--help", 0, take_other },
	{ "--iconv-program", 1, NULL },
	{ "--list-files", 0, take_list_files },
	{ "--nesting-limit", 1, NULL },
	{ "--network", 0, take_other },
	{ "--no-groff-extensions", 0, NULL },
	{ "--no-links", 0, take_no_links },
	{ "--nolinks", 0, take_no_links },
	{ "--output", 1, NULL }, /* it has no effect there either */
	{ "--output-dir", 1, take_folder },
	{ "--param", 1, take_param_pair },
	{ "--profile", 0, take_other },
	{ "--sgml", 0, take_other },
	{ "--so-links", 0, take_solinks },
	{ "--solinks", 0, take_solinks },
	{ "--string-param", 1, take_stringparam_pair },
	{ "--stylesheet", 1, take_db2x_stylesheet },
	{ "--sym-links", 0, take_symlinks },
	{ "--symlinks", 0, take_symlinks },
	{ "--to-stdout", 0, take_to_stdout },
	{ "--utf8trans-map", 1, NULL },
	{ "--utf8trans-program", 1, NULL },
	{ "--version", 0, take_version },
	{ "--xinclude", 0, NULL },
	{ "-C", 1, take_other },
	{ "-D", 1, NULL },
	{ "-I", 0, NULL },
	{ "-N", 0, take_other },
	{ "-P", 0, take_other },
	{ "-S", 0, take_other },
	{ "-d", 0, take_other },
	{ "-g", 1, take_stringparam_pair },
	{ "-o", 1, NULL },
	{ "-p", 1, take_param_pair },
	{ "-s", 1, take_db2x_stylesheet },
	{ NULL, 0, NULL },
};

/* docbook2man(1) of docbook-utils, a front end of jw(1) */
static const struct dropin_option docbook2man[] = {
	{ "--backend", 1, take_backend },
	{ "--cat", 1, NULL },
	{ "--dcl", 1, NULL },
	{ "--dsl", 1, take_dsl },
	{ "--errors", 1, NULL },
	{ "--frontend", 1, take_frontend },
	{ "--help", 0, take_other },
	{ "--include", 1, take_other },
	{ "--nochunks", 0, NULL },
	{ "--nostd", 0, NULL },
	{ "--output", 1, take_folder },
	{ "--parser", 1, NULL },
	{ "--sgmlbase", 1, NULL },
	{ "--version", 0, take_version },
	{ "--warning", 1, NULL },
	{ "-V", 1, NULL }, /* a variable of the stylesheet in DSSSL */
	{ "-b", 1, take_backend },
	{ "-c", 1, NULL },
	{ "-d", 1, take_dsl },
	{ "-e", 1, NULL },
	{ "-f", 1, take_frontend },
	{ "-h", 0, take_other },
	{ "-i", 1, take_other },
	{ "-l", 1, NULL },
	{ "-n", 0, NULL },
	{ "-o", 1, take_folder },
	{ "-p", 1, NULL },
	{ "-s", 1, NULL },
	{ "-u", 0, NULL },
	{ "-v", 0, take_version },
	{ "-w", 1, NULL },
	{ NULL, 0, NULL },
};

/* xsltproc STYLESHEET FILE...; without FILE, it only reads the stylesheet. */
static void
finish_xsltproc(struct request *r, char *const *rest, size_t len)
{
	if (len == 0)
		request_refuse(r, "no stylesheet is named");
	else
		r->stylesheet = rest[0];
	for (size_t i = 1; i < len; i++)
		strings_add(&r->files, rest[i]);
}

/* xmlto FORMAT FILE */
static void
finish_xmlto(struct request *r, char *const *rest, size_t len)
{
	static const struct {
		const char *name;
		enum target target;
	} formats[] = {
		{ "man", TARGET_MAN },
		{ "txt", TARGET_TEXT },
		{ "text", TARGET_TEXT },
		{ "html-nochunks", TARGET_HTML },
		{ "xhtml-nochunks", TARGET_HTML },
	};

	if (len != 2) {
		request_refuse(r, "it wants a format and one file");
		return;
	}
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (strcmp(rest[0], formats[i].name) == 0)
			r->target = formats[i].target;
	if (r->target == TARGET_NONE)
		request_refuse(r, "glossc does not make the format \"%s\"",
		    rest[0]);
	strings_add(&r->files, rest[1]);
	if (r->folder == NULL)
		r->folder = ".";
}

/* Both name a page by its title, and make files for other names on demand. */
static void
finish_one(struct request *r, char *const *rest, size_t len)
{
	r->target = TARGET_MAN;
	r->by_title = true;
	if (r->names == NAMES_UNSAID)
		r->names = NAMES_NOWHERE;
	if (len != 1)
		request_refuse(r, "it wants one file");
	else
		strings_add(&r->files, rest[0]);
	if (r->folder == NULL)
		r->folder = ".";
}

const struct program programs[] = {
	{ "xsltproc", HABIT_BEFORE | HABIT_DASHES, xsltproc, finish_xsltproc },
	{ "xmlto", HABIT_EQUALS | HABIT_CLUSTERS, xmlto, finish_xmlto },
	{ "docbook2x-man", HABIT_EQUALS, docbook2x_man, finish_one },
	{ "docbook2man", 0, docbook2man, finish_one },
	{ NULL, 0, NULL, NULL },
};

const struct program *
program_find(const char *name)
{
	for (const struct program *p = programs; p->name; p++)
		if (strcmp(p->name, name) == 0)
			return p;
	return NULL;
}

/* Finds an option; *value is the text after its "=", or NULL. */
static const struct dropin_option *
find_option(const struct program *p, const char *name, const char **value)
{
	const struct dropin_option *found = NULL;
	bool is_long = name[0] == '-' && name[1] == '-';
	size_t len = strlen(name), matches = 0;

	*value = NULL;
	if (is_long && (p->habits & HABIT_EQUALS) && strchr(name, '=')) {
		len = strcspn(name, "=");
		*value = name + len + 1;
	}
	for (const struct dropin_option *o = p->options; o->name; o++) {
		const char *own = o->name;

		if ((p->habits & HABIT_DASHES) && !is_long && own[1] == '-')
			own++;
		if (strncmp(own, name, len) != 0)
			continue;
		if (own[len] == '\0')
			return o;
		if ((p->habits & HABIT_CLUSTERS) && is_long && len > 2) {
			found = o;
			matches++;
		}
	}
	return matches == 1 ? found : NULL;
}

/* The state of reading a command line. */
struct reader {
	const struct program *program;
	struct request *request;
	char *const *at; /* the next argument; NULL at the end */
};

static void
take(struct reader *in, const struct dropin_option *o, const char *value)
{
	const char *found[2] = { value, NULL };

	for (int i = value ? 1 : 0; i < o->arguments; i++) {
		if (*in->at == NULL) {
			request_refuse(in->request, "missing argument of option "
			    "%s", o->name);
			return;
		}
		found[i] = *in->at++;
	}
	if (value && o->arguments == 0)
		request_refuse(in->request, "unexpected argument of option %s",
		    o->name);
	else if (o->take == take_other)
		request_refuse(in->request, "glossc has no option %s", o->name);
	else if (o->take)
		o->take(in->request, found);
}

/* -vvo folder: one-letter options, the last of which may take an argument. */
static bool
read_cluster(struct reader *in, const char *letters)
{
	for (const char *s = letters + 1; *s; s++) {
		const char name[] = { '-', *s, '\0' };
		const char *value;
		const struct dropin_option *o = find_option(in->program, name,
		    &value);

		if (o == NULL)
			return false;
		if (o->arguments && s[1]) {
			take(in, o, s + 1);
			return true;
		}
		take(in, o, NULL);
	}
	return true;
}

static void
read_option(struct reader *in, const char *name)
{
	const char *value;
	const struct dropin_option *o = find_option(in->program, name, &value);

	if (o)
		take(in, o, value);
	else if (!(in->program->habits & HABIT_CLUSTERS) || name[1] == '-' ||
	    !read_cluster(in, name))
		request_refuse(in->request, "glossc has no option %s", name);
}

void
program_read(const struct program *p, struct request *r, int argc,
    char *const *argv)
{
	struct reader in = { p, r, argv + (argc > 0) };
	char **rest = gloss_calloc((size_t)argc + 1, sizeof *rest);
	size_t len = 0;
	bool ended = false;

	while (*in.at) {
		char *argument = *in.at++;
		bool dashed = argument[0] == '-' && argument[1];

		if (ended || !dashed)
			rest[len++] = argument;
		else if (len && (p->habits & HABIT_BEFORE))
			request_refuse(r, "%s stands behind the stylesheet",
			    argument);
		else if (strcmp(argument, "--") == 0 &&
		    (p->habits & HABIT_CLUSTERS))
			ended = true;
		else
			read_option(&in, argument);
	}
	if (!r->version)
		p->finish(r, rest, len);
	free(rest);
}
