/* SPDX-License-Identifier: MIT */
/* Writes all output files, or none. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "util/buf.h"
#include "util/diag.h"

struct output {
	char *path;              /* "-": standard output */
	const struct buf *bytes;
	const char *link;        /* target of a symbolic link to be made
				  * instead; or NULL */
	bool is_xml;             /* may hold control characters from the
				  * input */
	/* private to output.c: */
	bool is_systems; /* a link of the system, such as /dev/stdout */
	char *temporary; /* the name of the temporary file, */
	enum { OUTPUT_NOWHERE, OUTPUT_BESIDE, OUTPUT_IN_PLACE } state;
	char *before;    /* and of the old file that it replaced, */
	bool is_kept;    /* if this was kept, */
	bool is_new;     /* or if there was none */
};

/*
 * Makes the folders of the outputs.  If one cannot be made, output_write()
 * reports it.
 */
void output_make_folders(const struct output *list, size_t len);

/* Is there a folder of this name? */
bool output_is_folder(const char *path);

/*
 * Writes each output to a temporary file in its folder and, after all are
 * complete, renames them; a symbolic link at the path is replaced, not
 * followed.  Devices and FIFOs are written directly; on a terminal the controls
 * in XML are escaped.  Returns false on an error, which d describes; then no
 * file was made or changed.  A signal that ends the program is delayed until
 * the temporary files are gone.  Nothing is synced to disk.
 */
bool output_write(struct output *list, size_t len, struct diags *d);

#endif
