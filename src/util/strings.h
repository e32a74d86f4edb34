/* SPDX-License-Identifier: MIT */
/* A growing list of strings that it owns. */
#ifndef UTIL_STRINGS_H
#define UTIL_STRINGS_H

#include <stddef.h>

/* Zero-initialised, it is empty.  The owner frees it with strings_free(). */
struct strings {
	char **list;
	size_t len;
	size_t cap;
};

/* Adds a copy. */
void strings_add(struct strings *s, const char *text);

/* Moves all strings of another list to the end; that list is empty then. */
void strings_append(struct strings *s, struct strings *other);

void strings_free(struct strings *s);

#endif
