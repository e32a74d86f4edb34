/* SPDX-License-Identifier: MIT */
/* Texinfo: which layout element becomes which command. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/uloc.h>

#include "gloss/alloc.h"
#include "gloss/write.h"
#include "columns.h"
#include "formats.h"
#include "places.h"
#include "texi.h"

/* A synopsis's command that is longer does not hang what follows it. */
enum { LONGEST_HANG = 24 };

/* A longer head is not repeated before each cell below it. */
enum { LONGEST_HEAD = 40 };

/* Texinfo has nodes of so many levels; deeper sections are headings. */
enum { DEEPEST_NODE = 4 };

enum style { TABLE, ITEMS, MARKED_ITEMS, NUMBERS, GRID, RECORDS };

/* A list or a table. */
struct around {
	enum style style;
	struct columns columns;              /* of a table */
	const xmlNode *heads[COLUMNS_MOST];  /* of records: what each says */
};

struct texinfo {
	struct texi texi;
	struct places *places;
	bool header; /* @copying is being written */
	bool copied;

	unsigned depth;      /* of sections */
	unsigned plain;      /* no references here: titles, examples */
	unsigned linked;     /* inside a reference or a link */
	const xmlNode *link; /* the reference that is being written */
	size_t start;        /* of its words, or of a synopsis */
	size_t words;        /* of a link, where they begin */
	size_t cut, copying; /* where what is taken back begins */

	struct around *around; /* the innermost is the last */
	size_t around_count, around_cap;
};

/* Questions about the tree. */

static bool
is_compact(const xmlNode *list)
{
	return layout_has(list, "compact", "yes");
}

static void
add_text(void *w, const char *utf8, size_t len)
{
	struct texinfo *x = w;

	texi_text(&x->texi, utf8, len);
}

static void
put_argument(struct texinfo *x, const char *command, const char *argument)
{
	texi_open_line(&x->texi, command);
	texi_puts(&x->texi, argument);
	texi_close_line(&x->texi);
}

/* What is not printed where it stands is taken back at its end. */

static void
open_cut(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	(void)node;
	x->cut = x->texi.out->len;
}

static void
close_cut(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	(void)node;
	texi_cut(&x->texi, x->cut);
}

static void
write_br(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	(void)node;
	texi_break(&x->texi);
}

/* The words of a title alone, where a command takes no more. */
static void
write_plain(struct texinfo *x, const xmlNode *node)
{
	static const struct act acts[L_COUNT] = {
		[L_WHERE] = {open_cut, close_cut},
		[L_INDEXTERM] = {open_cut, close_cut},
		[L_BR] = {write_br, NULL},
	};

	write_walk(node, acts, add_text, x);
}

/*
 * Marks: anchors and index entries want lines of their own, and Info goes to
 * what is below them.  So those of a paragraph (term, title...) stand before.
 */

static void
put_anchor(struct texinfo *x, const xmlNode *node)
{
	const char *name = places_name(x->places, node);

	if (name)
		texi_anchor(&x->texi, name);
}

static void
mark_anchor(void *w, const xmlNode *node)
{
	put_anchor(w, node);
}

static void
mark_entry(void *w, const xmlNode *node)
{
	struct texinfo *x = w;
	xmlChar *entry = xmlNodeGetContent(node);
	const char *s = (const char *)entry;

	if (s[strspn(s, " \t\r\n")] != '\0' && !x->header) {
		texi_open_line(&x->texi, "@cindex");
		texi_puts(&x->texi, s);
		texi_close_line(&x->texi);
	}
	xmlFree(entry);
}

static void
put_marks(struct texinfo *x, const xmlNode *node)
{
	static const struct act acts[L_COUNT] = {
		[L_ANCHOR] = {mark_anchor, NULL},
		[L_INDEXTERM] = {mark_entry, NULL},
	};

	write_walk(node, acts, NULL, x);
}

/* An entry among blocks stands where it is; among words put_marks() did it. */

