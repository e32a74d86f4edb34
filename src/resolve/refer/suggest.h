/* SPDX-License-Identifier: MIT */
/* "Did you mean": finds the most similar name. */
#ifndef RESOLVE_SUGGEST_H
#define RESOLVE_SUGGEST_H

#include <stddef.h>
#include <stdint.h>

/* A search for names similar to one; wanted and best are not owned. */
struct suggest {
	const char *wanted;
	const char *best; /* the most similar so far, or NULL */
	size_t distance;  /* distance of best */
	size_t len;       /* length of wanted */
	uint64_t places[256]; /* for each byte, its positions in wanted */
};

/* Starts a search; wanted must outlive it. */
void suggest_begin(struct suggest *s, const char *wanted);

/*
 * Compares a candidate, and returns its edit distance: the number of bytes that
 * are wrong, missing, surplus or transposed.  It must be less than a third of
 * wanted's length, and less than that of the best so far, to become the best;
 * so the order of candidates breaks ties.  Returns SIZE_MAX if it is no better.
 */
size_t suggest_weigh(struct suggest *s, const char *candidate);

#endif
