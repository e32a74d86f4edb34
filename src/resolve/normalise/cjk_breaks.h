/* SPDX-License-Identifier: MIT */
/* Lines of the source that end between ideographs: no blank belongs there. */
#ifndef RESOLVE_CJK_BREAKS_H
#define RESOLVE_CJK_BREAKS_H

#include <libxml/tree.h>

/*
 * Takes away each blank of a text that is the end of a line between ideographs,
 * also if those stand in other inlines of the paragraph, whose elements have
 * their rows.
 */
void joints_close(xmlNode *text);

#endif
