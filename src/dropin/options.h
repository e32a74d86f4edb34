/* SPDX-License-Identifier: MIT */
/* The options of the programs in whose place glossc stands. */
#ifndef DROPIN_OPTIONS_H
#define DROPIN_OPTIONS_H

#include <stddef.h>

#include "request.h"

/* How a program reads its command line. */
enum habit {
	HABIT_BEFORE = 1,   /* options stand before what is no option */
	HABIT_EQUALS = 2,   /* --name=value does, too */
	HABIT_CLUSTERS = 4, /* -vv, -ofolder; --begi for --beginning */
	HABIT_DASHES = 8    /* -name is --name */
};

struct dropin_option {
	const char *name;  /* with its dashes; NULL ends a table */
	int arguments;     /* that follow */
	/* takes them; NULL: the option changes nothing that glossc makes */
	void (*take)(struct request *r, const char *const *arguments);
};

struct program {
	const char *name;
	unsigned habits;
	const struct dropin_option *options;
	/* takes all that is no option, a NULL-terminated list */
	void (*finish)(struct request *r, char *const *rest, size_t len);
};

/* The last has no name. */
extern const struct program programs[];

/* The program of that name, or NULL. */
const struct program *program_find(const char *name);

/*
 * Reads the arguments behind argv[0].  r->why is not empty where the program
 * has to be asked itself.  argv stays as it is, and must outlive r.
 */
void program_read(const struct program *p, struct request *r, int argc,
    char *const *argv);

#endif
