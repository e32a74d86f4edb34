/* SPDX-License-Identifier: MIT */
/* Texinfo's lexis: text, names, arguments, lines. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include <unicode/uchar.h>

#include "write/utf8.h"
#include "texi.h"

/* Columns of source lines, and of lines in an example. */
enum { WIDTH = 72, EXAMPLE_WIDTH = 70, TAB = 8 };

/* Columns of a name in a menu. */
enum { MENU_COLUMN = 30 };

/* Maximum length of a name: some Info readers truncate longer ones. */
enum { NAME_MAX_BYTES = 200 };

#define REPLACEMENT "\uFFFD"

enum class {
	PLAIN,
	BLANK,
	ESCAPED,
	COMMA,
	QUOTE,
	HYPHEN,
	HASH,
	COLON,
	CONTROL,
	WIDE
};

static const unsigned char classes[256] = {
	[0 ... '\t' - 1] = CONTROL, ['\t' ... '\n'] = BLANK,
	['\n' + 1 ... '\r' - 1] = CONTROL, ['\r'] = BLANK,
	['\r' + 1 ... ' ' - 1] = CONTROL,
	[' '] = BLANK, ['#'] = HASH, [':'] = COLON, ['\''] = QUOTE,
	[','] = COMMA, ['-'] = HYPHEN, ['@'] = ESCAPED, ['`'] = QUOTE, ['{'] = ESCAPED,
	['}'] = ESCAPED, [127] = CONTROL, [128 ... 255] = WIDE,
};

static enum class
class_of(char c)
{
	return (enum class)classes[(unsigned char)c];
}

static bool
is_blank(int c)
{
	return c == ' ' || c == '\n';
}

static bool
at_start(const struct texi *t)
{
	return t->out->len == 0 || buf_last(t->out) == '\n';
}

static void
newline(struct texi *t)
{
	buf_putc(t->out, '\n');
	t->line = t->out->len;
	t->blank = 0;
	t->column = 0;
}

/* The length of the "@command{" that ends at len; 0: none. */
static size_t
command_before(const struct buf *b, size_t len)
{
	size_t at = len - 1;

	if (b->data[at] != '{')
		return 0;
	while (at > 0 && isalpha((unsigned char)b->data[at - 1]))
		at--;
	return at > 0 && at < len - 1 && b->data[at - 1] == '@' ? len - at + 1
								: 0;
}

/* Compares without regard to case; a space matches a newline. */
static bool
is_letter(char written, char c)
{
	if (c == ' ')
		return is_blank(written);
	return written == c ||
	    (islower((unsigned char)c) && tolower((unsigned char)written) == c);
}

/*
 * Does the visible text end with these words?  In Info @strong is a star, and
 * other commands are quotes or nothing.
 */
static bool
shows_last(const struct buf *b, const char *words)
{
	static const char strong[] = "@strong{";
	size_t left = strlen(words), len = b->len;

	while (left > 0 && len > 0) {
		size_t command = command_before(b, len);

		if (command == strlen(strong) && words[left - 1] == '*' &&
		    memcmp(b->data + len - command, strong, command) == 0)
			left--;
		else if (command == 0 && is_letter(b->data[len - 1],
		    words[left - 1]))
			left--;
		else if (command == 0 && b->data[len - 1] != '}')
			return false;
		len -= command ? command : 1;
	}
	return left == 0;
}

/*
 * Info has no escape for text that looks like a reference, a menu or, to
 * install-info, an entry of the directory.  An invisible word joiner is put
 * before the character that would complete it; not in the index, whose words
 * users type, and where an asterisk begins the line.
 */
static void
disarm(struct texi *t, const char *words)
{
	static const char cindex[] = "@cindex ";

	if (shows_last(t->out, words) && !t->verbatim && !(t->single &&
	    strncmp(buf_str(t->out) + t->line, cindex, strlen(cindex)) == 0))
		buf_puts(t->out, "\u2060");
}

