/* SPDX-License-Identifier: MIT */
/* Numbers items, steps, senses, figures and tables. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gloss/limits.h"
#include "util/buf.h"
#include "resolve/normalise/callout_areas.h"
#include "resolve/budget.h"
#include "resolve/normalise/cells.h"
#include "number.h"
#include "resolve/tree.h"

enum style {
	ARABIC, LOWER_ALPHA, UPPER_ALPHA, LOWER_ROMAN, UPPER_ROMAN, STYLES
};

/* The values of DocBook's numeration attribute, in the order of enum style. */
static const char *const style_names[STYLES] = {
	"arabic", "loweralpha", "upperalpha", "lowerroman", "upperroman",
};

/* a ... z, aa ... zz, as in spreadsheets. */
static void
format_alpha(char *out, size_t size, unsigned long n)
{
	char reversed[16];
	size_t len = 0, i = 0;

	for (; n > 0 && len < sizeof reversed; n = (n - 1) / 26)
		reversed[len++] = (char)('a' + (n - 1) % 26);
	while (len > 0 && i + 1 < size)
		out[i++] = reversed[--len];
	out[i] = '\0';
}

static void
format_roman(char *out, size_t size, unsigned long n)
{
	static const struct {
		unsigned long value;
		const char *digits;
	} row[] = {
		{ 1000, "m" }, { 900, "cm" }, { 500, "d" }, { 400, "cd" },
		{ 100, "c" }, { 90, "xc" }, { 50, "l" }, { 40, "xl" },
		{ 10, "x" }, { 9, "ix" }, { 5, "v" }, { 4, "iv" }, { 1, "i" },
	};
	size_t len = 0;

	for (size_t i = 0; i < sizeof row / sizeof *row; i++)
		for (; n >= row[i].value && len + 3 < size; n -= row[i].value)
			len += (size_t)sprintf(out + len, "%s", row[i].digits);
	out[len] = '\0';
}

static void
format_number(char *text, size_t size, enum style style, unsigned long n)
{
	bool upper = style == UPPER_ALPHA || style == UPPER_ROMAN;

	/* zero, and large numbers in Roman numerals, are printed in digits */
	if (style == ARABIC || n == 0 || n > 3999)
		snprintf(text, size, "%lu", n);
	else if (style == LOWER_ALPHA || style == UPPER_ALPHA)
		format_alpha(text, size, n);
	else
		format_roman(text, size, n);
	for (char *c = text; upper && *c; c++)
		if (*c >= 'a' && *c <= 'z')
			*c = (char)(*c - 'a' + 'A');
}

static void
set_number(xmlNode *node, enum style style, unsigned long n)
{
	char text[32];

	format_number(text, sizeof text, style, n);
	tree_set(node, "number", text);
}

static unsigned long
depth_among(const xmlNode *node, enum docbook_id id)
{
	unsigned long depth = 0;

	for (const xmlNode *up = node; (up = tree_ancestor(up, id)); )
		depth++;
	return depth;
}

static enum style
style_of(const xmlNode *list, unsigned long depth)
{
	/* the default of DocBook XSL */
	static const enum style by_depth[STYLES] = {
		ARABIC, LOWER_ALPHA, LOWER_ROMAN, UPPER_ALPHA, UPPER_ROMAN,
	};
	const char *name = tree_attr(list, "numeration");

	for (size_t i = 0; name && i < STYLES; i++)
		if (strcmp(name, style_names[i]) == 0)
			return (enum style)i;
	return by_depth[depth % STYLES];
}

/*
 * Numbers the children with an id from first on, or from their override
 * attribute; returns the last number.
 */
static unsigned long
number_children(xmlNode *list, enum docbook_id kind, enum style style,
    unsigned long first)
{
	unsigned long n = first;
	const char *own;

	for (xmlNode *c = list->children; c; c = c->next) {
		if (docbook_id(c) != kind)
			continue;
		own = tree_attr(c, "override");
		if (own && *own >= '0' && *own <= '9')
			n = strtoul(own, NULL, 10);
		set_number(c, style, n++);
	}
	return n - 1;
}

