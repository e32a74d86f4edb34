/* SPDX-License-Identifier: MIT */
/* "Did you mean": the nearest of many names. */
#ifndef RESOLVE_SUGGEST_H
#define RESOLVE_SUGGEST_H

#include <stddef.h>

/* A search for what is near to one name; zero-initialise all but wanted. */
struct suggest {
	const char *wanted;
	const char *best; /* the nearest so far, or NULL; not ours */
	size_t distance;  /* its */
};

/*
 * Weighs one candidate: Levenshtein's distance in bytes.  Only what is nearer
 * than a third of the wanted name's length counts, and only strictly better
 * ones replace the best, so the order of candidates settles ties.
 */
void suggest_weigh(struct suggest *s, const char *candidate);

#endif
