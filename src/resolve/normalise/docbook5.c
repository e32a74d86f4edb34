/* SPDX-License-Identifier: MIT */
/* Converts DocBook 4 to DocBook 5: names, namespaces, attributes. */
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "util/buf.h"
#include "gloss/read.h"
#include "gloss/resolve.h"
#include "instructions.h"
#include "keywords.h"
#include "normalise.h"
#include "resolve/tree.h"
#include "transclusion.h"


struct namespaces {
	xmlNs *docbook;
	xmlNs *xlink;
	xmlNs *xml;
	const xmlNode *fixup; /* the first element with idfixup */
};

/* The namespace as declared by the root; declared there if missing. */
static xmlNs *
declare(xmlNode *root, const char *href, const char *prefix)
{
	char spare[24];
	xmlNs *ns = root->nsDef;

	while (ns && strcmp((const char *)ns->href, href) != 0)
		ns = ns->next;
	for (int i = 2; ns == NULL; i++) {
		ns = xmlNewNs(root, (const xmlChar *)href,
		    (const xmlChar *)prefix);
		snprintf(spare, sizeof spare, "glossc%d", i);
		prefix = spare;
	}
	return ns;
}

static bool
is_docbook_ns(const xmlNode *node)
{
	return node->ns == NULL ||
	    strcmp((const char *)node->ns->href, DOCBOOK_NS) == 0;
}

static bool
is_same(const xmlNs *ns, const xmlNs *other)
{
	return ns && xmlStrEqual(ns->href, other->href);
}

/* Drops the blanks around an address (XML Schema's anyURI collapses them). */
static void
trim_href(xmlAttr *href)
{
	const char *s = href->children ?
	    (const char *)href->children->content : NULL;
	size_t from, len;
	char *address;

	if (s == NULL || href->children->next)
		return;
	from = strspn(s, " \t\r\n");
	len = strlen(s + from);
	while (len && strchr(" \t\r\n", s[from + len - 1]))
		len--;
	if (from == 0 && s[len] == '\0')
		return;
	address = gloss_strndup(s + from, len);
	xmlNodeSetContent(href->children, (const xmlChar *)address);
	free(address);
}

/* Shortens XPointers to an id: "#xpointer(id('x'))", "#element(x)" to "#x". */
static void
shorten(xmlAttr *href)
{
	static const struct { const char *before, *after; } long_forms[] = {
		{"#xpointer(id('", "'))"}, {"#xpointer(id(\"", "\"))"},
		{"#element(", ")"},
	};
	const char *s = href->children ?
	    (const char *)href->children->content : NULL;

	for (size_t i = 0; s && i < sizeof long_forms / sizeof *long_forms;
	    i++) {
		size_t from = strlen(long_forms[i].before);
		size_t len;
		char *id;

		if (strncmp(s, long_forms[i].before, from) != 0)
			continue;
		len = strcspn(s + from, "'\")/");
		if (strcmp(s + from + len, long_forms[i].after) != 0)
			continue;
		id = gloss_strndup(s + from - 1, len + 1);
		*id = '#';
		xmlNodeSetContent(href->children, (const xmlChar *)id);
		free(id);
		return;
	}
}

/* Is it idfixup, by which DocBook 5.2 changes ids of included content? */
static bool
is_fixup(const xmlAttr *a)
{
	return a->ns && strcmp((const char *)a->name, "idfixup") == 0 &&
	    strcmp((const char *)a->ns->href, TRANSCLUSION_NS) == 0 &&
	    a->children && !xmlStrEqual(a->children->content,
	    (const xmlChar *)"none");
}

/* DocBook 5 has id and lang in the namespace of XML, and url in XLink's. */
static void
upgrade_attributes(xmlNode *node, struct namespaces *ns)
{
	for (xmlAttr *a = node->properties; a; a = a->next) {
		const char *name = (const char *)a->name;

		if (strcmp(name, "href") == 0 && is_same(a->ns, ns->xlink)) {
			trim_href(a);
			shorten(a);
		}
		if (ns->fixup == NULL && is_fixup(a))
			ns->fixup = node;
		if (a->ns)
			continue;
		if (strcmp(name, "id") == 0 || strcmp(name, "lang") == 0) {
			a->ns = ns->xml;
		} else if (docbook_id(node) == DB_link &&
		    strcmp(name, "url") == 0) {
			xmlNodeSetName((xmlNode *)a, (const xmlChar *)"href");
			a->ns = ns->xlink;
			trim_href(a);
			shorten(a);
		}
	}
}

/* DocBook 4's graphic has the attributes of the imagedata in a mediaobject. */
static void
upgrade_graphic(xmlNode *node)
{
	xmlNode *object = tree_new(node->doc, DB_imageobject);
	xmlNode *data = tree_new(node->doc, DB_imagedata);

	data->properties = node->properties;
	for (xmlAttr *a = data->properties; a; a = a->next)
		a->parent = data;
	node->properties = NULL;
	xmlAddChild(object, data);
	if (node->children)
		xmlAddPrevSibling(node->children, object);
	else
		xmlAddChild(node, object);
}

