/* SPDX-License-Identifier: MIT */
/* Footnotes that go where the items go that call for them. */
#ifndef TEXT_NOTES_H
#define TEXT_NOTES_H

#include <stdbool.h>
#include <stddef.h>

#include <libxml/tree.h>

#include "text.h"

struct notes;

/* Those of a document, some of whose items go apart; never NULL. */
struct notes *notes_new(const xmlNode *document,
    const struct text_apart *apart);
void notes_free(struct notes *n);

/* Is this one that only items call for which go apart? */
bool notes_leaves(const struct notes *n, const xmlNode *item);

/*
 * The notes that an item calls for, and those that they call for, each once;
 * valid until the next call, which is for another.
 */
const xmlNode *const *notes_of(struct notes *n, const xmlNode *item,
    size_t *count);

/* So many bytes were those of that item; too much is not said again. */
void notes_wrote(struct notes *n, size_t bytes);

#endif
