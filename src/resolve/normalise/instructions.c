/* SPDX-License-Identifier: MIT */
/* Processing instructions that authors rely on. */
#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/ustring.h>

#include "util/alloc.h"
#include "util/buf.h"
#include "gloss/read.h"
#include "blanks.h"
#include "instructions.h"
#include "resolve/pages/head.h"
#include "resolve/tree.h"

enum effect { PARTS_WORDS, NOTHING, BREAK, RULE, CHOICE, TIMESTAMP };

/*
 * By target and first word; 0 for any.  They are those of asciidoc and
 * asciidoctor, doxygen, the DocBook XSL stylesheets and their layers, and those
 * that editors put into words.
 */
static const struct {
	const char *name, *word;
	enum effect effect;
} known[] = {
	{"asciidoc-br", 0, BREAK}, {"linebreak", 0, BREAK}, {"lb", 0, BREAK},
	{"br", 0, BREAK}, {"newline", 0, BREAK}, {"line-break", 0, BREAK},
	{"sbr", 0, BREAK}, {0, "linebreak", BREAK}, {"Pub", "_newline", BREAK},
	{"asciidoc-hr", 0, RULE}, {"hr", 0, RULE},
	{"dbchoice", 0, CHOICE}, {"dbtimestamp", 0, TIMESTAMP},
	{"Pub", "Caret", NOTHING},
	{"oxy_insert_start", 0, NOTHING}, {"oxy_insert_end", 0, NOTHING},
	{"oxy_delete", 0, NOTHING}, {"oxy_attributes", 0, NOTHING},
	{"oxy_comment_start", 0, NOTHING}, {"oxy_comment_end", 0, NOTHING},
	{"oxy_custom_start", 0, NOTHING}, {"oxy_custom_end", 0, NOTHING},
	{"xm-insertion_mark_start", 0, NOTHING},
	{"xm-insertion_mark_end", 0, NOTHING},
	{"xm-deletion_mark", 0, NOTHING},
};

static enum effect
effect_of(const xmlNode *pi)
{
	const char *word = pi->content ? (const char *)pi->content : "";
	size_t len;

	word += strspn(word, " \t\r\n");
	len = strcspn(word, " \t\r\n=");
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		if (known[i].name &&
		    strcmp((const char *)pi->name, known[i].name) != 0)
			continue;
		if (known[i].word == NULL || (strlen(known[i].word) == len &&
		    strncmp(word, known[i].word, len) == 0))
			return known[i].effect;
	}
	return PARTS_WORDS;
}

/* A copy of a pseudo-attribute's value, to be freed by the caller; or NULL. */
static char *
pseudo_attribute(const xmlNode *pi, const char *name)
{
	const char *s = pi->content ? (const char *)pi->content : "";
	size_t len = strlen(name);
	const char *start, *end;

	for (const char *at = s; (at = strstr(at, name)) != NULL; at += len) {
		if (at > s && !isspace((unsigned char)at[-1]))
			continue;
		start = at + len + strspn(at + len, " \t\r\n");
		if (*start != '=')
			continue;
		start++;
		start += strspn(start, " \t\r\n");
		if ((*start != '"' && *start != '\'') ||
		    (end = strchr(start + 1, *start)) == NULL)
			continue;
		return gloss_strndup(start + 1, (size_t)(end - start - 1));
	}
	return NULL;
}

/* Is a neighbour of it a word? */
static bool
is_words(const xmlNode *node)
{
	const struct docbook *row;

	if (node == NULL)
		return false;
	if (node->type == XML_TEXT_NODE)
		return !tree_is_blank(node);
	/* the row may not be set yet */
	row = node->type == XML_ELEMENT_NODE ?
	    docbook_find((const char *)node->name) : NULL;
	return row && docbook_now(row)->is == IS_INLINE;
}

/*
 * The next or previous node that is not white space, if it is a word; or NULL.
 */
