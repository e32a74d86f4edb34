/* SPDX-License-Identifier: MIT */
/* Any text in the letters of ASCII: transliterated, never cut, never lost. */
#ifndef TEXT_ASCII_H
#define TEXT_ASCII_H

#include <stddef.h>

#include "util/buf.h"

/* Zero-initialised it is ready; ascii_free() frees what it has come to hold. */
struct ascii {
	void *transliterator;
	void *units;
	size_t cap;
	size_t *han; /* where each ideograph is in spelled; 0: not yet */
	struct buf spelled;
};

/*
 * Adds valid UTF-8 to out as ASCII: quotes, dashes, arrows and the like by a
 * table, letters of any script by ICU.  What has no such form is shown by its
 * number, "<U+2603>"; only marks on a letter and what is invisible go.
 */
void ascii_add(struct ascii *a, struct buf *out, const char *utf8, size_t len);

void ascii_free(struct ascii *a);

#endif
