/* SPDX-License-Identifier: MIT */
/* Is every word of a document on its rendered page at least as often? */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include "util/alloc.h"
#include "util/buf.h"

#define DOCBOOK_NS "http://docbook.org/ns/docbook"
#define XSL_NS "http://www.w3.org/1999/XSL/Transform"

/* Stands in the source's text where an element begins or ends. */
#define EDGE '\1'

/* A word, and how often the page has it beyond what was taken from it. */
struct word {
	char *text;
	size_t count;
};

struct words {
	struct word *list;
	size_t len, cap;
};

static void
die(const char *what, const char *about)
{
	fprintf(stderr, "words: %s: %s\n", what, about);
	exit(2);
}

static void
words_add(struct words *w, const char *text)
{
	if (w->len == w->cap) {
		w->cap = w->cap ? 2 * w->cap : 1024;
		w->list = gloss_realloc(w->list, w->cap * sizeof *w->list);
	}
	w->list[w->len++] = (struct word){ gloss_strdup(text), 1 };
}

static void
words_free(struct words *w)
{
	for (size_t i = 0; i < w->len; i++)
		free(w->list[i].text);
	free(w->list);
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(((const struct word *)a)->text,
	    ((const struct word *)b)->text);
}

/* Sorts, and makes of equal words one with their number. */
static void
words_count(struct words *w)
{
	size_t kept = 0;

	if (w->len == 0)
		return;
	qsort(w->list, w->len, sizeof *w->list, by_text);
	for (size_t i = 1; i < w->len; i++) {
		if (strcmp(w->list[kept].text, w->list[i].text) == 0) {
			w->list[kept].count++;
			free(w->list[i].text);
		} else {
			w->list[++kept] = w->list[i];
		}
	}
	w->len = kept + 1;
}

/* A script that puts no blanks between words may break lines anywhere. */
static bool
stands_alone(UChar32 c)
{
	switch (u_getIntPropertyValue(c, UCHAR_LINE_BREAK)) {
	case U_LB_IDEOGRAPHIC:
	case U_LB_COMPLEX_CONTEXT:
	case U_LB_CONDITIONAL_JAPANESE_STARTER:
	case U_LB_H2:
	case U_LB_H3:
	case U_LB_JL:
	case U_LB_JV:
	case U_LB_JT:
		return true;
	default:
		return false;
	}
}

static bool
in_word(UChar32 c)
{
	return u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK);
}

/* Ends a word, if there is one; the edges around it are not part of it. */
static void
words_end(struct words *w, struct buf *word, bool real)
{
	while (buf_last(word) == EDGE)
		buf_truncate(word, word->len - 1);
	if (real)
		words_add(w, buf_str(word) + strspn(buf_str(word), "\1"));
	buf_truncate(word, 0);
}

/* Text as compared: compatibility forms, case and what is invisible fold. */
static UChar32 *
fold(const struct buf *text, int32_t *len)
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *nf = unorm2_getNFKCCasefoldInstance(&status);
	int32_t cap = (int32_t)text->len * 4 + 1;
	UChar *raw = gloss_malloc((size_t)cap * sizeof *raw);
	UChar *folded = gloss_malloc((size_t)cap * sizeof *folded);
	UChar32 *points = gloss_malloc((size_t)cap * sizeof *points);

	u_strFromUTF8WithSub(raw, cap, len, buf_str(text), (int32_t)text->len,
	    0xFFFD, NULL, &status);
	/* the signs that we add behind a name: not the letters they fold to */
	for (int32_t i = 0; i < *len; i++)
		if (raw[i] == 0x2120 || raw[i] == 0x2122)
			raw[i] = ' ';
	*len = unorm2_normalize(nf, raw, *len, folded, cap, &status);
	u_strToUTF32(points, cap, len, folded, *len, &status);
	if (U_FAILURE(status))
		die("cannot fold the text", u_errorName(status));
	free(raw);
	free(folded);
	return points;
}

