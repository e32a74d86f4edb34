/* SPDX-License-Identifier: MIT */
/*
 * Texinfo: references and links.  Where a reference is not possible, only its
 * words are written.
 */
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "util/hash.h"
#include "texinfo.h"

/* In a table makeinfo takes adjacent text for part of the name. */
static bool
takes_ref(const struct texinfo *x)
{
	return x->plain == 0 && x->linked == 0 &&
	    !(x->around_count > 0 && texinfo_style(x) == GRID &&
		texi_joined(&x->texi));
}

static bool
is_sent_on(const xmlNode *node)
{
	while (node && !layout_is(node, L_PARA))
		node = node->parent;
	return node && layout_attr(node, "see");
}

/*
 * Is it a repeated mention of a term in an entry?  Info marks each reference
 * ("*note guest::"), so the words alone are easier to read.
 */
static bool
is_repeated(struct texinfo *x, const xmlNode *ref)
{
	const char *anchor = layout_attr(ref, "anchor");

	if (x->all_links || x->entry == NULL || layout_attr(ref, "manual") ||
	    !layout_has(ref, "kind", "term") || is_sent_on(ref))
		return false;
	if (xmlHashLookup(x->mentioned, BAD_CAST anchor) == x->entry)
		return true;
	hash_set(x->mentioned, anchor, (void *)x->entry);
	return false;
}

void
texinfo_open_ref(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	if (!takes_ref(x) ||
	    (!layout_attr(node, "manual") &&
		!places_find(x->places, layout_attr(node, "anchor"))) ||
	    is_repeated(x, node))
		return;
	x->link = node;
	x->start = x->texi.out->len;
	x->linked++;
	x->texi.argument++;
}

/*
 * Turns what was written since start into a reference to a node or anchor, here
 * or in a manual.
 */
static void
put_reference(
    struct texinfo *x, const xmlNode *node, size_t start, const char *manual)
{
	const char *anchor = layout_attr(node, "anchor");
	struct buf name = { 0 };

	if (manual)
		texi_name(&name, anchor, false);
	texi_reference(&x->texi, start,
	    manual ? buf_str(&name) : places_find(x->places, anchor), manual);
	buf_free(&name);
}

/* Does an element belong to the line, and is it printed where it is? */
static const bool is_inline[L_COUNT] = {
#define ELEMENT(id, name, is, holds, attributes) \
	[L_##id] = ((is) & G_INLINE) != 0,
#include "vocabulary/vocabulary.def"
#undef ELEMENT
};

static bool
is_hidden(const xmlNode *node)
{
	return layout_is(node, L_WHERE) || layout_is(node, L_INDEXTERM) ||
	    layout_is(node, L_ANCHOR);
}

/* The next text in the line, or "". */
static const char *
text_behind(const xmlNode *node)
{
	do {
		while (node->next == NULL &&
		    is_inline[layout_element(node->parent)])
			node = node->parent;
		node = node->next;
	} while (node && node->type == XML_ELEMENT_NODE && is_hidden(node));
	return node && node->type == XML_TEXT_NODE ?
	    (const char *)node->content : "";
}

/* Is it a letter, digit or mark of a script that separates words by spaces? */
static bool
is_letter(UChar32 c)
{
	switch (u_getIntPropertyValue(c, UCHAR_LINE_BREAK)) {
	case U_LB_ALPHABETIC:
	case U_LB_COMBINING_MARK:
	case U_LB_H2:
	case U_LB_H3:
	case U_LB_HEBREW_LETTER:
	case U_LB_NUMERIC:
		return u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK);
	default:
		return false;
	}
}

