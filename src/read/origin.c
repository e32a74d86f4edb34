/* SPDX-License-Identifier: MIT */
/* Where a node comes from, kept in the tree itself: its file and its line. */
#include <assert.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include <libxml/uri.h>

#include "gloss/read.h"
#include "origin.h"

/* libxml2 has no room for larger numbers in a node (struct _xmlNode). */
static bool
is_far(const xmlNode *node)
{
	return node->line == USHRT_MAX;
}

/* libxml2 parses an external entity below one. */
static bool
is_pseudo_root(const xmlNode *node)
{
	return node->parent && node->parent->type == XML_DOCUMENT_NODE &&
	    xmlStrEqual(node->name, (const xmlChar *)"pseudoroot");
}

/*
 * In an attribute, which copies of the node keep.  Its namespace is declared
 * where an entity or an XInclude takes it along.
 */
static void
note_line(xmlNode *node, int line)
{
	xmlNode *top = node;
	xmlNs *ns;
	char text[16];

	while (top->parent->type == XML_ELEMENT_NODE &&
	    !is_pseudo_root(top->parent))
		top = top->parent;
	ns = top->nsDef;
	while (ns && !xmlStrEqual(ns->href, (const xmlChar *)READ_NS))
		ns = ns->next;
	if (ns == NULL)
		ns = xmlNewNs(top, (const xmlChar *)READ_NS,
		    (const xmlChar *)"read");
	snprintf(text, sizeof text, "%d", line);
	xmlNewNsProp(node, ns, (const xmlChar *)"line", (const xmlChar *)text);
}

/* By xml:base, as XInclude does. */
static void
note_file(xmlNode *node, const char *file, const char *document)
{
	xmlChar *base = xmlBuildRelativeURI((const xmlChar *)file,
	    (const xmlChar *)document);

	xmlNodeSetBase(node, base);
	xmlFree(base);
}

void
origin_note(xmlNode *node, const char *file, int line, const char *document)
{
	if (is_far(node))
		note_line(node, line);
	if (file && is_pseudo_root(node->parent))
		note_file(node, file, document);
}

xmlChar *
origin_base(const xmlNode *node)
{
	size_t len = 0;

	assert(node);
	for (const xmlNode *n = node; n && n->type == XML_ELEMENT_NODE;
	    n = n->parent) {
		const xmlAttr *a = n->properties == NULL ? NULL :
		    xmlHasNsProp((xmlNode *)n, (const xmlChar *)"base",
		    XML_XML_NAMESPACE);

		if (a && a->children)
			len += (size_t)xmlStrlen(a->children->content);
		if (len > ORIGIN_URL_MAX)
			return NULL;
	}
	return xmlNodeGetBase(node->doc, (xmlNode *)node);
}

xmlChar *
read_file_of(const xmlNode *node)
{
	const xmlNode *at = node;
	xmlChar *base;
	char *name;

	assert(node);
	/* what ends with a slash is the document's own, and no file */
	for (const xmlNode *n = at; n && n->type == XML_ELEMENT_NODE;
	    n = n->parent) {
		xmlChar *own = xmlGetNsProp((xmlNode *)n,
		    (const xmlChar *)"base", XML_XML_NAMESPACE);
		int len = xmlStrlen(own);

		if (len > 0 && own[len - 1] == '/')
			at = n->parent;
		xmlFree(own);
		if (len > 0 && at != n->parent)
			break;
	}
	base = origin_base(at);
	if (base == NULL)
		base = xmlStrdup(node->doc->URL);
	if (base == NULL)
		return xmlStrdup((const xmlChar *)"-");
	name = xmlURIUnescapeString((const char *)base, 0, NULL);
	if (name == NULL)
		return base;
	xmlFree(base);
	return (xmlChar *)name;
}

/* What note_line() has put there, or NULL. */
static const xmlAttr *
noted_line(const xmlNode *node)
{
	const xmlAttr *a = is_far(node) ? xmlHasNsProp((xmlNode *)node,
	    (const xmlChar *)"line", (const xmlChar *)READ_NS) : NULL;

	return a && a->children && a->children->content ? a : NULL;
}

long
read_line_of(const xmlNode *node)
{
	const xmlAttr *noted = noted_line(node);

	return noted ? strtol((const char *)noted->children->content, NULL, 10)
		     : node->line;
}

void
read_copy_line(xmlNode *to, const xmlNode *from)
{
	const xmlAttr *noted = noted_line(from);

	to->line = from->line;
	if (noted)
		xmlSetNsProp(to, noted->ns, noted->name,
		    noted->children->content);
}
