/* SPDX-License-Identifier: MIT */
/* Every reference knows where it leads, or is reported. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "gloss/alloc.h"
#include "gloss/buf.h"
#include "gloss/read.h"
#include "gloss/resolve.h"
#include "budget.h"
#include "tree.h"
#include "xref.h"

/* The ways in which a reference may name its target; tried in this order. */
enum by {
	BY_OTHERTERM = 1 << 0, /* an id; in the wild also the term itself */
	BY_LINKEND = 1 << 1,
	BY_HREF = 1 << 2,      /* xlink:href="#id" */
	BY_BASEFORM = 1 << 3,
	BY_TEXT = 1 << 4,
	BY_WORK = 1 << 5,      /* the abbrev or id of a cited work */
	SILENT = 1 << 6,       /* as a term it may have no entry */
};

/* So much references print, in bytes. */
enum { PRINTED = 10000000 };

/* So much a note has of a name that many notes may have. */
enum { NAMED = 120 };

static unsigned
ways_of(const xmlNode *node)
{
	switch (docbook_id(node)) {
	case DB_glosssee:
	case DB_glossseealso:
		return BY_OTHERTERM | BY_LINKEND | BY_HREF | BY_TEXT;
	case DB_glossterm:
		if (docbook_id(node->parent) == DB_glossentry)
			return 0;
		return BY_LINKEND | BY_HREF | BY_BASEFORM | BY_TEXT;
	case DB_firstterm:
		return BY_LINKEND | BY_HREF | BY_BASEFORM | BY_TEXT | SILENT;
	case DB_citation:
		return BY_WORK;
	case DB_none:
		return 0;
	default:
		return BY_LINKEND | BY_HREF;
	}
}

/* What was asked for, and what was found. */
struct found {
	xmlNode *target;
	char *asked; /* an id or a text, ours to free */
	bool id;     /* which of the two */
};

static struct found
by_id(const struct index *ix, const char *id)
{
	return (struct found){ index_id(ix, id), gloss_strdup(id), true };
}

static struct found
by_term(const struct index *ix, const char *text)
{
	struct buf line = { 0 };

	tree_collapse(text, &line);
	return (struct found){ index_term(ix, buf_str(&line)),
		line.data ? line.data : gloss_strdup(""), false };
}

static struct found
by_text(const struct index *ix, const xmlNode *node)
{
	struct buf text = { 0 };
	struct found f;

	tree_text(node, &text);
	f = by_term(ix, buf_str(&text));
	buf_free(&text);
	return f;
}

/* Many a citation is of a work that the document does not list. */
static struct found
by_work(const struct index *ix, const xmlNode *node)
{
	struct buf text = { 0 };
	struct found f = { 0 };

	tree_text(node, &text);
	f.target = index_work(ix, buf_str(&text));
	buf_free(&text);
	return f;
}

static struct found
by_otherterm(const struct index *ix, const char *name)
{
	struct found f = by_id(ix, name);

	if (f.target == NULL) {
		free(f.asked);
		f = by_term(ix, name);
		f.id = true;
	}
	return f;
}

/* An olink without a document means this one (DocBook TDG). */
static struct found
by_olink(const struct index *ix, const xmlNode *node)
{
	const char *id = tree_attr(node, "targetptr");
	const char *doc = tree_attr(node, "targetdoc");

	if (id && doc == NULL)
		return by_id(ix, id);
	if (id == NULL)
		id = doc;
	return (struct found){ NULL, gloss_strdup(id ? id : ""), true };
}

/* Is it nothing but a reference, so that it has to name something? */
static bool
must_name(const xmlNode *node)
{
	switch (docbook_id(node)) {
	case DB_biblioref:
	case DB_coref:
	case DB_footnoteref:
	case DB_link:
	case DB_olink:
	case DB_xref:
		return true;
	default:
		return false;
	}
}

/*
 * What a reference names; asked is NULL where it leads out of the document, or
 * need not name anything.
 */
