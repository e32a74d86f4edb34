/* SPDX-License-Identifier: MIT */
/* Lexis of man pages: escapes, fonts, requests, and where lines end. */
#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <unicode/uchar.h>

#include "write/utf8.h"
#include "roff.h"

/* Preferred and maximum columns of a source line. */
enum { FILL = 76, LONG = 300 };

/* Longer words may be broken after punctuation. */
enum { LONG_WORD = 40 };

/* Columns for a page's text on a terminal, without its margin. */
enum { ROOM = 70 };

enum {
	C_BLANK = 1 << 0,
	C_PROSE = 1 << 1,   /* escaped in prose */
	C_LITERAL = 1 << 2, /* escaped in literal text */
	C_QUOTE = 1 << 3,   /* escaped in arguments */
	C_STOP = 1 << 4,    /* ends a sentence */
	C_CLOSE = 1 << 5,   /* may follow it before the space */
	C_SPLIT = 1 << 6,   /* a long word may be broken after it */
	C_TITLE = 1 << 7,   /* escaped in .TH */
	C_ODD = C_PROSE | C_LITERAL,
};

static const unsigned char class[256] = {
	[0x00 ... 0x08] = C_ODD,
	[0x0B ... 0x0C] = C_ODD,
	[0x0E ... 0x1F] = C_ODD,
	['\t'] = C_BLANK, ['\n'] = C_BLANK, [' '] = C_BLANK,
	['\r'] = C_BLANK | C_ODD,
	['.'] = C_STOP, ['?'] = C_STOP | C_SPLIT, ['!'] = C_STOP,
	[')'] = C_CLOSE, [']'] = C_CLOSE, ['*'] = C_CLOSE,
	['\''] = C_CLOSE | C_LITERAL, ['"'] = C_CLOSE | C_QUOTE,
	['/'] = C_SPLIT, ['&'] = C_SPLIT, ['='] = C_SPLIT, [','] = C_SPLIT,
	['|'] = C_SPLIT,
	['-'] = C_LITERAL | C_SPLIT, ['%'] = C_TITLE,
	['\\'] = C_ODD, ['^'] = C_ODD, ['`'] = C_ODD, ['~'] = C_ODD,
	[0x7F ... 0xFF] = C_ODD,
};

static const char *const escapes[128] = {
	['\\'] = "\\(rs", ['^'] = "\\(ha", ['`'] = "\\(ga", ['~'] = "\\(ti",
	['-'] = "\\-", ['\''] = "\\(aq", ['"'] = "\\(dq",
	['%'] = "\\N'37'", /* has no name in groff */
};

/*
 * Characters that are common in English are written by name, so that most pages
 * are ASCII; others are UTF-8, for man's preconv and mandoc.  Pages are not
 * hyphenated, so soft hyphens are dropped.
 */
static const struct {
	UChar32 cp;
	const char *escape;
} named[] = {
	{0x00A0, "\\~"}, {0x00AD, ""}, {0x2007, "\\~"}, {0x200B, "\\:"},
	{0x2013, "\\(en"}, {0x2014, "\\(em"}, {0x2018, "\\(oq"},
	{0x2019, "\\(cq"}, {0x201C, "\\(lq"}, {0x201D, "\\(rq"},
	{0x2022, "\\(bu"}, {0x2028, "\\~"}, {0x2029, "\\~"}, {0x202F, "\\~"},
};

/* A period after one of these does not end a sentence. */
static const char *const abbreviations[] = {
	"al", "approx", "ca", "cf", "ch", "Co", "Dr", "ed", "esp",
	"etc", "fig", "Fig", "figs", "Jr", "Mr", "Mrs", "Ms", "No", "no", "Nr",
	"nr", "orig", "p", "pp", "Prof", "pt", "Sr", "St", "vol",
	"Vol", "vs",
};

enum { ROMAN, BOLD, ITALIC, BOLD_ITALIC = BOLD | ITALIC };

static const char *const font_escapes[] = {
	"\\fR", "\\fB", "\\fI", "\\f(BI"
};

