/* SPDX-License-Identifier: MIT */
/* Plain text, for the formats that contain it. */
#ifndef TEXT_TEXT_H
#define TEXT_TEXT_H

#include <stdbool.h>

#include "gloss/write.h"

/* Items that become texts of their own, and the function that takes these. */
struct text_apart {
	bool (*is_one)(const xmlNode *item);
	/* the writer owns the text */
	void (*take)(void *data, const xmlNode *item, const struct buf *text);
	void *data;
};

/* The acts, one for each layout element. */
extern const struct act text_acts[L_COUNT];

/*
 * Appends a document as plain text.  If apart is not NULL, each list item for
 * which is_one() returns true is written as a separate text with its own notes,
 * passed to take(), and left out of out; nested items and items in tables are
 * not.
 */
void text_write(const xmlNode *document, const struct write_options *options,
    const struct text_apart *apart, struct buf *out);

#endif
