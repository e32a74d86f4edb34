/* SPDX-License-Identifier: MIT */
/* Transliterates text to ASCII; nothing is lost. */
#ifndef TEXT_ASCII_H
#define TEXT_ASCII_H

#include <stddef.h>

#include "util/buf.h"

/*
 * Ready for use with all but lang zero; free it with ascii_free().  lang is a
 * BCP 47 tag, or NULL, and stays the caller's.
 */
struct ascii {
	const char *lang;
	void *transliterator;
	void *units;
	size_t cap;
	size_t *han; /* offset of each ideograph in spelled; 0: not yet */
	struct buf spelled;
};

/*
 * Appends valid UTF-8 to out as ASCII: quotes, dashes, arrows and the like by a
 * table, letters of any script by ICU.  Other characters are shown by code
 * point, "<U+2603>"; only diacritics and invisible characters are dropped.
 */
void ascii_add(struct ascii *a, struct buf *out, const char *utf8, size_t len);

void ascii_free(struct ascii *a);

#endif