void
roff_init(struct roff *r, struct buf *out)
{
	*r = (struct roff){.room = ROOM};
	roff_turn(r, out);
}

void
roff_turn(struct roff *r, struct buf *out)
{
	assert(r->font == ROMAN && !r->tail);
	r->out = out;
	r->start = out->len;
	r->run = r->hard = 0;
	r->gap = GAP_NONE;
}

/* Removes a space at the end of a line, if the word after it was empty. */
static void
cut_blanks(struct roff *r)
{
	while (r->out->len > r->start && buf_last(r->out) == ' ')
		buf_truncate(r->out, r->out->len - 1);
}

static void
newline(struct roff *r)
{
	cut_blanks(r);
	buf_putc(r->out, '\n');
	r->start = r->out->len;
	r->run = r->hard = 0;
	r->tail = false;
}

static bool
at_start(const struct roff *r)
{
	return r->out->len == r->start && !r->tail;
}

static int
wanted(const struct roff *r)
{
	if (r->plain)
		return ROMAN;
	if (r->fonts[ROFF_VARIABLE])
		return ITALIC;
	return (r->fonts[ROFF_BOLD] ? BOLD : 0) |
	    (r->fonts[ROFF_ITALIC] ? ITALIC : 0);
}

static void
set_font(struct roff *r, int font)
{
	if (r->font == font)
		return;
	buf_puts(r->out, font_escapes[font]);
	r->font = font;
}

void
roff_font_push(struct roff *r, enum roff_font font)
{
	r->fonts[font]++;
}

void
roff_font_pop(struct roff *r, enum roff_font font)
{
	assert(r->fonts[font] > 0);
	r->fonts[font]--;
}

/* Is it an abbreviation, "U.S", "e.g" or initials, and not "example.org"? */
static bool
is_dotted(const char *word, size_t len)
{
	size_t part = 0;

	for (size_t i = 0; i < len; i++)
		if ((part = word[i] == '.' ? 0 : part + 1) > 2)
			return false;
	return len <= 1 || memchr(word, '.', len);
}

static bool
is_abbreviation(const char *word, size_t len)
{
	if (is_dotted(word, len))
		return true;
	for (size_t i = 0; i < sizeof abbreviations / sizeof *abbreviations;
	     i++)
		if (strlen(abbreviations[i]) == len &&
		    memcmp(abbreviations[i], word, len) == 0)
			return true;
	return false;
}

/* Strips quotes and brackets between a period and the space after it. */
static size_t
cut_closers(const char *s, size_t len)
{
	static const char *const closers[] = {
		"\\fR", "\\(rq", "\\(cq", "\\(aq", "\\(dq"
	};
	size_t before;

	do {
		before = len;
		if (len > 0 && class[(unsigned char)s[len - 1]] & C_CLOSE)
			len--;
		for (size_t i = 0; i < sizeof closers / sizeof *closers; i++) {
			size_t n = strlen(closers[i]);

			if (len >= n && memcmp(s + len - n, closers[i], n) == 0)
				len -= n;
		}
	} while (len < before);
	return len;
}

/* Does the last word of the line end a sentence? */
enum stop { STOP_NONE, STOP_DOUBTFUL, STOP_SURE };

static enum stop
stop_at_end(const struct roff *r)
{
	const char *s = r->out->data + r->start;
	size_t len = r->out->len - r->start, start;

	if (len == 0 ||
	    !(class[(unsigned char)s[len - 1]] & (C_STOP | C_CLOSE) ||
	    s[len - 1] == 'q' || s[len - 1] == 'R'))
		return STOP_NONE;
	len = cut_closers(s, len);
	if (len == 0 || !(class[(unsigned char)s[len - 1]] & C_STOP))
		return STOP_NONE;
	if (s[--len] != '.')
		return STOP_SURE;
	/* an ellipsis: repetition or continuation */
	if (len >= 2 && s[len - 1] == '.' && s[len - 2] == '.')
		return STOP_DOUBTFUL;
	for (start = len; start > 0 && s[start - 1] != ' ' &&
	     s[start - 1] != '('; start--)
		;
	return is_abbreviation(s + start, len - start) ? STOP_DOUBTFUL
						       : STOP_SURE;
}

