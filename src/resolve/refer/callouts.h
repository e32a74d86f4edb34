/* SPDX-License-Identifier: MIT */
/* Gives callout marks the numbers of their callouts. */
#ifndef RESOLVE_CALLOUTS_H
#define RESOLVE_CALLOUTS_H

#include "index.h"

/* Sets number on each co and coref that a callout below root names. */
void marks_number(xmlNode *root, const struct index *ix);

#endif
