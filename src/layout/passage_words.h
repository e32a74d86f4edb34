/* SPDX-License-Identifier: MIT */
/* Words for passages in another language than the document's. */
#ifndef LAYOUT_PASSAGE_WORDS_H
#define LAYOUT_PASSAGE_WORDS_H

#include <libxml/tree.h>

#include "stylesheets.h"

struct tongues;

/*
 * own: the words of the document, or NULL; sheets: the stylesheets that
 * declare words, ended by NULL, the last to override first.  The caller frees
 * it with tongues_free().
 */
struct tongues *tongues_new(
    const struct stylesheet *own, const struct stylesheet *const *sheets);
void tongues_free(struct tongues *t);

/*
 * What a parameter of the stylesheets is worth at a node, if that is not in the
 * document's own language but in another that there are words for; else NULL.
 * The text is valid until tongues_free().
 */
const char *tongues_word(
    struct tongues *t, const xmlNode *node, const char *name);

/* The language that an element inside the document is in; NULL: its own. */
const char *tongues_lang(const xmlNode *node);

#endif
