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

/* What a term on another page means, for the script to show. */
static void
put_meaning(struct html *h, const char *anchor)
{
	const xmlNode *node = anchors_place(h->anchors, anchor);
	const char *purpose = node ? layout_attr(node, "purpose") : NULL;

	if (purpose && *purpose)
		markup_attr(&h->markup, "data-meaning", purpose);
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
	if (layout_has(node, "kind", "term") && *href != '#')
		put_meaning(h, layout_attr(node, "anchor"));
	if (layout_has(node, "kind", "footnote") && *href == '#')
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

/* On another page its file, and in it the id unless it begins there. */
bool
html_add_place(const struct html *h, struct buf *href, const xmlNode *node)
{
	const char *id = anchors_id(h->anchors, node);
	const struct page *page = h->pages ? html_pages_of(h->pages, node) : NULL;

	if (page && page != h->page) {
		buf_puts(href, page->file);
		if (page->node == node)
			return true;
	}
	if (id == NULL)
		return href->len > 0;
	buf_putc(href, '#');
	buf_puts(href, id);
	return true;
}

bool
html_add_address(const struct html *h, struct buf *href, const char *anchor)
{
	const xmlNode *node = anchors_place(h->anchors, anchor);

	return node && html_add_place(h, href, node);
}

void
html_open_way(struct html *h, const char *class, const char *href)
{
	markup_inline(&h->markup, "a");
	if (class)
		markup_attr(&h->markup, "class", class);
	markup_address(&h->markup, "href", href);
	markup_end(&h->markup);
}

void
html_close_way(struct html *h)
{
	markup_close_inline(&h->markup, "a");
}

void
html_open_ref(void *w, const xmlNode *node)
{
	struct html *h = w;
	struct buf href = {0};

	if (!layout_attr(node, "manual") &&
	    html_add_address(h, &href, layout_attr(node, "anchor")))
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

/* The file of a page that is beside this one; false: it is not. */
static bool
add_file(struct buf *href, const char *pages, const struct buf *page)
{
	while (*pages) {
		size_t len = strcspn(pages, " ");
		size_t name = strcspn(pages, "= ");

		if (name < len && name == page->len &&
		    memcmp(pages, page->data, name) == 0) {
			buf_add(href, pages + name + 1, len - name - 1);
			return true;
		}
		pages += len + (pages[len] == ' ');
	}
	return false;
}

/* An address, with the name and the section of a page in it. */
static void
add_url(struct buf *href, const char *url, const char *name,
    const char *section)
{
	static const char names[] = "{name}", sections[] = "{section}";

	while (*url) {
		if (strncmp(url, names, sizeof names - 1) == 0) {
			buf_puts(href, name);
			url += sizeof names - 1;
		} else if (strncmp(url, sections, sizeof sections - 1) == 0) {
			buf_puts(href, section);
			url += sizeof sections - 1;
		} else {
			buf_putc(href, *url++);
		}
	}
}

/* Where a manual page is, as far as the user said it; empty: nowhere. */
static void
add_page_address(const struct html *h, const xmlNode *node, struct buf *href)
{
	const char *pages = layout_attr(h->document, "pages");
	const char *url = layout_attr(h->document, "pageurl");
	const char *name = layout_attr(node, "name");
	const char *section = layout_attr(node, "section");
	const struct page *own = NULL;
	struct buf page = {0};

	if (section == NULL || *section == '\0')
		return;
	if (h->pages) {
		buf_printf(&page, "%s.%s", name, section);
		own = html_pages_named(h->pages, buf_str(&page));
		buf_truncate(&page, 0);
	}
	buf_printf(&page, "%s(%s)", name, section);
	if (own)
		buf_puts(href, own->file);
	else if (!(pages && add_file(href, pages, &page)) && url)
		add_url(href, url, name, section);
	buf_free(&page);
}

/* A page of a manual: name(section), or the title of another document. */
void
html_write_page(void *w, const xmlNode *node)
{
	struct html *h = w;
	const char *section = layout_attr(node, "section");
	const char *title = layout_attr(node, "title");
	struct buf href = {0};
	bool linked;

	if (title) {
		markup_puts(&h->markup, title);
		return;
	}
	add_page_address(h, node, &href);
	linked = href.len && html_open_link(h, node, buf_str(&href), "page");
	buf_free(&href);
	if (!linked) {
		markup_inline(&h->markup, "span");
		markup_attr(&h->markup, "class", "page");
		markup_end(&h->markup);
	}
	markup_inline(&h->markup, "b");
	markup_end(&h->markup);
	markup_puts(&h->markup, layout_attr(node, "name"));
	markup_close_inline(&h->markup, "b");
	if (section) {
		markup_puts(&h->markup, "(");
		markup_puts(&h->markup, section);
		markup_puts(&h->markup, ")");
	}
	if (linked)
		html_close_link(h, node);
	else
		markup_close_inline(&h->markup, "span");
}
