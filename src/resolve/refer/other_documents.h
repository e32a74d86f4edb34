/* SPDX-License-Identifier: MIT */
/* The terms of other documents, read from refs files. */
#ifndef RESOLVE_OTHER_DOCUMENTS_H
#define RESOLVE_OTHER_DOCUMENTS_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "util/buf.h"
#include "util/diag.h"

/*
 * A refs file names a document and what can be pointed to in it:
 *
 *   <refs xmlns="urn:glossc:refs" name="virt-terms" section="7">
 *     <term anchor="live migration" id="live-migration">live migration</term>
 *
 * name and section are those of its page; section may be missing.  anchor is
 * the name that its own formats gave the place, id that of the source, where it
 * had one: an olink's targetdoc is the name, its targetptr the id.  The content
 * is text alone, in which a blank is as good as several: a name that references
 * may use, a row for each name of each entry, in the order of the document.  Of
 * several files, and several rows, the first that fits is taken; what else
 * stands in a file is passed over.
 */

/* A row, with its document; owned by the refs. */
struct refs_term {
	const char *name;
	const char *section;
	const char *anchor;
	char *text;
	bool whole; /* it stands for the whole document */
};

struct refs;

/*
 * Takes a NULL-terminated list of parsed files, or NULL; these, and lang, the
 * language of their terms, must outlive the result.  Reports errors in the
 * files.  Free the result with refs_free().
 */
struct refs *refs_new(xmlDoc *const *docs, const char *lang,
    struct diags *d);
void refs_free(struct refs *r);

/* The first row with this text, or NULL. */
const struct refs_term *refs_term(const struct refs *r, const char *text);

/*
 * The row that matches a text by other word forms, if it is the only one in the
 * first document that has any; or NULL.
 */
const struct refs_term *refs_form(struct refs *r, const char *text);

/* The row with an id in the document of this name, or NULL. */
const struct refs_term *refs_id(const struct refs *r, const char *name,
    const char *id);

/* The row for the whole document of this name, or NULL. */
const struct refs_term *refs_document(const struct refs *r, const char *name);

/* Appends the refs file of a resolved tree to out. */
void refs_write(const xmlNode *root, struct buf *out);

#endif
