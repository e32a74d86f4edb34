/* SPDX-License-Identifier: MIT */
/* Strips indentation and other insignificant white space. */
#ifndef RESOLVE_BLANKS_H
#define RESOLVE_BLANKS_H

#include <stdbool.h>

#include <libxml/tree.h>

/*
 * Strips the white space at one end of a text, if node is a text: after a block
 * was cut out of an inline, it would be printed in the inline's font.  May be
 * NULL.
 */
void trim_text(xmlNode *text, bool end);

/*
 * Strips white space at the ends of titles and of the parts of entries, names
 * and bibliographic works: a bracket, comma or full stop may follow them.
 */
void trim_part(xmlNode *node);

/* Removes the indentation of an address, whose lines are kept. */
void trim_address(xmlNode *address);

#endif
