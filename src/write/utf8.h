/* SPDX-License-Identifier: MIT */
/* Code points, one after the other, and which no reader gets. */
#ifndef WRITE_UTF8_H
#define WRITE_UTF8_H

#include <stdbool.h>
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

/*
 * A control of a terminal, or what is no character to anybody: it is shown as
 * U+FFFD.
 */
static inline bool
utf8_is_bad(UChar32 cp)
{
	return cp < ' ' || (cp >= 0x7F && cp < 0xA0) || !U_IS_UNICODE_CHAR(cp);
}

/*
 * What opens or ends a scope of direction is left out: a line ends each scope,
 * so it would fall silent in the middle or, where the terminal does not know
 * that, turn round text that is not the author's.  The marks without a scope
 * stay.
 */
static inline bool
utf8_is_scope(UChar32 cp)
{
	return (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069);
}

#endif
