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
	/* the user's stylesheet over the built-in one, or NULL */
	const char *stylesheet;
	/* BCP 47: the language of the generated words */
	const char *lang;
	/* gets the name of each stylesheet file read; or NULL */
	struct strings *files;
	/* whether passages are in other languages, and so their words */
	bool tongues;
};

/* A format's stylesheet, ready to run. */
struct layout;

/* A shelf of those that nobody has; threads may share it. */
struct layouts;

/* Entries that are laid out apart, once for all formats. */
struct entries;

/*
 * Sets up what libxslt keeps for the whole process; to be called once, before
 * all else here and from one thread.
 */
void layout_init(void);

/* Are there words of ours in this language (BCP 47)? */
bool layout_speaks(const char *lang);

/*
 * A shelf for one document's layouts, which stay until it goes; or for those of
 * many, which share them.
 */
struct layouts *layouts_new(bool many);
void layouts_free(struct layouts *shelf);

/*
 * The layout of a format, by its name (struct format), to be left when that is
 * done and before the options go.  From a shelf of many documents comes one
 * that another had, if it is for the same language and stylesheet; else, or if
 * shelf is NULL, it is read as far as elements of these names need it.  NULL: d
 * says why there is none.
 */
struct layout *layout_take(struct layouts *shelf, const char *format,
    const struct layout_options *options, xmlDict *names, struct diags *d);
void layout_leave(struct layouts *shelf, struct layout *l);

/*
 * Lays out a resolved document.  Returns a tree in the layout vocabulary that
 * has passed the check, which the caller frees with xmlFreeDoc(); or NULL, and
 * d says why.  The resolved tree is not changed, so several threads may lay out
 * one tree; but each by a layout of its own, since libxml2 reorders compiled
 * XPath while it runs.  Stylesheets cannot write files nor read the network.
 */
xmlDoc *layout_run(const struct layout *l, xmlDoc *resolved,
    struct diags *d);

/*
 * The name by which layout_take() finds entries.xsl, the stylesheet that lays
 * out entries for all formats.
 */
#define ENTRIES_FORMAT "entries"

/*
 * The entries of all lists of a resolved tree, to be laid out by themselves,
 * once for all formats.  They are taken out of the tree, but for each list's
 * first, and the lists are numbered, so that layout_run() lays out what is
 * around them.  NULL: there are none.  The caller frees them with
 * entries_free(), before the tree, which has them again then.
 */
struct entries *entries_new(xmlDoc *resolved);
void entries_free(struct entries *e);

/* The names of all elements around them, which the caller frees. */
xmlDict *entries_names_around(const struct entries *e);

/*
 * They are laid out in so many batches, by layouts of ENTRIES_FORMAT, in any
 * order; that takes about so many bytes.  The caller frees each batch's tree,
 * after entries_free(); NULL: d says why there is none.
 */
size_t entries_batches(const struct entries *e);
size_t entries_memory(const struct entries *e);
xmlDoc *entries_lay_out(struct entries *e, size_t batch,
    const struct layout *l, struct diags *d);

/*
 * Makes lists of the items again, which batches have parted: when all batches
 * are laid out, and before they are given to anybody.
 */
void entries_join(struct entries *e);

/*
 * Gives a document's lists their items, which several documents then have in
 * common: write_walk() goes through them as if they were each one's own.
 * Returns the lists, for entries_take_back(), which is to be called before
 * either tree is freed.
 */
xmlNode **entries_give(const struct entries *e, xmlDoc *laid_out);
void entries_take_back(xmlNode **lists);

/*
 * Makes the given items children of their lists in every respect, so that the
 * document can be printed; until another document adopts them.
 */
void entries_adopt(xmlNode **lists);

#endif
