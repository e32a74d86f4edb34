/* SPDX-License-Identifier: MIT */
/* The layout vocabulary: its content model, and queries on layout trees. */
#include <stdint.h>
#include <string.h>

#include "util/buf.h"
#include "vocabulary.h"
#include "check.h"

/* Report at most this many errors: further ones are usually repeats. */
enum { FAULTS_MAX = 20 };

static const struct row {
	const char *name;
	unsigned is;
	unsigned holds;
	const char *attributes;
} rows[L_COUNT] = {
#define ELEMENT(id, name, is, holds, attributes) \
	[L_##id] = { name, is, holds, attributes },
#include "vocabulary.def"
#undef ELEMENT
};

/* A number from 1 up to what any table can use. */
static const char NUMBER[] = "1 to 999";

/* Constraints on attributes that the table of elements cannot express. */
static const struct rule {
	enum layout_element element;
	const char *name;
	bool required;
	const char *values; /* the allowed values; NULL: any text */
} rules[] = {
	{ L_DOCUMENT, "name", true, NULL },
	{ L_DOCUMENT, "section", true, NULL },
	{ L_ALIAS, "name", true, NULL },
	{ L_DOCUMENT, "frame", false, "no" },
	{ L_DOCUMENT, "dir", false, "ltr rtl" },
	{ L_PARA, "continued", false, "yes" },
	{ L_LIST, "kind", true, "bullet number plain terms" },
	{ L_LIST, "compact", false, "yes" },
	{ L_LIST, "defines", false, "yes" },
	{ L_LIST, "notes", false, "yes" },
	{ L_NOTE, "kind", false,
	    "note tip important caution warning danger" },
	{ L_ROW, "kind", false, "head body foot" },
	{ L_CELL, "align", false, "left center right" },
	{ L_CELL, "colspan", false, NUMBER },
	{ L_CELL, "rowspan", false, NUMBER },
	{ L_CELL, "head", false, "row col" },
	{ L_REF, "anchor", true, NULL },
	{ L_REF, "kind", true, NULL },
	{ L_URL, "href", true, NULL },
	{ L_PAGE, "name", true, NULL },
	{ L_ANCHOR, "name", true, NULL },
	{ L_IMAGE, "file", true, NULL },
	{ L_PASSAGE, "dir", false, "ltr rtl" },
	{ L_MATHML, "name", true,
	    "math mrow mi mn mo mtext ms mspace mfrac msqrt mroot mstyle "
	    "merror mpadded mphantom msub msup msubsup munder mover "
	    "munderover mmultiscripts mprescripts mtable mtr mtd" },
};

/* The required child, if an element has one. */
static const enum layout_element needs[L_COUNT] = {
	[L_DOCUMENTS] = L_DOCUMENT,
	[L_SECTION] = L_TITLE,
	[L_NAMING] = L_PURPOSE,
	[L_LIST] = L_ITEM,
	[L_ITEM] = L_BODY,
	[L_TABLE] = L_ROW,
};

/*
 * The order of the kinds of children: one with a higher rank may not come
 * before one with a lower rank.  Text and inlines follow a term (synopsis).
 */
static const enum layout_group order[] = {
	G_TITLE, G_ALIAS | G_TERM | G_MATHML, G_BLOCK | G_BODY | G_PHRASE, G_SECTION,
};

/*
 * Hash table of elements by name, with open addressing, filled before each
 * check.
 */
enum { SLOTS = 128 };

struct check {
	struct diags *d;
	size_t faults;
	enum layout_element root;
	const xmlNs *ns; /* the last namespace found to be the vocabulary's */
	uint8_t slots[SLOTS];
};

enum layout_element
layout_element(const xmlNode *node)
{
	return (enum layout_element)(uintptr_t)node->_private;
}

const char *
layout_attr(const xmlNode *node, const char *name)
{
	for (const xmlAttr *a = node->properties; a; a = a->next) {
		if (strcmp((const char *)a->name, name) != 0)
			continue;
		if (a->children && a->children->content)
			return (const char *)a->children->content;
		return "";
	}
	return NULL;
}

bool
layout_is(const xmlNode *node, enum layout_element element)
{
	return node && node->type == XML_ELEMENT_NODE &&
	    layout_element(node) == element;
}

/* Index entries and anchors do not count as siblings. */
static bool
stands(const xmlNode *node)
{
	return node->type == XML_ELEMENT_NODE &&
	    layout_element(node) != L_ANCHOR &&
	    layout_element(node) != L_INDEXTERM;
}

const xmlNode *
layout_before(const xmlNode *node)
{
	do
		node = node->prev;
	while (node && !stands(node));
	return node;
}

const xmlNode *
layout_after(const xmlNode *node)
{
	do
		node = node->next;
	while (node && !stands(node));
	return node;
}

bool
layout_follows(const xmlNode *node, enum layout_element element)
{
	return layout_is(layout_before(node), element);
}

bool
layout_has(const xmlNode *node, const char *name, const char *value)
{
	const char *s = layout_attr(node, name);

	return s && strcmp(s, value) == 0;
}

bool
layout_is_compact(const xmlNode *node)
{
	return layout_is(node, L_LIST) && layout_has(node, "compact", "yes");
}

const char *
layout_address(const xmlNode *url)
{
	static const char mailto[] = "mailto:";
	const char *href = layout_attr(url, "href");

	return strncmp(href, mailto, strlen(mailto)) == 0 ?
	    href + strlen(mailto) : href;
}

const xmlNode *
layout_child(const xmlNode *node, enum layout_element element)
{
	for (const xmlNode *n = node->children; n; n = n->next)
		if (layout_element(n) == element)
			return n;
	return NULL;
}

/* Does it contain something visible that is not text: a page, image, link? */
static bool
has_signs(const xmlNode *node)
{
	for (const xmlNode *n = node->children; n; ) {
		enum layout_element e = layout_element(n);

		if (e == L_PAGE || e == L_IMAGE ||
		    (e == L_URL && n->children == NULL))
			return true;
		if (n->type == XML_ELEMENT_NODE && n->children) {
			n = n->children;
			continue;
		}
		while (n->next == NULL && n->parent != node)
			n = n->parent;
		n = n->next;
	}
	return false;
}

bool
layout_same(const char *words, const char *others)
{
	static const char blank[] = " \t\r\n";
	size_t len;

	do {
		words += strspn(words, blank);
		others += strspn(others, blank);
		len = strcspn(words, blank);
		if (strcspn(others, blank) != len ||
		    strncmp(words, others, len) != 0)
			return false;
		words += len;
		others += len;
	} while (len > 0);
	return true;
}

bool
layout_says(const xmlNode *node, const char *words)
{
	xmlChar *content = xmlNodeGetContent(node);
	const char *s = (const char *)content;
	bool same = layout_same(s, "") || layout_same(s, words);

	xmlFree(content);
	return same && !has_signs(node);
}

static unsigned
hash(const char *name)
{
	unsigned h = 0;

	for (; *name; name++)
		h = h * 31 + (unsigned char)*name;
	return h % SLOTS;
}

static void
fill_slots(struct check *c)
{
	for (int e = L_NONE + 1; e < L_COUNT; e++) {
		unsigned at = hash(rows[e].name);

		while (c->slots[at])
			at = (at + 1) % SLOTS;
		c->slots[at] = (uint8_t)e;
	}
}

static bool
ours(struct check *c, const xmlNode *node)
{
	if (node->ns == NULL)
		return false;
	if (node->ns == c->ns)
		return true;
	if (strcmp((const char *)node->ns->href, LAYOUT_NS) != 0)
		return false;
	c->ns = node->ns;
	return true;
}

static enum layout_element
find(struct check *c, const xmlNode *node)
{
	const char *name = (const char *)node->name;

	if (node->type != XML_ELEMENT_NODE || !ours(c, node))
		return L_NONE;
	for (unsigned at = hash(name); c->slots[at]; at = (at + 1) % SLOTS)
		if (strcmp(rows[c->slots[at]].name, name) == 0)
			return (enum layout_element)c->slots[at];
	return L_NONE;
}

/* The names of a node's ancestors, outermost first. */
static void
add_path(struct buf *out, const xmlNode *node)
{
	const xmlNode *up[8];
	size_t n = 0;

	for (; node && node->type == XML_ELEMENT_NODE; node = node->parent) {
		if (n == sizeof up / sizeof up[0]) {
			buf_puts(out, "...");
			break;
		}
		up[n++] = node;
	}
	while (n > 0)
		buf_printf(out, "/%s", (const char *)up[--n]->name);
}

/* The nearest ancestor's name that a user could search for. */
static const char *
anchor_around(const xmlNode *node)
{
	const char *anchor = NULL;

	for (; node && node->type == XML_ELEMENT_NODE && anchor == NULL;
	    node = node->parent)
		anchor = layout_attr(node, "anchor");
	return anchor;
}

/* Reports the position in the tree: the source position is not known here. */
static void
fault(struct check *c, const xmlNode *node, const char *name,
    const char *what)
{
	const char *anchor = anchor_around(node);
	struct buf path = { 0 };

	if (c->faults++ >= FAULTS_MAX)
		return;
	add_path(&path, node->type == XML_ELEMENT_NODE ? node : node->parent);
	diag(c->d, DIAG_VOCABULARY, NULL, 0,
	    "in what the stylesheet made, \"%s\" %s: %s%s%s%s", name, what,
	    buf_str(&path), anchor ? " at \"" : "", anchor ? anchor : "",
	    anchor ? "\"" : "");
	buf_free(&path);
}

static bool
has_word(const char *words, const char *word)
{
	size_t len = strlen(word);

	for (const char *at = words; *at; at += *at == ' ') {
		size_t n = strcspn(at, " ");

		if (n == len && memcmp(at, word, len) == 0)
			return true;
		at += n;
	}
	return false;
}

static bool
may_be(const struct rule *r, const char *value)
{
	if (r->values == NULL)
		return true;
	if (r->values == NUMBER)
		return *value >= '1' && *value <= '9' && strlen(value) <= 3 &&
		    value[strspn(value, "0123456789")] == '\0';
	return has_word(r->values, value);
}

static void
check_attributes(struct check *c, xmlNode *node, enum layout_element e)
{
	for (const xmlAttr *a = node->properties; a; a = a->next)
		if (a->ns ||
		    !has_word(rows[e].attributes, (const char *)a->name))
			fault(c, node, (const char *)a->name,
			    "is no attribute of this element");
	if (*rows[e].attributes == '\0')
		return;
	for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
		const struct rule *r = &rules[i];
		const char *value;

		if (r->element != e)
			continue;
		value = layout_attr(node, r->name);
		if (value == NULL && r->required)
			fault(c, node, r->name, "is missing");
		else if (value && !may_be(r, value))
			fault(c, node, value, "is no value of an attribute");
	}
}

