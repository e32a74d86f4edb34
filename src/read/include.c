/* SPDX-License-Identifier: MIT */
/*
 * XInclude.  The implementation of libxml2 copies included content as often as
 * it is asked to, without limit; this one counts what it adds.
 */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/encoding.h>
#include <libxml/hash.h>
#include <libxml/parserInternals.h>
#include <libxml/xinclude.h>

#include "util/alloc.h"
#include "util/path.h"
#include "util/uri.h"
#include "gloss/limits.h"
#include "gloss/read.h"
#include "include.h"
#include "origin.h"
#include "xpointer.h"

enum {
	ERRORS = 20,      /* stop after this many errors */
	NODE = 50,        /* approximate bytes of a node without its text */
	SCAN = 4,         /* bytes of text whose search for a fragment costs
			   * as much as copying one */
};

#define LOCAL_ATTRIBUTES "http://www.w3.org/2001/XInclude/local-attributes"

/* An included file, or the reason why it cannot be included. */
struct file {
	enum sandbox_answer answer;
	struct sandbox_file on_disk; /* until it is read */
	xmlDoc *doc;
	char *text;
	size_t len; /* of the text */
	bool tried; /* parse errors, which have been reported */
	bool known; /* the elements by id */
};

/* An XInclude whose content is being processed. */
struct open {
	xmlChar *url;
	xmlChar *part; /* the fragment, or NULL: the whole file */
	const xmlNode *end; /* the node after it, or NULL */
};

struct includer {
	const struct include_reader *reader;
	xmlDoc *doc;
	xmlHashTable *files; /* by URL */
	struct open open[LIMIT_INCLUDES + 1];
	size_t len;
	size_t errors;
	unsigned long steps; /* steps that XPointers may still use */
	bool over; /* the document is too large: include nothing more */
};

/* The attributes of an XInclude. */
struct request {
	xmlNode *node;
	xmlChar *href, *part, *url;
	bool text;
	char wrong[200]; /* with its fragment */
	bool refused; /* an error even if there is a fallback */
};

bool
include_is_ns(const xmlChar *uri)
{
	return uri && (xmlStrEqual(uri, XINCLUDE_NS) ||
	    xmlStrEqual(uri, XINCLUDE_OLD_NS));
}

static bool
is_element(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && node->ns &&
	    include_is_ns(node->ns->href) &&
	    xmlStrEqual(node->name, (const xmlChar *)name);
}

/* The next node in document order below top (NULL: in the document). */
static xmlNode *
after(const xmlNode *node, const xmlNode *top)
{
	while (node != top && node->next == NULL) {
		node = node->parent;
		if (node == NULL || node->type == XML_DOCUMENT_NODE)
			return NULL;
	}
	return node == top ? NULL : node->next;
}

static xmlNode *
next(const xmlNode *node, const xmlNode *top)
{
	if (node->type == XML_ELEMENT_NODE && node->children)
		return node->children;
	return after(node, top);
}

static size_t
weight_of_attribute(const xmlAttr *a)
{
	return NODE + (a->children ?
	    (size_t)xmlStrlen(a->children->content) : 0);
}

/* Approximate bytes of an element's namespace declarations. */
static size_t
weight_of_names(const xmlNode *element)
{
	size_t weight = 0;

	for (const xmlNs *ns = element->nsDef; ns; ns = ns->next)
		weight += NODE + (size_t)xmlStrlen(ns->href) +
		    (size_t)xmlStrlen(ns->prefix);
	return weight;
}

static size_t
weight_of(const xmlNode *top)
{
	size_t weight = 0;

	for (const xmlNode *n = top; n; n = next(n, top)) {
		weight += NODE;
		if (n->type != XML_ELEMENT_NODE) {
			weight += (size_t)xmlStrlen(n->content);
			continue;
		}
		weight += weight_of_names(n);
		for (const xmlAttr *a = n->properties; a; a = a->next)
			weight += weight_of_attribute(a);
	}
	return weight;
}

