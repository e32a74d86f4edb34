/* SPDX-License-Identifier: MIT */
/* When two names are the same although they are written differently. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "gloss/alloc.h"
#include "fold.h"

/* Text as UTF-16 in memory of the caller's. */
static UChar *
to_utf16(const char *s, int32_t *len)
{
	UErrorCode error = U_ZERO_ERROR;
	size_t cap = strlen(s) + 1;
	UChar *wide = gloss_malloc(cap * sizeof *wide);

	u_strFromUTF8WithSub(wide, (int32_t)cap, len, s, -1, 0xFFFD, NULL,
	    &error);
	return wide;
}

static char *
to_utf8(const UChar *wide, int32_t len)
{
	UErrorCode error = U_ZERO_ERROR;
	int32_t cap = len * 3 + 1;
	char *s = gloss_malloc((size_t)cap);

	u_strToUTF8(s, cap, NULL, wide, len, &error);
	return s;
}

/* NFKC_Casefold of a text that is not ASCII; NULL where ICU has no answer. */
static char *
casefold(const char *s)
{
	UErrorCode error = U_ZERO_ERROR;
	const UNormalizer2 *nfkc = unorm2_getNFKCCasefoldInstance(&error);
	int32_t len, need;
	UChar *wide, *out;
	char *folded = NULL;

	if (U_FAILURE(error))
		return NULL;
	wide = to_utf16(s, &len);
	need = unorm2_normalize(nfkc, wide, len, NULL, 0, &error);
	error = U_ZERO_ERROR;
	out = gloss_malloc(((size_t)need + 1) * sizeof *out);
	need = unorm2_normalize(nfkc, wide, len, out, need + 1, &error);
	if (U_SUCCESS(error))
		folded = to_utf8(out, need);
	free(out);
	free(wide);
	return folded;
}

/* Takes blanks out where another, or the start or the end, is beside them. */
static void
squeeze(char *s)
{
	char *to = s;

	for (const char *from = s; *from; from++)
		if (*from != ' ' || (to > s && to[-1] != ' '))
			*to++ = *from;
	if (to > s && to[-1] == ' ')
		to--;
	*to = '\0';
}

char *
fold(const char *text)
{
	bool ascii = true;
	char *s;

	for (const char *c = text; *c && ascii; c++)
		ascii = (unsigned char)*c < 0x80;
	if (!ascii && (s = casefold(text)) != NULL) {
		squeeze(s);
		return s;
	}
	s = gloss_strdup(text);
	for (char *c = s; *c; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c - 'A' + 'a');
	squeeze(s);
	return s;
}
