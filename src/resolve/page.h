/* SPDX-License-Identifier: MIT */
/* The last step of resolve: the name, section and date of each page. */
#ifndef RESOLVE_PAGE_H
#define RESOLVE_PAGE_H

#include <libxml/tree.h>

#include "gloss/resolve.h"

/* Writes name, section and date on the root and on every refentry. */
void page_mark(xmlNode *root, const struct resolve_options *options);

#endif
