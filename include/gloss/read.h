/* SPDX-License-Identifier: MIT */
/* The first stage: files become one DocBook tree, inside a sandbox. */
#ifndef GLOSS_READ_H
#define GLOSS_READ_H

#include <stdbool.h>
#include <stddef.h>

#include <libxml/tree.h>

#include "util/diag.h"
#include "util/strings.h"

/*
 * The namespace of "line", which an element has that begins past line 65,534,
 * where libxml2 stops counting.
 */
#define READ_NS "urn:glossc:read"

struct read_options {
	const char *const *folders;  /* -I, NULL-terminated */
	const char *const *entities; /* --entities, NULL-terminated */
	bool huge; /* no limits on depth, length and growth */
	bool indented; /* white space stays where DocBook has no text, too */
	struct strings *files; /* gets the name of each file read; or NULL */
};

/*
 * Parses path ("-": standard input) with entities and XIncludes resolved.
 * Files other than path are read only from its folder and below, the current
 * folder and below (unless that is /), the given folders, and where the XML
 * catalog leads; never from the network.
 *
 * Returns the tree, which the caller frees with xmlFreeDoc(), or NULL when the
 * input is at fault: then d says why.
 */
xmlDoc *read_document(const char *path, const struct read_options *options,
    struct diags *d);

/*
 * The file that an element was read from, also when it came out of an entity
 * or an XInclude.  The caller frees it with xmlFree().
 */
xmlChar *read_file_of(const xmlNode *node);

/* No URL is longer, in bytes: no file has a longer name. */
enum { READ_URL_MAX = 4096 };

/*
 * The URL that references in a node are seen from: its document's, and each
 * xml:base around it.  NULL where a document has made it too long.  The caller
 * frees it with free().
 */
char *read_base_of(const xmlNode *node);

/*
 * Gives an element that was moved or copied the base that it had: an xml:base,
 * if it needs one where it stands now.
 */
void read_set_base(xmlNode *node, const char *base);

/* The line of an element or a text in that file. */
long read_line_of(const xmlNode *node);

/* Says of a node that was made for another that it begins in its line. */
void read_copy_line(xmlNode *to, const xmlNode *from);

/*
 * Part of a line past 65,535 hangs on where a node stands: to be said of one
 * before it goes out of an element, or gets an xml:base.
 */
void read_keep_line(xmlNode *node);

#endif
