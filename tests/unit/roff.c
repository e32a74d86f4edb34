/* SPDX-License-Identifier: MIT */
/* The lexis of man pages: text stays text, and comes back when it is shown. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "util/buf.h"
#include "write/man/roff.h"
#include "write/man/tbl.h"
#include "tap.h"

/* The page under test, and what it is written with: one at a time. */
static struct buf page;
static struct roff r;

static void
begin(void)
{
	buf_truncate(&page, 0);
	roff_init(&r, &page);
}

static const char *
end(void)
{
	roff_end_line(&r);
	return buf_str(&page);
}

static const char *
written(unsigned how, const char *text)
{
	begin();
	roff_puts(&r, how, text);
	return end();
}

static const char *
headed(const char *text)
{
	begin();
	roff_line_open(&r, "SH");
	roff_puts(&r, ROFF_PROSE, text);
	roff_line_close(&r);
	return end();
}

static const char *
verbatim(const char *text)
{
	begin();
	roff_verbatim_open(&r);
	roff_puts(&r, ROFF_LITERAL, text);
	roff_verbatim_close(&r);
	return end();
}

static void
test_escapes(void)
{
	is_str(written(ROFF_PROSE, "a-b 'c' \\d \"e\" ^~`"),
	    "a-b 'c' \\(rsd \"e\" \\(ha\\(ti\\(ga\n", "prose");
	is_str(written(ROFF_LITERAL, "a-b 'c' \\d \"e\" ^~`"),
	    "a\\-b \\(aqc\\(aq \\(rsd \"e\" \\(ha\\(ti\\(ga\n", "literal text");
	is_str(written(ROFF_TOGETHER, "a-b 'c' d"), "a\\-b\\~'c'\\~d\n",
	    "what is kept together");
	begin();
	r.room = 12;
	roff_puts(&r, ROFF_TOGETHER, "ab cd *");
	roff_font_push(&r, ROFF_BOLD);
	roff_puts(&r, ROFF_TOGETHER, "efghijk");
	roff_font_pop(&r, ROFF_BOLD);
	is_str(end(), "ab\\~cd *\\fBefghijk\\fR\n",
	    "what is kept together and too long for that");
	is_str(written(ROFF_PROSE, ".a"), "\\&.a\n", "a dot that opens");
	is_str(written(ROFF_PROSE, "'a"), "\\&'a\n", "a quote that opens");
	is_str(written(ROFF_PROSE, "\u00AD.a b\u00AD\u00AD'c"),
	    "\\&.a b'c\n", "a dot that opens when a soft hyphen is gone");
	is_str(verbatim("\u00AD.a\n\u00AD'b"), ".nf\n\\&.a\n\\(aqb\n.fi\n",
	    "the same in lines as they are");
	begin();
	r.cell = true;
	roff_puts(&r, ROFF_PROSE, "\u00ADT");
	roff_puts(&r, ROFF_PROSE, "} a");
	is_str(end(), "\\&T} a\n", "the end of a table's cell, in pieces");
	is_str(written(ROFF_PROSE, "\u201Ca\u201D \u2014 \u00E9\u00A0b\u00ADc"),
	    "\\(lqa\\(rq \\(em \u00E9\\~bc\n", "signs that have names");
	is_str(written(ROFF_PROSE, "a\x01z\x1B[1m\xC2\x85\xFF\xC3"),
	    "a\uFFFDz\uFFFD[1m\uFFFD\uFFFD\uFFFD\n",
	    "controls, and what is not UTF-8");
	is_str(written(ROFF_PROSE, "a\uFDD0" "b\u202E\u2066c\u200F"),
	    "a\uFFFD" "bc\u200F\n", "no character, and overrides");
	is_str(written(ROFF_PROSE, " \n a \t\n b \n"), "a b\n",
	    "white space is collapsed");
	is_str(written(ROFF_PROSE, "a \u00AD"), "a\n",
	    "no blank stays before what comes to nothing");
}

