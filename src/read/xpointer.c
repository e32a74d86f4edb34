/* SPDX-License-Identifier: MIT */
/*
 * XPointers.  libxml2 counts the steps of an XPath, but not what each of them
 * costs, which may be all nodes (to join sets of them) or all text (to compare
 * it).  So here what is compared, or given to a function, is paid for by its
 * size; and who joins sets that may overlap has fewer steps.
 */
#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/xpathInternals.h>
#include <libxml/xpointer.h>

#include "util/alloc.h"
#include "util/buf.h"
#include "util/xmlerror.h"
#include "xpointer.h"

enum {
	LENGTH = 10000, /* of an XPointer, at most */
	NODE = 16,      /* bytes of text cost as much as a node, or a step */
	PAIR = 64,      /* comparisons of two bytes cost as much as a step */
	JOIN = 1000,    /* and so many of nodes, as sets of them are joined */
	ATTRIBUTE = 4,  /* bytes, for one that is looked at */
	LITERAL = 250,  /* bytes of it are copied by any step */
};

/* The name of a function that returns what it is given, and pays for it. */
#define PAY "glossc-pay"

#define BLANKS " \t\r\n"

/* Functions that look at the text, or the names, of what they are given. */
static const struct reader {
	const char *name;
	enum {
		ONCE,
		TIMES, /* as often as there are arguments */
		PAIRS, /* each part of it is compared with each */
		AROUND, /* and at what is around the node, */
		NAMES, /* or at names only */
	} how;
} readers[] = {
	{ "ceiling", ONCE },
	{ "concat", TIMES },
	{ "contains", PAIRS },
	{ "floor", ONCE },
	{ "id", PAIRS },
	{ "lang", AROUND },
	{ "local-name", NAMES },
	{ "name", NAMES },
	{ "namespace-uri", NAMES },
	{ "normalize-space", ONCE },
	{ "number", ONCE },
	{ "round", ONCE },
	{ "starts-with", ONCE },
	{ "string", ONCE },
	{ "string-length", ONCE },
	{ "substring", ONCE },
	{ "substring-after", PAIRS },
	{ "substring-before", PAIRS },
	{ "sum", ONCE },
	{ "translate", PAIRS },
};

static size_t
length_of_text(const xmlNode *node)
{
	switch (node->type) {
	case XML_NAMESPACE_DECL:
		return (size_t)xmlStrlen(((const xmlNs *)node)->href);
	case XML_TEXT_NODE:
	case XML_CDATA_SECTION_NODE:
	case XML_COMMENT_NODE:
	case XML_PI_NODE:
		return (size_t)xmlStrlen(node->content);
	default:
		return 0;
	}
}

/* The node's string-value in bytes, and its nodes; no more than is asked. */
static size_t
length_of(const xmlNode *top, size_t most)
{
	const xmlNode *n = top;
	size_t length = 0;

	while (length < most) {
		length += NODE + length_of_text(n);
		if (n->type != XML_NAMESPACE_DECL &&
		    n->type != XML_ENTITY_REF_NODE && n->children) {
			n = n->children;
			continue;
		}
		while (n != top && n->next == NULL)
			n = n->parent;
		if (n == top)
			break;
		n = n->next;
	}
	return length;
}

static size_t
nodes_in(const xmlXPathObject *o)
{
	return o->type == XPATH_NODESET && o->nodesetval ?
	    (size_t)o->nodesetval->nodeNr : 0;
}

static size_t
length_of_value(const xmlXPathObject *o, size_t most)
{
	size_t length = 0, nodes = nodes_in(o);

	if (o->type == XPATH_STRING)
		return (size_t)xmlStrlen(o->stringval);
	if (o->type != XPATH_NODESET)
		return 1;
	for (size_t i = 0; i < nodes && length < most; i++)
		length += length_of(o->nodesetval->nodeTab[i], most - length);
	return length;
}

static size_t
length_of_name(const xmlNode *node)
{
	bool named = node->type == XML_ELEMENT_NODE ||
	    node->type == XML_ATTRIBUTE_NODE;

	return NODE + (node->type == XML_NAMESPACE_DECL ?
	    (size_t)xmlStrlen(((const xmlNs *)node)->prefix) :
	    (size_t)xmlStrlen(node->name)) + (named && node->ns ?
	    (size_t)xmlStrlen(node->ns->href) : 0);
}

