/* SPDX-License-Identifier: MIT */
/* Code points, one after the other. */
#ifndef UTF8_H
#define UTF8_H

#include <stddef.h>

#include <unicode/utf16.h>
#include <unicode/utf8.h>

/* ICU's macros narrow on purpose. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wconversion"

/* The code point at *i, which moves behind it; negative where there is none. */
static inline UChar32
utf8_next(const char *utf8, size_t len, size_t *i)
{
	const uint8_t *s = (const uint8_t *)utf8;
	size_t at = *i;
	UChar32 cp;

	U8_NEXT(s, at, len, cp);
	*i = at;
	return cp;
}

/* The same in UTF-16, as ICU's functions leave it. */
static inline UChar32
utf16_next(const UChar *units, int32_t len, int32_t *i)
{
	int32_t at = *i;
	UChar32 cp;

	U16_NEXT(units, at, len, cp);
	*i = at;
	return cp;
}

#pragma GCC diagnostic pop

#endif
