/* SPDX-License-Identifier: MIT */
/* Width of characters on a terminal. */
#include <unicode/uchar.h>

#include "write/utf8.h"
#include "width.h"

/* The width of a single character. */
static int
columns_alone(UChar32 cp)
{
	int width;

	if (cp < 0x300)
		return cp != 0xAD;
	if (U_MASK(u_charType(cp)) &
	    (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK))
		return 0;
	if ((cp >= 0x1160 && cp <= 0x11FF) || (cp >= 0xD7B0 && cp <= 0xD7FF))
		return 0; /* second and later letters of a Hangul syllable */
	width = u_getIntPropertyValue(cp, UCHAR_EAST_ASIAN_WIDTH);
	return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

int
width_after(UChar32 cp, UChar32 before)
{
	if (cp == 0xFE0F)
		return u_hasBinaryProperty(before, UCHAR_EMOJI) &&
		    columns_alone(before) == 1;
	if (cp >= 0x300 && before == 0x200D &&
	    u_hasBinaryProperty(cp, UCHAR_EXTENDED_PICTOGRAPHIC))
		return 0;
	if (cp >= 0x1F3FB && cp <= 0x1F3FF &&
	    u_hasBinaryProperty(before, UCHAR_EMOJI_MODIFIER_BASE))
		return 0;
	return columns_alone(cp);
}

int
width_of(const char *utf8, size_t len)
{
	UChar32 cp, before = 0;
	int columns = 0;
	size_t i = 0;

	while (i < len) {
		cp = utf8_next(utf8, len, &i);
		columns += width_after(cp, before);
		before = cp;
	}
	return columns;
}
