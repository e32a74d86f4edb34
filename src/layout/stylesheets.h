/* SPDX-License-Identifier: MIT */
/* The stylesheets that are part of the program. */
#ifndef STYLESHEETS_H
#define STYLESHEETS_H

#include <stddef.h>

struct stylesheet {
	const char *name; /* as below xsl/: "common/blocks.xsl" */
	const char *bytes;
	size_t len;
};

/* embed.sh writes it from the files in xsl/; the last has no name. */
extern const struct stylesheet stylesheets[];

#endif
