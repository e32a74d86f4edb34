/* SPDX-License-Identifier: MIT */
/* The first sentence of a text. */
#include <stdlib.h>
#include <string.h>

#include <unicode/ubrk.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include "gloss/alloc.h"
#include "sentence.h"

/* A sentence that is longer is cut there: so much is looked at. */
enum { LONGEST = 2000 };

struct sentences {
	UBreakIterator *breaks; /* NULL: ICU has no data */
};

struct sentences *
sentences_new(const char *lang)
{
	struct sentences *s = gloss_calloc(1, sizeof *s);
	UErrorCode error = U_ZERO_ERROR;
	char locale[ULOC_FULLNAME_CAPACITY] = "";

	/* ICU does not end what just fits */
	uloc_forLanguageTag(lang, locale, sizeof locale - 1, NULL, &error);
	uloc_setKeywordValue("ss", "standard", locale, sizeof locale - 1,
	    &error);
	if (U_FAILURE(error))
		strcpy(locale, "en@ss=standard");
	error = U_ZERO_ERROR;
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

/* Where the first sentence of a text ends, in bytes. */
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
	end = ubrk_next(s->breaks);
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