static const xmlNode *
neighbour(const xmlNode *pi, bool after)
{
	const xmlNode *n = after ? pi->next : pi->prev;

	if (n && tree_is_blank(n))
		n = after ? n->next : n->prev;
	return is_words(n) ? n : NULL;
}

/* Inserts a line break, between words or between a command's arguments. */
static void
put_break(xmlNode *pi)
{
	enum docbook_id in = docbook_id(pi->parent);
	bool command = in == DB_cmdsynopsis || in == DB_group;

	if (docbook_of(pi->parent) &&
	    docbook_of(pi->parent)->holds == HOLDS_LINES) {
		xmlAddPrevSibling(pi, xmlNewDocText(pi->doc,
		    (const xmlChar *)"\n"));
		return;
	}
	if (!command && (!neighbour(pi, false) || !neighbour(pi, true)))
		return;
	if (!command) {
		trim_text(pi->prev, true);
		trim_text(pi->next, false);
	}
	xmlAddPrevSibling(pi, tree_new(pi->doc, DB_sbr));
}

static void
put_rule(xmlNode *pi)
{
	static const struct docbook rule = {
		.name = "rule", .is = IS_BLOCK, .holds = HOLDS_NOTHING,
	};
	const struct docbook *row = docbook_of(pi->parent);
	xmlNode *node;

	if (row == NULL || (row->holds != HOLDS_BLOCKS &&
	    row->id != DB_para && row->id != DB_simpara)) {
		put_break(pi);
		return;
	}
	node = xmlNewDocNode(pi->doc, xmlSearchNsByHref(pi->doc, pi,
	    (const xmlChar *)RESOLVED_NS), (const xmlChar *)rule.name, NULL);
	node->_private = (void *)&rule;
	xmlAddPrevSibling(pi, node);
}

static void
put_choice(xmlNode *pi)
{
	char *choice = pseudo_attribute(pi, "choice");

	if (choice && docbook_id(pi->parent) == DB_simplelist)
		tree_set(pi->parent, "choice", choice);
	free(choice);
}

/* Does a text end, or begin, with a letter or a digit? */
static bool
touches(const xmlNode *node, bool end)
{
	const char *s;
	unsigned char c;

	if (node == NULL || !is_words(node))
		return false;
	if (node->type != XML_TEXT_NODE)
		return true;
	s = (const char *)node->content;
	c = (unsigned char)s[end ? strlen(s) - 1 : 0];
	return c >= 0x80 || isalnum(c);
}

static void
put_blank(xmlNode *pi)
{
	const struct docbook *row = docbook_of(pi->parent);

	if (row && row->holds != HOLDS_LINES && row->holds != HOLDS_NOTHING &&
	    touches(pi->prev, true) && touches(pi->next, false))
		xmlAddPrevSibling(pi, xmlNewDocText(pi->doc,
		    (const xmlChar *)" "));
}

/* Keeps the instruction as an element until its words are known. */
static void
put_stamp(struct instructions *in, xmlNode *pi)
{
	const char *at[] = { "format", "padding" };
	xmlNode *stamp = tree_new(pi->doc, DB_phrase);
	char *value;

	for (size_t i = 0; i < 2; i++) {
		if ((value = pseudo_attribute(pi, at[i])) != NULL)
			tree_set(stamp, at[i], value);
		free(value);
	}
	read_copy_line(stamp, pi);
	xmlAddPrevSibling(pi, stamp);
	in->stamps = gloss_room(in->stamps, in->len, &in->cap,
	    sizeof *in->stamps);
	in->stamps[in->len++] = stamp;
}

xmlNode *
instructions_replace(struct instructions *in, xmlNode *pi,
    const xmlNode *root)
{
	xmlNode *next;

	switch (effect_of(pi)) {
	case BREAK:
		put_break(pi);
		break;
	case RULE:
		put_rule(pi);
		break;
	case CHOICE:
		put_choice(pi);
		break;
	case TIMESTAMP:
		if (tree_holds_words(pi->parent))
			put_stamp(in, pi);
		break;
	case PARTS_WORDS:
		put_blank(pi);
		break;
	case NOTHING:
		break;
	}
	next = tree_after(pi, root);
	tree_drop(pi);
	return next;
}

