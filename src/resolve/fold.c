/* SPDX-License-Identifier: MIT */
/* When two names are the same although they are written differently. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>
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

static int32_t
drop_marks(UChar *text, int32_t len)
{
	int32_t kept = 0;

	for (int32_t i = 0; i < len; i++)
		if (u_charType(text[i]) != U_NON_SPACING_MARK)
			text[kept++] = text[i];
	return kept;
}

/* A text that is not ASCII in a normal form; NULL where ICU has no answer. */
static char *
normalise(const UNormalizer2 *form, const char *s, bool marks)
{
	UErrorCode error = U_ZERO_ERROR;
	int32_t len, need;
	UChar *wide, *out;
	char *normal = NULL;

	if (form == NULL)
		return NULL;
	wide = to_utf16(s, &len);
	need = unorm2_normalize(form, wide, len, NULL, 0, &error);
	error = U_ZERO_ERROR;
	out = gloss_malloc(((size_t)need + 1) * sizeof *out);
	need = unorm2_normalize(form, wide, len, out, need + 1, &error);
	if (!marks)
		need = drop_marks(out, need);
	if (U_SUCCESS(error))
		normal = to_utf8(out, need);
	free(out);
	free(wide);
	return normal;
}

static bool
is_ascii(const char *text)
{
	while (*text && (unsigned char)*text < 0x80)
		text++;
	return *text == '\0';
}

char *
fold_marks(const char *text)
{
	UErrorCode error = U_ZERO_ERROR;
	char *s = NULL;

	if (!is_ascii(text))
		s = normalise(unorm2_getNFKDInstance(&error), text, false);
	return s ? s : gloss_strdup(text);
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
	UErrorCode error = U_ZERO_ERROR;
	char *s = NULL;

	if (!is_ascii(text))
		s = normalise(unorm2_getNFKCCasefoldInstance(&error), text,
		    true);
	if (s) {
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
