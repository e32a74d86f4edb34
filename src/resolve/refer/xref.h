/* SPDX-License-Identifier: MIT */
/* The fourth step of resolve: resolves references. */
#ifndef RESOLVE_XREF_H
#define RESOLVE_XREF_H

#include "gloss/resolve.h"
#include "index.h"
#include "other_documents.h"

/*
 * Sets target, kind, text and number on each reference below root; and manual
 * and section on those into other documents.  If their text exceeds a limit, it
 * is left out and an error is reported; huge lifts the limit.
 */
void xref_resolve(xmlNode *root, struct index *ix, struct refs *refs,
    const struct resolve_options *options, struct diags *d);

#endif