/* Does a word begin like a sentence, after quotes and brackets? */
static bool
begins_sentence(const char *s, size_t len)
{
	size_t i = 0;
	UChar32 cp;
	int8_t type;

	while (i < len) {
		cp = utf8_next(s, len, &i);
		type = u_charType(cp);
		if (cp != '"' && cp != '\'' && type != U_INITIAL_PUNCTUATION &&
		    type != U_START_PUNCTUATION)
			return type == U_UPPERCASE_LETTER ||
			    type == U_TITLECASE_LETTER;
	}
	return false;
}

/* Writes the pending space, or ends the line instead. */
static void
put_gap(struct roff *r, const char *next, size_t len)
{
	enum roff_gap gap = r->gap;
	enum stop stop;

	r->gap = GAP_NONE;
	if (r->tail && gap != GAP_NONE)
		newline(r);
	if (gap == GAP_NONE || at_start(r))
		return;
	set_font(r, r->font & wanted(r));
	/*
	 * text that should stay in one line, but is too long, is broken at a
	 * space
	 */
	if (gap == GAP_HARD && r->run + len + 1 < r->room) {
		r->hard = r->cell ? 0 : r->out->len;
		buf_puts(r->out, "\\~");
		r->held = ++r->run;
		return;
	}
	r->run = r->hard = 0;
	stop = r->line ? STOP_NONE : stop_at_end(r);
	if (stop == STOP_SURE && !r->french &&
	    (gap == GAP_WIDE || begins_sentence(next, len)))
		newline(r);
	else if (!r->line && r->out->len - r->start + len >=
	    (size_t)(stop == STOP_NONE ? FILL : LONG)) {
		if (stop != STOP_NONE)
			buf_puts(r->out, "\\&");
		newline(r);
	} else
		buf_putc(r->out, ' ');
}

/*
 * Protects the start of a line from being read as a request or as the end of a
 * tbl text block.  Checks the output, since some text produces none.
 */
static void
guard(struct roff *r)
{
	size_t len = r->out->len - r->start;
	char *line;

	if (len == 0)
		return;
	line = r->out->data + r->start;
	if ((r->start > 0 && line[-1] != '\n') ||
	    !(*line == '.' || *line == '\'' || (r->cell && len > 1 &&
	    line[0] == 'T' && (line[1] == '{' || line[1] == '}'))))
		return;
	buf_puts(r->out, "\\&");
	line = r->out->data + r->start;
	memmove(line + 2, line, len);
	memcpy(line, "\\&", 2);
}

size_t
roff_columns(int32_t cp)
{
	int width;

	if (cp < 0x300)
		return 1;
	width = u_getIntPropertyValue(cp, UCHAR_EAST_ASIAN_WIDTH);
	return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/* Ideographs, and the kana that may begin a line. */
static bool
is_ideograph(UChar32 cp)
{
	return cp >= 0x2E80 &&
	    u_getIntPropertyValue(cp, UCHAR_LINE_BREAK) == U_LB_IDEOGRAPHIC;
}

/* Other kana, and closing marks, as wide as an ideograph. */
static bool
ends_as_ideograph(UChar32 cp)
{
	switch (cp >= 0x2E80 ? u_getIntPropertyValue(cp, UCHAR_LINE_BREAK)
			     : 0) {
	case U_LB_NONSTARTER:
	case U_LB_CONDITIONAL_JAPANESE_STARTER:
	case U_LB_CLOSE_PUNCTUATION:
		return true;
	default:
		return is_ideograph(cp);
	}
}

static bool
is_opening(UChar32 cp)
{
	return U_MASK(u_charType(cp)) & (U_GC_PS_MASK | U_GC_PI_MASK);
}

/*
 * May a line break between these two, of which one is an ideograph?  As UAX #14
 * has it: not after an opening mark, and not before a closing one, which is no
 * ideograph; but also before the quotation marks of Chinese.
 */
static bool
ideographs_part(UChar32 last, UChar32 cp)
{
	if (is_ideograph(cp))
		return last && !is_opening(last);
	return ends_as_ideograph(last) &&
	    (is_opening(cp) || (cp < 0x2E80 && u_isalnum(cp)));
}

static void
put_high(struct roff *r, UChar32 cp)
{
	if (utf8_is_scope(cp))
		return;
	if (utf8_is_bad(cp))
		cp = 0xFFFD;
	for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
		if (named[i].cp == cp) {
			buf_puts(r->out, named[i].escape);
			return;
		}
	}
	buf_put_cp(r->out, (unsigned long)cp);
}

