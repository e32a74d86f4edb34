/* SPDX-License-Identifier: MIT */
/* The last step of resolve: names of entries and their pages. */
#ifndef RESOLVE_NAME_SECTION_H
#define RESOLVE_NAME_SECTION_H

#include <libxml/tree.h>

#include "gloss/resolve.h"
#include "page.h"

/*
 * Adds an r:names to the root for --aliases and --index, and to each entry for
 * --split, which makes it a page.  Their names are claimed from pages.
 */
void naming_mark(xmlNode *root, const struct resolve_options *options,
    const char *lang, struct pages *pages, struct diags *d);

#endif