/*
 * No word joiner in code, which readers copy: there a false reference does
 * little harm.
 */
static void
disarm_note(struct texi *t)
{
	int last = buf_last(t->out);

	if (!t->code && (last == 'e' || last == 'E' || last == '}'))
		disarm(t, "*note");
}

/* Breaks a line that is too long at its last space. */
static void
wrap(struct texi *t, size_t end)
{
	if (end - t->line <= WIDTH || t->blank <= t->line)
		return;
	t->out->data[t->blank] = '\n';
	t->line = t->blank + 1;
	t->blank = 0;
}

/* After a space: breaks the line before the last word, or notes the space. */
static void
note_blank(struct texi *t, size_t at)
{
	if (t->single)
		return;
	wrap(t, at);
	t->blank = at;
}

/* White space in filled text. */
static void
put_blank(struct texi *t)
{
	if (at_start(t) || buf_last(t->out) == ' ')
		return;
	disarm_note(t);
	buf_putc(t->out, ' ');
	note_blank(t, t->out->len - 1);
}

void
texi_cut(struct texi *t, size_t start)
{
	buf_truncate(t->out, start);
	if (t->bound > start)
		t->bound = 0;
	if (t->blank >= start)
		t->blank = 0;
	if (t->line > start)
		for (t->line = start; t->line > 0; t->line--)
			if (t->out->data[t->line - 1] == '\n')
				break;
}

/* Moves white space before the commands just opened; not in code. */
static void
put_blank_outside(struct texi *t)
{
	const struct buf *b = t->out;
	size_t start = b->len, command;
	struct buf opened = { 0 };

	while (!t->argument && !t->code && start > 0 &&
	    (command = command_before(b, start)) > 0)
		start -= command;
	buf_add(&opened, b->data + start, b->len - start);
	texi_cut(t, start);
	put_blank(t);
	buf_add(t->out, buf_str(&opened), opened.len);
	buf_free(&opened);
}

/* Writes a word and the space after it; returns the length of both. */
static size_t
put_word(struct texi *t, const char *word, size_t len, bool blank)
{
	buf_add(t->out, word, len);
	t->column += len;
	if (blank) {
		disarm_note(t);
		buf_putc(t->out, ' ');
		note_blank(t, t->out->len - 1);
	}
	return len + blank;
}

static void
put_verbatim_blank(struct texi *t, char c)
{
	if (c == '\n') {
		newline(t);
		return;
	}
	do {
		buf_putc(t->out, ' ');
		t->column++;
	} while (c == '\t' && t->column % TAB != 0);
}

/*
 * Writes a character that is special in Texinfo.  "#" at the start of a line is
 * a directive of makeinfo; quotes and pairs of dashes are converted unless
 * written by number.
 */
static void
put_special(struct texi *t, char c)
{
	int last = buf_last(t->out);

	switch (class_of(c)) {
	case ESCAPED:
		buf_putc(t->out, '@');
		buf_putc(t->out, c);
		break;
	case COMMA:
		buf_puts(t->out, t->argument ? "@comma{}" : ",");
		break;
	case QUOTE:
		if (t->code)
			buf_putc(t->out, c);
		else
			buf_puts(t->out, c == '`' ? "@U{0060}" : "@U{0027}");
		break;
	case COLON:
		disarm(t, "* menu");
		buf_putc(t->out, c);
		break;
	case HYPHEN:
		if (last == 'R' || last == '}')
			disarm(t, "INFO-DIR");
		buf_puts(t->out, !t->code && last == '-' ? "@U{002D}" : "-");
		break;
	case HASH:
		buf_puts(t->out,
		    at_start(t) || last == ' ' ? "@hashchar{}" : "#");
		break;
	default:
		buf_puts(t->out, REPLACEMENT);
	}
}

/*
 * Decodes a non-ASCII character and its length; returns a negative value if it
 * must not be shown.
 */
