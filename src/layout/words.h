/* SPDX-License-Identifier: MIT */
/* The words that the stylesheets add, in other languages than English. */
#ifndef LAYOUT_WORDS_H
#define LAYOUT_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include <libxml/tree.h>

#include "stylesheets.h"

/* "word.see = Siehe": parts of a file's text, which end with no NUL. */
struct word {
	const char *name, *value;
	size_t name_len, value_len;
};

/*
 * The words for a language tag (BCP 47, or a locale's pt_BR), or for a language
 * that stands in for it; NULL: the stylesheets' own, which are English.
 */
const struct stylesheet *words_find(const char *tag);

/* Is it a language whose words are the stylesheets' own? */
bool words_are_english(const char *tag);

/*
 * The next word of a file's text: *text starts at the file's, and is moved on.
 * Returns false at its end.
 */
bool words_next(const char **text, struct word *w);

/* Gives the parameters that a stylesheet declares the words for them. */
void words_put(xmlDoc *stylesheet, const struct stylesheet *words);

#endif