/* The name that a function is to tell: of the first of a set, or the node's. */
static size_t
length_of_names(const xmlXPathParserContext *ctxt, int nargs)
{
	const xmlXPathObject *o = ctxt->value;

	if (nargs == 0)
		return length_of_name(ctxt->context->node);
	return o && nodes_in(o) ? length_of_name(*o->nodesetval->nodeTab) : 0;
}

/* What is looked through, up to the root, for a language. */
static size_t
length_around(const xmlNode *node)
{
	size_t length = 0;

	if (node->type == XML_NAMESPACE_DECL)
		return 0;
	for (; node; node = node->parent) {
		length += NODE;
		if (node->type != XML_ELEMENT_NODE)
			continue;
		for (const xmlAttr *a = node->properties; a; a = a->next)
			length += ATTRIBUTE + (a->children &&
			    xmlStrEqual(a->name, (const xmlChar *)"lang") ?
			    (size_t)xmlStrlen(a->children->content) : 0);
	}
	return length;
}

/* So much text that no steps are left to look at more. */
static size_t
most_of(const xmlXPathParserContext *ctxt)
{
	const xmlXPathContext *c = ctxt->context;

	return c->opCount < c->opLimit ?
	    (c->opLimit - c->opCount) * NODE : 0;
}

static void
spend(xmlXPathParserContext *ctxt, uint64_t steps)
{
	xmlXPathContext *c = ctxt->context;

	if (c->opCount < c->opLimit && steps < c->opLimit - c->opCount) {
		c->opCount += (unsigned long)steps;
	} else {
		c->opCount = c->opLimit;
		xmlXPathErr(ctxt, XPATH_OP_LIMIT_EXCEEDED);
	}
}

/* Sets on both sides of an operator are compared text by text. */
static void
pay(xmlXPathParserContext *ctxt, int nargs)
{
	uint64_t under = 0;
	size_t length;

	if (nargs != 1 || ctxt->value == NULL) {
		xmlXPathErr(ctxt, XPATH_INVALID_ARITY);
		return;
	}
	if (nodes_in(ctxt->value) == 0)
		return;
	if (ctxt->valueNr > 1)
		under = nodes_in(ctxt->valueTab[ctxt->valueNr - 2]);
	length = length_of_value(ctxt->value, most_of(ctxt));
	spend(ctxt, under * length / PAIR + length / NODE);
}

static const struct reader *
find_reader(const xmlChar *name)
{
	for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
		if (xmlStrEqual(name, (const xmlChar *)readers[i].name))
			return &readers[i];
	return NULL;
}

static xmlXPathFunction find_function(void *data, const xmlChar *name,
    const xmlChar *uri);

/* What a function that looks at text takes. */
static uint64_t
steps_of(const xmlXPathParserContext *ctxt, int nargs, const struct reader *r)
{
	size_t most = most_of(ctxt);
	uint64_t sum = 0, longest = 0;

	if (r->how == NAMES)
		return length_of_names(ctxt, nargs) / NODE;
	if (nargs == 0)
		sum = longest = length_of(ctxt->context->node, most);
	for (int i = 1; i <= nargs && i <= ctxt->valueNr; i++) {
		size_t n = length_of_value(ctxt->valueTab[ctxt->valueNr - i],
		    most);

		sum += n;
		longest = n > longest ? n : longest;
	}
	if (r->how == AROUND)
		sum += length_around(ctxt->context->node);
	if (r->how == TIMES)
		sum *= (uint64_t)nargs + 1;
	/* what is longest, with the rest; an id with the ids before it */
	if (r->how == PAIRS)
		sum += longest * (nargs > 1 ? sum - longest : longest) * NODE /
		    PAIR;
	return sum / NODE;
}

/* Pays for a function of readers, and calls it. */
static void
call(xmlXPathParserContext *ctxt, int nargs)
{
	xmlXPathContext *c = ctxt->context;
	const xmlChar *name = c->function;
	xmlXPathFunction function;

	spend(ctxt, steps_of(ctxt, nargs, find_reader(name)));
	if (ctxt->error != XPATH_EXPRESSION_OK)
		return;
	xmlXPathRegisterFuncLookup(c, NULL, NULL);
	function = xmlXPathFunctionLookup(c, name);
	xmlXPathRegisterFuncLookup(c, find_function, NULL);
	function(ctxt, nargs);
}

