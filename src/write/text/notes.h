/* SPDX-License-Identifier: MIT */
/* Footnotes of items that become texts of their own (see text_write()). */
#ifndef TEXT_NOTES_H
#define TEXT_NOTES_H

#include <stdbool.h>
#include <stddef.h>

#include <libxml/tree.h>

#include "text.h"

struct notes;

/* Finds the footnotes of a document; never NULL. */
struct notes *notes_new(const xmlNode *document,
    const struct text_apart *apart);
void notes_free(struct notes *n);

/* Is this a footnote that only such items refer to? */
bool notes_leaves(const struct notes *n, const xmlNode *item);

/*
 * The footnotes that an item refers to, and those that these refer to, each
 * once; valid until the next call, for another item.
 */
const xmlNode *const *notes_of(struct notes *n, const xmlNode *item,
    size_t *count);

/*
 * Counts the bytes written for the notes of an item: past a limit, notes are
 * not repeated.
 */
void notes_wrote(struct notes *n, size_t bytes);

#endif
