/* SPDX-License-Identifier: MIT */
/* Generated words for passages in a language other than the document's. */
#ifndef LAYOUT_PASSAGE_WORDS_H
#define LAYOUT_PASSAGE_WORDS_H

#include <libxml/tree.h>

#include "stylesheets.h"

struct tongues;

/*
 * own: the document's translation, or NULL; sheets: NULL-terminated list of the
 * stylesheets that declare words, of which earlier ones override later ones.
 * Free it with tongues_free().
 */
struct tongues *tongues_new(
    const struct stylesheet *own, const struct stylesheet *const *sheets);
void tongues_free(struct tongues *t);

/*
 * The value of a stylesheet parameter at a node, if the node is in a language
 * other than the document's and that has a translation; else NULL.  The text is
 * valid until tongues_free().
 */
const char *tongues_word(
    struct tongues *t, const xmlNode *node, const char *name);

/* The language of an element inside the document; NULL: the document's. */
const char *tongues_lang(const xmlNode *node);

#endif
