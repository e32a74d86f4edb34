/* SPDX-License-Identifier: MIT */
/* Transliterates text to ASCII; nothing is lost. */
#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include "util/alloc.h"
#include "write/utf8.h"
#include "ascii.h"

/*
 * ASCII replacements where ICU's transliteration has none, reads badly, or
 * drops the character; NULL: print the code point.  In the order of code
 * points.
 */
static const struct sign {
	UChar32 from;
	const char *to;
} signs[] = {
	{0x00A2, "c"}, {0x00A3, "GBP"}, {0x00A4, "$"}, {0x00A5, "JPY"},
	{0x00A6, "|"}, {0x00A7, "S."}, {0x00A8, "\""}, {0x00AC, "!"},
	{0x00AF, "-"}, {0x00B0, " deg"}, {0x00B2, "^2"}, {0x00B3, "^3"},
	{0x00B4, "'"}, {0x00B5, "u"}, {0x00B6, "P."}, {0x00B7, "*"},
	{0x00B9, "^1"}, {0x00BF, "?"}, {0x00D7, "x"}, {0x00F7, "/"},
	{0x02BE, "'"}, {0x02BF, "'"}, {0x0904, "a"}, {0x093D, "'"},
	{0x09BD, "'"}, {0x09F2, "Rs"}, {0x09F3, "Rs"}, {0x09F4, NULL},
	{0x09F5, NULL}, {0x09F6, NULL}, {0x09F7, NULL}, {0x09F8, NULL},
	{0x09F9, NULL}, {0x09FA, NULL}, {0x0A72, NULL}, {0x0A73, NULL},
	{0x0A74, NULL}, {0x0ABD, "'"}, {0x0B3D, "'"}, {0x0B70, NULL},
	{0x0CBD, "'"}, {0x104C, NULL}, {0x104D, NULL}, {0x2010, "-"},
	{0x2011, "-"},
	{0x2012, "-"}, {0x2013, "-"}, {0x2014, "--"}, {0x2015, "--"},
	{0x2018, "'"}, {0x2019, "'"}, {0x201A, "'"}, {0x201B, "'"},
	{0x201C, "\""}, {0x201D, "\""}, {0x201E, "\""}, {0x201F, "\""},
	{0x2020, "+"}, {0x2021, "++"}, {0x2022, "-"}, {0x2023, ">"},
	{0x2026, "..."}, {0x2030, " per mille"}, {0x2032, "'"},
	{0x2033, "''"}, {0x203B, "*"}, {0x2044, "/"}, {0x20AC, "EUR"},
	{0x2122, "(TM)"}, {0x2190, "<-"}, {0x2191, "^"}, {0x2192, "->"},
	{0x2193, "v"}, {0x2194, "<->"}, {0x21D0, "<="}, {0x21D2, "=>"},
	{0x21D4, "<=>"}, {0x2212, "-"}, {0x2215, "/"}, {0x221E, "infinity"},
	{0x2248, "~="}, {0x2260, "!="}, {0x2261, "=="}, {0x2264, "<="},
	{0x2265, ">="}, {0x22C5, "*"}, {0x2500, "-"}, {0x2501, "-"},
	{0x2502, "|"}, {0x2503, "|"}, {0x250C, "+"}, {0x2510, "+"},
	{0x2514, "+"}, {0x2518, "+"}, {0x251C, "+"}, {0x2524, "+"},
	{0x252C, "+"}, {0x2534, "+"}, {0x253C, "+"}, {0x2550, "="},
	{0x2551, "|"}, {0x25A0, "*"}, {0x25AA, "*"}, {0x25B6, ">"},
	{0x25CB, "o"}, {0x25CF, "*"}, {0x25E6, "o"}, {0x2610, "[ ]"},
	{0x2611, "[x]"}, {0x2612, "[x]"}, {0x2713, "[x]"}, {0x2714, "[x]"},
	{0x3001, ", "}, {0x3002, ". "}, {0x300C, "\""}, {0x300D, "\""},
	{0x300E, "\""}, {0x300F, "\""}, {0x309D, NULL}, {0x309E, NULL},
	{0x30FD, NULL}, {0x30FE, NULL}, {0x3267, NULL}, {0xFC63, NULL},
	{0xFE7C, NULL}, {0xFE7D, NULL}, {0xFE7E, NULL}, {0xFE7F, NULL},
	{0xFF0C, ", "}, {0xFF0E, ". "},
};