size_t
include_weight(const xmlNode *first)
{
	size_t weight = 0;

	for (; first; first = first->next)
		weight += weight_of(first);
	return weight;
}

/* Adds the folder where a file should be, if it may be there, and others. */
static void
list_folders(struct buf *b, const char *name, const char *const *search)
{
	char *own = name ? path_folder(name) : NULL;
	size_t len = own ? strlen(own) : 0;

	if (len > 1 && own[len - 1] == '/')
		own[len - 1] = '\0';
	if (own)
		buf_printf(b, "\"%s\"", own);
	for (; search && *search; search++)
		if (own == NULL || strcmp(*search, own) != 0)
			buf_printf(b, "%s\"%s\"", b->len ? ", " : "",
			    *search);
	free(own);
}

void
include_say_unread(struct diags *d, const char *file, long line,
    const char *url, enum sandbox_answer why, const char *const *search)
{
	char *name = uri_shown(url);
	struct buf folders = { 0 };

	if (why == SANDBOX_FOREIGN)
		diag(d, DIAG_REFUSED, file, line,
		    "\"%s\" is refused: only files are read; let the XML "
		    "catalog map it to one", name);
	else if (why == SANDBOX_ASTRAY)
		diag(d, DIAG_REFUSED, file, line,
		    "\"%s\" is refused: it leads out of the folder that its "
		    "entry in the XML catalog names", name);
	else if (why == SANDBOX_REFUSED && search && *search) {
		list_folders(&folders, NULL, search);
		diag(d, DIAG_REFUSED, file, line,
		    "\"%s\" is not there; looked in %s, and not where it "
		    "says, outside the folders that may be read; allow its "
		    "folder with -I", name, buf_str(&folders));
	} else if (why == SANDBOX_REFUSED) {
		diag(d, DIAG_REFUSED, file, line,
		    "\"%s\" is refused: it lies outside the folders that may "
		    "be read; allow its folder with -I", name);
	} else {
		list_folders(&folders, name, search);
		diag(d, DIAG_MISSING, file, line,
		    "\"%s\" is not there, or cannot be read; looked in %s",
		    name, buf_str(&folders));
	}
	buf_free(&folders);
	free(name);
}

static void
say(struct includer *in, const struct request *q, const char *what)
{
	xmlChar *file = read_file_of(q->node);

	in->over = ++in->errors >= ERRORS;
	diag(in->reader->d, DIAG_SYNTAX, (const char *)file,
	    read_line_of(q->node), "XInclude of \"%s\": %s",
	    q->href ? (const char *)q->href : "", what);
	xmlFree(file);
}

static void
say_unread(struct includer *in, const struct request *q,
    enum sandbox_answer why)
{
	xmlChar *file = read_file_of(q->node);

	in->over = ++in->errors >= ERRORS;
	include_say_unread(in->reader->d, (const char *)file,
	    read_line_of(q->node),
	    (const char *)(q->url ? q->url : q->href), why,
	    in->reader->search);
	xmlFree(file);
}

/* May this be added?  Reports an exceeded limit once. */
static bool
may_add(struct includer *in, const struct request *q, size_t weight)
{
	if (in->over || in->reader->spend(in->reader->data, weight))
		return !in->over;
	say(in, q, "the document grows too large; --huge lifts this limit");
	in->over = true;
	return false;
}

/* The URL that an XInclude names, or NULL. */
static xmlChar *
url_of(const struct request *q)
{
	char *base, *url;
	xmlChar *named;

	if (q->href == NULL || *q->href == '\0')
		return xmlStrdup(q->node->doc->URL);
	base = read_base_of(q->node);
	if (base == NULL)
		return NULL;
	url = uri_resolve((const char *)q->href, base);
	named = xmlStrdup((const xmlChar *)url);
	free(url);
	free(base);
	return named;
}

