/* SPDX-License-Identifier: MIT */
/* What a writer wants to know of a glossary that resolves. */
#ifndef RESOLVE_LINT_H
#define RESOLVE_LINT_H

#include "index.h"

/*
 * Reports, of a tree whose references are resolved: entries that define
 * nothing, and where -W asks for it firstterms without an entry, entries that
 * nothing refers to, and text that names an entry without a link.
 */
void lint_check(xmlNode *root, const struct index *ix, struct diags *d);

#endif