static struct found
find(const struct index *ix, const xmlNode *node, unsigned ways)
{
	const char *name;

	if (docbook_id(node) == DB_olink)
		return by_olink(ix, node);
	if (ways & BY_OTHERTERM && (name = tree_attr(node, "otherterm")))
		return by_otherterm(ix, name);
	if (ways & BY_LINKEND && (name = tree_attr(node, "linkend")))
		return by_id(ix, name);
	if (ways & BY_HREF && (name = tree_href(node)) != NULL) {
		if (*name == '#' || *name == '\0')
			return by_id(ix, name + (*name == '#'));
		return (struct found){ 0 };
	}
	if (ways & BY_BASEFORM && (name = tree_attr(node, "baseform")))
		return by_term(ix, name);
	if (ways & BY_TEXT)
		return by_text(ix, node);
	if (ways & BY_WORK)
		return by_work(ix, node);
	if (must_name(node))
		return by_id(ix, "");
	return (struct found){ 0 };
}

static bool
is_empty(const xmlNode *node)
{
	for (const xmlNode *c = node->children; c; c = c->next)
		if (!tree_is_blank(c))
			return false;
	return true;
}

/* What stands at a place, in a word that stylesheets may ask for. */
static const char *
kind_of(const xmlNode *place)
{
	const struct docbook *row = docbook_of(place);

	switch (row->id) {
	case DB_glossentry:
		return "term";
	case DB_figure:
	case DB_table:
	case DB_example:
	case DB_equation:
	case DB_footnote:
	case DB_step:
		return row->name;
	case DB_biblioentry:
	case DB_bibliomixed:
		return "bibliography";
	case DB_callout:
		return "callout";
	default:
		return row->is == IS_SECTION ? "section" : "item";
	}
}

/* "name(1)", of a refentry. */
static void
name_page(const xmlNode *refentry, struct buf *out, struct index *ix)
{
	const xmlNode *meta = index_child(ix, refentry, DB_refmeta);
	const xmlNode *naming = index_child(ix, refentry, DB_refnamediv);
	const xmlNode *name = naming ?
	    index_child(ix, naming, DB_refname) : NULL;
	const xmlNode *section = meta ?
	    index_child(ix, meta, DB_manvolnum) : NULL;

	if (meta && index_child(ix, meta, DB_refentrytitle))
		name = index_child(ix, meta, DB_refentrytitle);
	if (name == NULL)
		return;
	tree_text(name, out);
	if (section) {
		buf_putc(out, '(');
		tree_text(section, out);
		buf_putc(out, ')');
	}
}

static bool
is_mark(const xmlNode *node)
{
	enum docbook_id id = docbook_id(node);

	return id == DB_co || id == DB_coref || id == DB_area ||
	    id == DB_areaset;
}

/* What the reader of a work or a question without a title knows it by. */
static xmlNode *
untitled_head(xmlNode *target, struct index *ix)
{
	enum docbook_id id = docbook_id(target), wanted = DB_para;

	if (id == DB_answer) {
		target = tree_ancestor(target, DB_qandaentry);
		id = docbook_id(target);
	}
	if (id == DB_biblioentry || id == DB_bibliomixed)
		wanted = DB_title; /* of a part of it */
	else if (id == DB_qandaentry)
		target = index_child(ix, target, DB_question);
	else if (id != DB_question)
		return NULL;
	return target ? index_below(ix, target, wanted) : NULL;
}

/* Does it name itself, whatever it stands in? */
static bool
is_head(const xmlNode *node)
{
	switch (docbook_id(node)) {
	case DB_bridgehead:
	case DB_glossterm:
	case DB_refname:
	case DB_term:
	case DB_title:
		return true;
	default:
		return false;
	}
}

/* The term or the name that heads a place, or NULL. */
static xmlNode *
head_of(const xmlNode *place, struct index *ix)
{
	static const enum docbook_id heads[] = {
		DB_glossterm, DB_term, DB_abbrev, DB_refname,
	};
	xmlNode *head = NULL;

	/* among the many blocks of a section there is none of them */
	for (size_t i = 0; head == NULL && i < 4 &&
	    docbook_of(place)->holds != HOLDS_BLOCKS; i++)
		head = index_child(ix, place, heads[i]);
	return head;
}