/* Reads the attributes; reports invalid ones and returns false. */
static bool
ask(struct includer *in, xmlNode *node, struct request *q)
{
	xmlChar *parse = xmlGetNoNsProp(node, (const xmlChar *)"parse");
	const char *wrong = NULL;

	*q = (struct request){ .node = node };
	q->href = xmlGetNoNsProp(node, (const xmlChar *)"href");
	q->text = parse && xmlStrEqual(parse, (const xmlChar *)"text");
	q->part = xmlGetNoNsProp(node, (const xmlChar *)"xpointer");
	if (q->part && q->text)
		wrong = "xpointer names no part of a text; fragid does";
	else if (q->part == NULL)
		q->part = xmlGetNoNsProp(node, (const xmlChar *)"fragid");
	if (xmlStrlen(q->href) > READ_URL_MAX) {
		xmlFree(q->href);
		q->href = NULL;
		wrong = "its URL is too long";
	} else {
		q->url = url_of(q);
	}
	if (parse && !q->text && !xmlStrEqual(parse, (const xmlChar *)"xml"))
		wrong = "parse is neither \"xml\" nor \"text\"";
	else if (q->href && xmlStrchr(q->href, '#'))
		wrong = "href may not hold \"#\"; a part is named by xpointer";
	else if (wrong == NULL && (q->href == NULL || *q->href == '\0') &&
	    q->part == NULL)
		wrong = "a document cannot include itself; say which file, "
		    "by href";
	else if (wrong == NULL && q->url == NULL)
		wrong = "that is no URL, or too long";
	if (wrong)
		say(in, q, wrong);
	xmlFree(parse);
	return wrong == NULL;
}

static void
forget(struct request *q)
{
	xmlFree(q->href);
	xmlFree(q->part);
	xmlFree(q->url);
}

static struct file *
file_of(struct includer *in, const struct request *q)
{
	struct file *f = xmlHashLookup(in->files, q->url);

	if (f)
		return f;
	f = gloss_calloc(1, sizeof *f);
	f->answer = in->reader->find(in->reader->data, (const char *)q->url,
	    &f->on_disk);
	xmlHashAddEntry(in->files, q->url, f);
	return f;
}

static void
free_file(void *data, const xmlChar *url)
{
	struct file *f = data;

	(void)url;
	xmlFreeDoc(f->doc);
	free(f->text);
	sandbox_forget(&f->on_disk);
	free(f);
}

/* Converts a text file to UTF-8; returns NULL if it is not valid. */
static char *
decode(const struct buf *b, const xmlChar *encoding, size_t *len)
{
	xmlBuffer *from = xmlBufferCreate(), *to = xmlBufferCreate();
	xmlCharEncoding known = XML_CHAR_ENCODING_NONE;
	xmlCharEncodingHandler *handler = NULL;
	const char *text;
	char *made = NULL;

	if (encoding)
		handler = xmlFindCharEncodingHandler((const char *)encoding);
	else if (b->len >= 4)
		known = xmlDetectCharEncoding((const xmlChar *)b->data, 4);
	if (known == XML_CHAR_ENCODING_UTF16LE ||
	    known == XML_CHAR_ENCODING_UTF16BE)
		handler = xmlGetCharEncodingHandler(known);
	if (encoding && handler == NULL)
		goto done;
	xmlBufferAdd(from, (const xmlChar *)buf_str(b), (int)b->len);
	while (handler && xmlBufferLength(from) > 0)
		if (xmlCharEncInFunc(handler, to, from) <= 0)
			break;
	if (handler && xmlBufferLength(from) > 0)
		goto done;
	if (handler == NULL)
		xmlBufferCat(to, xmlBufferContent(from));
	*len = (size_t)xmlBufferLength(handler ? to : from);
	text = (const char *)xmlBufferContent(to);
	if (strlen(text) == *len && xmlCheckUTF8((const xmlChar *)text)) {
		if (strncmp(text, "\xEF\xBB\xBF", 3) == 0)
			text += 3;
		made = gloss_strdup(text);
		*len = strlen(made);
	}
done:
	xmlCharEncCloseFunc(handler);
	xmlBufferFree(from);
	xmlBufferFree(to);
	return made;
}

