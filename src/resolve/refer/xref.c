/* SPDX-License-Identifier: MIT */
/* Resolves all references, or reports them. */
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "util/buf.h"
#include "gloss/limits.h"
#include "gloss/read.h"
#include "gloss/resolve.h"
#include "resolve/budget.h"
#include "chains.h"
#include "target.h"
#include "resolve/tree.h"
#include "wordforms.h"
#include "wording.h"
#include "xref.h"

/* Maximum length of a glosssee chain. */
enum { STEPS = 8 };

/* Maximum number of terms in a message about an ambiguous reference. */
enum { CANDIDATES = 8 };

/* Does it lead somewhere, or is it reported if it does not? */
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
		return target_is_due(node) || tree_link_attr(node) ||
		    (target_ways(node) & (BY_TEXT | SILENT)) == BY_TEXT;
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

/* The mark of a footnote prints its number, and no words. */
static bool
is_numbered_mark(const xmlNode *node)
{
	return docbook_id(node) == DB_footnoteref &&
	    tree_resolved(node, "number");
}

static void
lead(xmlNode *node, xmlNode *target, struct index *ix, struct budget *p)
{
	xmlNode *place = index_place(target);
	const char *spot = tree_resolved(target, "spot");
	const char *number;
	const struct docbook *row;

	if (place) {
		tree_set(node, "kind", wording_kind(place));
		row = docbook_of(place);
		number = tree_resolved(place, "number");
		if (number && row && row->label)
			tree_set(node, "word", row->label);
		/* a footnote with a link keeps its own number */
		if (number && place == target &&
		    !tree_attr(target, "xreflabel") &&
		    tree_resolved(node, "number") == NULL)
			set_name(node, "number", number, p);
		if (docbook_id(node) == DB_xref && p->over == NULL &&
		    tree_attr(node, "xrefstyle") &&
		    !tree_attr(node, "endterm") &&
		    !tree_attr(target, "xreflabel"))
			wording_set_style(node, target, ix, p);
	}
	if (tree_is_empty(node) && p->over == NULL && !is_numbered_mark(node))
		wording_set(node, target, ix, p);
	/* no link to the entry that contains it */
	if (place && (docbook_id(place) != DB_glossentry ||
	    !is_inside(node, place)))
		set_name(node, "target", spot ? spot :
		    tree_resolved(place, "anchor"), p);
}

/* A reference to a synopfragment of the same synopsis shows its number. */
static void
number_fragment(xmlNode *node, const xmlNode *target)
{
	if (docbook_id(node) == DB_synopfragmentref &&
	    docbook_id(target) == DB_synopfragment &&
	    tree_ancestor(node, DB_cmdsynopsis) == target->parent)
		tree_set(node, "number", tree_resolved(target, "number"));
}

/* The targetdoc of an olink, or NULL: this document. */
static const char *
other_document(const xmlNode *node)
{
	return docbook_id(node) == DB_olink ? tree_attr(node, "targetdoc") :
	    NULL;
}

/*
 * Another document, or a term in it: named by an olink, or by a term that this
 * document does not have.  NULL if not found.
 */
static const struct refs_term *
find_out(const xmlNode *node, const struct found *f, unsigned ways,
    const struct refs *refs)
{
	const char *doc = other_document(node);
	const char *id = tree_attr(node, "targetptr");

	if (doc && id)
		return refs_id(refs, doc, id);
	if (doc)
		return refs_document(refs, doc);
	return ways & BY_TEXT && f->asked ? refs_term(refs, f->asked) : NULL;
}

static void
lead_out(xmlNode *node, const struct refs_term *row, struct budget *p)
{
	if (tree_is_empty(node) && budget_take(p, node, strlen(row->text)))
		tree_set(node, "text", row->text);
	tree_set(node, "kind", row->whole ? "document" : "term");
	set_name(node, "remote", row->anchor, p);
	set_name(node, "manual", row->name, p);
	if (row->section)
		set_name(node, "section", row->section, p);
}

/* The end of an entry's glosssee chain. */
static xmlNode *
end_of(const struct index *ix, xmlNode *entry)
{
	for (int i = 0; i < STEPS; i++) {
		const xmlNode *see = tree_child(entry, DB_glosssee);
		struct found f = { 0 };

		if (see)
			f = target_find(ix, see, target_ways(see));
		free(f.asked);
		if (f.target == NULL || docbook_id(f.target) != DB_glossentry)
			break;
		entry = f.target;
	}
	return entry;
}

/* The entry that several candidates all lead to, or NULL. */
static xmlNode *
common_end(const struct index *ix, const struct wordform *forms)
{
	xmlNode *end = forms && forms->next ? end_of(ix, forms->thing) : NULL;

	for (size_t i = 0; forms && end; i++, forms = forms->next)
		if (i == CANDIDATES || end_of(ix, forms->thing) != end)
			end = NULL;
	return end;
}

/* Reports a reference that was resolved by another word form. */
static void
tell_inflected(const xmlNode *node, const char *asked, const char *term,
    struct diags *d)
{
	xmlChar *file = read_file_of(node);