static unsigned long
first_of(const xmlNode *list, unsigned long last)
{
	const char *start = tree_attr(list, "startingnumber");
	const char *continuation = tree_attr(list, "continuation");

	if (start && *start >= '0' && *start <= '9')
		return strtoul(start, NULL, 10);
	if (continuation && strcmp(continuation, "continues") == 0)
		return last + 1;
	return 1;
}

/* Does the text of a sense start with a number of its own, "2.  "? */
static bool
is_numbered(const xmlNode *sense)
{
	const char *s = "";

	for (const xmlNode *n = sense; n && *s == '\0'; n = tree_next(n, sense))
		if (n->type == XML_TEXT_NODE && !tree_is_blank(n))
			s = (const char *)n->content + strspn(
			    (const char *)n->content, " \t\r\n");
	return *s >= '0' && *s <= '9' && s[strspn(s, "0123456789")] == '.';
}

/*
 * Numbers senses, if there are several and they have no numbers of their own.
 */
static void
number_senses(xmlNode *entry)
{
	size_t senses = 0;

	for (xmlNode *c = entry->children; c; c = c->next) {
		if (docbook_id(c) != DB_glossdef)
			continue;
		if (is_numbered(c))
			return;
		senses++;
	}
	if (senses > 1)
		number_children(entry, DB_glossdef, ARABIC, 1);
}

/* Elements numbered through the document, if they have a title. */
static const enum docbook_id titled[] = {
	DB_figure, DB_table, DB_example, DB_equation,
};

enum { TITLED = sizeof titled / sizeof *titled };

/* The last numbers given. */
struct counts {
	unsigned long titled[TITLED];
	unsigned long chapters, appendices; /* in all parts */
	unsigned long last[STYLES];         /* item of lists at each depth */
	unsigned long line;                 /* of numbered listings */
	struct budget labels;
};

/* Sets the number: the label attribute, or else the next one. */
static void
set_titled(xmlNode *node, unsigned long n)
{
	const char *own = tree_attr(node, "label");

	if (own && *own)
		tree_set(node, "number", own);
	else
		set_number(node, ARABIC, n);
}

/*
 * Sets the label attribute as the number; it is printed even without a title.
 */
static void
set_own(xmlNode *node)
{
	const char *own = tree_attr(node, "label");

	if (own && *own)
		tree_set(node, "number", own);
}

static void
number_titled(struct counts *c, xmlNode *node)
{
	static const enum docbook_id informal[TITLED] = {
		DB_informalfigure, DB_informaltable, DB_informalexample,
		DB_informalequation,
	};

	for (size_t i = 0; i < TITLED; i++) {
		if (informal[i] == docbook_id(node))
			set_own(node);
		if (titled[i] != docbook_id(node))
			continue;
		if (tree_info_child(node, DB_title))
			set_titled(node, ++c->titled[i]);
		else
			set_own(node);
	}
}

/*
 * Sets the label: the label attribute, or else a number after the parent's
 * label.
 */
static void
set_label(struct counts *counts, xmlNode *section, enum style style,
    unsigned long n, const char *above)
{
	const char *own = tree_attr(section, "label");
	struct buf label = { 0 };
	char text[32];

	format_number(text, sizeof text, style, n);
	if (above && own == NULL &&
	    budget_take_name(&counts->labels, section, above))
		buf_printf(&label, "%s.", above);
	buf_puts(&label, own ? own : text);
	tree_set(section, "label", buf_str(&label));
	buf_free(&label);
}