static void
test_requests(void)
{
	is_str(headed("WORD"), ".SH WORD\n", "a word as argument");
	is_str(headed("TWO \"WORDS\""), ".SH \"TWO \\(dqWORDS\\(dq\"\n",
	    "an argument with blanks and quotes");
	is_str(headed(" "), ".SH \\&\n", "an empty heading takes no text");
	begin();
	roff_page(&r, "X-Y", "7", NULL, "a b%", NULL);
	is_str(end(), ".TH X-Y 7 \"\" \"a b\\N'37'\"\n.if n .ad l\n"
	    ".if n .ds AD l\n.nr HY 0\n.nh\n",
	    "the first line");
	begin();
	roff_page(&r, "this-is-a-name-that-is-longer-than-a-line-has-room-for-"
	    "so-it-may-be-broken", "7", "2026-01-02", NULL, NULL);
	ok(strstr(end(), " 7 2026-01-02\n") != NULL, "a date is not broken");
	begin();
	roff_item(&r, "\".", 3);
	roff_item(&r, "", 3);
	roff_item(&r, NULL, 2);
	is_str(end(), ".IP \\(dq. 3\n.IP \"\" 3\n.IP \\(bu 2\n", "items");
	begin();
	roff_puts(&r, ROFF_PROSE, "see (");
	roff_link_open(&r, "http://a.b/c-d");
	roff_puts(&r, ROFF_PROSE, "text");
	roff_link_close(&r, "http://a.b/c-d");
	roff_puts(&r, ROFF_PROSE, "), \"x\". Mail ");
	roff_link_open(&r, "mailto:a@b.c");
	roff_puts(&r, ROFF_PROSE, "me");
	roff_link_close(&r, "mailto:a@b.c");
	is_str(end(), "see (\\c\n.UR http://a.b/c\\-d\n"
	    ".if \\n(UR .ad l\n.nh\ntext\n"
	    ".if \\n(UR \\(lahttp://a.b/c\\-d\\(ra\n.UE ),\n\"x\".\n"
	    "Mail\n.MT a@b.c\n.if \\n(UR .ad l\n.nh\nme\n"
	    ".if \\n(UR \\(laa@b.c\\(ra\n.ME\n",
	    "what touches a link stays with it");
}

static void
test_fonts(void)
{
	begin();
	roff_puts(&r, ROFF_PROSE, "a ");
	roff_font_push(&r, ROFF_BOLD);
	roff_puts(&r, ROFF_PROSE, "b ");
	roff_font_push(&r, ROFF_ITALIC);
	roff_puts(&r, ROFF_PROSE, "c");
	roff_font_pop(&r, ROFF_ITALIC);
	roff_font_push(&r, ROFF_VARIABLE);
	roff_puts(&r, ROFF_PROSE, "d");
	roff_font_pop(&r, ROFF_VARIABLE);
	roff_font_pop(&r, ROFF_BOLD);
	roff_puts(&r, ROFF_PROSE, ".");
	is_str(end(), "a \\fBb \\f(BIc\\fId\\fR.\n", "fonts inside fonts");
	begin();
	roff_line_open(&r, "SH");
	roff_puts(&r, ROFF_PROSE, "a ");
	roff_font_push(&r, ROFF_ITALIC);
	roff_puts(&r, ROFF_PROSE, "b");
	roff_font_pop(&r, ROFF_ITALIC);
	roff_line_close(&r);
	roff_puts(&r, ROFF_PROSE, "c");
	is_str(end(), ".SH \"a \\f(BIb\\fB\"\nc\n", "fonts inside a heading");
}

static void
test_lines(void)
{
	is_str(written(ROFF_PROSE, "One. Two? \u201CThree!\u201D (Four.) Five"),
	    "One.\nTwo?\n\\(lqThree!\\(rq\n(Four.)\nFive\n",
	    "a sentence has a line");
	is_str(written(ROFF_PROSE,
	    "One, e.g. This, by J. Smith of the U.S. Army, vs. Him. two"),
	    "One, e.g. This, by J. Smith of the U.S. Army, vs. Him. two\n",
	    "in doubt it has none");
	is_str(written(ROFF_PROSE, "One. 'Two' three"),
	    "One.\n\\&'Two' three\n", "a quoted word begins one");
	is_str(written(ROFF_PROSE, "In /etc/x.conf. And at example.org. So."),
	    "In /etc/x.conf.\nAnd at example.org.\nSo.\n",
	    "names with dots are no abbreviations");
	is_str(written(ROFF_PROSE, "one.  two. three"), "one.\ntwo. three\n",
	    "two blanks leave no doubt");
	is_str(written(ROFF_PROSE, "An ordinary text that is longer than one "
	    "line of the source ought to be, vs. extraordinary and more"),
	    "An ordinary text that is longer than one line of the source ought "
	    "to be, vs. extraordinary\nand more\n",
	    "a line does not end with a doubtful stop");
	is_str(written(ROFF_LITERAL, "http://example.org/a/rather/long/way/to/"
	    "name-a-thing"), "http://example.org/\\:a/\\:rather/\\:long/"
	    "\\:way/\\:to/\\:name\\-a\\-thing\n",
	    "a long address may be broken");
}

