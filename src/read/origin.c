/* SPDX-License-Identifier: MIT */
/* The file and line of nodes, stored in the tree. */
#include <assert.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "util/uri.h"
#include "gloss/read.h"
#include "origin.h"

/*
 * libxml2 parses an external entity below one: it stands in the document, or
 * from 2.13 on alone, by a name that no element has.
 */
static bool
is_pseudo_root(const xmlNode *node)
{
	if (node->parent == NULL)
		return xmlStrEqual(node->name, (const xmlChar *)"#root");
	return node->parent->type == XML_DOCUMENT_NODE &&
	    xmlStrEqual(node->name, (const xmlChar *)"pseudoroot");
}

/*
 * A node has room for 16 bits of its line (struct _xmlNode).  The lines that are
 * left out there are told by an attribute, which copies keep, of the element or
 * the nearest around it that has one; what comes from another file, which
 * xml:base tells, counts from its beginning.
 */
static const xmlAttr *
lines_before(const xmlNode *node)
{
	for (const xmlNode *n = node; n && n->type == XML_ELEMENT_NODE;
	    n = n->parent) {
		xmlNode *at = (xmlNode *)n;
		const xmlAttr *a;

		if (n->properties == NULL)
			continue;
		a = xmlHasNsProp(at, (const xmlChar *)"line",
		    (const xmlChar *)READ_NS);
		if (a)
			return a;
		if (xmlHasNsProp(at, (const xmlChar *)"base",
		    XML_XML_NAMESPACE))
			return NULL;
	}
	return NULL;
}

static long
count_before(const xmlNode *node)
{
	const xmlAttr *a = lines_before(node);

	return a && a->children && a->children->content ?
	    strtol((const char *)a->children->content, NULL, 10) : 0;
}

/* Declares the namespace on an element that an entity or XInclude copies. */
static xmlNs *
declare(xmlNode *node)
{
	xmlNode *top = node;
	xmlNs *ns;

	while (top->parent && top->parent->type == XML_ELEMENT_NODE &&
	    !is_pseudo_root(top->parent))
		top = top->parent;
	ns = top->nsDef;
	while (ns && !xmlStrEqual(ns->href, (const xmlChar *)READ_NS))
		ns = ns->next;
	return ns ? ns : xmlNewNs(top, (const xmlChar *)READ_NS,
	    (const xmlChar *)"read");
}

/* Regardless of the elements around it. */
static void
set_line(xmlNode *node, long line)
{
	const xmlAttr *a = lines_before(node);
	char text[24];

	assert(node);
	node->line = (unsigned short)(line & USHRT_MAX);
	if (line == node->line && a == NULL)
		return;
	snprintf(text, sizeof text, "%ld", line - node->line);
	xmlSetNsProp(node, a ? a->ns : declare(node),
	    (const xmlChar *)"line", (const xmlChar *)text);
}

static const xmlChar *
own_base(const xmlNode *node)
{
	const xmlAttr *a = node->properties == NULL ? NULL :
	    xmlHasNsProp((xmlNode *)node, (const xmlChar *)"base",
	    XML_XML_NAMESPACE);

	return a && a->children ? a->children->content : NULL;
}

/*
 * Stores the file as xml:base, as XInclude does; in full if there is no
 * relative URL.
 */
static void
note_file(xmlNode *node, const char *file, const char *from)
{
	char *base = uri_relative(file, from);
	char *path = base ? NULL : uri_to_path(file);
	char *real = path ? gloss_realpath(path) : NULL;

	if (real)
		base = uri_from_path(real);
	xmlSetNsProp(node, xmlSearchNsByHref(node->doc, node,
	    XML_XML_NAMESPACE), (const xmlChar *)"base",
	    (const xmlChar *)(base ? base : file));
	free(real);
	free(path);
	free(base);
}

void
origin_note_text(xmlNode *text, const char *file, int line)
{
	if (text == NULL || text->type != XML_TEXT_NODE)
		return;
	if (file == NULL)
		text->line = 0;
	else if (line >= USHRT_MAX && text->line == USHRT_MAX)
		text->line = (unsigned short)(line & USHRT_MAX);
}

