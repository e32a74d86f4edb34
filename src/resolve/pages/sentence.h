/* SPDX-License-Identifier: MIT */
/* Finds the first sentence of a text. */
#ifndef RESOLVE_SENTENCE_H
#define RESOLVE_SENTENCE_H

#include "util/buf.h"

struct sentences;

/* For a language (BCP 47); free it with sentences_free(). */
struct sentences *sentences_new(const char *lang);
void sentences_free(struct sentences *s);

/*
 * Cuts a one-line text to its first sentence (UAX #29, with CLDR's
 * abbreviations), without the full stop or colon at its end.
 */
void sentences_first(struct sentences *s, struct buf *text);

#endif
