/* SPDX-License-Identifier: MIT */
/* The lexis of plain text: columns, indents, line breaks. */
#include <ctype.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "gloss/alloc.h"
#include "ascii.h"
#include "fill.h"
#include "utf8.h"

#define NBSP "\xC2\xA0"
#define TAB 8

/* What a whole family of fills shares, because it is dear to open. */
struct tools {
	bool ascii;
	char *lang;
	struct ascii to_ascii;
	UBreakIterator *lines;
};

struct span {
	size_t start, end;
};

/* Stretches of a paragraph of one kind, in order, not nested. */
struct spans {
	struct span *spans;
	size_t count, cap;
	int depth;
};

/* The margin as it was before a fill_in(). */
struct level {
	size_t bytes;
	int columns;
};

struct fill {
	struct buf *out;
	struct tools *tools;
	struct fill *parent;
	int width; /* INT_MAX to measure */

	/* the paragraph */
	struct buf text;
	bool verbatim;
	bool wide;    /* not all of it is ASCII */
	bool complex; /* only ICU knows where its lines may break */
	int hang;
	struct spans keeps[FILL_KEEPS];
	struct spans looks[FILL_LOOKS];
	size_t looked[FILL_LOOKS]; /* the spans that are written already */
	size_t *breaks; /* ICU's */
	size_t break_count, breaks_cap;

	/* the margin, and what the next line has instead of it */
	struct buf margin;
	int columns;
	struct level *levels;
	size_t depth, levels_cap;
	struct buf first;
	int first_columns;
	size_t first_depth;
	bool marked;

	/* above the next line */
	int gap;
	size_t gap_margin;
	bool tight;
	bool begun;

	bool looking;

	int last_widest;
	int min, max;
};

static void *
room_for(void *array, size_t count, size_t *cap, size_t size)
{
	if (count < *cap)
		return array;
	*cap = *cap ? *cap * 2 : 8;
	return gloss_realloc(array, *cap * size);
}

static struct fill *
new_fill(struct tools *tools, struct fill *parent, struct buf *out, int width)
{
	struct fill *f = gloss_calloc(1, sizeof *f);

	f->out = out;
	f->tools = tools;
	f->parent = parent;
	f->width = width > 0 ? width : INT_MAX;
	return f;
}

struct fill *
fill_new(struct buf *out, int width, bool ascii, const char *lang)
{
	struct tools *tools = gloss_calloc(1, sizeof *tools);

	tools->ascii = ascii;
	tools->lang = gloss_strdup(lang && *lang ? lang : "en");
	return new_fill(tools, NULL, out, width);
}

struct fill *
fill_sub(struct fill *parent, struct buf *out, int width)
{
	return new_fill(parent->tools, parent, out, width);
}

static void
free_tools(struct tools *tools)
{
	if (tools->lines)
		ubrk_close(tools->lines);
	ascii_free(&tools->to_ascii);
	free(tools->lang);
	free(tools);
}

void
fill_free(struct fill *f)
{
	fill_end(f);
	while (f->depth > 0)
		fill_out(f);
	if (f->parent == NULL)
		free_tools(f->tools);
	for (int i = 0; i < FILL_KEEPS; i++)
		free(f->keeps[i].spans);
	for (int i = 0; i < FILL_LOOKS; i++)
		free(f->looks[i].spans);
	buf_free(&f->text);
	buf_free(&f->margin);
	buf_free(&f->first);
	free(f->levels);
	free(f->breaks);
	free(f);
}

/* Bytes: what to do with each while text is added and while it is scanned. */
enum { PLAIN, SIGN, HYPHEN, BLANK, OTHER };

/* SIGN is what stands in paths, addresses and options, and not in prose. */
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
	/* 0xE2 opens the signs: quotes, dashes, arrows */
	return c & 0x80 ? (unsigned char)c != 0xE2 : isalpha((unsigned char)c);
}

/* What a character is to text.  A soft hyphen is no part of the word. */
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

/* The classes of UAX #14 between which only blanks and dashes break. */
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

/* One blank stands for any number of them, and none opens a line. */
static void
add_blank(struct fill *f, char c)
{
	int last = buf_last(&f->text);

	if (f->verbatim)
		buf_putc(&f->text, c == '\r' ? ' ' : c);
	else if (last != -1 && last != ' ' && last != '\n')
		buf_putc(&f->text, ' ');
}

