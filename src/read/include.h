/* SPDX-License-Identifier: MIT */
/* XInclude: what a document takes from other files, within bounds. */
#ifndef READ_INCLUDE_H
#define READ_INCLUDE_H

#include <stdbool.h>
#include <stddef.h>

#include <libxml/tree.h>

#include "util/buf.h"
#include "util/diag.h"
#include "sandbox.h"

/* The reader, asked by what includes. */
struct include_reader {
	void *data;
	struct diags *d;
	bool huge; /* no limits */

	/* Opens a file, if it may be read: see sandbox_find(). */
	enum sandbox_answer (*find)(void *data, const char *url,
	    struct sandbox_file *file);

	/* Parses a file for doc; NULL where it is at fault, which is said. */
	xmlDoc *(*parse)(void *data, const struct sandbox_file *file,
	    const xmlDoc *doc);

	/* Reads a file as it is; why it can't be, or NULL. */
	const char *(*bytes)(void *data, const struct sandbox_file *file,
	    struct buf *b);

	/* May the document grow by this? */
	bool (*spend)(void *data, size_t bytes);
};

/* About what a list of nodes takes in memory. */
size_t include_weight(const xmlNode *first);

/* Says that a file can't be had, at a place. */
void include_say_unread(struct diags *d, const char *file, long line,
    const char *url, enum sandbox_answer why);

/*
 * Puts what each XInclude of the document asks for in its place (XInclude 1.1,
 * but for media types), also those in what is included.  What is wrong is said.
 */
void include_all(xmlDoc *doc, const struct include_reader *reader);

/* Is this the name of an XInclude? */
bool include_is_ns(const xmlChar *uri);

#endif
