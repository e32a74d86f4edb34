/* SPDX-License-Identifier: MIT */
/* Files appear whole and together, or not at all. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "util/buf.h"
#include "util/diag.h"

struct output {
	char *path;              /* "-": standard output */
	const struct buf *bytes;
	const char *link;        /* a symbolic link to that instead; or NULL */
	bool is_xml;             /* controls in it are as they were read */
	/* output.c's own: */
	bool is_systems; /* a link of the system's, such as /dev/stdout */
	char *temporary; /* the name of a file beside it, */
	enum { OUTPUT_NOWHERE, OUTPUT_BESIDE, OUTPUT_IN_PLACE } state;
	char *before;    /* and that of what stood in its place, */
	bool is_kept;    /* if this was kept, */
	bool is_new;     /* or if nothing stood there */
};

/* Is a folder there, which outputs may go into? */
bool output_is_folder(const char *path);

/*
 * Writes each output beside its place and, when all are complete, renames them
 * into it; a symbolic link that stands there is replaced, not followed.  A
 * device or a FIFO is written to as it is, but XML with its controls shown
 * where that is a terminal.  False: d says why, and no file was
 * made or changed.  A signal that ends the program waits until nothing is left
 * beside.  Nothing is synced to the disk.
 */
bool output_write(struct output *list, size_t len, struct diags *d);

#endif
