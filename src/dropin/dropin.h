/* SPDX-License-Identifier: MIT */
/*
 * glossc in the place of xsltproc, xmlto, docbook2x-man and docbook2man: called
 * by one of these names it takes that program's command line.
 */
#ifndef DROPIN_DROPIN_H
#define DROPIN_DROPIN_H

#include <stdbool.h>

#include "util/diag.h"

enum dropin_answer {
	DROPIN_NONE, /* glossc was called by its own name */
	DROPIN_RUN,  /* there is a glossc command line that does the same */
	DROPIN_DONE  /* all is said and done: see status */
};

/* What becomes of the names of a page but its first. */
enum dropin_names {
	NAMES_UNSAID,   /* as the program has it */
	NAMES_AS_FILES, /* files that lead to it by a request .so */
	NAMES_AS_LINKS, /* symbolic links */
	NAMES_NOWHERE
};

/* What that program's command line comes to; all strings are its own. */
struct dropin {
	char **argv;      /* of glossc: NULL-terminated, the first is its name */
	int argc;
	/* where files go, what the arguments don't say: */
	char *prefix;     /* before the name of each page; NULL: see --output */
	bool by_section;  /* with a folder between them, as "man1/" */
	char *list;       /* gets the paths of the files, a line each; or NULL */
	enum dropin_names names;
	bool by_title;    /* pages are named by refentrytitle */
	int status;       /* of DROPIN_DONE */
};

/*
 * Reads the command line of the program that argv[0] names, with the
 * environment's GLOSSC_DROPIN and the stylesheets that it tells of.  Where only
 * that program itself can do what is asked, it is run in this process's place.
 * Parameters without effect here are warnings to d.  The caller frees what is in
 * *to with dropin_free() in any case.
 */
enum dropin_answer dropin_read(struct dropin *to, int argc, char **argv,
    struct diags *d);
void dropin_free(struct dropin *to);

#endif
