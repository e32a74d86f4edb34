/* SPDX-License-Identifier: MIT */
/* Runs a format's stylesheet over a resolved tree: the only user of libxslt. */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/uri.h>
#include <libxml/xmlerror.h>
#include <libxslt/documents.h>
#include <libxslt/extensions.h>
#include <libxslt/imports.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>

#include "gloss/alloc.h"
#include "gloss/buf.h"
#include "gloss/layout.h"
#include "gloss/read.h"
#include "gloss/xmlerror.h"
#include "check.h"
#include "stylesheets.h"
#include "tongues.h"
#include "words.h"

/* Where the built-in stylesheets are, to whoever imports one. */
#define SCHEME "glossc:"

/* How common/unhandled.xsl starts what it says. */
#define UNHANDLED "unhandled "

/* One run of libxslt, and what it is saying. */
struct run {
	struct diags *d;
	const struct stylesheet *words; /* NULL: the stylesheets' own */
	struct strings *files; /* gets those that are read; or NULL */
	xmlDict *names; /* of all elements that there are; NULL: not known */
	xsltTransformContext *ctxt;
	struct tongues *tongues; /* NULL: all is in one language */
	const struct layout_options *options;
	struct buf said; /* the line so far */
	bool placed;     /* an error's place was said: its text comes next */
	char *file;
	long line;
};

/*
 * libxslt says what is wrong with a stylesheet to one function for the whole
 * process, without saying for whom; and so does it ask for its imports.
 */
static _Thread_local struct run *current;

/* Splits "...: file NAME line N element E"; true if it is a place at all. */
static bool
take_place(struct run *r, const char *said)
{
	static const char *const kinds[] = { "runtime error",
		"compilation error", "error" };
	const char *rest = NULL, *file, *line;

	for (size_t i = 0; rest == NULL && i < 3; i++)
		if (strncmp(said, kinds[i], strlen(kinds[i])) == 0)
			rest = said + strlen(kinds[i]);
	if (rest == NULL || (*rest != '\0' && *rest != ':'))
		return false;
	free(r->file);
	r->file = NULL;
	r->line = 0;
	r->placed = true;
	file = strstr(rest, ": file ");
	line = strstr(rest, " line ");
	if (file == NULL || line == NULL)
		return true;
	file += strlen(": file ");
	r->file = gloss_strndup(file, (size_t)(line - file));
	xmlURIUnescapeString(r->file, -1, r->file);
	r->line = strtol(line + strlen(" line "), NULL, 10);
	return true;
}

/* The element that the stylesheet has no template for. */
static void
unhandled(struct run *r, const char *name)
{
	const xmlNode *node = r->ctxt->node;
	xmlChar *file = read_file_of(node);

	diag(r->d, DIAG_UNHANDLED, (const char *)file, read_line_of(node),
	    "element \"%s\" is not known; its words are kept", name);
	xmlFree(file);
}

/* Leaves out which of libxslt's functions speaks. */
static const char *
text_of(const char *said)
{
	const char *colon = strchr(said, ':');

	if (strncmp(said, "xslt", 4) != 0 || colon == NULL || colon[1] != ' ')
		return said;
	return colon + 2;
}

/* After an error, what bears no place of its own only enlarges on it. */
static void
take_line(struct run *r, const char *said)
{
	if (*said == '\0' || take_place(r, said))
		return;
	if (r->placed)
		diag(r->d, DIAG_STYLESHEET, r->file, r->line, "%s",
		    text_of(said));
	else if (r->ctxt && r->ctxt->state != XSLT_STATE_OK)
		return;
	else if (r->ctxt && r->ctxt->node &&
	    strncmp(said, UNHANDLED, strlen(UNHANDLED)) == 0)
		unhandled(r, said + strlen(UNHANDLED));
	else
		diag(r->d, r->ctxt ? DIAG_MESSAGE : DIAG_STYLESHEET, NULL, 0,
		    "%s", said);
	r->placed = false;
}

/* libxslt speaks in pieces; what it says is taken line by line. */
static void
hear(struct run *r, const char *fmt, va_list args)
{
	char piece[4096];
	const char *end;
	size_t at = 0;

	vsnprintf(piece, sizeof(piece), fmt, args);
	buf_puts(&r->said, piece);
	while ((end = strchr(buf_str(&r->said) + at, '\n')) != NULL) {
		r->said.data[end - r->said.data] = '\0';
		take_line(r, r->said.data + at);
		at = (size_t)(end - r->said.data) + 1;
	}
	if (at > 0) {
		char *rest = gloss_strdup(r->said.data + at);

		buf_truncate(&r->said, 0);
		buf_puts(&r->said, rest);
		free(rest);
	}
}

