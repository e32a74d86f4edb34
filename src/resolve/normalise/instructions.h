/* SPDX-License-Identifier: MIT */
/* Processing instructions that writers rely on. */
#ifndef RESOLVE_INSTRUCTIONS_H
#define RESOLVE_INSTRUCTIONS_H

#include <libxml/tree.h>

#include "gloss/resolve.h"
#include "util/diag.h"

/* Instructions whose words are known only when all names are DocBook 5's. */
struct instructions {
	xmlNode **stamps; /* each in the place of a dbtimestamp */
	size_t len;
	size_t cap;
};

/*
 * Replaces an instruction by what it stands for: a line break (an sbr), a rule
 * (an r:rule), the word before the last member of a simplelist (r:choice on the
 * list), a date.  Others leave nothing, but the words on both sides of one stay
 * two words.  Returns the node after it.
 */
xmlNode *instructions_replace(struct instructions *in, xmlNode *instruction,
    const xmlNode *root);

/*
 * Fills in the dates: SOURCE_DATE_EPOCH's, else the document's own; reports the
 * instructions that get none.  Frees what in holds.
 */
void instructions_finish(struct instructions *in, xmlNode *root,
    const struct resolve_options *options, struct diags *d);

#endif
