/* SPDX-License-Identifier: MIT */
/* What must hold for outputs, whatever the input was. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "write/utf8.h"
#include "fuzz.h"

void
promise(bool good, const char *what, const struct buf *output)
{
	if (good)
		return;
	fprintf(stderr, "not so: %s, in\n%s\n", what,
	    output ? buf_str(output) : "");
	abort();
}

static bool
is_in(const char *const *list, size_t count, const char *s, size_t len)
{
	for (size_t i = 0; i < count; i++)
		if (strlen(list[i]) == len && memcmp(list[i], s, len) == 0)
			return true;
	return false;
}

#define IS_IN(list, s, len) \
	is_in(list, sizeof list / sizeof *(list), s, len)

void
judge_bytes(const struct buf *output, bool tabs)
{
	const char *s = buf_str(output);
	size_t i = 0;

	while (i < output->len) {
		UChar32 cp = utf8_next(s, output->len, &i);

		promise(cp >= 0, "the output is UTF-8", output);
		promise((cp >= ' ' && cp < 0x7F) || cp >= 0xA0 || cp == '\n' ||
		    (tabs && cp == '\t'), "the output has no controls",
		    output);
	}
}

/* ---- man ---- */

static const char *const requests[] = {
	"B", "HP", "IP", "ME", "MT", "PD", "PP", "RE", "RS", "SH", "SS", "TE",
	"TH", "TP", "TS", "UE", "UR", "br", "ce", "ds", "fi", "if", "nf", "nh",
	"nr",
};

static const char *const roff_escapes[] = {
	"&", "(aq", "(bu", "(cq", "(dq", "(em", "(en", "(ga", "(ha", "(la",
	"(lq", "(oq", "(ra", "(rq", "(rs", "(ti", "-", ":", "N'37'", "c",
	"f(BI", "fB", "fI", "fR", "n(UR", "nU", "~",
};

/* The length of the escape behind a backslash; 0: the writer has none such. */
static size_t
escape_len(const char *s)
{
	for (size_t len = 1; len <= 5 && s[len - 1]; len++)
		if (IS_IN(roff_escapes, s, len))
			return len;
	return 0;
}

/* The end of a control line's name, or NULL: it is none of the writer's. */
static const char *
request_end(const char *line)
{
	size_t len = 1 + strcspn(line + 1, " \n");

	return *line == '.' && IS_IN(requests, line + 1, len - 1) ? line + len
								  : NULL;
}

static bool
is_control(const char *line)
{
	return *line == '.' || *line == '\'';
}

void
judge_man(const struct buf *page)
{
	static const char first[] = "'\\\" t\n";
	const char *s = buf_str(page);
	bool table = false;

	judge_bytes(page, true);
	promise(strlen(s) == page->len, "a page has no NUL", page);
	if (strncmp(s, first, strlen(first)) == 0)
		s += strlen(first);
	for (; *s; s += strcspn(s, "\n"), s += *s == '\n') {
		promise(*s != '\n', "no line is empty", page);
		promise(!is_control(s) || request_end(s),
		    "no text is a request", page);
		if (strncmp(s, ".TS\n", 4) == 0)
			table = true;
		if (strncmp(s, ".TE\n", 4) == 0)
			table = false;
		for (const char *c = s; *c && *c != '\n'; c++) {
			size_t len = *c == '\\' ? escape_len(c + 1) : 0;

			promise(*c != '\\' || len, "no text is an escape",
			    page);
			promise(*c != '\t' || table, "no tab but in a table",
			    page);
			promise(*c != ' ' || c[1] != '\n',
			    "no line ends with a blank", page);
			c += len;
		}
	}
	promise(!table, "a table ends", page);
}

/* Adds what a line shows behind its request. */
static void
show_line(const char *s, struct buf *shown)
{
	static const char *const signs[] = {
		"(rs\\", "(aq'", "(dq\"", "(ga`", "(ha^", "(ti~", "--",
		"N'37'%",
	};

	for (; *s && *s != '\n'; s++) {
		size_t len = *s == '\\' ? escape_len(s + 1) : 0;

		if (*s != '\\')
			buf_putc(shown, *s);
		for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
			if (len && strlen(signs[i]) == len + 1 &&
			    strncmp(signs[i], s + 1, len) == 0)
				buf_putc(shown, signs[i][len]);
		s += len;
	}
	buf_putc(shown, '\n');
}