static int
compare_sign(const void *key, const void *row)
{
	UChar32 cp = *(const UChar32 *)key;
	UChar32 from = ((const struct sign *)row)->from;

	return (cp > from) - (cp < from);
}

static const struct sign *
find_sign(UChar32 cp)
{
	return bsearch(&cp, signs, sizeof signs / sizeof *signs,
	    sizeof *signs, compare_sign);
}

/*
 * The compatibility form of a character, if that is ASCII: 1 for a circled 1.
 */
static bool
add_plain_form(struct buf *out, UChar32 cp)
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *nfkd = unorm2_getNFKDInstance(&status);
	UChar form[32];
	int32_t len;

	if (U_FAILURE(status))
		return false;
	len = unorm2_getDecomposition(nfkd, cp, form, 32, &status);
	if (U_FAILURE(status) || len <= 0)
		return false;
	for (int32_t i = 0; i < len; i++)
		if (form[i] < 0x20 || form[i] > 0x7E)
			return false;
	for (int32_t i = 0; i < len; i++)
		buf_putc(out, (char)form[i]);
	return true;
}

static void
add_sign(struct buf *out, UChar32 cp)
{
	const struct sign *sign = find_sign(cp);

	if (cp < 0x80)
		buf_putc(out, (char)cp);
	else if (sign && sign->to)
		buf_puts(out, sign->to);
	else if (!(U_MASK(u_charType(cp)) & (U_GC_MN_MASK | U_GC_ME_MASK)) &&
	    !u_hasBinaryProperty(cp, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) &&
	    !add_plain_form(out, cp))
		buf_printf(out, "<U+%04lX>", (unsigned long)cp);
}

/* Each letter as two; the second is a capital only in capitals. */
#define DANISH                                                                \
	u"::NFC; \u00E5 > aa; \u00E6 > ae; \u00F8 > oe; "                     \
	u"\u00C5 } [:Lowercase:] > Aa; \u00C6 } [:Lowercase:] > Ae; "         \
	u"\u00D8 } [:Lowercase:] > Oe; "                                      \
	u"\u00C5 > AA; \u00C6 > AE; \u00D8 > OE;"

/*
 * What a language writes where it has only ASCII; for Cyrillic that is the
 * romanization of BGN/PCGN.
 */
static const struct {
	const char *language;
	const UChar *rules;
} own_rules[] = {
    {"be", u"::NFC; ::Belarusian-Latin/BGN;"},
    {"bg", u"::NFC; ::Bulgarian-Latin/BGN;"},
    {"da", DANISH},
    {"de", u"::NFC; ::de-ASCII;"},
    {"mk", u"::NFC; ::Macedonian-Latin/BGN;"},
    {"nb", DANISH},
    {"nn", DANISH},
    {"no", DANISH},
    {"ru", u"::NFC; ::Russian-Latin/BGN;"},
    {"sr", u"::NFC; ::Serbian-Latin/BGN;"},
    {"uk", u"::NFC; ::Ukrainian-Latin/BGN;"},
};

/* The rules of a language, or NULL. */
static const UChar *
rules_of(const char *lang)
{
	size_t len;

	if (lang == NULL)
		return NULL;
	len = strcspn(lang, "-_.");
	for (size_t i = 0; i < sizeof own_rules / sizeof *own_rules; i++)
		if (strlen(own_rules[i].language) == len &&
		    strncasecmp(lang, own_rules[i].language, len) == 0)
			return own_rules[i].rules;
	return NULL;
}

