/* SPDX-License-Identifier: MIT */
/*
 * docbook.def: sorted, no row contradicts another, and it knows what the
 * schemas that are installed allow: those of DocBook 4.5 and 5.0.
 */
#include <stdlib.h>
#include <unistd.h>

#include <libxml/parser.h>

#include "docbook/docbook.h"
#include "layout/stylesheets.h"
#include "tap.h"

#define SCHEMAS "/usr/share/xml/docbook/schema/"
#define DTD SCHEMAS "dtd/4.5/docbookx.dtd"
#define RNG SCHEMAS "rng/5.0/docbook.rng"

/* What a schema lets stand in what; both as the row of the name. */
static bool allowed[DB_count][DB_count];
static bool seen[DB_count];

/* ---- the table by itself ---- */

static bool
has_word(const char *word)
{
	char declared[64];

	snprintf(declared, sizeof declared, "<xsl:param name=\"word.%s\"",
	    word);
	for (const struct stylesheet *s = stylesheets; s->name; s++)
		if (strcmp(s->name, "common/words.xsl") == 0)
			return strstr(s->bytes, declared) != NULL;
	return false;
}

static bool
is_part_of_any(enum docbook_id id)
{
	for (enum docbook_id i = DB_none + 1; i < DB_count; i++)
		if (docbook_has_part(docbook_row(i), id))
			return true;
	return false;
}

/* Parts are current names, and none is listed twice or by two columns. */
static bool
has_good_parts(const struct docbook *row)
{
	for (const uint16_t *p = row->parts; p && *p != DB_none; p++) {
		if (docbook_row(*p)->now || *p == DB_title)
			return false;
		for (const uint16_t *q = row->parts; q < p; q++)
			if (*q == *p)
				return false;
	}
	return true;
}

/* What is wrong with a row, or NULL. */
static const char *
fault_of(const struct docbook *row)
{
	if (docbook_find(row->name) != row)
		return "its name does not find it";
	if (row->now)
		return docbook_row(row->now)->now ? "it is renamed twice" :
		    NULL;
	if (!has_good_parts(row))
		return "a part is renamed, listed twice, or a title";
	if (row->any_inline && row->holds != HOLDS_PARTS)
		return "ANY_INLINE, and holds more than parts";
	if (row->holds == HOLDS_NOTHING && (row->titled || row->parts))
		return "it holds nothing, and has a title or parts";
	if (row->is == IS_SECTION && row->holds == HOLDS_BLOCKS && !row->titled)
		return "a section without a title";
	if (row->word && !row->titled && row->is != IS_SECTION)
		return "a word for a title that it cannot have";
	if (row->word && row->label)
		return "both WORD and LABEL";
	if ((row->word && !has_word(row->word)) ||
	    (row->label && !has_word(row->label)))
		return "words.xsl does not declare its word";
	/* TITLED has titles, a root is no part, and two are printed nowhere */
	if (row->is == IS_PART && row->id != DB_title &&
	    row->id != DB_assembly && row->id != DB_namespace &&
	    row->id != DB_transclude && !is_part_of_any(row->id))
		return "it is a part of nothing";
	return NULL;
}

static void
test_table(void)
{
	for (enum docbook_id i = DB_none + 1; i < DB_count; i++) {
		const struct docbook *row = docbook_row(i);
		const char *fault = fault_of(row);

		if (i > DB_none + 1 &&
		    strcmp(docbook_row(i - 1)->name, row->name) >= 0)
			fault = "it is not in order";
		ok(fault == NULL, "%s: %s", row->name, fault ? fault : "sound");
	}
}

/* ---- and beside the schemas ---- */

static void
see(const char *element)
{
	const struct docbook *row = docbook_find(element);

	if (row)
		seen[row->id] = true;
	else
		ok(false, "%s has no row", element);
}

static void
allow(const char *element, const char *child)
{
	const struct docbook *row = docbook_find(element);
	const struct docbook *part = docbook_find(child);

	if (row && part)
		allowed[docbook_now(row)->id][docbook_now(part)->id] = true;
}

/* NOLINTBEGIN(misc-no-recursion): the schemas are known, and not deep */
static void
read_content(const char *element, const xmlElementContent *content)
{
	if (content == NULL)
		return;
	if (content->type == XML_ELEMENT_CONTENT_ELEMENT)
		allow(element, (const char *)content->name);
	read_content(element, content->c1);
	read_content(element, content->c2);
}

static bool
read_dtd(void)
{
	static const char text[] =
	    "<!DOCTYPE article SYSTEM '" DTD "'><article/>";
	xmlDoc *doc;

	if (access(DTD, R_OK) != 0)
		return false;
	doc = xmlReadMemory(text, sizeof text - 1, NULL, NULL,
	    XML_PARSE_DTDLOAD | XML_PARSE_NOENT | XML_PARSE_NONET);
	ok(doc && doc->extSubset, "the DTD can be read");
	if (doc == NULL || doc->extSubset == NULL)
		return true;
	for (const xmlNode *n = doc->extSubset->children; n; n = n->next) {
		const xmlElement *e = (const xmlElement *)n;

		if (n->type != XML_ELEMENT_DECL)
			continue;
		see((const char *)e->name);
		read_content((const char *)e->name, e->content);
	}
	xmlFreeDoc(doc);
	return true;
}

