/* SPDX-License-Identifier: MIT */
/* Plain text, for the formats that hold some. */
#ifndef TEXT_TEXT_H
#define TEXT_TEXT_H

#include <stdbool.h>

#include "gloss/write.h"

/* Items that go to texts of their own, and who takes those. */
struct text_apart {
	bool (*is_one)(const xmlNode *item);
	/* the text stays ours */
	void (*take)(void *data, const xmlNode *item, const struct buf *text);
	void *data;
};

/* The acts, one for each layout element. */
extern const struct act text_acts[L_COUNT];

/*
 * Adds a document as a text file has it.  With apart, items that it wants come
 * as they are met, each a whole text with its own notes, and are left out of
 * the rest; not those inside of others or of tables.
 */
void text_write(const xmlNode *document, const struct write_options *options,
    const struct text_apart *apart, struct buf *out);

#endif
