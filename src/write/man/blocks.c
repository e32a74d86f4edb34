/* SPDX-License-Identifier: MIT */
/* Man pages: sections, titles, paragraphs, and what is set off from them. */
#include <string.h>

#include "man.h"

/* The indent of a synopsis whose command is too long to hang from. */
enum { HANG_SYNOPSIS = 8 };

void
man_close_para(void *w, const xmlNode *node)
{
	(void)node;
	man_end_block(w);
	man_take_back_space(w);
}

void
man_open_para(void *w, const xmlNode *node)
{
	(void)node;
	man_start_block(w);
}

void
man_open_blockquote(void *w, const xmlNode *node)
{
	(void)node;
	man_end_block(w);
	man_take_back_space(w);
	man_set_off(w, MAN_SET_OFF);
}

void
man_close_blockquote(void *w, const xmlNode *node)
{
	(void)node;
	man_end_block(w);
	man_set_back(w);
}

/* Starts a block that is set off, after writing its title. */
void
man_open_note(void *w, const xmlNode *node)
{
	if (layout_child(node, L_TITLE) == NULL)
		man_open_blockquote(w, node);
}

void
man_write_rule(void *w, const xmlNode *node)
{
	struct man *m = w;

	(void)node;
	man_start_block(m);
	if (m->tbl == NULL)
		roff_request(&m->roff, "ce");
	man_put(m, "* * *");
	man_end_block(m);
}

/* A cell has no margin to return to. */
static bool
is_at_margin(const struct man *m, const xmlNode *verbatim)
{
	return m->tbl == NULL && layout_has(verbatim, "indent", "no");
}

void
man_open_verbatim(void *w, const xmlNode *node)
{
	struct man *m = w;

	if (is_at_margin(m, node)) {
		man_start_block(m);
	} else {
		man_open_blockquote(m, node);
		if (m->tbl == NULL && !m->fresh) {
			man_set_tight(m, false);
			roff_request(&m->roff, "PP");
		}
	}
	m->code++;
	roff_verbatim_open(&m->roff);
}

void
man_close_verbatim(void *w, const xmlNode *node)
{
	struct man *m = w;
	const char *line, *end;

	roff_verbatim_close(&m->roff);
	m->code--;
	if (m->tbl) {
		line = buf_str(&m->cell);
		for (; (end = strchr(line, '\n')) != NULL; line = end + 1)
			tbl_piece(m->tbl, line, (size_t)(end - line));
		buf_truncate(&m->cell, 0);
		roff_turn(&m->roff, &m->cell);
	}
	if (is_at_margin(m, node))
		man_end_block(m);
	else
		man_close_blockquote(m, node);
}

void
man_open_section(void *w, const xmlNode *node)
{
	struct man *m = w;

	(void)node;
	man_end_block(m);
	man_set_tight(m, false);
	m->section++;
}

void
man_close_section(void *w, const xmlNode *node)
{
	struct man *m = w;

	if (m->section-- > 2)
		man_close_blockquote(m, node);
}

/*
 * Is it the title of a section for which man(7) has a request?  Other titles
 * are bold.
 */
static bool
is_heading(const struct man *m, const xmlNode *title)
{
	return layout_element(title->parent) == L_SECTION && m->section <= 2;
}

/*
 * Is it the heading NAME?  lexgrog recognises it only as it is, not in
 * capitals.
 */
static bool
is_name_heading(const struct man *m, const xmlNode *title)
{
	return is_heading(m, title) && layout_child(title->parent, L_NAMING);
}

void
man_open_title(void *w, const xmlNode *node)
{
	struct man *m = w;

	if (layout_element(node->parent) == L_DOCUMENT) {
		m->mute++;
		return;
	}
	m->inlined = true;
	m->together += is_name_heading(m, node);
	if (is_heading(m, node)) {
		m->upper = m->section == 1;
		m->hung = false;
		roff_line_open(&m->roff, m->upper ? "SH" : "SS");
		return;
	}
	man_start_block(m);
	if (m->tbl == NULL)
		roff_line_open(&m->roff, NULL);
	roff_font_push(&m->roff, ROFF_BOLD);
}

void
man_close_title(void *w, const xmlNode *node)
{
	struct man *m = w;
	enum layout_element parent = layout_element(node->parent);

	if (parent == L_DOCUMENT) {
		m->mute--;
		return;
	}
	m->inlined = m->upper = false;
	m->together -= is_name_heading(m, node);
	if (is_heading(m, node)) {
		roff_line_close(&m->roff);
		m->fresh = true;
		return;
	}
	roff_font_pop(&m->roff, ROFF_BOLD);
	if (m->tbl == NULL)
		roff_line_close(&m->roff);
	if (parent == L_SECTION || parent == L_NOTE) {
		man_open_blockquote(m, node);
		m->fresh = true;
	}
}

void
man_open_naming(void *w, const xmlNode *node)
{
	struct man *m = w;

	if (layout_follows(node, L_NAMING) && m->tbl == NULL)
		roff_request(&m->roff, "br");
	else
		man_start_block(m);
	if (m->tbl == NULL)
		roff_line_open(&m->roff, NULL);
	m->inlined = m->roff.plain = true;
}

void
man_close_naming(void *w, const xmlNode *node)
{
	struct man *m = w;

	(void)node;
	m->inlined = m->roff.plain = false;
	if (m->tbl == NULL)
		roff_names_close(&m->roff);
	man_end_block(m);
}

void
man_open_name(void *w, const xmlNode *node)
{
	struct man *m = w;

	if (layout_follows(node, L_NAME))
		man_put(m, ", ");
	m->code++;
}

void
man_close_name(void *w, const xmlNode *node)
{
	(void)node;
	((struct man *)w)->code--;
}

void
man_open_purpose(void *w, const xmlNode *node)
{
	(void)node;
	man_put_as(w, ROFF_LITERAL, " - ");
}

void
man_open_synopsis(void *w, const xmlNode *node)
{
	struct man *m = w;
	const xmlNode *term = layout_child(node, L_TERM);
	xmlChar *text = term ? xmlNodeGetContent(term) : NULL;
	size_t width = text ? man_columns((const char *)text) + 1
			    : HANG_SYNOPSIS;

	xmlFree(text);
	man_end_block(m);
	man_take_back_space(m);
	man_set_off(m, 0);
	if (m->tbl)
		return;
	man_set_tight(m, false);
	man_frame(m)->hang = width > MAN_HANG_FAR ? HANG_SYNOPSIS : width;
	roff_request(&m->roff, "HP %zu", man_frame(m)->hang);
	m->hung = true;
	man_set_room(m);
	m->fresh = false;
}
