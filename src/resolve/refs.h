/* SPDX-License-Identifier: MIT */
/* The terms of other documents, known without their sources. */
#ifndef RESOLVE_REFS_H
#define RESOLVE_REFS_H

#include "gloss/buf.h"
#include "gloss/diag.h"

#include <libxml/tree.h>

/*
 * A refs file names a document and what can be pointed to in it:
 *
 *   <refs xmlns="urn:glossc:refs" name="virt-terms" section="7">
 *     <term anchor="live migration" id="live-migration">live migration</term>
 *
 * name and section are those of its page, anchor is the name that its own
 * formats gave the place, id that of the source where it had one; the content
 * is a name that references may use, a row for each.
 */

/* One row, and the document that it is of; all belong to the refs. */
struct refs_term {
	const char *name;
	const char *section;
	const char *anchor;
	const char *text;
};

struct refs;

/*
 * Reads files, a NULL-terminated list or NULL; what is wrong with one goes to
 * d.  The caller frees the result with refs_free().
 */
struct refs *refs_read(const char *const *files, struct diags *d);
void refs_free(struct refs *r);

/* The first document's term of that text, or NULL. */
const struct refs_term *refs_term(const struct refs *r, const char *text);

/* What bears an id in the document of that name, or NULL. */
const struct refs_term *refs_id(const struct refs *r, const char *name,
    const char *id);

/* Adds the refs file of a resolved tree to out. */
void refs_write(const xmlNode *root, struct buf *out);

#endif
