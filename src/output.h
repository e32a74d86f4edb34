/* SPDX-License-Identifier: MIT */
/* Files appear whole and together, or not at all. */
#ifndef OUTPUT_H
#define OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "gloss/buf.h"
#include "gloss/diag.h"

struct output {
	char *path;              /* "-": standard output */
	const struct buf *bytes;
	const char *link;        /* a symbolic link to that instead; or NULL */
	char *temporary;         /* output.c's own */
};

/*
 * Writes each output beside its place and, when all are complete, renames them
 * into it.  A device or a FIFO is written to as it is.  False: d says why, and
 * no file was made or changed.
 */
bool output_write(struct output *list, size_t len, struct diags *d);

#endif