static void
add_letters(struct fill *f, const char *utf8, size_t len)
{
	if (len == 0)
		return;
	if (f->tools->ascii) {
		ascii_add(&f->tools->to_ascii, &f->text, utf8, len);
	} else {
		buf_add(&f->text, utf8, len);
		f->wide = true;
	}
}

static void
add_special(struct fill *f, enum meaning m)
{
	if (m == BAD)
		add_letters(f, "\xEF\xBF\xBD", 3);
	else if (m == SPACE || (m == FIXED_SPACE && f->verbatim))
		add_blank(f, ' ');
	else if (m == FIXED_SPACE) {
		buf_puts(&f->text, NBSP);
		f->wide = true;
	}
}

/* Adds the bytes from i that are not ASCII; returns where they end. */
static size_t
add_others(struct fill *f, const char *utf8, size_t i, size_t len)
{
	size_t run = i, start;
	enum meaning m;
	UChar32 cp;

	while (i < len && (utf8[i] & 0x80)) {
		start = i;
		cp = utf8_next(utf8, len, &i);
		m = meaning(cp);
		if (m == LETTER) {
			f->complex |= !f->tools->ascii && is_complex(cp);
			continue;
		}
		add_letters(f, utf8 + run, start - run);
		add_special(f, m);
		run = i;
	}
	add_letters(f, utf8 + run, i - run);
	return i;
}

void
fill_text(struct fill *f, const char *utf8, size_t len)
{
	size_t i = 0, run;

	while (i < len) {
		for (run = i; i < len && kind(utf8[i]) < BLANK; i++)
			/* single blanks go along */
			if (i + 2 < len && utf8[i + 1] == ' ' &&
			    kind(utf8[i + 2]) < BLANK)
				i++;
		buf_add(&f->text, utf8 + run, i - run);
		if (i == len)
			return;
		if (kind(utf8[i]) == BLANK)
			add_blank(f, utf8[i++]);
		else if (utf8[i] & 0x80)
			i = add_others(f, utf8, i, len);
		else {
			add_special(f, BAD);
			i++;
		}
	}
}

void
fill_puts(struct fill *f, const char *utf8)
{
	fill_text(f, utf8, strlen(utf8));
}

static void
trim(struct buf *b, size_t from)
{
	while (b->len > from && b->data[b->len - 1] == ' ')
		buf_truncate(b, b->len - 1);
}

void
fill_unblank(struct fill *f)
{
	if (!f->verbatim)
		trim(&f->text, 0);
}

void
fill_break(struct fill *f)
{
	trim(&f->text, 0);
	buf_putc(&f->text, '\n');
}

static void
open_span(struct fill *f, struct spans *s)
{
	if (s->depth++ > 0)
		return;
	s->spans = room_for(s->spans, s->count, &s->cap, sizeof *s->spans);
	s->spans[s->count++] = (struct span){f->text.len, SIZE_MAX};
}

static void
close_span(struct fill *f, struct spans *s)
{
	if (--s->depth == 0)
		s->spans[s->count - 1].end = f->text.len;
}

/* For the next paragraph: what is open goes on in it. */
static void
forget_spans(struct spans *s)
{
	s->count = s->depth > 0;
	if (s->count)
		s->spans[0] = (struct span){0, SIZE_MAX};
}

void
fill_keep(struct fill *f, enum fill_keep keep)
{
	open_span(f, &f->keeps[keep]);
}

void
fill_unkeep(struct fill *f, enum fill_keep keep)
{
	close_span(f, &f->keeps[keep]);
}

void
fill_looking(struct fill *f)
{
	f->looking = true;
}

void
fill_look(struct fill *f, enum fill_look look)
{
	if (f->looking)
		open_span(f, &f->looks[look]);
}

void
fill_unlook(struct fill *f, enum fill_look look)
{
	if (f->looking)
		close_span(f, &f->looks[look]);
}

void
fill_hang(struct fill *f, int columns)
{
	int most = f->width / 2 - f->columns;

	f->hang = columns < most ? columns : most;
}

void
fill_hang_here(struct fill *f)
{
	fill_hang(f, fill_width(f->text.data, f->text.len));
}

void
fill_verbatim(struct fill *f)
{
	fill_end(f);
	f->verbatim = true;
}

/* Widths. */

/* The columns of a character that stands alone. */
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
		return 0; /* the later letters of a Hangul syllable */
	width = u_getIntPropertyValue(cp, UCHAR_EAST_ASIAN_WIDTH);
	return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/*
 * The columns that a character adds after another: a sequence of emoji is as
 * wide as its first, and a selector makes a sign an emoji.
 */
