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

#include "gloss/alloc.h"
#include "gloss/buf.h"
#include "gloss/xmlerror.h"
#include "xpointer.h"

enum {
	LENGTH = 10000, /* of an XPointer, at most */
	NODE = 16,      /* bytes of text cost as much as a node, or a step */
	PAIR = 64,      /* comparisons of two bytes cost as much as a step */
	JOIN = 1000,    /* and so many of nodes, as sets of them are joined */
};

/* The name of a function that returns what it is given, and pays for it. */
#define PAY "glossc-pay"

/* Functions that look at the text of what they are given. */
static const struct {
	const char *name;
	bool pairs; /* each part of it is compared with each */
} readers[] = {
	{ "concat", false },
	{ "contains", true },
	{ "id", true },
	{ "lang", false },
	{ "normalize-space", false },
	{ "number", false },
	{ "starts-with", false },
	{ "string", false },
	{ "string-length", false },
	{ "substring", false },
	{ "substring-after", true },
	{ "substring-before", true },
	{ "sum", false },
	{ "translate", true },
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
length_of_value(const xmlXPathObject *o, size_t most)
{
	const xmlNodeSet *set = o->nodesetval;
	size_t length = 0;

	if (o->type == XPATH_STRING)
		return (size_t)xmlStrlen(o->stringval);
	if (o->type != XPATH_NODESET || set == NULL)
		return 1;
	for (int i = 0; i < set->nodeNr && length < most; i++)
		length += length_of(set->nodeTab[i], most - length);
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

static uint64_t
nodes_in(const xmlXPathObject *o)
{
	return o->type == XPATH_NODESET && o->nodesetval ?
	    (uint64_t)o->nodesetval->nodeNr : 0;
}

/* Sets on both sides of an operator are compared node by node. */
static void
pay(xmlXPathParserContext *ctxt, int nargs)
{
	const xmlXPathObject *under;
	uint64_t pairs = 0;

	if (nargs != 1 || ctxt->value == NULL) {
		xmlXPathErr(ctxt, XPATH_INVALID_ARITY);
		return;
	}
	if (ctxt->valueNr > 1) {
		under = ctxt->valueTab[ctxt->valueNr - 2];
		pairs = nodes_in(under) * nodes_in(ctxt->value);
	}
	if (nodes_in(ctxt->value))
		spend(ctxt, pairs / NODE +
		    length_of_value(ctxt->value, most_of(ctxt)) / NODE);
}

static bool
compares_pairs(const xmlChar *name)
{
	for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
		if (xmlStrEqual(name, (const xmlChar *)readers[i].name))
			return readers[i].pairs;
	return false;
}

static xmlXPathFunction find_function(void *data, const xmlChar *name,
    const xmlChar *uri);

/* Pays for a function of readers, and calls it. */
static void
call(xmlXPathParserContext *ctxt, int nargs)
{
	xmlXPathContext *c = ctxt->context;
	const xmlChar *name = c->function;
	size_t most = most_of(ctxt);
	uint64_t sum = 0, longest = 0, pairs;
	xmlXPathFunction function;

	if (nargs == 0)
		sum = longest = length_of(c->node, most);
	for (int i = 1; i <= nargs && i <= ctxt->valueNr; i++) {
		size_t n = length_of_value(ctxt->valueTab[ctxt->valueNr - i],
		    most);

		sum += n;
		longest = n > longest ? n : longest;
	}
	/* what is longest, with the rest; an id with the ids before it */
	pairs = compares_pairs(name) ?
	    longest * (nargs > 1 ? sum - longest : longest) / PAIR : 0;
	spend(ctxt, sum / NODE + pairs);
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
	for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
		if (uri == NULL &&
		    xmlStrEqual(name, (const xmlChar *)readers[i].name))
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
	bool overlaps;       /* it may join sets that have nodes in common */
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
	const char *x = s->xpath;
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
	if (strncmp(x + s->end + strspn(x + s->end, " \t\r\n"), "::", 2) == 0)
		s->overlaps |= !is_plain;
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
		if (strchr(" \t\r\n", s->xpath[s->at])) {
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

/* Adds an XPath that pays for what it compares, as an XPointer has it. */
static bool
guard(const struct buf *xpath, struct buf *to, bool *overlaps)
{
	size_t len = xpath->len;
	char *marks = gloss_calloc(2, len + 1);
	struct operand *open = gloss_calloc(len + 1, sizeof *open);
	struct scan s = { .xpath = buf_str(xpath), .begins = marks,
		.ends = marks + len + 1 };
	bool good = scan(&s, open);

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
	*overlaps |= s.overlaps;
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

/* Makes one that pays: its parts are schemes, and may be anything else. */
static bool
guard_pointer(const char *s, struct buf *to, bool *overlaps)
{
	bool good = true;

	while (good && *s) {
		size_t len = strcspn(s, "(");
		struct buf data = { 0 };
		const char *end;

		buf_add(to, s, len + (s[len] == '('));
		if (s[len] == '\0')
			return true;
		end = take_data(s + len + 1, &data);
		good = end != NULL;
		if (good && len >= 5 && (strncmp(s + len - 5, "xmlns", 5) == 0 ||
		    (len >= 7 && strncmp(s + len - 7, "element", 7) == 0)))
			buf_add(to, s + len + 1, (size_t)(end - s) - len - 1);
		else if (good)
			good = guard(&data, to, overlaps);
		buf_putc(to, ')');
		buf_free(&data);
		s = good ? end + 1 : s;
	}
	return good;
}

/* What an XPointer that finds nothing says is no news. */
static void
hush(void *data, xml_error *error)
{
	(void)data;
	(void)error;
}

/* What makes ranges, which are no nodes, each compared with each. */
static void
forget_ranges(xmlXPathContext *context)
{
	static const char *const names[] = {
		"range", "range-inside", "string-range", "start-point",
		"end-point",
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		xmlXPathRegisterFunc(context, (const xmlChar *)names[i], NULL);
}

/* Evaluates a guarded XPointer, and counts the steps that it takes. */
static xmlXPathObject *
count(xmlXPathContext *context, size_t nodes, const xmlChar *pointer,
    unsigned long *steps)
{
	struct buf guarded = { 0 };
	xmlXPathObject *found = NULL;
	bool overlaps = false;
	unsigned long each = 1;

	if (guard_pointer((const char *)pointer, &guarded, &overlaps)) {
		if (overlaps)
			each += (unsigned long)(nodes / JOIN);
		context->opLimit = *steps / each + 1;
		xmlXPathRegisterFuncLookup(context, find_function, NULL);
		found = xmlXPtrEval((const xmlChar *)buf_str(&guarded),
		    context);
	}
	*steps = *steps / each > context->opCount ?
	    *steps - context->opCount * each : 0;
	buf_free(&guarded);
	return found;
}

xmlXPathObject *
xpointer_find(xmlDoc *doc, size_t nodes, const xmlChar *pointer,
    unsigned long *steps)
{
	xmlXPathContext *context;
	xmlXPathObject *found;

	if (steps && xmlStrlen(pointer) > LENGTH)
		*steps = 0;
	if (steps && *steps == 0)
		return NULL;
	context = xmlXPathNewContext(doc);
	context->error = hush;
	forget_ranges(context);
	found = steps ? count(context, nodes, pointer, steps) :
	    xmlXPtrEval(pointer, context);
	xmlXPathFreeContext(context);
	if (found && ((steps && *steps == 0) ||
	    found->type != XPATH_NODESET ||
	    xmlXPathNodeSetIsEmpty(found->nodesetval))) {
		xmlXPathFreeObject(found);
		found = NULL;
	}
	return found;
}
