/* SPDX-License-Identifier: MIT */
/* The tables of the drop-in: no row is hidden by another, and each can be had. */
#include <stdlib.h>
#include <string.h>

#include "dropin/options.h"
#include "dropin/parameters.h"
#include "tap.h"

static struct request
read_line(const char *program, int argc, char **argv)
{
	struct request r = { 0 };

	program_read(program_find(program), &r, argc, argv);
	return r;
}

/* Each option is taken with its arguments, and wants no fewer. */
static void
try_option(const struct program *p, const struct dropin_option *o)
{
	char *argv[6] = { (char *)p->name, (char *)o->name };
	struct request r;
	int argc = 2;

	for (int i = 0; i < o->arguments; i++)
		argv[argc++] = "man=1";
	r = read_line(p->name, argc, argv);
	ok(strstr(buf_str(&r.why), "missing argument") == NULL, "%s %s", p->name,
	    o->name);
	request_free(&r);
	if (o->arguments == 0)
		return;
	argv[argc - 1] = NULL;
	r = read_line(p->name, argc - 1, argv);
	ok(strstr(buf_str(&r.why), "missing argument") != NULL,
	    "%s %s wants an argument", p->name, o->name);
	request_free(&r);
}

static void
try_program(const struct program *p)
{
	bool sorted = true;

	for (const struct dropin_option *o = p->options; o->name; o++) {
		sorted = sorted && (o[1].name == NULL ||
		    strcmp(o->name, o[1].name) < 0);
		try_option(p, o);
	}
	ok(sorted, "%s: options in order, each once", p->name);
}

/* The value that a row is for. */
static const char *
value_for(const struct parameter *p)
{
	return *p->value == '=' ? p->value + 1 : *p->value == '0' ? "0" :
	    *p->value == '1' ? "yes" : "anything";
}

/* A name that a row is for. */
static char *
name_for(const struct parameter *p)
{
	struct buf name = { 0 };

	for (const char *s = p->name; *s; s++)
		if (*s == '*')
			buf_puts(&name, "x");
		else
			buf_putc(&name, *s);
	return name.data;
}

static void
try_parameters(void)
{
	for (const struct parameter *p = parameters; p->name; p++) {
		char *name = name_for(p);

		ok(parameter_find(name, value_for(p)) == p,
		    "%s \"%s\" is found", p->name, p->value);
		ok(strstr(p->text, "%s") == NULL || p->way == ARGUMENT ||
		    p->way == PROFILE, "%s: its text", p->name);
		free(name);
	}
	ok(parameter_find("nothing.like.it", "1") == NULL, "others are not");
	ok(parameter_is_zero("0") && parameter_is_zero(" 0.0 ") &&
	    !parameter_is_zero("") && !parameter_is_zero("no") &&
	    !parameter_is_zero("-1"), "what XSLT takes for 0");
}

static const char *
last_value(const char *expression)
{
	static struct buf value;
	struct request r = { 0 };

	request_set_xpath(&r, "a", expression, NULL, 0);
	buf_truncate(&value, 0);
	buf_puts(&value, parameter_value(&r, "a", "none"));
	request_free(&r);
	return buf_str(&value);
}

static void
try_expressions(void)
{
	is_str(last_value("'a b'"), "a b", "a literal");
	is_str(last_value(" \"it's\" "), "it's", "one in double quotes");
	is_str(last_value("''"), "", "an empty one");
	is_str(last_value("-1.5"), "-1.5", "a number");
	is_str(last_value("true()"), "1", "true()");
	is_str(last_value("false()"), "0", "false()");
	is_str(last_value("'a' or 'b'"), "none", "no constant");
	is_str(last_value("$other"), "none", "a variable");
	is_str(last_value("document('')"), "none", "a document");
	is_str(last_value(""), "none", "nothing");
	is_str(last_value("'"), "none", "a quote alone");
}

/* What stands first counts: the command line, and then who overrides. */
static void
try_settings(void)
{
	struct request r = { 0 };

	request_set(&r, "a", "1", "base.xsl", 1);
	request_set(&r, "a", "2", "over.xsl", 1);
	is_str(parameter_value(&r, "a", ""), "2", "a layer over another");
	request_set(&r, "a", "3", NULL, 0);
	request_set(&r, "a", "4", "over.xsl", 1);
	is_str(parameter_value(&r, "a", ""), "3", "the command line");
	request_free(&r);
}

static void
try_habits(void)
{
	char *clusters[] = { "xmlto", "-vvofolder", "--skip", "man", "a.xml",
		NULL };
	char *late[] = { "xsltproc", "a.xsl", "-o", "a", NULL };
	char *single[] = { "xsltproc", "-novalid", "-output", "b", "a.xsl",
		"a.xml", NULL };
	char *equals[] = { "docbook2x-man", "--output-dir=d", "-", NULL };
	struct request r = read_line("xmlto", 5, clusters);

	ok(r.why.len == 0 && r.verbose && strcmp(r.folder, "folder") == 0 &&
	    r.target == TARGET_MAN, "letters and beginnings of xmlto");
	request_free(&r);
	r = read_line("xsltproc", 4, late);
	ok(r.why.len > 0, "an option behind the stylesheet");
	request_free(&r);
	r = read_line("xsltproc", 6, single);
	ok(r.why.len == 0 && strcmp(r.output, "b") == 0 &&
	    strcmp(r.stylesheet, "a.xsl") == 0 && r.files.len == 1,
	    "a single dash");
	request_free(&r);
	r = read_line("docbook2x-man", 3, equals);
	ok(r.why.len == 0 && strcmp(r.folder, "d") == 0 && r.files.len == 1,
	    "an argument behind \"=\", and standard input");
	request_free(&r);
}

int
main(void)
{
	for (const struct program *p = programs; p->name; p++)
		try_program(p);
	try_parameters();
	try_expressions();
	try_settings();
	try_habits();
	ok(program_find("glossc") == NULL, "glossc is none of them");
	return done_testing();
}
