/* SPDX-License-Identifier: MIT */
/*
 * Looks for elements whose cost grows faster than the document: growth [all]
 *
 * Repeats DocBook's elements under each kind of parent, n, 2n and 4n times, and
 * names those for which the second step takes more than TOO_MUCH times as much
 * as the first (twice as much is linear).  It measures processor time, which
 * other work on the machine disturbs, so it only names suspects; growth.sh counts
 * their instructions.  Elements are tried in groups; with all, each one alone, for
 * each format, and also empty with IDs and references.
 *
 * growth PARENT FORMAT HOW COUNT ELEMENT... makes one such document; a suspect
 * is a line of these words, but for COUNT.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <libxml/xmlerror.h>
#include <libxslt/xsltutils.h>

#include "docbook/docbook.h"
#include "fuzz/fuzz.h"
#include "gloss/layout.h"

enum { FIRST = 400, GROUP = 12, TRIES = 3 };
static const double TOO_MUCH = 2.8, SECONDS = 0.004;

/* A kind of parent: what stands around the elements. */
struct parent {
	const char *name, *before, *after;
};

static const struct parent parents[] = {
	{ "section", "", "" },
	{ "info", "<info>", "</info>" },
	{ "title", "<section><title>", "</title></section>" },
	{ "para", "<para>", "</para>" },
	{ "emphasis", "<para><emphasis>", "</emphasis></para>" },
	{ "footnote", "<para><footnote>", "</footnote></para>" },
	{ "screen", "<screen>", "</screen>" },
	{ "itemizedlist", "<itemizedlist>", "</itemizedlist>" },
	{ "listitem", "<orderedlist><listitem>", "</listitem></orderedlist>" },
	{ "varlistentry", "<variablelist><varlistentry>",
	    "</varlistentry></variablelist>" },
	{ "term", "<variablelist><varlistentry><term>",
	    "</term></varlistentry></variablelist>" },
	{ "procedure", "<procedure>", "</procedure>" },
	{ "glosslist", "<glosslist>", "</glosslist>" },
	{ "glossentry", "<glosslist><glossentry><glossterm>t</glossterm>",
	    "</glossentry></glosslist>" },
	{ "glossdef", "<glosslist><glossentry><glossterm>t</glossterm>"
	    "<glossdef>", "</glossdef></glossentry></glosslist>" },
	{ "tbody", "<informaltable><tgroup cols='2'><tbody>",
	    "</tbody></tgroup></informaltable>" },
	{ "entry", "<informaltable><tgroup cols='2'><tbody><row><entry>",
	    "</entry></row></tbody></tgroup></informaltable>" },
	{ "figure", "<figure><title>F</title>", "</figure>" },
	{ "mediaobject", "<mediaobject>", "</mediaobject>" },
	{ "cmdsynopsis", "<cmdsynopsis>", "</cmdsynopsis>" },
	{ "funcprototype", "<funcsynopsis><funcprototype>",
	    "</funcprototype></funcsynopsis>" },
	{ "classsynopsis", "<classsynopsis>", "</classsynopsis>" },
	{ "qandaset", "<qandaset>", "</qandaset>" },
	{ "calloutlist", "<calloutlist>", "</calloutlist>" },
	{ "bibliography", "<bibliography>", "</bibliography>" },
	{ "biblioentry", "<bibliography><biblioentry>",
	    "</biblioentry></bibliography>" },
	{ "author", "<para><author>", "</author></para>" },
	{ "refentry", "<refentry><refnamediv><refname>n</refname><refpurpose>p"
	    "</refpurpose></refnamediv>", "</refentry>" },
	{ "refnamediv", "<refentry><refnamediv>", "</refnamediv></refentry>" },
	{ "index", "<index>", "</index>" },
	{ "unknown", "<unknown>", "</unknown>" },
};

enum { PARENTS = sizeof parents / sizeof *parents };

/* How elements are: with a word in them, or empty and named. */
static const char *const hows[] = { "words", "names" };

struct trial {
	const struct parent *parent;
	const struct format *format; /* NULL: all */
	const char *how;
	const char *const *names;
	size_t len;
};

static struct layouts *shelf;

static void
ignore(void *data, const char *fmt, ...)
{
	(void)data;
	(void)fmt;
}

