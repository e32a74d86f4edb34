/* SPDX-License-Identifier: MIT */
/* Man pages: fonts, references, links, and other parts of a line. */
#include <string.h>

#include "write/script.h"
#include "man.h"

void
man_open_strong(void *w, const xmlNode *node)
{
	(void)node;
	roff_font_push(&((struct man *)w)->roff, ROFF_BOLD);
}

void
man_close_strong(void *w, const xmlNode *node)
{
	(void)node;
	roff_font_pop(&((struct man *)w)->roff, ROFF_BOLD);
}

void
man_open_em(void *w, const xmlNode *node)
{
	(void)node;
	roff_font_push(&((struct man *)w)->roff, ROFF_ITALIC);
}

void
man_close_em(void *w, const xmlNode *node)
{
	(void)node;
	roff_font_pop(&((struct man *)w)->roff, ROFF_ITALIC);
}

void
man_open_var(void *w, const xmlNode *node)
{
	(void)node;
	roff_font_push(&((struct man *)w)->roff, ROFF_VARIABLE);
}

void
man_close_var(void *w, const xmlNode *node)
{
	(void)node;
	roff_font_pop(&((struct man *)w)->roff, ROFF_VARIABLE);
}

/* Bold, except in code. */
void
man_open_code(void *w, const xmlNode *node)
{
	struct man *m = w;

	m->code++;
	if (!m->roff.verbatim)
		man_open_strong(m, node);
}

void
man_close_code(void *w, const xmlNode *node)
{
	struct man *m = w;

	m->code--;
	if (!m->roff.verbatim)
		man_close_strong(m, node);
}

/* Terms are bold, unless their markup has a font of its own. */
static bool
is_term(const xmlNode *ref)
{
	return layout_has(ref, "kind", "term") &&
	    !layout_child(ref, L_EM) && !layout_child(ref, L_CODE) &&
	    !layout_child(ref, L_VAR);
}

/* The text of an element that holds only text; or NULL. */
static const char *
text_of(const xmlNode *node)
{
	const xmlNode *text = node->children;

	return text && text->type == XML_TEXT_NODE && text->next == NULL ?
	    (const char *)text->content : NULL;
}

static void
find_anchor(void *w, const xmlNode *node)
{
	struct man *m = w;
	const xmlNode *section = NULL;
	const char *title;

	for (const xmlNode *n = node; n; n = n->parent)
		if (layout_is(n, L_SECTION))
			section = n;
	title = section && layout_attr(section, "anchor") ?
	    xmlHashLookup(m->headings,
		BAD_CAST layout_attr(section, "anchor")) : NULL;
	if (title)
		xmlHashAddEntry(m->headings, BAD_CAST layout_attr(node, "name"),
		    (void *)title);
}

/*
 * The heading in capitals of the section that a reference leads to or into, or
 * NULL.  Few references lead into a section, so the anchors in sections are
 * added on first use.
 */
static const char *
find_heading(struct man *m, const xmlNode *ref)
{
	static const struct act acts[L_COUNT] = {
		[L_ANCHOR] = {find_anchor, NULL},
	};
	const char *anchor = layout_attr(ref, "anchor");
	const char *title = xmlHashLookup(m->headings, BAD_CAST anchor);

	if (title || m->looked)
		return title;
	write_walk(m->document, acts, NULL, m);
	m->looked = true;
	return xmlHashLookup(m->headings, BAD_CAST anchor);
}

/*
 * Is the text of a reference the same as the heading in capitals that it leads
 * to?
 */
static bool
names_heading(struct man *m, const xmlNode *ref)
{
	const char *own = layout_has(ref, "kind", "section") ?
	    text_of(ref) : NULL;
	const char *title = own ? find_heading(m, ref) : NULL;

	return title && layout_same(own, title);
}

void
man_open_ref(void *w, const xmlNode *node)
{
	struct man *m = w;

	if (is_term(node))
		man_open_strong(m, node);
	if (!m->upper && names_heading(m, node)) {
		m->upper = true;
		m->named = node;
	}
}

void
man_close_ref(void *w, const xmlNode *node)
{
	struct man *m = w;

	if (m->named == node) {
		m->upper = false;
		m->named = NULL;
	}
	if (is_term(node))
		man_close_strong(m, node);
}