static const bool holds_blocks[L_COUNT] = {
#define ELEMENT(id, name, is, holds, attributes) \
	[L_##id] = ((holds) & G_BLOCK) != 0,
#include "gloss/vocabulary.def"
#undef ELEMENT
};

static void
open_indexterm(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	if (holds_blocks[layout_element(node->parent)]) {
		texi_gap(&x->texi);
		mark_entry(x, node);
	}
	open_cut(x, node);
}

/* Sections. */

static bool
has_node(const struct texinfo *x)
{
	return x->depth <= DEEPEST_NODE;
}

/* All sections from this one on: those of its parent. */
static void
put_menu(struct texinfo *x, const xmlNode *section)
{
	const xmlNode *title;
	const char *name;
	xmlChar *words;

	texi_gap(&x->texi);
	texi_command(&x->texi, "@menu");
	for (; section; section = layout_after(section)) {
		title = layout_child(section, L_TITLE);
		words = xmlNodeGetContent(title);
		name = places_name(x->places, section);
		texi_open_entry(&x->texi, name, false);
		if (strcmp((const char *)words, name) != 0)
			write_plain(x, title);
		texi_close_line(&x->texi);
		xmlFree(words);
	}
	texi_command(&x->texi, "@end menu");
}

static void
open_section(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	x->depth++;
	if (has_node(x) && !layout_follows(node, L_SECTION))
		put_menu(x, node);
	texi_gap(&x->texi);
	if (has_node(x))
		texi_node(&x->texi, places_name(x->places, node));
	else
		put_anchor(x, node);
}

static void
close_section(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	(void)node;
	x->depth--;
}

/* Which edition this is. */
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
	put_marks(x, title);
	if (x->depth == 0)
		put_edition(x, title->parent);
}

static void
open_note_title(struct texinfo *x, const xmlNode *title)
{
	put_marks(x, title);
	texi_open_line(&x->texi, "@quotation");
}

static void
close_note_title(struct texinfo *x, const xmlNode *title)
{
	(void)title;
	texi_close_line(&x->texi);
}

static void
open_caption(struct texinfo *x, const xmlNode *title)
{
	put_marks(x, title);
	texi_open(&x->texi, "strong");
}

static void
close_caption(struct texinfo *x, const xmlNode *title)
{
	(void)title;
	texi_close(&x->texi, "strong");
	texi_end(&x->texi);
}

/* What a title becomes depends on what it is the title of. */
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

static void
open_title(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	titles[layout_element(node->parent)].open(x, node);
	x->plain++;
}

static void
close_title(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	x->plain--;
	titles[layout_element(node->parent)].close(x, node);
}

/* Blocks. */

static void
open_para(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	texi_gap(&x->texi);
	put_marks(x, node);
}

static void
close_para(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	(void)node;
	texi_end(&x->texi);
}

static void
open_name(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	if (layout_follows(node, L_NAME))
		texi_puts(&x->texi, ", ");
	texi_open(&x->texi, "strong");
}

static void
close_name(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	(void)node;
	texi_close(&x->texi, "strong");
}

static void
open_purpose(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	(void)node;
	texi_puts(&x->texi, " \u2014 ");
}

/* The document's own stands in the header too; here it is asked for. */
static void
open_copying(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	if (layout_is(node->parent, L_DOCUMENT))
		x->copying = x->texi.out->len;
}

static void
close_copying(void *w, const xmlNode *node)
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

static void
open_verbatim(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	texi_gap(&x->texi);
	put_marks(x, node);
	texi_head(&x->texi, "@example");
	x->texi.verbatim = true;
	x->texi.code++;
	x->plain++;
}

static void
close_verbatim(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	(void)node;
	texi_end(&x->texi);
	x->texi.verbatim = false;
	x->texi.code--;
	x->plain--;
	texi_command(&x->texi, "@end example");
}

