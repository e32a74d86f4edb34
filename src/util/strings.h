/* SPDX-License-Identifier: MIT */
/* A growing list of strings of its own. */
#ifndef UTIL_STRINGS_H
#define UTIL_STRINGS_H

#include <stddef.h>

/* Zero-initialised it is empty; the owner frees it with strings_free(). */
struct strings {
	char **list;
	size_t len;
	size_t cap;
};

/* Adds a copy. */
void strings_add(struct strings *s, const char *text);

/* Moves all of another to the end; that one is empty then. */
void strings_append(struct strings *s, struct strings *other);

void strings_free(struct strings *s);

#endif
