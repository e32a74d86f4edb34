/* SPDX-License-Identifier: MIT */
/* Sections without titles, and what stands in them out of DocBook's order. */
#ifndef RESOLVE_SECTIONS_H
#define RESOLVE_SECTIONS_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "docbook/docbook.h"

/*
 * Blocks come before sections.  One that follows a section, which DocBook does
 * not allow, is read as its end, and so that is where it goes; an info goes to
 * the top.
 */
void sections_order(xmlNode *node);

/*
 * A section without a title, which DocBook hardly allows, has no heading: what
 * is in it is read as a part of what it is in.  False: it is no such section.
 */
bool sections_open(xmlNode *node);

/* What the entries of an element make, as one and below its blocks. */
enum docbook_id sections_list(const xmlNode *node);

/*
 * Blocks come before entries.  Where one follows an entry, which DocBook does
 * not allow, the entries on both sides of it become lists, which are blocks.
 */
void sections_part_entries(xmlNode *holder);

#endif
