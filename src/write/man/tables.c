/* SPDX-License-Identifier: MIT */
/* Man pages: tables.  tbl.c lays them out after all cells are known. */
#include "man.h"

void
man_open_table(void *w, const xmlNode *node)
{
	struct man *m = w;

	(void)node;
	man_end_block(m);
	man_take_back_space(m);
	if (m->tables++ == 0)
		man_set_off(m, 0);
}

void
man_open_row(void *w, const xmlNode *node)
{
	struct man *m = w;

	if (m->tables > 1)
		return;
	if (m->tbl == NULL) {
		man_start_block(m);
		m->tbl = tbl_new();
		m->roff.cell = true;
		roff_turn(&m->roff, &m->cell);
		man_set_room(m);
	}
	tbl_row(m->tbl, layout_has(node, "kind", "head") ? TBL_HEAD :
	    layout_has(node, "kind", "foot") ? TBL_FOOT : TBL_BODY);
}

void
man_open_cell(void *w, const xmlNode *node)
{
	struct man *m = w;
	const char *align = layout_attr(node, "align");

	if (layout_has(node->parent, "kind", "head"))
		roff_font_push(&m->roff, ROFF_BOLD);
	if (m->tables == 1)
		tbl_cell(m->tbl, align ? *align : 'l',
		    layout_attr(node, "colspan"),
		    layout_attr(node, "rowspan"));
}

void
man_close_cell(void *w, const xmlNode *node)
{
	struct man *m = w;

	man_end_block(m);
	if (layout_has(node->parent, "kind", "head"))
		roff_font_pop(&m->roff, ROFF_BOLD);
}

void
man_close_table(void *w, const xmlNode *node)
{
	struct man *m = w;

	(void)node;
	if (--m->tables > 0)
		return;
	m->has_table |= tbl_write(m->tbl, &m->page, MAN_ROOM - m->margin) ==
	    TBL_DRAWN;
	tbl_free(m->tbl);
	m->tbl = NULL;
	m->roff.cell = false;
	roff_turn(&m->roff, &m->page);
	man_take_back_space(m);
	man_set_back(m);
}
