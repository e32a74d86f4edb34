/* SPDX-License-Identifier: MIT */
/*
 * Glossary entries, laid out separately in batches and shared by all formats.
 */
#include <stdio.h>
#include <stdlib.h>

#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>

#include "util/alloc.h"
#include "docbook/docbook.h"
#include "gloss/resolve.h"
#include "run.h"

/* A batch has at least BATCH_MIN entries; there are at most BATCHES. */
enum { BATCH_MIN = 32, BATCHES = 16 };

/*
 * Approximate memory per laid-out entry in bytes, with libxslt's temporaries.
 */
enum { ENTRY = 6000 };

/* An entry, and its neighbours before it was taken out. */
struct entry {
	xmlNode *node, *prev, *next;
};

struct list {
	size_t count;
	xmlNode *first; /* first of its items, after they are joined */
};

/* The items that one list has in one batch. */
struct segment {
	size_t batch, list;
	xmlNode *first, *last;
};

struct entries {
	xmlDoc *resolved;
	struct entry *entries; /* all, list by list */
	size_t count, cap;
	struct list *lists;
	size_t list_count, list_cap;
	size_t batch; /* entries per batch */
	xmlDoc **laid_out; /* the batches */
	size_t laid_out_count;
	struct segment *segments;
	size_t segment_count, segment_cap;
};

/* The entries of one run: from up to (not including) to. */
struct batch {
	const struct entries *e;
	size_t from, to;
};

/* ---- finding them ---- */

static void
add_entry(struct entries *e, xmlNode *node)
{
	e->entries = gloss_room(e->entries, e->count, &e->cap,
	    sizeof *e->entries);
	e->entries[e->count++] = (struct entry){ .node = node };
}

static bool
is_numbered(const xmlNode *list)
{
	return xmlHasNsProp(list, (const xmlChar *)"entries",
	    (const xmlChar *)RESOLVED_NS) != NULL;
}

/* Adds a list, after its entries, and numbers it. */
static void
add_list(struct entries *e, xmlNode *node, size_t count)
{
	xmlNs *ns = xmlSearchNsByHref(node->doc, node,
	    (const xmlChar *)RESOLVED_NS);
	char number[24];

	e->lists = gloss_room(e->lists, e->list_count, &e->list_cap,
	    sizeof *e->lists);
	snprintf(number, sizeof number, "%zu", e->list_count);
	xmlSetNsProp(node, ns, (const xmlChar *)"entries",
	    (const xmlChar *)number);
	e->lists[e->list_count++] = (struct list){ .count = count };
}

/*
 * Adds the entries of a list, when the walk reaches the first of them.  Lists
 * are in the order of their first entries, because XPath sorts by document
 * order.
 */
static void
gather(struct entries *e, xmlNode *node)
{
	xmlNode *list = docbook_id(node) == DB_glosslist ? node : node->parent;
	enum docbook_id id = docbook_id(list);
	size_t before = e->count;

	if ((id != DB_glossary && id != DB_glossdiv && id != DB_glosslist) ||
	    (list != node && docbook_id(node) != DB_glossentry) ||
	    is_numbered(list))
		return;
	for (xmlNode *n = list->children; n; n = n->next)
		if (docbook_id(n) == DB_glossentry)
			add_entry(e, n);
	if (e->count > before)
		add_list(e, list, e->count - before);
}

static bool
is_first(const struct entries *e, size_t i)
{
	return i == 0 || e->entries[i].node->parent !=
	    e->entries[i - 1].node->parent;
}

/*
 * Unlinks all but the first entry of each list, which marks the list's
 * position: so XPath over the surrounding tree does not scan thousands of
 * siblings.  The unlinked entries stay linked to each other, and before the
 * node after the first one, because XPath compares their order.
 */
static void
take_out(struct entries *e)
{
	xmlNode *after = NULL;

	for (size_t i = 0; i < e->count; i++) {
		struct entry *entry = &e->entries[i];

		if (is_first(e, i))
			continue;
		entry->prev = entry->node->prev;
		entry->next = entry->node->next;
		entry->prev->next = entry->next;
		if (entry->next)
			entry->next->prev = entry->prev;
		else
			entry->node->parent->last = entry->prev;
	}
	for (size_t i = 0; i < e->count; i++) {
		if (is_first(e, i)) {
			after = e->entries[i].node->next;
			continue;
		}
		e->entries[i].node->prev = e->entries[i - 1].node;
		e->entries[i].node->next = i + 1 < e->count &&
		    !is_first(e, i + 1) ? e->entries[i + 1].node : after;
	}
}

