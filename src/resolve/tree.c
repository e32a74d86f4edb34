/* SPDX-License-Identifier: MIT */
/* Helpers on DocBook trees for all steps of resolve. */
#include <stdbool.h>
#include <string.h>

#include "gloss/read.h"
#include "gloss/resolve.h"
#include "tree.h"

xmlNode *
tree_after(const xmlNode *node, const xmlNode *root)
{
	while (node != root) {
		if (node->next)
			return node->next;
		node = node->parent;
	}
	return NULL;
}

bool
tree_is_metadata(const xmlNode *node)
{
	enum docbook_id id = docbook_id(node);

	return id == DB_meta || (id == DB_revhistory &&
	    docbook_id(node->parent) == DB_glossentry);
}

xmlNode *
tree_next(const xmlNode *node, const xmlNode *root)
{
	if (node->type == XML_ELEMENT_NODE && node->children &&
	    !tree_is_metadata(node))
		return node->children;
	return tree_after(node, root);
}

xmlNode *
tree_ancestor(const xmlNode *node, enum docbook_id id)
{
	xmlNode *up = node->parent;

	while (up && docbook_id(up) != id)
		up = up->parent;
	return up;
}

xmlNode *
tree_child(const xmlNode *node, enum docbook_id id)
{
	xmlNode *child = node->children;

	while (child && docbook_id(child) != id)
		child = child->next;
	return child;
}

xmlNode *
tree_info_child(const xmlNode *node, enum docbook_id id)
{
	xmlNode *child = tree_child(node, id);
	xmlNode *info;

	if (child == NULL && (info = tree_child(node, DB_info)) != NULL)
		child = tree_child(info, id);
	return child;
}

/* The value of an attribute: its only child, as libxml2 parses with NOENT. */
static const char *
value(const xmlAttr *attr)
{
	return attr->children && attr->children->content ?
	    (const char *)attr->children->content : "";
}

static xmlAttr *
find_attribute(const xmlNode *node, const char *name, const char *ns)
{
	for (xmlAttr *a = node->properties; a; a = a->next) {
		if (strcmp((const char *)a->name, name) != 0)
			continue;
		if (ns == NULL ? a->ns == NULL : a->ns &&
		    strcmp((const char *)a->ns->href, ns) == 0)
			return a;
	}
	return NULL;
}

static const char *
attribute(const xmlNode *node, const char *name, const char *ns)
{
	const xmlAttr *a = find_attribute(node, name, ns);

	return a ? value(a) : NULL;
}

const char *
tree_attr(const xmlNode *node, const char *name)
{
	return attribute(node, name, NULL);
}

const char *
tree_id(const xmlNode *node)
{
	return attribute(node, "id", (const char *)XML_XML_NAMESPACE);
}

const char *
tree_lang(const xmlNode *node)
{
	return attribute(node, "lang", (const char *)XML_XML_NAMESPACE);
}

const char *
tree_href(const xmlNode *node)
{
	return attribute(node, "href", XLINK_NS);
}

xmlAttr *
tree_link_attr(const xmlNode *node)
{
	xmlAttr *a = find_attribute(node, "linkend", NULL);

	return a ? a : find_attribute(node, "href", XLINK_NS);
}

const char *
tree_resolved(const xmlNode *node, const char *name)
{
	return attribute(node, name, RESOLVED_NS);
}

void
tree_set(xmlNode *node, const char *name, const char *text)
{
	xmlNode *root = xmlDocGetRootElement(node->doc);
	xmlNs *ns = root->nsDef;

	while (ns && strcmp((const char *)ns->href, RESOLVED_NS) != 0)
		ns = ns->next;
	xmlSetNsProp(node, ns, (const xmlChar *)name, (const xmlChar *)text);
}

xmlNode *
tree_new(xmlDoc *doc, enum docbook_id id)
{
	xmlNode *root = xmlDocGetRootElement(doc);
	const struct docbook *row = docbook_row(id);
	xmlNode *node = xmlNewDocNode(doc, root->ns,
	    (const xmlChar *)row->name, NULL);

	node->_private = (void *)row;
	return node;
}

void
tree_become(xmlNode *node, const struct docbook *row)
{
	/* references are reported under their original name */
	if (tree_link_attr(node) && tree_resolved(node, "of") == NULL)
		tree_set(node, "of", (const char *)node->name);
	xmlNodeSetName(node, (const xmlChar *)row->name);
	node->_private = (void *)row;
	/* an r:rule among words is not shown */
	if (node->ns && xmlStrEqual(node->ns->href,
	    (const xmlChar *)RESOLVED_NS))
		node->ns = xmlDocGetRootElement(node->doc)->ns;
}

bool
tree_is_blank(const xmlNode *text)
{
	const char *s = (const char *)text->content;

	return text->type == XML_TEXT_NODE &&
	    (s == NULL || s[strspn(s, " \t\r\n")] == '\0');
}

enum docbook_is
tree_stands(const xmlNode *node)
{
	const struct docbook *row = docbook_of(node);
	const char *type;

	if (row == NULL)
		return IS_INLINE;
	if (row->id == DB_simplelist && (type = tree_attr(node, "type")) &&
	    strcmp(type, "inline") == 0)
		return IS_INLINE;
	return row->is;
}

void
tree_drop(xmlNode *node)
{
	xmlUnlinkNode(node);
	xmlFreeNode(node);
}

void
tree_move(xmlNode *node, xmlNode *into)
{
	read_keep_line(node);
	xmlUnlinkNode(node);
	xmlAddChild(into, node);
}