/* XML allows no control characters except tabs and line ends. */
static bool
is_xml_text(const char *text)
{
	static const char controls[] = "\1\2\3\4\5\6\7\b\v\f\16\17\20\21\22"
	    "\23\24\25\26\27\30\31\32\33\34\35\36\37";

	return text[strcspn(text, controls)] == '\0' &&
	    !strstr(text, "\xEF\xBF\xBE") && !strstr(text, "\xEF\xBF\xBF");
}

static void
read_text(struct includer *in, const struct request *q, struct file *f)
{
	xmlChar *encoding = xmlGetNoNsProp(q->node,
	    (const xmlChar *)"encoding");
	struct buf b = { 0 };
	const char *why = in->reader->bytes(in->reader->data, &f->on_disk,
	    &b);

	if (why == NULL) {
		f->text = decode(&b, encoding, &f->len);
		if (f->text == NULL || !is_xml_text(f->text)) {
			why = "it is not a text in its encoding";
			free(f->text);
			f->text = NULL;
		}
	}
	if (why)
		say(in, q, why);
	buf_free(&b);
	xmlFree(encoding);
}

/* Reads a file once; reports errors and returns false. */
static bool
read_file(struct includer *in, const struct request *q, struct file *f)
{
	bool wanted = q->text ? f->text == NULL : f->doc == NULL && !f->tried;

	/* as a text and as XML */
	if (wanted && f->on_disk.fd < 0)
		f->answer = in->reader->find(in->reader->data,
		    (const char *)q->url, &f->on_disk);
	if (wanted && f->answer != SANDBOX_ALLOWED) {
		say_unread(in, q, f->answer);
	} else if (wanted && q->text) {
		read_text(in, q, f);
	} else if (wanted) {
		f->doc = in->reader->parse(in->reader->data, &f->on_disk,
		    in->doc);
		f->tried = true;
	}
	sandbox_forget(&f->on_disk);
	return q->text ? f->text != NULL : f->doc != NULL;
}

/* Is it an id attribute, by its name or by the DTD? */
static bool
is_id(const xmlNode *node, const xmlAttr *a)
{
	return (a->ns == NULL && xmlStrEqual(a->name, (const xmlChar *)"id")) ||
	    xmlIsID(node->doc, (xmlNode *)node, (xmlAttr *)a) == 1;
}

/* Indexes the elements by id, because the parser keeps no list of them. */
static void
know(struct file *f)
{
	xmlNode *root = xmlDocGetRootElement(f->doc);
	int len = 64;

	if (f->known)
		return;
	/* a table with a dictionary of libxml2 does not grow */
	for (xmlNode *n = root; n; n = next(n, root))
		len += n->type == XML_ELEMENT_NODE;
	if (f->doc->ids == NULL)
		f->doc->ids = xmlHashCreate(len / 4);
	for (xmlNode *n = root; n; n = next(n, root))
		for (xmlAttr *a = n->type == XML_ELEMENT_NODE ?
		    n->properties : NULL; a; a = a->next)
			if (is_id(n, a) && a->children)
				xmlAddID(NULL, f->doc, a->children->content,
				    a);
	f->known = true;
}

/* Finds the fragment; returns false if there is none. */
static bool
find_part(struct includer *in, struct request *q, struct file *f,
    struct xpointer_nodes *found)
{
	unsigned long *steps = in->reader->huge ? NULL : &in->steps;
	const char *name = xmlHasNsProp(q->node, (const xmlChar *)"xpointer",
	    NULL) ? "xpointer" : "fragid";
	bool late;

