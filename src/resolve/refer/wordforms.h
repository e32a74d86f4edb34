/* SPDX-License-Identifier: MIT */
/* Finds names by other forms of their words: hen by hens. */
#ifndef RESOLVE_WORDFORMS_H
#define RESOLVE_WORDFORMS_H

#include <stdbool.h>
#include <stddef.h>

struct buf;
struct wordforms;

/* A thing with its name; next is another one with a matching form. */
struct wordform {
	void *thing;
	char *name; /* as it was added */
	struct wordform *next;
};

/*
 * A table for about size names in a language (BCP 47 tag).  If Snowball has no
 * stemmer for it, only spelling variants match.  Free it with wordforms_free().
 */
struct wordforms *wordforms_new(const char *lang, size_t names);
void wordforms_free(struct wordforms *f);

/* Is there a stemmer for this language (BCP 47 tag)? */
bool wordforms_knows(const char *lang);

/* Adds a name of a thing; all names of a thing must be added in a row. */
void wordforms_add(struct wordforms *f, const char *name, void *thing);

/*
 * The things that match a text by other word forms, or NULL; the table owns the
 * list.  The first rule with a match decides: the same letters, with any
 * separators (live-migration, livemigration); the same stem of each word; the
 * same stems, joined.  thing is set to the one that is meant, or to NULL if
 * that is ambiguous.
 */
const struct wordform *wordforms_find(const struct wordforms *f,
    const char *text, void **thing);

/* Appends up to most names of a list, quoted: "hen", "hens" or "henna". */
void wordforms_list(const struct wordform *form, size_t most, struct buf *out);

#endif
