/* SPDX-License-Identifier: MIT */
/* The check of layout trees, between the stylesheets and the writers. */
#ifndef VOCABULARY_CHECK_H
#define VOCABULARY_CHECK_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "util/diag.h"
#include "vocabulary.h"

/*
 * Checks a layout tree with the given root against the vocabulary, in one pass,
 * without recursion.  Removes white space where no text is allowed, and stores
 * in each element which one it is (layout_element()).  Returns false if the
 * tree is invalid; d says what and where, and the tree must not be written.
 */
bool layout_check(xmlDoc *doc, enum layout_element root, struct diags *d);

#endif
