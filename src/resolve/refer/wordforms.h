/* SPDX-License-Identifier: MIT */
/* Names that are found by other forms of their words: hens, by hen. */
#ifndef RESOLVE_WORDFORMS_H
#define RESOLVE_WORDFORMS_H

#include <stdbool.h>
#include <stddef.h>

struct buf;
struct wordforms;

/* What bears a name; next is another thing that answers to the same form. */
struct wordform {
	void *thing;
	char *name; /* as it was added */
	struct wordform *next;
};

/*
 * A table for about so many names of a language, a BCP 47 tag.  Without a
 * Snowball stemmer of that language names are known by their spelling alone.
 * The caller frees it with wordforms_free().
 */
struct wordforms *wordforms_new(const char *lang, size_t names);
void wordforms_free(struct wordforms *f);

/* Is there a stemmer of this language, a BCP 47 tag? */
bool wordforms_knows(const char *lang);

/* Adds a name of a thing, whose names come one after the other. */
void wordforms_add(struct wordforms *f, const char *name, void *thing);

/*
 * The things that a text names by other forms of their words, or NULL; the list
 * stays the table's.  The first of these that anything answers to decides:
 * the same letters, however they are joined (live-migration, livemigration);
 * the same stem of each word; the same stem of all words, joined.  thing gets
 * the one that is meant, or NULL where that can't be told of several.
 */
const struct wordform *wordforms_find(const struct wordforms *f,
    const char *text, void **thing);

/*
 * Adds up to most names of a list, quoted, to a text: "hen", "hens" or "henna".
 */
void wordforms_list(const struct wordform *form, size_t most, struct buf *out);

#endif
