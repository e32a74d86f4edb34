/* SPDX-License-Identifier: MIT */
/* The fourth step of resolve: every reference knows where it leads. */
#ifndef RESOLVE_XREF_H
#define RESOLVE_XREF_H

#include "index.h"

/* Writes target, kind, text and number on each reference below root. */
void xref_resolve(xmlNode *root, struct index *ix, struct diags *d);

#endif