static int
columns_of(UChar32 cp, UChar32 before)
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
fill_width(const char *utf8, size_t len)
{
	UChar32 cp, before = 0;
	int columns = 0;
	size_t i = 0;

	while (i < len) {
		cp = utf8_next(utf8, len, &i);
		columns += columns_of(cp, before);
		before = cp;
	}
	return columns;
}

/* Where a line may break. */

/* A piece of a paragraph that no line break divides, and the scan for it. */
struct piece {
	size_t start, end;
	int columns;
	UChar32 last;         /* the last that is not ASCII */
	char after;           /* '\n', ' ', or another: the next touches it */
	size_t next;
	bool sign;            /* the word is none of prose */
	size_t kept[FILL_KEEPS];
	size_t broken;
};

/* ICU's breaks, for a paragraph whose scripts need its rules and words. */
static void
find_breaks(struct fill *f)
{
	UErrorCode status = U_ZERO_ERROR;
	UText text = UTEXT_INITIALIZER;
	struct tools *t = f->tools;
	int32_t at;

	if (t->lines == NULL)
		t->lines = ubrk_open(UBRK_LINE, t->lang, NULL, 0, &status);
	if (t->lines == NULL) {
		status = U_ZERO_ERROR;
		t->lines = ubrk_open(UBRK_LINE, "", NULL, 0, &status);
	}
	utext_openUTF8(&text, f->text.data, (int64_t)f->text.len, &status);
	if (U_SUCCESS(status))
		ubrk_setUText(t->lines, &text, &status);
	f->break_count = 0;
	while (U_SUCCESS(status) && (at = ubrk_next(t->lines)) != UBRK_DONE) {
		f->breaks = room_for(f->breaks, f->break_count, &f->breaks_cap,
		    sizeof *f->breaks);
		f->breaks[f->break_count++] = (size_t)at;
	}
	utext_close(&text);
}

static bool
icu_breaks(const struct fill *f, struct piece *p, size_t at)
{
	while (p->broken < f->break_count && f->breaks[p->broken] < at)
		p->broken++;
	return p->broken < f->break_count && f->breaks[p->broken] == at;
}

/* Whether at lies inside of what is kept; asked in ascending order. */
static const struct span *
kept(const struct fill *f, struct piece *p, enum fill_keep keep, size_t at)
{
	const struct spans *k = &f->keeps[keep];
	size_t *i = &p->kept[keep];

	while (*i < k->count && k->spans[*i].end <= at)
		(*i)++;
	return *i < k->count && k->spans[*i].start < at ? &k->spans[*i] : NULL;
}

/* At a blank; but a mark that stands alone ends its line, as in French. */
static bool
blank_breaks(const struct fill *f, struct piece *p, size_t at)
{
	const char *next = f->text.data + at + 1;
	const struct span *span = kept(f, p, FILL_TOGETHER, at);

	if (span && span->end > at + 1)
		return false;
	return !(*next && strchr("!?:;.,)", *next) &&
	    (next[1] == ' ' || next[1] == '\n' || next[1] == '\0'));
}

/*
 * After a dash inside of a phrase.  UAX #14 would also take it to the next
 * line; it reads better at the end of the one that it breaks off.
 */
static bool
dash_breaks(const char *text, const struct piece *p, size_t at)
{
	const unsigned char *s = (const unsigned char *)text + at - 3;

	if (at < p->start + 4 || s[0] != 0xE2 || s[1] != 0x80 ||
	    s[2] < 0x90 || s[2] > 0x94 || s[2] == 0x91)
		return false;
	return is_letter(text[at]) || isdigit(s[3]);
}

/*
 * Between two characters that touch.  In ASCII only the hyphen of a word in
 * prose breaks: UAX #14 would also divide paths, options and addresses, which
 * are to be copied.
 */
static bool
touch_breaks(const struct fill *f, struct piece *p, size_t at)
{
	const char *s = f->text.data;
	bool ascii = !((s[at - 1] | s[at]) & 0x80);

	if (at == f->text.len || kind(s[at]) == BLANK ||
	    kept(f, p, FILL_TOGETHER, at) || kept(f, p, FILL_WORDS, at))
		return false;
	if (f->complex && !ascii)
		return icu_breaks(f, p, at);
	if (s[at - 1] == '-')
		return !p->sign && is_letter(s[at]);
	return !ascii && dash_breaks(s, p, at);
}