void
origin_note(xmlNode *node, const char *file, int line, const char *document)
{
	/* libxml2 2.14 and later count the lines of an internal entity's text */
	if (file == NULL)
		node->line = 0;
	/* a parser's line numbers only increase, even inside an element */
	else if (line > USHRT_MAX) {
		node->line = (unsigned short)(line & USHRT_MAX);
		if (count_before(node) != line - node->line)
			set_line(node, line);
	}
	if (file && is_pseudo_root(node->parent))
		note_file(node, file, document);
}

/* Resolves a reference against a base; frees both. */
static char *
resolve_over(char *reference, char *base)
{
	char *uri = uri_resolve(reference, base);

	free(reference);
	free(base);
	return uri;
}

char *
read_base_of(const xmlNode *node)
{
	const xmlNode *n = node;
	char *base = gloss_strdup("");

	assert(node);
	if (n->type != XML_ELEMENT_NODE)
		n = n->parent;
	for (; n && n->type == XML_ELEMENT_NODE && !uri_has_scheme(base);
	    n = n->parent) {
		const xmlChar *own = own_base(n);

		if (own == NULL)
			continue;
		if (strlen(base) + (size_t)xmlStrlen(own) > READ_URL_MAX) {
			free(base);
			return NULL;
		}
		base = resolve_over(base, uri_resolve((const char *)own, NULL));
	}
	return node->doc->URL == NULL ? base : resolve_over(base,
	    gloss_strdup((const char *)node->doc->URL));
}

void
read_set_base(xmlNode *node, const char *base)
{
	char *there = node->parent && node->parent->type == XML_ELEMENT_NODE ?
	    read_base_of(node->parent) :
	    gloss_strdup((const char *)node->doc->URL);

	if (there && strcmp(base, there) != 0)
		note_file(node, base, there);
	else if (there && own_base(node))
		xmlUnsetNsProp(node, xmlSearchNsByHref(node->doc, node,
		    XML_XML_NAMESPACE), (const xmlChar *)"base");
	free(there);
}

xmlChar *
read_file_of(const xmlNode *node)
{
	const xmlNode *at = node;
	char *base, *name;
	xmlChar *file;

	assert(node);
	/* a URL that ends with a slash is the document's, not a file */
	for (const xmlNode *n = at; n && n->type == XML_ELEMENT_NODE;
	    n = n->parent) {
		const xmlChar *own = own_base(n);
		int len = xmlStrlen(own);

		if (len > 0 && own[len - 1] == '/')
			at = n->parent;
		else if (len > 0)
			break;
	}
	base = read_base_of(at);
	if (base == NULL)
		base = gloss_strdup((const char *)node->doc->URL);
	name = uri_shown(*base ? base : "-");
	file = xmlStrdup((const xmlChar *)name);
	free(name);
	free(base);
	return file;
}

/* Nodes from the declaration of an internal entity have no line. */
static bool
lacks_line(const xmlNode *node)
{
	assert(node);
	return node->type == XML_ELEMENT_NODE && node->line == 0 &&
	    node->parent && node->parent->type == XML_ELEMENT_NODE &&
	    !xmlHasNsProp((xmlNode *)node, (const xmlChar *)"base",
	    XML_XML_NAMESPACE);
}

static long
line_of_element(const xmlNode *node)
{
	if (count_before(node) == 0)
		while (lacks_line(node))
			node = node->parent;
	return count_before(node) + node->line;
}

long
read_line_of(const xmlNode *node)
{
	const xmlNode *in;
	long line;

	assert(node);
	in = node->parent;
	if (node->type == XML_ELEMENT_NODE)
		return line_of_element(node);
	/* next to the root element, or not in a tree */
	if (in == NULL || in->type != XML_ELEMENT_NODE)
		return node->line;
	line = count_before(in) + node->line;
	if (line == 0)
		return line_of_element(in);
	/* counted from here on; lower lines may be an entity's */
	return in->line - node->line > USHRT_MAX / 2 ? line + USHRT_MAX + 1 :
	    line;
}

void
read_copy_line(xmlNode *to, const xmlNode *from)
{
	set_line(to, read_line_of(from));
}

void
read_keep_line(xmlNode *node)
{
	if (node->type == XML_ELEMENT_NODE && lines_before(node))
		set_line(node, read_line_of(node));
}
