/* SPDX-License-Identifier: MIT */
/* Man pages: which layout element becomes which man(7) request. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/hash.h>
#include <unicode/ucasemap.h>

#include "gloss/alloc.h"
#include "gloss/write.h"
#include "formats.h"
#include "roff.h"
#include "tbl.h"
#include "utf8.h"

/* Columns: of a term's body, of what is set off, and where that ends. */
enum { HANG_OUTER = 7, HANG_INNER = 4, SET_OFF = 4, DEEPEST = 40 };

/* A synopsis hangs from the end of its term, a list from its widest mark. */
enum { HANG_SYNOPSIS = 8, HANG_FAR = 24 };

/* Columns of a terminal's line, less the page's own margin. */
enum { ROOM = 70 };

/* A word in a cell may be broken where it is longer than this. */
enum { CELL_WORD = 20 };

/* A list, or what is set off from the text around it. */
struct frame {
	const char *kind; /* of a list */
	bool compact;
	bool tagged;     /* the item has its term */
	size_t items;    /* so far */
	size_t width;    /* that the widest mark takes */
	size_t hang;     /* of the item's body, from the margin; 0: none */
	size_t indented; /* by an .RS of its own */
	size_t from, to; /* in the page: that .RS */
	bool was_fresh;  /* before it */
};

struct man {
	struct roff roff;
	struct buf page, cell;
	UCaseMap *casemap;
	xmlHashTable *headings; /* in capitals: the title by its anchor */
	struct frame *frames;
	size_t depth, cap;
	size_t margin;    /* by all the .RS */
	unsigned section; /* how many are open */
	unsigned mute, code, together;
	size_t from, to;     /* in the page: the last .PP or .IP */
	bool was_fresh;      /* before that */
	bool fresh;          /* what comes next needs no space above */
	bool tight;          /* .PD 0 is in force */
	bool upper;          /* a heading in capitals, or a reference to it */
	bool inlined;        /* no request may come between */
	const xmlNode *link; /* that is open */
	const xmlNode *named; /* the reference that is in capitals */
	struct tbl *tbl;     /* that is open; out then goes to cell */
	unsigned tables;     /* with those in its cells, which join it */
	bool has_table;
};

/* ---- frames ---- */

static struct frame *
top(struct man *m)
{
	return &m->frames[m->depth - 1];
}

static void
set_room(struct man *m)
{
	m->roff.room = m->tbl ? CELL_WORD : ROOM - m->margin - top(m)->hang;
}

/* Goes in by some columns, if the line allows that. */
static void
set_off(struct man *m, size_t columns)
{
	struct frame new = {
		.hang = m->depth ? top(m)->hang : 0,
		.was_fresh = m->fresh,
	};
	size_t all = new.hang + columns;

	if (m->tbl == NULL && all > 0 && m->margin + all <= DEEPEST) {
		roff_end_line(&m->roff);
		new.from = m->page.len;
		roff_request(&m->roff, "RS %zu", all);
		new.to = m->page.len;
		m->margin += all;
		new.indented = all;
		new.hang = 0;
	}
	if (m->depth == m->cap) {
		m->cap = m->cap ? m->cap * 2 : 16;
		m->frames = gloss_realloc(m->frames, m->cap * sizeof new);
	}
	m->frames[m->depth++] = new;
	set_room(m);
}

static void
set_back(struct man *m)
{
	const struct frame *f = top(m);

	if (f->indented && roff_take_back(&m->roff, f->from, f->to)) {
		m->from = m->to = f->from;
		m->fresh = m->was_fresh = f->was_fresh;
	} else {
		if (f->indented)
			roff_request(&m->roff, "RE");
		m->fresh = false;
	}
	m->margin -= f->indented;
	m->depth--;
	set_room(m);
}

/* ---- blocks ---- */

static unsigned
how(const struct man *m)
{
	return (m->code ? ROFF_LITERAL : ROFF_PROSE) |
	    (m->together ? ROFF_TOGETHER : 0);
}

static void
put_as(struct man *m, unsigned how, const char *s)
{
	if (!m->mute)
		roff_puts(&m->roff, how, s);
}

