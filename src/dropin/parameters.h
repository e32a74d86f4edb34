/* SPDX-License-Identifier: MIT */
/* What becomes of the parameters of other programs. */
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

/* The row for a parameter of that value (NULL: unknown), or NULL. */
const struct parameter *parameter_find(const char *name, const char *value);

/* The value that a request sets a parameter to, or the given one. */
const char *parameter_value(const struct request *r, const char *name,
    const char *otherwise);

/* Is a value what XSLT calls equal to 0? */
bool parameter_is_zero(const char *value);

/*
 * Adds the arguments of glossc that a request's parameters come to, and warns of
 * those that change nothing.  False: r->why says why glossc can't.
 */
bool parameters_apply(struct request *r, struct strings *to, struct diags *d);

#endif