static xmlNode *
title_of(const xmlNode *node, struct index *ix)
{
	xmlNode *title = index_child(ix, node, DB_title);
	xmlNode *info = title ? NULL : index_child(ix, node, DB_info);

	return info ? index_child(ix, info, DB_title) : title;
}

/* Of what has none, such as an item of a list: where a reader finds it. */
static xmlNode *
outer_head(xmlNode *place, struct index *ix)
{
	xmlNode *head = NULL;

	while (head == NULL && place && docbook_of(place)->is != IS_SECTION) {
		place = index_place(place->parent);
		if (place && (head = head_of(place, ix)) == NULL)
			head = title_of(place, ix);
	}
	return head;
}

/*
 * Adds the title of a target, or what stands for one; false: it has none.  from:
 * the element that is its text, or NULL; from may be NULL.
 */
static bool
add_title(xmlNode *target, struct buf *out, xmlNode **from, struct index *ix)
{
	xmlNode *place = index_place(target);
	xmlNode *head = NULL;
	size_t before = out->len;

	if (from)
		*from = NULL;
	if (docbook_id(target) == DB_refentry)
		name_page(target, out, ix);
	else if (is_mark(target) && tree_resolved(target, "number"))
		buf_printf(out, "(%s)", tree_resolved(target, "number"));
	if (out->len > before)
		return true;
	if (is_head(target))
		head = target;
	else if (place)
		head = head_of(place, ix);
	if (head == NULL)
		head = title_of(target, ix);
	if (head == NULL && place && place != target)
		head = title_of(place, ix);
	if (head == NULL)
		head = untitled_head(target, ix);
	if (head == NULL)
		head = outer_head(place, ix);
	if (head)
		tree_text(head, out);
	if (from)
		*from = head;
	return out->len > before;
}

/* The same, but what has no title is named by its id. */
static bool
title_target(xmlNode *target, struct buf *out, xmlNode **from,
    struct index *ix)
{
	bool titled = add_title(target, out, from, ix);

	if (!titled && tree_id(target))
		buf_puts(out, tree_id(target));
	return titled;
}

/* The same, by the label that an author gave it, if any. */
static bool
name_target(xmlNode *target, struct buf *out, xmlNode **from, struct index *ix)
{
	const char *label = tree_attr(target, "xreflabel");

	if (label == NULL)
		return title_target(target, out, from, ix);
	if (from)
		*from = NULL;
	buf_puts(out, label);
	return true;
}

/* The next node of a head that is read there. */
static const xmlNode *
next_in(const xmlNode *n, const xmlNode *head)
{
	return tree_is_aside(n) ? tree_after(n, head) : tree_next(n, head);
}

/*
 * How many elements mark up words within a head: what is code there is code in
 * a reference too.  0, if there is more to one than how it looks.
 */
static size_t
count_markup(const xmlNode *head)
{
	const struct docbook *row;
	size_t count = 0;

	for (const xmlNode *n = head->children; n; n = next_in(n, head)) {
		if (n->type != XML_ELEMENT_NODE || tree_is_aside(n))
			continue;
		row = docbook_of(n);
		if (row == NULL || row->is != IS_INLINE || n->properties ||
		    row->holds != HOLDS_INLINES || row->id == DB_email ||
		    row->id == DB_uri || ways_of(n) & (BY_TEXT | BY_WORK))
			return 0;
		count++;
	}
	return count;
}

/* Does a reference print words at all, and nothing but them? */
static bool
is_worded(const xmlNode *node)
{
	const char *kind = tree_resolved(node, "kind");

	return docbook_id(node) != DB_xref || ((tree_attr(node, "endterm") ||
	    tree_resolved(node, "number") == NULL) &&
	    (kind == NULL || strcmp(kind, "bibliography") != 0));
}

