/* SPDX-License-Identifier: MIT */
/*
 * XPointers.  A path of children and descendants is matched in one walk: for
 * each node it is known up to which step of the path it matches, and its
 * children continue from there.  So nodes are found in document order, each
 * once, without sorting or merging.
 */
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "util/buf.h"
#include "gloss/limits.h"
#include "xpointer.h"

enum {
	STEPS = 60,     /* steps of a path: each has a bit */
	PATHS = 20,     /* paths joined by "|" */
	VALUE = 64,     /* bytes whose comparison costs as much as visiting a
			 * node */
};

#define BLANKS " \t\r\n"
#define DIGITS "0123456789"

/* A node test, of a step or in a condition. */
struct name {
	enum {
		ANY_NODE,
		ANY_ELEMENT,
		ANY_IN_SPACE, /* prefix:* */
		NAMED,
		TEXT,
		COMMENT,
	} is;
	char *local;
	char *uri; /* namespace of the name; or NULL */
};

/* A condition in brackets, in postfix notation. */
struct op {
	enum {
		POSITION, /* [2] */
		LAST,     /* [last()] */
		ATTRIBUTE, /* @name, @name = 'value' */
		NAME,     /* name() = 'value' */
		LOCAL,    /* local-name() = 'value' */
		SELF,     /* self::name */
		CHILD,    /* a name alone: such a child exists */
		NOT,
		AND,
		OR,
		OPENS, /* an open bracket, while parsing */
		OPENS_NOT,
		ENDS, /* the condition */
	} kind;
	struct name name;
	char *value;  /* the value to compare with, or NULL */
	bool unequal; /* compared by != */
	unsigned long number;
};

struct step {
	struct name name;
	bool deep; /* descendants, not only children */
	bool counts; /* the condition has a POSITION */
	struct op *ops;
	size_t len, cap;
};

struct path {
	const xmlNode *start; /* start: the document, or an element by its id */
	struct step step[STEPS];
	size_t len;
};

/* A namespace that xmlns() declares. */
struct space {
	char *prefix, *uri;
};

struct finder {
	xmlDoc *doc;
	unsigned long *steps;
	bool over; /* the step budget is used up */
	struct space *spaces;
	size_t spaces_len, spaces_cap;
	struct xpointer_nodes *found;
	size_t found_cap;
	const char *at; /* position in the XPath being parsed */
	bool wrong; /* unsupported or invalid */
};

/* --- parsing --- */

/* Notes an unsupported construct; the first one is reported. */
__attribute__((format(printf, 2, 3))) static bool
refuse(struct finder *f, const char *fmt, ...)
{
	struct buf b = { 0 };
	va_list args;

	f->wrong = true;
	if (f->found->unsupported)
		return false;
	va_start(args, fmt);
	buf_vprintf(&b, fmt, args);
	va_end(args);
	f->found->unsupported = gloss_strdup(buf_str(&b));
	buf_free(&b);
	return false;
}

static void
skip_blanks(struct finder *f)
{
	f->at += strspn(f->at, BLANKS);
}

static bool
take(struct finder *f, const char *token)
{
	size_t len = strlen(token);

	skip_blanks(f);
	if (strncmp(f->at, token, len) != 0)
		return false;
	f->at += len;
	return true;
}

