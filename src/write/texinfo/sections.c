/* SPDX-License-Identifier: MIT */
/* Texinfo: nodes, menus, and titles of all kinds. */
#include <string.h>

#include "texinfo.h"

/* Maximum depth of nodes; deeper sections are headings. */
enum { DEEPEST_NODE = 4 };

static bool
has_node(const struct texinfo *x)
{
	return x->depth <= DEEPEST_NODE;
}

/*
 * Is a title the name of its node, apart from characters that a name cannot
 * have?
 */
static bool
says_name(const xmlNode *title, const char *name)
{
	xmlChar *words = xmlNodeGetContent(title);
	struct buf said = { 0 };
	bool result;

	texi_name(&said, (const char *)words, false);
	if (buf_last(&said) == '.')
		buf_truncate(&said, said.len - 1);
	result = strcmp(buf_str(&said), name) == 0;
	buf_free(&said);
	xmlFree(words);
	return result;
}

/* Writes the menu: this section and its following siblings. */
static void
put_menu(struct texinfo *x, const xmlNode *section)
{
	const xmlNode *title;
	const char *name;

	texi_gap(&x->texi);
	texi_command(&x->texi, "@menu");
	for (; section; section = layout_after(section)) {
		title = layout_child(section, L_TITLE);
		name = places_name(x->places, section);
		texi_open_entry(&x->texi, name, false);
		if (!says_name(title, name))
			texinfo_write_plain(x, title);
		texi_close_line(&x->texi);
	}
	texi_command(&x->texi, "@end menu");
}

void
texinfo_open_section(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	x->depth++;
	if (has_node(x) && !layout_follows(node, L_SECTION))
		put_menu(x, node);
	texi_gap(&x->texi);
	if (has_node(x))
		texi_node(&x->texi, places_name(x->places, node));
	else
		texinfo_put_anchor(x, node);
}

void
texinfo_close_section(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	(void)node;
	x->depth--;
}

/* Writes version and date. */
static void
put_edition(struct texinfo *x, const xmlNode *document)
{
	const char *source = layout_attr(document, "source");
	const char *date = layout_attr(document, "date");

	texi_gap(&x->texi);
	if (source)
		texi_puts(&x->texi, source);
	if (source && *source && date && *date)
		texi_puts(&x->texi, ", ");
	if (date)
		texi_puts(&x->texi, date);
	texi_end(&x->texi);
}

static void
open_heading(struct texinfo *x, const xmlNode *title)
{
	static const char *const commands[] = {"@top", "@unnumbered",
	    "@unnumberedsec", "@unnumberedsubsec", "@unnumberedsubsubsec"};

	(void)title;
	texi_open_line(&x->texi,
	    has_node(x) ? commands[x->depth] : "@subsubheading");
}

static void
close_heading(struct texinfo *x, const xmlNode *title)
{
	texi_close_line(&x->texi);
	if (x->depth == 0)
		texi_command(&x->texi, "@end ifnottex");
	texinfo_put_marks(x, title);
	if (x->depth == 0)
		put_edition(x, title->parent);
}

static void
open_note_title(struct texinfo *x, const xmlNode *title)
{
	texinfo_put_marks(x, title);
	texi_open_line(&x->texi, "@quotation");
}

/* makeinfo puts the first line of the content next to the label. */
static void
close_note_title(struct texinfo *x, const xmlNode *title)
{
	const xmlNode *next = title->next;

	while (next && layout_element(next) == L_NONE)
		next = next->next;
	texi_close_line(&x->texi);
	if (next && !layout_is(next, L_PARA))
		texi_blank_line(&x->texi);
}

static void
open_caption(struct texinfo *x, const xmlNode *title)
{
	texinfo_put_marks(x, title);
	texi_open(&x->texi, "strong");
}

static void
close_caption(struct texinfo *x, const xmlNode *title)
{
	(void)title;
	texi_close(&x->texi, "strong");
	texi_end(&x->texi);
}

/* Titles are written according to what they are the title of. */
static const struct title {
	void (*open)(struct texinfo *x, const xmlNode *title);
	void (*close)(struct texinfo *x, const xmlNode *title);
} titles[L_COUNT] = {
	[L_DOCUMENT] = {open_heading, close_heading},
	[L_SECTION] = {open_heading, close_heading},
	[L_NOTE] = {open_note_title, close_note_title},
	[L_FIGURE] = {open_caption, close_caption},
	[L_TABLE] = {open_caption, close_caption},
};

void
texinfo_open_title(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	titles[layout_element(node->parent)].open(x, node);
	x->plain++;
}

void
texinfo_close_title(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	x->plain--;
	titles[layout_element(node->parent)].close(x, node);
}
