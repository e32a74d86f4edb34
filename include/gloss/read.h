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
 * Namespace of the attribute "line", for elements that begin after line 65,534,
 * where libxml2 stops counting.
 */
#define READ_NS "urn:glossc:read"

struct read_options {
	const char *const *folders;  /* -I, NULL-terminated */
	const char *const *search;   /* --path, the same; or NULL */
	const char *const *entities; /* --entities, NULL-terminated */
	bool huge; /* lift the limits on depth, length and growth */
	bool lenient; /* an entity without its file is only a warning */
	bool indented; /* keep white space where DocBook has no text */
	struct strings *files; /* collects the names of the files read; or
			        * NULL */
};

/*
 * Does a file begin as SGML that is not XML?  False for a file that cannot be
 * read, and for standard input ("-"), from which nothing is taken.
 */
bool read_is_sgml(const char *path);

/*
 * Parses path ("-": standard input) and resolves entities and XIncludes.  Other
 * files are read only from path's folder and below, from the current folder and
 * below (neither if it is /, /dev or in /proc), from the given folders, and from
 * where the XML catalog leads; never from the network.  A file that is not where
 * the document says is looked for by the last part of its name in the search
 * folders.  Returns the tree, to be freed with xmlFreeDoc(); or NULL on an
 * error, which d describes.
 */
xmlDoc *read_document(const char *path, const struct read_options *options,
    struct diags *d);

/*
 * The file that an element was read from, be it an entity or an XInclude.  Free
 * it with xmlFree().
 */
xmlChar *read_file_of(const xmlNode *node);

/* Maximum length of a URL in bytes: file names are no longer. */
enum { READ_URL_MAX = 4096 };

/*
 * The base URL of a node: that of its document, combined with each enclosing
 * xml:base.  NULL if it is longer than READ_URL_MAX.  Free it with free().
 */
char *read_base_of(const xmlNode *node);

/*
 * Keeps the base URL of an element that was moved or copied: adds an xml:base
 * if the new position needs one.
 */
void read_set_base(xmlNode *node, const char *base);

/* The line of an element or a text in its file. */
long read_line_of(const xmlNode *node);

/* Gives a new node the line of the node that it replaces. */
void read_copy_line(xmlNode *to, const xmlNode *from);

/*
 * libxml2 stores 16-bit line numbers; larger ones are computed from an
 * attribute of an ancestor.  Call this before moving a node out of its parent
 * or giving it an xml:base.
 */
void read_keep_line(xmlNode *node);

#endif