/* One after the other they are one example. */
static void
open_synopsis(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	if (!layout_follows(node, L_SYNOPSIS)) {
		texi_gap(&x->texi);
		texi_head(&x->texi, "@example");
	}
	put_marks(x, node);
	x->start = x->texi.out->len;
	x->texi.single = true;
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

static void
close_synopsis(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	x->texi.single = false;
	x->texi.code--;
	x->plain--;
	texi_hang(&x->texi, x->start,
	    synopsis_hang(layout_child(node, L_TERM)));
	texi_end(&x->texi);
	if (!layout_is(layout_after(node), L_SYNOPSIS))
		texi_command(&x->texi, "@end example");
}

static void
open_blockquote(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	(void)node;
	texi_gap(&x->texi);
	texi_head(&x->texi, "@quotation");
}

static void
close_blockquote(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	(void)node;
	texi_command(&x->texi, "@end quotation");
}

static void
open_note(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	texi_gap(&x->texi);
	if (layout_child(node, L_TITLE) == NULL)
		texi_head(&x->texi, "@quotation");
}

static void
open_figure(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	texi_gap(&x->texi);
	put_anchor(x, node);
}

static void
write_rule(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	(void)node;
	texi_gap(&x->texi);
	texi_command(&x->texi, "@center * * *");
}

static void
write_index(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	(void)node;
	texi_gap(&x->texi);
	if (places_indexed(x->places))
		texi_command(&x->texi, "@printindex cp");
}

/* Lists. */

static void
push_style(struct texinfo *x, enum style style)
{
	if (x->around_count == x->around_cap) {
		x->around_cap = x->around_cap ? x->around_cap * 2 : 8;
		x->around = gloss_realloc(x->around,
		    x->around_cap * sizeof *x->around);
	}
	x->around[x->around_count++] = (struct around){.style = style};
}

static struct around *
innermost(const struct texinfo *x)
{
	return &x->around[x->around_count - 1];
}

static enum style
style_of(const struct texinfo *x)
{
	return innermost(x)->style;
}

/* The value of a mark that @enumerate can make ("3.", "c."), or -1. */
static long
ordinal(const char *mark, bool *letter)
{
	char *end;
	long value;

	*letter = islower((unsigned char)mark[0]) && strcmp(mark + 1, ".") == 0;
	if (*letter)
		return mark[0];
	if (!isdigit((unsigned char)mark[0]) || strlen(mark) > 9)
		return -1;
	value = strtol(mark, &end, 10);
	return strcmp(end, ".") == 0 && (mark[0] != '0' || value == 0) ? value
								       : -1;
}

/* Whether the marks count up as @enumerate does; alike: they are all one. */
static bool
counts(const xmlNode *list, bool *alike)
{
	const xmlNode *item = layout_child(list, L_ITEM);
	const char *first = layout_attr(item, "mark"), *mark;
	bool letters, letter, result;
	long value = ordinal(first ? first : "1.", &letters);

	*alike = true;
	result = value >= 0;
	for (; item; item = layout_after(item), value++) {
		mark = layout_attr(item, "mark");
		*alike = *alike && (first ? mark && strcmp(mark, first) == 0
					  : mark == NULL);
		if (first)
			result = result && mark &&
			    ordinal(mark, &letter) == value &&
			    letter == letters;
		else
			result = result && mark == NULL;
	}
	return result;
}

static void
open_number_list(struct texinfo *x, const char *first)
{
	char start[16];
	size_t len = first ? strlen(first) - 1 : 0;

	push_style(x, NUMBERS);
	snprintf(start, sizeof start, "%.*s", (int)len, first ? first : "");
	if (len == 0 || strcmp(start, "1") == 0)
		texi_head(&x->texi, "@enumerate");
	else
		put_argument(x, "@enumerate", start);
}

static void
open_list(void *w, const xmlNode *node)
{
	struct texinfo *x = w;
	const char *mark = layout_attr(layout_child(node, L_ITEM), "mark");
	bool alike, counted = counts(node, &alike);

	texi_gap(&x->texi);
	if (layout_has(node, "kind", "terms")) {
		push_style(x, TABLE);
		texi_head(&x->texi, "@table @asis");
	} else if (layout_has(node, "kind", "plain")) {
		push_style(x, ITEMS);
		texi_head(&x->texi, "@itemize @w{}");
	} else if (layout_has(node, "kind", "number") && counted) {
		open_number_list(x, mark);
	} else if (!alike) {
		push_style(x, MARKED_ITEMS);
		texi_head(&x->texi, "@itemize @w{}");
	} else {
		push_style(x, ITEMS);
		if (mark && *mark)
			put_argument(x, "@itemize", mark);
		else
			texi_head(&x->texi, "@itemize @bullet");
	}
}

static void
close_style(struct texinfo *x)
{
	static const char *const ends[] = {
		[TABLE] = "@end table",
		[ITEMS] = "@end itemize",
		[MARKED_ITEMS] = "@end itemize",
		[NUMBERS] = "@end enumerate",
		[GRID] = "@end multitable",
		[RECORDS] = "@end itemize",
	};

	texi_command(&x->texi, ends[style_of(x)]);
	x->around_count--;
}

static void
close_list(void *w, const xmlNode *node)
{
	(void)node;
	close_style(w);
}

/* A term's anchors and index entries come before its @item. */
static void
put_item_marks(struct texinfo *x, const xmlNode *item)
{
	const xmlNode *n;

	put_anchor(x, item);
	for (n = layout_child(item, L_TERM); layout_is(n, L_TERM);
	     n = layout_after(n))
		put_marks(x, n);
}

/* Only words may stand beside a bullet or number. */
static void
put_item(struct texinfo *x, const xmlNode *body)
{
	const xmlNode *first = body->children;

	while (first && first->type != XML_ELEMENT_NODE)
		first = first->next;
	if (first == NULL || layout_is(first, L_PARA))
		texi_head(&x->texi, "@item");
	else
		texi_command(&x->texi, "@item");
}

static void
open_item(void *w, const xmlNode *node)
{
	struct texinfo *x = w;
	const char *mark = layout_attr(node, "mark");

	if (layout_follows(node, L_ITEM) && is_compact(node->parent))
		texi_end(&x->texi);
	else
		texi_gap(&x->texi);
	if (style_of(x) == TABLE) {
		put_item_marks(x, node);
		if (layout_child(node, L_TERM) == NULL)
			put_argument(x, "@item", "");
		return;
	}
	put_item_marks(x, node);
	put_item(x, layout_child(node, L_BODY));
	if (style_of(x) == MARKED_ITEMS && mark) {
		texi_puts(&x->texi, mark);
		texi_puts(&x->texi, " ");
		texi_join(&x->texi);
	}
}

static bool
is_item_line(const struct texinfo *x, const xmlNode *term)
{
	return layout_is(term->parent, L_ITEM) && style_of(x) == TABLE;
}

static void
open_term(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	if (is_item_line(x, node)) {
		x->plain++;
		texi_open_line(&x->texi,
		    layout_follows(node, L_TERM) ? "@itemx" : "@item");
	} else if (layout_is(node->parent, L_ITEM)) {
		texi_gap(&x->texi);
	}
}

/* A function's arguments follow its parenthesis, a command's a blank. */
static void
close_term(void *w, const xmlNode *node)
{
	struct texinfo *x = w;
	xmlChar *name;
	size_t len;

	if (is_item_line(x, node)) {
		x->plain--;
		texi_close_line(&x->texi);
		return;
	}
	if (layout_is(node->parent, L_ITEM)) {
		texi_end(&x->texi);
		return;
	}
	name = xmlNodeGetContent(node);
	len = strlen((const char *)name);
	if (len > 0 && name[len - 1] != '(')
		texi_puts(&x->texi, " ");
	xmlFree(name);
}

/* Tables. */

/*
 * The table itself begins with its first row, below its title.  Where Info
 * could not show it each row is an item, with one cell under the other, and the
 * column's head before each.
 */
static void
open_rows(struct texinfo *x, const xmlNode *table)
{
	struct buf line = { 0 };

	texi_gap(&x->texi);
	if (columns_line(table, &line)) {
		texi_head(&x->texi, buf_str(&line));
		push_style(x, GRID);
	} else {
		texi_head(&x->texi, "@itemize @w{}");
		push_style(x, RECORDS);
	}
	buf_free(&line);
}

static void
open_row(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	if (!layout_follows(node, L_ROW))
		open_rows(x, node->parent);
	if (style_of(x) == RECORDS) {
		texi_gap(&x->texi);
		texi_head(&x->texi, "@item");
	} else {
		texi_head(&x->texi,
		    layout_has(node, "kind", "head") ? "@headitem" : "@item");
	}
}

static void
close_row(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	columns_end_row(&innermost(x)->columns);
	if (layout_after(node) == NULL)
		close_style(x);
}

static bool
is_head(const xmlNode *cell)
{
	return layout_has(cell->parent, "kind", "head");
}

/* A head that may stand before a cell: words, a line at most. */
static bool
is_short(const xmlNode *head)
{
	const xmlNode *para = layout_child(head, L_PARA);
	xmlChar *words;
	bool is_short;

	if (para == NULL || layout_before(para) || layout_after(para))
		return false;
	words = xmlNodeGetContent(para);
	is_short = words[strspn((const char *)words, " \t\r\n")] != '\0' &&
	    xmlUTF8Strlen(words) <= LONGEST_HEAD;
	xmlFree(words);
	return is_short;
}

static void
open_record(struct texinfo *x, const xmlNode *cell)
{
	struct around *a = innermost(x);
	const xmlNode *head;

	columns_pass(&a->columns);
	head = a->columns.column < COLUMNS_MOST ? a->heads[a->columns.column]
						: NULL;
	if (head == NULL || is_head(cell) || cell->children == NULL)
		return;
	texi_gap(&x->texi);
	write_plain(x, head);
	texi_puts(&x->texi, ": ");
	texi_join(&x->texi);
}

static void
open_cell(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	if (style_of(x) == RECORDS) {
		open_record(x, node);
		return;
	}
	for (unsigned i = columns_pass(&innermost(x)->columns); i > 0; i--)
		texi_head(&x->texi, "@tab");
}

/* Of several heads, one below the other, the last counts. */
static void
close_cell(void *w, const xmlNode *node)
{
	struct texinfo *x = w;
	struct around *a = innermost(x);
	unsigned from = a->columns.column;

	if (!columns_take(&a->columns, node))
		return;
	if (a->style == RECORDS && is_head(node) && is_short(node))
		for (; from < a->columns.column; from++)
			a->heads[from] = node;
	else if (a->style == GRID && layout_after(node))
		for (; from < a->columns.column; from++)
			texi_head(&x->texi, "@tab");
}

/* Inlines. */

static const char *
font_of(const xmlNode *node)
{
	static const char *const commands[L_COUNT] = {
		[L_STRONG] = "strong",
		[L_EM] = "emph",
		[L_CODE] = "code",
		[L_VAR] = "var",
		[L_SUB] = "sub",
		[L_SUP] = "sup",
		[L_NOBREAK] = "w",
	};

	return commands[layout_element(node)];
}

static void
open_font(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	texi_open(&x->texi, font_of(node));
}

static void
close_font(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	texi_close(&x->texi, font_of(node));
}

static void
find_ref(void *w, const xmlNode *node)
{
	bool *found = w;

	*found = *found || layout_is(node, L_REF) || layout_attr(node, "title");
}

static bool
holds_ref(const xmlNode *node)
{
	static const struct act acts[L_COUNT] = {
		[L_REF] = {find_ref, NULL},
		[L_PAGE] = {find_ref, NULL},
	};
	bool found = false;

	write_walk(node, acts, NULL, &found);
	return found;
}

/* makeinfo takes all of @w{} for the name of a reference in it, and warns. */
static void
open_nobreak(void *w, const xmlNode *node)
{
	if (!holds_ref(node))
		open_font(w, node);
}

static void
close_nobreak(void *w, const xmlNode *node)
{
	if (!holds_ref(node))
		close_font(w, node);
}

static void
open_code(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	open_font(x, node);
	x->texi.code++;
}

static void
close_code(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	x->texi.code--;
	close_font(x, node);
}

/* Info shows it in capitals: a reference in it would lead nowhere. */
static void
open_var(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	open_font(x, node);
	x->plain++;
}

static void
close_var(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	x->plain--;
	close_font(x, node);
}

/*
 * References.  Where none can stand, and where makeinfo would not find the
 * place, the words stay.
 */

/* In a table makeinfo takes what it is joined to for part of the name. */
static bool
takes_ref(const struct texinfo *x)
{
	return x->plain == 0 && x->linked == 0 &&
	    !(x->around_count > 0 && style_of(x) == GRID &&
		texi_joined(&x->texi));
}

static void
open_ref(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	if (!takes_ref(x) ||
	    (!layout_attr(node, "manual") &&
		!places_find(x->places, layout_attr(node, "anchor"))))
		return;
	x->link = node;
	x->start = x->texi.out->len;
	x->linked++;
	x->texi.argument++;
}

/* What stands since start leads to a node's anchor, here or in a manual. */
static void
put_reference(
    struct texinfo *x, const xmlNode *node, size_t start, const char *manual)
{
	const char *anchor = layout_attr(node, "anchor");
	struct buf name = { 0 };

	if (manual)
		texi_name(&name, anchor, false);
	texi_reference(&x->texi, start,
	    manual ? buf_str(&name) : places_find(x->places, anchor), manual);
	buf_free(&name);
}

static void
close_ref(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	if (x->link != node)
		return;
	x->linked--;
	x->texi.argument--;
	put_reference(x, node, x->start, layout_attr(node, "manual"));
	x->link = NULL;
}

/* The address of a link; mail has a command of its own. */
static const char *
address(const xmlNode *url, const char **command)
{
	static const char mailto[] = "mailto:";
	const char *href = layout_attr(url, "href");

	*command = "url";
	if (strncmp(href, mailto, strlen(mailto)) != 0 || strchr(href, '?'))
		return href;
	*command = "email";
	return href + strlen(mailto);
}

static bool
shows_address(const xmlNode *url)
{
	const char *command;

	return layout_says(url, address(url, &command));
}

static void
open_url(void *w, const xmlNode *node)
{
	struct texinfo *x = w;
	const char *command, *href = address(node, &command);

	if (x->linked++ > 0) {
		texi_puts(&x->texi, node->children ? "" : href);
		return;
	}
	texi_open(&x->texi, command);
	x->texi.argument++;
	x->texi.code++;
	texi_puts(&x->texi, href);
	x->texi.code--;
	x->words = x->texi.out->len;
	texi_part(&x->texi);
}

static void
close_url(void *w, const xmlNode *node)
{
	struct texinfo *x = w;
	const char *command, *href = address(node, &command);

	if (--x->linked > 0) {
		if (!shows_address(node)) {
			texi_puts(&x->texi, " (");
			texi_puts(&x->texi, href);
			texi_puts(&x->texi, ")");
		}
		return;
	}
	if (shows_address(node))
		texi_cut(&x->texi, x->words);
	texi_close(&x->texi, command);
	x->texi.argument--;
}

/* A manual of its own is led to, as a whole. */
static void
write_manual(struct texinfo *x, const xmlNode *page)
{
	const char *title = layout_attr(page, "title");
	bool leads = takes_ref(x);
	size_t start = x->texi.out->len;

	x->texi.argument += leads;
	add_text(x, title, strlen(title));
	x->texi.argument -= leads;
	if (leads)
		put_reference(x, page, start, layout_attr(page, "name"));
}

static void
write_page(void *w, const xmlNode *node)
{
	struct texinfo *x = w;
	const char *section = layout_attr(node, "section");

	if (layout_attr(node, "title")) {
		write_manual(x, node);
		return;
	}
	texi_open(&x->texi, "code");
	x->texi.code++;
	texi_puts(&x->texi, layout_attr(node, "name"));
	if (section) {
		texi_puts(&x->texi, "(");
		texi_puts(&x->texi, section);
		texi_puts(&x->texi, ")");
	}
	x->texi.code--;
	texi_close(&x->texi, "code");
}

/* The file is not where makeinfo would look: its words stand in brackets. */
static void
open_image(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	texi_puts(&x->texi, "[");
	if (node->children == NULL)
		texi_puts(&x->texi, layout_attr(node, "file"));
}

static void
close_image(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	(void)node;
	texi_puts(&x->texi, "]");
}

static const struct act acts[L_COUNT] = {
	[L_SECTION] = {open_section, close_section},
	[L_COPYING] = {open_copying, close_copying},
	[L_NAMING] = {open_para, close_para},
	[L_PARA] = {open_para, close_para},
	[L_LIST] = {open_list, close_list},
	[L_VERBATIM] = {open_verbatim, close_verbatim},
	[L_SYNOPSIS] = {open_synopsis, close_synopsis},
	[L_BLOCKQUOTE] = {open_blockquote, close_blockquote},
	[L_NOTE] = {open_note, close_blockquote},
	[L_FIGURE] = {open_figure, NULL},
	[L_TABLE] = {open_figure, NULL},
	[L_RULE] = {write_rule, NULL},
	[L_INDEX] = {write_index, NULL},

	[L_TITLE] = {open_title, close_title},
	[L_NAME] = {open_name, close_name},
	[L_PURPOSE] = {open_purpose, NULL},
	[L_ITEM] = {open_item, NULL},
	[L_TERM] = {open_term, close_term},
	[L_ROW] = {open_row, close_row},
	[L_CELL] = {open_cell, close_cell},

	[L_STRONG] = {open_font, close_font},
	[L_EM] = {open_font, close_font},
	[L_CODE] = {open_code, close_code},
	[L_VAR] = {open_var, close_var},
	[L_SUB] = {open_font, close_font},
	[L_SUP] = {open_font, close_font},
	[L_NOBREAK] = {open_nobreak, close_nobreak},
	[L_REF] = {open_ref, close_ref},
	[L_URL] = {open_url, close_url},
	[L_PAGE] = {write_page, NULL},
	[L_WHERE] = {open_cut, close_cut},
	[L_INDEXTERM] = {open_indexterm, close_cut},
	[L_BR] = {write_br, NULL},
	[L_IMAGE] = {open_image, close_image},
};

/* The header. */

/* Only what makeinfo knows: two letters, and a country of two more. */
static void
put_language(struct texinfo *x, const char *tag)
{
	/* ICU does not end what just fits */
	char language[ULOC_LANG_CAPACITY] = "";
	char country[ULOC_COUNTRY_CAPACITY] = "";
	UErrorCode status = U_ZERO_ERROR;

	uloc_getLanguage(tag, language, sizeof language - 1, &status);
	uloc_getCountry(tag, country, sizeof country - 1, &status);
	if (U_FAILURE(status) || strlen(language) != 2 ||
	    *uloc_getISO3Language(language) == '\0')
		return;
	texi_open_line(&x->texi, "@documentlanguage");
	texi_puts(&x->texi, language);
	if (strlen(country) == 2 && *uloc_getISO3Country(tag)) {
		texi_puts(&x->texi, "_");
		texi_puts(&x->texi, country);
	}
	texi_close_line(&x->texi);
}

static void
put_copying(struct texinfo *x, const xmlNode *document)
{
	const xmlNode *n = layout_child(document, L_COPYING);

	if (n == NULL)
		return;
	texi_gap(&x->texi);
	texi_head(&x->texi, "@copying");
	x->header = true;
	for (; n && !layout_is(n, L_SECTION); n = layout_after(n))
		if (layout_is(n, L_COPYING))
			write_walk(n, acts, add_text, x);
	x->header = false;
	texi_command(&x->texi, "@end copying");
}

static void
put_directory(struct texinfo *x, const xmlNode *document)
{
	const char *category = layout_attr(document, "category");
	const char *purpose = layout_attr(document, "purpose");
	const char *name = layout_attr(document, "name");

	if (category == NULL)
		return;
	texi_gap(&x->texi);
	put_argument(x, "@dircategory", category);
	texi_command(&x->texi, "@direntry");
	texi_open_entry(&x->texi, name, true);
	if (purpose)
		texi_puts(&x->texi, purpose);
	texi_close_line(&x->texi);
	texi_command(&x->texi, "@end direntry");
}

/* makeinfo wants a title with something to see in it. */
static void
put_title(struct texinfo *x, const char *command, const xmlNode *document)
{
	struct buf seen = { 0 };
	size_t start;

	texi_open_line(&x->texi, command);
	start = x->texi.out->len;
	write_plain(x, layout_child(document, L_TITLE));
	texi_name(&seen, x->texi.out->data + start, false);
	if (seen.len == 0) {
		texi_cut(&x->texi, start);
		texi_puts(&x->texi, layout_attr(document, "name"));
	}
	texi_close_line(&x->texi);
	buf_free(&seen);
}

/* For paper: a title and what may be copied on its back. */
static void
put_title_page(struct texinfo *x, const xmlNode *document)
{
	texi_gap(&x->texi);
	texi_command(&x->texi, "@titlepage");
	put_title(x, "@title", document);
	if (layout_child(document, L_COPYING)) {
		texi_command(&x->texi, "@page");
		texi_command(&x->texi, "@vskip 0pt plus 1filll");
		texi_command(&x->texi, "@insertcopying");
	}
	texi_command(&x->texi, "@end titlepage");
	texi_command(&x->texi, "@iftex");
	texi_command(&x->texi, "@contents");
	texi_command(&x->texi, "@end iftex");
}

/*
 * One blank ends a sentence, because nobody can tell where it does; paragraphs
 * are parted by blank lines, and quotes in code can be copied.
 */
static void
put_header(struct texinfo *x, const xmlNode *document)
{
	const char *lang = layout_attr(document, "lang");

	texi_command(&x->texi, "\\input texinfo    @c -*-texinfo-*-");
	texi_file(&x->texi, layout_attr(document, "name"));
	texi_command(&x->texi, "@documentencoding UTF-8");
	if (lang)
		put_language(x, lang);
	put_title(x, "@settitle", document);
	texi_command(&x->texi, "@frenchspacing on");
	texi_command(&x->texi, "@paragraphindent 0");
	texi_command(&x->texi, "@codequoteundirected on");
	texi_command(&x->texi, "@codequotebacktick on");
	texi_quotes(&x->texi);
	put_copying(x, document);
	put_directory(x, document);
	put_title_page(x, document);
	texi_gap(&x->texi);
	texi_command(&x->texi, "@ifnottex");
	texi_node(&x->texi, "Top");
}

static void
write_texinfo(const xmlNode *document, const struct write_options *options,
    struct buf *out)
{
	struct texinfo x = {.texi = {.out = out}};

	(void)options;
	x.places = places_new(document);
	put_header(&x, document);
	write_walk(document, acts, add_text, &x);
	texi_gap(&x.texi);
	texi_command(&x.texi, "@bye");
	places_free(x.places);
	free(x.around);
}

const struct format format_texinfo = {
	.name = "texinfo",
	.extension = "texi",
	.write = write_texinfo,
};