/* Copies what a head holds into a reference; no blanks at its ends. */
static void
copy_words(xmlNode *node, const xmlNode *head)
{
	static const char blanks[] = " \t\r\n";
	const xmlNode *from = head;
	xmlNode *to = node, *last;
	const char *s;

	for (const xmlNode *n = head->children; n; n = next_in(n, head)) {
		for (; from != n->parent; from = from->parent)
			to = to->parent;
		if (n->type == XML_TEXT_NODE && n->content) {
			s = (const char *)n->content;
			if (node->children == NULL)
				s += strspn(s, blanks);
			if (*s)
				xmlAddChild(to, xmlNewDocText(node->doc,
				    (const xmlChar *)s));
		} else if (n->type == XML_ELEMENT_NODE && !tree_is_aside(n)) {
			to = xmlAddChild(to, tree_new(node->doc,
			    docbook_id(n)));
			from = n;
		}
	}
	if ((last = node->last) != NULL && last->type == XML_TEXT_NODE) {
		size_t len = strlen((char *)last->content);

		while (len && strchr(blanks, last->content[len - 1]))
			len--;
		last->content[len] = '\0';
	}
}

/* Prints endterm's element, or the target's own name. */
static void
set_text(xmlNode *node, xmlNode *target, struct index *ix, struct budget *p)
{
	const char *endterm = tree_attr(node, "endterm");
	xmlNode *head = endterm ? index_id(ix, endterm) : NULL;
	const xmlNode *place = index_place(target);
	struct buf text = { 0 };
	size_t count;

	if (head)
		tree_text(head, &text);
	else if (!name_target(target, &text, &head, ix) && place &&
	    docbook_of(place)->is == IS_SECTION)
		/* its heading is the word for its kind */
		tree_set(node, "untitled", (const char *)place->name);
	if (!budget_take(p, node, text.len + budget_work(head)))
		;
	else if (text.len && head && is_worded(node) &&
	    (count = count_markup(head)) > 0 &&
	    budget_take(p, node, count * BUDGET_NODE))
		copy_words(node, head);
	else
		tree_set(node, "text", buf_str(&text));
	buf_free(&text);
}

static void
add_words(xmlNode *node, const char *words, size_t len, struct budget *p)
{
	if (!budget_take(p, node, len))
		return;
	xmlAddChild(node, xmlNewDocTextLen(node->doc, (const xmlChar *)words,
	    (int)len));
}

/* r:label in a reference: the word for its kind and its number, or one. */
static void
add_label(xmlNode *node, const char *part, struct budget *p)
{
	const char *number = tree_resolved(node, "number");
	xmlNs *ns = xmlSearchNsByHref(node->doc, node,
	    (const xmlChar *)RESOLVED_NS);
	xmlNode *label;

	if (number == NULL || !budget_take_name(p, node, number))
		return;
	label = xmlNewChild(node, ns, (const xmlChar *)"label", NULL);
	if (part)
		tree_set(label, "part", part);
}

static bool
is_label(const xmlNode *node)
{
	return node->type == XML_ELEMENT_NODE && docbook_of(node) == NULL;
}

/* After "template:": %t is the title, %n the number. */
static void
fill_template(xmlNode *node, const char *s, const struct buf *title,
    struct budget *p)
{
	for (s += strspn(s, " "); *s; ) {
		size_t len = strcspn(s, "%");

		if (len)
			add_words(node, s, len, p);
		s += len;
		if (s[0] == '\0' || s[1] == '\0')
			break;
		if (s[1] == 't')
			add_words(node, title->data, title->len, p);
		else if (s[1] == 'n')
			add_label(node, "number", p);
		else if (s[1] == '%')
			add_words(node, s, 1, p);
		s += 2;
	}
}

/* After "select:": names of what is wanted, a colon between. */
static void
fill_selection(xmlNode *node, const char *s, const struct buf *title,
    struct budget *p)
{
	static const char blank[] = " \t\r\n";
	xmlNode *quote;

