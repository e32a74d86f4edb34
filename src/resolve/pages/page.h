/* SPDX-License-Identifier: MIT */
/* The name, section and date of each page. */
#ifndef RESOLVE_PAGE_H
#define RESOLVE_PAGE_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "util/buf.h"
#include "gloss/resolve.h"

/* The names that pages and what leads to them have. */
struct pages;

/*
 * Writes name, section and date on the root and on every refentry, and alias on
 * the refnames that may become files.  Of pages with one name, which d hears of,
 * all but the first get a number.  The caller frees the names that are taken
 * then with pages_free().
 */
struct pages *page_mark(xmlNode *root, const struct resolve_options *options,
    struct diags *d);
void pages_free(struct pages *p);

/*
 * False, and d hears of it: what all pages say of the document they are in, such
 * as its title and its language, is more than a limit, which huge lifts.
 */
bool page_fits(xmlNode *root, const struct resolve_options *options,
    const char *lang, struct diags *d);

/* Takes a name in a section of the manual; false: it is not free. */
bool page_claim(struct pages *p, const char *name, const char *section);

/*
 * Adds what is safe of a text in the name of a file and of a man page, whatever
 * the document says: letters without their marks, digits, "-", "_", "." and
 * "+", no "." or "-" first; anything else becomes a "-".  False: a letter was
 * lost, so that the text is not to be known again.
 */
bool page_safe(struct buf *out, const char *text);

#endif
