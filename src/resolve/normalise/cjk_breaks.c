/* SPDX-License-Identifier: MIT */
/* Removes line breaks between CJK ideographs, where no space belongs. */
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "cjk_breaks.h"
#include "resolve/tree.h"

/* Kanji, kana, bopomofo and their punctuation; Hangul uses spaces. */
static bool
is_ideographic(UChar32 cp)
{
	int width;

	if (cp < 0x2E80)
		return false;
	width = u_getIntPropertyValue(cp, UCHAR_EAST_ASIAN_WIDTH);
	return (width == U_EA_WIDE || width == U_EA_FULLWIDTH) &&
	    u_getIntPropertyValue(cp, UCHAR_HANGUL_SYLLABLE_TYPE) ==
	    U_HST_NOT_APPLICABLE;
}

static bool
begins_so(const char *s)
{
	const uint8_t *bytes = (const uint8_t *)s;
	UChar32 cp;

	if (bytes[0] < 0xE2)
		return false;
	U8_GET(bytes, 0, 0, -1, cp);
	return is_ideographic(cp);
}

static bool
ends_so(const char *s, size_t len)
{
	const uint8_t *bytes = (const uint8_t *)s;
	int32_t tail = len < U8_MAX_LENGTH ? (int32_t)len : U8_MAX_LENGTH;
	UChar32 cp;

	if (len == 0 || bytes[len - 1] < 0x80)
		return false;
	bytes += len - (size_t)tail;
	U8_PREV(bytes, 0, tail, cp);
	return is_ideographic(cp);
}

static bool
is_inline(const xmlNode *node)
{
	return docbook_of(node) && docbook_of(node)->is == IS_INLINE;
}

/* The text before or after a node in the same line, or NULL. */
static const char *
beside(const xmlNode *n, bool before)
{
	const xmlNode *next = before ? n->prev : n->next;

	while (next == NULL && is_inline(n->parent)) {
		n = n->parent;
		next = before ? n->prev : n->next;
	}
	while (next && is_inline(next))
		next = before ? next->last : next->children;
	return next && next->type == XML_TEXT_NODE ?
	    (const char *)next->content : NULL;
}

/* Is there an ideograph before the space at len? */
static bool
is_after(const xmlNode *text, const char *s, size_t len)
{
	if (len == 0 && (s = beside(text, true)) != NULL)
		len = strlen(s);
	return s && ends_so(s, len);
}

static bool
is_before(const xmlNode *text, const char *rest)
{
	if (*rest == '\0')
		rest = beside(text, false);
	return rest && begins_so(rest);
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* Are line breaks in it significant? */
static bool
is_verbatim(const xmlNode *text)
{
	for (const xmlNode *n = text->parent; n; n = n->parent)
		if (docbook_of(n) && docbook_of(n)->holds == HOLDS_LINES)
			return true;
	return false;
}

void
joints_close(xmlNode *text)
{
	const char *s = (const char *)text->content, *line;
	struct buf joined = { 0 };
	size_t done = 0, begin, end;

	for (line = strchr(s, '\n'); line; line = strchr(s + end, '\n')) {
		begin = end = (size_t)(line - s);
		while (begin > done && is_blank(s[begin - 1]))
			begin--;
		while (is_blank(s[end]))
			end++;
		if (!is_after(text, s, begin) || !is_before(text, s + end))
			continue;
		if (done == 0 && is_verbatim(text))
			return;
		buf_add(&joined, s + done, begin - done);
		done = end;
	}
	if (done > 0) {
		buf_puts(&joined, s + done);
		xmlNodeSetContent(text, (const xmlChar *)buf_str(&joined));
	}
	buf_free(&joined);
}
