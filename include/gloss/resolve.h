/* SPDX-License-Identifier: MIT */
/* The second stage: one vocabulary, and every reference knows its target. */
#ifndef GLOSS_RESOLVE_H
#define GLOSS_RESOLVE_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "util/buf.h"
#include "util/diag.h"
#include "util/strings.h"

#define DOCBOOK_NS "http://docbook.org/ns/docbook"
#define RESOLVED_NS "urn:glossc:resolved"

/*
 * What the stylesheets may rely on in a resolved tree, so that they never
 * search, count or sort:
 *
 * Shape.  Every element has its DocBook 5 name and namespace, its xml:id and
 * xml:lang; comments are gone, and processing instructions have become what
 * they stand for: an sbr, an r:rule (a block), words (but the revhistory
 * of an entry is left as it was: it is metadata, and long).  An element that
 * holds blocks holds nothing else: loose text was wrapped in a para, white
 * space dropped.  A para (title, term...) holds inlines only: one with a list
 * in it was split, its later parts bear r:continued="yes".  Where any other
 * element bore a link, the words in it are in a link now.  A footnote became
 * a footnoteref where it stood; the footnote itself went into an r:footnotes
 * that is the last block of its section (for --split, of its entry).  What bears an
 * id and is no place by itself has an anchor before it (in a para, if that is
 * it), and an indexterm stands where its zone is.
 *
 * Attributes, all in RESOLVED_NS:
 *   anchor   on what can be pointed to: the name that a reader sees and types,
 *            unique even without blanks and , : ( ) . ; @ { } ' " ` \
 *   target   on a reference that leads somewhere in this document: the anchor
 *   kind     on the same: term, section, figure, table, footnote, item, ...
 *   remote, manual, section
 *            on a reference into another document: the anchor there, and its
 *            page; such a reference has no target
 *   text     on a reference without content: what to print for it
 *   untitled on the same, to a section without a title: its name, as the word
 *            for its kind is better than the text
 *   is       "section" on a row of docbook.def that IS_SECTION
 *   word     on an element whose row has a WORD, or a LABEL and a number, and
 *            on a reference that prints it: that word
 *   number   on what is numbered: "1", "a", "iv": as printed, without the point;
 *            on a figure, table, example or equation its label, if it has one
 *   part     on an r:label in an xref that xrefstyle words: it stands for the
 *            number, the word before that (name), or, without part, for both
 *   label    on parts, chapters, appendices and sections: "II", "A.1"
 *   repeated on an acronym or abbrev that the term before it ends with, or
 *            ("whole") is
 *   choice   on a simplelist: what a dbchoice has before the last member
 *   inline   on a synopsis among words, as in a term
 *   glued    on a part of a command line that no blank parts from the last
 *   mark     on an itemizedlist whose marks the source chose
 *   excerpt  on a root that holds only the entries that were looked up
 *   colspan, rowspan, align
 *            on a cell of a CALS table, where they are not 1 and left; columns
 *            that a row passes over have become empty entries
 *   name, section, date, source
 *            on the root (and on each refentry): of the page
 *   head     on an element whose words are in the head or the foot of a page:
 *            of its own one (own), of those that it is around (pages)
 *   pages    on an element that refentries are in
 *   frame    on the root: "no" where it is no page, but what is in it
 *   alias    on a refname: the same name for a file, where no page has it yet
 *   id       on an anchor that was put where something bears an id: that id
 *   of       on a link that was made of an element's own: that one's name;
 *            on a reference that another element was made of: its name
 *   made     on an index that is not the source's
 *   split    on the root: "yes" where its entries are pages of their own, and
 *            bear name, section and date
 *
 * The root for --aliases and --index, each entry that is a page for --split,
 * ends with an r:names: r:naming (of r:name, r:purpose) is a line of NAME,
 * r:alias another name for a file, r:page (name, section) a page to see also.
 */

/* A term to look up, and the result. */
struct lookup {
	const char *term;
	bool guesses; /* accept a similar name? */
	bool found;
	char *guess; /* the similar name that was accepted, or NULL */
	struct strings near; /* similar names, if the term was not found */
};

struct resolve_options {
	const char *name;    /* of the page; NULL: the document's own */
	const char *section; /* of the manual; NULL: the document's own, or 7 */
	const char *entry_section; /* section for split; NULL: that of the
				    * page */
	const char *lang;    /* BCP 47; NULL: the document's own, or en */
	const char *date;    /* YYYY-MM-DD for a document without a date; or
			      * NULL */
	const char *time;    /* HH:MM:SS of that date, UTC; or NULL */
	const char *const *profile; /* attribute, value, ..., NULL; or NULL */
	const char *outputformat; /* name of the format to be made, or NULL */
	xmlDoc *const *collections; /* trees as read, NULL-terminated; or
				     * NULL */
	xmlDoc *const *refs; /* the terms of other documents, likewise */
	struct buf *write_refs; /* receives the file of this document's
				 * terms; or NULL */
	/* a generated word of a language, to be freed; NULL: it has none */
	char *(*word)(const char *lang, const char *name);
	struct lookup *lookup; /* keep only the entries of this term; or NULL */
	bool exact;  /* do not find terms by other word forms */
	bool sort;   /* sort entries by the rules of the language */
	bool divide; /* a glossdiv for each letter */
	bool aliases; /* each entry's names are names of the page */
	bool split; /* each entry is a page of its own */
	bool no_frame; /* no page for what encloses the reference pages */
	bool index; /* list all terms again, sorted, and pages to see also */
	bool by_title; /* name pages by refentrytitle, not by a refname */
	bool huge;  /* lift the limits on duplicated content */
};

/*
 * Resolves doc in place, and the collections as far as that is needed.
 * Problems are added to d; the tree has the shape above even after errors.
 * Returns false if the root is not DocBook or a limit on duplicated content was
 * exceeded.
 */
bool resolve(xmlDoc *doc, const struct resolve_options *options,
    struct diags *d);

/*
 * Has a resolved tree an element that is neither DocBook's nor of the shape
 * above?  Layout reports those of them that it meets and does not know.
 */
bool resolve_has_unknown(const xmlDoc *doc);

/*
 * Frees a document, resolved or not, and the index that resolve() keeps with
 * it.  Freeing the index takes nearly as long as building it, so this is left
 * until documents are freed.
 */
void resolve_free(xmlDoc *doc);

#endif