	diag(d, DIAG_INFLECTED, (const char *)file, read_line_of(node),
	    "%s \"%s\" leads to \"%s\", as a form of its words",
	    (const char *)node->name, asked, term);
	xmlFree(file);
}

/*
 * Checks that a term leads to an entry or, in a text without a glossary, to a
 * firstterm.
 */
static void
check_term(xmlNode *node, xmlNode *target, struct diags *d)
{
	xmlNode *place = index_place(target);
	xmlChar *file;

	if (!(target_ways(node) & BY_TEXT) ||
	    docbook_id(target) == DB_firstterm ||
	    (place && docbook_id(place) == DB_glossentry))
		return;
	file = read_file_of(node);
	diag(d, DIAG_NOT_A_TERM, (const char *)file, read_line_of(node),
	    "%s leads to a \"%s\", which is no term",
	    (const char *)node->name, (const char *)target->name);
	xmlFree(file);
}

/*
 * The attribute that should have been used, if the text is an entry's id; or
 * NULL.
 */
static const char *
meant_for(const struct found *f, unsigned ways, const struct index *ix)
{
	xmlNode *target = f->id ? NULL : index_id(ix, f->asked);
	xmlNode *place = target ? index_place(target) : NULL;

	if (place == NULL || docbook_id(place) != DB_glossentry)
		return NULL;
	return ways & BY_OTHERTERM ? "otherterm" : "linkend";
}

/* what: the name of the reference in the source. */
static void
dangle(const xmlNode *node, const char *what, const struct found *f,
    unsigned ways, struct index *ix, const struct refs *refs, struct diags *d)
{
	xmlChar *file = read_file_of(node);
	const char *near = NULL;
	const char *doc = other_document(node);
	const char *meant = doc ? NULL : meant_for(f, ways, ix);
	const struct wordform *forms;
	xmlNode *one;
	struct buf terms = { 0 };

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
	if (!doc && f->term && (forms = index_form(ix, f->asked, &one)) != NULL) {
		wordforms_list(forms, CANDIDATES, &terms);
		diag(d, DIAG_DANGLING, (const char *)file, read_line_of(node),
		    "%s \"%s\" leads nowhere; did you mean %s?", what,
		    f->asked, terms.data);
		buf_free(&terms);
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

/* The name of a reference in the source. */
static const char *
name_of(const xmlNode *node)
{
	const char *of = tree_resolved(node, "of");

	return of ? of : (const char *)node->name;
}

/* Reports the ids in a list that no element has. */
static void
check_list(const xmlNode *node, const xmlAttr *list, struct index *ix,
    const struct refs *refs, struct diags *d)
{
	static const char blank[] = " \t\r\n";
	const char *s = (const char *)list->children->content;

	for (s += strspn(s, blank); *s; s += strspn(s, blank)) {
		size_t len = strcspn(s, blank);
		char *id = gloss_strndup(s, len);
		struct found f = target_by_id(ix, id);

		if (f.target == NULL)
			dangle(node, (const char *)list->name, &f, 0, ix, refs,
			    d);
		free(f.asked);
		free(id);
		s += len;
	}
}

/* Checks attributes that name ids without being links. */
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

/*
 * The target of a reference: in this document, else in another, else by another
 * word form.
 */
static struct found
find(xmlNode *node, struct index *ix, unsigned ways, struct refs *refs,
    const struct refs_term **out, bool exact, struct diags *d)
{
	struct found f = target_find(ix, node, ways);
	const struct wordform *forms;

	*out = f.target ? NULL : find_out(node, &f, ways, refs);
	if (f.target || *out || !f.term || exact ||
	    index_is_gone(ix, f.asked))
		return f;
	forms = index_form(ix, f.asked, &f.target);
	if (f.target == NULL)
		f.target = common_end(ix, forms);
	if (forms == NULL && ways & BY_TEXT)
		*out = refs_form(refs, f.asked);
	if (f.target && forms)
		tell_inflected(node, f.asked, forms->name, d);
	else if (*out)
		tell_inflected(node, f.asked, (*out)->text, d);
	return f;
}

void
xref_resolve(xmlNode *root, struct index *ix, struct refs *refs,
    const struct resolve_options *options, struct diags *d)
{
	/* a title that contains references prints their text */
	struct budget p = budget_new(LIMIT_REFERENCES, options->huge);
	struct chains chains = { 0 };
	const struct refs_term *out;
	struct found f;
	unsigned ways;

	for (xmlNode *n = root; n; n = tree_next(n, root)) {
		check_lists(n, ix, refs, d);
		if ((ways = target_ways(n)) == 0)
			continue;
		f = find(n, ix, ways, refs, &out, options->exact, d);
		if (f.target) {
			lead(n, f.target, ix, &p);
			number_fragment(n, f.target);
			check_term(n, f.target, d);
			chains_note(&chains, n, f.target);
		} else if (out) {
			lead_out(n, out, &p);
		} else if (f.asked) {
			if (tree_is_empty(n))
				tree_set(n, "text", f.asked);
			if (f.id || !(ways & SILENT || holds_reference(n)))
				dangle(n, name_of(n), &f, ways, ix, refs, d);
		}
		free(f.asked);
	}
	budget_kept(&p, "what references print", d);
	chains_follow(&chains, ix, d);
}