/* Each of them, by a sentence that would begin after it. */
static void
test_abbreviations(void)
{
	static const char *const words[] = {
		"al", "approx", "ca", "cf", "ch", "Co", "Dr", "ed", "esp",
		"etc", "fig", "Fig", "figs", "Jr", "Mr", "Mrs", "Ms", "No",
		"no", "nr", "orig", "p", "pp", "Prof", "pt", "Sr", "St", "vol",
		"Vol", "vs",
	};
	char text[40], line[48];

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		snprintf(text, sizeof text, "It is %s. Two", words[i]);
		snprintf(line, sizeof line, "%s\n", text);
		is_str(written(ROFF_PROSE, text), line, "%s. is doubtful",
		    words[i]);
	}
	begin();
	roff_puts(&r, ROFF_PROSE, "as of Dr. ");
	roff_link_open(&r, "http://a.b/");
	roff_puts(&r, ROFF_PROSE, "Who");
	roff_link_close(&r, "http://a.b/");
	is_str(end(), "as of Dr.\\&\n.UR http://a.b/\n"
	    ".if \\n(UR .ad l\n.nh\nWho\n"
	    ".if \\n(UR \\(lahttp://a.b/\\(ra\n.UE\n",
	    "nor does a line before a link end with one");
}

static void
test_verbatim(void)
{
	is_str(verbatim("\n.x\n\n'\\ y  \n\ta\tb\n -\n\n"),
	    ".nf\n\\&.x\n\\&\n\\(aq\\(rs y\n        a       b\n \\-\n.fi\n",
	    "lines as they are");
	begin();
	roff_verbatim_open(&r);
	roff_font_push(&r, ROFF_BOLD);
	roff_puts(&r, ROFF_LITERAL, "x\n");
	roff_font_pop(&r, ROFF_BOLD);
	roff_verbatim_close(&r);
	is_str(end(), ".nf\n\\fBx\\fR\n.fi\n", "no font is left behind");
}

static const char *
table(const char *cell, size_t room)
{
	struct tbl *t = tbl_new();

	buf_truncate(&page, 0);
	tbl_row(t, TBL_HEAD);
	tbl_cell(t, 'l', NULL, NULL);
	tbl_piece(t, "A\n", 2);
	tbl_cell(t, 'r', NULL, NULL);
	tbl_piece(t, "_\n", 2);
	tbl_row(t, TBL_BODY);
	tbl_cell(t, 'l', "2", NULL);
	tbl_piece(t, cell, strlen(cell));
	tbl_write(t, &page, room);
	tbl_free(t);
	return strstr(buf_str(&page), ".TS") ? strstr(buf_str(&page), ".TS")
					     : buf_str(&page);
}

static void
test_tables(void)
{
	is_str(table("b c\n", 40), ".TS\nl r\nl s.\nA\t\\&_\n_\nb c\n.TE\n",
	    "a table");
	is_str(table("b c d e f\n", 6), ".TS\nlw(1) rw(2)\nlw(1) sw(2).\n"
	    "A\t\\&_\n_\nT{\nb c d e f\nT}\n.TE\n", "a cell that is filled");
	is_str(table(ROFF_TEAR ".b" ROFF_TEAR "c\n", 40),
	    ".TS\nl r\nl s.\nA\t\\&_\n_\n\\&.bc\n.TE\n",
	    "a dot that opens when a break is gone");
	is_str(table("abcdefghij\n", 6), "A\n.br\n\\&_\n.PP\n.nf\nabcdefghij\n"
	    ".fi\n", "a table that does not fit");
}