/* Does an option begin here, "-x" or "--x", after quotes and brackets? */
static bool
begins_option(const char *s, size_t len)
{
	size_t i = 0, dashes;

	while (i < len && strchr("\"'`([{<|", s[i]))
		i++;
	for (dashes = 0; i < len && s[i] == '-'; i++)
		dashes++;
	return (dashes == 1 || dashes == 2) && i < len &&
	    u_isalnum((unsigned char)s[i]);
}

/* The classes of bytes that are escaped in this mode. */
static int
odd_here(const struct roff *r, unsigned how)
{
	return (how & (ROFF_LITERAL | ROFF_TOGETHER) ? C_LITERAL : C_PROSE) |
	    (r->argument || r->tail ? C_QUOTE : 0) |
	    (r->title ? C_TITLE : 0) | (r->cell ? C_BLANK : 0);
}

static void
put_low(struct roff *r, unsigned how, unsigned char c)
{
	if (c == ' ')
		buf_puts(r->out, r->cell ? "\\~" : " ");
	else if (!(class[c] & odd_here(r, how | (r->option ? ROFF_TOGETHER :
	    ROFF_PROSE))) || (c == '\'' && !(how & ROFF_LITERAL)))
		buf_putc(r->out, (char)c);
	else if (c < 0x80 && escapes[c])
		buf_puts(r->out, escapes[c]);
	else
		buf_put_cp(r->out, 0xFFFD);
}

/* No break after a dash in literal text, where it would be read as a hyphen. */
static bool
may_split(const struct roff *r, unsigned how, UChar32 last, UChar32 cp)
{
	if (r->option)
		return (last == '/' || last == '=') && u_isalnum(cp);
	if (last == '-' && how & ROFF_LITERAL)
		return false;
	return class[last] & C_SPLIT &&
	    (u_isalnum(cp) || (last == ',' && cp == '"'));
}

/*
 * Adds a break point before cp in a word that may be too long.  Tables wide
 * enough for whole words get none.
 */
static const char *
split(const struct roff *r, unsigned how, UChar32 last, UChar32 cp,
    bool is_long)
{
	bool may;

	/* lexgrog and makewhatis, which read the source, do not know \: */
	if (r->verbatim || (r->plain && !r->argument))
		return "";
	if (r->run + roff_columns(cp) >= r->room)
		return r->cell ? ROFF_TEAR : "\\:";
	if (r->cell && is_long && last == '_' && r->run > r->room / 2)
		return ROFF_TEAR;
	if (how & ROFF_TOGETHER)
		return "";
	if (cp >= 0x2E80 || last >= 0x2E80)
		may = ideographs_part(last, cp);
	else
		may = is_long && last > 0 && last < 0x80 &&
		    may_split(r, how, last, cp);
	return may ? "\\:" : "";
}

/* Writes a run without spaces that needs escapes or break points. */
static void
put_odd(struct roff *r, unsigned how, const char *s, size_t len)
{
	bool is_long = r->run + len > LONG_WORD || r->run + len >= r->room;
	UChar32 cp, last = r->run > 0 ? r->last : 0;
	const char *between;
	size_t i = 0;

	while (i < len) {
		cp = utf8_next(s, len, &i);
		between = split(r, how, last, cp, is_long);
		buf_puts(r->out, between);
		if (*between)
			r->run = r->hard = 0;
		if (cp >= 0 && cp < 0x80)
			put_low(r, how, (unsigned char)cp);
		else
			put_high(r, cp);
		r->run += roff_columns(cp);
		/* no break after "https://" */
		last = cp == '/' && last == '/' ? 0 : cp;
		/* text that should stay together is broken before its words */
		if (cp == 0xA0 && r->cell) {
			buf_puts(r->out, ROFF_TEAR);
			r->run = r->hard = 0;
		}
	}
	r->last = last;
}