/* The length of a name without a colon; any non-ASCII byte may be in it. */
static size_t
name_length(const char *s)
{
	size_t len = 0;

	if (strchr("-.0123456789", *s))
		return 0;
	while (s[len] & 0x80 || (s[len] != '\0' && strchr("-._0123456789"
	    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", s[len])))
		len++;
	return len;
}

/* Does a word follow, and then a token? */
static bool
take_word(struct finder *f, const char *word, const char *then)
{
	const char *begin = f->at;
	size_t len = strlen(word);

	skip_blanks(f);
	if (name_length(f->at) == len && strncmp(f->at, word, len) == 0) {
		f->at += len;
		if (take(f, then))
			return true;
	}
	f->at = begin;
	return false;
}

/* The name of a function, axis or other construct, for the message. */
static bool
refuse_next(struct finder *f)
{
	size_t len;
	const char *after;

	skip_blanks(f);
	len = name_length(f->at);
	if (f->at[len] == ':' && f->at[len + 1] != ':' && len)
		len += 1 + name_length(f->at + len + 1);
	after = f->at + len + strspn(f->at + len, BLANKS);
	if (*f->at == '\0')
		return refuse(f, "an unexpected end");
	if (len && *after == '(')
		return refuse(f, "%.*s()", (int)len, f->at);
	if (len && strncmp(after, "::", 2) == 0)
		return refuse(f, "the axis %.*s", (int)len, f->at);
	if (len)
		return refuse(f, "\"%.*s\"", (int)len, f->at);
	if (strncmp(f->at, "..", 2) == 0)
		return refuse(f, "\"..\"");
	len = 1;
	while ((f->at[len] & 0xC0) == 0x80)
		len++;
	return refuse(f, "\"%.*s\"", (int)len, f->at);
}

static char *
take_literal(struct finder *f)
{
	const char *end;
	char *value;

	skip_blanks(f);
	if (*f->at != '\'' && *f->at != '"')
		return NULL;
	end = strchr(f->at + 1, *f->at);
	if (end == NULL)
		return NULL;
	value = gloss_strndup(f->at + 1, (size_t)(end - f->at - 1));
	f->at = end + 1;
	return value;
}

/* Parses a name with or without a prefix, or "*". */
static bool
take_name(struct finder *f, struct name *name)
{
	size_t len, local;

	*name = (struct name){ .is = NAMED };
	if (take(f, "*")) {
		name->is = ANY_ELEMENT;
		return true;
	}
	len = name_length(f->at);
	if (len == 0 || f->at[len + strspn(f->at + len, BLANKS)] == '(' ||
	    strncmp(f->at + len + strspn(f->at + len, BLANKS), "::", 2) == 0)
		return refuse_next(f);
	if (f->at[len] != ':') {
		name->local = gloss_strndup(f->at, len);
		f->at += len;
		return true;
	}
	for (size_t i = f->spaces_len; name->uri == NULL && i-- > 0;)
		if (strlen(f->spaces[i].prefix) == len &&
		    strncmp(f->spaces[i].prefix, f->at, len) == 0)
			name->uri = gloss_strdup(f->spaces[i].uri);
	if (name->uri == NULL && len == 3 && strncmp(f->at, "xml", 3) == 0)
		name->uri = gloss_strdup((const char *)XML_XML_NAMESPACE);
	if (name->uri == NULL)
		return refuse(f, "the prefix %.*s, which no xmlns() declares",
		    (int)len, f->at);
	f->at += len + 1;
	local = name_length(f->at);
	if (*f->at == '*')
		name->is = ANY_IN_SPACE;
	else if (local == 0)
		return refuse_next(f);
	else
		name->local = gloss_strndup(f->at, local);
	f->at += local ? local : 1;
	return true;
}

static struct op *
add_op(struct step *s)
{
	s->ops = gloss_room(s->ops, s->len, &s->cap, sizeof *s->ops);
	s->ops[s->len] = (struct op){ .kind = ENDS };
	return &s->ops[s->len++];
}

/* Parses "= 'value'", if present. */
static bool
take_value(struct finder *f, struct op *op, bool must)
{
	op->unequal = take(f, "!=");
	if (!op->unequal && !take(f, "="))
		return !must || refuse_next(f);
	op->value = take_literal(f);
	return op->value || refuse_next(f);
}

/* Parses one test of a condition. */
static bool
take_test(struct finder *f, struct step *s)
{
	struct op *op = add_op(s);

	if (take(f, "@")) {
		op->kind = ATTRIBUTE;
		return take_name(f, &op->name) && take_value(f, op, false);
	}
	if (take_word(f, "name", "("))
		op->kind = NAME;
	else if (take_word(f, "local-name", "("))
		op->kind = LOCAL;
	if (op->kind != ENDS) {
		return (take(f, ")") || refuse_next(f)) &&
		    take_value(f, op, true);
	}
	op->kind = take_word(f, "self", "::") ? SELF : CHILD;
	if (op->kind == CHILD)
		take_word(f, "child", "::");
	return take_name(f, &op->name);
}

/* Moves pending operators of this precedence or higher to the output. */
static void
settle(struct step *s, struct op *held, size_t *len, int until)
{
	while (*len > 0 && (int)held[*len - 1].kind <= until &&
	    held[*len - 1].kind >= NOT)
		*add_op(s) = held[--*len];
}

/* Parses a condition: tests with and, or, not() and brackets. */
static bool
take_condition(struct finder *f, struct step *s)
{
	struct op *held = NULL;
	size_t len = 0, cap = 0;
	bool good = true, done = false;

	while (good && !done) {
		bool negated = take_word(f, "not", "(");

		if (negated || take(f, "(")) {
			held = gloss_room(held, len, &cap, sizeof *held);
			held[len++] = (struct op){
				.kind = negated ? OPENS_NOT : OPENS };
			continue;
		}
		good = take_test(f, s);
		while (good && take(f, ")")) {
			settle(s, held, &len, OR);
			if (len == 0)
				good = refuse(f, "\")\"");
			else if (held[--len].kind == OPENS_NOT)
				add_op(s)->kind = NOT;
		}
		if (!good)
			break;
		held = gloss_room(held, len, &cap, sizeof *held);
		if (take_word(f, "and", "")) {
			settle(s, held, &len, AND);
			held[len++] = (struct op){ .kind = AND };
		} else if (take_word(f, "or", "")) {
			settle(s, held, &len, OR);
			held[len++] = (struct op){ .kind = OR };
		} else {
			settle(s, held, &len, OR);
			done = true;
		}
	}
	if (good && len > 0)
		good = refuse_next(f);
	free(held);
	return good;
}

/* Parses the brackets after a step. */
static bool
take_predicate(struct finder *f, struct step *s)
{
	bool last = take_word(f, "last", "(");
	bool position = !last && take_word(f, "position", "(");
	struct op *op;
	char *end;

	if ((last || position) && !take(f, ")"))
		return refuse_next(f);
	if (position && !take(f, "="))
		return refuse_next(f);
	skip_blanks(f);
	if (last || position || strspn(f->at, DIGITS)) {
		if (s->counts)
			return refuse(f, "more than one position in a step");
		s->counts = true;
		op = add_op(s);
		op->kind = last ? LAST : POSITION;
		if (!last && strspn(f->at, DIGITS) == 0)
			return refuse_next(f);
		if (!last) {
			op->number = strtoul(f->at, &end, 10);
			f->at = end;
		}
	} else if (!take_condition(f, s)) {
		return false;
	}
	add_op(s)->kind = ENDS;
	return take(f, "]") || refuse_next(f);
}

static bool
take_step(struct finder *f, struct path *p, bool deep)
{
	struct step *s = &p->step[p->len];
	bool descendant = false;

	if (p->len == STEPS)
		return refuse(f, "more than %d steps", STEPS);
	p->len++;
	*s = (struct step){ .deep = deep };
	if (!take_word(f, "child", "::"))
		descendant = take_word(f, "descendant", "::");
	s->deep = deep || descendant;
	if (take_word(f, "text", "(")) {
		s->name.is = TEXT;
		if (!take(f, ")"))
			return refuse_next(f);
	} else if (take_word(f, "node", "(")) {
		s->name.is = ANY_NODE;
		if (!take(f, ")"))
			return refuse_next(f);
	} else if (take_word(f, "comment", "(")) {
		s->name.is = COMMENT;
		if (!take(f, ")"))
			return refuse_next(f);
	} else if (!take_name(f, &s->name)) {
		return false;
	}
	while (take(f, "["))
		if (!take_predicate(f, s))
			return false;
	return !(descendant && s->counts) ||
	    refuse(f, "a position on the axis descendant");
}

static const xmlNode *
find_id(const struct finder *f, const char *id)
{
	xmlAttr *a = xmlGetID(f->doc, (const xmlChar *)id);

	/* xmlGetID() may return a document, which is not an attribute */
	return a && a->type == XML_ATTRIBUTE_NODE ? a->parent : NULL;
}

/* Parses a path, from the document or from an element with an id. */
static bool
take_path(struct finder *f, struct path *p)
{
	bool deep;

	*p = (struct path){ .start = (const xmlNode *)f->doc };
	if (take_word(f, "id", "(")) {
		char *id = take_literal(f);

		if (id && id[strcspn(id, BLANKS)] != '\0') {
			free(id);
			return refuse(f, "id() of more than one name");
		}
		if (id == NULL || !take(f, ")")) {
			free(id);
			return refuse_next(f);
		}
		p->start = find_id(f, id);
		free(id);
		skip_blanks(f);
		if (*f->at != '/')
			return true;
	} else {
		skip_blanks(f);
		if (*f->at != '/' && !take_step(f, p, false))
			return false;
	}
	for (;;) {
		deep = take(f, "//");
		if (!deep && !take(f, "/"))
			return true;
		skip_blanks(f);
		/* the document alone */
		if (!deep && p->len == 0 && p->start == (xmlNode *)f->doc &&
		    (*f->at == '\0' || *f->at == '|'))
			return true;
		if (*f->at == '@')
			return refuse(f, "an attribute, which is no content");
		if (!take_step(f, p, deep))
			return false;
	}
}

/* --- matching --- */

static bool
pay(struct finder *f, size_t steps)
{
	if (f->steps == NULL)
		return true;
	f->over = f->over || *f->steps <= steps;
	*f->steps = f->over ? 0 : *f->steps - steps;
	return !f->over;
}

static bool
has_uri(const xmlNs *ns, const char *uri)
{
	return uri == NULL ? ns == NULL : ns && ns->href &&
	    strcmp((const char *)ns->href, uri) == 0;
}

static bool
is_named(const xmlNode *n, const struct name *name)
{
	bool element = n->type == XML_ELEMENT_NODE;

	switch (name->is) {
	case ANY_NODE:
		return true;
	case ANY_ELEMENT:
		return element;
	case ANY_IN_SPACE:
		return element && has_uri(n->ns, name->uri);
	case NAMED:
		return element && has_uri(n->ns, name->uri) &&
		    strcmp((const char *)n->name, name->local) == 0;
	case TEXT:
		return n->type == XML_TEXT_NODE ||
		    n->type == XML_CDATA_SECTION_NODE;
	case COMMENT:
		return n->type == XML_COMMENT_NODE;
	}
	return false;
}

static bool
is_value(struct finder *f, const char *value, const struct op *op)
{
	return pay(f, strlen(op->value) / VALUE) &&
	    (strcmp(value, op->value) == 0) != op->unequal;
}

static bool
has_attribute(struct finder *f, const xmlNode *n, const struct op *op)
{
	for (const xmlAttr *a = n->type == XML_ELEMENT_NODE ? n->properties :
	    NULL; a && pay(f, 1); a = a->next) {
		const char *value = a->children && a->children->content ?
		    (const char *)a->children->content : "";

		if ((op->name.is == NAMED &&
		    strcmp((const char *)a->name, op->name.local) != 0) ||
		    (op->name.is != ANY_ELEMENT &&
		    !has_uri(a->ns, op->name.uri)))
			continue;
		if (op->value == NULL || is_value(f, value, op))
			return true;
	}
	return false;
}

static bool
has_child(struct finder *f, const xmlNode *n, const struct op *op)
{
	for (const xmlNode *c = n->type == XML_ELEMENT_NODE ? n->children :
	    NULL; c && pay(f, 1); c = c->next)
		if (is_named(c, &op->name))
			return true;
	return false;
}

/* Compares a name with its prefix, as the document has it. */
static bool
has_name(struct finder *f, const xmlNode *n, const struct op *op)
{
	bool prefixed = op->kind == NAME && n->type == XML_ELEMENT_NODE &&
	    n->ns && n->ns->prefix;
	struct buf b = { 0 };
	bool is;

	if (prefixed)
		buf_printf(&b, "%s:", (const char *)n->ns->prefix);
	if (n->type == XML_ELEMENT_NODE || n->type == XML_PI_NODE)
		buf_puts(&b, (const char *)n->name);
	is = is_value(f, buf_str(&b), op);
	buf_free(&b);
	return is;
}

static bool
test(struct finder *f, const xmlNode *n, const struct op *op)
{
	switch (op->kind) {
	case ATTRIBUTE:
		return has_attribute(f, n, op);
	case SELF:
		return is_named(n, &op->name);
	case CHILD:
		return has_child(f, n, op);
	default:
		return has_name(f, n, op);
	}
}

/* Evaluates one operation without a position; returns false if it fails. */
static bool
apply(struct finder *f, const xmlNode *n, const struct op *op, bool *stack,
    size_t *top)
{
	switch (op->kind) {
	case NOT:
		stack[*top - 1] = !stack[*top - 1];
		return true;
	case AND:
		--*top;
		stack[*top - 1] = stack[*top - 1] && stack[*top];
		return true;
	case OR:
		--*top;
		stack[*top - 1] = stack[*top - 1] || stack[*top];
		return true;
	case ENDS:
		return stack[--*top];
	default:
		stack[(*top)++] = pay(f, 1) && test(f, n, op);
		return true;
	}
}

/* Does no later sibling satisfy the first len operations of a step? */
static bool
is_last(struct finder *f, const xmlNode *n, const struct step *s, size_t len)
{
	bool stack[LIMIT_XPOINTER + 1] = {false};

	for (n = n->next; n; n = n->next) {
		size_t top = 0, i = 0;

		if (!pay(f, 1) || !is_named(n, &s->name))
			continue;
		/* a step has one position at most, so these have none */
		while (i < len && apply(f, n, &s->ops[i], stack, &top))
			i++;
		if (i == len)
			return false;
	}
	return true;
}

/* Does a node satisfy the condition of a step? */
static bool
fulfils(struct finder *f, const xmlNode *n, const struct step *s, size_t len,
    unsigned long *position)
{
	bool stack[LIMIT_XPOINTER + 1] = {false};
	size_t top = 0;

	for (size_t i = 0; i < len; i++) {
		const struct op *op = &s->ops[i];

		if (op->kind == POSITION)
			stack[top++] = ++*position == op->number;
		else if (op->kind == LAST)
			stack[top++] = is_last(f, n, s, i);
		else if (!apply(f, n, op, stack, &top))
			return false;
	}
	return true;
}

/* A level of the walk: a node whose children are visited. */
struct level {
	uint64_t here;  /* steps up to which the node matches, as bits */
	uint64_t above; /* the same for it or an ancestor */
	unsigned long position[STEPS]; /* position of the last child that
				        * counted */
};

/* The steps up to which a child matches. */
static uint64_t
match(struct finder *f, const struct path *p, struct level *in,
    const xmlNode *n)
{
	uint64_t matched = 0;

	for (size_t i = 0; i < p->len; i++) {
		const struct step *s = &p->step[i];

		if (((s->deep ? in->above : in->here) >> i & 1) == 0)
			continue;
		if (pay(f, 1) && is_named(n, &s->name) &&
		    fulfils(f, n, s, s->len, &in->position[i]))
			matched |= (uint64_t)2 << i;
	}
	return matched;
}

static void
add_node(struct finder *f, const xmlNode *n)
{
	struct xpointer_nodes *found = f->found;

	found->list = gloss_room(found->list, found->len, &f->found_cap,
	    sizeof(xmlNode *));
	found->list[found->len++] = (xmlNode *)n;
}

/* Alternative paths are matched at the same time. */
struct walk {
	const struct path *path;
	struct level *levels;
	size_t depth, cap;
};

static void
go_down(struct walk *w, uint64_t here)
{
	struct level *l;

	w->levels = gloss_room(w->levels, w->depth, &w->cap, sizeof *l);
	l = &w->levels[w->depth++];
	*l = (struct level){ .here = here, .above = here };
	if (w->depth > 1)
		l->above |= l[-1].above;
}

/* Visits a node for each path; adds it if one of them ends here. */
static void
visit(struct finder *f, struct walk *walks, size_t len, const xmlNode *n)
{
	bool is = false;

	for (size_t i = 0; i < len; i++) {
		struct walk *w = &walks[i];
		uint64_t here = 0;

		if (w->depth)
			here = match(f, w->path, &w->levels[w->depth - 1], n);
		if (n == w->path->start)
			here |= 1;
		is = is || (here >> w->path->len & 1);
		go_down(w, here);
	}
	if (is && !f->over)
		add_node(f, n);
}

static void
leave(struct walk *walks, size_t len)
{
	for (size_t i = 0; i < len; i++)
		walks[i].depth--;
}

static const xmlNode *
first_child(const xmlNode *n)
{
	return n->type == XML_ELEMENT_NODE || n->type == XML_DOCUMENT_NODE ?
	    n->children : NULL;
}

/* Walks over the document, or from where a single path starts. */
static void
walk(struct finder *f, const struct path *paths, size_t len)
{
	const xmlNode *top = len == 1 ? paths->start : (xmlNode *)f->doc;
	struct walk *walks = gloss_calloc(len, sizeof *walks);
	const xmlNode *n = top;

	for (size_t i = 0; i < len; i++)
		walks[i].path = &paths[i];
	while (n && pay(f, len)) {
		visit(f, walks, len, n);
		if (first_child(n)) {
			n = first_child(n);
			continue;
		}
		leave(walks, len);
		while (n != top && n->next == NULL) {
			n = n->parent;
			leave(walks, len);
		}
		n = n == top ? NULL : n->next;
	}
	for (size_t i = 0; i < len; i++)
		free(walks[i].levels);
	free(walks);
}

static void
free_path(struct path *p)
{
	for (size_t i = 0; i < p->len; i++) {
		struct step *s = &p->step[i];

		for (size_t k = 0; k < s->len; k++) {
			free(s->ops[k].name.local);
			free(s->ops[k].name.uri);
			free(s->ops[k].value);
		}
		free(s->ops);
		free(s->name.local);
		free(s->name.uri);
	}
}

/* Parses the data of xpointer(): paths joined by "|". */
static void
find_paths(struct finder *f, const char *xpath)
{
	struct path *paths = NULL;
	size_t len = 0, cap = 0;
	bool good;

	f->at = xpath;
	do {
		if (len == PATHS) {
			good = refuse(f, "more than %d paths", PATHS);
			break;
		}
		paths = gloss_room(paths, len, &cap, sizeof *paths);
		good = take_path(f, &paths[len++]);
	} while (good && take(f, "|"));
	skip_blanks(f);
	if (good && *f->at != '\0')
		good = refuse_next(f);
	if (good)
		walk(f, paths, len);
	while (len)
		free_path(&paths[--len]);
	free(paths);
}

/*
 * Parses the data of element(): "id", "id/2" or "/1/2"; returns false if
 * invalid.
 */
static bool
find_sequence(struct finder *f, const char *s)
{
	size_t len = strcspn(s, "/" BLANKS);
	char *id = gloss_strndup(s, len);
	const xmlNode *n = len ? find_id(f, id) : (xmlNode *)f->doc;

	free(id);
	for (s += len; *s == '/'; s += len) {
		unsigned long count;

		len = strspn(++s, DIGITS);
		if (len == 0)
			return false;
		count = strtoul(s, NULL, 10);
		n = n ? first_child(n) : NULL;
		for (; n && pay(f, 1); n = n->next)
			if (n->type == XML_ELEMENT_NODE && --count == 0)
				break;
	}
	if (s[strspn(s, BLANKS)] != '\0')
		return false;
	if (n && n->type == XML_ELEMENT_NODE && !f->over)
		add_node(f, n);
	return true;
}

/* "prefix=uri" */
static void
declare(struct finder *f, const char *s)
{
	size_t len;
	struct space *space;

	s += strspn(s, BLANKS);
	len = name_length(s);
	f->spaces = gloss_room(f->spaces, f->spaces_len, &f->spaces_cap,
	    sizeof *f->spaces);
	space = &f->spaces[f->spaces_len];
	space->prefix = gloss_strndup(s, len);
	s += len + strspn(s + len, BLANKS);
	s += *s == '=';
	s += strspn(s, BLANKS);
	space->uri = gloss_strndup(s, strcspn(s, BLANKS));
	f->spaces_len++;
}

/* The data of a scheme, up to its closing bracket; returns its end, or NULL. */
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

/* Parts with other schemes are skipped (XPointer Framework, 3.1). */
static void
find_part(struct finder *f, const char *scheme, size_t len, const char *data)
{
	if (len == 5 && strncmp(scheme, "xmlns", len) == 0)
		declare(f, data);
	else if (len == 7 && strncmp(scheme, "element", len) == 0)
		find_sequence(f, data);
	else if ((len == 8 && strncmp(scheme, "xpointer", len) == 0) ||
	    (len == 6 && strncmp(scheme, "xpath1", len) == 0))
		find_paths(f, data);
	else
		refuse(f, "the scheme %.*s()", (int)len, scheme);
}

/* The first part that finds something is used. */
static void
find_parts(struct finder *f, const char *s)
{
	while (*s && f->found->len == 0 && !f->over) {
		size_t len = strcspn(s, "(");
		struct buf data = { 0 };
		const char *end = s[len] ? take_data(s + len + 1, &data) :
		    NULL;

		if (end)
			find_part(f, s, len, buf_str(&data));
		else
			refuse(f, "unbalanced brackets");
		buf_free(&data);
		s = end ? end + 1 + strspn(end + 1, BLANKS) : "";
	}
}

void
xpointer_find(xmlDoc *doc, const char *pointer, unsigned long *steps,
    struct xpointer_nodes *found)
{
	struct finder f = { .doc = doc, .steps = steps, .found = found };

	*found = (struct xpointer_nodes){ 0 };
	pointer += strspn(pointer, BLANKS);
	if (strlen(pointer) > LIMIT_XPOINTER)
		refuse(&f, "more than %d bytes", LIMIT_XPOINTER);
	else if (strchr(pointer, '('))
		find_parts(&f, pointer);
	else
		find_sequence(&f, pointer);
	if (f.over)
		found->len = 0;
	for (size_t i = 0; i < f.spaces_len; i++) {
		free(f.spaces[i].prefix);
		free(f.spaces[i].uri);
	}
	free(f.spaces);
}

void
xpointer_free(struct xpointer_nodes *found)
{
	free(found->list);
	free(found->unsupported);
	*found = (struct xpointer_nodes){ 0 };
}
