/* SPDX-License-Identifier: MIT */
/* The check that stands between the stylesheets and the writers. */
#ifndef VOCABULARY_CHECK_H
#define VOCABULARY_CHECK_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "util/diag.h"
#include "vocabulary.h"

/*
 * Checks a layout tree with that root against the vocabulary, in one pass, by a
 * loop.  White space where no text may stand is taken out; each element learns
 * which it is (layout_element()).  False: something does not belong there, and
 * d says what and where; the writers must not see the tree then.
 */
bool layout_check(xmlDoc *doc, enum layout_element root, struct diags *d);

#endif
