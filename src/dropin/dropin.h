/* SPDX-License-Identifier: MIT */
/*
 * glossc as a replacement for xsltproc, xmlto, docbook2x-man and docbook2man:
 * called by one of these names, it accepts that program's command line.
 */
#ifndef DROPIN_DROPIN_H
#define DROPIN_DROPIN_H

#include <stdbool.h>

#include "util/diag.h"

enum dropin_answer {
	DROPIN_NONE, /* glossc was called by its own name */
	DROPIN_RUN,  /* run the glossc command line that does the same */
	DROPIN_DONE  /* nothing is left to do: exit with status */
};

/* How the other names of a page lead to it. */
enum dropin_names {
	NAMES_UNSAID,   /* by default */
	NAMES_AS_FILES, /* files with a .so request */
	NAMES_AS_LINKS, /* symbolic links */
	NAMES_NOWHERE
};

/* The result of reading that command line; it owns all strings. */
struct dropin {
	char **argv;      /* for glossc, NULL-terminated, with argv[0] */
	int argc;
	/* where files go, which no argument can say: */
	char *prefix;     /* before the name of each page; NULL: see --output */
	bool by_section;  /* put pages into folders such as "man1/" */
	char *list;       /* the file for a list of all files; or NULL */
	enum dropin_names names;
	bool by_title;    /* pages are named by refentrytitle */
	int status;       /* of DROPIN_DONE */
};

/*
 * Reads the command line of the program that argv[0] names, the environment
 * variable GLOSSC_DROPIN, and the stylesheets.  If only the program itself can do
 * what is asked, it replaces this process (execv).  d gets a warning for each
 * parameter without effect.  The caller always calls dropin_free().
 */
enum dropin_answer dropin_read(struct dropin *to, int argc, char **argv,
    struct diags *d);
void dropin_free(struct dropin *to);

#endif