void
show_man(const struct buf *page, struct buf *shown)
{
	const char *s = buf_str(page);

	for (; *s; s += strcspn(s, "\n"), s += *s == '\n') {
		const char *end = is_control(s) ? request_end(s) : NULL;

		show_line(end ? end : s, shown);
	}
}

/* ---- Texinfo ---- */

/* Commands with braces, those that take a line, and what @end ends. */
static const char *const braced[] = {
	"U", "anchor", "asis", "code", "comma", "email", "emph", "hashchar",
	"ref", "strong", "sub", "sup", "url", "var", "w",
};

static const char *const lines[] = {
	"asis", "author", "bullet", "bye", "c", "center", "cindex",
	"codequotebacktick", "codequoteundirected", "columnfractions",
	"contents", "dircategory", "documentencoding", "documentlanguage",
	"end", "frenchspacing", "headitem", "insertcopying", "item", "itemx", "node",
	"page", "paragraphindent", "printindex", "setfilename", "settitle",
	"sp", "subsubheading", "subtitle", "tab", "title", "top", "unnumbered",
	"unnumberedsec", "unnumberedsubsec", "unnumberedsubsubsec", "vskip",
};

static const char *const environments[] = {
	"copying", "direntry", "enumerate", "example", "ifnottex", "iftex",
	"itemize", "menu", "multitable", "quotation", "table", "tex",
	"titlepage",
};

struct nest {
	const char *list[512];
	size_t len;
	unsigned depth; /* of braces */
};

/* A command's name, behind the @; at the start of a line it may begin much. */
static void
judge_command(const struct buf *manual, struct nest *n, const char *name,
    size_t len, bool start)
{
	const char *of = name + len + 1;
	size_t top = n->len - 1, of_len;

	if (name[len] == '{') {
		promise(IS_IN(braced, name, len), "no text is a command",
		    manual);
	} else if (start && IS_IN(environments, name, len)) {
		promise(n->len < sizeof n->list / sizeof *n->list,
		    "environments are not too deep", manual);
		n->list[n->len++] = name;
	} else if (start && len == 3 && memcmp(name, "end", 3) == 0) {
		of_len = strcspn(of, "\n");
		promise(n->len > 0 && IS_IN(environments, of, of_len) &&
		    strncmp(n->list[top], of, of_len) == 0 &&
		    !isalpha((unsigned char)n->list[top][of_len]),
		    "what ends had begun", manual);
		n->len--;
	} else {
		promise(IS_IN(lines, name, len), "no text is a command",
		    manual);
	}
}

/* Judges what an @ begins, and returns the byte that it ends before. */
static const char *
judge_at(const struct buf *manual, struct nest *n, const char *s, bool start)
{
	static const char tex[] = "tex\n", end[] = "\n@end tex\n";
	size_t len = 0;

	s++;
	if (start && strncmp(s, tex, strlen(tex)) == 0) {
		s = strstr(s, end);
		promise(s != NULL, "TeX ends", manual);
		return s + strlen(end) - 1;
	}
	while (isalpha((unsigned char)s[len]))
		len++;
	if (len == 0) {
		promise(*s && strchr("@{}*", *s) != NULL,
		    "no text is a command", manual);
		return s + 1;
	}
	judge_command(manual, n, s, len, start);
	if (s[len] != '{')
		return s + len;
	n->depth++;
	return s + len + 1;
}

void
judge_texinfo(const struct buf *manual, bool fragment)
{
	static const char first[] = "\\input texinfo ", bye[] = "\n@bye\n";
	const char *s = buf_str(manual);
	struct nest n = { .len = 0 };

	judge_bytes(manual, false);
	if (!fragment) {
		promise(strncmp(s, first, strlen(first)) == 0 &&
		    manual->len > strlen(bye) &&
		    strstr(s, bye) == s + manual->len - strlen(bye),
		    "a manual has a first line and one @bye, its last",
		    manual);
		s += strcspn(s, "\n");
	}
	for (bool start = true; *s;) {
		promise(!start || *s != '#', "no line is a directive", manual);
		if (*s == '@') {
			s = judge_at(manual, &n, s, start);
			start = false;
			continue;
		}
		promise(*s != '{', "no text opens a brace", manual);
		promise(*s != '}' || n.depth > 0, "what closes was open",
		    manual);
		n.depth -= *s == '}';
		start = *s++ == '\n';
	}
	promise(n.depth == 0, "every brace closes", manual);
	promise(n.len == 0, "what begins ends", manual);
}

