/* SPDX-License-Identifier: MIT */
/* The parsed command line. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "dropin/dropin.h"
#include "util/buf.h"
#include "gloss/convert.h"
#include "util/diag.h"
#include "util/strings.h"

/* A NULL-terminated list of strings that it does not own; valid if all zero. */
struct list {
	const char **items;
	size_t len;
};

enum when { WHEN_AUTO, WHEN_ALWAYS, WHEN_NEVER };

/* All strings point into argv. */
struct options {
	struct convert_options convert;
	const char *to;
	const char *output;
	const char *depfile;
	const char *write_refs;
	const char *lookup;
	char *const *files; /* NULL-terminated, at least one */
	size_t files_len;
	int color;          /* enum when */
	int hyperlink;      /* enum when */
	int form;           /* format of diagnostics; 1: JSON */
	bool quiet;
	bool strict;
	bool verbose;
	const struct dropin *dropin; /* says where files go; NULL: output does */
	/* private to options.c, which makes convert from them: */
	struct diags *d;
	const char *say;
	int sort;
	int match;
	int stage;
	struct list folders;
	struct strings search;
	struct list searched;    /* of these */
	struct list entities;
	struct list params;      /* name, value, ... */
	struct list collections;
	struct list refs;
	struct list profile;     /* attribute, value, ... */
	struct list stylesheets; /* format, file, ... */
	struct list sheets;      /* one per format */
};

enum options_answer {
	OPTIONS_RUN,    /* convert the files */
	OPTIONS_SAY,    /* print the text and exit */
	OPTIONS_REFUSED /* usage error: the text describes it */
};

/*
 * Parses the command line; may reorder argv and change its "=".  It reads no
 * file, environment or terminal.  Output and errors are appended to text; d
 * gets the settings of -W.  The caller frees the options in any case.
 */
enum options_answer options_read(struct options *o, int argc, char **argv,
    struct diags *d, struct buf *text);
void options_free(struct options *o);

#endif
