/* SPDX-License-Identifier: MIT */
/* Blanks that a source has for its own looks, at the ends of what it says. */
#ifndef RESOLVE_BLANKS_H
#define RESOLVE_BLANKS_H

#include <stdbool.h>

#include <libxml/tree.h>

/*
 * Takes the blanks at one end of a text, if it is one: what a block has cut off
 * would be printed in the font of the inline that was cut.  NULL: there is none.
 */
void trim_text(xmlNode *text, bool end);

/*
 * A title, and a part of an entry, a name or a work, has no blanks around it,
 * however it is indented: a bracket, a comma or a full stop is to follow.
 */
void trim_part(xmlNode *node);

/* An address is data in lines: it is indented as the source around it is. */
void trim_address(xmlNode *address);

#endif