/* Splits text into words: the longest runs of letters, digits and marks. */
static void
words_of(struct words *w, const struct buf *text)
{
	struct buf word = { 0 };
	int32_t len = 0;
	UChar32 *points = fold(text, &len);
	bool real = false;

	for (int32_t i = 0; i < len; i++) {
		UChar32 c = points[i];

		if (c == EDGE) {
			if (word.len)
				buf_putc(&word, EDGE);
		} else if (!in_word(c)) {
			words_end(w, &word, real);
			real = false;
		} else if (stands_alone(c)) {
			words_end(w, &word, real);
			buf_put_cp(&word, (unsigned long)c);
			words_end(w, &word, true);
			real = false;
		} else {
			buf_put_cp(&word, (unsigned long)c);
			real = real || u_isalnum(c);
		}
	}
	words_end(w, &word, real);
	buf_free(&word);
	free(points);
}

/* The next node in document order, not below node if it is to be skipped. */
static xmlNode *
next_node(xmlNode *node, bool skip, struct buf *text)
{
	if (node->children && !skip && node->type == XML_ELEMENT_NODE)
		return node->children;
	while (node && node->next == NULL) {
		buf_putc(text, EDGE);
		node = node->parent;
		if (node && node->type != XML_ELEMENT_NODE)
			return NULL;
	}
	buf_putc(text, EDGE);
	return node ? node->next : NULL;
}

/* Gives DocBook 4 the namespace and the info element of DocBook 5. */
static void
modernise(xmlDoc *doc)
{
	xmlNode *root = xmlDocGetRootElement(doc);
	xmlNs *ns = xmlNewNs(root, BAD_CAST DOCBOOK_NS, BAD_CAST "db");
	struct buf unused = { 0 };

	for (xmlNode *n = root; n; n = next_node(n, false, &unused)) {
		size_t len;

		if (n->type != XML_ELEMENT_NODE || n->ns)
			continue;
		xmlSetNs(n, ns);
		len = strlen((const char *)n->name);
		if (len > 4 && xmlStrEqual(n->name + len - 4,
		    BAD_CAST "info") && !xmlStrEqual(n->name,
		    BAD_CAST "releaseinfo"))
			xmlNodeSetName(n, BAD_CAST "info");
	}
	buf_free(&unused);
}

/* Marks (in _private) what one alternative of a match pattern matches. */
static void
mark(xmlXPathContext *context, const char *pattern, size_t len)
{
	struct buf path = { 0 };
	xmlXPathObject *found;

	while (len && strchr(" \t\r\n", *pattern)) {
		pattern++;
		len--;
	}
	buf_puts(&path, *pattern == '/' ? "" : "//");
	buf_add(&path, pattern, len);
	found = xmlXPathEval(BAD_CAST buf_str(&path), context);
	if (found == NULL)
		die("cannot follow the pattern", buf_str(&path));
	for (int i = 0; found->nodesetval && i < found->nodesetval->nodeNr; i++)
		if (found->nodesetval->nodeTab[i]->type == XML_ELEMENT_NODE)
			found->nodesetval->nodeTab[i]->_private = context;
	xmlXPathFreeObject(found);
	buf_free(&path);
}

/* Marks what the templates of a stylesheet do not print where it stands. */
static void
mark_suppressed(xmlDoc *doc, const char *stylesheet)
{
	xmlDoc *xsl = xmlReadFile(stylesheet, NULL, 0);
	xmlXPathContext *context = xmlXPathNewContext(doc);
	xmlNode *root;

	if (xsl == NULL)
		die("cannot read", stylesheet);
	root = xmlDocGetRootElement(xsl);
	for (xmlNs *ns = root->nsDef; ns; ns = ns->next)
		if (ns->prefix)
			xmlXPathRegisterNs(context, ns->prefix, ns->href);
	for (xmlNode *t = xmlFirstElementChild(root); t;
	    t = xmlNextElementSibling(t)) {
		xmlChar *match = xmlGetNoNsProp(t, BAD_CAST "match");
		const char *p = (const char *)match;

		while (p) {
			size_t len = strcspn(p, "|");

			mark(context, p, len);
			p = p[len] ? p + len + 1 : NULL;
		}
		xmlFree(match);
	}
	xmlXPathFreeContext(context);
	xmlFreeDoc(xsl);
}

