/* SPDX-License-Identifier: MIT */
/* A growing list of strings that it owns. */
#include <stdlib.h>

#include "alloc.h"
#include "strings.h"

/* Adds a string, which the list will free. */
static void
take(struct strings *s, char *text)
{
	s->list = gloss_room(s->list, s->len, &s->cap, sizeof *s->list);
	s->list[s->len++] = text;
}

void
strings_add(struct strings *s, const char *text)
{
	take(s, gloss_strdup(text));
}

void
strings_append(struct strings *s, struct strings *other)
{
	for (size_t i = 0; i < other->len; i++)
		take(s, other->list[i]);
	free(other->list);
	*other = (struct strings){ 0 };
}

void
strings_free(struct strings *s)
{
	for (size_t i = 0; i < s->len; i++)
		free(s->list[i]);
	free(s->list);
	*s = (struct strings){ 0 };
}
