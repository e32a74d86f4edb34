/* SPDX-License-Identifier: MIT */
/* HTML: the contents of a page. */
#include "html.h"

/* HTML has headings of so many levels; the first is the page's. */
enum { DEEPEST_HEADING = 6 };

const char *
html_heading(const struct html *h, unsigned deeper)
{
	static const char *const headings[] = {
	    "h1", "h2", "h3", "h4", "h5", "h6"};
	unsigned depth = h->depth + deeper;

	return headings[depth < DEEPEST_HEADING ? depth : DEEPEST_HEADING - 1];
}

/* A link to a section, in its own words. */
void
html_put_contents_line(struct html *h, const xmlNode *section)
{
	struct buf href = {0};
	bool linked = html_add_place(h, &href, section);

	if (linked)
		html_open_way(h, NULL, buf_str(&href));
	buf_free(&href);
	html_write_plain(h, layout_child(section, L_TITLE));
	if (linked)
		html_close_way(h);
}

/* The sections of one, each with what below puts after its line. */
static void
put_contents_of(struct html *h, const xmlNode *parent,
    void (*below)(struct html *h, const xmlNode *section))
{
	const xmlNode *section = layout_child(parent, L_SECTION);

	if (section == NULL)
		return;
	html_open(h, "ol", NULL);
	for (; section; section = section->next) {
		if (!layout_is(section, L_SECTION))
			continue;
		html_open(h, "li", NULL);
		html_put_contents_line(h, section);
		if (below)
			below(h, section);
		markup_close_block(&h->markup, "li");
	}
	markup_close_block(&h->markup, "ol");
}

void
html_put_contents_below(struct html *h, const xmlNode *section)
{
	put_contents_of(h, section, NULL);
}

/* Where the sections are pages, the text has a list of them. */
void
html_put_contents(struct html *h, const xmlNode *node)
{
	const xmlNode *section = layout_child(node, L_SECTION);
	const char *word = layout_attr(h->document, "contents");

	if (section == NULL || layout_after(section) == NULL ||
	    (h->pages && html_pages_at(h->pages, layout_after(section))))
		return;
	markup_block(&h->markup, "nav");
	markup_attr(&h->markup, "id", "-contents");
	if (word)
		markup_attr(&h->markup, "aria-label", word);
	markup_end(&h->markup);
	put_contents_of(h, node, html_put_contents_below);
	markup_close_block(&h->markup, "nav");
}
