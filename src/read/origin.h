/* SPDX-License-Identifier: MIT */
/* Where a node comes from, kept in the tree itself: its file and its line. */
#ifndef READ_ORIGIN_H
#define READ_ORIGIN_H

#include <stddef.h>

#include <libxml/tree.h>

/*
 * Notes, for read_file_of() and read_line_of(), what libxml2 does not keep of
 * an element that begins in this line of a file: the file of what comes out of
 * an external entity, as seen from the document, and a line that a node has no
 * room for.  Both files are URLs.  What comes out of an internal entity has no
 * file (NULL), and gets line 0: read_line_of() then gives that of the element
 * around the reference.
 */
void origin_note(xmlNode *node, const char *file, int line,
    const char *document);

/* The same for a text that is new. */
void origin_note_text(xmlNode *text, const char *file, int line);

#endif
