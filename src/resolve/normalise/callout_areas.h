/* SPDX-License-Identifier: MIT */
/* Marks in a listing that the source has put beside it. */
#ifndef RESOLVE_CALLOUT_AREAS_H
#define RESOLVE_CALLOUT_AREAS_H

#include <libxml/tree.h>

/*
 * Puts a co or a coref at the end of each line of a programlistingco's or
 * screenco's listing that one of its areas names, or else at the listing's end;
 * what led to the area leads there.
 */
void areas_place(xmlNode *holder);

#endif
