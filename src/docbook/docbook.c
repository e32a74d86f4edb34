/* SPDX-License-Identifier: MIT */
/* What C knows of each DocBook element. */
#include <stdlib.h>
#include <string.h>

#include "docbook.h"

static const struct docbook table[] = {
#define DOCBOOK(element, stands, ...) { .name = #element, \
	.id = DB_##element, .is = stands, .holds = __VA_ARGS__ },
#define RENAMED(element, new_name) { .name = #element, \
	.id = DB_##element, .now = DB_##new_name },
#define ANY_INLINE .any_inline = true
#define TITLED .titled = true
#define WORD(x) .word = #x
#define LABEL(x) .label = #x
#define PARTS(...) .parts = (const uint16_t[]){ __VA_ARGS__, DB_none }
#include "docbook.def"
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
docbook_now(const struct docbook *row)
{
	return row->now ? docbook_row(row->now) : row;
}

bool
docbook_has_part(const struct docbook *row, enum docbook_id part)
{
	const uint16_t *p = row->parts;

	while (p && *p != DB_none && *p != part)
		p++;
	return p && *p == part;
}

const struct docbook *
docbook_row(enum docbook_id id)
{
	return &table[id - 1];
}
