/* SPDX-License-Identifier: MIT */
/* A paragraph of plain text: its words and possible line breaks. */
#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "util/alloc.h"
#include "util/uri.h"
#include "write/utf8.h"
#include "ascii.h"
#include "paragraph.h"
#include "width.h"

/* The place of the links behind the looks. */
enum { LINKS = FILL_LOOKS };

struct tools {
	bool ascii;
	char *lang;
	struct ascii to_ascii;
	UBreakIterator *lines;
};

struct tools *
tools_new(bool ascii, const char *lang)
{
	struct tools *tools = gloss_calloc(1, sizeof *tools);

	tools->ascii = ascii;
	tools->lang = gloss_strdup(lang && *lang ? lang : "en");
	tools->to_ascii.lang = tools->lang;
	return tools;
}

void
tools_free(struct tools *tools)
{
	if (tools->lines)
		ubrk_close(tools->lines);
	ascii_free(&tools->to_ascii);
	free(tools->lang);
	free(tools);
}

bool
tools_ascii(const struct tools *tools)
{
	return tools->ascii;
}

void
paragraph_free(struct paragraph *p)
{
	for (int i = 0; i < FILL_KEEPS; i++)
		free(p->keeps[i].spans);
	for (size_t i = 0; i < p->looks[LINKS].count; i++)
		free(p->uris[i]);
	free(p->uris);
	for (int i = 0; i <= LINKS; i++)
		free(p->looks[i].spans);
	buf_free(&p->text);
	free(p->breaks);
}

/* How each byte is treated when text is added and when it is scanned. */
enum { PLAIN, SIGN, HYPHEN, BLANK, OTHER };

/* SIGN: used in paths, addresses and options, not in prose. */
static const unsigned char kinds[256] = {
	[0x00 ... 0x08] = OTHER, ['\t'] = BLANK, ['\n'] = BLANK,
	[0x0B ... 0x0C] = OTHER, ['\r'] = BLANK, [0x0E ... 0x1F] = OTHER,
	[' '] = BLANK, ['-'] = HYPHEN, [0x7F ... 0xFF] = OTHER,
	['#'] = SIGN, ['$'] = SIGN, ['%'] = SIGN, ['&'] = SIGN, ['*'] = SIGN,
	['+'] = SIGN, ['.'] = SIGN, ['/'] = SIGN, [':'] = SIGN, ['<'] = SIGN,
	['='] = SIGN, ['>'] = SIGN, ['@'] = SIGN, ['\\'] = SIGN,
	['^'] = SIGN, ['_'] = SIGN, ['|'] = SIGN, ['~'] = SIGN,
};

static unsigned char
kind(char c)
{
	return kinds[(unsigned char)c];
}

static bool
is_letter(char c)
{
	/* 0xE2 begins punctuation: quotes, dashes, arrows */
	return c & 0x80 ? (unsigned char)c != 0xE2 : isalpha((unsigned char)c);
}

/* Classifies a character.  A soft hyphen is not part of the word. */
enum meaning { LETTER, SPACE, FIXED_SPACE, NOTHING, BAD };

static enum meaning
meaning(UChar32 cp)
{
	if (cp < 0xA0)
		return cp == 0x85 ? SPACE : BAD;
	if (cp == 0xA0 || cp == 0x202F || cp == 0x2007)
		return FIXED_SPACE;
	if (cp == 0xAD || utf8_is_scope(cp))
		return NOTHING;
	if (cp < 0x1680)
		return LETTER;
	if (utf8_is_bad(cp))
		return BAD;
	if (U_MASK(u_charType(cp)) & U_GC_Z_MASK)
		return SPACE;
	return LETTER;
}

/* Classes of UAX #14 between which only spaces and dashes allow a break. */
#define C(name) (UINT64_C(1) << U_LB_##name)
#define SIMPLE_CLASSES                                                        \
	(C(ALPHABETIC) | C(HEBREW_LETTER) | C(QUOTATION) | C(GLUE) |          \
	    C(COMBINING_MARK) | C(PREFIX_NUMERIC) | C(POSTFIX_NUMERIC) |      \
	    C(NUMERIC) | C(AMBIGUOUS) | C(INSEPARABLE) |                      \
	    C(OPEN_PUNCTUATION) | C(CLOSE_PUNCTUATION) |                      \
	    C(CLOSE_PARENTHESIS) | C(EXCLAMATION) | C(INFIX_NUMERIC) |        \
	    C(WORD_JOINER) | C(ZWJ))

