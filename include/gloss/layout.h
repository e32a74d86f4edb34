/* SPDX-License-Identifier: MIT */
/* The third stage: XSLT turns DocBook into the layout vocabulary. */
#ifndef GLOSS_LAYOUT_H
#define GLOSS_LAYOUT_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "util/diag.h"
#include "util/strings.h"

struct layout_options {
	/* name, value, name, value, ..., NULL: strings, not XPath */
	const char *const *params;
	/* the user's stylesheet that replaces the built-in one, or NULL */
	const char *stylesheet;
	/* BCP 47 tag of the generated words' language */
	const char *lang;
	/* collects the names of the stylesheet files read; or NULL */
	struct strings *files;
	/* passages are in other languages: generated words follow them */
	bool tongues;
};

/* A format's compiled stylesheet, ready to run. */
struct layout;

/* A pool of idle layouts; thread-safe. */
struct layouts;

/* Glossary entries laid out separately, once, and shared by all formats. */
struct entries;

/*
 * Initialises libxslt for the process.  Call it once, first, from one thread.
 */
void layout_init(void);

/* Are there translations for this language (BCP 47 tag)? */
bool layout_speaks(const char *lang);

/*
 * A generated word of a language, by the name of its parameter, in memory to be
 * freed; NULL: there is no translation.
 */
char *layout_word(const char *lang, const char *name);

/*
 * Returns an empty pool. many: layouts are reused by several documents; else
 * each is kept until the pool is freed.
 */
struct layouts *layouts_new(bool many);
void layouts_free(struct layouts *shelf);

/*
 * Returns a layout for a format, by its name (struct format).  Give it back
 * with layout_leave() before the options are freed.  A pool for many documents
 * returns an idle layout of the same language and stylesheet if it has one.
 * Otherwise, or if shelf is NULL, the stylesheet is compiled, without the
 * templates that no element in names needs (NULL: with all).  Returns NULL on
 * an error, which d describes.
 */
struct layout *layout_take(struct layouts *shelf, const char *format,
    const struct layout_options *options, xmlDict *names, struct diags *d);
void layout_leave(struct layouts *shelf, struct layout *l);

/*
 * Lays out a resolved document.  Returns a tree in the layout vocabulary that
 * has passed the check, to be freed with xmlFreeDoc(); or NULL on an error,
 * which d describes.  The resolved tree is not changed, so several threads may
 * lay out the same tree, each with a layout of its own: libxml2 changes
 * compiled XPath expressions while it evaluates them.  Stylesheets cannot write
 * files or read the network.
 */
xmlDoc *layout_run(const struct layout *l, xmlDoc *resolved,
    struct diags *d);

/*
 * The name that layout_take() knows entries.xsl by, the stylesheet that lays
 * out entries for all formats.
 */
#define ENTRIES_FORMAT "entries"

/*
 * Takes the entries of all lists out of a resolved tree, to lay them out
 * separately, once for all formats.  The first entry of each list stays and
 * marks the list's position; each list gets a number, so that layout_run() lays
 * out the rest of the document.  Returns NULL if there are no entries.  Free
 * the result with entries_free() before the tree: this puts the entries back.
 */
struct entries *entries_new(xmlDoc *resolved);
void entries_free(struct entries *e);

/* The names of all elements outside the entries; the caller frees them. */
xmlDict *entries_names_around(const struct entries *e);

/*
 * entries_batches() is the number of batches, entries_memory() about how many
 * bytes all of them take.  Batches may be laid out in any order, with layouts
 * of ENTRIES_FORMAT.  The caller frees each batch's tree, after entries_free().
 * Returns NULL on an error, which d describes.
 */
size_t entries_batches(const struct entries *e);
size_t entries_memory(const struct entries *e);
xmlDoc *entries_lay_out(struct entries *e, size_t batch,
    const struct layout *l, struct diags *d);

/*
 * Joins the items of each list again, which were laid out in several batches.
 * Call it after all batches and before entries_give().
 */
void entries_join(struct entries *e);

/*
 * Gives the lists of a document their items.  Several documents can share them;
 * write_walk() handles that.  Returns the lists; pass them to
 * entries_take_back() before either tree is freed.
 */
xmlNode **entries_give(const struct entries *e, xmlDoc *laid_out);
void entries_take_back(xmlNode **lists);

/*
 * Makes the items proper children of their lists, so that the document can be
 * printed, until another document adopts them.
 */
void entries_adopt(xmlNode **lists);

#endif
