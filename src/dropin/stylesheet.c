/* SPDX-License-Identifier: MIT */
/* Recognises stylesheets of DocBook XSL, and those that only customise them. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <libxml/catalog.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include "util/alloc.h"
#include "util/path.h"
#include "util/uri.h"
#include "stylesheet.h"

#define XSLT_NS "http://www.w3.org/1999/XSL/Transform"

enum {
	DEPTH = 40,   /* layers over layers */
	LAYERS = 500, /* in all */
};

/* The stylesheets of DocBook XSL that glossc can replace. */
static const struct own {
	const char *name;
	enum target target;
	bool profiles;
} own[] = {
	{ "/manpages/docbook.xsl", TARGET_MAN, false },
	{ "/manpages/profile-docbook.xsl", TARGET_MAN, true },
	{ "/html/docbook.xsl", TARGET_HTML, false },
	{ "/html/profile-docbook.xsl", TARGET_HTML, true },
	{ "/xhtml/docbook.xsl", TARGET_HTML, false },
	{ "/xhtml/profile-docbook.xsl", TARGET_HTML, true },
	{ "/xhtml-1_1/docbook.xsl", TARGET_HTML, false },
	{ "/xhtml-1_1/profile-docbook.xsl", TARGET_HTML, true },
	{ "/xhtml5/docbook.xsl", TARGET_HTML, false },
	{ "/xhtml5/profile-docbook.xsl", TARGET_HTML, true },
};

/* The names by which a catalog knows them, for any version. */
static const char *const homes[] = {
	"http://docbook.sourceforge.net/release/xsl",
	"https://docbook.sourceforge.net/release/xsl",
	"http://cdn.docbook.org/release/xsl",
	"https://cdn.docbook.org/release/xsl",
};

/* A customisation layer that is being read. */
struct layer {
	xmlDoc *doc;
	char *path;
	const xmlNode *next; /* the child to look at */
};

struct follower {
	struct request *r;
	struct layer layers[DEPTH];
	size_t depth;
	size_t count;
};

static const struct own *
find_own(const char *name)
{
	size_t len = strlen(name);

	for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
		size_t tail = strlen(own[i].name);

		if (len > tail && strcmp(name + len - tail, own[i].name) == 0)
			return &own[i];
	}
	return NULL;
}

static bool
is_at_home(const char *name)
{
	for (size_t i = 0; i < sizeof homes / sizeof *homes; i++)
		if (strncmp(name, homes[i], strlen(homes[i])) == 0)
			return true;
	return false;
}

/* Is a file part of a release of DocBook XSL?  Those have a file VERSION. */
static bool
is_released(const char *path)
{
	static const char *const versions[] = { "VERSION", "VERSION.xsl" };
	char *folder = gloss_strdup(path);
	struct buf beside = { 0 };
	bool found = false;

	for (int up = 0; up < 2; up++) {
		char *slash = strrchr(folder, '/');

		if (slash)
			*slash = '\0';
	}
	for (size_t i = 0; i < 2; i++) {
		buf_truncate(&beside, 0);
		buf_printf(&beside, "%s/%s", folder, versions[i]);
		found = found || path_is_file(beside.data);
	}
	buf_free(&beside);
	free(folder);
	return found;
}

/*
 * Finds a stylesheet by its path, with links resolved.  It must be part of a
 * release, or not exist: with glossc, DocBook XSL need not be installed.
 */
static const struct own *
find_own_path(const char *path)
{
	const struct own *found = find_own(path);
	char *real = gloss_realpath(path);

	if (real) {
		found = find_own(real);
		if (found && !is_released(real))
			found = NULL;
	}
	free(real);
	return found;
}

static bool
take_own(struct request *r, const struct own *o)
{
	r->target = o->target;
	r->profiles = r->profiles || o->profiles;
	return true;
}

/*
 * The path of a stylesheet: the catalog's entry for its name, or the name
 * itself.  NULL if it is on the network.
 */
static char *
path_of(const struct request *r, const char *name)
{
	xmlChar *mapped = xmlCatalogResolveURI((const xmlChar *)name);
	const char *url = mapped ? (const char *)mapped : name;
	char *path = uri_to_path(url), *found = NULL;

	/* a name of the command line may be a path with "%" in it */
	if (path && !path_is_file(path) && !uri_has_scheme(url) && path_is_file(url)) {
		free(path);
		path = gloss_strdup(url);
	}
	if (path && !path_is_file(path))
		found = request_search(r, path);
	if (found) {
		free(path);
		path = found;
	}
	xmlFree(mapped);
	return path;
}

static bool
is_xslt(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && node->ns &&
	    strcmp((const char *)node->ns->href, XSLT_NS) == 0 &&
	    (name == NULL || strcmp((const char *)node->name, name) == 0);
}

static bool
refuse_node(struct follower *f, const xmlNode *node, const char *what)
{
	return request_refuse(f->r, "%s:%ld: %s",
	    f->layers[f->depth - 1].path, xmlGetLineNo(node), what);
}

static void
silent(void *data, const char *fmt, ...)
{
	(void)data;
	(void)fmt;
}

