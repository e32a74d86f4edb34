/* SPDX-License-Identifier: MIT */
/* The lexis of plain text: that no word is lost, and no line is too long. */
#include <stdlib.h>

#include <unicode/uchar.h>

#include "util/alloc.h"
#include "util/buf.h"
#include "write/text/fill.h"
#include "write/text/grid.h"
#include "write/text/width.h"
#include "write/utf8.h"
#include "tap.h"

/* What is filled, and into what: one at a time. */
static struct buf out;

static struct fill *
begin(int width)
{
	buf_truncate(&out, 0);
	return fill_new(&out, width, false, "en");
}

static const char *
end(struct fill *f)
{
	fill_free(f);
	return buf_str(&out);
}

static const char *
paragraph(int width, bool ascii, const char *text)
{
	struct fill *f;

	buf_truncate(&out, 0);
	f = fill_new(&out, width, ascii, "en");
	fill_puts(f, text);
	return end(f);
}

static int
widest(const char *text)
{
	int most = 0, width;

	for (; *text; text += *text == '\n') {
		width = width_of(text, strcspn(text, "\n"));
		most = width > most ? width : most;
		text += strcspn(text, "\n");
	}
	return most;
}

static bool
is_blank(UChar32 cp)
{
	return cp == ' ' || cp == '\n' || cp == '\t' || cp == 0xA0;
}

/* Both hold the same characters in the same order, blanks aside. */
static bool
same_words(const char *a, const char *b)
{
	size_t i = 0, k = 0;
	UChar32 x, y;

	for (;;) {
		do
			x = a[i] ? utf8_next(a, strlen(a + i) + i, &i) : 0;
		while (is_blank(x));
		do
			y = b[k] ? utf8_next(b, strlen(b + k) + k, &k) : 0;
		while (is_blank(y));
		if (x != y)
			return false;
		if (x == 0)
			return true;
	}
}

static bool
has_trailing_blank(const char *text)
{
	return strstr(text, " \n") != NULL;
}

