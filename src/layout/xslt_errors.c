/* SPDX-License-Identifier: MIT */
/* Turns the errors of libxslt and libxml2 into diagnostics. */
#include <stdlib.h>
#include <string.h>

#include <libxml/xmlerror.h>
#include <libxslt/xsltutils.h>

#include "util/alloc.h"
#include "gloss/read.h"
#include "gloss/resolve.h"
#include "util/uri.h"
#include "util/xmlerror.h"
#include "xslt_errors.h"

/* First words of the messages of common/unhandled.xsl and man.xsl. */
#define UNHANDLED "unhandled "
#define OVERLONG "overlong "

/*
 * libxslt has one error function per process, which is not told who compiles.
 */
static _Thread_local struct hearing *current;

/* Parses "...: file NAME line N element E"; returns false if it is not that. */
static bool
take_place(struct hearing *h, const char *said)
{
	static const char *const kinds[] = { "runtime error",
		"compilation error", "error" };
	const char *rest = NULL, *file, *line;
	char *url;

	for (size_t i = 0; rest == NULL && i < 3; i++)
		if (strncmp(said, kinds[i], strlen(kinds[i])) == 0)
			rest = said + strlen(kinds[i]);
	if (rest == NULL || (*rest != '\0' && *rest != ':'))
		return false;
	free(h->file);
	h->file = NULL;
	h->line = 0;
	h->placed = true;
	file = strstr(rest, ": file ");
	line = strstr(rest, " line ");
	if (file == NULL || line == NULL)
		return true;
	file += strlen(": file ");
	url = gloss_strndup(file, (size_t)(line - file));
	h->file = uri_shown(url);
	free(url);
	h->line = strtol(line + strlen(" line "), NULL, 10);
	return true;
}

/*
 * Does it have text of its own?  DocBook elements in it are reported
 * themselves.
 */
static bool
has_words(const xmlNode *top)
{
	const xmlNode *n = top;

	for (;;) {
		if (n->type == XML_TEXT_NODE ||
		    n->type == XML_CDATA_SECTION_NODE) {
			if (!xmlIsBlankNode(n))
				return true;
		} else if (n != top && n->ns && xmlStrEqual(n->ns->href,
		    (const xmlChar *)DOCBOOK_NS)) {
			return true;
		} else if (n->children) {
			n = n->children;
			continue;
		}
		while (n != top && n->next == NULL)
			n = n->parent;
		if (n == top)
			return false;
		n = n->next;
	}
}

/* Reports an element for which there is no template. */
static void
unhandled(struct hearing *h, const char *name)
{
	const xmlNode *node = h->ctxt->node;
	xmlChar *file = read_file_of(node);

	diag(h->d, DIAG_UNHANDLED, (const char *)file, read_line_of(node),
	    "element \"%s\" is not known; %s", name, has_words(node) ?
	    "its words are kept" : "it has no words");
	xmlFree(file);
}

/* Reports a page whose head or foot has no room for these words. */
static void
overlong(struct hearing *h, const char *words)
{
	const xmlNode *node = h->ctxt->node;
	xmlChar *file = read_file_of(node);

	diag(h->d, DIAG_OVERLONG, (const char *)file, read_line_of(node),
	    "the header and footer of a man page have no room for \"%s\"; "
	    "it is shortened", words);
	xmlFree(file);
}

/* Removes the name of libxslt's function from the start of a message. */
static const char *
text_of(const char *said)
{
	const char *colon = strchr(said, ':');

	if (strncmp(said, "xslt", 4) != 0 || colon == NULL || colon[1] != ' ')
		return said;
	return colon + 2;
}

/*
 * libxslt reports an error in several lines: the first has the location, the
 * next one the text.  Further lines without a location are details, and are
 * dropped.
 */
static void
take_line(struct hearing *h, const char *said)
{
	if (*said == '\0' || take_place(h, said))
		return;
	if (h->placed)
		diag(h->d, DIAG_STYLESHEET, h->file, h->line, "%s",
		    text_of(said));
	else if (h->ctxt && h->ctxt->state != XSLT_STATE_OK)
		return;
	else if (h->ctxt && h->ctxt->node &&
	    strncmp(said, UNHANDLED, strlen(UNHANDLED)) == 0)
		unhandled(h, said + strlen(UNHANDLED));
	else if (h->ctxt && h->ctxt->node &&
	    strncmp(said, OVERLONG, strlen(OVERLONG)) == 0)
		overlong(h, said + strlen(OVERLONG));
	else
		diag(h->d, h->ctxt ? DIAG_MESSAGE : DIAG_STYLESHEET, NULL, 0,
		    "%s", said);
	h->placed = false;
}

/*
 * libxslt calls the handler with fragments of messages: collects them, and
 * handles whole lines.
 */
static void
hear(struct hearing *h, const char *fmt, va_list args)
{
	const char *end;
	size_t at = 0;

	buf_vprintf(&h->said, fmt, args);
	while ((end = strchr(buf_str(&h->said) + at, '\n')) != NULL) {
		h->said.data[end - h->said.data] = '\0';
		take_line(h, h->said.data + at);
		at = (size_t)(end - h->said.data) + 1;
	}
	if (at > 0) {
		char *rest = gloss_strdup(h->said.data + at);

		buf_truncate(&h->said, 0);
		buf_puts(&h->said, rest);
		free(rest);
	}
}

/* Errors of libxslt while it compiles a stylesheet. */
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

void
hear_transform(void *h, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	hear(h, fmt, args);
	va_end(args);
}

/* Errors of libxml2: XML and XPath. */
static void
hear_xml(void *hearing, xml_error *error)
{
	struct hearing *h = hearing;
	const char *text = error->message ? error->message : "not readable";
	char *file = error->file ? uri_shown(error->file) : NULL;

	diag(h->d, DIAG_STYLESHEET, file, error->line, "%.*s",
	    (int)strcspn(text, "\n"), text);
	free(file);
}

void
hear_init(void)
{
	xsltSetGenericErrorFunc(NULL, hear_compile);
}

void
hear_begin(struct hearing *h)
{
	current = h;
	xmlSetStructuredErrorFunc(h, hear_xml);
	xmlSetGenericErrorFunc(h, hear_transform);
}

void
hear_end(struct hearing *h)
{
	xmlSetStructuredErrorFunc(NULL, NULL);
	xmlSetGenericErrorFunc(NULL, NULL);
	current = NULL;
	free(h->file);
	buf_free(&h->said);
}
