/* SPDX-License-Identifier: MIT */
/*
 * What the parts of the HTML writer share: its state, and their acts, which
 * stand in one table in html.c.
 */
#ifndef HTML_HTML_H
#define HTML_HTML_H

#include <stdbool.h>
#include <stddef.h>

#include "anchors.h"
#include "gloss/write.h"
#include "markup.h"
#include "pages.h"

struct html {
	struct markup markup;
	struct anchors *anchors;
	const xmlNode *document;
	const struct html_pages *pages; /* NULL: the document is one page */
	const struct page *page;   /* that is written now */
	/* files beside the pages, for their style and script; NULL: in each */
	const char *style_file, *script_file;
	const xmlNode *hidden;     /* the page in it that is passed over */
	struct markup before;      /* state before that; its length */
	size_t hidden_at;
	bool has_code;         /* the document has text to copy */
	unsigned depth;        /* of sections */
	unsigned linked;       /* depth of links: they cannot be nested */
	const xmlNode *link;   /* the open link */
	const xmlNode *term;   /* the term being defined */
	const xmlNode *passage; /* that its block tells the language of */
	xmlHashTable *noted;   /* ids of footnotes whose marks were seen */
	enum row { NO_ROWS, HEAD, BODY, FOOT } rows; /* of a table */
	/*
	 * start of content that will be removed; these elements cannot be
	 * nested
	 */
	size_t title, image, entry, formula;
	bool inner; /* line state before it */
};

/* Adds text, for write_walk(). */
void html_text(void *w, const char *utf8, size_t len);

/* Writes the id attribute of the open tag, if its element has an id. */
void html_put_id(struct html *h, const xmlNode *node);

/* Opens a block with a class, which may be NULL. */
void html_open(struct html *h, const char *element, const char *class);

/*
 * The language and the direction of a block whose words are all one passage, as
 * attributes of the tag that is open.
 */
void html_put_passage(struct html *h, const xmlNode *block);

/*
 * The language and the direction of a document or a passage, as attributes of
 * the tag that is open.
 */
void html_put_language(struct html *h, const xmlNode *node);

/* Opens a link, unless it stands in one, or the address is of no use; closes it. */
bool html_open_link(struct html *h, const xmlNode *node, const char *href,
    const char *class);
void html_close_link(struct html *h, const xmlNode *node);

/*
 * Adds the address of a place, by its anchor or itself; false if it is not in
 * the document, or has no id.
 */
bool html_add_address(const struct html *h, struct buf *href,
    const char *anchor);
bool html_add_place(const struct html *h, struct buf *href,
    const xmlNode *node);

/* Opens and closes a link in a place that has no other. */
void html_open_way(struct html *h, const char *class, const char *href);
void html_close_way(struct html *h);

/* ---- contents.c ---- */

/* The element of a heading that is so much deeper than the open section. */
const char *html_heading(const struct html *h, unsigned deeper);

/* A line of contents, and the lines of the sections in that section. */
void html_put_contents_line(struct html *h, const xmlNode *section);
void html_put_contents_below(struct html *h, const xmlNode *section);

/* The contents of a page, unless they are too short. */
void html_put_contents(struct html *h, const xmlNode *page);

/* ---- split.c ---- */

/* Is it the first element of the page that is written? */
bool html_is_page(const struct html *h, const xmlNode *node);

/*
 * Passes over an element that is a page of its own, until html_show() has it
 * again; a line that leads to it is written before.  They return false where
 * there is none.
 */
bool html_hide(struct html *h, const xmlNode *node);
bool html_show(struct html *h, const xmlNode *node);

/* The ways from a page to those before, above and after it. */
void html_put_ways(struct html *h);

/* Writes the content of an element without links, ids and index entries. */
void html_write_plain(struct html *h, const xmlNode *node);

/* ---- page.c, made from page.css and page.js ---- */

extern const char html_style[], html_script[];

/* ---- head.c ---- */

/*
 * Do the pages of a split document have their style and script in files?  Not
 * where a policy lets only those run that stand in the page.
 */
bool html_has_own_files(const struct html *h);

/* Which style and script may run, and the style. */
void html_put_policy_and_style(struct html *h);
void html_put_script(struct html *h);

/* ---- terms_data.c ---- */

/* The terms of a page as data for search engines, if it has any. */
void html_put_terms(struct html *h, const xmlNode *page);

/* ---- the acts, by the file that they stand in ---- */

/* sections.c */
act_function html_open_document, html_close_document, html_open_section,
    html_close_section, html_open_title, html_close_title;

/* blocks.c */
act_function html_open_copying, html_close_copying, html_open_naming,
    html_open_para, html_close_para, html_open_name, html_close_name,
    html_open_purpose, html_open_verbatim, html_close_verbatim,
    html_open_synopsis, html_close_synopsis, html_open_blockquote,
    html_close_blockquote, html_open_note, html_close_note, html_open_figure,
    html_close_figure, html_write_rule;

/* lists.c */
act_function html_open_list, html_close_list, html_open_item, html_close_item,
    html_open_term, html_close_term, html_open_body, html_close_body;

/* tables.c */
act_function html_open_table, html_close_table, html_open_row, html_close_row,
    html_open_cell, html_close_cell;

/* inlines.c */
act_function html_open_strong, html_close_strong, html_open_font,
    html_close_font, html_open_nobreak, html_close_span, html_write_anchor,
    html_open_indexterm, html_close_indexterm, html_write_br,
    html_open_image, html_close_image, html_open_mark, html_close_mark,
    html_open_passage, html_close_passage, html_open_formula, html_close_formula,
    html_open_mathml, html_close_mathml;

/* links.c */
act_function html_open_ref, html_close_ref, html_open_url, html_close_url,
    html_write_page;

#endif
