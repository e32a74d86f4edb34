/* SPDX-License-Identifier: MIT */
/* Puts the callout marks of areas into their listing. */
#ifndef RESOLVE_CALLOUT_AREAS_H
#define RESOLVE_CALLOUT_AREAS_H

#include <libxml/tree.h>

/*
 * Puts a co or coref at the end of each line of a programlistingco's or
 * screenco's listing that one of its areas names, or else at the end of the
 * listing.  References to the area then lead to the mark.
 */
void areas_place(xmlNode *holder);

#endif
