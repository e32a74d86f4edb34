/* SPDX-License-Identifier: MIT */
/* References as RFC 3986 resolves them, and the files that they name. */
#include <stdlib.h>

#include "util/uri.h"
#include "tap.h"

/* Section 5.4: base, reference, target. */
static const char *const resolved[][3] = {
#define RFC "http://a/b/c/d;p?q"
	{ RFC, "g:h", "g:h" },
	{ RFC, "g", "http://a/b/c/g" },
	{ RFC, "./g", "http://a/b/c/g" },
	{ RFC, "g/", "http://a/b/c/g/" },
	{ RFC, "/g", "http://a/g" },
	{ RFC, "//g", "http://g" },
	{ RFC, "?y", "http://a/b/c/d;p?y" },
	{ RFC, "g?y", "http://a/b/c/g?y" },
	{ RFC, "#s", "http://a/b/c/d;p?q#s" },
	{ RFC, "g#s", "http://a/b/c/g#s" },
	{ RFC, "g?y#s", "http://a/b/c/g?y#s" },
	{ RFC, ";x", "http://a/b/c/;x" },
	{ RFC, "g;x", "http://a/b/c/g;x" },
	{ RFC, "g;x?y#s", "http://a/b/c/g;x?y#s" },
	{ RFC, "", "http://a/b/c/d;p?q" },
	{ RFC, ".", "http://a/b/c/" },
	{ RFC, "./", "http://a/b/c/" },
	{ RFC, "..", "http://a/b/" },
	{ RFC, "../", "http://a/b/" },
	{ RFC, "../g", "http://a/b/g" },
	{ RFC, "../..", "http://a/" },
	{ RFC, "../../", "http://a/" },
	{ RFC, "../../g", "http://a/g" },
	{ RFC, "../../../g", "http://a/g" },
	{ RFC, "../../../../g", "http://a/g" },
	{ RFC, "/./g", "http://a/g" },
	{ RFC, "/../g", "http://a/g" },
	{ RFC, "g.", "http://a/b/c/g." },
	{ RFC, ".g", "http://a/b/c/.g" },
	{ RFC, "g..", "http://a/b/c/g.." },
	{ RFC, "..g", "http://a/b/c/..g" },
	{ RFC, "./../g", "http://a/b/g" },
	{ RFC, "./g/.", "http://a/b/c/g/" },
	{ RFC, "g/./h", "http://a/b/c/g/h" },
	{ RFC, "g/../h", "http://a/b/c/h" },
	{ RFC, "g;x=1/./y", "http://a/b/c/g;x=1/y" },
	{ RFC, "g;x=1/../y", "http://a/b/c/y" },
	{ RFC, "g?y/./x", "http://a/b/c/g?y/./x" },
	{ RFC, "g#s/../x", "http://a/b/c/g#s/../x" },
	{ RFC, "http:g", "http:g" },
	{ "http://a", "g", "http://a/g" },
	/* bases that are relative themselves, as a document on the command
	   line is */
	{ NULL, "g", "g" },
	{ "", "g", "g" },
	{ "d.xml", "g", "g" },
	{ "./d.xml", "g", "g" },
	{ "a/d.xml", "g", "a/g" },
	{ "a/d.xml", "../g", "g" },
	{ "a/d.xml", "../../g", "../g" },
	{ "../a/d.xml", "../../g", "../../g" },
	{ "a/d.xml", "/g", "/g" },
	{ "a/d.xml", "..", "./" },
	{ "a//d.xml", "../g", "a/g" },
	{ "/a/d.xml", "../../g", "/g" },
	{ "a/d.xml", "b/../../c:d", "./c:d" },
	{ "d.xml", "./c:d", "./c:d" },
	{ "/d.xml", ".//g", "/.//g" },
	{ "glossc:man.xsl", "common/c.xsl", "glossc:common/c.xsl" },
	{ "glossc:/man.xsl", "common/c.xsl", "glossc:/common/c.xsl" },
	{ "own.xsl", "glossc:man.xsl", "glossc:man.xsl" },
	/* what may not stand in one is escaped, and nothing twice */
	{ "a%20b/d.xml", "c d", "a%20b/c%20d" },
	{ "a%20b/d.xml", "c%20d", "a%20b/c%20d" },
	{ "d.xml", "100%", "100%25" },
	{ "d.xml", "%2", "%252" },
	{ "d.xml", "%zz", "%25zz" },
	{ "d.xml", "h\xC3\xBC[1]", "h%C3%BC%5B1%5D" },
	{ "d.xml", "a\\b", "a%5Cb" },
	{ "mailto%3Ax", "y", "y" },
	{ "mailto%3Ax/d.xml", "y", "mailto%3Ax/y" },
	{ "d.xml", "mailto%3Ax", "mailto%3Ax" },
};