static bool
is_dash(UChar32 cp)
{
	return cp == 0x2010 || (cp >= 0x2012 && cp <= 0x2014);
}

static bool
is_complex(UChar32 cp)
{
	if (cp < 0x300 || is_dash(cp))
		return false;
	return !(SIMPLE_CLASSES >> u_getIntPropertyValue(cp, UCHAR_LINE_BREAK)
	    & 1);
}

/* Collapses spaces; there is none at the start of a line. */
static void
add_blank(struct paragraph *p, char c)
{
	int last = buf_last(&p->text);

	if (p->verbatim)
		buf_putc(&p->text, c == '\r' ? ' ' : c);
	else if (last != -1 && last != ' ' && last != '\n')
		buf_putc(&p->text, ' ');
}

static void
add_letters(struct paragraph *p, const char *utf8, size_t len)
{
	if (len == 0)
		return;
	if (p->tools->ascii) {
		ascii_add(&p->tools->to_ascii, &p->text, utf8, len);
	} else {
		buf_add(&p->text, utf8, len);
		p->wide = true;
	}
}

static void
add_special(struct paragraph *p, enum meaning m)
{
	if (m == BAD)
		add_letters(p, "\xEF\xBF\xBD", 3);
	else if (m == SPACE || (m == FIXED_SPACE && p->verbatim))
		add_blank(p, ' ');
	else if (m == FIXED_SPACE) {
		buf_puts(&p->text, PARAGRAPH_NBSP);
		p->wide = true;
	}
}

/* Adds the non-ASCII bytes from i on; returns their end. */
static size_t
add_others(struct paragraph *p, const char *utf8, size_t i, size_t len)
{
	size_t run = i, start;
	enum meaning m;
	UChar32 cp;

	while (i < len && (utf8[i] & 0x80)) {
		start = i;
		cp = utf8_next(utf8, len, &i);
		m = meaning(cp);
		if (m == LETTER) {
			p->complex |= !p->tools->ascii && is_complex(cp);
			continue;
		}
		add_letters(p, utf8 + run, start - run);
		add_special(p, m);
		run = i;
	}
	/* what becomes of a capital depends on the next letter */
	if (p->tools->ascii && i > run && i < len &&
	    islower((unsigned char)utf8[i]))
		i++;
	add_letters(p, utf8 + run, i - run);
	return i;
}

void
paragraph_add(struct paragraph *p, const char *utf8, size_t len)
{
	size_t i = 0, run;

	while (i < len) {
		for (run = i; i < len && kind(utf8[i]) < BLANK; i++)
			/* including single spaces */
			if (i + 2 < len && utf8[i + 1] == ' ' &&
			    kind(utf8[i + 2]) < BLANK)
				i++;
		buf_add(&p->text, utf8 + run, i - run);
		if (i == len)
			return;
		if (kind(utf8[i]) == BLANK)
			add_blank(p, utf8[i++]);
		else if (utf8[i] & 0x80)
			i = add_others(p, utf8, i, len);
		else {
			add_special(p, BAD);
			i++;
		}
	}
}

void
paragraph_break(struct paragraph *p)
{
	buf_trim(&p->text, 0);
	buf_putc(&p->text, '\n');
}

void
paragraph_open(struct paragraph *p, struct spans *s)
{
	if (s->depth++ > 0)
		return;
	s->spans = gloss_room(s->spans, s->count, &s->cap, sizeof *s->spans);
	s->spans[s->count++] = (struct span){p->text.len, SIZE_MAX};
}

void
paragraph_close(struct paragraph *p, struct spans *s)
{
	if (--s->depth == 0)
		s->spans[s->count - 1].end = p->text.len;
}

void
paragraph_open_link(struct paragraph *p, const char *uri)
{
	struct spans *s = &p->looks[LINKS];

	if (s->depth == 0) {
		p->uris = gloss_room(p->uris, s->count, &p->uris_cap,
		    sizeof *p->uris);
		p->uris[s->count] = uri_escape(uri);
	}
	paragraph_open(p, s);
}