	know(f);
	xpointer_find(f->doc, (const char *)q->part, steps, found);
	late = steps && *steps == 0;
	if (found->len > 0)
		return true;
	q->refused = late || found->unsupported;
	if (late)
		snprintf(q->wrong, sizeof q->wrong, "its %s takes too long; "
		    "--huge lifts this limit", name);
	else if (found->unsupported)
		snprintf(q->wrong, sizeof q->wrong, "its %s has %.90s; only ids, "
		    "element() and paths of names are supported",
		    name,
		    found->unsupported);
	else
		snprintf(q->wrong, sizeof q->wrong, "its %s finds nothing",
		    name);
	return false;
}

static void
put_before(xmlNode *at, xmlNode *node)
{
	node->parent = at->parent;
	node->next = at;
	node->prev = at->prev;
	if (at->prev)
		at->prev->next = node;
	else
		at->parent->children = node;
	at->prev = node;
}

/* Notes where the content came from, since it replaces the XInclude. */
static void
keep_base(xmlNode *copy, const xmlNode *from)
{
	char *base = read_base_of(from);

	if (base)
		read_set_base(copy, base);
	free(base);
}

static void
set_id(xmlNode *node, const xmlChar *id)
{
	xmlNs *xml = xmlSearchNs(node->doc, node, (const xmlChar *)"xml");

	xmlUnsetNsProp(node, NULL, (const xmlChar *)"id"); /* DocBook 4's */
	xmlUnsetNsProp(node, xml, (const xmlChar *)"id");
	if (*id)
		xmlNewNsProp(node, xml, (const xmlChar *)"id", id);
}

/*
 * Copies attributes of the XInclude to the included elements: the id, and those
 * in other namespaces (XInclude 1.1).
 */
static bool
hand_on(struct includer *in, const struct request *q, xmlNode *to)
{
	static const xmlChar local[] = LOCAL_ATTRIBUTES;
	bool further = is_element(to, "include"); /* the XInclude has
						   * attributes to copy */

	for (xmlAttr *a = q->node->properties; a; a = a->next) {
		bool is_id = a->ns == NULL &&
		    xmlStrEqual(a->name, (const xmlChar *)"set-xml-id");
		xmlAttr *copy;

		if (!is_id && (a->ns == NULL ||
		    xmlStrEqual(a->ns->href, XML_XML_NAMESPACE) ||
		    xmlStrEqual(a->ns->href, (const xmlChar *)READ_NS)))
			continue;
		if (!may_add(in, q, weight_of_attribute(a)))
			return false;
		if (is_id && !further) {
			set_id(to, a->children ? a->children->content :
			    (const xmlChar *)"");
			continue;
		}
		copy = xmlCopyProp(to, a);
		copy->parent = NULL; /* it would be counted as added */
		if (!further && xmlStrEqual(a->ns->href, local))
			copy->ns = NULL;
		xmlAddChild(to, (xmlNode *)copy);
	}
	return true;
}

/* libxml2 copies only the line numbers of elements. */
static void
copy_lines(xmlNode *to, const xmlNode *from)
{
	const xmlNode *top = to, *source = from;

	for (; to && from; to = next(to, top), from = next(from, source))
		to->line = from->line;
}

static bool
put_copy(struct includer *in, const struct request *q, xmlNode *from)
{
	xmlNode *copy;

	if (from->type == XML_DTD_NODE || from->type == XML_NAMESPACE_DECL ||
	    from->type == XML_ATTRIBUTE_NODE)
		return true;
	if (!may_add(in, q, weight_of(from)))
		return false;
	copy = xmlDocCopyNode(from, in->doc, 1);
	if (copy == NULL)
		return true;
	copy_lines(copy, from);
	put_before(q->node, copy);
	if (copy->type != XML_ELEMENT_NODE)
		return true;
	keep_base(copy, from);
	/* the copy declares the namespaces that were in scope */
	if (!may_add(in, q, weight_of_names(copy)))
		return false;
	read_copy_line(copy, from);
	return hand_on(in, q, copy);
}

