/* SPDX-License-Identifier: MIT */
/* What the command line asks for. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "util/buf.h"
#include "gloss/convert.h"
#include "util/diag.h"

/* A NULL-terminated list of strings that are not its own; or all is 0. */
struct list {
	const char **items;
	size_t len;
};

enum color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

/* All strings are argv's. */
struct options {
	struct convert_options convert;
	const char *to;
	const char *output;
	const char *depfile;
	const char *write_refs;
	const char *lookup;
	char *const *files; /* NULL-terminated, one at least */
	size_t files_len;
	int color;          /* enum color */
	int form;           /* of diagnostics: 1 is JSON */
	bool quiet;
	bool strict;
	bool verbose;
	/* options.c's own, which convert is made of: */
	struct diags *d;
	const char *say;
	int sort;
	int match;
	int stage;
	struct list folders;
	struct list entities;
	struct list params;      /* name, value, ... */
	struct list collections;
	struct list refs;
	struct list profile;     /* attribute, value, ... */
	struct list stylesheets; /* format, file, ... */
	struct list sheets;      /* one for each format */
};

enum options_answer {
	OPTIONS_RUN,    /* there is something to do */
	OPTIONS_SAY,    /* nothing but to print the text */
	OPTIONS_REFUSED /* wrong usage: the text says what is wrong */
};

/*
 * Reads the command line, whose order and "=" it changes, and nothing else: no
 * file, no environment, no terminal.  What is to be said goes to text, how
 * warnings are switched to d.  The caller frees the options in any case.
 */
enum options_answer options_read(struct options *o, int argc, char **argv,
    struct diags *d, struct buf *text);
void options_free(struct options *o);

#endif