/* Opened on first use: it takes longer than most documents. */
static UTransliterator *
transliterator(struct ascii *a)
{
	static const UChar id[] = u"Any-Latin; Latin-ASCII";
	static const UChar any[] = u" ::Any-Latin; ::Latin-ASCII;";
	const UChar *own = rules_of(a->lang);
	UErrorCode status = U_ZERO_ERROR;
	UChar rules[512];

	if (a->transliterator == NULL && own) {
		u_strcpy(rules, own);
		u_strcat(rules, any);
		a->transliterator = utrans_openU(u"own", -1, UTRANS_FORWARD,
		    rules, -1, NULL, &status);
	}
	status = U_ZERO_ERROR;
	if (a->transliterator == NULL)
		a->transliterator = utrans_openU(id, -1, UTRANS_FORWARD, NULL,
		    0, NULL, &status);
	return a->transliterator;
}

/* Converts to a->units; returns the length, or -1 if they are too few. */
static int32_t
to_latin(struct ascii *a, const char *utf8, size_t len)
{
	UErrorCode status = U_ZERO_ERROR;
	UTransliterator *t = transliterator(a);
	int32_t count, limit;

	u_strFromUTF8(a->units, (int32_t)a->cap, &count, utf8, (int32_t)len,
	    &status);
	limit = count;
	if (t && U_SUCCESS(status))
		utrans_transUChars(t, a->units, &count, (int32_t)a->cap, 0,
		    &limit, &status);
	return status == U_BUFFER_OVERFLOW_ERROR ? -1 : count;
}

static void
add_letters(struct ascii *a, struct buf *out, const char *utf8, size_t len)
{
	const UChar *units;
	int32_t count = -1, i = 0;

	if (a->cap >= len)
		count = to_latin(a, utf8, len);
	while (count < 0) {
		a->cap = (a->cap + len) * 2;
		a->units = gloss_realloc(a->units, a->cap * sizeof(UChar));
		count = to_latin(a, utf8, len);
	}
	units = a->units;
	while (i < count)
		add_sign(out, utf16_next(units, count, &i));
}

/* The block with most ideographs. */
enum { HAN_FIRST = 0x3400, HAN_END = 0xA000 };

static bool
is_han(UChar32 cp)
{
	return cp >= HAN_FIRST && cp < HAN_END &&
	    u_hasBinaryProperty(cp, UCHAR_UNIFIED_IDEOGRAPH);
}

/*
 * Transliterates ideographs, separated by spaces.  Each has one spelling, which
 * is cached, because ICU searches hundreds of sets for it.
 */
static void
add_han(struct ascii *a, struct buf *out, const char *utf8, size_t len)
{
	size_t i = 0, start, *at;

	if (a->han == NULL)
		a->han = gloss_calloc(HAN_END - HAN_FIRST, sizeof *a->han);
	while ((start = i) < len) {
		at = &a->han[utf8_next(utf8, len, &i) - HAN_FIRST];
		if (*at == 0) {
			*at = a->spelled.len + 1;
			add_letters(a, &a->spelled, utf8 + start, i - start);
			buf_putc(&a->spelled, '\0');
		}
		if (start > 0)
			buf_putc(out, ' ');
		buf_puts(out, a->spelled.data + *at - 1);
	}
}

/*
 * The longest run of letters to transliterate at once, as their script matters.
 * *han: is it all ideographs?
 */
static size_t
letters(const char *utf8, size_t len, bool *han)
{
	size_t i = 0, start = 0;
	UChar32 cp;

	*han = true;
	while (i < len && i < 4096) {
		start = i;
		cp = utf8_next(utf8, len, &i);
		/* whether a capital is followed by capitals matters, too */
		if (cp < 0x80 && start > 0 && !*han && islower(cp))
			return i;
		if (cp < 0x80 || find_sign(cp))
			return start;
		*han = *han && is_han(cp);
	}
	return i;
}

void
ascii_add(struct ascii *a, struct buf *out, const char *utf8, size_t len)
{
	size_t i = 0, run;
	UChar32 cp;
	bool han;

	while (i < len) {
		run = letters(utf8 + i, len - i, &han);
		if (run > 0) {
			(han ? add_han : add_letters)(a, out, utf8 + i, run);
			i += run;
			continue;
		}
		cp = utf8_next(utf8, len, &i);
		add_sign(out, cp);
	}
}

void
ascii_free(struct ascii *a)
{
	if (a->transliterator)
		utrans_close(a->transliterator);
	free(a->units);
	free(a->han);
	buf_free(&a->spelled);
	*a = (struct ascii){0};
}
