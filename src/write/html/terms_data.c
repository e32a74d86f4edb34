/* SPDX-License-Identifier: MIT */
/*
 * HTML: the terms as data for search engines, a DefinedTermSet in JSON-LD
 * (schema.org).  Browsers do not run it (HTML, 4.12.1: a data block).
 */
#include <string.h>

#include "html.h"

/* A member of an object, as a string. */
static void
put_member(struct buf *out, const char *name, const char *value)
{
	buf_puts(out, ",\"");
	buf_puts(out, name);
	buf_puts(out, "\":");
	markup_json(out, value);
}

/* Of an index entry without its see and see also. */
static void
add_name(struct buf *name, const xmlNode *indexterm)
{
	buf_truncate(name, 0);
	for (const xmlNode *n = indexterm->children; n; n = n->next)
		if (n->type == XML_TEXT_NODE && n->content)
			buf_puts(name, (const char *)n->content);
	buf_trim(name, 0);
}

/* The names of an entry are what the index lists: the term, then others. */
static void
put_names(struct buf *out, const xmlNode *item)
{
	const xmlNode *term = layout_child(item, L_TERM);
	struct buf name = {0};
	size_t count = 0;

	for (const xmlNode *n = term ? term->children : NULL; n; n = n->next) {
		if (!layout_is(n, L_INDEXTERM))
			continue;
		add_name(&name, n);
		if (name.len == 0)
			continue;
		if (count == 0) {
			put_member(out, "name", name.data);
		} else {
			buf_puts(out, count == 1 ? ",\"alternateName\":[" : ",");
			markup_json(out, name.data);
		}
		count++;
	}
	if (count > 1)
		buf_putc(out, ']');
	buf_free(&name);
}

/* The document's own address, if it says one, before a place in it. */
static void
put_address(const struct html *h, struct buf *out, const xmlNode *item)
{
	const char *canonical = layout_attr(h->document, "canonical");
	struct buf href = {0};

	html_add_place(h, &href, item);
	if (canonical && markup_is_address(canonical) &&
	    buf_str(&href)[0] == '#') {
		struct buf whole = {0};

		buf_puts(&whole, canonical);
		buf_puts(&whole, href.data);
		put_member(out, "url", whole.data);
		buf_free(&whole);
	} else if (href.len) {
		put_member(out, "url", href.data);
	}
	buf_free(&href);
}

static void
put_term(const struct html *h, struct buf *out, const xmlNode *item)
{
	const char *purpose = layout_attr(item, "purpose");

	buf_puts(out, "\"@type\":\"DefinedTerm\"");
	put_names(out, item);
	if (purpose && *purpose)
		put_member(out, "description", purpose);
	put_address(h, out, item);
}

struct terms {
	const struct html *html;
	struct buf list;
};

static void
add_term(void *w, const xmlNode *item)
{
	struct terms *terms = w;

	if (!layout_has(item->parent, "defines", "yes"))
		return;
	buf_puts(&terms->list, terms->list.len ? ",\n{" : "\n{");
	put_term(terms->html, &terms->list, item);
	buf_putc(&terms->list, '}');
}

static void
put_set(struct buf *out, const struct html *h)
{
	const xmlNode *title = layout_child(h->document, L_TITLE);
	struct buf words = {0};

	buf_puts(out, "\"@type\":\"DefinedTermSet\"");
	if (title)
		html_add_words(&words, title);
	put_member(out, "name", title ? buf_str(&words) :
	    layout_attr(h->document, "name"));
	buf_free(&words);
}

void
html_put_terms(struct html *h, const xmlNode *page)
{
	static const char context[] = "{\"@context\":\"https://schema.org\",";
	static const struct act acts[L_COUNT] = {[L_ITEM] = {add_term, NULL}};
	struct terms terms = {.html = h};
	struct buf out = {0};

	buf_puts(&out, context);
	if (page == h->document) {
		write_walk(page, acts, NULL, &terms);
		put_set(&out, h);
		put_member(&out, "inLanguage", layout_attr(page, "lang"));
		buf_puts(&out, ",\"hasDefinedTerm\":[");
		buf_add(&out, buf_str(&terms.list), terms.list.len);
		buf_putc(&out, ']');
	} else if (layout_is(page, L_ITEM)) {
		buf_add(&terms.list, "{", 1);
		put_term(h, &out, page);
		buf_puts(&out, ",\"inDefinedTermSet\":{");
		put_set(&out, h);
		put_member(&out, "url", h->page->above->file);
		buf_putc(&out, '}');
	}
	buf_puts(&out, "}\n");
	if (terms.list.len) {
		markup_lines(&h->markup,
		    "<script type=\"application/ld+json\">\n");
		markup_lines(&h->markup, buf_str(&out));
		markup_lines(&h->markup, "</script>\n");
	}
	buf_free(&terms.list);
	buf_free(&out);
}