static void
words_of_source(struct words *w, const char *path, const char *suppressed)
{
	xmlDoc *doc = xmlReadFile(path, NULL, XML_PARSE_NOENT |
	    XML_PARSE_NONET | XML_PARSE_HUGE);
	struct buf text = { 0 };
	xmlNode *node;

	if (doc == NULL || xmlDocGetRootElement(doc) == NULL)
		die("cannot read", path);
	modernise(doc);
	mark_suppressed(doc, suppressed);
	node = xmlDocGetRootElement(doc);
	while (node) {
		bool skip = node->_private != NULL;

		if (node->type == XML_TEXT_NODE ||
		    node->type == XML_CDATA_SECTION_NODE)
			buf_puts(&text, (const char *)node->content);
		else
			buf_putc(&text, EDGE);
		node = next_node(node, skip, &text);
	}
	words_of(w, &text);
	buf_free(&text);
	xmlFreeDoc(doc);
}

/* Reads a rendered page; overstruck characters count once. */
static void
words_of_page(struct words *w, const char *path)
{
	FILE *f = fopen(path, "r");
	struct buf text = { 0 };
	int c;

	if (f == NULL)
		die("cannot read", path);
	while ((c = getc(f)) != EOF) {
		if (c != '\b') {
			buf_putc(&text, c == EDGE ? ' ' : (char)c);
			continue;
		}
		while ((buf_last(&text) & 0xC0) == 0x80)
			buf_truncate(&text, text.len - 1);
		if (text.len)
			buf_truncate(&text, text.len - 1);
	}
	fclose(f);
	words_of(w, &text);
	words_count(w);
	buf_free(&text);
}

/* Takes one occurrence of a word from the page; false: none is left. */
static bool
take(struct words *page, const char *text)
{
	struct word key = { .text = (char *)text }, *found = NULL;

	if (page->len)
		found = bsearch(&key, page->list, page->len, sizeof key,
		    by_text);
	if (found == NULL || found->count == 0)
		return false;
	found->count--;
	return true;
}

/* Is it more than a mark that compatibility forms part from its letter? */
static bool
has_letters(const char *text)
{
	int32_t i = 0, len = (int32_t)strlen(text);
	UChar32 c;

	while (i < len) {
		U8_NEXT_OR_FFFD((const uint8_t *)text, i, len, c);
		if (u_isalnum(c))
			return true;
	}
	return false;
}

/*
 * Takes a word with element edges in it: at each the page may go on with the
 * word ("super" and "user" glued) or begin another (a term and its acronym).
 */
static size_t
take_parts(struct words *page, const char *text)
{
	enum { MOST = 8 }; /* parts that are tried as one word */
	struct buf joined = { 0 };
	size_t missing = 0;

	text += strspn(text, "\1");
	while (*text) {
		const char *ends[MOST], *p = text;
		size_t lens[MOST], n = 0;

		buf_truncate(&joined, 0);
		do {
			size_t len = strcspn(p, "\1");

			buf_add(&joined, p, len);
			lens[n] = joined.len;
			p += len;
			p += strspn(p, "\1");
			ends[n++] = p;
		} while (n < MOST && *p);
		while (n > 1 && !take(page, buf_str(&joined)))
			buf_truncate(&joined, lens[--n - 1]);
		if (n == 1 && has_letters(buf_str(&joined)) &&
		    !take(page, buf_str(&joined))) {
			printf("missing: %s\n", buf_str(&joined));
			missing++;
		}
		text = ends[n - 1];
	}
	buf_free(&joined);
	return missing;
}

/* What libxml2 says of a source is not what is tested here. */
static void
ignore(void *data, const char *fmt, ...)
{
	(void)data;
	(void)fmt;
}

int
main(int argc, char **argv)
{
	struct words source = { 0 }, page = { 0 };
	size_t missing = 0;

	if (argc != 4)
		die("usage", "words SUPPRESSED.xsl SOURCE.xml PAGE");
	xmlSetGenericErrorFunc(NULL, ignore);
	words_of_source(&source, argv[2], argv[1]);
	words_of_page(&page, argv[3]);
	if (source.len == 0)
		die("no words in", argv[2]);
	/* first what can be told apart, so that no part takes it away */
	for (size_t i = 0; i < source.len; i++) {
		if (strchr(source.list[i].text, EDGE))
			continue;
		if (!take(&page, source.list[i].text)) {
			printf("missing: %s\n", source.list[i].text);
			missing++;
		}
	}
	for (size_t i = 0; i < source.len; i++)
		if (strchr(source.list[i].text, EDGE))
			missing += take_parts(&page, source.list[i].text);
	words_free(&source);
	words_free(&page);
	xmlCleanupParser();
	return missing != 0;
}
