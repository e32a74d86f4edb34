/* SPDX-License-Identifier: MIT */
/* Generates the text of references without content. */
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "util/buf.h"
#include "gloss/resolve.h"
#include "target.h"
#include "resolve/tree.h"
#include "wording.h"

const char *
wording_kind(const xmlNode *place)
{
	const struct docbook *row = docbook_of(place);

	switch (row->id) {
	case DB_glossentry:
		return "term";
	case DB_figure:
	case DB_table:
	case DB_example:
	case DB_equation:
	case DB_footnote:
	case DB_step:
		return row->name;
	case DB_biblioentry:
	case DB_bibliomixed:
		return "bibliography";
	case DB_callout:
		return "callout";
	default:
		return row->is == IS_SECTION ? "section" : "item";
	}
}

/* Appends "name(1)" for a refentry. */
static void
name_page(const xmlNode *refentry, struct buf *out, struct index *ix)
{
	const xmlNode *name = index_page_name(ix, refentry);
	const xmlNode *meta = index_child(ix, refentry, DB_refmeta);
	const xmlNode *section = meta ?
	    index_child(ix, meta, DB_manvolnum) : NULL;

	if (name == NULL)
		return;
	tree_text(name, out);
	if (section) {
		buf_putc(out, '(');
		tree_text(section, out);
		buf_putc(out, ')');
	}
}

static bool
is_mark(const xmlNode *node)
{
	enum docbook_id id = docbook_id(node);

	return id == DB_co || id == DB_coref || id == DB_area ||
	    id == DB_areaset;
}

/* The element that names a work or a question without a title. */
static xmlNode *
untitled_head(xmlNode *target, struct index *ix)
{
	enum docbook_id id = docbook_id(target), wanted = DB_para;

	if (id == DB_answer) {
		target = tree_ancestor(target, DB_qandaentry);
		id = docbook_id(target);
	}
	if (id == DB_biblioentry || id == DB_bibliomixed)
		wanted = DB_title; /* the title of a part of the work */
	else if (id == DB_qandaentry)
		target = index_child(ix, target, DB_question);
	else if (id != DB_question)
		return NULL;
	return target ? index_below(ix, target, wanted) : NULL;
}

/* Is it itself a heading, term or name? */
static bool
is_head(const xmlNode *node)
{
	switch (docbook_id(node)) {
	case DB_bridgehead:
	case DB_glossterm:
	case DB_refname:
	case DB_term:
	case DB_title:
		return true;
	default:
		return false;
	}
}

/* The term or name of a place, or NULL. */
static xmlNode *
head_of(const xmlNode *place, struct index *ix)
{
	static const enum docbook_id heads[] = {
		DB_glossterm, DB_term, DB_abbrev, DB_refname,
	};
	const struct docbook *row = docbook_of(place);
	xmlNode *head = NULL;

	/* sections with many blocks have none of these */
	if (row == NULL || row->holds == HOLDS_BLOCKS)
		return NULL;
	for (size_t i = 0; head == NULL && i < 4; i++)
		head = index_child(ix, place, heads[i]);
	/* the label of a work; other elements have a title here */
	if (head == NULL && (row->id == DB_biblioentry ||
	    row->id == DB_bibliomixed))
		head = index_child(ix, place, DB_titleabbrev);
	return head;
}

static xmlNode *
title_of(const xmlNode *node, struct index *ix)
{
	xmlNode *title = index_child(ix, node, DB_title);
	xmlNode *info = title ? NULL : index_child(ix, node, DB_info);

	return info ? index_child(ix, info, DB_title) : title;
}

/* The heading of what encloses a place without one, such as a list item. */
static xmlNode *
outer_head(xmlNode *place, struct index *ix)
{
	xmlNode *head = NULL;

	while (head == NULL && place && docbook_of(place)->is != IS_SECTION) {
		place = index_place(place->parent);
		if (place && (head = head_of(place, ix)) == NULL)
			head = title_of(place, ix);
	}
	return head;
}

/*
 * Appends the title of a target, or its substitute; returns false if there is
 * none.  *from is set to the element with that text, or to NULL; from may be
 * NULL.
 */