	for (s += strspn(s, blank); *s; s += strspn(s, blank)) {
		size_t len = strcspn(s, blank);
		char *word = gloss_strndup(s, len);
		xmlNode *last = node->last;

		if (strcmp(word, "label") == 0) {
			add_label(node, NULL, p);
		} else if (strcmp(word, "labelname") == 0) {
			add_label(node, "name", p);
		} else if (strcmp(word, "labelnumber") == 0) {
			add_label(node, "number", p);
		} else if (strcmp(word, "quotedtitle") == 0) {
			quote = tree_new(node->doc, DB_quote);
			add_words(quote, title->data, title->len, p);
			xmlAddChild(node, quote);
		} else if (strcmp(word, "title") == 0 ||
		    strcmp(word, "unquotedtitle") == 0) {
			add_words(node, title->data, title->len, p);
		}
		if (last && node->last != last)
			xmlAddNextSibling(last, xmlNewDocText(node->doc,
			    (const xmlChar *)(is_label(last) &&
			    is_label(node->last) ? " " : ": ")));
		free(word);
		s += len;
	}
}

/*
 * How DocBook XSL lets an author word a reference: "select: label title" and
 * "template:%n, %t".  Other styles are names for a stylesheet to know.
 */
static void
set_style(xmlNode *node, xmlNode *target, struct index *ix,
    struct budget *p)
{
	const char *style = tree_attr(node, "xrefstyle");
	struct buf title = { 0 };
	xmlNode *head;

	if (!is_empty(node))
		return;
	title_target(target, &title, &head, ix);
	if (!budget_take(p, node, budget_work(head)))
		;
	else if (title.data && strncmp(style, "template:", 9) == 0)
		fill_template(node, style + 9, &title, p);
	else if (title.data && strncmp(style, "select:", 7) == 0)
		fill_selection(node, style + 7, &title, p);
	buf_free(&title);
}

/* Does it lead somewhere by itself, or is it reported as such? */
static bool
is_reference(const xmlNode *node)
{
	if (node->type != XML_ELEMENT_NODE)
		return false;
	switch (docbook_id(node)) {
	case DB_citerefentry:
	case DB_email:
	case DB_uri:
		return true;
	default:
		return must_name(node) || tree_link_attr(node) ||
		    (ways_of(node) & (BY_TEXT | SILENT)) == BY_TEXT;
	}
}

static bool
holds_reference(const xmlNode *node)
{
	const xmlNode *n = node;

	while ((n = tree_next(n, node)) != NULL)
		if (is_reference(n))
			return true;
	return false;
}

static bool
is_inside(const xmlNode *node, const xmlNode *ancestor)
{
	while (node && node != ancestor)
		node = node->parent;
	return node != NULL;
}

static void
set_name(xmlNode *node, const char *attr, const char *name, struct budget *p)
{
	if (budget_take_name(p, node, name))
		tree_set(node, attr, name);
}

static void
lead(xmlNode *node, xmlNode *target, struct index *ix, struct budget *p)
{
	xmlNode *place = index_place(target);
	const char *number;

	if (place) {
		tree_set(node, "kind", kind_of(place));
		number = tree_resolved(place, "number");
		/* a footnote that leads elsewhere keeps its own */
		if (number && place == target &&
		    !tree_attr(target, "xreflabel") &&
		    tree_resolved(node, "number") == NULL)
			set_name(node, "number", number, p);
		if (docbook_id(node) == DB_xref && p->over == NULL &&
		    tree_attr(node, "xrefstyle") &&
		    !tree_attr(node, "endterm") &&
		    !tree_attr(target, "xreflabel"))
			set_style(node, target, ix, p);
	}
	if (is_empty(node) && p->over == NULL)
		set_text(node, target, ix, p);
	/* to the entry that one is reading, no link */
	if (place && (docbook_id(place) != DB_glossentry ||
	    !is_inside(node, place)))
		set_name(node, "target", tree_resolved(place, "anchor"), p);
}