/*
 * Puts entries back, in reverse order, so that each finds its old neighbours.
 */
static void
put_back(struct entries *e)
{
	for (size_t i = e->count; i-- > 0; ) {
		struct entry *entry = &e->entries[i];

		if (is_first(e, i))
			continue;
		entry->node->prev = entry->prev;
		entry->node->next = entry->next;
		entry->prev->next = entry->node;
		if (entry->next)
			entry->next->prev = entry->node;
		else
			entry->node->parent->last = entry->node;
	}
}

/* The next node in document order; inside: descend into this one. */
static xmlNode *
next_node(xmlNode *node, const xmlNode *root, bool inside)
{
	if (inside && node->children)
		return node->children;
	while (node != root && node->next == NULL)
		node = node->parent;
	return node == root ? NULL : node->next;
}

static bool
is_section(const xmlNode *node)
{
	const struct docbook *row = docbook_of(node);

	return row && row->is == IS_SECTION;
}

/*
 * Gathers lists that are children of sections only: deeper ones are not always
 * printed as lists, and stylesheets ask of some whether they are empty.
 */
static void
gather_all(struct entries *e, xmlNode *root)
{
	for (xmlNode *n = root; n; n = next_node(n, root, is_section(n)))
		gather(e, n);
}

struct entries *
entries_new(xmlDoc *resolved)
{
	struct entries *e = gloss_calloc(1, sizeof *e);
	size_t batches;

	e->resolved = resolved;
	gather_all(e, xmlDocGetRootElement(resolved));
	if (e->count == 0) {
		entries_free(e);
		return NULL;
	}
	batches = e->count / BATCH_MIN;
	batches = batches < 1 ? 1 : batches < BATCHES ? batches : BATCHES;
	e->batch = (e->count + batches - 1) / batches;
	e->laid_out_count = (e->count + e->batch - 1) / e->batch;
	e->laid_out = gloss_calloc(e->laid_out_count, sizeof *e->laid_out);
	take_out(e);
	return e;
}

/* Is it the first entry of a list, which marks its position? */
static bool
is_mark(const xmlNode *node)
{
	return docbook_id(node) == DB_glossentry && is_numbered(node->parent);
}

xmlDict *
entries_names_around(const struct entries *e)
{
	xmlDict *names = xmlDictCreate();
	xmlNode *root = xmlDocGetRootElement(e->resolved);

	for (xmlNode *n = root; n; n = next_node(n, root, !is_mark(n)))
		if (n->type == XML_ELEMENT_NODE && !is_mark(n))
			xmlDictLookup(names, n->name, -1);
	return names;
}

/* ---- laying them out ---- */

/* r:batch() returns the entries of this run. */
static void
batch_function(xmlXPathParserContext *xpath, int arguments)
{
	const xsltTransformContext *ctxt = xsltXPathGetTransformContext(xpath);
	const struct batch *b = ctxt->_private;
	xmlNodeSet *set = xmlXPathNodeSetCreate(NULL);

	(void)arguments;
	for (size_t i = b->from; set && i < b->to; i++)
		xmlXPathNodeSetAddUnique(set, b->e->entries[i].node);
	valuePush(xpath, xmlXPathWrapNodeSet(set));
}

static void
set_up_batch(xsltTransformContext *ctxt, void *batch)
{
	ctxt->_private = batch;
	xsltRegisterExtFunction(ctxt, (const xmlChar *)"batch",
	    (const xmlChar *)RESOLVED_NS, batch_function);
}

size_t
entries_memory(const struct entries *e)
{
	return e->count * ENTRY;
}

size_t
entries_batches(const struct entries *e)
{
	return e->laid_out_count;
}

xmlDoc *
entries_lay_out(struct entries *e, size_t batch, const struct layout *l,
    struct diags *d)
{
	struct batch b = { .e = e, .from = batch * e->batch };