static xmlXPathFunction
find_function(void *data, const xmlChar *name, const xmlChar *uri)
{
	(void)data;
	if (uri == NULL && find_reader(name))
		return call;
	return xmlStrEqual(name, (const xmlChar *)PAY) ? pay : NULL;
}

/* What a token is to an operand, which may have many. */
enum token {
	PART,
	OPENS,
	CLOSES,
	COMPARES, /* or reckons: an operator that looks at values */
	DIVIDES,  /* another operator, or a comma */
};

/* The XPath that is read, and where what is paid for begins and ends. */
struct scan {
	const char *xpath;
	size_t at, end;      /* of the token */
	bool after;          /* an operand; so an operator must follow */
	bool overlaps;       /* it may join sets that have nodes in common, */
	bool namespaces;     /* and makes nodes of namespaces */
	bool ranges;         /* it makes what is no node */
	size_t deep;         /* "//": the first starts from one node */
	char *begins, *ends; /* for each byte: here */
};

/* An operand in the making. */
struct operand {
	size_t begin, end; /* none, where they are the same */
	bool compared;     /* with what is before it */
};

static bool
is_name(char c)
{
	return isalnum((unsigned char)c) || c == '_' || c == '-' || c == '.' ||
	    (c & 0x80);
}

static bool
is_word(const struct scan *s, const char *word)
{
	return strncmp(s->xpath + s->at, word, s->end - s->at) == 0 &&
	    word[s->end - s->at] == '\0';
}

/* A name, perhaps with a prefix; an operator; or the name of an axis. */
static enum token
take_name(struct scan *s)
{
	static const char *const plain[] = { "child", "attribute", "self" };
	const char *x = s->xpath, *next;
	bool was_after = s->after, is_plain = false;

	while (is_name(x[s->end]) || (x[s->end] == ':' &&
	    x[s->end + 1] != ':' && x[s->end - 1] != ':'))
		s->end++;
	s->after = !was_after && x[s->end - 1] != ':';
	if (was_after)
		return is_word(s, "div") || is_word(s, "mod") ? COMPARES :
		    DIVIDES;
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		is_plain |= is_word(s, plain[i]);
	next = x + s->end + strspn(x + s->end, BLANKS);
	s->ranges |= *next == '(' && is_word(s, "range-to");
	if (strncmp(next, "::", 2) == 0) {
		s->overlaps |= !is_plain;
		s->namespaces |= is_word(s, "namespace");
	}
	return PART;
}

/* XPath has exponents only in libxml2. */
static enum token
take_number(struct scan *s)
{
	const char *x = s->xpath;

	s->end += strspn(x + s->end, "0123456789.");
	if (x[s->end] == 'e' || x[s->end] == 'E') {
		s->end++;
		s->end += x[s->end] == '-' || x[s->end] == '+';
		s->end += strspn(x + s->end, "0123456789");
	}
	s->after = true;
	return PART;
}

static enum token
take_symbol(struct scan *s)
{
	const char *x = s->xpath + s->at;
	bool after = s->after;

	s->after = false;
	switch (*x) {
	case '"':
	case '\'':
		s->after = true;
		s->end += strcspn(x + 1, (char[]){ *x, '\0' });
		s->end += s->xpath[s->end] != '\0';
		return PART;
	case '(':
	case '[':
		return OPENS;
	case ')':
	case ']':
		s->after = true;
		return CLOSES;
	case '*':
		s->after = !after;
		return after ? COMPARES : PART;
	case '=':
	case '!':
	case '<':
	case '>':
	case '+':
	case '-':
		s->end += x[1] == '=';
		return COMPARES;
	case ',':
		return DIVIDES;
	case '.':
		s->after = true;
		s->overlaps |= x[1] == '.';
		s->end += x[1] == '.';
		return PART;
	case '/':
		s->overlaps |= x[1] == '/' && s->deep++ > 0;
		s->end += x[1] == '/';
		return PART;
	case '|':
		s->overlaps = true;
		return PART;
	default:
		return PART;
	}
}