static void
test_widths(void)
{
	static const struct {
		const char *text;
		int columns;
		const char *name;
	} cases[] = {
		{"word", 4, "ASCII"},
		{"\u00E9t\u00E9", 3, "Latin"},
		{"e\u0301t\u0302", 2, "combining marks"},
		{"\u4EEE\u60F3", 4, "Han"},
		{"\u30AB\u30CA", 4, "kana"},
		{"\uFF76\uFF85", 2, "halfwidth kana"},
		{"\uD55C\uAE00", 4, "Hangul"},
		{"\u1112\u1161\u11AB", 2, "Hangul in letters"},
		{"\u0E17\u0E35\u0E48", 1, "Thai vowel and tone"},
		{"\u0928\u093F", 2, "a spacing mark"},
		{"\u0639\u064E", 1, "Arabic vowel"},
		{"a\u200Bb\u2060c\uFEFF", 3, "what has no width"},
		{"\U0001F600", 2, "an emoji"},
		{"\U0001F44D\U0001F3FD", 2, "an emoji and its tone"},
		{"\U0001F468\u200D\U0001F469\u200D\U0001F467", 2, "a family"},
		{"\u2764\uFE0F", 2, "a sign made an emoji"},
		{"\U0001F1E9\U0001F1EA", 2, "a flag"},
		{"\U00020000", 2, "Han beyond the BMP"},
		{"\u2500\u2022\u201C", 3, "ambiguous is narrow"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		ok(width_of(cases[i].text, strlen(cases[i].text)) ==
		    cases[i].columns, "width: %s", cases[i].name);
}

static void
test_breaks(void)
{
	static const struct {
		int width;
		const char *text, *expected, *name;
	} cases[] = {
		{20, " a  b\n\tc ", "a b c\n", "white space collapses"},
		{20, "", "", "nothing"},
		{20, " \n\t ", "", "only blanks"},
		{9, "aaaa bbbb cccc", "aaaa bbbb\ncccc\n", "exactly full"},
		{8, "aaaa bbbb", "aaaa\nbbbb\n", "one too many"},
		{6, "a bbbbbbbbbb c", "a\nbbbbbbbbbb\nc\n", "a long word"},
		{9, "well-known", "well-\nknown\n", "a hyphen"},
		{9, "all --long-option", "all\n--long-option\n", "an option"},
		{9, "a [--long-option]", "a\n[--long-option]\n", "in brackets"},
		{9, "http://a.b/c-d-e-f", "http://a.b/c-d-e-f\n", "an address"},
		{9, "1234567-89", "1234567-89\n", "numbers"},
		{9, "yes and--no", "yes and--\nno\n", "a dash in ASCII"},
		{9, "one two\u2014six", "one two\u2014\nsix\n", "an em dash"},
		{9, "one two\u2013six", "one two\u2013\nsix\n", "an en dash"},
		{9, "one two\u2011six", "one\ntwo\u2011six\n",
		    "a hyphen that breaks nothing"},
		{10, "one \u201Ctwo six\u201D", "one \u201Ctwo\nsix\u201D\n",
		    "quotes"},
		{9, "aaaa bbbb\u00A0cc", "aaaa\nbbbb cc\n", "no-break space"},
		{9, "l'ami dort !", "l'ami\ndort !\n", "a mark alone"},
		{9, "l'ami dort ?", "l'ami\ndort ?\n", "and a question's"},
		{9, "l'ami dort :", "l'ami\ndort :\n", "and a colon"},
		{9, "l'ami dort ;", "l'ami\ndort ;\n", "and a semicolon"},
		{9, "see /etc/hosts", "see\n/etc/hosts\n", "a path"},
		{7, "\u4EEE\u60F3\u30DE\u30B7\u30F3\u3002",
		    "\u4EEE\u60F3\u30DE\n\u30B7\u30F3\u3002\n", "Han, kana"},
		{6, "\u4EEE\u60F3\u6A5F\u3002\u60F3",
		    "\u4EEE\u60F3\n\u6A5F\u3002\u60F3\n",
		    "no full stop opens a line"},
		{6, "\u0E20\u0E32\u0E29\u0E32\u0E44\u0E17\u0E22",
		    "\u0E20\u0E32\u0E29\u0E32\n\u0E44\u0E17\u0E22\n",
		    "Thai by its words"},
		{20, "a\001b\x7F\xC2\x90" "c", "a\uFFFD" "b\uFFFD\uFFFD" "c\n",
		    "controls"},
		{20, "a\x1B[31m", "a\uFFFD[31m\n", "an escape sequence"},
		{20, "a\xFF\xC3(", "a\uFFFD\uFFFD(\n", "not UTF-8"},
		{20, "a\uFDD0\U0010FFFF", "a\uFFFD\uFFFD\n",
		    "no characters"},
		{20, "a\u202E\u2066b\u2069\u202C", "ab\n", "overrides go"},
		{20, "\u05D0\u200F!", "\u05D0\u200F!\n", "a direction"},
		{20, "a\u2003b\u2028c\xC2\x85 d", "a b c d\n", "other blanks"},
		{20, "ex\u00ADample", "example\n", "a soft hyphen"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		is_str(paragraph(cases[i].width, false, cases[i].text),
		    cases[i].expected, "break: %s", cases[i].name);
}

static void
test_keeps(void)
{
	struct fill *f = begin(10);

	fill_puts(f, "aaaa ");
	fill_keep(f, FILL_TOGETHER);
	fill_puts(f, "bb cc-");
	fill_keep(f, FILL_TOGETHER);
	fill_puts(f, "dd \u4EEE\u60F3");
	fill_unkeep(f, FILL_TOGETHER);
	fill_unkeep(f, FILL_TOGETHER);
	fill_puts(f, " ee");
	is_str(end(f), "aaaa\nbb cc-dd \u4EEE\u60F3\nee\n", "keep: together");

	f = begin(10);
	fill_puts(f, "a ");
	fill_keep(f, FILL_WORDS);
	fill_puts(f, "some-very long-word");
	fill_unkeep(f, FILL_WORDS);
	fill_puts(f, " some-very");
	is_str(end(f), "a\nsome-very\nlong-word\nsome-very\n",
	    "keep: words are broken at blanks");

	f = begin(10);
	fill_puts(f, "one ");
	fill_break(f);
	fill_puts(f, " two");
	fill_break(f);
	fill_break(f);
	fill_puts(f, "three");
	is_str(end(f), "one\ntwo\n\nthree\n", "break: where it is told");
}

static void
test_margins(void)
{
	struct fill *f = begin(20);

	fill_puts(f, "term");
	fill_tight(f);
	fill_in(f, 4);
	fill_gap(f, 1);
	fill_puts(f, "what it means in a few words");
	fill_gap(f, 1);
	fill_in(f, 4);
	fill_mark(f, "1.");
	fill_gap(f, 1);
	fill_puts(f, "one two three");
	fill_out(f);
	fill_out(f);
	fill_gap(f, 2);
	fill_gap(f, 1);
	fill_puts(f, "end");
	is_str(end(f),
	    "term\n    what it means in\n    a few words\n\n"
	    "     1. one two\n        three\n\n\nend\n",
	    "margin: a term, its body, a mark, and back");

	f = begin(20);
	fill_in(f, 4);
	fill_mark(f, "1.");
	fill_in(f, 4);
	fill_mark(f, "a)");
	fill_puts(f, "one two three");
	fill_out(f);
	fill_in(f, 4);
	fill_mark(f, "b)");
	fill_out(f);
	fill_out(f);
	is_str(end(f), " 1.  a) one two\n        three\n     b)\n",
	    "mark: one in the other, and one without words");

	f = begin(20);
	fill_in(f, 4);
	fill_mark(f, "viii.");
	fill_puts(f, "one two three four");
	is_str(end(f), "viii. one two three\n    four\n",
	    "mark: wider than its place");

	f = begin(20);
	fill_puts(f, "a");
	fill_gap(f, 1);
	fill_bar(f);
	fill_puts(f, "b");
	fill_gap(f, 1);
	fill_puts(f, "c");
	fill_out(f);
	fill_gap(f, 1);
	fill_puts(f, "d");
	is_str(end(f), "a\n\n\u2502 b\n\u2502\n\u2502 c\n\nd\n",
	    "margin: a bar, and no blank beside it");

	f = begin(20);
	for (int i = 0; i < 100; i++)
		fill_in(f, 4);
	fill_puts(f, "one two three");
	is_str(end(f), "          one two\n          three\n",
	    "margin: half of the width is left");

	f = begin(20);
	fill_puts(f, "virsh ");
	fill_hang_here(f);
	fill_puts(f, "[--quiet] [--debug]");
	is_str(end(f), "virsh [--quiet]\n      [--debug]\n", "hang");
}

static void
test_verbatim(void)
{
	struct fill *f = begin(20);

	fill_verbatim(f, 4);
	fill_puts(f, "\n \n  a  b\n\tc\n\nd \n\n");
	is_str(end(f), "      a  b\n            c\n\n    d\n",
	    "verbatim: lines, blanks and tabs");

	f = begin(20);
	fill_verbatim(f, 4);
	fill_puts(f, "1234567890 1234567890 1234567890\nb");
	is_str(end(f), "1234567890 1234567890 1234567890\nb\n",
	    "verbatim: wider than the page");

	f = begin(20);
	fill_verbatim(f, 4);
	fill_puts(f, "a\u00A0b\x1B\n\u4EEE\tc");
	is_str(end(f), "    a b\uFFFD\n    \u4EEE      c\n",
	    "verbatim: widths, and nothing for the terminal");
}

/* Blanks, marks on letters, what is invisible, and Hangul's silent letter. */
static bool
is_silent(UChar32 cp)
{
	return !u_isgraph(cp) || cp == 0x110B || cp == 0x3147 ||
	    cp == 0xFFB7 ||
	    (U_MASK(u_charType(cp)) &
		(U_GC_M_MASK | U_GC_CF_MASK | U_GC_Z_MASK)) ||
	    u_hasBinaryProperty(cp, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

static void
test_ascii(void)
{
	static const struct {
		const char *text, *expected, *name;
	} cases[] = {
		{"na\u00EFve \u201Cquotes\u201D \u2014 \u2026",
		    "naive \"quotes\" -- ...\n", "Latin"},
		{"e\u0301", "e\n", "combining marks"},
		{"\u0420\u0443\u0441\u0441\u043A\u0438\u0439", "Russkij\n",
		    "Cyrillic"},
		{"\u5317\u4EAC", "bei jing\n", "Han"},
		{"\u2603\U0001F600", "<U+2603><U+1F600>\n", "no such thing"},
		{"x\u00B2 \u2192 \u2264", "x^2 -> <=\n", "signs"},
		{"\xFF", "<U+FFFD>\n", "not UTF-8"},
	};
	struct buf text = { 0 };
	int lost = 0, wide = 0;
	struct fill *f;
	size_t before;

	for (size_t n = 0; n < sizeof cases / sizeof *cases; n++)
		is_str(paragraph(40, true, cases[n].text), cases[n].expected,
		    "ascii: %s", cases[n].name);
	buf_truncate(&out, 0);
	f = fill_new(&out, 40, true, "en");
	for (UChar32 cp = 0xA1; cp < 0x20000; cp++) {
		if (is_silent(cp))
			continue;
		before = out.len;
		buf_truncate(&text, 0);
		buf_put_cp(&text, (unsigned long)cp);
		fill_puts(f, buf_str(&text));
		fill_end(f);
		if (out.len < before + 2 && ++lost < 9)
			printf("# lost U+%04X\n", (unsigned)cp);
	}
	end(f);
	for (size_t n = 0; n < out.len; n++)
		wide += (out.data[n] & 0x80) != 0;
	ok(lost == 0, "ascii: no sign nor letter is lost");
	ok(wide == 0, "ascii: and all is ASCII");
	buf_free(&text);
}

/* What is kept of an ideograph is what ICU makes of it among others. */
static void
test_ideographs(void)
{
	struct buf alone = { 0 }, mixed = { 0 };
	char *kept;

	for (UChar32 cp = 0x3400; cp < 0x9FA0; cp += 61)
		if (u_hasBinaryProperty(cp, UCHAR_UNIFIED_IDEOGRAPH))
			buf_put_cp(&alone, (unsigned long)cp);
	buf_puts(&mixed, buf_str(&alone));
	buf_puts(&mixed, "\u00E9");
	kept = gloss_strdup(paragraph(0, true, buf_str(&alone)));
	kept[strlen(kept) - 1] = '\0';
	buf_truncate(&alone, 0);
	buf_printf(&alone, "%se\n", kept);
	is_str(paragraph(0, true, buf_str(&mixed)), buf_str(&alone),
	    "ascii: ideographs alone are spelled as among other letters");
	free(kept);
	buf_free(&alone);
	buf_free(&mixed);
}

/* The same numbers in each run. */
static unsigned
roll(unsigned *seed, unsigned sides)
{
	*seed = *seed * 1103515245 + 12345;
	return (*seed >> 16) % sides;
}

static const char *
random_text(unsigned seed, struct buf *text)
{
	static const char *const bits[] = {
		"a", "be", "word", "hyper", "-", "--", ",", ".", "(", ")", "/",
		"'", "7", "_", " ", " ", " ", " ", "\n", "\u00E9", "\u2014",
		"\u201C", "\u201D", "\u00A0", "\u4EEE", "\u30B7", "\u3002",
		"e\u0301", "\U0001F600", "\u0E17\u0E35\u0E48", "\u05D0", "!",
	};
	/* half of them in ASCII */
	unsigned sides = roll(&seed, 2) ? 19 : sizeof bits / sizeof *bits;

	buf_truncate(text, 0);
	for (int i = 0; i < 200; i++)
		buf_puts(text, bits[roll(&seed, sides)]);
	return buf_str(text);
}

static void
test_random(void)
{
	struct buf text = { 0 }, sub = { 0 };
	int lost = 0, cut = 0, blanks = 0, far = 0, min, max;
	struct fill *f, *cell;

	for (unsigned seed = 1; seed <= 500; seed++) {
		random_text(seed, &text);
		f = begin(72);
		buf_truncate(&sub, 0);
		cell = fill_sub(f, &sub, 0);
		fill_puts(cell, buf_str(&text));
		fill_extent(cell, &min, &max);
		fill_free(cell);
		far += widest(buf_str(&sub)) > max;
		end(f);

		/* as narrow as it could be, and in between */
		for (int w = min; w <= max; w += 1 + (max - min) / 3) {
			paragraph(w, false, buf_str(&text));
			lost += !same_words(buf_str(&out), buf_str(&text));
			cut += widest(buf_str(&out)) > w;
			blanks += has_trailing_blank(buf_str(&out));
		}
	}
	ok(lost == 0, "random: each character comes back, in order");
	ok(cut == 0, "random: no line is wider than its widest piece");
	ok(blanks == 0, "random: no blanks at the end of a line");
	ok(far == 0, "random: nothing is wider than it was said to be");
	buf_free(&text);
	buf_free(&sub);
}

/*
 * Two columns of these words, of which the first is said to reach over so many
 * rows; returns whether they fit.
 */
static bool
draw_table(int width, const char *const words[4], enum grid_align align,
    long reach)
{
	struct fill *f = begin(width), *cell;
	struct grid *g = grid_new();
	bool fits;
	int min, max;

	for (size_t i = 0; i < 4; i++) {
		if (i % 2 == 0)
			grid_row(g, i == 0 ? GRID_HEAD : GRID_BODY);
		cell = fill_sub(f,
		    grid_content(g, grid_cell(g, align, 1, i ? 1 : reach)), 0);
		fill_puts(cell, words[i]);
		fill_extent(cell, &min, &max);
		fill_free(cell);
		grid_measure(g, min, max);
	}
	fits = grid_fit(g, width);
	for (size_t i = 0; fits && i < 4; i++) {
		cell = fill_sub(f, grid_content(g, i), grid_cell_width(g, i));
		fill_puts(cell, words[i]);
		fill_free(cell);
	}
	if (fits)
		grid_draw(g, f);
	else
		fill_puts(f, grid_label(g, 3));
	grid_free(g);
	end(f);
	return fits;
}

#define RULE20                                                            \
	"\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500"    \
	"\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\n"

static void
test_grid(void)
{
	static const char *const words[] = {
		"A", "Meaning", "1", "one two three four"
	};
	static const char *const longer[] = {
		"Name", "Meaning", "http://example.org/", "unbreakable"
	};

	ok(draw_table(20, words, GRID_LEFT, 1), "grid: it fits");
	is_str(buf_str(&out),
	    RULE20 "A  Meaning\n" RULE20
	    "1  one two three\n   four\n" RULE20,
	    "grid: a wide column is wrapped");
	ok(draw_table(20, words, GRID_LEFT, 2), "grid: it fits");
	is_str(buf_str(&out),
	    RULE20 "A  Meaning\n" RULE20
	    "1  one two three\n   four\n" RULE20,
	    "grid: no head reaches into the body");
	ok(draw_table(20, words, GRID_RIGHT, 1), "grid: it fits");
	is_str(buf_str(&out),
	    RULE20 "A            Meaning\n" RULE20
	    "1      one two three\n                four\n" RULE20,
	    "grid: flush right");
	ok(!draw_table(20, longer, GRID_LEFT, 1), "grid: it cannot fit");
	is_str(buf_str(&out), "Meaning\n", "grid: a cell's label is its head");
}

int
main(void)
{
	test_widths();
	test_breaks();
	test_keeps();
	test_margins();
	test_verbatim();
	test_ascii();
	test_ideographs();
	test_random();
	test_grid();
	buf_free(&out);
	return done_testing();
}
