/* SPDX-License-Identifier: MIT */
/* Keywords of version control that were never expanded. */
#include <stdbool.h>
#include <string.h>

#include "util/buf.h"
#include "keywords.h"
#include "resolve/tree.h"

/* Is it metadata, and not a title or a block of text? */
static bool
is_metadata(const xmlNode *text)
{
	for (const xmlNode *up = text->parent; up; up = up->parent) {
		const struct docbook *row = docbook_of(up);

		if (row == NULL)
			return false;
		if (row->id == DB_info || row->id == DB_refmeta)
			return true;
		if (row->is == IS_SECTION || row->is == IS_BLOCK ||
		    row->id == DB_title || row->id == DB_subtitle ||
		    row->id == DB_titleabbrev)
			return false;
	}
	return false;
}

/*
 * The length of an unexpanded keyword at the start of s: "$Date$", "$Date: $",
 * or git's "$Format:%ci$"; 0 if there is none.
 */
static size_t
keyword(const char *s)
{
	static const char *const names[] = {
		"Author", "CVSHeader", "Date", "HeadURL", "Header", "Id",
		"LastChangedBy", "LastChangedDate", "LastChangedRevision",
		"Locker", "Log", "Name", "RCSfile", "Rev", "Revision",
		"Source", "State", "URL",
	};
	const char *end = strchr(s + 1, '$');
	size_t len = end ? strcspn(s + 1, ":$") : 0;

	if (len == 0)
		return 0;
	if (strncmp(s, "$Format:", 8) == 0)
		return (size_t)(end - s) + 1;
	if (s[1 + len] == ':' &&
	    s[2 + len + strspn(s + 2 + len, " ")] != '$')
		return 0;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strlen(names[i]) == len &&
		    strncmp(s + 1, names[i], len) == 0)
			return (size_t)(end - s) + 1;
	return 0;
}

xmlNode *
keywords_strip(xmlNode *text, const xmlNode *root)
{
	const char *s = (const char *)text->content;
	xmlNode *node = text, *next;
	struct buf rest = { 0 };
	bool found = false;
	size_t len;

	if (s == NULL || strchr(s, '$') == NULL || !is_metadata(text))
		return tree_after(text, root);
	while (*s) {
		len = *s == '$' ? keyword(s) : 0;
		found = found || len > 0;
		if (len == 0)
			buf_putc(&rest, *s++);
		s += len;
	}
	if (found && strspn(buf_str(&rest), " \t\r\n") == rest.len) {
		while (node->parent && node->prev == NULL &&
		    node->next == NULL && docbook_id(node->parent) != DB_info &&
		    docbook_id(node->parent) != DB_refmeta)
			node = node->parent;
		next = tree_after(node, root);
		tree_drop(node);
	} else {
		if (found)
			xmlNodeSetContent(text,
			    (const xmlChar *)buf_str(&rest));
		next = tree_after(text, root);
	}
	buf_free(&rest);
	return next;
}
