/* SPDX-License-Identifier: MIT */
/* XInclude: content from other files, within limits. */
#ifndef READ_INCLUDE_H
#define READ_INCLUDE_H

#include <stdbool.h>
#include <stddef.h>

#include <libxml/tree.h>

#include "util/buf.h"
#include "util/diag.h"
#include "sandbox.h"

/* Callbacks to the reader. */
struct include_reader {
	void *data;
	struct diags *d;
	bool huge; /* no limits */
	const char *const *search; /* folders that find() searches, or NULL */

	/* Opens a file if it may be read: see sandbox_find(). */
	enum sandbox_answer (*find)(void *data, const char *url,
	    struct sandbox_file *file);

	/* Parses a file for doc; reports errors and returns NULL. */
	xmlDoc *(*parse)(void *data, const struct sandbox_file *file,
	    const xmlDoc *doc);

	/* Reads a file as text; returns the reason why it failed, or NULL. */
	const char *(*bytes)(void *data, const struct sandbox_file *file,
	    struct buf *b);

	/* May the document grow by this many bytes? */
	bool (*spend)(void *data, size_t bytes);
};

/* Approximate memory of a list of nodes in bytes. */
size_t include_weight(const xmlNode *first);

/*
 * Reports a file that cannot be read, with the place that names it; search is
 * NULL or lists the folders that were searched for it.
 */
void include_say_unread(struct diags *d, const char *file, long line,
    const char *url, enum sandbox_answer why, const char *const *search);

/*
 * Replaces each XInclude of the document, and those in included content, by
 * what it includes (XInclude 1.1, without media types).  Reports errors.
 */
void include_all(xmlDoc *doc, const struct include_reader *reader);

/* Is this the name of an XInclude element? */
bool include_is_ns(const xmlChar *uri);

#endif