static void
make_document(const struct trial *t, size_t count, struct buf *out)
{
	bool named = strcmp(t->how, hows[1]) == 0;

	buf_printf(out, "<article xmlns='http://docbook.org/ns/docbook' "
	    "version='5.0'><title>T</title>%s", t->parent->before);
	for (size_t i = 0; i < count; i++) {
		const char *name = t->names[i % t->len];

		if (named)
			buf_printf(out, "<%s xml:id='i%zu' linkend='i%zu'/>",
			    name, i, i / 2);
		else
			buf_printf(out, "<%s>x</%s>", name, name);
	}
	buf_printf(out, "%s</article>", t->parent->after);
}

/* Makes one document, in seconds of this process. */
static double
run(const struct trial *t, size_t count)
{
	const struct format *const only[] = { t->format, NULL };
	struct convert_options options = { .shelf = shelf, .jobs = 1,
		.formats = t->format ? only : formats,
		.stop_after = STAGE_WRITE };
	struct products products = { 0 };
	struct diags *d = diags_new();
	struct buf xml = { 0 };
	struct timespec from, to;

	make_document(t, count, &xml);
	set_input(xml.data, xml.len);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
	convert("-", &options, &products, d);
	products_free(&products);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
	diags_free(d);
	buf_free(&xml);
	return (double)(to.tv_sec - from.tv_sec) +
	    (double)(to.tv_nsec - from.tv_nsec) / 1e9;
}

/* The minimum of some tries, as other work only adds. */
static double
least(const struct trial *t, size_t count, int tries)
{
	double best = run(t, count);

	while (--tries > 0) {
		double next = run(t, count);

		best = next < best ? next : best;
	}
	return best;
}

static bool
is_suspect(const struct trial *t)
{
	for (int tries = 1; tries <= TRIES; tries++) {
		double one = least(t, FIRST, tries);
		double two = least(t, FIRST * 2, tries);
		double four = least(t, FIRST * 4, tries);

		if (four - two < SECONDS ||
		    four - two < TOO_MUCH * (two - one))
			return false;
	}
	return true;
}

static void
try(const struct trial *t)
{
	if (!is_suspect(t))
		return;
	printf("%s %s %s", t->parent->name,
	    t->format ? t->format->name : "all", t->how);
	for (size_t i = 0; i < t->len; i++)
		printf(" %s", t->names[i]);
	putchar('\n');
	fflush(stdout);
}

static void
try_all(const char *const *names, size_t len, bool alone)
{
	size_t step = alone ? 1 : GROUP, tried = 0;

	for (size_t p = 0; p < PARENTS; p++)
		for (size_t i = 0; i < len; i += step)
			for (size_t h = 0; h < (alone ? 2 : 1); h++)
				for (size_t f = 0; f == 0 || (alone &&
				    formats[f]); f++, tried++)
					try(&(struct trial){
						.parent = &parents[p],
						.format = alone ? formats[f]
								: NULL,
						.how = hows[h],
						.names = names + i,
						.len = len - i < step ?
						    len - i : step,
					});
	fprintf(stderr, "%zu documents of %d to %d elements\n", tried, FIRST,
	    FIRST * 4);
}

static int
make_one(int argc, char **argv)
{
	struct trial t = {
		.format = format_find(argv[2], strlen(argv[2])),
		.how = argv[3],
		.names = (const char *const *)argv + 5,
		.len = (size_t)argc - 5,
	};

	for (size_t p = 0; p < PARENTS; p++)
		if (strcmp(parents[p].name, argv[1]) == 0)
			t.parent = &parents[p];
	if (t.parent == NULL)
		return 2;
	run(&t, strtoul(argv[4], NULL, 10));
	return 0;
}

int
main(int argc, char **argv)
{
	const char *names[DB_count + 1];
	size_t len = 0;

	xmlSetGenericErrorFunc(NULL, ignore);
	xsltSetGenericErrorFunc(NULL, ignore);
	shelf = layouts_new(true);
	if (argc > 5)
		return make_one(argc, argv);
	for (int id = DB_none + 1; id < DB_count; id++)
		names[len++] = docbook_row((enum docbook_id)id)->name;
	names[len++] = "unknown";
	try_all(names, len, argc > 1);
	layouts_free(shelf);
	return 0;
}
