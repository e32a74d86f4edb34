/* SPDX-License-Identifier: MIT */
/* Finds the first sentence of a text. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include "util/alloc.h"
#include "sentence.h"

/* Maximum length of a sentence: only this much is examined. */
enum { LONGEST = 2000 };

struct sentences {
	UBreakIterator *breaks; /* NULL: ICU has no data */
	bool ordinals; /* "am 3.  Oktober": all nouns have capitals */
};

struct sentences *
sentences_new(const char *lang)
{
	struct sentences *s = gloss_calloc(1, sizeof *s);
	UErrorCode error = U_ZERO_ERROR;
	char locale[ULOC_FULLNAME_CAPACITY] = "";

	/* ICU adds no NUL if the text just fits */
	uloc_forLanguageTag(lang, locale, sizeof locale - 1, NULL, &error);
	uloc_setKeywordValue("ss", "standard", locale, sizeof locale - 1,
	    &error);
	if (U_FAILURE(error))
		strcpy(locale, "en@ss=standard");
	error = U_ZERO_ERROR;
	s->ordinals = strncmp(locale, "de", 2) == 0 &&
	    strchr("_@", locale[2]);
	s->breaks = ubrk_open(UBRK_SENTENCE, locale, NULL, 0, &error);
	return s;
}

void
sentences_free(struct sentences *s)
{
	if (s->breaks)
		ubrk_close(s->breaks);
	free(s);
}

/* Does a text end with the number of a day or a century? */
static bool
ends_in_ordinal(const UChar *text, int32_t len)
{
	int32_t digits = 0;

	while (len && u_isUWhiteSpace(text[len - 1]))
		len--;
	if (len == 0 || text[--len] != '.')
		return false;
	while (len && text[len - 1] >= '0' && text[len - 1] <= '9') {
		len--;
		digits++;
	}
	return (digits == 1 || digits == 2) &&
	    (len == 0 || u_isUWhiteSpace(text[len - 1]));
}

/* The length of the first sentence in bytes. */
static size_t
first_end(struct sentences *s, const char *text, size_t len)
{
	UErrorCode error = U_ZERO_ERROR;
	UChar wide[LONGEST];
	int32_t wide_len, end, bytes;

	while (len > LONGEST || (len && (text[len] & 0xC0) == 0x80))
		len--;
	u_strFromUTF8WithSub(wide, LONGEST, &wide_len, text, (int32_t)len,
	    0xFFFD, NULL, &error);
	ubrk_setText(s->breaks, wide, wide_len, &error);
	if (U_FAILURE(error))
		return len;
	ubrk_first(s->breaks);
	do
		end = ubrk_next(s->breaks);
	while (s->ordinals && end != UBRK_DONE && ends_in_ordinal(wide, end));
	if (end == UBRK_DONE)
		return len;
	u_strToUTF8(NULL, 0, &bytes, wide, end, &error);
	return (size_t)bytes;
}

void
sentences_first(struct sentences *s, struct buf *text)
{
	static const char *const points[] = { " ", ".", ":", "\u3002" };

	if (s->breaks && text->len)
		buf_truncate(text, first_end(s, text->data, text->len));
	for (size_t i = 0; i < sizeof points / sizeof *points; i++) {
		size_t n = strlen(points[i]);

		if (text->len > n &&
		    memcmp(text->data + text->len - n, points[i], n) == 0)
			buf_truncate(text, text->len - n);
	}
}