static bool
put_children(struct includer *in, const struct request *q, xmlNode *first)
{
	for (; first; first = first->next)
		if (!put_copy(in, q, first))
			return false;
	return true;
}

static bool
put_part(struct includer *in, const struct request *q,
    const struct xpointer_nodes *found)
{
	bool good = true;

	for (size_t i = 0; good && i < found->len; i++) {
		xmlNode *node = found->list[i];

		good = node->type == XML_DOCUMENT_NODE ?
		    put_children(in, q, node->children) :
		    put_copy(in, q, node);
	}
	return good;
}

/* Skips count lines or characters of a text. */
static const char *
skip(const char *s, unsigned long n, bool lines)
{
	for (; n && *s; n--) {
		s += lines ? strcspn(s, "\n") : 0;
		do
			s += *s != '\0';
		while (!lines && ((unsigned char)*s & 0xC0) == 0x80);
	}
	return s;
}

/* Parses a number; returns the default if there is none. */
static unsigned long
number(const char **s, unsigned long otherwise)
{
	char *end;

	if (**s < '0' || **s > '9')
		return otherwise;
	otherwise = strtoul(*s, &end, 10);
	*s = end;
	return otherwise;
}

/*
 * The fragment of a text named as in RFC 5147: "line=2,5" is the text between
 * the ends of the second and the fifth line.  Returns NULL if it is empty.
 */
static const char *
find_text(const struct file *f, const xmlChar *part, size_t *len)
{
	const char *s = (const char *)part;
	bool lines = strncmp(s, "line=", 5) == 0;
	unsigned long from, to;

	if (!lines && strncmp(s, "char=", 5) != 0)
		return NULL;
	s += 5;
	from = number(&s, 0);
	if (*s++ != ',')
		return NULL;
	to = number(&s, ULONG_MAX);
	if ((*s != '\0' && *s != ';') || from >= to)
		return NULL;
	s = skip(f->text, from, lines);
	*len = (size_t)(skip(s, to - from, lines) - s);
	return *len ? s : NULL;
}

/* Adds the fragment; returns false if there is none. */
static bool
put_text(struct includer *in, struct request *q, const struct file *f)
{
	const char *text = f->text;
	size_t len = f->len;

	if (q->part) {
		strcpy(q->wrong, "its fragid finds nothing");
		if (!may_add(in, q, f->len / SCAN))
			return true;
		text = find_text(f, q->part, &len);
	}
	if (text && may_add(in, q, len + NODE))
		put_before(q->node, xmlNewDocTextLen(in->doc,
		    (const xmlChar *)text, (int)len));
	return text != NULL;
}

/* Descends into included content; rejects cycles and excessive nesting. */
static bool
enter(struct includer *in, const struct request *q)
{
	const char *wrong = NULL;

	for (size_t i = 0; i < in->len; i++)
		if (!q->text && xmlStrEqual(in->open[i].url, q->url) &&
		    xmlStrEqual(in->open[i].part, q->part))
			wrong = "it includes itself";
	if (wrong == NULL && in->len > LIMIT_INCLUDES)
		wrong = "files include each other too deep";
	if (wrong) {
		say(in, q, wrong);
		return false;
	}
	in->open[in->len++] = (struct open){ xmlStrdup(q->url),
		xmlStrdup(q->part), after(q->node, NULL) };
	return true;
}

static void
leave(struct includer *in)
{
	struct open *o = &in->open[--in->len];

	xmlFree(o->url);
	xmlFree(o->part);
}

/*
 * Replaces an XInclude by its content; returns false if that is not available.
 */
static bool
put_file(struct includer *in, struct request *q, enum sandbox_answer *why)
{
	struct file *f = file_of(in, q);
	struct xpointer_nodes found = { 0 };

	*why = f->answer;
	if (f->answer != SANDBOX_ALLOWED)
		return false;
	if (!enter(in, q) || !read_file(in, q, f))
		return true;
	if (q->text) {
		return put_text(in, q, f);
	} else if (q->part == NULL) {
		put_children(in, q, f->doc->children);
	} else {
		if (find_part(in, q, f, &found))
			put_part(in, q, &found);
		xpointer_free(&found);
		return !*q->wrong;
	}
	return true;
}

