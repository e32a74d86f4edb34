/* SPDX-License-Identifier: MIT */
/* The parameters of other programs, turned into arguments of glossc. */
#ifndef DROPIN_PARAMETERS_H
#define DROPIN_PARAMETERS_H

#include <stdbool.h>

#include "request.h"

enum parameter_way { SILENT, WARN, ARGUMENT, PROFILE, PLACE, OTHER };

struct parameter {
	const char *name;  /* see parameters.def */
	const char *value;
	enum parameter_way way;
	const char *text;
};

/* The last has no name. */
extern const struct parameter parameters[];

/* The row for a parameter with a value (NULL: not a constant), or NULL. */
const struct parameter *parameter_find(const char *name, const char *value);

/* The value that a request sets a parameter to, or the given one. */
const char *parameter_value(const struct request *r, const char *name,
    const char *otherwise);

/* Is a value what XSLT calls equal to 0? */
bool parameter_is_zero(const char *value);

/*
 * Adds the arguments of glossc for the parameters of a request, and warns of
 * those without effect.  False: r->why says why glossc can't do what one asks.
 */
bool parameters_apply(struct request *r, struct strings *to, struct diags *d);

#endif