/* Breaks the line at its last space, if the rest of a word made it too long. */
static void
free_blank(struct roff *r)
{
	char *at = r->out->data + r->hard;

	*at = ' ';
	memmove(at + 1, at + 2, r->out->len - r->hard - 2);
	buf_truncate(r->out, r->out->len - 1);
	r->run -= r->held;
	r->hard = 0;
}

/* Writes a run; found: the classes of all its bytes. */
static void
put_run(struct roff *r, unsigned how, const char *s, size_t len, int found)
{
	if (r->hard && r->run + len >= r->room)
		free_blank(r);
	set_font(r, wanted(r));
	if (found & odd_here(r, how) || r->option ||
	    r->run + len > LONG_WORD ||
	    r->run + len >= r->room) {
		put_odd(r, how, s, len);
	} else {
		buf_add(r->out, s, len);
		r->run += len;
		r->last = (unsigned char)s[len - 1];
	}
	guard(r);
}

static void
put_word(struct roff *r, unsigned how, const char *s, size_t len, int found)
{
	bool begins = r->gap != GAP_NONE || r->run == 0 ||
	    (r->last >= 0 && r->last < 0x80 && class[r->last] & C_QUOTE);

	put_gap(r, s, len);
	if (r->tail && r->out->len == r->start)
		buf_putc(r->out, ' ');
	r->option = begins ? begins_option(s, len) : r->option;
	put_run(r, how, s, len, found);
}

static void
put_words(struct roff *r, unsigned how, const char *s, size_t len)
{
	const char *end = s + len, *from;
	int found;

	while (s < end) {
		for (from = s; s < end && class[(unsigned char)*s] & C_BLANK;
		     s++)
			;
		if (s > from && r->gap <= GAP_HARD)
			r->gap = how & ROFF_TOGETHER ? GAP_HARD :
			    s - from == 2 && from[0] == ' ' && from[1] == ' ' ?
			    GAP_WIDE : GAP_BLANK;
		found = 0;
		for (from = s;
		     s < end && !(class[(unsigned char)*s] & C_BLANK); s++)
			found |= class[(unsigned char)*s];
		if (s > from)
			put_word(r, how, from, (size_t)(s - from), found);
	}
}

static void
end_exact_line(struct roff *r)
{
	cut_blanks(r);
	if (at_start(r)) {
		if (r->out->len == r->opened)
			return;
		buf_puts(r->out, "\\&");
	}
	newline(r);
}

static void
put_lines(struct roff *r, unsigned how, const char *s, size_t len)
{
	const char *end = s + len, *from;
	int found;

	while (s < end) {
		found = 0;
		for (from = s; s < end && *s != '\n' && *s != '\t'; s++)
			found |= class[(unsigned char)*s];
		if (s > from)
			put_run(r, how, from, (size_t)(s - from), found);
		if (s < end && *s == '\t')
			put_run(r, how, "        ", 8 - r->run % 8, C_BLANK);
		else if (s < end)
			end_exact_line(r);
		if (s < end)
			s++;
	}
}

void
roff_text(struct roff *r, unsigned how, const char *s, size_t len)
{
	if (r->verbatim)
		put_lines(r, how, s, len);
	else
		put_words(r, how, s, len);
}

void
roff_puts(struct roff *r, unsigned how, const char *s)
{
	roff_text(r, how, s, strlen(s));
}

/* Ends the font at the end of a line of text. */
static void
end_font(struct roff *r)
{
	if (r->font == ROMAN)
		return;
	buf_truncate(r->out, r->out->len - 1);
	set_font(r, ROMAN);
	newline(r);
}

void
roff_end_line(struct roff *r)
{
	r->gap = GAP_NONE;
	if (at_start(r)) {
		end_font(r);
		return;
	}
	set_font(r, ROMAN);
	newline(r);
}