/* A point in time, in UTC. */
struct moment {
	int year, month, day, hour, minute, second;
};

static bool
read_moment(struct moment *m, const char *date, const char *time)
{
	*m = (struct moment){ 0 };
	if (date == NULL || sscanf(date, "%4d-%2d-%2d", &m->year, &m->month,
	    &m->day) != 3)
		return false;
	if (time)
		sscanf(time, "%2d:%2d:%2d", &m->hour, &m->minute, &m->second);
	return m->year > 0 && m->month >= 1 && m->month <= 12 && m->day >= 1 &&
	    m->day <= 31;
}

/*
 * The date of the innermost of a page and the elements around it that has one
 * which names a day.
 */
static bool
own_moment(struct moment *m, const xmlNode *page)
{
	struct buf date = { 0 };
	bool found = false;

	for (; page && page->type == XML_ELEMENT_NODE && !found;
	    page = page->parent) {
		buf_truncate(&date, 0);
		found = head_date(page, &date) &&
		    read_moment(m, date.data, NULL);
	}
	buf_free(&date);
	return found;
}

/* The reference page or the document that an element is in. */
static const xmlNode *
page_of(const xmlNode *node)
{
	while (docbook_id(node) != DB_refentry &&
	    node->parent->type == XML_ELEMENT_NODE)
		node = node->parent;
	return node;
}

/*
 * The letters of DocBook XSL's date formats, and their ICU patterns with and
 * without padding.
 */
static const struct {
	char letter;
	const char *padded, *bare;
} letters[] = {
	{'a', "EEE", 0}, {'A', "EEEE", 0}, {'b', "MMM", 0}, {'B', "MMMM", 0},
	{'c', "yyyy-MM-dd'T'HH:mm:ss", 0}, {'d', "dd", "d"}, {'H', "HH", "H"},
	{'j', "D", 0}, {'m', "MM", "M"}, {'M', "mm", "m"}, {'S', "ss", "s"},
	{'x', "yyyy-MM-dd", 0}, {'X', "HH:mm:ss", 0}, {'Y', "yyyy", 0},
};

/* The day of the year from 1, and of the week, with Sunday as 0. */
static void
count_days(const struct moment *m, int *of_year, int *of_week)
{
	static const int before[] = {
		0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334,
	};
	int y = m->year - 1;
	bool leap = (m->year % 4 == 0 && m->year % 100) || m->year % 400 == 0;

	*of_year = before[m->month - 1] + m->day + (leap && m->month > 2);
	*of_week = (y + y / 4 - y / 100 + y / 400 + *of_year) % 7;
}

/* The ISO 8601 week of the year, as EXSLT returns it. */
static int
week_of(const struct moment *m)
{
	struct moment day = *m;
	int of_year, of_week, week;

	count_days(&day, &of_year, &of_week);
	week = (of_year - (of_week + 6) % 7 + 9) / 7;
	if (week < 1) {
		day = (struct moment){ m->year - 1, 12, 31, 0, 0, 0 };
		count_days(&day, &of_year, &of_week);
		return (of_year - (of_week + 6) % 7 + 9) / 7;
	}
	day = (struct moment){ m->year, 12, 31, 0, 0, 0 };
	count_days(&day, &of_year, &of_week);
	/* the last days may be in the next year's first week */
	return week == 53 && of_week >= 1 && of_week <= 3 ? 1 : week;
}