/* The length of what continues the word before: "s", "'s", "-based". */
static size_t
suffix_of(const char *s)
{
	int32_t i = 0, end = 0;
	bool joined = false;
	UChar32 c;

	do {
		U8_NEXT_OR_FFFD((const uint8_t *)s, i, -1, c);
		if (is_letter(c)) {
			end = i;
			joined = false;
		} else if (!joined && (c == '\'' || c == '-' || c == 0x2010 ||
		    c == 0x2011 || c == 0x2019)) {
			joined = true;
		} else {
			break;
		}
	} while (c);
	return (size_t)end;
}

void
texinfo_close_ref(void *w, const xmlNode *node)
{
	struct texinfo *x = w;
	const char *behind;

	if (x->link != node)
		return;
	/* after the link it would read "*note guest::s" */
	if (x->texi.out->len > x->start && buf_last(x->texi.out) != ' ') {
		behind = text_behind(node);
		x->suffix = 0;
		texi_text(&x->texi, behind, suffix_of(behind));
		x->suffix = suffix_of(behind);
	}
	x->linked--;
	x->texi.argument--;
	put_reference(x, node, x->start, layout_attr(node, "manual"));
	x->link = NULL;
}

/* Writes the address of a link; @email is for mail. */
static const char *
address(const xmlNode *url, const char **command)
{
	static const char mailto[] = "mailto:";
	const char *href = layout_attr(url, "href");

	*command = "url";
	if (strncmp(href, mailto, strlen(mailto)) != 0 || strchr(href, '?'))
		return href;
	*command = "email";
	return href + strlen(mailto);
}

static bool
shows_address(const xmlNode *url)
{
	const char *command;

	return layout_says(url, address(url, &command));
}

/*
 * makeinfo shows an address as <address>, so not if the text has these signs
 * already.
 */
void
texinfo_open_url(void *w, const xmlNode *node)
{
	struct texinfo *x = w;
	const char *command, *href = address(node, &command);
	bool bracketed;

	if (x->linked++ > 0) {
		texi_puts(&x->texi, node->children ? "" : href);
		return;
	}
	bracketed = buf_last(x->texi.out) == '<' && shows_address(node);
	texi_open(&x->texi, bracketed ? "url" : command);
	x->texi.argument++;
	x->texi.code++;
	texi_puts(&x->texi, bracketed ? layout_attr(node, "href") : href);
	if (bracketed) {
		texi_part(&x->texi);
		texi_part(&x->texi);
		texi_puts(&x->texi, href);
	}
	x->texi.code--;
	x->words = x->texi.out->len;
	texi_part(&x->texi);
}

void
texinfo_close_url(void *w, const xmlNode *node)
{
	struct texinfo *x = w;
	const char *command, *href = address(node, &command);

	if (--x->linked > 0) {
		if (!shows_address(node)) {
			texi_puts(&x->texi, " (");
			texi_puts(&x->texi, href);
			texi_puts(&x->texi, ")");
		}
		return;
	}
	if (shows_address(node))
		texi_cut(&x->texi, x->words);
	texi_close(&x->texi, command);
	x->texi.argument--;
}

/* Writes a reference to a whole manual. */
static void
write_manual(struct texinfo *x, const xmlNode *page)
{
	const char *title = layout_attr(page, "title");
	bool leads = takes_ref(x);
	size_t start = x->texi.out->len;

	x->texi.argument += leads;
	texinfo_text(x, title, strlen(title));
	x->texi.argument -= leads;
	if (leads)
		put_reference(x, page, start, layout_attr(page, "name"));
}

void
texinfo_write_page(void *w, const xmlNode *node)
{
	struct texinfo *x = w;
	const char *section = layout_attr(node, "section");

	if (layout_attr(node, "title")) {
		write_manual(x, node);
		return;
	}
	texi_open(&x->texi, "code");
	x->texi.code++;
	texi_puts(&x->texi, layout_attr(node, "name"));
	if (section) {
		texi_puts(&x->texi, "(");
		texi_puts(&x->texi, section);
		texi_puts(&x->texi, ")");
	}
	x->texi.code--;
	texi_close(&x->texi, "code");
}
