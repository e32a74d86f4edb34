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
 * Weighs one candidate, and returns how far it is: so many bytes are wrong,
 * missing, too many or in each other's place.  Only what is nearer than a third
 * of the wanted name's length counts, and only strictly better ones replace the
 * best, so the order of candidates settles ties.  What is farther than the best
 * is SIZE_MAX away.
 */
size_t suggest_weigh(struct suggest *s, const char *candidate);

#endif
