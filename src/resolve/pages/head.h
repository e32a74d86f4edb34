/* SPDX-License-Identifier: MIT */
/* Date and source of a page, as its head and foot print them. */
#ifndef RESOLVE_HEAD_H
#define RESOLVE_HEAD_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "util/buf.h"

/* The elements that name a page's package; NULL if missing. */
struct source {
	xmlNode *name, *version;
};

/* What pages inherit from their ancestors; zero it before its first use. */
struct heads {
	const char *fallback; /* date for a document without one; or NULL */
	/* private to head.c: what pages in this element inherit */
	const xmlNode *around;
	struct source source;
	xmlNode *dated;
	struct buf date;
};

/*
 * Sets date and source (see gloss/resolve.h) on a page: the root or a refentry,
 * which inherits what it lacks from its ancestors.  Elements that say nothing
 * more than that are marked with r:head.
 */
void head_mark(struct heads *h, xmlNode *page);
void heads_free(struct heads *h);

/*
 * Appends the date in the info or refmeta of an element as YYYY-MM-DD, or
 * unchanged if it names no day; returns false if there is none.
 */
bool head_date(const xmlNode *page, struct buf *date);

/* The info of an element, or NULL; only its first children are checked. */
xmlNode *head_info(const xmlNode *node);

#endif
