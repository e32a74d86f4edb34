/* SPDX-License-Identifier: MIT */
/* Texinfo: paragraphs, examples, quotations, and other blocks. */
#include "texinfo.h"

/* A longer command of a synopsis is not hung from. */
enum { LONGEST_HANG = 24 };

void
texinfo_open_para(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	texi_gap(&x->texi);
	texinfo_put_marks(x, node);
}

void
texinfo_close_para(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	(void)node;
	texi_end(&x->texi);
}

void
texinfo_open_name(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	if (layout_follows(node, L_NAME))
		texi_puts(&x->texi, ", ");
	texi_open(&x->texi, "strong");
}

void
texinfo_close_name(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	(void)node;
	texi_close(&x->texi, "strong");
}

void
texinfo_open_purpose(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	(void)node;
	texi_puts(&x->texi, " \u2014 ");
}

/* @insertcopying: the text in @copying of the header. */
void
texinfo_open_copying(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	if (layout_is(node->parent, L_DOCUMENT))
		x->copying = x->texi.out->len;
}

void
texinfo_close_copying(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	if (x->header || !layout_is(node->parent, L_DOCUMENT))
		return;
	texi_cut(&x->texi, x->copying);
	if (x->copied)
		return;
	texi_gap(&x->texi);
	texi_command(&x->texi, "@insertcopying");
	x->copied = true;
}

void
texinfo_open_verbatim(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	texi_gap(&x->texi);
	texinfo_put_marks(x, node);
	texi_head(&x->texi, "@example");
	x->texi.verbatim = true;
	x->texi.code++;
	x->plain++;
}

void
texinfo_close_verbatim(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	(void)node;
	texi_end(&x->texi);
	x->texi.verbatim = false;
	x->texi.code--;
	x->plain--;
	texi_command(&x->texi, "@end example");
}

/* Consecutive synopses make one example. */
void
texinfo_open_synopsis(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	if (!layout_follows(node, L_SYNOPSIS)) {
		texi_gap(&x->texi);
		texi_head(&x->texi, "@example");
	}
	texinfo_put_marks(x, node);
	x->start = x->texi.out->len;
	x->texi.single = true;
	x->texi.hung = true;
	x->texi.code++;
	x->plain++;
}

static size_t
synopsis_hang(const xmlNode *term)
{
	xmlChar *name;
	int width;

	if (term == NULL)
		return 4;
	name = xmlNodeGetContent(term);
	width = xmlUTF8Strlen(name) + 1;
	xmlFree(name);
	return width > 0 && width <= LONGEST_HANG ? (size_t)width : 4;
}

void
texinfo_close_synopsis(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	x->texi.single = false;
	x->texi.hung = false;
	x->texi.code--;
	x->plain--;
	texi_hang(&x->texi, x->start,
	    synopsis_hang(layout_child(node, L_TERM)));
	texi_end(&x->texi);
	if (!layout_is(layout_after(node), L_SYNOPSIS))
		texi_command(&x->texi, "@end example");
}

void
texinfo_open_blockquote(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	(void)node;
	texi_gap(&x->texi);
	texi_head(&x->texi, "@quotation");
}

void
texinfo_close_blockquote(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	(void)node;
	texi_command(&x->texi, "@end quotation");
}

void
texinfo_open_note(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	texi_gap(&x->texi);
	if (layout_child(node, L_TITLE) == NULL)
		texi_head(&x->texi, "@quotation");
}

void
texinfo_open_figure(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	texi_gap(&x->texi);
	texinfo_put_anchor(x, node);
}

void
texinfo_write_rule(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	(void)node;
	texi_gap(&x->texi);
	texi_command(&x->texi, "@center * * *");
}

void
texinfo_write_index(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	(void)node;
	texi_gap(&x->texi);
	if (places_indexed(x->places))
		texi_command(&x->texi, "@printindex cp");
}
