/* SPDX-License-Identifier: MIT */
/* The stylesheets that are part of the program, and their words. */
#ifndef STYLESHEETS_H
#define STYLESHEETS_H

#include <stddef.h>

struct stylesheet {
	const char *name; /* as below xsl/: "common/blocks.xsl", "words/de" */
	const char *bytes;
	size_t len;
};

/* embed.sh writes it from the files in xsl/; the last has no name. */
extern const struct stylesheet stylesheets[];

#endif