void
roff_request(struct roff *r, const char *fmt, ...)
{
	char line[80];
	va_list args;

	roff_end_line(r);
	va_start(args, fmt);
	vsnprintf(line, sizeof line, fmt, args);
	va_end(args);
	buf_putc(r->out, '.');
	buf_puts(r->out, line);
	newline(r);
}

bool
roff_take_back(struct roff *r, size_t from, size_t to)
{
	if (r->out->len != to)
		return false;
	buf_truncate(r->out, from);
	r->start = from;
	return true;
}

static void
argument_open(struct roff *r)
{
	buf_putc(r->out, ' ');
	r->start = r->out->len;
	r->run = 0;
	r->line = r->argument = true;
}

static void
argument_close(struct roff *r)
{
	size_t len = r->out->len - r->start;
	char *s;

	if (len == 0 || memchr(r->out->data + r->start, ' ', len)) {
		buf_puts(r->out, "\"\"");
		s = r->out->data + r->start;
		memmove(s + 1, s, len);
		s[0] = '"';
	}
	r->gap = GAP_NONE;
	r->line = r->argument = false;
}

static void
put_argument(struct roff *r, unsigned how, const char *s)
{
	bool plain = r->plain;

	r->plain = true;
	argument_open(r);
	roff_puts(r, how, s);
	argument_close(r);
	r->plain = plain;
}

void
roff_line_open(struct roff *r, const char *request)
{
	roff_end_line(r);
	if (request) {
		buf_putc(r->out, '.');
		buf_puts(r->out, request);
		argument_open(r);
		roff_font_push(r, ROFF_BOLD);
		r->font = wanted(r);
	}
	r->line = true;
}

/* Is there a word wider than a page? */
static bool
has_wide_word(const char *s, size_t len)
{
	size_t word = 0;

	for (size_t i = 0; i < len && word <= ROOM; i++)
		word = s[i] == ' ' ? 0 : word + 1;
	return word > ROOM;
}

/* Breaks lines at spaces, as filling would. */
static void
fold_line(char *s, size_t len)
{
	size_t start = 0, blank = 0;

	for (size_t i = 0; i < len; i++) {
		if (s[i] == ' ' && i + 1 < len && s[i + 1] != '.' &&
		    s[i + 1] != '\'')
			blank = i;
		if (i - start >= ROOM && blank > start) {
			s[blank] = '\n';
			start = blank + 1;
		}
	}
}

void
roff_names_close(struct roff *r)
{
	static const char as_it_is[] = ".nf\n";
	size_t start = r->start, len = r->out->len - start;
	bool wide = has_wide_word(buf_str(r->out) + start, len);

	if (wide) {
		fold_line(r->out->data + start, len);
		buf_puts(r->out, as_it_is);
		memmove(r->out->data + start + strlen(as_it_is),
		    r->out->data + start, len);
		memcpy(r->out->data + start, as_it_is, strlen(as_it_is));
		r->start += strlen(as_it_is);
	}
	roff_line_close(r);
	if (wide)
		roff_request(r, "fi");
}

void
roff_line_close(struct roff *r)
{
	if (r->out->len == r->start)
		buf_puts(r->out, "\\&");
	set_font(r, r->argument ? BOLD : ROMAN);
	if (r->argument) {
		roff_font_pop(r, ROFF_BOLD);
		argument_close(r);
	}
	r->font = ROMAN;
	r->gap = GAP_NONE;
	r->line = false;
	newline(r);
}

void
roff_page(struct roff *r, const char *name, const char *section,
    const char *date, const char *source, const char *manual)
{
	const char *arguments[] = {name, section, date, source, manual};
	size_t count = manual ? 5 : source ? 4 : 3;

	roff_end_line(r);
	buf_puts(r->out, ".TH");
	/* in a title "%" means the page number (groff(7), .tl) */
	r->title = true;
	for (size_t i = 0; i < count; i++)
		put_argument(r, ROFF_PROSE, arguments[i] ? arguments[i] : "");
	r->title = false;
	newline(r);
	/*
	 * Left-aligned, without hyphenation: code and names stay as they are.
	 * groff 1.23 restores the adjustment from AD after each tag and
	 * heading, and the hyphenation from HY after a link (groff_man(7)).
	 */
	roff_request(r, "if n .ad l");
	roff_request(r, "if n .ds AD l");
	roff_request(r, "nr HY 0");
	roff_request(r, "nh");
}

