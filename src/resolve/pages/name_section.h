/* SPDX-License-Identifier: MIT */
/* The last step of resolve: entries as names and as pages. */
#ifndef RESOLVE_NAME_SECTION_H
#define RESOLVE_NAME_SECTION_H

#include <libxml/tree.h>

#include "gloss/resolve.h"
#include "page.h"

/*
 * Puts an r:names into the root for --aliases and --index, and for --split into
 * each entry, which then is a page too.  The names are claimed from pages.
 */
void naming_mark(xmlNode *root, const struct resolve_options *options,
    const char *lang, struct pages *pages, struct diags *d);

#endif