static size_t
rank(unsigned group)
{
	size_t i = 0;

	while (i < sizeof order / sizeof order[0] && !(order[i] & group))
		i++;
	return i;
}

/* The nearest preceding sibling that is an element. */
static const xmlNode *
element_before(const xmlNode *node)
{
	const xmlNode *n = node->prev;

	while (n && n->type != XML_ELEMENT_NODE)
		n = n->prev;
	return n;
}

static void
check_order(struct check *c, xmlNode *node, enum layout_element e)
{
	const xmlNode *before = element_before(node);
	unsigned is = rows[e].is;

	if (before == NULL)
		return;
	if (rank(rows[layout_element(before)].is) > rank(is) ||
	    (is & (G_TITLE | G_BODY) && layout_element(before) == e))
		fault(c, node, (const char *)node->name, "is out of order");
}

/* Stores in an element which one it is, and checks it against its parent. */
static void
check_element(struct check *c, xmlNode *node)
{
	enum layout_element e = find(c, node);
	unsigned room = node->parent->type == XML_ELEMENT_NODE ?
	    rows[layout_element(node->parent)].holds : G_NOTHING;

	if (e == L_NONE) {
		fault(c, node, (const char *)node->name,
		    "is not of the layout vocabulary");
		return;
	}
	node->_private = (void *)(uintptr_t)e;
	if (node->parent->type == XML_ELEMENT_NODE) {
		if (!(rows[e].is & room))
			fault(c, node, (const char *)node->name,
			    "may not stand here");
		check_order(c, node, e);
	} else if (e != c->root) {
		fault(c, node, (const char *)node->name,
		    "may not be the root");
	}
	check_attributes(c, node, e);
}