/* Uses the fallback.  A file that may not be read is reported even so. */
static void
fall_back(struct includer *in, const struct request *q,
    enum sandbox_answer why)
{
	xmlNode *back = q->node->children;

	while (back && !is_element(back, "fallback"))
		back = back->next;
	if (why == SANDBOX_ALLOWED && (back == NULL || q->refused))
		say(in, q, q->wrong);
	else if ((why != SANDBOX_ALLOWED && why != SANDBOX_MISSING) ||
	    (why == SANDBOX_MISSING && back == NULL))
		say_unread(in, q, why);
	while (back && back->children) {
		xmlNode *child = back->children;

		read_keep_line(child);
		xmlUnlinkNode(child);
		put_before(q->node, child);
	}
}

/*
 * XIncludes look at their ancestors; reports a depth that would take too long.
 */
static bool
is_crowded(struct includer *in, const struct request *q)
{
	size_t around = 0;

	for (const xmlNode *n = q->node->parent; n && !in->reader->huge &&
	    n->type == XML_ELEMENT_NODE; n = n->parent) {
		around++;
		for (const xmlAttr *a = n->properties; a; a = a->next)
			around++;
	}
	if (around <= LIMIT_INCLUDE_DEPTH)
		return false;
	say(in, q, "elements are nested too deep; --huge lifts this limit");
	in->over = true;
	return true;
}

/* Replaces an XInclude; returns the node to continue with. */
static xmlNode *
include(struct includer *in, xmlNode *node)
{
	xmlNode *before = node->prev, *parent = node->parent;
	xmlNode *rest = after(node, NULL);
	enum sandbox_answer why = SANDBOX_ALLOWED;
	struct request q = { 0 };

	if (!in->over && ask(in, node, &q) && !is_crowded(in, &q) &&
	    !put_file(in, &q, &why))
		fall_back(in, &q, why);
	forget(&q);
	if (node->prev == before) {
		xmlUnlinkNode(node);
		xmlFreeNode(node);
		return rest;
	}
	xmlUnlinkNode(node);
	xmlFreeNode(node);
	return before ? before->next : parent->children;
}

/* Joins adjacent text nodes, as a parser would have made them. */
static void
join_texts(xmlNode *first)
{
	struct buf b = { 0 };
	xmlNode *node;

	if (first->type != XML_TEXT_NODE || first->next == NULL ||
	    first->next->type != XML_TEXT_NODE)
		return;
	buf_puts(&b, (const char *)first->content);
	while ((node = first->next) != NULL && node->type == XML_TEXT_NODE) {
		buf_puts(&b, (const char *)node->content);
		xmlUnlinkNode(node);
		xmlFreeNode(node);
	}
	xmlNodeSetContent(first, NULL);
	xmlNodeAddContentLen(first, (const xmlChar *)b.data, (int)b.len);
	buf_free(&b);
}

void
include_all(xmlDoc *doc, const struct include_reader *reader)
{
	struct includer in = { .reader = reader, .doc = doc,
		.steps = LIMIT_XPOINTER_STEPS };
	xmlNode *n = doc->children;

	in.files = xmlHashCreate(64);
	in.open[in.len++] = (struct open){ .url = xmlStrdup(doc->URL) };
	while (n) {
		while (in.len > 1 && in.open[in.len - 1].end == n)
			leave(&in);
		n = is_element(n, "include") ? include(&in, n) : next(n, NULL);
	}
	while (in.len)
		leave(&in);
	xmlHashFree(in.files, free_file);
	for (n = doc->children; n; n = next(n, NULL))
		join_texts(n);
}
