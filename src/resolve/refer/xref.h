/* SPDX-License-Identifier: MIT */
/* The fourth step of resolve: every reference knows where it leads. */
#ifndef RESOLVE_XREF_H
#define RESOLVE_XREF_H

#include "gloss/resolve.h"
#include "index.h"
#include "other_documents.h"

/*
 * Writes target, kind, text and number on each reference below root, and on
 * what leads into another document of refs its manual and section.  What they
 * print has a limit, past which they have no text and d an error; the option
 * huge lifts it.
 */
void xref_resolve(xmlNode *root, struct index *ix, struct refs *refs,
    const struct resolve_options *options, struct diags *d);

#endif
