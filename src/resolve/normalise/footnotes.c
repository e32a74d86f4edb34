/* SPDX-License-Identifier: MIT */
/* Moves footnotes to the end of their section. */
#include <stdio.h>

#include "gloss/read.h"
#include "gloss/resolve.h"
#include "flatten.h"
#include "footnotes.h"
#include "resolve/tree.h"

/* The section or page at whose end a footnote is printed, or NULL. */
static xmlNode *
section_of(xmlNode *footnote, bool split)
{
	const struct docbook *row;
	xmlNode *up = footnote->parent;

	for (; up; up = up->parent)
		if ((row = docbook_of(up)) != NULL &&
		    ((split && row->id == DB_glossentry) ||
		    ((row->is == IS_SECTION ||
		    up == xmlDocGetRootElement(up->doc)) &&
		    row->holds == HOLDS_BLOCKS)))
			return up;
	return NULL;
}

/*
 * A reference page begins with its names, so their footnotes go to its first
 * section.
 */
static xmlNode *
home_of(xmlNode *section)
{
	xmlNode *child = section->children;

	if (docbook_id(section) != DB_refentry)
		return section;
	while (child && docbook_id(child) != DB_refsection &&
	    docbook_id(child) != DB_refsect1)
		child = child->next;
	return child ? child : section;
}

/* Adds an r:footnotes as the last block of a section. */
static xmlNode *
add_footnotes(xmlNode *section)
{
	xmlNode *notes = xmlNewDocNode(section->doc, NULL,
	    (const xmlChar *)"footnotes", NULL);
	xmlNode *child = section->children;

	while (child && tree_stands(child) != IS_SECTION)
		child = child->next;
	if (child)
		xmlAddPrevSibling(child, notes);
	else
		xmlAddChild(section, notes);
	xmlSetNs(notes, xmlSearchNsByHref(section->doc, section,
	    (const xmlChar *)RESOLVED_NS));
	return notes;
}

/*
 * Links the i-th mark with its footnote by an id, the source's or a generated
 * one.  n is the number of footnotes without a label so far, this one included.
 */
static void
tie(xmlNode *mark, xmlNode *note, size_t i, unsigned long n)
{
	xmlNs *xml = xmlSearchNs(note->doc, note, (const xmlChar *)"xml");
	const char *label = tree_attr(note, "label");
	char text[40];

	snprintf(text, sizeof text, "%lu", n);
	tree_set(note, "number", label ? label : text);
	if (tree_id(note) == NULL) {
		snprintf(text, sizeof text, "glossc.footnote.%zu", i + 1);
		xmlNewNsProp(note, xml, (const xmlChar *)"id",
		    (const xmlChar *)text);
	}
	xmlNewProp(mark, (const xmlChar *)"linkend",
	    (const xmlChar *)tree_id(note));
}

void
footnotes_gather(xmlNode *const *notes, size_t len, bool split)
{
	xmlNode *section = NULL, *home = NULL, *into = NULL, *mark;
	unsigned long n = 0;

	for (size_t i = 0; i < len; i++) {
		xmlNode *note = notes[i];
		xmlNode *holder = section_of(note, split);

		if (holder == NULL) {
			flatten(note);
			continue;
		}
		if (holder != section && home_of(section = holder) != home)
			into = add_footnotes(home = home_of(holder));
		mark = tree_new(note->doc, DB_footnoteref);
		read_copy_line(mark, note);
		xmlAddPrevSibling(note, mark);
		n += tree_attr(note, "label") == NULL;
		tie(mark, note, i, n);
		tree_move(note, into);
	}
}
