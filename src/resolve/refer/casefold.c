/* SPDX-License-Identifier: MIT */
/* When two names are the same although they are written differently. */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/ucasemap.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include "util/alloc.h"
#include "util/buf.h"
#include "casefold.h"

/*
 * No language puts so many marks on a letter.  What follows is apart, as ICU
 * takes each of them past all before it that belong behind it.
 */
enum { MARKS = 100 };

/* Text as UTF-16 in memory of the caller's. */
static UChar *
to_utf16(const char *s, int32_t bytes, int32_t *len)
{
	UErrorCode error = U_ZERO_ERROR;
	int32_t cap = bytes + 1;
	UChar *wide = gloss_malloc((size_t)cap * sizeof *wide);

	u_strFromUTF8WithSub(wide, cap, len, s, bytes, 0xFFFD, NULL, &error);
	return wide;
}

static void
add_utf8(struct buf *b, const UChar *wide, int32_t len)
{
	UErrorCode error = U_ZERO_ERROR;
	int32_t made = 0;

	buf_reserve(b, (size_t)len * 3);
	u_strToUTF8(b->data + b->len, len * 3 + 1, &made, wide, len, &error);
	b->len += (size_t)made;
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

/* How much of a text is normalised at once, in bytes. */
static int32_t
piece_of(const UNormalizer2 *form, const char *s, int32_t len)
{
	int32_t i = 0, marks = 0;
	UChar32 c;

	while (i < len && marks < MARKS) {
		U8_NEXT((const uint8_t *)s, i, len, c);
		marks = unorm2_hasBoundaryBefore(form, c) ? 0 : marks + 1;
	}
	return i;
}

/* False: ICU has no answer. */
static bool
add_normal(struct buf *b, const UNormalizer2 *form, const char *s,
    int32_t bytes, bool marks)
{
	UErrorCode error = U_ZERO_ERROR;
	int32_t len, need;
	UChar *wide = to_utf16(s, bytes, &len);
	UChar *out;

	need = unorm2_normalize(form, wide, len, NULL, 0, &error);
	error = U_ZERO_ERROR;
	out = gloss_malloc(((size_t)need + 1) * sizeof *out);
	need = unorm2_normalize(form, wide, len, out, need + 1, &error);
	if (!marks)
		need = drop_marks(out, need);
	if (U_SUCCESS(error))
		add_utf8(b, out, need);
	free(out);
	free(wide);
	return U_SUCCESS(error);
}

/* A text that is not ASCII in a normal form; NULL where ICU has no answer. */
static char *
normalise(const UNormalizer2 *form, const char *s, bool marks)
{
	int32_t len = (int32_t)strlen(s), piece;
	struct buf normal = { 0 };
	bool good = form != NULL;

	buf_reserve(&normal, (size_t)len);
	for (int32_t at = 0; good && at < len; at += piece) {
		piece = piece_of(form, s + at, len - at);
		good = add_normal(&normal, form, s + at, piece, marks);
	}
	buf_truncate(&normal, normal.len);
	if (!good)
		buf_free(&normal);
	return normal.data;
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

static char *
lower_ascii(const char *text)
{
	char *s = gloss_strdup(text);

	for (char *c = s; *c; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c - 'A' + 'a');
	return s;
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

/*
 * In Turkish the capital of a letter i has its dot, and I is that of one without
 * (U+0131), but not in the foreign words of such a text: none tells them apart.
 */
static void
fold_dots(char *s)
{
	char *to = s;

	for (const char *from = s; *from; ) {
		if (strncmp(from, "\xC4\xB1", 2) == 0) {
			*to++ = 'i';
			from += 2;
		} else {
			*to++ = *from++;
		}
		/* what U+0130 is folded to */
		while (to[-1] == 'i' && strncmp(from, "\xCC\x87", 2) == 0)
			from += 2;
	}
	*to = '\0';
}

char *
casefold(const char *text)
{
	UErrorCode error = U_ZERO_ERROR;
	char *s = NULL;

	if (!is_ascii(text))
		s = normalise(unorm2_getNFKCCasefoldInstance(&error), text,
		    true);
	if (s) {
		fold_dots(s);
		squeeze(s);
		return s;
	}
	s = lower_ascii(text);
	squeeze(s);
	return s;
}

/* s in lower case, by ICU; NULL where it has no answer. */
static char *
lower_by(const char *s, const char *lang)
{
	UErrorCode error = U_ZERO_ERROR;
	UCaseMap *map = ucasemap_open(lang, U_FOLD_CASE_DEFAULT, &error);
	int32_t len = ucasemap_utf8ToLower(map, NULL, 0, s, -1, &error);
	char *lower = NULL;

	if (error == U_BUFFER_OVERFLOW_ERROR)
		error = U_ZERO_ERROR;
	if (U_SUCCESS(error)) {
		lower = gloss_malloc((size_t)len + 1);
		ucasemap_utf8ToLower(map, lower, len + 1, s, -1, &error);
	}
	ucasemap_close(map);
	return lower;
}

char *
fold_lower(const char *text, const char *lang)
{
	UErrorCode error = U_ZERO_ERROR;
	char *normal, *lower;

	/* of these two, the small letter of I is another */
	if (is_ascii(text) && strcmp(lang, "tr") != 0 &&
	    strcmp(lang, "az") != 0)
		return lower_ascii(text);
	normal = normalise(unorm2_getNFKCInstance(&error), text, true);
	lower = lower_by(normal ? normal : text, lang);
	free(normal);
	return lower ? lower : gloss_strdup(text);
}