void
tree_move_before(xmlNode *node, xmlNode *next)
{
	read_keep_line(node);
	xmlUnlinkNode(node);
	xmlAddPrevSibling(next, node);
}

bool
tree_is_empty(const xmlNode *node)
{
	for (const xmlNode *c = node->children; c; c = c->next)
		if (!tree_is_blank(c))
			return false;
	return true;
}

bool
tree_holds_words(const xmlNode *node)
{
	const struct docbook *row = docbook_of(node);

	return row && (row->holds == HOLDS_INLINES ||
	    row->holds == HOLDS_LINES);
}

bool
tree_is_block(const xmlNode *node)
{
	enum docbook_is is = tree_stands(node);

	return is == IS_BLOCK || is == IS_SECTION;
}

static void
add_collapsed(struct buf *out, const char *s)
{
	static const char blank[] = " \t\r\n";

	for (; *s; s++) {
		if (strchr(blank, *s) == NULL)
			buf_putc(out, *s);
		else if (out->len && buf_last(out) != ' ')
			buf_putc(out, ' ');
	}
}

static void
trim(struct buf *line)
{
	if (buf_last(line) == ' ')
		buf_truncate(line, line->len - 1);
}

void
tree_collapse(const char *text, struct buf *out)
{
	struct buf own = { 0 };

	add_collapsed(&own, text);
	trim(&own);
	buf_add(out, buf_str(&own), own.len);
	buf_free(&own);
}

bool
tree_is_in_blocks(const xmlNode *node)
{
	const struct docbook *row = docbook_of(node->parent);

	return row && row->holds == HOLDS_BLOCKS;
}

bool
tree_is_apart(const xmlNode *node)
{
	const struct docbook *row = docbook_of(node->parent);
	const char *s;
	size_t len;

	if (node->prev == NULL)
		return row && row->holds == HOLDS_LINES;
	if (node->prev->type != XML_TEXT_NODE)
		return false;
	s = (const char *)node->prev->content;
	len = s ? strlen(s) : 0;
	return len && strchr(" \t\r\n", s[len - 1]);
}

bool
tree_is_aside(const xmlNode *node)
{
	switch (docbook_id(node)) {
	case DB_footnote:
	case DB_footnoteref:
	case DB_indexterm:
	case DB_remark:
	case DB_alt:
	case DB_annotation:
		return true;
	default:
		return false;
	}
}

/* Is it a part of a synopsis, which is separated from the others? */
static bool
is_synopsis_part(const xmlNode *node)
{
	switch (docbook_id(node->parent)) {
	case DB_arg:
		return docbook_id(node) == DB_arg ||
		    docbook_id(node) == DB_group;
	case DB_classsynopsis:
	case DB_cmdsynopsis:
	case DB_constructorsynopsis:
	case DB_destructorsynopsis:
	case DB_enumsynopsis:
	case DB_fieldsynopsis:
	case DB_funcprototype:
	case DB_funcsynopsis:
	case DB_group:
	case DB_macroprototype:
	case DB_macrosynopsis:
	case DB_methodparam:
	case DB_methodsynopsis:
	case DB_ooclass:
	case DB_ooexception:
	case DB_oointerface:
	case DB_packagesynopsis:
	case DB_synopfragment:
	case DB_typedefsynopsis:
	case DB_unionsynopsis:
		return true;
	default:
		return false;
	}
}

/* Does the page separate it from the words before it? */
static bool
stands_apart(const xmlNode *node)
{
	const struct docbook *row = docbook_of(node);

	return row && (row->is == IS_BLOCK || row->holds == HOLDS_BLOCKS ||
	    is_synopsis_part(node));
}

/* A quotation in another has single quotation marks. */
static const char *
quote_mark(const xmlNode *quote)
{
	return tree_ancestor(quote, DB_quote) ? "'" : "\"";
}

/*
 * Closes the quotations that end between a node and the next one in document
 * order.
 */
static void
end_quotes(const xmlNode *n, const xmlNode *next, const xmlNode *root,
    struct buf *out)
{
	for (; n != root && (next == NULL || n != next->parent); n = n->parent)
		if (docbook_id(n) == DB_quote)
			add_collapsed(out, quote_mark(n));
}

static void
add_text(const xmlNode *node, struct buf *out, bool quotes)
{
	const xmlNode *n = node->children, *next;
	const char *text;
	struct buf own = { 0 };

	while (n) {
		if (tree_is_aside(n)) {
			next = tree_after(n, node);
		} else {
			if (stands_apart(n))
				add_collapsed(&own, " ");
			if (quotes && docbook_id(n) == DB_quote)
				add_collapsed(&own, quote_mark(n));
			if (n->type == XML_TEXT_NODE && n->content)
				add_collapsed(&own, (const char *)n->content);
			else if (n->type == XML_ELEMENT_NODE &&
			    n->children == NULL &&
			    (text = tree_resolved(n, "text")) != NULL)
				add_collapsed(&own, text);
			next = tree_next(n, node);
		}
		if (quotes)
			end_quotes(n, next, node, &own);
		n = next;
	}
	trim(&own);
	buf_add(out, buf_str(&own), own.len);
	buf_free(&own);
}

void
tree_text(const xmlNode *node, struct buf *out)
{
	add_text(node, out, false);
}

void
tree_quoted(const xmlNode *node, struct buf *out)
{
	add_text(node, out, true);
}
