/* SPDX-License-Identifier: MIT */
/* Loads and compiles a format's stylesheet, with what it imports. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <libxml/parser.h>
#include <libxslt/documents.h>
#include <libxslt/imports.h>

#include "util/buf.h"
#include "util/uri.h"
#include "compile.h"
#include "xslt_errors.h"
#include "words.h"

/* The scheme by which stylesheets import the built-in ones. */
#define SCHEME "glossc:"

struct compiling {
	struct hearing h;
	const struct layout_options *options;
	const struct stylesheet *words; /* translations; NULL: the
					 * stylesheets' English words */
	xmlDict *names; /* names of all elements in the document; NULL:
			 * unknown */
};

/* libxslt has one loader per process, which is not told who loads. */
static _Thread_local struct compiling *current;

const struct stylesheet *
compile_find(const char *name)
{
	for (const struct stylesheet *s = stylesheets; s->name; s++)
		if (strcmp(s->name, name) == 0)
			return s;
	return NULL;
}

/* Reads a user's file into b. */
static bool
read_file(const char *path, struct buf *b)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC), error;
	char bytes[8192];
	ssize_t len;

	if (fd < 0)
		return false;
	while ((len = read(fd, bytes, sizeof bytes)) > 0 ||
	    (len < 0 && errno == EINTR))
		if (len > 0)
			buf_add(b, bytes, (size_t)len);
	error = errno;
	close(fd);
	errno = error;
	return len == 0;
}

static xmlDoc *
parse(const char *bytes, size_t len, const xmlChar *uri, xmlDict *dict)
{
	xmlParserCtxt *ctxt = xmlNewParserCtxt();
	xmlDoc *doc;

	if (ctxt == NULL)
		return NULL;
	if (dict) {
		xmlDictFree(ctxt->dict);
		ctxt->dict = dict;
		xmlDictReference(dict);
	}
	doc = xmlCtxtReadMemory(ctxt, bytes, (int)len, (const char *)uri, NULL,
	    XML_PARSE_NOENT | XML_PARSE_NOCDATA | XML_PARSE_NONET |
	    XML_PARSE_NOBLANKS);
	xmlFreeParserCtxt(ctxt);
	return doc;
}

/* Parses a user's stylesheet, named by a path or a file: URI. */
static xmlDoc *
parse_file(const xmlChar *uri, xmlDict *dict)
{
	struct buf b = { 0 };
	xmlDoc *doc = NULL;
	char *path = uri_to_path((const char *)uri);

	errno = ENOENT;
	if (path && current->options->files)
		strings_add(current->options->files, path);
	if (path && read_file(path, &b))
		doc = parse(buf_str(&b), b.len, uri, dict);
	else
		diag(current->h.d, DIAG_STYLESHEET, NULL, 0,
		    "cannot read the stylesheet \"%s\": %s",
		    path ? path : (const char *)uri, strerror(errno));
	free(path);
	buf_free(&b);
	return doc;
}

/* Can the document contain one of these elements? */
static bool
has_any(xmlDict *names, const char *elements)
{
	while (*elements != '\0') {
		size_t len = strcspn(elements, " ");

		if (xmlDictExists(names, (const xmlChar *)elements, (int)len))
			return true;
		elements += len + 1;
	}
	return false;
}

/*
 * Parses a built-in stylesheet, with the words of the document's language and
 * without templates that the document does not need: compiling those would take
 * longer than laying out a short page.
 */
static xmlDoc *
parse_builtin(const struct stylesheet *s, xmlDict *dict)
{
	struct buf bytes = { 0 }, uri = { 0 };
	size_t at = 0;
	xmlDoc *doc;

	for (const struct part *p = s->parts; p->elements; p++) {
		if (current->names == NULL ||
		    has_any(current->names, p->elements))
			continue;
		buf_add(&bytes, s->bytes + at, p->from - at);
		at = p->to;
	}
	buf_add(&bytes, s->bytes + at, s->len - at);
	/* the slash makes relative imports resolve */
	buf_printf(&uri, SCHEME "/%s", s->name);
	doc = parse(buf_str(&bytes), bytes.len, (const xmlChar *)buf_str(&uri),
	    dict);
	buf_free(&uri);
	buf_free(&bytes);
	if (doc && current->words)
		words_put(doc, current->words);
	return doc;
}

/*
 * Loads what a stylesheet imports or includes: built-in ones from memory, the
 * user's from files. document() gets nothing.
 */
static xmlDoc *
load(const xmlChar *uri, xmlDict *dict, int options, void *ctxt,
    xsltLoadType type)
{
	const struct stylesheet *builtin;
	const char *name = (const char *)uri;

	(void)options;
	(void)ctxt;
	if (current == NULL || type == XSLT_LOAD_DOCUMENT)
		return NULL;
	if (strncmp(name, SCHEME, strlen(SCHEME)) != 0)
		return parse_file(uri, dict);
	name += strlen(SCHEME);
	builtin = compile_find(name + strspn(name, "/"));
	if (builtin)
		return parse_builtin(builtin, dict);
	diag(current->h.d, DIAG_STYLESHEET, NULL, 0,
	    "there is no built-in stylesheet \"%s\"", name);
	return NULL;
}

void
compile_init(void)
{
	xsltSetLoaderFunc(load);
}

/* Loads and compiles the built-in or the user's stylesheet, using `current`. */
static xsltStylesheet *
parse_all(const char *uri)
{
	xmlDoc *doc = load((const xmlChar *)uri, NULL, 0, NULL,
	    XSLT_LOAD_START);
	xsltStylesheet *style = doc ? xsltParseStylesheetDoc(doc) : NULL;

	if (doc && style == NULL)
		xmlFreeDoc(doc);
	return style;
}

xsltStylesheet *
compile_stylesheet(const char *format, const struct layout_options *options,
    const struct stylesheet *words, xmlDict *names, struct diags *d)
{
	struct compiling c = {
		.h.d = d, .options = options, .words = words, .names = names
	};
	const char *path = options->stylesheet;
	char *uri = path ? uri_from_path(path) : NULL;
	size_t errors = diags_errors(d);
	struct buf name = { 0 };
	xsltStylesheet *style;

	current = &c;
	hear_begin(&c.h);
	buf_printf(&name, SCHEME "%s.xsl", format);
	style = parse_all(path ? uri : buf_str(&name));
	if (style == NULL && diags_errors(d) == errors)
		diag(d, DIAG_STYLESHEET, options->stylesheet, 0,
		    "not a stylesheet");
	if (style && diags_errors(d) > errors) {
		xsltFreeStylesheet(style);
		style = NULL;
	}
	hear_end(&c.h);
	current = NULL;
	free(uri);
	buf_free(&name);
	return style;
}