/* ---- what must hold for any bytes ---- */

static uint32_t seed = 1;

static unsigned
any(unsigned below)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % below;
}

/* Bytes of which many mean something to roff, or nothing to anybody. */
static size_t
fill(char *s, size_t len)
{
	static const char liked[] =
	    "..''\\\\-\"`^~ \n\t*([fT{}&e\xC3\xE2\x80\xA0";

	for (size_t i = 0; i < len; i++)
		s[i] = any(2) ? liked[any(sizeof liked - 1)] : (char)any(256);
	return len;
}

/* Says what is wrong with the lines of a page that is all text. */
static const char *
fault(const char *s, bool requests)
{
	for (const char *end; (end = strchr(s, '\n')) != NULL; s = end + 1) {
		if (end == s)
			return "an empty line";
		if (end[-1] == ' ')
			return "a blank at the end";
		if (*s == '\'' || *s == ' ')
			return "a line that opens with a quote or a blank";
		if (*s == '.' && !requests)
			return "a request";
		for (; s < end; s++)
			if ((unsigned char)*s < ' ' || *s == 0x7F)
				return "a control";
	}
	return *s ? "no end of the last line" : NULL;
}

static void
test_any_bytes(void)
{
	const char *wrong = NULL;
	char s[64];

	for (int i = 0; i < 20000 && wrong == NULL; i++) {
		begin();
		for (unsigned n = any(6); n > 0; n--) {
			enum roff_font font = any(ROFF_FONTS);

			roff_text(&r, any(4), s, fill(s, any(sizeof s)));
			roff_font_push(&r, font);
			roff_text(&r, any(4), s, fill(s, any(sizeof s)));
			if (any(4) == 0)
				roff_end_line(&r);
			roff_font_pop(&r, font);
		}
		wrong = fault(end(), false);
	}
	if (!ok(wrong == NULL, "any bytes make lines of text"))
		printf("# %s in:\n# %s", wrong, buf_str(&page));
	wrong = NULL;
	for (int i = 0; i < 5000 && wrong == NULL; i++) {
		begin();
		roff_line_open(&r, any(2) ? "B" : NULL);
		roff_text(&r, any(4), s, fill(s, any(sizeof s)));
		roff_line_close(&r);
		if (strchr(buf_str(&page), '\n') !=
		    buf_str(&page) + page.len - 1)
			wrong = "more than a line";
		else
			wrong = fault(buf_str(&page), page.data[0] == '.' &&
			    page.data[1] == 'B');
	}
	if (!ok(wrong == NULL, "any bytes make one argument"))
		printf("# %s in:\n# %s", wrong, buf_str(&page));
}

/* ---- what the judges show ---- */

/* What a command prints; NULL when it cannot be run. */
static char *
output_of(const char *command)
{
	static struct buf said;
	char chunk[4096];
	size_t n;
	FILE *f = popen(command, "r");

	buf_truncate(&said, 0);
	if (f == NULL)
		return NULL;
	while ((n = fread(chunk, 1, sizeof chunk, f)) > 0)
		buf_add(&said, chunk, n);
	return pclose(f) == 0 && said.len > 0 ? said.data : NULL;
}

/* The page as a formatter shows it, between two lines of marks. */
static char *
shown(const char *formatter)
{
	char file[] = "/tmp/glossc-roff.XXXXXX", command[256];
	int fd = mkstemp(file);
	char *text = NULL, *from, *to;

	if (fd < 0)
		return NULL;
	if (write(fd, buf_str(&page), page.len) == (ssize_t)page.len) {
		snprintf(command, sizeof command, "%s %s 2>&1", formatter,
		    file);
		text = output_of(command);
	}
	close(fd);
	unlink(file);
	from = text ? strstr(text, "BEGIN\n") : NULL;
	to = from ? strstr(from, "       END") : NULL;
	if (to == NULL)
		return NULL;
	*to = '\0';
	from = strchr(from, '\n') + 1;
	/* on terminals groff 1.24 shows two for one em dash (its tty.tmac) */
	while ((to = strstr(from, "\u2014\u2014")))
		memmove(to, to + strlen("\u2014"),
		    strlen(to + strlen("\u2014")) + 1);
	return from;
}

