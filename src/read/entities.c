/* SPDX-License-Identifier: MIT */
/* The standard character entities, which need no DTD. */
#include <stdlib.h>
#include <string.h>

#include "entities.h"

struct entity {
	const char *name;
	unsigned short cp;
};

static const struct entity table[] = {
#define ENTITY(name, cp) { name, cp },
#include "entities.def"
#undef ENTITY
};

static int
compare(const void *name, const void *row)
{
	return strcmp(name, ((const struct entity *)row)->name);
}

unsigned long
entities_find(const char *name)
{
	const struct entity *row = bsearch(name, table,
	    sizeof table / sizeof *table, sizeof *table, compare);

	return row ? row->cp : 0;
}