/* Converts a date format of DocBook XSL to a pattern of ICU. */
static void
make_pattern(struct buf *out, const struct moment *m, const char *format,
    bool padded)
{
	int of_year, of_week;

	count_days(m, &of_year, &of_week);
	for (const char *s = format; *s; s++) {
		size_t i = 0;

		while (i < sizeof letters / sizeof *letters &&
		    letters[i].letter != *s)
			i++;
		if (i < sizeof letters / sizeof *letters)
			buf_puts(out, padded || letters[i].bare == NULL ?
			    letters[i].padded : letters[i].bare);
		else if (*s == 'U')
			buf_printf(out, "%d", week_of(m));
		else if (*s == 'w')
			buf_printf(out, "%d", of_week);
		else if (*s == '\'')
			buf_puts(out, "''");
		else if (isalpha((unsigned char)*s))
			buf_printf(out, "'%c'", *s);
		else
			buf_putc(out, *s);
	}
}

/* Formats a time in a language; nothing if ICU fails. */
static void
format_moment(struct buf *out, const struct moment *m, const char *pattern,
    const char *lang)
{
	static const UChar utc[] = { 'U', 'T', 'C', 0 };
	enum { ROOM = 512 };
	UErrorCode error = U_ZERO_ERROR;
	UChar wide[ROOM], text[ROOM];
	char bytes[ROOM * 3];
	UDateFormat *format;
	UCalendar *calendar;
	UDate when;
	int32_t len;

	u_strFromUTF8(wide, ROOM, &len, pattern, -1, &error);
	format = udat_open(UDAT_PATTERN, UDAT_PATTERN, lang, utc, 3, wide, len,
	    &error);
	calendar = ucal_open(utc, 3, "en", UCAL_GREGORIAN, &error);
	if (U_SUCCESS(error)) {
		ucal_setDateTime(calendar, m->year, m->month - 1, m->day,
		    m->hour, m->minute, m->second, &error);
		ucal_set(calendar, UCAL_MILLISECOND, 0);
		when = ucal_getMillis(calendar, &error);
		len = udat_format(format, when, text, ROOM, NULL, &error);
		u_strToUTF8(bytes, sizeof bytes, NULL, text, len, &error);
		if (U_SUCCESS(error))
			buf_puts(out, bytes);
	}
	ucal_close(calendar);
	udat_close(format);
}

/* Inserts a date in DocBook XSL's format; the default is ISO format. */
static void
fill(xmlNode *stamp, const struct moment *m, const char *wanted)
{
	const char *format = tree_resolved(stamp, "format");
	const char *padding = tree_resolved(stamp, "padding");
	xmlChar *own = wanted ? NULL : xmlNodeGetLang(stamp);
	struct buf pattern = { 0 }, text = { 0 };

	make_pattern(&pattern, m, format ? format : "Y-m-d",
	    padding == NULL || strcmp(padding, "0") != 0);
	format_moment(&text, m, buf_str(&pattern), wanted ? wanted :
	    own ? (const char *)own : "en");
	xmlAddChild(stamp, xmlNewDocText(stamp->doc,
	    (const xmlChar *)buf_str(&text)));
	buf_free(&text);
	buf_free(&pattern);
	xmlFree(own);
}

void
instructions_finish(struct instructions *in,
    const struct resolve_options *options, struct diags *d)
{
	struct moment m;
	bool epoch = in->len && read_moment(&m, options->date, options->time);
	bool known = epoch;
	const xmlNode *page = NULL;

	for (size_t i = 0; i < in->len; i++) {
		xmlNode *stamp = in->stamps[i];
		const xmlNode *its = page_of(stamp);
		xmlNode *next;

		if (!epoch && its != page)
			known = own_moment(&m, page = its);
		if (known) {
			fill(stamp, &m, options->lang);
		} else {
			xmlChar *file = read_file_of(stamp);

			diag(d, DIAG_UNHANDLED, (const char *)file,
			    read_line_of(stamp), "dbtimestamp has no date: "
			    "neither SOURCE_DATE_EPOCH nor the document's "
			    "info gives the day");
			xmlFree(file);
		}
		for (xmlNode *c = stamp->children; c; c = next) {
			next = c->next;
			xmlUnlinkNode(c);
			xmlAddPrevSibling(stamp, c);
		}
		tree_drop(stamp);
	}
	free(in->stamps);
	*in = (struct instructions){ 0 };
}
