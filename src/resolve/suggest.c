/* SPDX-License-Identifier: MIT */
/* "Did you mean": the nearest of many names. */
#include <string.h>

#include "suggest.h"

/* Longer names are ids made by machines, which nobody mistypes. */
enum { LONGEST = 64 };

static size_t
least(size_t a, size_t b, size_t c)
{
	size_t ab = a < b ? a : b;

	return ab < c ? ab : c;
}

/* Case is the commonest mistake and counts for nothing. */
static int
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

/* The distance, or limit where it is no less than that. */
static size_t
distance(const char *a, size_t a_len, const char *b, size_t b_len,
    size_t limit)
{
	size_t row[LONGEST + 1];

	for (size_t j = 0; j <= b_len; j++)
		row[j] = j;
	for (size_t i = 1; i <= a_len; i++) {
		size_t diagonal = row[0], smallest = row[0] = i;

		for (size_t j = 1; j <= b_len; j++) {
			size_t above = row[j];
			size_t change = lower(a[i - 1]) != lower(b[j - 1]);

			row[j] = least(above + 1, row[j - 1] + 1,
			    diagonal + change);
			diagonal = above;
			if (row[j] < smallest)
				smallest = row[j];
		}
		if (smallest >= limit)
			return limit;
	}
	return row[b_len] < limit ? row[b_len] : limit;
}

void
suggest_weigh(struct suggest *s, const char *candidate)
{
	size_t len = strlen(s->wanted), other = strlen(candidate);
	size_t limit = s->best ? s->distance : len / 3 + 1;
	size_t gap = len > other ? len - other : other - len;
	size_t d;

	if (len > LONGEST || other > LONGEST || gap >= limit)
		return;
	d = distance(s->wanted, len, candidate, other, limit);
	if (d < limit) {
		s->best = candidate;
		s->distance = d;
	}
}