/* What libxslt says while it reads a stylesheet. */
static void
hear_compile(void *data, const char *fmt, ...)
{
	va_list args;

	(void)data;
	if (current == NULL)
		return;
	va_start(args, fmt);
	hear(current, fmt, args);
	va_end(args);
}

/* What it says while it runs one. */
static void
hear_transform(void *run, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	hear(run, fmt, args);
	va_end(args);
}

/* What libxml2 says, of XML and of XPath. */
static void
hear_xml(void *run, xml_error *error)
{
	struct run *r = run;
	const char *text = error->message ? error->message : "not readable";

	diag(r->d, DIAG_STYLESHEET, error->file, error->line, "%.*s",
	    (int)strcspn(text, "\n"), text);
}

static const struct stylesheet *
find_builtin(const char *name)
{
	for (const struct stylesheet *s = stylesheets; s->name; s++)
		if (strcmp(s->name, name) == 0)
			return s;
	return NULL;
}

/* Reads a file of the user's into b. */
static bool
read_file(const char *path, struct buf *b)
{
	FILE *f = fopen(path, "rb");
	char bytes[8192];
	size_t len;
	int error;

	if (f == NULL)
		return false;
	errno = 0;
	while ((len = fread(bytes, 1, sizeof(bytes), f)) > 0)
		buf_add(b, bytes, len);
	error = ferror(f) ? errno : 0;
	fclose(f);
	errno = error;
	return error == 0;
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

/* A stylesheet file of the user's, named by a path or a file: URI. */
static xmlDoc *
parse_file(const xmlChar *uri, xmlDict *dict)
{
	const char *rest = (const char *)uri;
	struct buf b = { 0 };
	xmlDoc *doc = NULL;
	char *path;

	if (strncmp(rest, "file://", 7) == 0)
		rest += 7;
	path = xmlURIUnescapeString(rest, -1, NULL);
	if (path && current->files)
		strings_add(current->files, path);
	if (path && read_file(path, &b))
		doc = parse(buf_str(&b), b.len, uri, dict);
	else
		diag(current->d, DIAG_STYLESHEET, NULL, 0,
		    "cannot read the stylesheet \"%s\": %s",
		    path ? path : rest, strerror(errno));
	xmlFree(path);
	buf_free(&b);
	return doc;
}

/* May the document have one of these elements? */
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
 * A built-in stylesheet, with the words of the document's language, but without
 * the templates that the document has no use for: to compile them takes longer
 * than to lay out a short page.
 */
static xmlDoc *
parse_builtin(const struct stylesheet *s, const xmlChar *uri, xmlDict *dict)
{
	struct buf bytes = { 0 };
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
	doc = parse(buf_str(&bytes), bytes.len, uri, dict);
	buf_free(&bytes);
	if (doc && current->words)
		words_put(doc, current->words);
	return doc;
}

/*
 * Where libxslt gets what a stylesheet imports or includes: the built-in ones
 * from memory, the user's from files.  document() gets nothing.
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
	builtin = find_builtin(name + strspn(name, "/"));
	if (builtin)
		return parse_builtin(builtin, uri, dict);
	diag(current->d, DIAG_STYLESHEET, NULL, 0,
	    "there is no built-in stylesheet \"%s\"", name);
	return NULL;
}

/* The format's stylesheet, or the user's that imports it. */
static xsltStylesheet *
compile(struct run *r, const char *format, const char *path)
{
	size_t errors = diags_errors(r->d);
	struct buf name = { 0 };
	xmlChar *uri = NULL;
	xsltStylesheet *style = NULL;
	xmlDoc *doc;

	buf_printf(&name, SCHEME "%s.xsl", format);
	if (path)
		uri = xmlPathToURI((const xmlChar *)path);
	doc = load(path ? uri : (const xmlChar *)buf_str(&name), NULL, 0, NULL,
	    XSLT_LOAD_START);
	if (doc) {
		style = xsltParseStylesheetDoc(doc);
		if (style == NULL)
			xmlFreeDoc(doc);
	}
	if (style == NULL && diags_errors(r->d) == errors)
		diag(r->d, DIAG_STYLESHEET, path, 0, "not a stylesheet");
	if (style && diags_errors(r->d) > errors) {
		xsltFreeStylesheet(style);
		style = NULL;
	}
	xmlFree(uri);
	buf_free(&name);
	return style;
}

/* A stylesheet may look at the tree that it is given, and make one. */
static xsltSecurityPrefs *
forbid_all(void)
{
	static const xsltSecurityOption all[] = { XSLT_SECPREF_READ_FILE,
		XSLT_SECPREF_WRITE_FILE, XSLT_SECPREF_CREATE_DIRECTORY,
		XSLT_SECPREF_READ_NETWORK, XSLT_SECPREF_WRITE_NETWORK };
	xsltSecurityPrefs *prefs = xsltNewSecurityPrefs();

	for (size_t i = 0; prefs && i < sizeof(all) / sizeof(all[0]); i++)
		xsltSetSecurityPrefs(prefs, all[i], xsltSecurityForbid);
	return prefs;
}

static bool
is_set_by_user(const struct layout_options *options, const char *name)
{
	const char *const *p = options->params;

	while (p && *p && strcmp(*p, name) != 0)
		p += 2;
	return p && *p;
}

/*
 * What a variable is worth: a word that the user has not set follows the
 * language of the current node.
 */
static xmlXPathObject *
look_up(void *run, const xmlChar *name, const xmlChar *ns)
{
	struct run *r = run;
	const xmlNode *node = r->ctxt->node;
	const char *text = NULL;

	if (ns == NULL && node) {
		if (strcmp((const char *)name, "document.lang") == 0)
			text = tongues_lang(node);
		else
			text = tongues_word(r->tongues, node,
			    (const char *)name);
	}
	if (text && !is_set_by_user(r->options, (const char *)name))
		return xmlXPathNewCString(text);
	return xsltXPathVariableLookup(r->ctxt, name, ns);
}

static void
set_params(xsltTransformContext *ctxt, const struct layout_options *options)
{
	if (options->lang)
		xsltQuoteOneUserParam(ctxt, (const xmlChar *)"document.lang",
		    (const xmlChar *)options->lang);
	if (options->params)
		xsltQuoteUserParams(ctxt, (const char **)options->params);
}

static xmlDoc *
transform(struct run *r, xsltStylesheet *style, xmlDoc *resolved)
{
	size_t errors = diags_errors(r->d);
	xsltSecurityPrefs *prefs = forbid_all();
	xmlDoc *result = NULL;
	bool done;

	r->ctxt = xsltNewTransformContext(style, resolved);
	if (r->ctxt && prefs && xsltSetCtxtSecurityPrefs(prefs, r->ctxt) == 0) {
		xsltSetTransformErrorFunc(r->ctxt, r, hear_transform);
		set_params(r->ctxt, r->options);
		if (r->tongues)
			xmlXPathRegisterVariableLookup(r->ctxt->xpathCtxt,
			    look_up, r);
		result = xsltApplyStylesheetUser(style, resolved, NULL, NULL,
		    NULL, r->ctxt);
	}
	done = result && r->ctxt->state == XSLT_STATE_OK &&
	    diags_errors(r->d) == errors;
	if (!done && diags_errors(r->d) == errors)
		diag(r->d, DIAG_STYLESHEET, NULL, 0,
		    "the stylesheet stopped before the end");
	xsltFreeTransformContext(r->ctxt);
	r->ctxt = NULL;
	xsltFreeSecurityPrefs(prefs);
	if (!done) {
		xmlFreeDoc(result);
		result = NULL;
	}
	return result;
}

void
layout_init(void)
{
	xmlInitParser();
	xsltInit();
	/* else each thread makes its mutex when it first needs it */
	xsltInitGlobals();
	xsltSetLoaderFunc(load);
	xsltSetGenericErrorFunc(NULL, hear_compile);
}

/* The words are declared in the format's stylesheet and in the shared one. */
static struct tongues *
new_tongues(const char *format, const struct stylesheet *own)
{
	const struct stylesheet *sheets[3] = { NULL };
	struct buf name = { 0 };

	buf_printf(&name, "%s.xsl", format);
	sheets[0] = find_builtin(buf_str(&name));
	sheets[1] = find_builtin("common/words.xsl");
	buf_free(&name);
	return tongues_new(own, sheets);
}

xmlDoc *
layout(xmlDoc *resolved, const char *format,
    const struct layout_options *options, struct diags *d)
{
	struct run run = {
		.d = d, .files = options->files, .options = options
	};
	xsltStylesheet *style;
	xmlDoc *result = NULL;

	if (options->lang)
		run.words = words_find(options->lang);
	if (options->tongues)
		run.tongues = new_tongues(format, run.words);
	/* one of the user's may call any template */
	if (options->stylesheet == NULL)
		run.names = resolved->dict;
	current = &run;
	xmlSetStructuredErrorFunc(&run, hear_xml);
	xmlSetGenericErrorFunc(&run, hear_transform);
	style = compile(&run, format, options->stylesheet);
	if (style) {
		result = transform(&run, style, resolved);
		xsltFreeStylesheet(style);
	}
	if (result && !layout_check(result, d)) {
		xmlFreeDoc(result);
		result = NULL;
	}
	xmlSetStructuredErrorFunc(NULL, NULL);
	xmlSetGenericErrorFunc(NULL, NULL);
	current = NULL;
	tongues_free(run.tongues);
	free(run.file);
	buf_free(&run.said);
	return result;
}
