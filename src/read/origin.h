/* SPDX-License-Identifier: MIT */
/* The file and line of nodes, stored in the tree. */
#ifndef READ_ORIGIN_H
#define READ_ORIGIN_H

#include <stddef.h>

#include <libxml/tree.h>

/*
 * Stores what libxml2 does not keep of an element that begins in this line of a
 * file: the file, if it is an external entity, as seen from the document; and a
 * line number that does not fit into the node.  Both files are URLs.  An element
 * from an internal entity has no file (NULL), and gets line 0: read_line_of()
 * then returns that of the element around the reference.
 */
void origin_note(xmlNode *node, const char *file, int line,
    const char *document);

/* The same for a new text. */
void origin_note_text(xmlNode *text, const char *file, int line);

#endif