static UChar32
wide(const char *utf8, size_t len, size_t *length)
{
	UChar32 cp;

	*length = 0;
	cp = utf8_next(utf8, len, length);
	return utf8_is_bad(cp) ? -1 : cp;
}

static bool
is_wide(UChar32 cp)
{
	int width = cp < 0x1100 ? U_EA_NEUTRAL :
	    u_getIntPropertyValue(cp, UCHAR_EAST_ASIAN_WIDTH);

	return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

/* Where the last character begins, if makeinfo would break the line after it. */
static size_t
wide_before(const struct texi *t)
{
	size_t at = t->out->len, next;

	while (at > t->line && at > t->out->len - 4 &&
	    (t->out->data[at - 1] & 0xC0) == 0x80)
		at--;
	next = at > t->line ? --at : at;
	return at < t->out->len && is_wide(utf8_next(t->out->data,
	    t->out->len, &next)) ? at : t->out->len;
}

/*
 * Is it a wide opening mark, or what may not begin a line (UAX #14), after a wide
 * character: closing marks, those of Latin quotations too, and small kana?
 */
static bool
is_bound(const struct texi *t, UChar32 cp, bool *opens)
{
	int line_break;

	*opens = false;
	if (cp != 0x2019 && cp != 0x201D) {
		if (!is_wide(cp))
			return false;
		line_break = u_getIntPropertyValue(cp, UCHAR_LINE_BREAK);
		*opens = line_break == U_LB_OPEN_PUNCTUATION;
		if (*opens)
			return true;
		if (line_break != U_LB_CLOSE_PUNCTUATION &&
		    line_break != U_LB_EXCLAMATION &&
		    line_break != U_LB_NONSTARTER &&
		    line_break != U_LB_CONDITIONAL_JAPANESE_STARTER)
			return false;
	}
	return (t->bound > 0 && t->bound == t->out->len) ||
	    wide_before(t) < t->out->len;
}

/*
 * makeinfo breaks lines before and after each wide character.  @w{} forbids
 * that: it holds an opening mark, and what may not begin a line with the
 * character before it.
 */
static void
put_bound(struct texi *t, UChar32 cp, bool opens)
{
	size_t start = t->out->len;
	struct buf before = { 0 };

	if (!opens && t->bound > 0 && t->bound == start) {
		buf_truncate(t->out, start - 1);
	} else {
		start = opens ? start : wide_before(t);
		buf_add(&before, t->out->data + start, t->out->len - start);
		buf_truncate(t->out, start);
		buf_printf(t->out, "@w{%s", buf_str(&before));
		buf_free(&before);
	}
	buf_put_cp(t->out, (unsigned long)cp);
	buf_putc(t->out, '}');
	t->bound = t->out->len;
}

static void
put_wide(struct texi *t, UChar32 cp)
{
	bool opens;

	if (utf8_is_scope(cp))
		return;
	t->column++;
	if (!t->verbatim && !t->single && !t->argument && !t->grid &&
	    is_bound(t, cp, &opens))
		put_bound(t, cp, opens);
	else
		buf_put_cp(t->out, cp < 0 ? 0xFFFD : (unsigned long)cp);
}

static bool
ends_with(const struct buf *b, const char *s)
{
	size_t len = strlen(s);

	return b->len >= len && memcmp(b->data + b->len - len, s, len) == 0;
}

/* Info takes "*Note" for a reference, so another font is used for it. */
static void
avoid_note(struct texi *t, const char *utf8, size_t len)
{
	static const char strong[] = "@strong{";

	if (len < 4 || strncasecmp(utf8, "note", 4) != 0 ||
	    !ends_with(t->out, strong))
		return;
	texi_cut(t, t->out->len - strlen(strong));
	texi_open(t, "emph");
}

void
texi_text(struct texi *t, const char *utf8, size_t len)
{
	size_t i = 0, run;

	avoid_note(t, utf8, len);

	while (i < len) {
		for (run = i; run < len && class_of(utf8[run]) == PLAIN;)
			run++;
		if (run > i) {
			i += put_word(t, utf8 + i, run - i,
			    run < len && utf8[run] == ' ' && !t->verbatim);
			continue;
		}
		if (class_of(utf8[i]) == WIDE) {
			put_wide(t, wide(utf8 + i, len - i, &run));
			i += run;
		} else if (class_of(utf8[i]) != BLANK) {
			put_special(t, utf8[i++]);
			t->column++;
		} else if (t->verbatim) {
			put_verbatim_blank(t, utf8[i++]);
		} else if (buf_last(t->out) == '{') {
			put_blank_outside(t);
			i++;
		} else {
			put_blank(t);
			i++;
		}
	}
}

void
texi_puts(struct texi *t, const char *utf8)
{
	texi_text(t, utf8, strlen(utf8));
}

/*
 * Characters written by number are exact in Info and HTML.  TeX does not know
 * such numbers for ASCII; this defines them.
 */
void
texi_quotes(struct texi *t)
{
	static const char *const names[] = {
		"0027", "\\char39 ", "002D", "\\char45 ", "0060", "\\char96 "};

	texi_command(t, "@tex");
	for (size_t i = 0; i < sizeof names / sizeof *names; i += 2) {
		buf_printf(t->out,
		    "\\expandafter\\gdef\\csname uni:%s\\endcsname{%s}",
		    names[i], names[i + 1]);
		newline(t);
	}
	texi_command(t, "@end tex");
}

/* Lines. */

static void
trim(struct texi *t)
{
	size_t len = t->out->len;

	while (len > 0 && t->out->data[len - 1] == ' ')
		len--;
	texi_cut(t, len);
}

/* Is the last byte before len the brace of a command, not text? */
static bool
is_end(const struct buf *b, size_t len)
{
	size_t at = len - 1;

	while (at > 0 && b->data[at - 1] == '@')
		at--;
	return b->data[len - 1] == '}' && (len - at) % 2 == 1;
}

/* The start of the first line, up to end, with visible characters. */
static size_t
first_line(const struct buf *b, size_t start, size_t end)
{
	size_t at = start;

	while (at < end) {
		if (b->data[at] == '\n') {
			start = ++at;
		} else if (b->data[at] == '@' &&
		    isalpha((unsigned char)b->data[at + 1])) {
			while (isalpha((unsigned char)b->data[++at]))
				;
			if (b->data[at++] != '{')
				break;
		} else if (b->data[at++] != ' ') {
			break;
		}
	}
	return start;
}

/*
 * Trims an example, so that its first and last lines have visible characters.
 */
static void
trim_lines(struct texi *t)
{
	const struct buf *b = t->out;
	size_t len = b->len, ends = 0, first;
	struct buf example = { 0 };

	for (; len > t->head; len--)
		if (is_end(b, len))
			ends++;
		else if (!is_blank(b->data[len - 1]))
			break;
	first = first_line(b, t->head, len);
	for (size_t at = t->head; at < first; at++)
		if (!is_blank(b->data[at]))
			buf_putc(&example, b->data[at]);
	buf_add(&example, b->data + first, len - first);
	texi_cut(t, t->head);
	buf_add(t->out, buf_str(&example), example.len);
	while (ends-- > 0)
		buf_putc(t->out, '}');
	buf_free(&example);
}

void
texi_end(struct texi *t)
{
	if (t->verbatim) {
		trim_lines(t);
	} else {
		trim(t);
		disarm_note(t);
		wrap(t, t->out->len);
	}
	if (!at_start(t))
		newline(t);
}

void
texi_gap(struct texi *t)
{
	const struct buf *b = t->out;

	if (b->len == t->head)
		return;
	texi_end(t);
	if (b->len > 1 && b->data[b->len - 2] != '\n')
		newline(t);
}

void
texi_blank_line(struct texi *t)
{
	texi_end(t);
	newline(t);
	t->head = t->out->len;
}

void
texi_join(struct texi *t)
{
	t->head = t->out->len;
}

void
texi_next_line(struct texi *t)
{
	if (t->out->len > t->head)
		texi_head(t, "@*");
}

void
texi_command(struct texi *t, const char *command)
{
	texi_end(t);
	buf_puts(t->out, command);
	newline(t);
}

void
texi_head(struct texi *t, const char *command)
{
	texi_command(t, command);
	t->head = t->out->len;
}

void
texi_open_line(struct texi *t, const char *command)
{
	texi_end(t);
	t->single = true;
	buf_puts(t->out, command);
	buf_putc(t->out, ' ');
}

/* makeinfo requires an argument, which may be empty. */
void
texi_close_line(struct texi *t)
{
	trim(t);
	if (memchr(t->out->data + t->line, ' ', t->out->len - t->line) == NULL)
		buf_puts(t->out, " @asis{}");
	t->single = false;
	newline(t);
	t->head = t->out->len;
}

void
texi_line(struct texi *t, const char *command, const char *argument)
{
	texi_open_line(t, command);
	texi_puts(t, argument);
	texi_close_line(t);
}

void
texi_break(struct texi *t)
{
	if (t->verbatim) {
		newline(t);
	} else if (t->single && t->hung) {
		trim(t);
		buf_putc(t->out, '\n');
	} else if (t->single) {
		put_blank(t);
	} else {
		disarm_note(t);
		buf_puts(t->out, "@*");
		newline(t);
	}
}

/* Braces. */

void
texi_open(struct texi *t, const char *command)
{
	buf_printf(t->out, "@%s{", command);
}

void
texi_close(struct texi *t, const char *command)
{
	size_t name = strlen(command), len = t->out->len;
	const char *data = t->out->data;

	while (!t->verbatim && len > 0 && is_blank(data[len - 1]))
		len--;
	if (len < name + 2 || data[len - 1] != '{' ||
	    data[len - name - 2] != '@' ||
	    memcmp(data + len - name - 1, command, name) != 0) {
		bool blank = buf_last(t->out) == ' ' && !t->verbatim &&
		    !t->code && strcmp(command, "code") != 0 &&
		    !t->argument;

		if (blank)
			trim(t);
		buf_putc(t->out, '}');
		if (blank)
			put_blank(t);
		return;
	}
	if (len == t->out->len) {
		texi_cut(t, len - name - 2);
	} else {
		texi_cut(t, len - name - 2);
		put_blank(t);
	}
}

void
texi_part(struct texi *t)
{
	buf_putc(t->out, ',');
}

/* Names and references. */

static bool
is_dropped(char c, bool node)
{
	return (node && c == '.') || class_of(c) == CONTROL;
}

static void
add_name_blank(struct buf *name, size_t start)
{
	if (name->len > start && buf_last(name) != ' ')
		buf_putc(name, ' ');
}

/* A name that begins with a parenthesis would refer to another manual. */
static void
drop_parentheses(struct buf *name, size_t start)
{
	struct buf whole = { 0 };

	if (name->len == start || name->data[start] != '(')
		return;
	buf_add(&whole, name->data + start, name->len - start);
	buf_truncate(name, start);
	for (const char *s = whole.data; *s; s++) {
		if (*s == ' ')
			add_name_blank(name, start);
		else if (*s != '(' && *s != ')')
			buf_putc(name, *s);
	}
	buf_free(&whole);
}

void
texi_name(struct buf *name, const char *utf8, bool node)
{
	size_t start = name->len, len = strlen(utf8), run;
	UChar32 cp;

	for (size_t i = 0; i < len && name->len - start < NAME_MAX_BYTES;
	     i += run) {
		run = 1;
		cp = class_of(utf8[i]) == WIDE ? wide(utf8 + i, len - i, &run)
					       : utf8[i];
		/* these separate words, so they become a space */
		if (cp >= 0 && (u_isUWhiteSpace(cp) || cp == ':' || cp == ','))
			add_name_blank(name, start);
		else if (cp >= 0 && !utf8_is_scope(cp) &&
		    !is_dropped(utf8[i], node))
			buf_add(name, utf8 + i, run);
	}
	drop_parentheses(name, start);
	if (name->len > start && buf_last(name) == ' ')
		buf_truncate(name, name->len - 1);
}

/* Keeps makeinfo from converting quotes and dashes in a name. */
static void
put_name(struct texi *t, const char *name)
{
	for (; *name; name++) {
		if (class_of(*name) == ESCAPED)
			buf_putc(t->out, '@');
		buf_putc(t->out, *name);
	}
}

void
texi_file(struct texi *t, const char *name)
{
	texi_open_line(t, "@setfilename");
	put_name(t, name);
	buf_puts(t->out, ".info");
	texi_close_line(t);
}

void
texi_node(struct texi *t, const char *name)
{
	texi_open_line(t, "@node");
	put_name(t, name);
	texi_close_line(t);
}

void
texi_anchor(struct texi *t, const char *name)
{
	texi_end(t);
	buf_puts(t->out, "@anchor{");
	put_name(t, name);
	buf_putc(t->out, '}');
	newline(t);
	t->head = t->out->len;
}

void
texi_open_entry(struct texi *t, const char *name, bool manual)
{
	struct buf label = { 0 };
	size_t end;

	texi_open_line(t, "*");
	end = t->out->len + MENU_COLUMN;
	if (manual) {
		texi_name(&label, name, false);
		put_name(t, buf_str(&label));
		buf_puts(t->out, ": (");
		put_name(t, name);
		buf_puts(t->out, ").");
		buf_free(&label);
	} else {
		put_name(t, name);
		buf_puts(t->out, "::");
	}
	do
		buf_putc(t->out, ' ');
	while (t->out->len < end);
}

static bool
same(const struct buf *words, const char *name)
{
	return strcmp(buf_str(words), name) == 0;
}

/*
 * Are the words of a reference its name, apart from characters that a name
 * cannot have?  *exactly: without exception.  Words with markup never are.
 */
static bool
is_name(const char *label, const char *name, bool *exactly)
{
	struct texi plain = { 0 };
	struct buf words = { 0 }, made = { 0 };
	bool result;

	/* the name, escaped as in a label */
	plain.out = &words;
	plain.argument = 1;
	plain.single = true;
	texi_puts(&plain, name);
	*exactly = same(&words, label);
	texi_name(&made, label, false);
	result = *exactly || same(&made, buf_str(&words));
	buf_free(&words);
	buf_free(&made);
	return result;
}

/* manual: name of another manual, made by texi_name(); or NULL */
static void
put_link(struct texi *t, const char *name, const char *label,
    const char *manual)
{
	buf_puts(t->out, "@ref{");
	put_name(t, name);
	if (label || manual)
		buf_printf(t->out, ",,%s", label ? label : "");
	if (manual) {
		buf_putc(t->out, ',');
		put_name(t, manual);
	}
	buf_putc(t->out, '}');
}

bool
texi_joined(const struct texi *t)
{
	const char *data = t->out->data;

	for (size_t i = t->out->len; i > 0 && !is_blank(data[i - 1]); i--)
		if (data[i - 1] == ':' || data[i - 1] == '}')
			return true;
	return false;
}

/*
 * Removes the words written since start, as one trimmed line; returns false if
 * there are none.
 */
static void
take_words(struct texi *t, size_t start, struct buf *words, bool *before,
    bool *after)
{
	const char *s = buf_str(t->out) + start;
	size_t len = t->out->len - start;

	*before = len > 0 && is_blank(s[0]);
	*after = len > 0 && is_blank(s[len - 1]);
	for (; len > 0 && is_blank(s[0]); s++)
		len--;
	while (len > 0 && is_blank(s[len - 1]))
		len--;
	buf_add(words, s, len);
	for (size_t i = 0; i < words->len; i++)
		if (words->data[i] == '\n')
			words->data[i] = ' ';
	texi_cut(t, start);
}

/* In Info a colon ends a label, and a full stop the name after one. */
static void
put_bare(struct texi *t, const char *name, const char *label,
    const char *manual)
{
	bool hard = strchr(label, ':') || strchr(name, '.');
	bool exactly, named = is_name(label, name, &exactly);

	if (*label == '\0' || (named && (exactly || hard))) {
		put_link(t, name, NULL, manual);
	} else if (!hard) {
		put_link(t, name, label, manual);
	} else {
		buf_printf(t->out, "%s (", label);
		put_link(t, name, NULL, manual);
		buf_putc(t->out, ')');
	}
}

/*
 * Moves brackets out of the link: otherwise the full stop that makeinfo puts
 * after the name would look like that of a sentence.
 */
static void
put_labelled(struct texi *t, const char *name, struct buf *label,
    const char *manual)
{
	bool bracketed = label->len > 2 && label->data[0] == '[' &&
	    strchr(label->data, ']') == label->data + label->len - 1;

	if (bracketed)
		buf_truncate(label, label->len - 1);
	buf_puts(t->out, bracketed ? "[" : "");
	put_bare(t, name, buf_str(label) + bracketed, manual);
	buf_puts(t->out, bracketed ? "]" : "");
}

void
texi_reference(struct texi *t, size_t start, const char *name,
    const char *manual)
{
	struct buf label = { 0 }, file = { 0 };
	bool before, after;

	if (manual) {
		texi_name(&file, manual, false);
		manual = buf_str(&file);
	}
	take_words(t, start, &label, &before, &after);
	if (before)
		put_blank(t);
	/* unless nothing would remain */
	if (*name && (manual == NULL || *manual))
		put_labelled(t, name, &label, manual);
	else
		buf_puts(t->out, buf_str(&label));
	if (after)
		put_blank(t);
	buf_free(&label);
	buf_free(&file);
}

/* Breaks lines of typed text in an example, where no brace is open. */

/* The length of one visible character, and its width in *width. */
static size_t
shown(const char *s, size_t *width)
{
	size_t len = 1;

	*width = 1;
	if (s[0] == '}') {
		*width = 0;
	} else if (s[0] == '@' && strchr("@{}", s[1])) {
		len = 2;
	} else if (s[0] == '@') {
		len = strcspn(s, "{") + 1;
		*width = 0;
	} else {
		while ((s[len] & 0xC0) == 0x80)
			len++;
	}
	return len;
}

void
texi_hang(struct texi *t, size_t start, size_t hang)
{
	struct buf line = { 0 };
	const char *s, *word;
	size_t column = 0, width, wide, depth = 0, len;

	buf_add(&line, buf_str(t->out) + start, t->out->len - start);
	texi_cut(t, start);
	for (word = s = buf_str(&line), wide = 0;; s += len) {
		if (*s == '\0' || *s == '\n' || (*s == ' ' && depth == 0)) {
			if (column > hang && column + wide > EXAMPLE_WIDTH) {
				trim(t);
				newline(t);
				buf_printf(t->out, "%*s", (int)hang, "");
				column = hang;
			}
			buf_add(t->out, word, (size_t)(s - word));
			column += wide;
			if (*s == '\0')
				break;
			if (*s == '\n') {
				trim(t);
				newline(t);
				buf_printf(t->out, "%*s", (int)hang, "");
				column = hang;
				len = 1 + strspn(s + 1, " ");
			} else {
				buf_putc(t->out, ' ');
				column++;
				len = 1;
			}
			word = s + len;
			wide = 0;
			continue;
		}
		len = shown(s, &width);
		if (width == 0)
			depth += *s == '@' ? 1 : (size_t)-1;
		wide += width;
	}
	buf_free(&line);
}
