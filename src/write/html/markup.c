/* SPDX-License-Identifier: MIT */
/* The lexis of HTML: tags, attributes, text, addresses, ids. */
#include <string.h>
#include <strings.h>

#include <unicode/uchar.h>

#include "markup.h"
#include "write/utf8.h"

/*
 * Schemes allowed in links; relative addresses, which have none, are allowed
 * too.
 */
static const char *const schemes[] = {
    "http", "https", "mailto", "ftp", "news", "tel"};

static bool
is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/* Writes the pending space. */
static void
put_blank(struct markup *m)
{
	if (m->blank && m->inner)
		buf_putc(m->out, m->line ? '\n' : ' ');
	m->blank = m->line = false;
}

/* Writes characters, escaped; those that HTML does not allow become U+FFFD. */
static void
put_escaped(struct markup *m, const char *utf8, size_t len)
{
	for (size_t i = 0, from = 0; i < len; from = i) {
		UChar32 cp = utf8_next(utf8, len, &i);

		if (cp == '&')
			buf_puts(m->out, "&amp;");
		else if (cp == '<')
			buf_puts(m->out, "&lt;");
		else if (cp == '>')
			buf_puts(m->out, "&gt;");
		else if (cp == '"')
			buf_puts(m->out, "&quot;");
		else if (cp == '\n' || cp == '\t')
			buf_putc(m->out, (char)cp);
		else if (utf8_is_bad(cp))
			buf_puts(m->out, "\uFFFD");
		else if (!utf8_is_scope(cp))
			buf_add(m->out, utf8 + from, i - from);
	}
}

void
markup_json(struct buf *out, const char *utf8)
{
	size_t len = strlen(utf8);

	buf_putc(out, '"');
	for (size_t i = 0, from = 0; i < len; from = i) {
		UChar32 cp = utf8_next(utf8, len, &i);

		if (cp == '"' || cp == '\\') {
			buf_putc(out, '\\');
			buf_putc(out, (char)cp);
		} else if (cp == '\n' || cp == '\t') {
			buf_putc(out, ' ');
		} else if (cp == '<' || cp == '>' || cp == '&' ||
		    cp == 0x2028 || cp == 0x2029) {
			buf_printf(out, "\\u%04X", (unsigned)cp);
		} else if (utf8_is_bad(cp)) {
			buf_puts(out, "\uFFFD");
		} else if (!utf8_is_scope(cp)) {
			buf_add(out, utf8 + from, i - from);
		}
	}
	buf_putc(out, '"');
}

void
markup_line(struct markup *m)
{
	if (m->pre)
		return;
	while (buf_last(m->out) == ' ')
		buf_truncate(m->out, m->out->len - 1);
	if (m->out->len > 0 && buf_last(m->out) != '\n')
		buf_putc(m->out, '\n');
	m->blank = m->line = m->inner = false;
}

void
markup_block(struct markup *m, const char *element)
{
	markup_line(m);
	buf_putc(m->out, '<');
	buf_puts(m->out, element);
}

void
markup_close_block(struct markup *m, const char *element)
{
	if (!m->pre)
		m->blank = m->line = false;
	buf_puts(m->out, "</");
	buf_puts(m->out, element);
	buf_puts(m->out, ">\n");
	m->inner = false;
}

void
markup_inline(struct markup *m, const char *element)
{
	put_blank(m);
	buf_putc(m->out, '<');
	buf_puts(m->out, element);
}

void
markup_close_inline(struct markup *m, const char *element)
{
	buf_puts(m->out, "</");
	buf_puts(m->out, element);
	buf_putc(m->out, '>');
	m->inner = true;
}

void
markup_attr(struct markup *m, const char *name, const char *value)
{
	buf_putc(m->out, ' ');
	buf_puts(m->out, name);
	if (value == NULL)
		return;
	buf_puts(m->out, "=\"");
	put_escaped(m, value, strlen(value));
	buf_putc(m->out, '"');
}

void
markup_end(struct markup *m)
{
	buf_putc(m->out, '>');
}

/*
 * The length of a scheme: a colon before any other delimiter (RFC 3986, 4.2).
 */
static size_t
scheme_length(const char *href)
{
	size_t len = strcspn(href, ":/?#");

	return href[len] == ':' ? len : 0;
}

bool
markup_is_address(const char *href)
{
	size_t len;

	/* browsers ignore these characters, and then see a scheme */
	if (strpbrk(href, "\t\r\n") || (unsigned char)*href <= ' ')
		return false;
	len = scheme_length(href);
	if (len == 0)
		return *href != ':';
	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (strlen(schemes[i]) == len &&
		    strncasecmp(schemes[i], href, len) == 0)
			return true;
	return false;
}

/* A percent sign that does not begin an escape is escaped itself. */
static bool
is_escape(const char *s)
{
	return strspn(s + 1, "0123456789ABCDEFabcdef") >= 2;
}

bool
markup_address(struct markup *m, const char *name, const char *href)
{
	static const char hex[] = "0123456789ABCDEF";
	struct buf address = {0};

	if (!markup_is_address(href))
		return false;
	for (const char *s = href; *s; s++) {
		unsigned char c = (unsigned char)*s;

		if (c <= ' ' || c == 0x7F || strchr("\"<>\\^`{|}", c) ||
		    (c == '%' && !is_escape(s))) {
			buf_putc(&address, '%');
			buf_putc(&address, hex[c >> 4]);
			buf_putc(&address, hex[c & 15]);
		} else {
			buf_putc(&address, (char)c);
		}
	}
	markup_attr(m, name, buf_str(&address));
	buf_free(&address);
	return true;
}

void
markup_text(struct markup *m, const char *utf8, size_t len)
{
	if (m->pre) {
		/* parsers drop a newline at the start (HTML, 13.1.2.5) */
		if (!m->inner && len > 0 && *utf8 == '\n') {
			utf8++;
			len--;
		}
		put_escaped(m, utf8, len);
		m->inner = true;
		return;
	}
	for (size_t i = 0; i < len;) {
		size_t from = i;

		while (i < len && is_blank(utf8[i])) {
			m->blank = true;
			m->line = m->line || utf8[i] == '\n';
			i++;
		}
		if (i > from)
			continue;
		while (i < len && !is_blank(utf8[i]))
			i++;
		put_blank(m);
		put_escaped(m, utf8 + from, i - from);
		m->inner = true;
	}
}

void
markup_puts(struct markup *m, const char *utf8)
{
	markup_text(m, utf8, strlen(utf8));
}

void
markup_lines(struct markup *m, const char *lines)
{
	markup_line(m);
	buf_puts(m->out, lines);
}

void
markup_id(struct buf *out, const char *name, bool kept)
{
	size_t len = strlen(name), start = out->len;
	bool gap = false;

	for (size_t i = 0; i < len;) {
		UChar32 cp = utf8_next(name, len, &i);

		if (utf8_is_bad(cp) || utf8_is_scope(cp) ||
		    u_isUWhiteSpace(cp)) {
			gap = true;
			continue;
		}
		if (!kept && !u_isalnum(cp) &&
		    !(u_getCombiningClass(cp) || u_charType(cp) ==
			    U_COMBINING_SPACING_MARK) &&
		    (cp >= 0x80 || strchr("+#*/_.", (int)cp) == NULL)) {
			gap = true;
			continue;
		}
		if (gap && out->len > start)
			buf_putc(out, '-');
		gap = false;
		buf_put_cp(out, (unsigned long)(kept ? cp : u_tolower(cp)));
	}
}