/* Labels child sections; not those of a preface, which has no label. */
static void
label_sections(struct counts *counts, const xmlNode *node)
{
	const char *above = tree_resolved(node, "label");
	bool wanted = above || docbook_id(node) == DB_article ||
	    node->parent->type != XML_ELEMENT_NODE;
	unsigned long parts = 0, sections = 0;

	for (xmlNode *c = node->children; c; c = c->next) {
		switch (docbook_id(c)) {
		case DB_part:
			set_label(counts, c, UPPER_ROMAN, ++parts, NULL);
			break;
		case DB_chapter:
			set_label(counts, c, ARABIC, ++counts->chapters, NULL);
			break;
		case DB_appendix:
			set_label(counts, c, UPPER_ALPHA, ++counts->appendices,
			    NULL);
			break;
		case DB_section:
		case DB_sect1:
		case DB_sect2:
		case DB_sect3:
		case DB_sect4:
		case DB_sect5:
			if (wanted)
				set_label(counts, c, ARABIC, ++sections,
				    above);
			break;
		default:
			break;
		}
	}
}

static unsigned long
lines_of(const xmlNode *verbatim)
{
	unsigned long lines = 1;
	bool pending = false;

	for (const xmlNode *n = verbatim; n; n = tree_next(n, verbatim)) {
		const char *s = n->type == XML_TEXT_NODE && n->content ?
		    (const char *)n->content : "";

		for (; *s; s++) {
			lines += pending;
			pending = *s == '\n';
		}
	}
	return lines;
}

/*
 * Puts a number before each line, if linenumbering asks for it; last: the last
 * number given.  A newline at the end starts no line.
 */
static void
number_lines(xmlNode *verbatim, unsigned long *last)
{
	const char *wanted = tree_attr(verbatim, "linenumbering");
	const char *start = tree_attr(verbatim, "startinglinenumber");
	const char *goes_on = tree_attr(verbatim, "continuation");
	unsigned long n = 1;
	char widest[24];
	bool fresh = true;
	int width;

	if (wanted == NULL || strcmp(wanted, "numbered") != 0)
		return;
	if (start && *start >= '0' && *start <= '9')
		n = strtoul(start, NULL, 10);
	else if (goes_on && strcmp(goes_on, "continues") == 0)
		n = *last + 1;
	width = snprintf(widest, sizeof widest, "%lu",
	    n + lines_of(verbatim) - 1);
	for (xmlNode *t = verbatim; t; t = tree_next(t, verbatim)) {
		struct buf out = { 0 };
		const char *s;

		if (t->type != XML_TEXT_NODE || t->content == NULL)
			continue;
		for (s = (const char *)t->content; *s; s++) {
			if (fresh)
				buf_printf(&out, "%*lu  ", width, n++);
			fresh = *s == '\n';
			buf_putc(&out, *s);
		}
		xmlNodeSetContent(t, (const xmlChar *)buf_str(&out));
		buf_free(&out);
	}
	*last = n - 1;
}

/*
 * Numbers questions if their qandaset asks for it; each qandadiv starts again.
 */
static void
number_questions(struct counts *counts, xmlNode *node)
{
	const xmlNode *set = docbook_id(node) == DB_qandaset ? node :
	    tree_ancestor(node, DB_qandaset);
	const char *label = set ? tree_attr(set, "defaultlabel") : NULL;

	(void)counts;
	if (label && strcmp(label, "number") == 0)
		number_children(node, DB_qandaentry, ARABIC, 1);
}

/* Puts the number of the enclosing list's item before those in a list. */
static void
inherit_numbers(struct counts *counts, xmlNode *list)
{
	const char *wanted = tree_attr(list, "inheritnum");
	const char *above;

	if (wanted == NULL || strcmp(wanted, "inherit") != 0 ||
	    docbook_id(list->parent) != DB_listitem ||
	    !(above = tree_resolved(list->parent, "number")))
		return;
	for (xmlNode *c = list->children; c; c = c->next) {
		const char *own = tree_resolved(c, "number");
		struct buf both = { 0 };

		if (own == NULL ||
		    !budget_take_name(&counts->labels, c, above))
			continue;
		buf_printf(&both, "%s.%s", above, own);
		tree_set(c, "number", buf_str(&both));
		buf_free(&both);
	}
}

