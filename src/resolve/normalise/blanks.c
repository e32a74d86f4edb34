/* SPDX-License-Identifier: MIT */
/* Strips indentation and other insignificant white space. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "resolve/tree.h"
#include "blanks.h"

void
trim_text(xmlNode *text, bool end)
{
	static const char blank[] = " \t\r\n";
	const char *s;
	size_t len;
	char *rest;

	if (text == NULL || text->type != XML_TEXT_NODE || !text->content)
		return;
	s = (const char *)text->content;
	len = strlen(s);
	if (end)
		while (len && strchr(blank, s[len - 1]))
			len--;
	else
		s += strspn(s, blank);
	if (s == (const char *)text->content && s[len] == '\0')
		return;
	rest = gloss_strndup(s, end ? len : strlen(s));
	xmlNodeSetContent(text, (const xmlChar *)rest);
	free(rest);
}

/* Strips one end of an element, however deeply nested its text is. */
static void
trim_within(xmlNode *node, bool end)
{
	xmlNode *n = end ? node->last : node->children, *blank;

	while (n && !tree_is_aside(n)) {
		if (tree_is_blank(n)) {
			blank = n;
			n = end ? n->prev : n->next;
			tree_drop(blank);
		} else {
			trim_text(n, end);
			n = end ? n->last : n->children;
		}
	}
}

void
trim_part(xmlNode *node)
{
	const struct docbook *around = docbook_of(node->parent);

	if ((around == NULL || around->holds != HOLDS_PARTS) &&
	    docbook_id(node) != DB_title &&
	    docbook_id(node) != DB_glossseealso)
		return;
	trim_within(node, false);
	trim_within(node, true);
}

/* The indentation that all lines of an address have in common. */
static size_t
indent_of(const xmlNode *address)
{
	size_t least = SIZE_MAX;

	for (const xmlNode *n = address; n; n = tree_next(n, address)) {
		const char *s = n->type == XML_TEXT_NODE && n->content ?
		    strchr((const char *)n->content, '\n') : NULL;

		for (; s; s = strchr(s, '\n')) {
			size_t blanks = strspn(++s, " \t");

			if (blanks < least && s[blanks] != '\n' &&
			    (s[blanks] != '\0' || n != address->last))
				least = blanks;
		}
	}
	return least;
}

void
trim_address(xmlNode *address)
{
	size_t indent = indent_of(address);
	struct buf lines = { 0 };

	for (xmlNode *n = address->children; n; n = tree_next(n, address)) {
		if (n->type != XML_TEXT_NODE || n->content == NULL)
			continue;
		buf_truncate(&lines, 0);
		for (const char *s = (const char *)n->content; *s; s++) {
			size_t blanks = *s == '\n' ? strspn(s + 1, " \t") : 0;

			buf_putc(&lines, *s);
			s += blanks < indent ? blanks : indent;
		}
		xmlNodeSetContent(n, (const xmlChar *)buf_str(&lines));
	}
	buf_free(&lines);
	trim_text(address->children, false);
	trim_text(address->last, true);
}
