/* SPDX-License-Identifier: MIT */
/* The options of the programs that glossc can stand in for. */
#ifndef DROPIN_OPTIONS_H
#define DROPIN_OPTIONS_H

#include <stddef.h>

#include "request.h"

/* How a program reads its command line. */
enum habit {
	HABIT_BEFORE = 1,   /* no options after the first argument that is none */
	HABIT_EQUALS = 2,   /* --name=value as well */
	HABIT_CLUSTERS = 4, /* -vv, -ofolder; long names may be shortened */
	HABIT_DASHES = 8    /* -name means --name */
};

struct dropin_option {
	const char *name;  /* with its dashes; NULL ends a table */
	int arguments;     /* that follow */
	/* stores them; NULL: the option has no effect here */
	void (*take)(struct request *r, const char *const *arguments);
};

struct program {
	const char *name;
	unsigned habits;
	const struct dropin_option *options;
	/* takes the other arguments */
	void (*finish)(struct request *r, char *const *rest, size_t len);
};

/* The last has no name. */
extern const struct program programs[];

/* The program of that name, or NULL. */
const struct program *program_find(const char *name);

/*
 * Reads the arguments after argv[0].  If r->why is not empty then, the program
 * itself must be run.  argv is not changed, and must outlive r.
 */
void program_read(const struct program *p, struct request *r, int argc,
    char *const *argv);

#endif