static bool
add_title(xmlNode *target, struct buf *out, xmlNode **from, struct index *ix)
{
	xmlNode *place = index_place(target);
	xmlNode *head = NULL;
	size_t before = out->len;

	if (from)
		*from = NULL;
	if (docbook_id(target) == DB_refentry)
		name_page(target, out, ix);
	else if (is_mark(target) && tree_resolved(target, "number"))
		buf_printf(out, "(%s)", tree_resolved(target, "number"));
	if (out->len > before)
		return true;
	if (is_head(target))
		head = target;
	else if (place)
		head = head_of(place, ix);
	if (head == NULL)
		head = title_of(target, ix);
	if (head == NULL && place && place != target)
		head = title_of(place, ix);
	if (head == NULL)
		head = untitled_head(target, ix);
	if (head == NULL)
		head = outer_head(place, ix);
	if (head)
		tree_text(head, out);
	if (from)
		*from = head;
	return out->len > before;
}

/* The same, but appends the id of a target without title. */
static bool
title_target(xmlNode *target, struct buf *out, xmlNode **from,
    struct index *ix)
{
	bool titled = add_title(target, out, from, ix);

	if (!titled && tree_id(target))
		buf_puts(out, tree_id(target));
	return titled;
}

bool
wording_name(xmlNode *target, struct buf *out, xmlNode **from,
    struct index *ix)
{
	const char *label = tree_attr(target, "xreflabel");

	if (label == NULL)
		return title_target(target, out, from, ix);
	if (from)
		*from = NULL;
	buf_puts(out, label);
	return true;
}

/* The next node of a head, without asides. */
static const xmlNode *
next_in(const xmlNode *n, const xmlNode *head)
{
	return tree_is_aside(n) ? tree_after(n, head) : tree_next(n, head);
}

/*
 * The number of inline elements in a head, which a reference copies: code stays
 * code.  0 if one of them is more than formatting.
 */
static size_t
count_markup(const xmlNode *head)
{
	const struct docbook *row;
	size_t count = 0;

	for (const xmlNode *n = head->children; n; n = next_in(n, head)) {
		if (n->type != XML_ELEMENT_NODE || tree_is_aside(n))
			continue;
		row = docbook_of(n);
		if (row == NULL || row->is != IS_INLINE || n->properties ||
		    row->holds != HOLDS_INLINES || row->id == DB_email ||
		    row->id == DB_uri || target_ways(n) & (BY_TEXT | BY_WORK))
			return 0;
		count++;
	}
	return count;
}

/* Does a reference print only words? */
static bool
is_worded(const xmlNode *node)
{
	const char *kind = tree_resolved(node, "kind");

	return docbook_id(node) != DB_xref || ((tree_attr(node, "endterm") ||
	    tree_resolved(node, "number") == NULL) &&
	    (kind == NULL || strcmp(kind, "bibliography") != 0));
}

/*
 * Copies the content of a head into a reference, without white space at its
 * ends.
 */
static void
copy_words(xmlNode *node, const xmlNode *head)
{
	static const char blanks[] = " \t\r\n";
	const xmlNode *from = head;
	xmlNode *to = node, *last;
	const char *s;

	for (const xmlNode *n = head->children; n; n = next_in(n, head)) {
		for (; from != n->parent; from = from->parent)
			to = to->parent;
		if (n->type == XML_TEXT_NODE && n->content) {
			s = (const char *)n->content;
			if (node->children == NULL)
				s += strspn(s, blanks);
			if (*s)
				xmlAddChild(to, xmlNewDocText(node->doc,
				    (const xmlChar *)s));
		} else if (n->type == XML_ELEMENT_NODE && !tree_is_aside(n)) {
			to = xmlAddChild(to, tree_new(node->doc,
			    docbook_id(n)));
			from = n;
		}
	}
	if ((last = node->last) != NULL && last->type == XML_TEXT_NODE) {
		size_t len = strlen((char *)last->content);

		while (len && strchr(blanks, last->content[len - 1]))
			len--;
		last->content[len] = '\0';
	}
}

void
wording_set(xmlNode *node, xmlNode *target, struct index *ix,
    struct budget *p)
{
	const char *endterm = tree_attr(node, "endterm");
	xmlNode *head = endterm ? index_id(ix, endterm) : NULL;
	const xmlNode *place = index_place(target);
	const struct docbook *row = place ? docbook_of(place) : NULL;
	struct buf text = { 0 };
	size_t count;