static void
put(struct man *m, const char *s)
{
	put_as(m, how(m), s);
}

/* Ends a line; in a cell, what was written since is a piece of it. */
static void
end_block(struct man *m)
{
	roff_end_line(&m->roff);
	if (m->tbl == NULL)
		return;
	tbl_piece(m->tbl, buf_str(&m->cell), m->cell.len);
	buf_truncate(&m->cell, 0);
	roff_turn(&m->roff, &m->cell);
}

/* What turned out to have no words needs no space. */
static void
take_back_space(struct man *m)
{
	if (m->tbl == NULL && roff_take_back(&m->roff, m->from, m->to)) {
		m->fresh = m->was_fresh;
		m->to = m->from;
	}
}

static void
set_tight(struct man *m, bool tight)
{
	if (m->tight != tight)
		roff_request(&m->roff, tight ? "PD 0" : "PD");
	m->tight = tight;
}

/* Remembers where the space above was asked for, to take it back. */
static void
put_space(struct man *m, bool tight)
{
	if (!m->fresh)
		set_tight(m, tight);
	if (m->page.len != m->to) {
		m->from = m->page.len;
		m->was_fresh = m->fresh;
	}
	if (!m->fresh)
		roff_request(&m->roff, top(m)->hang ? "IP" : "PP");
	m->to = m->page.len;
}

/* In a cell, the mark of an item is what is fresh. */
static void
start_block(struct man *m)
{
	if (m->tbl == NULL || !m->fresh)
		end_block(m);
	if (m->tbl == NULL)
		put_space(m, false);
	m->fresh = false;
}

static void
para_close(void *w, const xmlNode *node)
{
	(void)node;
	end_block(w);
	take_back_space(w);
}

static void
para_open(void *w, const xmlNode *node)
{
	(void)node;
	start_block(w);
}

static void
quote_open(void *w, const xmlNode *node)
{
	(void)node;
	end_block(w);
	take_back_space(w);
	set_off(w, SET_OFF);
}

static void
quote_close(void *w, const xmlNode *node)
{
	(void)node;
	end_block(w);
	set_back(w);
}

/* The title goes before what is set off. */
static void
note_open(void *w, const xmlNode *node)
{
	if (layout_child(node, L_TITLE) == NULL)
		quote_open(w, node);
}

static void
rule_open(void *w, const xmlNode *node)
{
	struct man *m = w;

	(void)node;
	start_block(m);
	if (m->tbl == NULL)
		roff_request(&m->roff, "ce");
	put(m, "* * *");
	end_block(m);
}

static void
verbatim_open(void *w, const xmlNode *node)
{
	struct man *m = w;

	quote_open(m, node);
	if (m->tbl == NULL && !m->fresh) {
		set_tight(m, false);
		roff_request(&m->roff, "PP");
	}
	m->code++;
	roff_verbatim_open(&m->roff);
}

static void
verbatim_close(void *w, const xmlNode *node)
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
	quote_close(m, node);
}

/* ---- titles and sections ---- */

static void
section_open(void *w, const xmlNode *node)
{
	struct man *m = w;

	(void)node;
	end_block(m);
	set_tight(m, false);
	m->section++;
}

static void
section_close(void *w, const xmlNode *node)
{
	struct man *m = w;

	if (m->section-- > 2)
		quote_close(m, node);
}

/* A section's title that man(7) has a request for; other titles are bold. */
static bool
is_heading(const struct man *m, const xmlNode *title)
{
	return layout_element(title->parent) == L_SECTION && m->section <= 2;
}

/* Over the page's names: lexgrog takes the word for it only as it is. */
static bool
is_name_heading(const struct man *m, const xmlNode *title)
{
	return is_heading(m, title) && layout_child(title->parent, L_NAMING);
}

static void
title_open(void *w, const xmlNode *node)
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
		roff_line_open(&m->roff, m->upper ? "SH" : "SS");
		return;
	}
	start_block(m);
	if (m->tbl == NULL)
		roff_line_open(&m->roff, NULL);
	roff_font_push(&m->roff, ROFF_BOLD);
}

static void
title_close(void *w, const xmlNode *node)
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
		quote_open(m, node);
		m->fresh = true;
	}
}