void
paragraph_close_link(struct paragraph *p)
{
	paragraph_close(p, &p->looks[LINKS]);
}

/* Frees the URIs, but moves that of an open link to the front. */
static void
forget_uris(struct paragraph *p)
{
	struct spans *s = &p->looks[LINKS];
	size_t last = s->count - 1;

	for (size_t i = 0; i < s->count; i++)
		if (s->depth == 0 || i < last)
			free(p->uris[i]);
	if (s->depth > 0)
		p->uris[0] = p->uris[last];
}

/* Empties it; open spans continue in the next paragraph. */
static void
forget_spans(struct spans *s)
{
	s->count = s->depth > 0;
	if (s->count)
		s->spans[0] = (struct span){0, SIZE_MAX};
}

void
paragraph_forget(struct paragraph *p)
{
	buf_truncate(&p->text, 0);
	p->verbatim = p->wide = p->complex = false;
	for (int i = 0; i < FILL_KEEPS; i++)
		forget_spans(&p->keeps[i]);
	forget_uris(p);
	for (int i = 0; i <= LINKS; i++) {
		forget_spans(&p->looks[i]);
		p->looked[i] = 0;
	}
}

static bool
is_inside(struct paragraph *p, int look, size_t at, size_t *to)
{
	const struct spans *s = &p->looks[look];
	size_t *i = &p->looked[look];
	size_t change;

	while (*i < s->count && s->spans[*i].end <= at)
		(*i)++;
	if (*i == s->count)
		return false;
	change = s->spans[*i].start > at ? s->spans[*i].start
					 : s->spans[*i].end;
	if (change < *to)
		*to = change;
	return s->spans[*i].start <= at;
}

bool
paragraph_looks(struct paragraph *p, enum fill_look look, size_t at, size_t *to)
{
	return is_inside(p, (int)look, at, to);
}

const char *
paragraph_leads(struct paragraph *p, size_t at, size_t *to)
{
	return is_inside(p, LINKS, at, to) ? p->uris[p->looked[LINKS]] : NULL;
}

/*
 * The strict rules, by which no line begins with a small kana or a long vowel's
 * mark (UAX #14, class CJ).
 */
static UBreakIterator *
open_breaks(const char *lang, UErrorCode *status)
{
	struct buf locale = { 0 };
	UBreakIterator *breaks;

	buf_printf(&locale, "%s@lb=strict", lang);
	breaks = ubrk_open(UBRK_LINE, locale.data, NULL, 0, status);
	buf_free(&locale);
	return breaks;
}

/*
 * Finds line breaks with ICU, for scripts that need its rules and dictionaries.
 */
static void
find_breaks(struct paragraph *p)
{
	UErrorCode status = U_ZERO_ERROR;
	UText text = UTEXT_INITIALIZER;
	struct tools *t = p->tools;
	int32_t at;

	if (t->lines == NULL)
		t->lines = open_breaks(t->lang, &status);
	if (t->lines == NULL) {
		status = U_ZERO_ERROR;
		t->lines = open_breaks("", &status);
	}
	utext_openUTF8(&text, p->text.data, (int64_t)p->text.len, &status);
	if (U_SUCCESS(status))
		ubrk_setUText(t->lines, &text, &status);
	p->break_count = 0;
	while (U_SUCCESS(status) && (at = ubrk_next(t->lines)) != UBRK_DONE) {
		p->breaks = gloss_room(p->breaks, p->break_count,
		    &p->breaks_cap, sizeof *p->breaks);
		p->breaks[p->break_count++] = (size_t)at;
	}
	utext_close(&text);
}

static bool
icu_breaks(const struct paragraph *p, struct piece *piece, size_t at)
{
	while (piece->broken < p->break_count && p->breaks[piece->broken] < at)
		piece->broken++;
	return piece->broken < p->break_count && p->breaks[piece->broken] == at;
}

