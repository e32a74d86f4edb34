/* SPDX-License-Identifier: MIT */
/* HTML: references and links; where none can stand, the words stay. */
#include <string.h>

#include "html.h"

/* A footnote leads back to the first of its marks. */
static void
put_note_id(struct html *h, const char *note)
{
	struct buf id = {0};

	markup_attr(&h->markup, "role", "doc-noteref");
	if (xmlHashAddEntry(h->noted, BAD_CAST note, h) != 0)
		return;
	buf_puts(&id, note);
	buf_puts(&id, "-mark");
	markup_attr(&h->markup, "id", buf_str(&id));
	buf_free(&id);
}

/* Opens a link, unless it stands in one. */
bool
html_open_link(struct html *h, const xmlNode *node, const char *href,
    const char *class)
{
	if (h->linked > 0 || href == NULL || !markup_is_address(href))
		return false;
	markup_inline(&h->markup, "a");
	if (class)
		markup_attr(&h->markup, "class", class);
	markup_address(&h->markup, "href", href);
	if (layout_has(node, "kind", "footnote"))
		put_note_id(h, href + 1);
	markup_end(&h->markup);
	h->linked++;
	h->link = node;
	return true;
}

void
html_close_link(struct html *h, const xmlNode *node)
{
	if (h->link != node)
		return;
	markup_close_inline(&h->markup, "a");
	h->linked--;
	h->link = NULL;
}

/* What the style and the script know a reference by. */
static const char *
class_of(const xmlNode *ref)
{
	static const char *const kinds[] = {"term", "footnote"};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (layout_has(ref, "kind", kinds[i]))
			return kinds[i];
	return NULL;
}

void
html_open_ref(void *w, const xmlNode *node)
{
	struct html *h = w;
	const char *id = NULL;
	struct buf href = {0};

	if (!layout_attr(node, "manual"))
		id = anchors_find(h->anchors, layout_attr(node, "anchor"));
	if (id == NULL)
		return;
	buf_putc(&href, '#');
	buf_puts(&href, id);
	html_open_link(h, node, buf_str(&href), class_of(node));
	buf_free(&href);
}

void
html_close_ref(void *w, const xmlNode *node)
{
	html_close_link(w, node);
}

void
html_open_url(void *w, const xmlNode *node)
{
	struct html *h = w;

	html_open_link(h, node, layout_attr(node, "href"), NULL);
	if (node->children == NULL)
		markup_puts(&h->markup, layout_address(node));
}

/* An address that is not led to is said. */
void
html_close_url(void *w, const xmlNode *node)
{
	struct html *h = w;

	if (h->link == node) {
		html_close_link(h, node);
		return;
	}
	if (node->children && !layout_says(node, layout_address(node))) {
		markup_puts(&h->markup, " (");
		markup_puts(&h->markup, layout_address(node));
		markup_puts(&h->markup, ")");
	}
}

/* A page of a manual: name(section), or the title of another document. */
void
html_write_page(void *w, const xmlNode *node)
{
	struct html *h = w;
	const char *section = layout_attr(node, "section");
	const char *title = layout_attr(node, "title");

	if (title) {
		markup_puts(&h->markup, title);
		return;
	}
	markup_inline(&h->markup, "span");
	markup_attr(&h->markup, "class", "page");
	markup_end(&h->markup);
	markup_inline(&h->markup, "b");
	markup_end(&h->markup);
	markup_puts(&h->markup, layout_attr(node, "name"));
	markup_close_inline(&h->markup, "b");
	if (section) {
		markup_puts(&h->markup, "(");
		markup_puts(&h->markup, section);
		markup_puts(&h->markup, ")");
	}
	markup_close_inline(&h->markup, "span");
}