/* Takes one character that is not PLAIN into the piece. */
static size_t
take(const char *s, size_t len, size_t i, struct piece *p)
{
	bool inside = i > p->start;
	UChar32 cp;

	if (!(s[i] & 0x80)) {
		if (s[i] == '-' ? !inside || !(is_letter(s[i - 1]) ||
		    isdigit((unsigned char)s[i - 1]) || s[i - 1] == '-')
		    : kind(s[i]) == SIGN)
			p->sign = true;
		p->columns++;
		return i + 1;
	}
	if (inside && !(s[i - 1] & 0x80))
		p->last = (unsigned char)s[i - 1];
	cp = utf8_next(s, len, &i);
	p->columns += columns_of(cp, p->last);
	p->last = cp;
	return i;
}

static bool
next_piece(const struct fill *f, struct piece *p)
{
	const char *s = f->text.data;
	size_t len = f->text.len, i = p->next, run;

	if (i >= len)
		return false;
	if (kind(p->after) == BLANK)
		p->sign = false;
	p->start = i;
	p->columns = 0;
	p->last = 0;
	for (;;) {
		for (run = i; i < len && kind(s[i]) == PLAIN; i++)
			;
		p->columns += (int)(i - run);
		if (i == len || s[i] == '\n' ||
		    (s[i] == ' ' && blank_breaks(f, p, i)))
			break;
		if (i > p->start && (s[i] & 0x80) && touch_breaks(f, p, i))
			break;
		run = i;
		i = take(s, len, i, p);
		if (kind(s[run]) >= HYPHEN && touch_breaks(f, p, i))
			break;
	}
	p->end = i;
	p->after = i < len ? s[i] : '\n';
	p->next = i + (i < len && kind(s[i]) == BLANK);
	return true;
}

/* Lines. */

static void
add_blanks(struct buf *b, int columns)
{
	for (int i = 0; i < columns; i++)
		buf_putc(b, ' ');
}

/* What is a blank to the reader is one in the file: it can be searched for. */
static void
add_plain_blanks(struct buf *out, const char *s, size_t len)
{
	size_t run = 0;

	for (size_t i = 0; i + 1 < len; i++)
		if (memcmp(s + i, NBSP, 2) == 0) {
			buf_add(out, s + run, i - run);
			buf_putc(out, ' ');
			run = i + 2;
		}
	buf_add(out, s + run, len - run);
}

static void
end_line(struct fill *f, size_t start)
{
	trim(f->out, start);
	buf_putc(f->out, '\n');
}

/* The margin's levels that the first line's margin does not have yet. */
static void
extend_first(struct fill *f, size_t depth)
{
	size_t bytes = f->margin.len, from;
	int columns = f->columns;

	if (f->first_depth >= depth)
		return;
	if (depth < f->depth) {
		bytes = f->levels[depth].bytes;
		columns = f->levels[depth].columns;
	}
	from = f->levels[f->first_depth].bytes;
	buf_add(&f->first, buf_str(&f->margin) + from, bytes - from);
	f->first_columns += columns - f->levels[f->first_depth].columns;
	f->first_depth = depth;
}

/* The blank lines that were asked for, then the margin or the mark. */
static size_t
start_line(struct fill *f, int hang)
{
	size_t start;

	for (; f->gap > 0; f->gap--) {
		start = f->out->len;
		buf_add(f->out, buf_str(&f->margin), f->gap_margin);
		end_line(f, start);
	}
	f->tight = false;
	f->begun = true;
	start = f->out->len;
	if (f->marked) {
		extend_first(f, f->depth);
		buf_add(f->out, buf_str(&f->first), f->first.len);
		f->marked = false;
	} else {
		buf_add(f->out, buf_str(&f->margin), f->margin.len);
	}
	add_blanks(f->out, hang);
	return start;
}

/*
 * Whether the text at a place looks so; if so or not, to is not after the place
 * where that changes.  Asked in ascending order.
 */