static enum token
take_token(struct scan *s)
{
	const char *x = s->xpath + s->at;

	s->end = s->at + 1;
	if (isdigit((unsigned char)*x) ||
	    (*x == '.' && isdigit((unsigned char)x[1])))
		return take_number(s);
	if (is_name(*x) && *x != '-' && *x != '.')
		return take_name(s);
	return take_symbol(s);
}

static void
finish(struct scan *s, const struct operand *o, bool compared)
{
	if (o->begin != o->end && (o->compared || compared)) {
		s->begins[o->begin] = 1;
		s->ends[o->end] = 1;
	}
}

/* Finds what is to be paid for; false where brackets don't match. */
static bool
scan(struct scan *s, struct operand *open)
{
	struct operand o = { 0 };
	size_t depth = 0;
	enum token token;

	for (; s->xpath[s->at] != '\0'; s->at = s->end) {
		if (strchr(BLANKS, s->xpath[s->at])) {
			s->end = s->at + 1;
			continue;
		}
		token = take_token(s);
		if (token == COMPARES || token == DIVIDES || token == CLOSES)
			finish(s, &o, token == COMPARES);
		if (token == CLOSES && depth == 0)
			return false;
		if (token == CLOSES)
			o = open[--depth];
		if ((token == PART || token == OPENS) && o.begin == o.end)
			o.begin = s->at;
		if (token == PART || token == OPENS || token == CLOSES)
			o.end = s->end;
		else
			o = (struct operand){ .compared = token == COMPARES };
		if (token == OPENS) {
			open[depth++] = o;
			o = (struct operand){ 0 };
		}
	}
	finish(s, &o, false);
	return depth == 0;
}

/* An XPointer in the making. */
struct guarded {
	struct buf text;
	bool overlaps, namespaces; /* as struct scan has them */
};

/* Adds an XPath that pays for what it compares, as an XPointer has it. */
static bool
guard(const struct buf *xpath, struct guarded *g)
{
	struct buf *to = &g->text;
	size_t len = xpath->len;
	char *marks = gloss_calloc(2, len + 1);
	struct operand *open = gloss_calloc(len + 1, sizeof *open);
	struct scan s = { .xpath = buf_str(xpath), .begins = marks,
		.ends = marks + len + 1 };
	bool good = scan(&s, open) && !s.ranges;

	for (size_t i = 0; good && i <= len; i++) {
		if (s.ends[i])
			buf_puts(to, "^)");
		if (s.begins[i])
			buf_puts(to, PAY "^(");
		if (i < len && strchr("^()", s.xpath[i]))
			buf_putc(to, '^');
		if (i < len)
			buf_putc(to, s.xpath[i]);
	}
	g->overlaps |= s.overlaps;
	g->namespaces |= s.namespaces;
	free(open);
	free(marks);
	return good;
}

/* The data of a scheme, up to the bracket that closes it; its end, or NULL. */
static const char *
take_data(const char *s, struct buf *data)
{
	size_t depth = 0;

	for (; *s != '\0' && (*s != ')' || depth > 0); s++) {
		if (*s == '^' && s[1] != '\0' && strchr("^()", s[1]))
			s++;
		else if (*s == '(')
			depth++;
		else if (*s == ')')
			depth--;
		buf_putc(data, *s);
	}
	return *s ? s : NULL;
}

static bool
ends_with(const char *s, size_t len, const char *end)
{
	size_t n = strlen(end);

	return len >= n && strncmp(s + len - n, end, n) == 0;
}

/* A sequence of children, as "/1/2" or "id/2", in XPath: it pays for itself. */
static bool
guard_sequence(const char *s, struct buf *to)
{
	size_t len = strcspn(s, "/");

	buf_puts(to, "xpointer(");
	for (size_t i = 0; i < len; i++)
		if (!is_name(s[i]) && s[i] != ':')
			return false;
	if (len) {
		buf_puts(to, "id^('");
		buf_add(to, s, len);
		buf_puts(to, "'^)");
	}
	for (s += len; *s == '/'; s += len) {
		len = strspn(++s, "0123456789");
		if (len == 0)
			return false;
		buf_puts(to, "/*[");
		buf_add(to, s, len);
		buf_putc(to, ']');
	}
	buf_putc(to, ')');
	return s[strspn(s, BLANKS)] == '\0';
}