/* Characters that have a command. */
static const char *
sign_of(const char *s)
{
	static const char *const signs[][2] = {
		{ "@@", "@" }, { "@{", "{" }, { "@}", "}" },
		{ "@comma{}", "," }, { "@hashchar{}", "#" },
		{ "@U{0060}", "`" }, { "@U{0027}", "'" }, { "@U{002D}", "-" },
	};

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (strncmp(s, signs[i][0], strlen(signs[i][0])) == 0)
			return signs[i][1];
	return NULL;
}

void
show_texinfo(const struct buf *manual, struct buf *shown)
{
	for (const char *s = buf_str(manual); *s;) {
		const char *sign = sign_of(s);

		if (sign) {
			buf_puts(shown, sign);
			s += s[1] == '@' || s[1] == '{' || s[1] == '}' ? 2 :
			    strcspn(s, "}") + 1;
		} else if (*s == '@') {
			for (s++; isalpha((unsigned char)*s); s++)
				;
		} else {
			buf_putc(shown, *s++);
		}
	}
}

/* ---- HTML ---- */

static const char *const empty[] = {
	"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr",
};

/* The end of an attribute, from the blank before it; NULL: it is none. */
static const char *
attribute_end(const char *s)
{
	size_t len = strspn(++s, "abcdefghijklmnopqrstuvwxyz-");

	if (len == 0)
		return NULL;
	s += len;
	if (*s != '=')
		return s;
	if (*++s != '"')
		return NULL;
	s += 1 + strcspn(s + 1, "\"<>");
	return *s == '"' ? s + 1 : NULL;
}

static const char *
judge_tag(const struct buf *page, struct nest *n, const char *s)
{
	bool ends = s[1] == '/';
	const char *name = s += 1 + ends;
	size_t len = strspn(s, "abcdefghijklmnopqrstuvwxyz123456");

	promise(len > 0, "no text is a tag", page);
	for (s += len; *s == ' ' && !ends;) {
		s = attribute_end(s);
		promise(s != NULL, "an attribute is one", page);
	}
	promise(*s == '>', "a tag ends", page);
	if (ends) {
		promise(n->len > 0 && strncmp(n->list[n->len - 1], name, len) ==
		    0 && strchr(" >", n->list[n->len - 1][len]),
		    "what ends had begun", page);
		n->len--;
	} else if (!IS_IN(empty, name, len)) {
		promise(n->len < sizeof n->list / sizeof *n->list,
		    "elements are not too deep", page);
		n->list[n->len++] = name;
	}
	return s + 1;
}

void
judge_html(const struct buf *page)
{
	static const char first[] = "<!DOCTYPE html>\n";
	static const char *const raw[] = { "style", "script" };
	const char *s = buf_str(page);
	struct nest n = { .len = 0 };

	judge_bytes(page, true);
	promise(strlen(s) == page->len, "a page has no NUL", page);
	if (strncmp(s, first, strlen(first)) == 0)
		s += strlen(first);
	while (*s) {
		size_t of = n.len ? strcspn(n.list[n.len - 1], " >") : 0;

		if (of && IS_IN(raw, n.list[n.len - 1], of)) {
			s = strstr(s, "</");
			promise(s != NULL, "what is raw ends", page);
		}
		if (*s == '<') {
			s = judge_tag(page, &n, s);
			continue;
		}
		promise(*s != '>', "no text is a tag", page);
		promise(*s != '&' || s[1] == '#' || strspn(s + 1,
		    "abcdefghijklmnopqrstuvwxyz") > 0, "& begins a reference",
		    page);
		s++;
	}
	promise(n.len == 0, "what begins ends", page);
}

/* ---- text ---- */

static const char *
next_letter(const char *s)
{
	while (*s && !isalnum((unsigned char)*s))
		s++;
	return s;
}

void
judge_letters(const struct buf *text, const struct buf *shown)
{
	const char *s = next_letter(buf_str(text));

	for (const char *p = buf_str(shown); *s && *p; p++)
		if (*p == *s)
			s = next_letter(s + 1);
	if (*s)
		fprintf(stderr, "text:\n%s\n", buf_str(text));
	promise(*s == '\0', "every letter is shown, in its order", shown);
}