static bool
blank(const xmlChar *s)
{
	while (*s == ' ' || *s == '\n' || *s == '\t' || *s == '\r')
		s++;
	return *s == '\0';
}

/* Checks a node that is not an element; returns whether it is kept. */
static bool
check_other(struct check *c, xmlNode *node)
{
	unsigned room = node->parent->type == XML_ELEMENT_NODE ?
	    rows[layout_element(node->parent)].holds : G_NOTHING;

	if (node->type != XML_TEXT_NODE && node->type != XML_CDATA_SECTION_NODE)
		return false;
	if (room & G_TEXT)
		return true;
	if (!blank(node->content))
		fault(c, node, (const char *)node->content,
		    "is text where none may stand");
	return false;
}

/* Checks the children of an element, at its end. */
static void
check_children(struct check *c, xmlNode *node)
{
	enum layout_element e = layout_element(node);

	if (needs[e] && layout_child(node, needs[e]) == NULL &&
	    !(e == L_LIST && layout_attr(node, "entries")))
		fault(c, node, rows[needs[e]].name, "is missing");
}

/* The next node after a subtree; closes the elements that end before it. */
static xmlNode *
after(struct check *c, xmlNode *node)
{
	while (node && node->next == NULL) {
		node = node->parent;
		if (node == NULL || node->type != XML_ELEMENT_NODE)
			return NULL;
		check_children(c, node);
	}
	return node ? node->next : NULL;
}

/* Checks one node, and returns the next one in document order. */
static xmlNode *
check_node(struct check *c, xmlNode *node)
{
	xmlNode *next;

	if (node->type == XML_ELEMENT_NODE) {
		check_element(c, node);
		if (node->children)
			return node->children;
		check_children(c, node);
		return after(c, node);
	}
	if (check_other(c, node))
		return after(c, node);
	next = after(c, node);
	xmlUnlinkNode(node);
	xmlFreeNode(node);
	return next;
}

bool
layout_check(xmlDoc *doc, enum layout_element root, struct diags *d)
{
	struct check c = { .d = d, .root = root };
	xmlNode *node = doc->children;

	fill_slots(&c);
	if (xmlDocGetRootElement(doc) == NULL) {
		diag(d, DIAG_VOCABULARY, NULL, 0,
		    "the stylesheet made an empty document");
		return false;
	}
	while (node)
		node = check_node(&c, node);
	return c.faults == 0;
}