	b.to = b.from + e->batch < e->count ? b.from + e->batch : e->count;
	e->laid_out[batch] = layout_run_part(l, e->resolved, L_LIST,
	    set_up_batch, &b, d);
	return e->laid_out[batch];
}

/* ---- moving items between trees ---- */

static void
add_segment(struct entries *e, struct segment segment)
{
	e->segments = gloss_room(e->segments, e->segment_count, &e->segment_cap,
	    sizeof *e->segments);
	e->segments[e->segment_count++] = segment;
}

static void
find_segments(struct entries *e)
{
	size_t list = 0, left = e->lists[0].count;

	for (size_t i = 0; i < e->laid_out_count; i++) {
		xmlNode *item = xmlDocGetRootElement(e->laid_out[i])->children;

		while (item) {
			struct segment s = { i, list, item, item };

			while (--left > 0 && s.last->next)
				s.last = s.last->next;
			item = s.last->next;
			add_segment(e, s);
			if (left == 0 && ++list < e->list_count)
				left = e->lists[list].count;
		}
	}
}

/*
 * Links the items of each list with each other; or again those of each batch.
 */
static void
link_segments(struct entries *e, bool by_list)
{
	for (size_t i = 0; i < e->segment_count; i++) {
		struct segment *s = &e->segments[i];
		struct segment *before = i > 0 ? s - 1 : NULL;
		bool together = before && (by_list ? before->list == s->list :
		    before->batch == s->batch);

		s->first->prev = together ? before->last : NULL;
		if (before)
			before->last->next = together ? s->first : NULL;
	}
}

/* Undoes entries_adopt(): the parents of the items are those in the batches. */
static void
restore_parents(struct entries *e)
{
	for (size_t i = 0; i < e->segment_count; i++) {
		const struct segment *s = &e->segments[i];
		xmlNode *list = xmlDocGetRootElement(e->laid_out[s->batch]);

		for (xmlNode *n = s->first; n != s->last; n = n->next)
			n->parent = list;
		s->last->parent = list;
	}
}

void
entries_join(struct entries *e)
{
	find_segments(e);
	link_segments(e, true);
	for (size_t i = e->segment_count; i-- > 0; )
		e->lists[e->segments[i].list].first = e->segments[i].first;
}

void
entries_free(struct entries *e)
{
	if (e == NULL)
		return;
	put_back(e);
	link_segments(e, false);
	restore_parents(e);
	free(e->laid_out);
	free(e->segments);
	free(e->lists);
	free(e->entries);
	free(e);
}

/* The number of the list that a list of a document stands for. */
static size_t
number_of(const xmlNode *list)
{
	return strtoul(layout_attr(list, "entries"), NULL, 10);
}

/* The next list of a document whose items were laid out separately. */
static xmlNode *
next_left_out(xmlNode *node)
{
	do {
		if (node->type == XML_ELEMENT_NODE && node->children) {
			node = node->children;
		} else {
			while (node && node->next == NULL)
				node = node->parent;
			if (node == NULL)
				return NULL;
			node = node->next;
		}
	} while (layout_element(node) != L_LIST ||
	    layout_attr(node, "entries") == NULL);
	return node;
}

xmlNode **
entries_give(const struct entries *e, xmlDoc *laid_out)
{
	xmlNode **given = NULL;
	size_t len = 0;

	for (xmlNode *n = next_left_out(xmlDocGetRootElement(laid_out)); n;
	    n = next_left_out(n)) {
		if (number_of(n) >= e->list_count)
			continue;
		given = gloss_realloc(given, (len + 2) * sizeof *given);
		given[len++] = n;
		given[len] = NULL;
	}
	/* only now, because the items do not lead back to this document */
	for (size_t i = 0; i < len; i++)
		given[i]->children = e->lists[number_of(given[i])].first;
	return given;
}

void
entries_adopt(xmlNode **given)
{
	for (xmlNode **list = given; list && *list; list++) {
		xmlUnsetProp(*list, (const xmlChar *)"entries");
		for (xmlNode *n = (*list)->children; n; n = n->next)
			n->parent = *list;
	}
}

void
entries_take_back(xmlNode **given)
{
	for (xmlNode **list = given; list && *list; list++)
		(*list)->children = NULL;
	free(given);
}
