/* SPDX-License-Identifier: MIT */
/* "Did you mean": finds the most similar name. */
#include <string.h>

#include "suggest.h"

/*
 * Maximum length of a name, one bit per byte: longer ones are generated ids,
 * which nobody types.
 */
enum { LONGEST = 64 };

/* Differences in case do not count. */
static unsigned char
lower(char c)
{
	return (unsigned char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

void
suggest_begin(struct suggest *s, const char *wanted)
{
	*s = (struct suggest){ .wanted = wanted, .len = strlen(wanted) };
	for (size_t i = 0; i < s->len && i < LONGEST; i++)
		s->places[lower(wanted[i])] |= UINT64_C(1) << i;
}

/*
 * The edit distance, or limit if it is not less.  Computed by columns, whose
 * steps up and down are bits in two words: Myers, "A fast bit-vector algorithm
 * for approximate string matching", JACM 46 (1999), in Hyyro's version for
 * whole strings; transposed letters as in his "A bit-vector algorithm for
 * computing Levenshtein and Damerau edit distances" (2003).
 */
static size_t
distance(const struct suggest *s, const char *name, size_t len, size_t limit)
{
	uint64_t last = UINT64_C(1) << (s->len - 1);
	uint64_t up = ~UINT64_C(0), down = 0;
	uint64_t before = 0, straight = 0;
	size_t d = s->len;

	for (size_t i = 0; i < len && d < limit + (len - i); i++) {
		uint64_t place = s->places[lower(name[i])];
		uint64_t swapped = (~straight & place) << 1 & before;
		uint64_t same = place | down;
		uint64_t diagonal = (((same & up) + up) ^ up) | same | swapped;
		uint64_t right_up = down | ~(diagonal | up);
		uint64_t right_down = up & diagonal;

		d += (right_up & last) != 0;
		d -= (right_down & last) != 0;
		right_up = right_up << 1 | 1;
		up = right_down << 1 | ~(diagonal | right_up);
		down = right_up & diagonal;
		before = place;
		straight = diagonal;
	}
	return d < limit ? d : limit;
}

size_t
suggest_weigh(struct suggest *s, const char *candidate)
{
	size_t len = strlen(candidate);
	size_t limit = s->best ? s->distance + 1 : s->len / 3 + 1;
	size_t gap = len > s->len ? len - s->len : s->len - len;
	size_t d;

	if (s->len == 0 || s->len > LONGEST || gap >= limit)
		return SIZE_MAX;
	d = distance(s, candidate, len, limit);
	if (d >= limit)
		return SIZE_MAX;
	if (s->best == NULL || d < s->distance) {
		s->best = candidate;
		s->distance = d;
	}
	return d;
}
