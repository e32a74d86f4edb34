/* SPDX-License-Identifier: MIT */
/* The third stage: XSLT turns DocBook into the layout vocabulary. */
#ifndef GLOSS_LAYOUT_H
#define GLOSS_LAYOUT_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "gloss/diag.h"
#include "gloss/strings.h"

struct layout_options {
	/* name, value, name, value, ..., NULL: strings, not XPath */
	const char *const *params;
	/* the user's stylesheet over the built-in one, or NULL */
	const char *stylesheet;
	/* BCP 47: the language of the generated words */
	const char *lang;
	/* gets the name of each stylesheet file read; or NULL */
	struct strings *files;
	/* whether passages are in other languages, and so their words */
	bool tongues;
};

/*
 * Sets up what libxslt keeps for the whole process; to be called once, before
 * the first layout() and from one thread.
 */
void layout_init(void);

/*
 * Lays out a resolved document for a format ("man", "texinfo", "text").
 *
 * Returns a tree in the layout vocabulary that has passed the check, which the
 * caller frees with xmlFreeDoc(); or NULL, and d says why.  The resolved tree
 * is not changed, so several threads may lay out one tree.  Stylesheets cannot
 * write files nor read the network.
 */
xmlDoc *layout(xmlDoc *resolved, const char *format,
    const struct layout_options *options, struct diags *d);

#endif