/* Adds the data of a part, whose name has its place in what was added. */
static bool
guard_part(const char *name, size_t len, struct buf *data, struct guarded *g)
{
	bool good = true;

	if (ends_with(name, len, "element")) {
		buf_add(&g->text, name, len - strlen("element"));
		return guard_sequence(buf_str(data), &g->text);
	}
	buf_add(&g->text, name, len + 1);
	if (ends_with(name, len, "xmlns"))
		buf_add(&g->text, data->data, data->len);
	else
		good = guard(data, g);
	buf_putc(&g->text, ')');
	return good;
}

/* Makes one that pays: its parts are schemes, and may be anything else. */
static bool
guard_pointer(const char *s, struct guarded *g)
{
	bool good = true;

	s += strspn(s, BLANKS);
	if (strchr(s, '(') == NULL && strchr(s, '/'))
		return guard_sequence(s, &g->text);
	while (good && *s) {
		size_t len = strcspn(s, "(");
		struct buf data = { 0 };
		const char *end;

		if (s[len] == '\0') {
			buf_puts(&g->text, s);
			return true;
		}
		end = take_data(s + len + 1, &data);
		good = end != NULL && guard_part(s, len, &data, g);
		buf_free(&data);
		s = good ? end + 1 : s;
	}
	return good;
}

/* What an XPointer that finds nothing says is no news; nor how it says it. */
static void
hush(void *data, xml_error *error)
{
	(void)data;
	(void)error;
}

static void
hush_text(void *data, const char *fmt, ...)
{
	(void)data;
	(void)fmt;
}

/*
 * What makes ranges, which are no nodes, each compared with each; and what only
 * libxml2 has.
 */
static void
forget(xmlXPathContext *context)
{
	static const char *const names[] = {
		"range", "range-inside", "string-range", "start-point",
		"end-point",
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		xmlXPathRegisterFunc(context, (const xmlChar *)names[i], NULL);
	xmlXPathRegisterFuncNS(context, (const xmlChar *)"escape-uri",
	    (const xmlChar *)"http://www.w3.org/2002/08/xquery-functions",
	    NULL);
}

/* Evaluates a guarded XPointer, and counts the steps that it takes. */
static xmlXPathObject *
count(xmlXPathContext *context, const struct xpointer_size *size,
    const xmlChar *pointer, unsigned long *steps)
{
	struct guarded g = { 0 };
	xmlXPathObject *found = NULL;
	size_t len = (size_t)xmlStrlen(pointer), each = 1 + len / LITERAL;

	context->opCount = len / LITERAL;
	if (guard_pointer((const char *)pointer, &g)) {
		if (g.overlaps)
			each += size->nodes / JOIN;
		if (g.namespaces)
			each *= 1 + size->names / PAIR;
		context->opLimit = *steps / each + 1;
		xmlXPathRegisterFuncLookup(context, find_function, NULL);
		found = xmlXPtrEval((const xmlChar *)buf_str(&g.text),
		    context);
	}
	*steps = *steps / each > context->opCount ?
	    *steps - context->opCount * each : 0;
	buf_free(&g.text);
	return found;
}

xmlXPathObject *
xpointer_find(xmlDoc *doc, const struct xpointer_size *size,
    const xmlChar *pointer, unsigned long *steps)
{
	xmlXPathContext *context;
	xmlXPathObject *found;

	if (steps && xmlStrlen(pointer) > LENGTH)
		*steps = 0;
	if (steps && *steps == 0)
		return NULL;
	context = xmlXPathNewContext(doc);
	context->error = hush;
	forget(context);
	xmlSetGenericErrorFunc(NULL, hush_text);
	found = steps ? count(context, size, pointer, steps) :
	    xmlXPtrEval(pointer, context);
	xmlSetGenericErrorFunc(NULL, NULL);
	xmlXPathFreeContext(context);
	if (found && ((steps && *steps == 0) ||
	    found->type != XPATH_NODESET ||
	    xmlXPathNodeSetIsEmpty(found->nodesetval))) {
		xmlXPathFreeObject(found);
		found = NULL;
	}
	return found;
}
