/* SPDX-License-Identifier: MIT */
/* Finds the target of a reference. */
#include <stdlib.h>

#include "util/alloc.h"
#include "util/buf.h"
#include "target.h"
#include "resolve/tree.h"

unsigned
target_ways(const xmlNode *node)
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

struct found
target_by_id(const struct index *ix, const char *id)
{
	return (struct found){
		.target = index_id(ix, id), .asked = gloss_strdup(id),
		.id = true,
	};
}

static struct found
by_term(const struct index *ix, const char *text)
{
	struct buf line = { 0 };

	tree_collapse(text, &line);
	return (struct found){
		.target = index_term(ix, buf_str(&line)),
		.asked = line.data ? line.data : gloss_strdup(""),
		.term = true,
	};
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

/* A citation may name a work that the document does not list: no error. */
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
	struct found f = target_by_id(ix, name);

	if (f.target == NULL) {
		free(f.asked);
		f = by_term(ix, name);
		f.id = true;
	}
	return f;
}

/* An olink without a targetdoc refers to this document (DocBook TDG). */
static struct found
by_olink(const struct index *ix, const xmlNode *node)
{
	const char *id = tree_attr(node, "targetptr");
	const char *doc = tree_attr(node, "targetdoc");

	if (id && doc == NULL)
		return target_by_id(ix, id);
	if (id == NULL)
		id = doc;
	return (struct found){
		.asked = gloss_strdup(id ? id : ""), .id = true };
}

bool
target_is_due(const xmlNode *node)
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

struct found
target_find(const struct index *ix, const xmlNode *node, unsigned ways)
{
	const char *name;

	if (docbook_id(node) == DB_olink)
		return by_olink(ix, node);
	if (ways & BY_OTHERTERM && (name = tree_attr(node, "otherterm")))
		return by_otherterm(ix, name);
	if (ways & BY_LINKEND && (name = tree_attr(node, "linkend")))
		return target_by_id(ix, name);
	if (ways & BY_HREF && (name = tree_href(node)) != NULL) {
		if (*name == '#' || *name == '\0')
			return target_by_id(ix, name + (*name == '#'));
		return (struct found){ 0 };
	}
	if (ways & BY_BASEFORM && (name = tree_attr(node, "baseform")))
		return by_term(ix, name);
	if (ways & BY_TEXT)
		return by_text(ix, node);
	if (ways & BY_WORK)
		return by_work(ix, node);
	/* a reference with only endterm leads to the element of its words */
	if (target_is_due(node) && (name = tree_attr(node, "endterm")) &&
	    index_id(ix, name))
		return target_by_id(ix, name);
	if (target_is_due(node))
		return target_by_id(ix, "");
	return (struct found){ 0 };
}
