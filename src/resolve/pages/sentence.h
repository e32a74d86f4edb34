/* SPDX-License-Identifier: MIT */
/* The first sentence of a text. */
#ifndef RESOLVE_SENTENCE_H
#define RESOLVE_SENTENCE_H

#include "util/buf.h"

struct sentences;

/* For texts in a language (BCP 47); freed with sentences_free(). */
struct sentences *sentences_new(const char *lang);
void sentences_free(struct sentences *s);

/*
 * Cuts a text of one line to its first sentence (UAX #29, with what CLDR knows
 * of abbreviations), and takes the full stop or colon from its end.
 */
void sentences_first(struct sentences *s, struct buf *text);

#endif
