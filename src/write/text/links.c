/* SPDX-License-Identifier: MIT */
/* Plain text: links, and the list of addresses at the end. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "util/alloc.h"
#include "acts.h"

/* A larger number in brackets is not taken for that of a footnote. */
enum { FOOTNOTES = 1000000 };

/* In bytes: terminals refuse longer addresses of links (VTE). */
enum { LONGEST_LINK = 2083 };

/* May a terminal follow it?  Other schemes could run programs there. */
static bool
is_followed(const char *href)
{
	static const char *const schemes[] = {
	    "https:", "http:", "mailto:", "ftp:"};

	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (strncasecmp(href, schemes[i], strlen(schemes[i])) == 0)
			return strlen(href) < LONGEST_LINK;
	return false;
}

static void
open_link(struct fill *f, const char *href)
{
	if (is_followed(href))
		fill_link(f, href);
}

static void
close_link(struct fill *f, const char *href)
{
	if (is_followed(href))
		fill_unlink(f);
}

void
text_number_above(struct links *l, const char *mark)
{
	size_t number = *mark == '[' ? strtoul(mark + 1, NULL, 10) : 0;

	if (number > l->footnotes && number <= FOOTNOTES)
		l->footnotes = number;
}

static void
note_footnote(void *w, const xmlNode *node)
{
	xmlChar *mark;

	if (!layout_has(node, "kind", "footnote"))
		return;
	mark = xmlNodeGetContent(node);
	text_number_above(w, (const char *)mark);
	xmlFree(mark);
}

/* Footnotes and addresses share one series of numbers: footnotes first. */
static void
begin_links(struct text *t)
{
	static const struct act acts[L_COUNT] = {
		[L_REF] = {note_footnote, NULL},
	};

	write_walk(t->item ? t->item : t->document, acts, NULL, &t->links);
	t->links.numbers = xmlHashCreate(0);
}

/* The same address has the same number. */
static size_t
number_of(struct text *t, const char *href)
{
	const xmlChar *key = (const xmlChar *)href;
	struct links *l = &t->links;
	uintptr_t number;

	if (l->numbers == NULL)
		begin_links(t);
	number = (uintptr_t)xmlHashLookup(l->numbers, key);
	if (number == 0) {
		l->list = gloss_room(l->list, l->count, &l->cap,
		    sizeof *l->list);
		l->list[l->count++] = href;
		number = l->count;
		xmlHashAddEntry(l->numbers, key, (void *)number);
	}
	return l->footnotes + number;
}

/*
 * The words of a link: its address (or none), which is printed for them; the
 * address with its scheme; or others, which a number follows.
 */
enum saying { SAYS_ADDRESS, SAYS_ALL, SAYS_WORDS };

static enum saying
saying(const xmlNode *url)
{
	if (layout_says(url, layout_address(url)))
		return SAYS_ADDRESS;
	return layout_says(url, layout_attr(url, "href")) ? SAYS_ALL
							  : SAYS_WORDS;
}

/* The address is printed without the white space around it in the source. */
void
text_open_url(void *w, const xmlNode *node)
{
	struct text *t = w;
	enum saying says = saying(node);

	if (says != SAYS_WORDS)
		fill_keep(t->fill, FILL_WORDS);
	open_link(t->fill, layout_attr(node, "href"));
	if (says == SAYS_ADDRESS && !t->mute) {
		fill_puts(t->fill, layout_address(node));
		t->mute = true;
		t->said = node;
	}
}

void
text_close_url(void *w, const xmlNode *node)
{
	struct text *t = w;
	enum saying says = saying(node);
	char note[32];

	if (t->said == node) {
		t->mute = false;
		t->said = NULL;
	}
	close_link(t->fill, layout_attr(node, "href"));
	if (says != SAYS_WORDS) {
		fill_unkeep(t->fill, FILL_WORDS);
		return;
	}
	snprintf(note, sizeof note, "\u00A0[%zu]",
	    number_of(t, layout_attr(node, "href")));
	fill_unblank(t->fill);
	fill_puts(t->fill, note);
}

void
text_write_page(void *w, const xmlNode *node)
{
	struct text *t = w;
	const char *section = layout_attr(node, "section");
	struct buf name = {0}, uri = {0};

	buf_puts(&name, layout_attr(node, "name"));
	if (section)
		buf_printf(&name, "(%s)", section);
	/* a page as groff's man macros and systemd address it */
	buf_printf(&uri, "man:%s", buf_str(&name));
	fill_keep(t->fill, FILL_TOGETHER);
	fill_link(t->fill, buf_str(&uri));
	text_open_look(w, node);
	fill_puts(t->fill, buf_str(&name));
	text_close_look(w, node);
	fill_unlink(t->fill);
	fill_unkeep(t->fill, FILL_TOGETHER);
	buf_free(&name);
	buf_free(&uri);
}

void
text_write_links(struct text *t)
{
	const struct links *l = &t->links;
	char mark[32];
	int hang = snprintf(mark, sizeof mark, "[%zu] ",
	    l->footnotes + l->count);

	if (l->count == 0)
		return;
	fill_gap(t->fill, 2);
	fill_rule(t->fill, NARROWEST);
	for (size_t i = 0; i < l->count; i++) {
		fill_tight(t->fill);
		snprintf(mark, sizeof mark, "[%zu]", l->footnotes + i + 1);
		fill_in(t->fill, hang);
		fill_mark(t->fill, mark);
		fill_keep(t->fill, FILL_WORDS);
		open_link(t->fill, l->list[i]);
		fill_puts(t->fill, l->list[i]);
		close_link(t->fill, l->list[i]);
		fill_unkeep(t->fill, FILL_WORDS);
		fill_out(t->fill);
	}
}

void
text_free_links(struct links *l)
{
	xmlHashFree(l->numbers, NULL);
	free(l->list);
	*l = (struct links){0};
}
