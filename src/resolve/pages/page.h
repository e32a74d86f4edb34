/* SPDX-License-Identifier: MIT */
/* Name, section and date of each page. */
#ifndef RESOLVE_PAGE_H
#define RESOLVE_PAGE_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "util/buf.h"
#include "gloss/resolve.h"

/* The names of pages and of links to them that are taken. */
struct pages;

/*
 * Sets name, section and date on the root and each refentry, and alias on
 * refnames that may become files.  If several pages have the same name, all but
 * the first get a number, which is reported.  Returns the taken names, to be
 * freed with pages_free().
 */
struct pages *page_mark(xmlNode *root, const struct resolve_options *options,
    struct diags *d);
void pages_free(struct pages *p);

/*
 * Checks what all pages repeat of the document, such as its title and language.
 * Returns false and reports an error if it is more than a limit, which huge
 * lifts.
 */
bool page_fits(xmlNode *root, const struct resolve_options *options,
    const char *lang, struct diags *d);

/* Claims a name in a section of the manual; returns false if it is taken. */
bool page_claim(struct pages *p, const char *name, const char *section);

/*
 * Appends a text in a form that is safe in the name of a file and a page:
 * letters without diacritics, digits, "-", "_", "." and "+", without "." or "-"
 * at the start; anything else becomes "-".  Returns false if a letter was lost,
 * so that the text cannot be recognised.
 */
bool page_safe(struct buf *out, const char *text);

#endif