/* Is at inside a span?  Must be called in ascending order. */
static const struct span *
kept(const struct paragraph *p, struct piece *piece, enum fill_keep keep,
    size_t at)
{
	const struct spans *k = &p->keeps[keep];
	size_t *i = &piece->kept[keep];

	while (*i < k->count && k->spans[*i].end <= at)
		(*i)++;
	return *i < k->count && k->spans[*i].start < at ? &k->spans[*i] : NULL;
}

/*
 * May a line break at a space?  Not before separate punctuation, as in French.
 */
static bool
blank_breaks(const struct paragraph *p, struct piece *piece, size_t at)
{
	const char *next = p->text.data + at + 1;
	const struct span *span = kept(p, piece, FILL_TOGETHER, at);

	if (span && span->end > at + 1)
		return false;
	return !(*next && strchr("!?:;.,)", *next) &&
	    (next[1] == ' ' || next[1] == '\n' || next[1] == '\0'));
}

/*
 * May a line break after a dash?  UAX #14 would also allow a break before it,
 * but it reads better at the end of a line.
 */
static bool
dash_breaks(const char *text, const struct piece *piece, size_t at)
{
	const unsigned char *s = (const unsigned char *)text + at - 3;

	if (at < piece->start + 4 || s[0] != 0xE2 || s[1] != 0x80 ||
	    s[2] < 0x90 || s[2] > 0x94 || s[2] == 0x91)
		return false;
	return is_letter(text[at]) || isdigit(s[3]);
}

/*
 * May a line break between two adjacent characters?  In ASCII only after the
 * hyphen of a word in prose: UAX #14 would also break paths, options and
 * addresses, which are to be copied.
 */
static bool
touch_breaks(const struct paragraph *p, struct piece *piece, size_t at)
{
	const char *s = p->text.data;
	bool ascii = !((s[at - 1] | s[at]) & 0x80);

	if (at == p->text.len || kind(s[at]) == BLANK ||
	    kept(p, piece, FILL_TOGETHER, at) || kept(p, piece, FILL_WORDS, at))
		return false;
	if (p->complex && !ascii)
		return icu_breaks(p, piece, at);
	if (s[at - 1] == '-')
		return !piece->sign && is_letter(s[at]);
	return !ascii && dash_breaks(s, piece, at);
}

/* Adds a character that is not PLAIN to the piece. */
static size_t
take(const char *s, size_t len, size_t i, struct piece *piece)
{
	bool inside = i > piece->start;
	UChar32 cp;

	if (!(s[i] & 0x80)) {
		if (s[i] == '-' ? !inside || !(is_letter(s[i - 1]) ||
		    isdigit((unsigned char)s[i - 1]) || s[i - 1] == '-')
		    : kind(s[i]) == SIGN)
			piece->sign = true;
		piece->columns++;
		return i + 1;
	}
	if (inside && !(s[i - 1] & 0x80))
		piece->last = (unsigned char)s[i - 1];
	cp = utf8_next(s, len, &i);
	piece->columns += width_after(cp, piece->last);
	piece->last = cp;
	return i;
}

struct piece
paragraph_pieces(struct paragraph *p)
{
	if (p->complex)
		find_breaks(p);
	return (struct piece){.after = '\n'};
}

bool
paragraph_next(const struct paragraph *p, struct piece *piece)
{
	const char *s = p->text.data;
	size_t len = p->text.len, i = piece->next, run;

	if (i >= len)
		return false;
	if (kind(piece->after) == BLANK)
		piece->sign = false;
	piece->start = i;
	piece->columns = 0;
	piece->last = 0;
	for (;;) {
		for (run = i; i < len && kind(s[i]) == PLAIN; i++)
			;
		piece->columns += (int)(i - run);
		if (i == len || s[i] == '\n' ||
		    (s[i] == ' ' && blank_breaks(p, piece, i)))
			break;
		if (i > piece->start && (s[i] & 0x80) &&
		    touch_breaks(p, piece, i))
			break;
		run = i;
		i = take(s, len, i, piece);
		if (kind(s[run]) >= HYPHEN && touch_breaks(p, piece, i))
			break;
	}
	piece->end = i;
	piece->after = i < len ? s[i] : '\n';
	piece->next = i + (i < len && kind(s[i]) == BLANK);
	return true;
}
