/* SPDX-License-Identifier: MIT */
/* Date and source of a page, as its head and foot print them. */
#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <libxml/xmlstring.h>

#include "resolve/refer/casefold.h"
#include "resolve/tree.h"
#include "util/buf.h"
#include "head.h"

/*
 * Maximum length of a version or a date, in characters: longer texts are
 * something else.  The stylesheets of DocBook XSL cut the foot at this length.
 */
enum { LONGEST_PART = 30 };

/* The number of a month by its English name or an abbreviation of it. */
static int
month_of(const char *word, size_t len)
{
	static const char *const months[] = {
		"january", "february", "march", "april", "may", "june",
		"july", "august", "september", "october", "november",
		"december",
	};

	for (int i = 0; len >= 3 && i < 12; i++)
		if (len <= strlen(months[i]) &&
		    strncasecmp(word, months[i], len) == 0)
			return i + 1;
	return 0;
}

/*
 * Converts a date to YYYY-MM-DD: from ISO 8601, "29 Dec 2003", "December 29,
 * 2003", or the form of CVS and Subversion, "$Date: 2003/12/29 $".  Returns
 * nothing if it names no day.
 */
static void
add_date(struct buf *out, const char *text)
{
	int year = 0, month = 0, day = 0, n = 0;
	const char *colon = *text == '$' ? strchr(text, ':') : NULL;

	if (colon)
		text = colon + 1 + strspn(colon + 1, " ");
	if (strspn(text, "0123456789") == 4 &&
	    (sscanf(text, "%4d-%2d-%2d", &year, &month, &day) == 3 ||
	    sscanf(text, "%4d/%2d/%2d", &year, &month, &day) == 3)) {
		n = 3;
	} else {
		year = month = day = 0;
		for (const char *p = text; *p; ) {
			size_t word = 0, digits = strspn(p, "0123456789");

			while (isalpha((unsigned char)p[word]))
				word++;
			if (digits == 4)
				year = atoi(p);
			else if (digits == 1 || digits == 2)
				day = atoi(p);
			else if (word && month == 0)
				month = month_of(p, word);
			p += digits + word ? digits + word : 1;
		}
		n = (year > 0) + (month > 0) + (day > 0);
	}
	if (n == 3 && year > 0 && month >= 1 && month <= 12 && day >= 1 &&
	    day <= 31)
		buf_printf(out, "%04d-%02d-%02d", year, month, day);
}

xmlNode *
head_info(const xmlNode *node)
{
	for (xmlNode *n = node->children; n; n = n->next) {
		switch (docbook_id(n)) {
		case DB_info:
			return n;
		case DB_title:
		case DB_subtitle:
		case DB_titleabbrev:
			break;
		default:
			return NULL;
		}
	}
	return NULL;
}

/* The text of an element; returns false if there is none. */
static bool
has_words(const xmlNode *node, struct buf *text)
{
	buf_truncate(text, 0);
	tree_text(node, text);
	return text->len > 0;
}

/*
 * Is a text short enough for a page's head, and not an unexpanded keyword of
 * CVS?
 */
static bool
is_short(const struct buf *text)
{
	return *text->data != '$' &&
	    xmlUTF8Strlen((const xmlChar *)text->data) <= LONGEST_PART;
}

/* The first element with this id that has text, or NULL. */
static xmlNode *
find(const xmlNode *info, enum docbook_id id)
{
	struct buf text = { 0 };
	xmlNode *found = NULL;

	for (xmlNode *n = info ? info->children : NULL; n && !found;
	    n = n->next)
		if (docbook_id(n) == id && has_words(n, &text))
			found = n;
	buf_free(&text);
	return found;
}

/* The first refmiscinfo of a class (NULL: without one) that has text. */
static xmlNode *
find_misc(const xmlNode *meta, const char *class)
{
	struct buf text = { 0 };
	xmlNode *found = NULL;

	for (xmlNode *n = meta ? meta->children : NULL; n && !found;
	    n = n->next) {
		const char *is;

		if (docbook_id(n) != DB_refmiscinfo)
			continue;
		is = tree_attr(n, "class");
		if ((class ? is && strcmp(is, class) == 0 : !is) &&
		    has_words(n, &text))
			found = n;
	}
	buf_free(&text);
	return found;
}

/* Marks an element whose text the heads of these pages print. */
static void
mark(xmlNode *node, const char *whose)
{
	const char *marked = tree_resolved(node, "head");

	if (marked == NULL)
		tree_set(node, "head", whose);
	else if (strcmp(marked, whose) != 0)
		tree_set(node, "head", "own pages");
}

/* The date in an info, or in its refmeta. */
static xmlNode *
find_date(const xmlNode *info, const xmlNode *meta, struct buf *date)
{
	xmlNode *const dates[] = {
		find(info, DB_date), find(info, DB_pubdate),
		find_misc(meta, "date"),
	};
	struct buf text = { 0 };
	xmlNode *found = NULL;

	for (size_t i = 0; i < 3 && !found; i++)
		if (dates[i] && has_words(dates[i], &text)) {
			add_date(date, text.data);
			if (date->len)
				found = dates[i];
		}
	for (size_t i = 0; i < 3 && !found; i++)
		if (dates[i] && has_words(dates[i], &text) && is_short(&text)) {
			buf_add(date, text.data, text.len);
			found = dates[i];
		}
	buf_free(&text);
	return found;
}