/* A part of the same synopsis is known by its number. */
static void
number_fragment(xmlNode *node, const xmlNode *target)
{
	if (docbook_id(node) == DB_synopfragmentref &&
	    docbook_id(target) == DB_synopfragment &&
	    tree_ancestor(node, DB_cmdsynopsis) == target->parent)
		tree_set(node, "number", tree_resolved(target, "number"));
}

/* The document that an olink names, or NULL: then it means this one. */
static const char *
other_document(const xmlNode *node)
{
	return docbook_id(node) == DB_olink ? tree_attr(node, "targetdoc") :
	    NULL;
}

/*
 * Leads to another document, or to a term of it: what an olink names, or what
 * is meant as a term and is none of ours.  False: no other document has it
 * either.
 */
static bool
lead_out(xmlNode *node, const struct found *f, unsigned ways,
    const struct refs *refs, struct budget *p)
{
	const char *doc = other_document(node);
	const char *id = tree_attr(node, "targetptr");
	const struct refs_term *row = NULL;

	if (doc && id)
		row = refs_id(refs, doc, id);
	else if (doc)
		row = refs_document(refs, doc);
	else if (ways & BY_TEXT && f->asked)
		row = refs_term(refs, f->asked);
	if (row == NULL)
		return false;
	if (is_empty(node) && budget_take(p, node, strlen(row->text)))
		tree_set(node, "text", row->text);
	tree_set(node, "kind", row->whole ? "document" : "term");
	set_name(node, "remote", row->anchor, p);
	set_name(node, "manual", row->name, p);
	if (row->section)
		set_name(node, "section", row->section, p);
	return true;
}

/*
 * What is marked as a term should lead to one: its entry, or, in a text without
 * a glossary, where it is introduced.
 */
static void
check_term(xmlNode *node, xmlNode *target, struct diags *d)
{
	xmlNode *place = index_place(target);
	xmlChar *file;

	if (!(ways_of(node) & BY_TEXT) ||
	    docbook_id(target) == DB_firstterm ||
	    (place && docbook_id(place) == DB_glossentry))
		return;
	file = read_file_of(node);
	diag(d, DIAG_NOT_A_TERM, (const char *)file, read_line_of(node),
	    "%s leads to a \"%s\", which is no term",
	    (const char *)node->name, (const char *)target->name);
	xmlFree(file);
}

/* The attribute that words were meant for, as they are an entry's id; or NULL. */
static const char *
meant_for(const struct found *f, unsigned ways, const struct index *ix)
{
	xmlNode *target = f->id ? NULL : index_id(ix, f->asked);
	xmlNode *place = target ? index_place(target) : NULL;

	if (place == NULL || docbook_id(place) != DB_glossentry)
		return NULL;
	return ways & BY_OTHERTERM ? "otherterm" : "linkend";
}

/* what: the reference's own name. */
static void
dangle(const xmlNode *node, const char *what, const struct found *f,
    unsigned ways, struct index *ix, const struct refs *refs, struct diags *d)
{
	xmlChar *file = read_file_of(node);
	const char *near = NULL;
	const char *doc = other_document(node);
	const char *meant = doc ? NULL : meant_for(f, ways, ix);

	if (*f->asked == '\0') {
		diag(d, DIAG_DANGLING, (const char *)file, read_line_of(node),
		    "%s leads nowhere, as it names nothing", what);
		xmlFree(file);
		return;
	}
	if (doc && refs_document(refs, doc) == NULL) {
		diag(d, DIAG_DANGLING, (const char *)file, read_line_of(node),
		    "%s \"%s\" leads nowhere; no file given with --refs is "
		    "of \"%s\"", what, f->asked, doc);
		xmlFree(file);
		return;
	}
	if (!doc && index_is_gone(ix, f->asked)) {
		diag(d, DIAG_PROFILED, (const char *)file, read_line_of(node),
		    "%s \"%s\" leads to what --profile leaves out", what,
		    f->asked);
		xmlFree(file);
		return;
	}
	if (meant) {
		diag(d, DIAG_DANGLING, (const char *)file, read_line_of(node),
		    "%s \"%s\" leads nowhere; did you mean %s=\"%s\"?",
		    what, f->asked, meant, f->asked);
		xmlFree(file);
		return;
	}
	if (!doc && diags_wanted(d, DIAG_DANGLING)) {
		if (f->id)
			near = index_like_id(ix, f->asked);
		if (near == NULL && ways && tree_attr(node, "linkend") == NULL)
			near = index_like_term(ix, f->asked);
	}
	diag(d, DIAG_DANGLING, (const char *)file, read_line_of(node),
	    "%s \"%s\" leads nowhere%s%s%s", what, f->asked,
	    near ? "; did you mean \"" : "", near ? near : "",
	    near ? "\"?" : "");
	xmlFree(file);
}

