/* SPDX-License-Identifier: MIT */
/* Folds names, to compare them without regard to case and form. */
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
 * Longer runs of combining marks occur in no language, and are normalised in
 * pieces, because ICU reorders them in quadratic time.
 */
enum { MARKS = 100 };

/* UTF-16 text in the caller's memory. */
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

/* The next piece to be normalised, in bytes. */
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

/* Returns false if ICU fails. */
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

/* Normalises a text that is not ASCII; returns NULL if ICU fails. */
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

/* Removes leading, trailing and repeated spaces. */
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
 * Turkish distinguishes i with and without dot (U+0131), also as capitals, but
 * foreign words in a Turkish text do not, so all are folded to one.
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
		/* folded form of U+0130 */
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

/* s in lower case; NULL if ICU fails. */
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

	/* the lower case of I differs in these two languages */
	if (is_ascii(text) && strcmp(lang, "tr") != 0 &&
	    strcmp(lang, "az") != 0)
		return lower_ascii(text);
	normal = normalise(unorm2_getNFKCInstance(&error), text, true);
	lower = lower_by(normal ? normal : text, lang);
	free(normal);
	return lower ? lower : gloss_strdup(text);
}