/* ---- names and synopses ---- */

static bool
follows_its_like(const xmlNode *node)
{
	const xmlNode *before = layout_before(node);

	return before && layout_element(before) == layout_element(node);
}

static void
naming_open(void *w, const xmlNode *node)
{
	struct man *m = w;

	if (follows_its_like(node) && m->tbl == NULL)
		roff_request(&m->roff, "br");
	else
		start_block(m);
	if (m->tbl == NULL)
		roff_line_open(&m->roff, NULL);
	m->inlined = m->roff.plain = true;
}

static void
naming_close(void *w, const xmlNode *node)
{
	struct man *m = w;

	(void)node;
	m->inlined = m->roff.plain = false;
	if (m->tbl == NULL)
		roff_line_close(&m->roff);
	end_block(m);
}

static void
name_open(void *w, const xmlNode *node)
{
	struct man *m = w;

	if (follows_its_like(node))
		put(m, ", ");
	m->code++;
}

static void
name_close(void *w, const xmlNode *node)
{
	(void)node;
	((struct man *)w)->code--;
}

static void
purpose_open(void *w, const xmlNode *node)
{
	(void)node;
	put_as(w, ROFF_LITERAL, " - ");
}

/* Columns of some text, each run of white space taken for one. */
static size_t
columns(const char *s)
{
	size_t len = strlen(s), i = 0, sum = 0;
	int32_t cp, last = ' ';

	while (i < len) {
		cp = utf8_next(s, len, &i);
		if (cp == '\n' || cp == '\t')
			cp = ' ';
		if (cp != ' ' || last != ' ')
			sum += roff_columns(cp);
		last = cp;
	}
	return sum;
}

static void
synopsis_open(void *w, const xmlNode *node)
{
	struct man *m = w;
	const xmlNode *term = layout_child(node, L_TERM);
	xmlChar *text = term ? xmlNodeGetContent(term) : NULL;
	size_t width = text ? columns((const char *)text) + 1 : HANG_SYNOPSIS;

	xmlFree(text);
	end_block(m);
	take_back_space(m);
	set_off(m, 0);
	if (m->tbl)
		return;
	set_tight(m, false);
	top(m)->hang = width > HANG_FAR ? HANG_SYNOPSIS : width;
	roff_request(&m->roff, "HP %zu", top(m)->hang);
	set_room(m);
	m->fresh = false;
}

/* ---- lists ---- */

static bool
is(const char *value, const char *what)
{
	return value && strcmp(value, what) == 0;
}

/* What the widest mark of a list takes, with the blank after it. */
static size_t
mark_width(const xmlNode *list, bool numbered)
{
	size_t width = numbered ? 3 : 2, items = 0;
	const char *mark;
	char number[24];

	for (const xmlNode *n = list->children; n; n = n->next) {
		if (layout_element(n) != L_ITEM)
			continue;
		snprintf(number, sizeof number, "%zu.", ++items);
		mark = layout_attr(n, "mark");
		if (mark == NULL && numbered)
			mark = number;
		if (mark && columns(mark) + 1 > width)
			width = columns(mark) + 1;
	}
	return width < HANG_FAR ? width : HANG_FAR;
}

static void
list_open(void *w, const xmlNode *node)
{
	struct man *m = w;
	const char *kind = layout_attr(node, "kind");
	struct frame *f;

	end_block(m);
	take_back_space(m);
	set_off(m, is(kind, "plain") ? SET_OFF : 0);
	f = top(m);
	f->kind = kind;
	f->compact = is(layout_attr(node, "compact"), "yes");
	if (is(kind, "bullet") || is(kind, "number"))
		f->width = mark_width(node, is(kind, "number"));
}

static void
marked_item(struct man *m, struct frame *f, const char *mark)
{
	char number[24];

	if (mark == NULL && is(f->kind, "number")) {
		snprintf(number, sizeof number, "%zu.", f->items);
		mark = number;
	}
	if (m->tbl) {
		put_as(m, ROFF_TOGETHER, mark ? mark : "\u2022");
		put_as(m, ROFF_TOGETHER, " ");
		m->fresh = true;
		return;
	}
	/* nothing parts the first from a term above it */
	set_tight(m, f->items > 1 ? f->compact : m->fresh && f->indented);
	roff_item(&m->roff, mark, f->width);
	f->hang = f->width;
	set_room(m);
	m->fresh = true;
}

