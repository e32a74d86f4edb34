/* SPDX-License-Identifier: MIT */
/* What the head and the foot of a page say of it: its date and its source. */
#ifndef RESOLVE_HEAD_H
#define RESOLVE_HEAD_H

#include <libxml/tree.h>

#include "util/buf.h"

/* The elements that say which package a page is of; NULL where none does. */
struct source {
	xmlNode *name, *version;
};

/* What pages have from what they are in; cleared before its first use. */
struct heads {
	const char *fallback; /* the date where the document has none; or NULL */
	/* head.c's own: what the pages in this element have */
	const xmlNode *around;
	struct source source;
	xmlNode *dated;
	struct buf date;
};

/*
 * Writes date and source (see gloss/resolve.h) on a page: the root or a
 * refentry, which has from the elements around it what it does not say itself.
 * Each element that says no more than that is marked with head.
 */
void head_mark(struct heads *h, xmlNode *page);
void heads_free(struct heads *h);

/* The info of an element, or NULL; only its first children are looked at. */
xmlNode *head_info(const xmlNode *node);

#endif
