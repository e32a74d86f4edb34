/* SPDX-License-Identifier: MIT */
/* Warnings for authors of glossaries. */
#ifndef RESOLVE_LINT_H
#define RESOLVE_LINT_H

#include "index.h"

/*
 * Reports, for a resolved tree, entries without a definition; and with -W
 * firstterms without an entry, entries that nothing refers to, and text that
 * names an entry without a link.
 */
void lint_check(xmlNode *root, const struct index *ix, struct diags *d);

#endif