void
roff_item(struct roff *r, const char *mark, size_t indent)
{
	roff_end_line(r);
	buf_puts(r->out, ".IP");
	if (mark)
		put_argument(r, ROFF_PROSE, mark);
	else
		buf_puts(r->out, " \\(bu");
	buf_printf(r->out, " %zu", indent);
	newline(r);
}

void
roff_verbatim_open(struct roff *r)
{
	roff_end_line(r);
	if (!r->cell)
		roff_request(r, "nf");
	r->verbatim = true;
	r->opened = r->out->len;
}

void
roff_verbatim_close(struct roff *r)
{
	if (!at_start(r))
		end_exact_line(r);
	while (r->out->len >= r->opened + 3 &&
	    memcmp(r->out->data + r->out->len - 3, "\\&\n", 3) == 0)
		buf_truncate(r->out, r->out->len - 3);
	end_font(r);
	r->start = r->out->len;
	r->verbatim = false;
	if (!r->cell)
		roff_request(r, "fi");
}

void
roff_break(struct roff *r)
{
	if (!at_start(r))
		roff_request(r, "br");
}

void
roff_page_links(struct buf *out)
{
	buf_puts(out, ".nr UR 0\n.if n .if r U .nr UR \\nU\n");
}

static bool
is_mail(const char *href)
{
	return strncmp(href, "mailto:", 7) == 0;
}

/* The part of a link's target that is shown, the argument of .UR or .MT. */
static const char *
address(const char *href)
{
	return href + (is_mail(href) ? 7 : 0);
}

/* Adds the address, for terminals on which .UE does not show it. */
static void
put_address(struct roff *r, const char *href)
{
	bool plain = r->plain;

	buf_puts(r->out, ".if \\n(UR");
	r->plain = true;
	argument_open(r);
	buf_puts(r->out, "\\(la");
	r->run = 1;
	roff_puts(r, ROFF_LITERAL | ROFF_TOGETHER, address(href));
	argument_close(r);
	buf_puts(r->out, "\\(ra");
	newline(r);
	r->plain = plain;
}

void
roff_link_open(struct roff *r, const char *href)
{
	size_t run = r->gap == GAP_NONE ? r->run : 0;
	enum stop stop;

	if (!at_start(r)) {
		set_font(r, ROMAN);
		if (r->gap == GAP_NONE && !r->tail)
			buf_puts(r->out, "\\c");
		else if (!r->tail && (stop = stop_at_end(r)) != STOP_NONE &&
		    (stop == STOP_DOUBTFUL || r->french))
			buf_puts(r->out, "\\&");
		newline(r);
	} else {
		end_font(r);
	}
	r->gap = GAP_NONE;
	buf_puts(r->out, is_mail(href) ? ".MT" : ".UR");
	put_argument(r, ROFF_LITERAL, address(href));
	newline(r);
	/* groff 1.23 formats the link's text in an environment of its own */
	roff_request(r, "if \\n(UR .ad l");
	roff_request(r, "nh");
	r->linked = true;
	r->run = run;
	r->last = 0;
	r->opened = r->out->len;
}

void
roff_link_close(struct roff *r, const char *href)
{
	size_t len = strlen(href);

	/* the text is empty, which mandoc does not accept */
	if (r->out->len == r->opened)
		roff_puts(r, ROFF_LITERAL, href);
	roff_end_line(r);
	put_address(r, href);
	buf_puts(r->out, is_mail(href) ? ".ME" : ".UE");
	r->start = r->out->len;
	r->tail = true;
	/* the link's text is the address */
	r->run = len < LONG_WORD ? len + 2 : LONG_WORD;
	r->last = 0;
}