static void
item_open(void *w, const xmlNode *node)
{
	struct man *m = w;
	struct frame *f = top(m);

	end_block(m);
	f->items++;
	f->tagged = false;
	if (f->width > 0) {
		marked_item(m, f, layout_attr(node, "mark"));
	} else if (is(f->kind, "plain") && m->tbl == NULL) {
		m->fresh = m->fresh && f->items == 1;
		put_space(m, f->compact && f->items > 1);
		m->fresh = true;
	}
}

/* Begins an item with a tag, or a further tag of the same. */
static void
start_tag(struct man *m, struct frame *f)
{
	set_tight(m, f->tagged || (f->compact && f->items > 1));
	if (f->items > 1 || f->tagged) {
		roff_request(&m->roff, "TP");
	} else {
		f->hang = m->margin > 0 ? HANG_INNER : HANG_OUTER;
		roff_request(&m->roff, "TP %zu", f->hang);
		set_room(m);
	}
	f->tagged = true;
}

/* Is a term nothing but bold?  Then .B says so, and anchors see it. */
static bool
is_bold(const xmlNode *term)
{
	const xmlNode *strong = NULL;

	for (const xmlNode *n = term->children; n; n = n->next) {
		if (layout_element(n) == L_ANCHOR ||
		    layout_element(n) == L_INDEXTERM)
			continue;
		if (layout_element(n) != L_STRONG || strong)
			return false;
		strong = n;
	}
	return strong != NULL;
}

static void
term_open(void *w, const xmlNode *node)
{
	struct man *m = w;

	if (layout_element(node->parent) == L_SYNOPSIS)
		return;
	end_block(m);
	m->inlined = true;
	if (m->tbl)
		return;
	start_tag(m, top(m));
	roff_line_open(&m->roff, is_bold(node) ? "B" : NULL);
}

static void
term_close(void *w, const xmlNode *node)
{
	struct man *m = w;

	if (layout_element(node->parent) == L_SYNOPSIS) {
		put(m, " ");
		return;
	}
	m->inlined = false;
	if (m->tbl)
		end_block(m);
	else
		roff_line_close(&m->roff);
	m->fresh = true;
}

static void
body_open(void *w, const xmlNode *node)
{
	struct man *m = w;
	struct frame *f = top(m);

	(void)node;
	if (m->tbl || f->tagged || !is(f->kind, "terms"))
		return;
	start_tag(m, f);
	roff_line_open(&m->roff, NULL);
	roff_line_close(&m->roff);
	m->fresh = true;
}

/* ---- tables ---- */

static void
table_open(void *w, const xmlNode *node)
{
	struct man *m = w;

	(void)node;
	end_block(m);
	take_back_space(m);
	if (m->tables++ == 0)
		set_off(m, 0);
}

static void
row_open(void *w, const xmlNode *node)
{
	struct man *m = w;
	const char *kind = layout_attr(node, "kind");

	if (m->tables > 1)
		return;
	if (m->tbl == NULL) {
		start_block(m);
		m->tbl = tbl_new();
		m->roff.cell = true;
		roff_turn(&m->roff, &m->cell);
		set_room(m);
	}
	tbl_row(m->tbl, is(kind, "head") ? TBL_HEAD :
	    is(kind, "foot") ? TBL_FOOT : TBL_BODY);
}

static void
cell_open(void *w, const xmlNode *node)
{
	struct man *m = w;
	const char *align = layout_attr(node, "align");

	if (is(layout_attr(node->parent, "kind"), "head"))
		roff_font_push(&m->roff, ROFF_BOLD);
	if (m->tables == 1)
		tbl_cell(m->tbl, align ? *align : 'l',
		    layout_attr(node, "colspan"),
		    layout_attr(node, "rowspan"));
}

