/* SPDX-License-Identifier: MIT */
/* Translations of the words that the stylesheets generate. */
#ifndef LAYOUT_WORDS_H
#define LAYOUT_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include <libxml/tree.h>

#include "stylesheets.h"

/* "word.see = Siehe": pointers into the file's text, not NUL-terminated. */
struct word {
	const char *name, *value;
	size_t name_len, value_len;
};

/*
 * The translation for a language tag (BCP 47, or a locale such as pt_BR), or
 * one that serves for it; NULL: none, so the stylesheets' English words are
 * used.
 */
const struct stylesheet *words_find(const char *tag);

/* Is it English, the language of the stylesheets' own words? */
bool words_are_english(const char *tag);

/*
 * Reads the next word of a translation.  *text points to the file's text at
 * first, and is advanced.  Returns false at the end.
 */
bool words_next(const char **text, struct word *w);

/* Sets the parameters that a stylesheet declares to their translations. */
void words_put(xmlDoc *stylesheet, const struct stylesheet *words);

#endif