static bool
is_rng(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE &&
	    strcmp((const char *)node->name, name) == 0;
}

enum { DEFINES = 9000 };

/* The definitions of a schema, by name; a name may have several. */
struct defines {
	const xmlNode *list[DEFINES];
	xmlChar *names[DEFINES];
	bool done[DEFINES]; /* for the element whose content is read */
	size_t count;
};

static void
find_defines(struct defines *d, const xmlNode *grammar)
{
	for (const xmlNode *n = grammar->children; n; n = n->next) {
		if (is_rng(n, "div")) {
			find_defines(d, n);
		} else if (is_rng(n, "define") && d->count < DEFINES) {
			d->names[d->count] = xmlGetNoNsProp(n,
			    (const xmlChar *)"name");
			d->list[d->count++] = n;
		}
	}
}

/* What may stand in an element, or in what its content refers to. */
static void
read_pattern(struct defines *d, const char *element, const xmlNode *pattern)
{
	xmlChar *name;

	for (const xmlNode *n = pattern->children; n; n = n->next) {
		name = n->type == XML_ELEMENT_NODE ?
		    xmlGetNoNsProp(n, (const xmlChar *)"name") : NULL;
		if (is_rng(n, "element")) {
			if (name)
				allow(element, (const char *)name);
		} else if (is_rng(n, "ref")) {
			for (size_t i = 0; i < d->count; i++) {
				if (d->done[i] || !xmlStrEqual(d->names[i],
				    name))
					continue;
				d->done[i] = true;
				read_pattern(d, element, d->list[i]);
			}
		} else if (n->type == XML_ELEMENT_NODE &&
		    !is_rng(n, "attribute")) {
			read_pattern(d, element, n);
		}
		xmlFree(name);
	}
}

/* NOLINTEND(misc-no-recursion) */

static bool
read_rng(void)
{
	static struct defines d;
	xmlDoc *doc;
	xmlChar *name;

	if (access(RNG, R_OK) != 0)
		return false;
	doc = xmlReadFile(RNG, NULL, XML_PARSE_NONET);
	if (!ok(doc != NULL, "the RELAX NG schema can be read"))
		return true;
	find_defines(&d, xmlDocGetRootElement(doc));
	ok(d.count < DEFINES, "all its definitions have room: %zu", d.count);
	for (size_t i = 0; i < d.count; i++)
		for (const xmlNode *n = d.list[i]->children; n; n = n->next) {
			if (!is_rng(n, "element"))
				continue;
			name = xmlGetNoNsProp(n, (const xmlChar *)"name");
			if (name == NULL)
				continue;
			memset(d.done, 0, sizeof d.done);
			see((const char *)name);
			read_pattern(&d, (const char *)name, n);
			xmlFree(name);
		}
	for (size_t i = 0; i < d.count; i++)
		xmlFree(d.names[i]);
	xmlFreeDoc(doc);
	return true;
}

/* Is a child that a schema allows one that the row allows? */
static bool
is_known_part(const struct docbook *row, const struct docbook *part)
{
	if (part->id == DB_title)
		return row->titled;
	if (part->is == IS_NEUTRAL || part->id == DB_info ||
	    part->id == DB_subtitle)
		return true;
	if (part->is != IS_PART && row->holds != HOLDS_PARTS)
		return true;
	return (part->is == IS_INLINE && row->any_inline) ||
	    docbook_has_part(row, part->id);
}

static void
test_schema(const char *name)
{
	size_t elements = 0, pairs = 0;

	for (enum docbook_id i = DB_none + 1; i < DB_count; i++) {
		const struct docbook *row = docbook_row(i);
		bool known = true;

		elements += seen[i];
		for (enum docbook_id j = DB_none + 1; j < DB_count; j++) {
			if (!allowed[i][j])
				continue;
			pairs++;
			if (is_known_part(row, docbook_row(j)))
				continue;
			known = false;
			printf("# %s may hold %s\n", row->name,
			    docbook_row(j)->name);
		}
		if (seen[i])
			ok(known, "%s: the row of %s knows its parts", name,
			    row->name);
	}
	ok(elements > 300 && pairs > 5000, "%s: there are %zu elements and "
	    "%zu parts of them", name, elements, pairs);
	memset(allowed, 0, sizeof allowed);
	memset(seen, 0, sizeof seen);
}

int
main(void)
{
	test_table();
	if (read_dtd())
		test_schema("DocBook 4.5");
	else
		skip("DocBook 4.5: " DTD " is not there");
	if (read_rng())
		test_schema("DocBook 5.0");
	else
		skip("DocBook 5.0: " RNG " is not there");
	return done_testing();
}