static void
number_items(struct counts *counts, xmlNode *list)
{
	unsigned long depth = depth_among(list, DB_orderedlist);
	unsigned long *last = &counts->last[depth % STYLES];

	*last = number_children(list, DB_listitem, style_of(list, depth),
	    first_of(list, *last));
	inherit_numbers(counts, list);
}

static void
number_steps(struct counts *counts, xmlNode *procedure)
{
	(void)counts;
	number_children(procedure, DB_step, ARABIC, 1);
}

static void
number_substeps(struct counts *counts, xmlNode *steps)
{
	unsigned long depth = depth_among(steps, DB_substeps) + 1;

	(void)counts;
	number_children(steps, DB_step, style_of(steps, depth), 1);
}

static void
number_alternatives(struct counts *counts, xmlNode *steps)
{
	(void)counts;
	number_children(steps, DB_step, LOWER_ALPHA, 1);
}

static void
number_callouts(struct counts *counts, xmlNode *list)
{
	(void)counts;
	number_children(list, DB_callout, ARABIC, 1);
}

static void
number_fragments(struct counts *counts, xmlNode *synopsis)
{
	(void)counts;
	number_children(synopsis, DB_synopfragment, ARABIC, 1);
}

static void
number_listing(struct counts *counts, xmlNode *verbatim)
{
	number_lines(verbatim, &counts->line);
}

static void
number_entry(struct counts *counts, xmlNode *entry)
{
	(void)counts;
	number_senses(entry);
}

/* Labels the children of a book, starting again. */
static void
number_book(struct counts *counts, xmlNode *book)
{
	counts->chapters = counts->appendices = 0;
	label_sections(counts, book);
}

static void
place_areas(struct counts *counts, xmlNode *holder)
{
	(void)counts;
	areas_place(holder);
}

static void
place_members(struct counts *counts, xmlNode *list)
{
	(void)counts;
	cells_from_members(list);
}

static void
place_cells(struct counts *counts, xmlNode *group)
{
	(void)counts;
	cells_place(group);
}

/* Sections and titled elements are not in this table. */
static void (*const acts[DB_count])(struct counts *counts, xmlNode *node) = {
	[DB_book] = number_book,
	[DB_calloutlist] = number_callouts,
	[DB_cmdsynopsis] = number_fragments,
	[DB_entrytbl] = place_cells,
	[DB_glossentry] = number_entry,
	[DB_literallayout] = number_listing,
	[DB_orderedlist] = number_items,
	[DB_procedure] = number_steps,
	[DB_programlisting] = number_listing,
	[DB_programlistingco] = place_areas,
	[DB_qandadiv] = number_questions,
	[DB_qandaset] = number_questions,
	[DB_screen] = number_listing,
	[DB_screenco] = place_areas,
	[DB_simplelist] = place_members,
	[DB_stepalternatives] = number_alternatives,
	[DB_substeps] = number_substeps,
	[DB_synopsis] = number_listing,
	[DB_tgroup] = place_cells,
};

/* Sets the attributes r:is and r:word from the element's row. */
static void
mark(xmlNode *node, const struct docbook *row)
{
	if (row->is == IS_SECTION)
		tree_set(node, "is", "section");
	if (row->word)
		tree_set(node, "word", row->word);
	else if (row->label && tree_resolved(node, "number"))
		tree_set(node, "word", row->label);
}

size_t
number_tree(xmlNode *root, bool huge, struct diags *d)
{
	struct counts counts = { .labels = budget_new(LIMIT_LABELS, huge) };
	size_t places = 0;

	for (xmlNode *n = root; n; n = tree_next(n, root)) {
		const struct docbook *row = docbook_of(n);

		if (row == NULL)
			continue;
		if (acts[row->id])
			acts[row->id](&counts, n);
		else if (row->is == IS_SECTION)
			label_sections(&counts, n);
		else
			number_titled(&counts, n);
		mark(n, row);
		places += row->is == IS_SECTION ||
		    row->id == DB_footnote || row->id == DB_glossentry;
	}
	budget_kept(&counts.labels, "what labels repeat", d);
	return places;
}