static void
cell_close(void *w, const xmlNode *node)
{
	struct man *m = w;

	end_block(m);
	if (is(layout_attr(node->parent, "kind"), "head"))
		roff_font_pop(&m->roff, ROFF_BOLD);
}

static void
table_close(void *w, const xmlNode *node)
{
	struct man *m = w;

	(void)node;
	if (--m->tables > 0)
		return;
	m->has_table |= tbl_write(m->tbl, &m->page, ROOM - m->margin) ==
	    TBL_DRAWN;
	tbl_free(m->tbl);
	m->tbl = NULL;
	m->roff.cell = false;
	roff_turn(&m->roff, &m->page);
	take_back_space(m);
	set_back(m);
}

/* ---- inlines ---- */

static void
strong_open(void *w, const xmlNode *node)
{
	(void)node;
	roff_font_push(&((struct man *)w)->roff, ROFF_BOLD);
}

static void
strong_close(void *w, const xmlNode *node)
{
	(void)node;
	roff_font_pop(&((struct man *)w)->roff, ROFF_BOLD);
}

static void
em_open(void *w, const xmlNode *node)
{
	(void)node;
	roff_font_push(&((struct man *)w)->roff, ROFF_ITALIC);
}

static void
em_close(void *w, const xmlNode *node)
{
	(void)node;
	roff_font_pop(&((struct man *)w)->roff, ROFF_ITALIC);
}

static void
var_open(void *w, const xmlNode *node)
{
	(void)node;
	roff_font_push(&((struct man *)w)->roff, ROFF_VARIABLE);
}

static void
var_close(void *w, const xmlNode *node)
{
	(void)node;
	roff_font_pop(&((struct man *)w)->roff, ROFF_VARIABLE);
}

/* Bold, except where all is code. */
static void
code_open(void *w, const xmlNode *node)
{
	struct man *m = w;

	m->code++;
	if (!m->roff.verbatim)
		strong_open(m, node);
}

static void
code_close(void *w, const xmlNode *node)
{
	struct man *m = w;

	m->code--;
	if (!m->roff.verbatim)
		strong_close(m, node);
}

/* A term is bold, unless what it holds says how it looks. */
static bool
is_term(const xmlNode *ref)
{
	return is(layout_attr(ref, "kind"), "term") &&
	    !layout_child(ref, L_EM) && !layout_child(ref, L_CODE) &&
	    !layout_child(ref, L_VAR);
}

/* An element's text, if it holds no element; or NULL. */
static const char *
text_of(const xmlNode *node)
{
	const xmlNode *text = node->children;

	return text && text->type == XML_TEXT_NODE && text->next == NULL ?
	    (const char *)text->content : NULL;
}

/* Does it say what a heading in capitals says, to which it leads? */
static bool
names_heading(const struct man *m, const xmlNode *ref)
{
	const char *own = is(layout_attr(ref, "kind"), "section") ?
	    text_of(ref) : NULL;
	const char *title = own ? xmlHashLookup(m->headings,
	    (const xmlChar *)layout_attr(ref, "anchor")) : NULL;

	return title && layout_same(own, title);
}

static void
ref_open(void *w, const xmlNode *node)
{
	struct man *m = w;

	if (is_term(node))
		strong_open(m, node);
	if (!m->upper && names_heading(m, node)) {
		m->upper = true;
		m->named = node;
	}
}

static void
ref_close(void *w, const xmlNode *node)
{
	struct man *m = w;

	if (m->named == node) {
		m->upper = false;
		m->named = NULL;
	}
	if (is_term(node))
		strong_close(m, node);
}

static void
page_open(void *w, const xmlNode *node)
{
	struct man *m = w;
	const char *section = layout_attr(node, "section");

	strong_open(m, node);
	put_as(m, ROFF_LITERAL, layout_attr(node, "name"));
	strong_close(m, node);
	/* an empty one is "()", as writers mark a function */
	if (section == NULL)
		return;
	put_as(m, ROFF_LITERAL, "(");
	put_as(m, ROFF_LITERAL, section);
	put_as(m, ROFF_LITERAL, ")");
}

/* What raised or lowered text holds, as far as one line can show that. */
enum script { SCRIPT_LETTERS, SCRIPT_DIGITS, SCRIPT_WORD, SCRIPT_MORE };