/* Strikes out deleted content (revisionflag), in whatever element it is. */
static void
strike(xmlNode *node)
{
	const struct docbook *row = docbook_of(node);
	const char *flag = tree_attr(node, "revisionflag");
	xmlNode *struck;

	if (flag == NULL || strcmp(flag, "deleted") != 0)
		return;
	if (row->id == DB_emphasis || row->id == DB_phrase) {
		xmlSetProp(node, (const xmlChar *)"role",
		    (const xmlChar *)"strikethrough");
	} else if (row->holds == HOLDS_INLINES || row->holds == HOLDS_LINES) {
		struck = tree_new(node->doc, DB_emphasis);
		xmlNewProp(struck, (const xmlChar *)"role",
		    (const xmlChar *)"strikethrough");
		read_copy_line(struck, node);
		while (node->children)
			tree_move(node->children, struck);
		xmlAddChild(node, struck);
	} else {
		for (xmlNode *c = node->children; c; c = c->next)
			if (c->type == XML_ELEMENT_NODE &&
			    !tree_attr(c, "revisionflag"))
				xmlNewProp(c, (const xmlChar *)"revisionflag",
				    (const xmlChar *)flag);
	}
}

static void
upgrade(xmlNode *node, struct namespaces *ns)
{
	const struct docbook *row;
	enum docbook_id was;

	if (!is_docbook_ns(node)) {
		node->_private = NULL;
		return;
	}
	if (node->ns == NULL)
		node->ns = ns->docbook;
	row = docbook_find((const char *)node->name);
	was = row ? row->id : DB_none;
	if (row && row->now) {
		row = docbook_now(row);
		xmlNodeSetName(node, (const xmlChar *)row->name);
	}
	node->_private = (void *)row;
	upgrade_attributes(node, ns);
	if (row && node->properties)
		strike(node);
	if (was == DB_graphic || was == DB_inlinegraphic)
		upgrade_graphic(node);
}

/* Moves declarations to the document's list, which begins with "xml:". */
static void
keep_declarations(xmlNode *node, xmlNs *first)
{
	xmlNs *last = node->nsDef;

	if (last == NULL)
		return;
	while (last->next)
		last = last->next;
	last->next = first->next;
	first->next = node->nsDef;
	node->nsDef = NULL;
}

void
normalise_namespaces(xmlDoc *doc)
{
	xmlNode *root = xmlDocGetRootElement(doc);
	xmlNs *xlink = declare(root, XLINK_NS, "xlink");
	xmlNs *xml = xmlSearchNs(doc, root, (const xmlChar *)"xml");

	for (xmlNode *n = tree_next(root, root); n; n = tree_next(n, root)) {
		if (n->type != XML_ELEMENT_NODE)
			continue;
		if (n->ns != root->ns && is_same(n->ns, root->ns))
			n->ns = root->ns;
		for (xmlAttr *a = n->properties; a; a = a->next)
			if (a->ns != xlink && is_same(a->ns, xlink))
				a->ns = xlink;
		keep_declarations(n, xml);
	}
}

/* Is it the name of a DocBook element in capitals, as SGML allows? */
static bool
is_in_capitals(const char *name)
{
	struct buf lower = { 0 };
	bool is;

	for (const char *s = name; *s; s++)
		buf_putc(&lower, *s >= 'A' && *s <= 'Z' ? (char)(*s + 32) : *s);
	is = docbook_find(buf_str(&lower)) != NULL;
	buf_free(&lower);
	return is;
}

/* Is the root a DocBook document?  Reports an error if not. */
static bool
is_document(const xmlNode *root, struct diags *d)
{
	xmlChar *file = read_file_of(root);
	const char *at = (const char *)file;
	const char *name = (const char *)root->name;
	long line = read_line_of(root);
	bool good = false;

	if (!is_docbook_ns(root))
		diag(d, DIAG_DOCBOOK, at, line, "the root element \"%s\" is "
		    "in the namespace \"%s\", not in DocBook's, \""
		    DOCBOOK_NS "\"", name, (const char *)root->ns->href);
	else if (docbook_find(name) == NULL && is_in_capitals(name))
		diag(d, DIAG_DOCBOOK, at, line, "the root element \"%s\" is "
		    "not DocBook's in XML; it is SGML, and osx (of opensp) "
		    "makes XML of it", name);
	else if (docbook_find(name) == NULL)
		diag(d, DIAG_DOCBOOK, at, line, "the root element \"%s\" is "
		    "not DocBook's", name);
	else if (strcmp(name, "assembly") == 0)
		diag(d, DIAG_DOCBOOK, at, line, "an assembly says how a "
		    "document is put together, and is none; give the document "
		    "that is made of it, or one that has its resources by "
		    "XInclude");
	else
		good = true;
	xmlFree(file);
	return good;
}

bool
normalise_names(xmlDoc *doc, const struct resolve_options *options,
    struct diags *d)
{
	struct instructions in = { 0 };
	xmlNode *root = xmlDocGetRootElement(doc);
	xmlNode *next;
	struct namespaces ns = { 0 };

	if (!is_document(root, d))
		return false;
	if (root->ns == NULL)
		root->ns = declare(root, DOCBOOK_NS, NULL);
	ns.docbook = root->ns;
	ns.xlink = declare(root, XLINK_NS, "xlink");
	ns.xml = xmlSearchNs(doc, root, (const xmlChar *)"xml");
	declare(root, RESOLVED_NS, "resolved");
	root->_private = (void *)docbook_find((const char *)root->name);
	for (xmlNode *n = root; n; n = next) {
		if (n->type == XML_ELEMENT_NODE)
			upgrade(n, &ns);
		if (n->type == XML_PI_NODE) {
			next = instructions_replace(&in, n, root);
			continue;
		}
		if (n->type == XML_TEXT_NODE) {
			next = keywords_strip(n, root);
			continue;
		}
		next = tree_next(n, root);
		if (n->type == XML_COMMENT_NODE)
			tree_drop(n);
	}
	instructions_finish(&in, options, d);
	if (ns.fixup)
		transclusion_fix(root);
	return true;
}