/* Each leads from the first to the second. */
static const char *const relative[][3] = {
	{ "d.xml", "g", "g" },
	{ "d.xml", "d.xml", "d.xml" },
	{ "a/d.xml", "a/g", "g" },
	{ "a/d.xml", "g", "../g" },
	{ "a/b/d.xml", "a/c/g", "../c/g" },
	{ "a/d.xml", "ab/g", "../ab/g" },
	{ "./a/d.xml", "a/g", "g" },
	{ "d.xml", "../g", "../g" },
	{ "../a/d.xml", "../g", "../g" },
	{ "../a/d.xml", "../b/g", "../b/g" },
	{ "../a/d.xml", "g", NULL },
	{ "../../d.xml", "../g", NULL },
	{ "/a/d.xml", "/a/b/g", "b/g" },
	{ "/a/d.xml", "/g", "../g" },
	{ "/a/d.xml", "g", NULL },
	{ "a/d.xml", "/g", "/g" },
	{ "a/d.xml", "a/", "./" },
	{ "a/d.xml", "a/b:c", "./b:c" },
	{ "a/d.xml", "http://b/c", "http://b/c" },
	{ "http://b/c/d", "http://b/e", "../e" },
	{ "http://b/c/d", "http://c/e", "http://c/e" },
	{ "a%20b/d.xml", "a%20b/c%20d", "c%20d" },
	{ "a/d.xml", "a//g", ".//g" },
};

/* Files, and the references that name them. */
static const char *const paths[][2] = {
	{ "a/d.xml", "a/d.xml" },
	{ "/a b/d.xml", "/a%20b/d.xml" },
	{ "100%", "100%25" },
	{ "a%20b", "a%2520b" },
	{ "who?/C#/x[1]", "who%3F/C%23/x%5B1%5D" },
	{ "mailto:x", "mailto%3Ax" },
	{ "a/b:c", "a/b:c" },
	{ "h\xC3\xBC", "h%C3%BC" },
	{ "-", "-" },
};

/* References and the files that they name; NULL: none. */
static const char *const names[][2] = {
	{ "file:///a%20b", "/a b" },
	{ "FILE:///a", "/a" },
	{ "file:/a", "/a" },
	{ "file://localhost/a", "/a" },
	{ "file://LOCALHOST/a", "/a" },
	{ "file://host/a", NULL },
	{ "file:a", NULL },
	{ "file:", NULL },
	{ "http://host/a", NULL },
	{ "//host/a", NULL },
	{ "mailto:x", NULL },
	{ "x:y", NULL },
	{ "1x:y", "1x:y" },
	{ "./mailto:x", "./mailto:x" },
	{ "a%2Fb", "a/b" },
	{ "a%2fb%", "a/b%" },
	{ "a%00b", "a%00b" },
	{ "a?b#c", "a?b#c" },
	{ "", "" },
};

/* Folders and files that are put together to names, to try each with each. */
static const char *const folders[] = {
	"", "a/", "a/b/", "a/c/", "../", "../a/", "../../", "/", "/a/", "/a/b/",
	"a:b/", "a%20b/", "./", "a//b/",
};

static void
try_each_with_each(void)
{
	enum { N = sizeof folders / sizeof *folders };
	char from[64], to[64];
	int wrong = 0, none = 0;

	for (size_t i = 0; i < N * N; i++) {
		char *base, *target, *way, *there;

		snprintf(from, sizeof from, "%sd.xml", folders[i / N]);
		snprintf(to, sizeof to, "%se:f", folders[i % N]);
		base = uri_resolve(from, *from == 'a' && from[1] == ':' ?
		    "./" : NULL);
		target = uri_resolve(to, "./");
		way = uri_relative(target, base);
		there = way ? uri_resolve(way, base) : NULL;
		none += way == NULL;
		if (there && strcmp(there, target) != 0) {
			printf("# from %s to %s by %s: %s\n", base, target,
			    way, there);
			wrong++;
		}
		free(there);
		free(way);
		free(target);
		free(base);
	}
	ok(wrong == 0, "from each to each: back where it was to lead");
	ok(none > 0 && none < N * N / 2, "few have no way, but some: %d", none);
}

/* The same, or both are NULL. */
static void
is(char *got, const char *expected, const char *of, const char *from)
{
	is_str(got ? got : "(none)", expected ? expected : "(none)",
	    "%s, from %s", of, from ? from : "nowhere");
	free(got);
}

#define EACH(i, list) \
	for (size_t i = 0; i < sizeof list / sizeof *list; i++)

int
main(void)
{
	EACH(i, resolved)
		is(uri_resolve(resolved[i][1], resolved[i][0]), resolved[i][2],
		    resolved[i][1], resolved[i][0]);
	EACH(i, relative)
		is(uri_relative(relative[i][1], relative[i][0]),
		    relative[i][2], relative[i][1], relative[i][0]);
	try_each_with_each();
	EACH(i, paths) {
		is(uri_from_path(paths[i][0]), paths[i][1], "the reference",
		    paths[i][0]);
		is(uri_to_path(paths[i][1]), paths[i][0], "the path",
		    paths[i][1]);
	}
	is(uri_from_path("///a"), "/a", "the reference", "///a");
	EACH(i, names)
		is(uri_to_path(names[i][0]), names[i][1], "the file",
		    names[i][0]);
	is(uri_shown("http://a%20b"), "http://a%20b", "shown", "http");
	is(uri_shown("a%20b"), "a b", "shown", "a file");
	ok(uri_has_scheme("a:") && uri_has_scheme("x-y+z.1:b") &&
	    !uri_has_scheme("a/b:c") && !uri_has_scheme(":a") &&
	    !uri_has_scheme("") && !uri_has_scheme("1:a"), "schemes");
	return done_testing();
}