/* The heading of the section that the enclosing reference leads to, or NULL. */
static const char *
heading_of(struct man *m, const xmlNode *node)
{
	return layout_is(node->parent, L_REF) ? find_heading(m, node->parent) :
	    NULL;
}

void
man_open_heading(void *w, const xmlNode *node)
{
	struct man *m = w;
	const char *title = heading_of(m, node);
	bool upper = m->upper;

	if (title == NULL)
		return;
	m->upper = true;
	man_text(m, title, strlen(title));
	m->upper = upper;
	m->mute++;
}

void
man_close_heading(void *w, const xmlNode *node)
{
	struct man *m = w;

	if (heading_of(m, node))
		m->mute--;
}

void
man_write_page(void *w, const xmlNode *node)
{
	struct man *m = w;
	const char *section = layout_attr(node, "section");

	man_open_strong(m, node);
	man_put_as(m, ROFF_LITERAL, layout_attr(node, "name"));
	man_close_strong(m, node);
	/* empty: "()" after the name of a function */
	if (section == NULL)
		return;
	man_put_as(m, ROFF_LITERAL, "(");
	man_put_as(m, ROFF_LITERAL, section);
	man_put_as(m, ROFF_LITERAL, ")");
}

void
man_open_script(void *w, const xmlNode *node)
{
	const char *close;

	man_put(w, script_open(node, &close));
}

void
man_close_script(void *w, const xmlNode *node)
{
	const char *close;

	script_open(node, &close);
	man_put(w, close);
}

/* man(7) has no font for struck-out text. */
void
man_put_del(void *w, const xmlNode *node)
{
	(void)node;
	man_put(w, "~~");
}

void
man_open_nobreak(void *w, const xmlNode *node)
{
	(void)node;
	((struct man *)w)->together++;
}

void
man_close_nobreak(void *w, const xmlNode *node)
{
	(void)node;
	((struct man *)w)->together--;
}

void
man_write_br(void *w, const xmlNode *node)
{
	struct man *m = w;

	(void)node;
	if (m->roff.verbatim)
		man_put(m, "\n");
	else if (m->inlined)
		man_put(m, " ");
	else if (m->tbl)
		man_end_block(m);
	else if (!m->mute)
		roff_break(&m->roff);
}

void
man_open_url(void *w, const xmlNode *node)
{
	struct man *m = w;

	if (layout_says(node, layout_address(node))) {
		man_put_as(m, ROFF_LITERAL, layout_address(node));
		m->mute++;
	} else if (*layout_address(node) && !m->inlined && !m->tbl &&
	    !m->roff.verbatim && !m->link) {
		m->link = node;
		roff_link_open(&m->roff, layout_attr(node, "href"));
	}
}

void
man_close_url(void *w, const xmlNode *node)
{
	struct man *m = w;

	if (layout_says(node, layout_address(node))) {
		m->mute--;
	} else if (m->link == node) {
		m->link = NULL;
		roff_link_close(&m->roff, layout_attr(node, "href"));
	} else if (*layout_address(node)) {
		man_put(m, " <");
		man_put_as(m, ROFF_LITERAL, layout_address(node));
		man_put(m, ">");
	}
}

void
man_open_image(void *w, const xmlNode *node)
{
	struct man *m = w;

	if (!layout_says(node, ""))
		return;
	man_put(m, "[");
	man_put_as(m, ROFF_LITERAL, layout_attr(node, "file"));
	man_put(m, "]");
}

/* Finds the headings that references may name; there are few. */
void
man_find_headings(struct man *m, const xmlNode *document)
{
	const xmlNode *section = layout_child(document, L_SECTION);
	const xmlNode *title;
	const char *anchor, *text;

	m->document = document;
	m->headings = xmlHashCreate(16);
	for (; section; section = layout_after(section)) {
		anchor = layout_attr(section, "anchor");
		title = layout_child(section, L_TITLE);
		text = anchor && title ? text_of(title) : NULL;
		if (text)
			xmlHashAddEntry(m->headings, (const xmlChar *)anchor,
			    (void *)text);
	}
}
