/* SPDX-License-Identifier: MIT */
/* Follows each glosssee, and reports chains and circles. */
#include <stdint.h>
#include <stdlib.h>

#include "util/alloc.h"
#include "util/buf.h"
#include "gloss/read.h"
#include "chains.h"
#include "wording.h"

/* Maximum bytes of a name in a message, as many messages may name it. */
enum { NAMED = 120 };

/* index + 1; 0: none. */
struct chain {
	xmlNode *entry;
	size_t next;
	size_t seen; /* in the walk of that number */
	size_t last; /* where the chain ends; 0: in a circle */
	char *end;   /* the name that notes have for it as an end, or NULL */
};

/* The chain link of an entry, which holds its number while we count. */
static size_t
chain_of(struct chains *c, xmlNode *entry)
{
	if (entry->psvi)
		return (size_t)(uintptr_t)entry->psvi;
	c->list = gloss_room(c->list, c->len, &c->cap, sizeof *c->list);
	c->list[c->len++] = (struct chain){ .entry = entry };
	entry->psvi = (void *)(uintptr_t)c->len;
	return c->len;
}

void
chains_note(struct chains *c, xmlNode *see, xmlNode *target)
{
	xmlNode *from = see->parent, *to = index_place(target);
	size_t n, m;

	if (docbook_id(see) != DB_glosssee ||
	    docbook_id(from) != DB_glossentry || to == NULL ||
	    docbook_id(to) != DB_glossentry)
		return;
	/* both first: either may move the list */
	n = chain_of(c, to);
	m = chain_of(c, from);
	c->list[m - 1].next = n;
}

static void
report_circle(const struct chains *c, size_t start, struct index *ix,
    struct diags *d)
{
	struct buf path = { 0 };
	xmlNode *entry = c->list[start - 1].entry;
	xmlChar *file = read_file_of(entry);
	size_t n = start;

	do {
		buf_putc(&path, '"');
		wording_name(c->list[n - 1].entry, &path, NULL, ix);
		buf_puts(&path, "\" -> ");
		n = c->list[n - 1].next;
	} while (n != start);
	buf_putc(&path, '"');
	wording_name(entry, &path, NULL, ix);
	buf_putc(&path, '"');
	diag(d, DIAG_CIRCLE, (const char *)file, read_line_of(entry),
	    "glosssee entries form a circle: %s", path.data);
	buf_free(&path);
	xmlFree(file);
}

/* Many chains may end at one entry: its name is cut, if it is long. */
static const char *
name_end(struct chain *link, struct index *ix)
{
	struct buf name = { 0 };
	size_t len = NAMED;

	if (link->end)
		return link->end;
	wording_name(link->entry, &name, NULL, ix);
	if (name.len > len) {
		while (len && (name.data[len] & 0xC0) == 0x80)
			len--;
		buf_truncate(&name, len);
		buf_puts(&name, "...");
	}
	link->end = name.data ? name.data : gloss_strdup("");
	return link->end;
}

/* Reports a chain of more than one step. */
static void
report_chain(const struct chains *c, size_t start, struct index *ix,
    struct diags *d)
{
	const struct chain *link = &c->list[start - 1];
	struct buf from = { 0 };
	xmlChar *file;

	if (link->next == 0 || link->last == 0 || link->next == link->last)
		return;
	file = read_file_of(link->entry);
	wording_name(link->entry, &from, NULL, ix);
	diag(d, DIAG_CHAIN, (const char *)file, read_line_of(link->entry),
	    "glosssee from \"%s\" passes through other entries; it ends at "
	    "\"%s\"",
	    buf_str(&from), name_end(&c->list[link->last - 1], ix));
	buf_free(&from);
	xmlFree(file);
}

/* A walk stops where an earlier one has been, so no link is followed twice. */
void
chains_follow(struct chains *c, struct index *ix, struct diags *d)
{
	for (size_t walk = 1; walk <= c->len; walk++) {
		size_t n = walk, end = 0, last;

		while (n && c->list[n - 1].seen == 0) {
			c->list[n - 1].seen = walk;
			end = n;
			n = c->list[n - 1].next;
		}
		if (n && c->list[n - 1].seen == walk)
			report_circle(c, n, ix, d);
		last = n == 0 ? end : c->list[n - 1].seen == walk ? 0 :
		    c->list[n - 1].last;
		for (size_t i = walk; end && i != n; i = c->list[i - 1].next) {
			if (c->list[i - 1].seen != walk)
				break;
			c->list[i - 1].last = last;
		}
	}
	for (size_t i = 1; i <= c->len; i++) {
		report_chain(c, i, ix, d);
		c->list[i - 1].entry->psvi = NULL;
	}
	for (size_t i = 0; i < c->len; i++)
		free(c->list[i].end);
	free(c->list);
}
