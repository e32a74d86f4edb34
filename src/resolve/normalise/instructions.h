/* SPDX-License-Identifier: MIT */
/* Processing instructions that authors rely on. */
#ifndef RESOLVE_INSTRUCTIONS_H
#define RESOLVE_INSTRUCTIONS_H

#include <libxml/tree.h>

#include "gloss/resolve.h"
#include "util/diag.h"

/* Instructions whose words are known only after all names are DocBook 5's. */
struct instructions {
	xmlNode **stamps; /* elements that replace dbtimestamp instructions */
	size_t len;
	size_t cap;
};

/*
 * Replaces an instruction by what it stands for: a line break (sbr), a rule
 * (r:rule), the word before the last member of a simplelist (r:choice on the
 * list), or a date.  Others are removed, but the words around them stay
 * separate.  Returns the next node.
 */
xmlNode *instructions_replace(struct instructions *in, xmlNode *instruction,
    const xmlNode *root);

/*
 * Inserts the dates: SOURCE_DATE_EPOCH, or else the document's.  Reports those
 * that cannot be filled in, and frees the list.
 */
void instructions_finish(struct instructions *in,
    const struct resolve_options *options, struct diags *d);

#endif
