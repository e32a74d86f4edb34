/* SPDX-License-Identifier: MIT */
/* What C knows of each DocBook element. */
#include <stdlib.h>
#include <string.h>

#include "docbook.h"

static const struct docbook table[] = {
#define DOCBOOK(name, is, holds, renamed) \
	{ #name, renamed, DB_##name, is, holds },
#include "docbook.def"
#undef DOCBOOK
};

static int
compare(const void *name, const void *row)
{
	return strcmp(name, ((const struct docbook *)row)->name);
}

const struct docbook *
docbook_find(const char *name)
{
	return bsearch(name, table, sizeof table / sizeof *table,
	    sizeof *table, compare);
}

const struct docbook *
docbook_row(enum docbook_id id)
{
	return &table[id - 1];
}
