/* SPDX-License-Identifier: MIT */
/* Removes line breaks between CJK ideographs, where no space belongs. */
#ifndef RESOLVE_CJK_BREAKS_H
#define RESOLVE_CJK_BREAKS_H

#include <libxml/tree.h>

/*
 * Removes each space of a text that stands for a line break between ideographs,
 * also if these are in other inlines of the paragraph, whose elements must have
 * their rows.
 */
void joints_close(xmlNode *text);

#endif
