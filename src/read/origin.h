/* SPDX-License-Identifier: MIT */
/* Where a node comes from, kept in the tree itself: its file and its line. */
#ifndef READ_ORIGIN_H
#define READ_ORIGIN_H

#include <stddef.h>

#include <libxml/tree.h>

/*
 * Notes, for read_file_of() and read_line_of(), what libxml2 does not keep of
 * an element that begins in this line of a file (NULL: unknown): the file of
 * what comes out of an external entity, as seen from the document, and a line
 * that a node has no room for.  Both files are URLs.
 */
void origin_note(xmlNode *node, const char *file, int line,
    const char *document);

/* The same for the line of a text, which may have been noted before. */
void origin_note_text(xmlNode *text, int line);

#endif
