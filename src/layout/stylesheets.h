/* SPDX-License-Identifier: MIT */
/* The stylesheets that are part of the program, and their words. */
#ifndef LAYOUT_STYLESHEETS_H
#define LAYOUT_STYLESHEETS_H

#include <stddef.h>

/* A template that only documents with one of some elements need. */
struct part {
	size_t from, to;      /* where in the stylesheet's bytes */
	const char *elements; /* "para simpara " */
};

struct stylesheet {
	const char *name; /* as below xsl/: "common/blocks.xsl", "words/de" */
	const char *bytes;
	size_t len;
	const struct part *parts; /* in order; the last has no elements */
};

/* embed.sh writes it from the files in xsl/; the last has no name. */
extern const struct stylesheet stylesheets[];

#endif
