/* SPDX-License-Identifier: MIT */
/* "Did you mean": the nearest of many names. */
#ifndef RESOLVE_SUGGEST_H
#define RESOLVE_SUGGEST_H

#include <stddef.h>
#include <stdint.h>

/* A search for what is near to one name; the first two are not ours. */
struct suggest {
	const char *wanted;
	const char *best; /* the nearest so far, or NULL */
	size_t distance;  /* its */
	size_t len;       /* of wanted */
	uint64_t places[256]; /* where each character stands in it */
};

/* Begins a search; wanted must stay as long as it does. */
void suggest_begin(struct suggest *s, const char *wanted);

/*
 * Weighs one candidate: Levenshtein's distance in bytes.  Only what is nearer
 * than a third of the wanted name's length counts, and only strictly better
 * ones replace the best, so the order of candidates settles ties.
 */
void suggest_weigh(struct suggest *s, const char *candidate);

#endif
