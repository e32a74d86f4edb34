/* SPDX-License-Identifier: MIT */
/*
 * Sections without titles, and content in an order that DocBook does not allow.
 */
#ifndef RESOLVE_SECTIONS_H
#define RESOLVE_SECTIONS_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "docbook/docbook.h"

/*
 * Moves blocks before sections.  A block after a section, which DocBook does
 * not allow, becomes the end of that section; an info is moved to the top.
 */
void sections_order(xmlNode *node);

/*
 * Dissolves a section without a title, which DocBook hardly allows: its content
 * becomes its parent's.  Returns false if it is no such section.
 */
bool sections_open(xmlNode *node);

/* The list to make of an element's entries that stand among blocks. */
enum docbook_id sections_list(const xmlNode *node);

/*
 * Moves blocks before entries.  If a block follows an entry, which DocBook does
 * not allow, the entries around it become lists, which are blocks.
 */
void sections_part_entries(xmlNode *holder);

#endif