static bool
looks(struct fill *f, enum fill_look look, size_t at, size_t *to)
{
	const struct spans *s = &f->looks[look];
	size_t *i = &f->looked[look];
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

/* A stretch of the paragraph with its looks (ECMA-48, SGR), off at its end. */
static void
put_looking(struct fill *f, const char *s, size_t len)
{
	static const char *const on[FILL_LOOKS] = {
		[LOOK_BOLD] = "\033[1m",
		[LOOK_UNDERLINED] = "\033[4m",
		[LOOK_CODE] = "\033[32m",
		[LOOK_REF] = "\033[36m",
	};
	size_t at = (size_t)(s - f->text.data), end = at + len, to;
	bool any;

	for (; at < end; at = to) {
		to = end;
		any = false;
		for (int i = 0; i < FILL_LOOKS; i++)
			if (looks(f, (enum fill_look)i, at, &to)) {
				buf_puts(f->out, on[i]);
				any = true;
			}
		add_plain_blanks(f->out, f->text.data + at, to - at);
		if (any)
			buf_puts(f->out, "\033[0m");
	}
}

static void
put_line(struct fill *f, const char *s, size_t len, int hang)
{
	size_t start = start_line(f, hang);

	if (f->looking && len > 0 && !f->verbatim)
		put_looking(f, s, len);
	else if (f->wide)
		add_plain_blanks(f->out, s, len);
	else
		buf_add(f->out, s, len);
	end_line(f, start);
}

static int
greater(int a, int b)
{
	return a > b ? a : b;
}

/* The margin would shrink with the width, down to half of it. */
static void
note_piece(struct fill *f, int columns)
{
	int margin = f->columns + f->hang;

	if (margin > columns)
		margin = columns;
	f->min = greater(f->min, margin + columns);
}

static void
note_line(struct fill *f, int column)
{
	f->max = greater(f->max, column);
	f->last_widest = greater(f->last_widest, column - f->columns);
}

/* A mark too wide for its place has a line alone, unless words follow it. */
static void
settle_mark(struct fill *f)
{
	int columns = f->columns;

	if (f->marked && f->first_depth < f->depth)
		columns = f->levels[f->first_depth].columns;
	if (f->marked && f->first_columns > columns)
		put_line(f, "", 0, 0);
}

static int
first_column(struct fill *f)
{
	if (!f->marked)
		return f->columns;
	extend_first(f, f->depth);
	return f->first_columns;
}

static void
flow(struct fill *f)
{
	struct piece p = { .after = '\n' };
	const char *s = f->text.data;
	size_t start = 0, end = 0;
	int blank, hang = 0, column = first_column(f);
	bool some = column > f->columns; /* a mark wider than its place */

	while (next_piece(f, &p)) {
		note_piece(f, p.columns);
		blank = (int)(p.start - end);
		if (some && column + blank + p.columns > f->width) {
			note_line(f, column);
			put_line(f, s + start, end - start, hang);
			hang = f->hang;
			column = f->columns + hang;
			start = p.start;
			blank = 0;
		}
		column += blank + p.columns;
		end = p.end;
		some = true;
		if (p.after == '\n') {
			note_line(f, column);
			put_line(f, s + start, end - start, hang);
			hang = f->hang;
			column = f->columns + hang;
			start = end = p.next;
			some = false;
		}
	}
}

static struct buf
expand_tabs(const char *s, size_t len)
{
	struct buf to = { 0 };
	size_t line = 0;

	for (size_t i = 0; i < len; i++) {
		if (s[i] != '\t') {
			buf_putc(&to, s[i]);
			if (s[i] == '\n')
				line = to.len;
			continue;
		}
		add_blanks(&to, TAB -
		    fill_width(buf_str(&to) + line, to.len - line) % TAB);
	}
	return to;
}

static size_t
line_length(const char *s)
{
	return strcspn(s, "\n");
}

/* Without the blank lines above and below. */
static const char *
strip_lines(struct buf *text)
{
	const char *start = buf_str(text);
	size_t blanks;

	while (text->len > 0 && strchr(" \t\n", buf_last(text)))
		buf_truncate(text, text->len - 1);
	while (start[blanks = strspn(start, " \t")] == '\n')
		start += blanks + 1;
	return start;
}

static void
put_verbatim(struct fill *f)
{
	const char *start = strip_lines(&f->text), *line;
	struct buf lines = expand_tabs(start, strlen(start));
	int widest = 0, hang = 4;

	settle_mark(f);
	for (line = buf_str(&lines); *line; line += *line == '\n') {
		widest = greater(widest, fill_width(line, line_length(line)));
		line += line_length(line);
	}
	if (f->columns + hang + widest > f->width)
		hang = 0;
	note_piece(f, widest);
	note_line(f, f->columns + hang + widest);
	for (line = buf_str(&lines); *line; line += *line == '\n') {
		put_line(f, line, line_length(line), hang);
		line += line_length(line);
	}
	buf_free(&lines);
}

static void
forget_text(struct fill *f)
{
	buf_truncate(&f->text, 0);
	f->verbatim = f->wide = f->complex = false;
	f->hang = 0;
	for (int i = 0; i < FILL_KEEPS; i++)
		forget_spans(&f->keeps[i]);
	for (int i = 0; f->looking && i < FILL_LOOKS; i++) {
		forget_spans(&f->looks[i]);
		f->looked[i] = 0;
	}
}

void
fill_end(struct fill *f)
{
	if (!f->verbatim)
		trim(&f->text, 0);
	if (f->text.len > 0) {
		f->last_widest = 0;
		if (f->verbatim) {
			put_verbatim(f);
		} else {
			if (f->complex)
				find_breaks(f);
			flow(f);
		}
	}
	forget_text(f);
}

/* Margins. */

static void
start_level(struct fill *f)
{
	fill_end(f);
	f->levels = room_for(f->levels, f->depth, &f->levels_cap,
	    sizeof *f->levels);
	f->levels[f->depth++] = (struct level){f->margin.len, f->columns};
}

void
fill_in(struct fill *f, int columns)
{
	int most = f->width / 2 - f->columns;

	start_level(f);
	if (columns > most)
		columns = greater(most, 0);
	add_blanks(&f->margin, columns);
	f->columns += columns;
}

void
fill_bar(struct fill *f)
{
	start_level(f);
	if (f->columns + 2 > f->width / 2)
		return;
	buf_puts(&f->margin, f->tools->ascii ? "| " : "\u2502 ");
	f->columns += 2;
}

void
fill_out(struct fill *f)
{
	struct level outer;

	fill_end(f);
	if (f->marked && f->first_depth == f->depth)
		put_line(f, "", 0, 0);
	outer = f->levels[--f->depth];
	buf_truncate(&f->margin, outer.bytes);
	f->columns = outer.columns;
	f->tight = false;
	if (f->gap_margin > f->margin.len)
		f->gap_margin = f->margin.len;
}

void
fill_mark(struct fill *f, const char *utf8)
{
	int columns, width;

	fill_end(f);
	settle_mark(f);
	if (!f->marked) {
		buf_truncate(&f->first, 0);
		f->first_columns = 0;
		f->first_depth = 0;
		f->marked = true;
	}
	extend_first(f, f->depth - 1);
	fill_puts(f, utf8);
	width = fill_width(f->text.data, f->text.len);
	f->min = greater(f->min, width);
	columns = f->columns - f->levels[f->depth - 1].columns - width - 1;
	add_blanks(&f->first, columns);
	add_plain_blanks(&f->first, buf_str(&f->text), f->text.len);
	buf_putc(&f->first, ' ');
	f->first_columns += greater(columns, 0) + width + 1;
	f->first_depth = f->depth;
	forget_text(f);
}

void
fill_gap(struct fill *f, int lines)
{
	fill_end(f);
	if (f->tight || f->marked || !f->begun)
		return;
	if (f->gap == 0 || f->gap_margin > f->margin.len)
		f->gap_margin = f->margin.len;
	f->gap = greater(f->gap, lines);
}

void
fill_tight(struct fill *f)
{
	fill_end(f);
	f->gap = 0;
	f->tight = true;
}

/* Lines that are drawn. */

static void
draw(struct fill *f, const char *stroke, int columns)
{
	size_t start;

	settle_mark(f);
	start = start_line(f, 0);
	while (columns-- > 0)
		buf_puts(f->out, stroke);
	end_line(f, start);
}

void
fill_underline(struct fill *f, char c)
{
	fill_end(f);
	draw(f, (char[]){c, '\0'}, f->last_widest);
}

void
fill_rule(struct fill *f, int columns)
{
	fill_end(f);
	if (f->width == INT_MAX)
		columns = 0;
	draw(f, f->tools->ascii ? "-" : "\u2500", columns);
}

void
fill_line(struct fill *f, const char *line, size_t len)
{
	size_t start;

	fill_end(f);
	settle_mark(f);
	start = start_line(f, 0);
	buf_add(f->out, line, len);
	end_line(f, start);
}

/* Measures. */

int
fill_room(const struct fill *f)
{
	return f->width - f->columns;
}

void
fill_extent(struct fill *f, int *min, int *max)
{
	fill_end(f);
	*min = f->min;
	*max = greater(f->max, f->min);
}

void
fill_measured(struct fill *f, int min, int max)
{
	fill_end(f);
	note_piece(f, min);
	note_line(f, f->columns + max);
}