static const struct {
	const char *name;
	const char *command;
} formatters[] = {
	{"groff", "groff -Kutf8 -man -ww -rBP=7n -Tutf8 -P-cbou"},
	{"mandoc", "mandoc -T utf8"},
};

static void
page_open(void)
{
	begin();
	roff_page(&r, "X", "7", "2020-01-01", NULL, NULL);
	roff_line_open(&r, "SH");
	roff_puts(&r, ROFF_PROSE, "X");
	roff_line_close(&r);
}

/* Lines of characters: what is shown is what was written. */
static void
test_shown(const char *name, const char *command)
{
	static const char *const samples[] = {
		"!\"#$%&'()*+,-./0123456789:;<=>?@",
		"ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`",
		"abcdefghijklmnopqrstuvwxyz{|}~",
		".TH x", "'br", "\\fBx\\fR \\n(.x \\*(lq", "x\\", "...", "''",
		"a  b   c", "--option=\"value\"", "`$(x)`",
		"\u00E9\u00DF\u00F1\u00C5\u00E6\u0142\u0151\u20AC",
		"\u03A9\u0436\u05D0\u0645", "\u4E2D\u6587\u3042",
		"\u201Cx\u201D \u2018y\u2019 \u2013\u2014\u2022\u2026\u2192",
		"x\u2011y \u2212 \u00D7 \u00B7 \u00B1 \u00BD \u2260",
		"\U0001F600", "x\uFFFDy",
	};
	struct buf expected = { 0 };
	const char *got;

	page_open();
	roff_verbatim_open(&r);
	roff_puts(&r, ROFF_LITERAL, "BEGIN\n");
	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
		roff_puts(&r, ROFF_LITERAL, samples[i]);
		roff_puts(&r, ROFF_LITERAL, "\n");
		buf_printf(&expected, "       %s\n", samples[i]);
	}
	roff_puts(&r, ROFF_LITERAL, "END\n");
	roff_verbatim_close(&r);
	end();
	got = shown(command);
	is_str(got ? got : "nothing", buf_str(&expected),
	    "%s shows lines as they were", name);
	buf_free(&expected);
}

/* Each sample is a paragraph; prose has no dash of its own in these. */
static void
test_filled(const char *name, const char *command, unsigned how)
{
	static const char *const samples[] = {
		"!\"#$%&()*+,./:;<=>?@[\\]^_`{|}~", ".x", "x.\\", "\\fB",
		"a\\&b", "^~`", "\u00E9\u4E2D\u201Cx\u201D",
	};
	struct buf expected = { 0 };
	const char *got;

	page_open();
	roff_puts(&r, ROFF_PROSE, "BEGIN");
	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
		roff_request(&r, "br");
		roff_puts(&r, how, samples[i]);
		buf_printf(&expected, "       %s\n", samples[i]);
	}
	if (how & ROFF_LITERAL) {
		roff_request(&r, "br");
		roff_puts(&r, how, "'a-b'");
		buf_puts(&expected, "       'a-b'\n");
	}
	roff_request(&r, "br");
	roff_puts(&r, ROFF_PROSE, "END");
	end();
	got = shown(command);
	is_str(got ? got : "nothing", buf_str(&expected),
	    "%s shows %s as it was", name,
	    how & ROFF_LITERAL ? "literal text" : "prose");
	buf_free(&expected);
}

static void
test_judges(void)
{
	char command[64];

	for (size_t i = 0; i < sizeof formatters / sizeof *formatters; i++) {
		const char *name = formatters[i].name;

		snprintf(command, sizeof command, "command -v %s", name);
		if (output_of(command) == NULL) {
			skip("what %s shows: there is no %s here", name, name);
			continue;
		}
		test_shown(name, formatters[i].command);
		test_filled(name, formatters[i].command, ROFF_PROSE);
		test_filled(name, formatters[i].command, ROFF_LITERAL);
	}
}

int
main(void)
{
	test_escapes();
	test_requests();
	test_fonts();
	test_lines();
	test_abbreviations();
	test_verbatim();
	test_tables();
	test_any_bytes();
	test_judges();
	buf_free(&page);
	return done_testing();
}