static enum script
script_of(const xmlNode *node)
{
	static const char digits[] = "0123456789";
	static const char letters[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
	const xmlNode *text = node->children;
	const char *s;
	size_t len;

	if (text == NULL || text->next || text->type != XML_TEXT_NODE)
		return SCRIPT_MORE;
	s = (const char *)text->content;
	len = strlen(s);
	if (strspn(s, letters) == len)
		return SCRIPT_LETTERS;
	if (strspn(s, digits) == len)
		return SCRIPT_DIGITS;
	return strpbrk(s, " \t\n+-*/=()") ? SCRIPT_MORE : SCRIPT_WORD;
}

/* 1st and H2O can do without a sign; x^2 and x_i cannot. */
static void
sup_open(void *w, const xmlNode *node)
{
	static const char *const signs[] = {"", "^", "^", "^("};

	put(w, signs[script_of(node)]);
}

static void
sub_open(void *w, const xmlNode *node)
{
	static const char *const signs[] = {"_", "", "_", "_("};

	put(w, signs[script_of(node)]);
}

static void
script_close(void *w, const xmlNode *node)
{
	if (script_of(node) == SCRIPT_MORE)
		put(w, ")");
}

static void
nobreak_open(void *w, const xmlNode *node)
{
	(void)node;
	((struct man *)w)->together++;
}

static void
nobreak_close(void *w, const xmlNode *node)
{
	(void)node;
	((struct man *)w)->together--;
}

static void
br_open(void *w, const xmlNode *node)
{
	struct man *m = w;

	(void)node;
	if (m->roff.verbatim)
		put(m, "\n");
	else if (m->inlined)
		put(m, " ");
	else if (m->tbl)
		end_block(m);
	else if (!m->mute)
		roff_break(&m->roff);
}

static void
mute_open(void *w, const xmlNode *node)
{
	(void)node;
	((struct man *)w)->mute++;
}

static void
mute_close(void *w, const xmlNode *node)
{
	(void)node;
	((struct man *)w)->mute--;
}

static void
url_open(void *w, const xmlNode *node)
{
	struct man *m = w;

	if (layout_says(node, layout_address(node))) {
		put_as(m, ROFF_LITERAL, layout_address(node));
		m->mute++;
	} else if (*layout_address(node) && !m->inlined && !m->tbl &&
	    !m->roff.verbatim && !m->link) {
		m->link = node;
		roff_link_open(&m->roff, layout_attr(node, "href"));
	}
}

static void
url_close(void *w, const xmlNode *node)
{
	struct man *m = w;

	if (layout_says(node, layout_address(node))) {
		m->mute--;
	} else if (m->link == node) {
		m->link = NULL;
		roff_link_close(&m->roff, layout_attr(node, "href"));
	} else if (*layout_address(node)) {
		put(m, " <");
		put_as(m, ROFF_LITERAL, layout_address(node));
		put(m, ">");
	}
}

static void
image_open(void *w, const xmlNode *node)
{
	struct man *m = w;

	if (!layout_says(node, ""))
		return;
	put(m, "[");
	put_as(m, ROFF_LITERAL, layout_attr(node, "file"));
	put(m, "]");
}

/* ---- the whole ---- */

static void
capitals(struct man *m, const char *s, size_t len)
{
	UErrorCode error = U_ZERO_ERROR;
	size_t cap = len * 3 + 1;
	char *upper = gloss_malloc(cap);
	int32_t n;

	n = ucasemap_utf8ToUpper(m->casemap, upper, (int32_t)cap, s,
	    (int32_t)len, &error);
	if (U_SUCCESS(error))
		roff_text(&m->roff, how(m), upper, (size_t)n);
	else
		roff_text(&m->roff, how(m), s, len);
	free(upper);
}

static void
text(void *w, const char *utf8, size_t len)
{
	struct man *m = w;

	if (m->mute)
		return;
	if (m->upper && !m->code)
		capitals(m, utf8, len);
	else
		roff_text(&m->roff, how(m), utf8, len);
}

static const struct act acts[L_COUNT] = {
	[L_SECTION] = {section_open, section_close},
	[L_NAMING] = {naming_open, naming_close},
	[L_PARA] = {para_open, para_close},
	[L_LIST] = {list_open, quote_close},
	[L_VERBATIM] = {verbatim_open, verbatim_close},
	[L_SYNOPSIS] = {synopsis_open, quote_close},
	[L_BLOCKQUOTE] = {quote_open, quote_close},
	[L_NOTE] = {note_open, quote_close},
	[L_TABLE] = {table_open, table_close},
	[L_RULE] = {rule_open, NULL},
	[L_TITLE] = {title_open, title_close},
	[L_NAME] = {name_open, name_close},
	[L_PURPOSE] = {purpose_open, NULL},
	[L_ITEM] = {item_open, para_close},
	[L_TERM] = {term_open, term_close},
	[L_BODY] = {body_open, NULL},
	[L_ROW] = {row_open, NULL},
	[L_CELL] = {cell_open, cell_close},
	[L_STRONG] = {strong_open, strong_close},
	[L_EM] = {em_open, em_close},
	[L_CODE] = {code_open, code_close},
	[L_VAR] = {var_open, var_close},
	[L_SUB] = {sub_open, script_close},
	[L_SUP] = {sup_open, script_close},
	[L_NOBREAK] = {nobreak_open, nobreak_close},
	[L_REF] = {ref_open, ref_close},
	[L_URL] = {url_open, url_close},
	[L_PAGE] = {page_open, NULL},
	[L_INDEXTERM] = {mute_open, mute_close},
	[L_BR] = {br_open, NULL},
	[L_IMAGE] = {image_open, NULL},
};

/* The headings that references may name; they are few. */
static void
find_headings(struct man *m, const xmlNode *document)
{
	const xmlNode *section = layout_child(document, L_SECTION);
	const xmlNode *title;
	const char *anchor, *text;

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

/* The page's name as the first line has it, whatever the language. */
static void
put_page(struct man *m, const xmlNode *document)
{
	UErrorCode error = U_ZERO_ERROR;
	UCaseMap *root = ucasemap_open("", 0, &error);
	const char *name = layout_attr(document, "name");
	size_t cap = strlen(name) * 3 + 1;
	char *upper = gloss_malloc(cap);

	ucasemap_utf8ToUpper(root, upper, (int32_t)cap, name, -1, &error);
	roff_page(&m->roff, U_SUCCESS(error) ? upper : name,
	    layout_attr(document, "section"), layout_attr(document, "date"),
	    layout_attr(document, "source"), layout_attr(document, "manual"));
	ucasemap_close(root);
	free(upper);
}

static void
write_man(const xmlNode *document, const struct write_options *options,
    struct buf *out)
{
	struct man m = { 0 };
	const char *lang = layout_attr(document, "lang");
	UErrorCode error = U_ZERO_ERROR;

	(void)options;
	roff_init(&m.roff, &m.page);
	m.casemap = ucasemap_open(lang ? lang : "", 0, &error);
	/* what calls itself a language may be anything */
	if (U_FAILURE(error)) {
		error = U_ZERO_ERROR;
		m.casemap = ucasemap_open("", 0, &error);
	}
	find_headings(&m, document);
	put_page(&m, document);
	set_off(&m, 0);
	write_walk(document, acts, text, &m);
	roff_end_line(&m.roff);
	assert(m.depth == 1);
	if (m.has_table)
		buf_puts(out, "'\\\" t\n");
	buf_add(out, buf_str(&m.page), m.page.len);
	ucasemap_close(m.casemap);
	xmlHashFree(m.headings, NULL);
	free(m.frames);
	buf_free(&m.cell);
	buf_free(&m.page);
}

/*
 * As the DocBook XSL stylesheets have it; man-db and mandoc look for it from
 * the folder that holds man1, man3..., named by the first digit of a section.
 */
static void
write_stub(const char *file, struct buf *out)
{
	const char *section = strrchr(file, '.') + 1;

	buf_printf(out, ".so man%.1s/%s\n", section, file);
}

const struct format format_man = {
	.name = "man",
	.write = write_man,
	.stub = write_stub,
};