/* The name of a reference as the source has it. */
static const char *
name_of(const xmlNode *node)
{
	const char *of = tree_resolved(node, "of");

	return of ? of : (const char *)node->name;
}

/* Reports the ids in a list that no element bears. */
static void
check_list(const xmlNode *node, const xmlAttr *list, struct index *ix,
    const struct refs *refs, struct diags *d)
{
	static const char blank[] = " \t\r\n";
	const char *s = (const char *)list->children->content;

	for (s += strspn(s, blank); *s; s += strspn(s, blank)) {
		size_t len = strcspn(s, blank);
		char *id = gloss_strndup(s, len);
		struct found f = by_id(ix, id);

		if (f.target == NULL)
			dangle(node, (const char *)list->name, &f, 0, ix, refs,
			    d);
		free(f.asked);
		free(id);
		s += len;
	}
}

/* Attributes that name ids and make no link of what bears them. */
static void
check_lists(const xmlNode *node, struct index *ix, const struct refs *refs,
    struct diags *d)
{
	static const char *const names[] = {
		"annotates", "annotations", "arearefs", "endterm", "linkends",
		"startref", "zone",
	};

	if (node->type != XML_ELEMENT_NODE)
		return;
	for (const xmlAttr *a = node->properties; a; a = a->next) {
		if (a->ns || a->children == NULL || !a->children->content)
			continue;
		for (size_t i = 0; i < sizeof names / sizeof *names; i++)
			if (strcmp((const char *)a->name, names[i]) == 0)
				check_list(node, a, ix, refs, d);
	}
}

/* glosssee, entry to entry, as numbers: 0 is none, else one more. */
struct chain {
	xmlNode *entry;
	size_t next;
	size_t seen; /* in the walk of that number */
	size_t last; /* where the chain ends; 0: in a circle */
	char *end;   /* the name that notes have for it as an end, or NULL */
};

struct chains {
	struct chain *list;
	size_t len;
	size_t cap;
};

/* The chain link of an entry, which holds its number while we count. */
static size_t
chain_of(struct chains *c, xmlNode *entry)
{
	if (entry->psvi)
		return (size_t)(uintptr_t)entry->psvi;
	c->list = gloss_room(c->list, c->len, &c->cap, sizeof *c->list);
	c->list[c->len++] = (struct chain){ .entry = entry };
	entry->psvi = (void *)(uintptr_t)c->len;
	return c->len;
}

static void
note_see(struct chains *c, xmlNode *see, xmlNode *target)
{
	xmlNode *from = see->parent, *to = index_place(target);
	size_t n, m;

	if (docbook_id(see) != DB_glosssee ||
	    docbook_id(from) != DB_glossentry || to == NULL ||
	    docbook_id(to) != DB_glossentry)
		return;
	/* both first: either may move the list */
	n = chain_of(c, to);
	m = chain_of(c, from);
	c->list[m - 1].next = n;
}

static void
report_circle(const struct chains *c, size_t start, struct index *ix,
    struct diags *d)
{
	struct buf path = { 0 };
	xmlNode *entry = c->list[start - 1].entry;
	xmlChar *file = read_file_of(entry);
	size_t n = start;