/* Reads a layer, or recognises the stylesheet as one of DocBook XSL's. */
static bool
enter(struct follower *f, const char *name)
{
	const struct own *o = is_at_home(name) ? find_own(name) : NULL;
	char *path = o ? NULL : path_of(f->r, name);
	xmlNode *root;
	xmlDoc *doc;

	if (path)
		o = find_own_path(path);
	if (o) {
		free(path);
		return take_own(f->r, o);
	}
	if (path == NULL || !path_is_file(path)) {
		free(path);
		return request_refuse(f->r, is_at_home(name) ?
		    "glossc does not do what \"%s\" does" :
		    "there is no stylesheet \"%s\"", name);
	}
	if (f->depth == DEPTH || ++f->count > LAYERS) {
		free(path);
		return request_refuse(f->r, "\"%s\" imports itself, or too "
		    "much", name);
	}
	xmlSetGenericErrorFunc(NULL, silent);
	doc = xmlReadFile(path, NULL, XML_PARSE_NONET | XML_PARSE_NOENT |
	    XML_PARSE_NOCDATA | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	xmlSetGenericErrorFunc(NULL, NULL);
	root = doc ? xmlDocGetRootElement(doc) : NULL;
	f->layers[f->depth++] = (struct layer){ doc, path,
	    root ? root->children : NULL };
	if (root == NULL)
		return request_refuse(f->r, "%s: this is no XML", path);
	if (!is_xslt(root, "stylesheet") && !is_xslt(root, "transform"))
		return refuse_node(f, root, "this is no stylesheet");
	return true;
}

/* Reads imports and includes first, as the layer overrides them. */
static bool
enter_href(struct follower *f, const xmlNode *node)
{
	const struct layer *l = &f->layers[f->depth - 1];
	xmlChar *href = xmlGetNoNsProp(node, (const xmlChar *)"href");
	char *base = uri_from_path(l->path);
	char *url;
	bool good;

	if (href == NULL) {
		free(base);
		return refuse_node(f, node, "there is no href");
	}
	url = uri_resolve((const char *)href, base);
	good = enter(f, url);
	free(url);
	free(base);
	xmlFree(href);
	return good;
}

/* The text of a variable.  False: it has other content. */
static bool
text_in(const xmlNode *node, struct buf *text)
{
	for (const xmlNode *n = node->children; n; n = n->next) {
		if (n->type == XML_TEXT_NODE && !xmlIsBlankNode(n))
			buf_puts(text, (const char *)n->content);
		else if (is_xslt(n, "text") && n->children &&
		    n->children->type == XML_TEXT_NODE)
			buf_puts(text, (const char *)n->children->content);
		else if (n->type == XML_ELEMENT_NODE)
			return false;
	}
	return true;
}

static void
take_variable(struct follower *f, const xmlNode *node)
{
	const char *file = f->layers[f->depth - 1].path;
	long line = xmlGetLineNo(node);
	xmlChar *name = xmlGetNoNsProp(node, (const xmlChar *)"name");
	xmlChar *select = xmlGetNoNsProp(node, (const xmlChar *)"select");
	struct buf text = { 0 };

	if (name == NULL)
		refuse_node(f, node, "there is no name");
	else if (select)
		request_set_xpath(f->r, (const char *)name,
		    (const char *)select, file, line);
	else
		request_set(f->r, (const char *)name,
		    text_in(node, &text) ? buf_str(&text) : NULL, file, line);
	buf_free(&text);
	xmlFree(select);
	xmlFree(name);
}

/* Top-level elements of a layer; XSLT ignores those of other namespaces. */
static bool
take_node(struct follower *f, const xmlNode *node)
{
	struct buf what = { 0 };

	if (node->type != XML_ELEMENT_NODE || !is_xslt(node, NULL) ||
	    is_xslt(node, "output") || is_xslt(node, "strip-space") ||
	    is_xslt(node, "preserve-space"))
		return true;
	if (is_xslt(node, "import") || is_xslt(node, "include"))
		return enter_href(f, node);
	if (is_xslt(node, "param") || is_xslt(node, "variable")) {
		take_variable(f, node);
		return f->r->why.len == 0;
	}
	buf_printf(&what, "there is a%s xsl:%s",
	    strcmp((const char *)node->name, "attribute-set") == 0 ? "n" : "",
	    (const char *)node->name);
	refuse_node(f, node, buf_str(&what));
	buf_free(&what);
	return false;
}

static void
leave(struct follower *f)
{
	struct layer *l = &f->layers[--f->depth];

	xmlFreeDoc(l->doc);
	free(l->path);
}

bool
stylesheet_read_part(struct request *r, const char *name)
{
	struct follower f = { .r = r };
	bool good = enter(&f, name);

	while (good && f.depth) {
		struct layer *l = &f.layers[f.depth - 1];
		const xmlNode *node = l->next;

		if (node == NULL) {
			leave(&f);
			continue;
		}
		l->next = node->next;
		good = take_node(&f, node);
	}
	while (f.depth)
		leave(&f);
	return good;
}

bool
stylesheet_read(struct request *r, const char *name)
{
	if (!stylesheet_read_part(r, name))
		return false;
	return r->target != TARGET_NONE || request_refuse(r, "%s imports no "
	    "stylesheet that glossc does the work of", name);
}