bool
head_date(const xmlNode *page, struct buf *date)
{
	return find_date(head_info(page), tree_child(page, DB_refmeta), date);
}

/*
 * The version in an info: a productnumber, an edition, or a short releaseinfo.
 */
static xmlNode *
find_version(const xmlNode *info)
{
	static const enum docbook_id ids[] = {
		DB_productnumber, DB_edition, DB_releaseinfo,
	};
	struct buf text = { 0 };
	xmlNode *found = NULL;

	for (size_t i = 0; i < 3 && !found; i++) {
		found = find(info, ids[i]);
		if (found && (!has_words(found, &text) || !is_short(&text)))
			found = NULL;
	}
	buf_free(&text);
	return found;
}

/* Does a text contain these words?  Both are folded. */
static bool
is_said(const char *words, const char *text)
{
	size_t len = strlen(words);

	for (const char *at = text; len && (at = strstr(at, words)) != NULL;
	    at++)
		if ((at == text || at[-1] == ' ') &&
		    (at[len] == ' ' || at[len] == '\0'))
			return true;
	return false;
}

/* Marks the page's own elements whose text is in its head. */
static void
mark_said(const xmlNode *parent, const char *source)
{
	char *folded = casefold(source);
	struct buf text = { 0 };

	for (xmlNode *n = parent ? parent->children : NULL; n; n = n->next) {
		enum docbook_id id = docbook_id(n);
		char *words;

		if ((id != DB_productname && id != DB_productnumber &&
		    id != DB_refmiscinfo && id != DB_releaseinfo &&
		    id != DB_edition) || !has_words(n, &text))
			continue;
		words = casefold(text.data);
		if (is_said(words, folded))
			mark(n, "own");
		free(words);
	}
	free(folded);
	buf_free(&text);
}

/*
 * The page's own elements about its source; refmeta takes precedence over info.
 */
static struct source
own_source(const xmlNode *page, const xmlNode *meta, const xmlNode *info)
{
	struct source s = { find_misc(meta, "source"),
		find_misc(meta, "version") };

	if (s.name == NULL)
		s.name = find_misc(meta, "software");
	if (s.name == NULL)
		s.name = find_misc(meta, NULL);
	if (s.name == NULL)
		s.name = find(info, DB_productname);
	if (s.version == NULL)
		s.version = docbook_id(page) == DB_refentry ?
		    find_version(info) : find(info, DB_productnumber);
	return s;
}

static bool
is_same(const xmlNode *a, const xmlNode *b)
{
	struct buf text[2] = { { 0 }, { 0 } };
	bool same;

	tree_text(a, &text[0]);
	tree_text(b, &text[1]);
	same = strcmp(buf_str(&text[0]), buf_str(&text[1])) == 0;
	buf_free(&text[0]);
	buf_free(&text[1]);
	return same;
}

/*
 * Finds what pages in an element inherit from it and its ancestors: the nearest
 * of each.
 */
static void
look_around(struct heads *h, const xmlNode *around)
{
	h->around = around;
	h->source = (struct source){ 0 };
	h->dated = NULL;
	buf_truncate(&h->date, 0);
	for (const xmlNode *n = around; n && n->type == XML_ELEMENT_NODE;
	    n = n->parent) {
		const xmlNode *info = head_info(n);

		if (h->source.name == NULL)
			h->source.name = find(info, DB_productname);
		if (h->source.version == NULL)
			h->source.version = find_version(info);
		if (h->dated == NULL)
			h->dated = find_date(info, NULL, &h->date);
	}
}

static void
mark_date(struct heads *h, xmlNode *page, const xmlNode *meta,
    const xmlNode *info)
{
	struct buf date = { 0 };
	xmlNode *dated = find_date(info, meta, &date);

	if (dated) {
		mark(dated, "own");
	} else if (h->dated) {
		mark(h->dated, "pages");
		buf_puts(&date, h->date.data);
	} else if (h->fallback) {
		buf_puts(&date, h->fallback);
	}
	if (date.len)
		tree_set(page, "date", date.data);
	buf_free(&date);
}

static void
mark_source(struct heads *h, xmlNode *page, const xmlNode *meta,
    const xmlNode *info)
{
	struct source s = own_source(page, meta, info);
	bool own_name = s.name, own_version = s.version;
	struct buf text = { 0 };

	if (!own_name)
		s.name = h->source.name;
	/* the version of another product does not apply */
	if (!own_version && (!own_name || h->source.name == NULL ||
	    is_same(s.name, h->source.name)))
		s.version = h->source.version;
	if (s.name)
		tree_text(s.name, &text);
	if (s.name && s.version)
		buf_putc(&text, ' ');
	if (s.version)
		tree_text(s.version, &text);
	if (text.len == 0)
		return;
	tree_set(page, "source", text.data);
	if (s.name && !own_name)
		mark(s.name, "pages");
	if (s.version && !own_version)
		mark(s.version, "pages");
	mark_said(meta, text.data);
	mark_said(info, text.data);
	buf_free(&text);
}

void
head_mark(struct heads *h, xmlNode *page)
{
	const xmlNode *meta = tree_child(page, DB_refmeta);
	const xmlNode *info = head_info(page);

	if (docbook_id(page) == DB_refentry && page->parent != h->around)
		look_around(h, page->parent);
	mark_date(h, page, meta, info);
	mark_source(h, page, meta, info);
}

void
heads_free(struct heads *h)
{
	buf_free(&h->date);
}