	do {
		buf_putc(&path, '"');
		name_target(c->list[n - 1].entry, &path, NULL, ix);
		buf_puts(&path, "\" -> ");
		n = c->list[n - 1].next;
	} while (n != start);
	buf_putc(&path, '"');
	name_target(entry, &path, NULL, ix);
	buf_putc(&path, '"');
	diag(d, DIAG_CIRCLE, (const char *)file, read_line_of(entry),
	    "glosssee goes in a circle: %s", path.data);
	buf_free(&path);
	xmlFree(file);
}

/* Many chains may end at one entry: its name is cut, if it is long. */
static const char *
name_end(struct chain *link, struct index *ix)
{
	struct buf name = { 0 };
	size_t len = NAMED;

	if (link->end)
		return link->end;
	name_target(link->entry, &name, NULL, ix);
	if (name.len > len) {
		while (len && (name.data[len] & 0xC0) == 0x80)
			len--;
		buf_truncate(&name, len);
		buf_puts(&name, "...");
	}
	link->end = name.data ? name.data : gloss_strdup("");
	return link->end;
}

/* Notes a chain of more than one step. */
static void
report_chain(const struct chains *c, size_t start, struct index *ix,
    struct diags *d)
{
	const struct chain *link = &c->list[start - 1];
	struct buf from = { 0 };
	xmlChar *file;

	if (link->next == 0 || link->last == 0 || link->next == link->last)
		return;
	file = read_file_of(link->entry);
	name_target(link->entry, &from, NULL, ix);
	diag(d, DIAG_CHAIN, (const char *)file, read_line_of(link->entry),
	    "glosssee from \"%s\" goes by way of others; it ends at \"%s\"",
	    buf_str(&from), name_end(&c->list[link->last - 1], ix));
	buf_free(&from);
	xmlFree(file);
}

/*
 * Follows every chain and reports circles.  A walk ends where an earlier one
 * has been, so that no link is walked twice.
 */
static void
follow_chains(struct chains *c, struct index *ix, struct diags *d)
{
	for (size_t walk = 1; walk <= c->len; walk++) {
		size_t n = walk, end = 0, last;

		while (n && c->list[n - 1].seen == 0) {
			c->list[n - 1].seen = walk;
			end = n;
			n = c->list[n - 1].next;
		}
		if (n && c->list[n - 1].seen == walk)
			report_circle(c, n, ix, d);
		last = n == 0 ? end : c->list[n - 1].seen == walk ? 0 :
		    c->list[n - 1].last;
		for (size_t i = walk; end && i != n; i = c->list[i - 1].next) {
			if (c->list[i - 1].seen != walk)
				break;
			c->list[i - 1].last = last;
		}
	}
	for (size_t i = 1; i <= c->len; i++) {
		report_chain(c, i, ix, d);
		c->list[i - 1].entry->psvi = NULL;
	}
	for (size_t i = 0; i < c->len; i++)
		free(c->list[i].end);
	free(c->list);
}

void
xref_resolve(xmlNode *root, struct index *ix, const struct refs *refs,
    bool huge, struct diags *d)
{
	/* a title that refers to others prints what they print */
	struct budget p = budget_new(PRINTED, huge);
	struct chains chains = { 0 };
	struct found f;
	unsigned ways;

	for (xmlNode *n = root; n; n = tree_next(n, root)) {
		check_lists(n, ix, refs, d);
		if ((ways = ways_of(n)) == 0)
			continue;
		f = find(ix, n, ways);
		if (f.target) {
			lead(n, f.target, ix, &p);
			number_fragment(n, f.target);
			check_term(n, f.target, d);
			note_see(&chains, n, f.target);
		} else if (lead_out(n, &f, ways, refs, &p)) {
			/* into another document */
		} else if (f.asked) {
			if (is_empty(n))
				tree_set(n, "text", f.asked);
			if (f.id || !(ways & SILENT || holds_reference(n)))
				dangle(n, name_of(n), &f, ways, ix, refs, d);
		}
		free(f.asked);
	}
	budget_kept(&p, "what references print", d);
	follow_chains(&chains, ix, d);
}