	if (head)
		tree_text(head, &text);
	else if (!wording_name(target, &text, &head, ix) && row &&
	    row->is == IS_SECTION) {
		/* the heading is the word for this kind of section */
		tree_set(node, "untitled", row->name);
		if (row->word)
			tree_set(node, "word", row->word);
	}
	if (!budget_take(p, node, text.len + budget_work(head)))
		;
	else if (text.len && head && is_worded(node) &&
	    (count = count_markup(head)) > 0 &&
	    budget_take(p, node, count * BUDGET_NODE))
		copy_words(node, head);
	else
		tree_set(node, "text", buf_str(&text));
	buf_free(&text);
}

static void
add_words(xmlNode *node, const char *words, size_t len, struct budget *p)
{
	if (!budget_take(p, node, len))
		return;
	xmlAddChild(node, xmlNewDocTextLen(node->doc, (const xmlChar *)words,
	    (int)len));
}

/*
 * Adds an r:label to a reference: the word for its kind, its number, or both.
 */
static void
add_label(xmlNode *node, const char *part, struct budget *p)
{
	const char *number = tree_resolved(node, "number");
	xmlNs *ns = xmlSearchNsByHref(node->doc, node,
	    (const xmlChar *)RESOLVED_NS);
	xmlNode *label;

	if (number == NULL || !budget_take_name(p, node, number))
		return;
	label = xmlNewChild(node, ns, (const xmlChar *)"label", NULL);
	if (part)
		tree_set(label, "part", part);
}

static bool
is_label(const xmlNode *node)
{
	return node->type == XML_ELEMENT_NODE && docbook_of(node) == NULL;
}

/* Expands the text after "template:": %t is the title, %n the number. */
static void
fill_template(xmlNode *node, const char *s, const struct buf *title,
    struct budget *p)
{
	for (s += strspn(s, " "); *s; ) {
		size_t len = strcspn(s, "%");

		if (len)
			add_words(node, s, len, p);
		s += len;
		if (s[0] == '\0' || s[1] == '\0')
			break;
		if (s[1] == 't')
			add_words(node, title->data, title->len, p);
		else if (s[1] == 'n')
			add_label(node, "number", p);
		else if (s[1] == '%')
			add_words(node, s, 1, p);
		s += 2;
	}
}

/* Expands the keywords after "select:"; parts are separated by colons. */
static void
fill_selection(xmlNode *node, const char *s, const struct buf *title,
    struct budget *p)
{
	static const char blank[] = " \t\r\n";
	xmlNode *quote;

	for (s += strspn(s, blank); *s; s += strspn(s, blank)) {
		size_t len = strcspn(s, blank);
		char *word = gloss_strndup(s, len);
		xmlNode *last = node->last;

		if (strcmp(word, "label") == 0) {
			add_label(node, NULL, p);
		} else if (strcmp(word, "labelname") == 0) {
			add_label(node, "name", p);
		} else if (strcmp(word, "labelnumber") == 0) {
			add_label(node, "number", p);
		} else if (strcmp(word, "quotedtitle") == 0) {
			quote = tree_new(node->doc, DB_quote);
			add_words(quote, title->data, title->len, p);
			xmlAddChild(node, quote);
		} else if (strcmp(word, "title") == 0 ||
		    strcmp(word, "unquotedtitle") == 0) {
			add_words(node, title->data, title->len, p);
		}
		if (last && node->last != last)
			xmlAddNextSibling(last, xmlNewDocText(node->doc,
			    (const xmlChar *)(is_label(last) &&
			    is_label(node->last) ? " " : ": ")));
		free(word);
		s += len;
	}
}

void
wording_set_style(xmlNode *node, xmlNode *target, struct index *ix,
    struct budget *p)
{
	const char *style = tree_attr(node, "xrefstyle");
	struct buf title = { 0 };
	xmlNode *head;

	if (!tree_is_empty(node))
		return;
	title_target(target, &title, &head, ix);
	if (!budget_take(p, node, budget_work(head)))
		;
	else if (title.data && strncmp(style, "template:", 9) == 0)
		fill_template(node, style + 9, &title, p);
	else if (title.data && strncmp(style, "select:", 7) == 0)
		fill_selection(node, style + 7, &title, p);
	buf_free(&title);
}
