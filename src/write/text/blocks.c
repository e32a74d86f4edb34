/* SPDX-License-Identifier: MIT */
/* Plain text: sections, paragraphs and other blocks. */
#include "acts.h"

void
text_open_block(void *w, const xmlNode *node)
{
	struct text *t = w;

	(void)node;
	fill_gap(t->fill, 1);
}

void
text_close_text(void *w, const xmlNode *node)
{
	struct text *t = w;

	(void)node;
	fill_end(t->fill);
}

/* Several of the same in a row have no blank lines between them. */
static void
open_line(struct text *t, const xmlNode *node)
{
	if (layout_follows(node, layout_element(node)))
		fill_tight(t->fill);
	else
		fill_gap(t->fill, 1);
}

void
text_open_section(void *w, const xmlNode *node)
{
	struct text *t = w;

	(void)node;
	t->depth++;
	fill_gap(t->fill, t->depth == 1 ? 2 : 1);
}

void
text_close_section(void *w, const xmlNode *node)
{
	struct text *t = w;

	(void)node;
	t->depth--;
}

/* The version and the date, under the title of the document. */
static void
write_edition(struct text *t, const xmlNode *document)
{
	const char *source = layout_attr(document, "source");
	const char *date = layout_attr(document, "date");

	fill_gap(t->fill, 1);
	if (source)
		fill_puts(t->fill, source);
	if (source && *source && date && *date)
		fill_puts(t->fill, ", ");
	if (date)
		fill_puts(t->fill, date);
	fill_end(t->fill);
}

void
text_close_title(void *w, const xmlNode *node)
{
	static const char lines[] = "=-~.";
	struct text *t = w;

	if (layout_is(node->parent, L_DOCUMENT) ||
	    layout_is(node->parent, L_SECTION)) {
		fill_underline(t->fill,
		    lines[t->depth < 3 ? t->depth : 3]);
		if (t->depth == 0)
			write_edition(t, node->parent);
	} else if (!layout_is(node->parent, L_FIGURE)) {
		fill_tight(t->fill);
	}
}

void
text_open_naming(void *w, const xmlNode *node)
{
	struct text *t = w;

	open_line(t, node);
	fill_hang(t->fill, INDENT);
}

void
text_open_name(void *w, const xmlNode *node)
{
	struct text *t = w;

	if (layout_follows(node, L_NAME))
		fill_puts(t->fill, ", ");
}

void
text_open_purpose(void *w, const xmlNode *node)
{
	struct text *t = w;

	(void)node;
	fill_puts(t->fill, " - ");
}

void
text_open_verbatim(void *w, const xmlNode *node)
{
	struct text *t = w;

	fill_gap(t->fill, 1);
	fill_verbatim(t->fill, layout_has(node, "indent", "no") ? 0 : INDENT);
}

void
text_open_synopsis(void *w, const xmlNode *node)
{
	struct text *t = w;

	open_line(t, node);
	fill_hang(t->fill, INDENT);
	fill_keep(t->fill, FILL_WORDS);
}

void
text_close_synopsis(void *w, const xmlNode *node)
{
	struct text *t = w;

	(void)node;
	fill_unkeep(t->fill, FILL_WORDS);
	fill_end(t->fill);
}

void
text_open_blockquote(void *w, const xmlNode *node)
{
	struct text *t = w;

	(void)node;
	fill_gap(t->fill, 1);
	fill_in(t->fill, INDENT);
}

void
text_open_note(void *w, const xmlNode *node)
{
	struct text *t = w;

	(void)node;
	fill_gap(t->fill, 1);
	fill_bar(t->fill);
}

void
text_close_indented(void *w, const xmlNode *node)
{
	struct text *t = w;

	(void)node;
	fill_out(t->fill);
}

void
text_write_rule(void *w, const xmlNode *node)
{
	struct text *t = w;

	(void)node;
	fill_gap(t->fill, 1);
	fill_rule(t->fill, fill_room(t->fill));
}
