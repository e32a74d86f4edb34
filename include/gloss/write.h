/* SPDX-License-Identifier: MIT */
/*
 * The last stage: each format has a writer that turns layout elements into
 * bytes.
 */
#ifndef GLOSS_WRITE_H
#define GLOSS_WRITE_H

#include <stdbool.h>

#include <libxml/tree.h>

#include "util/buf.h"
#include "vocabulary/vocabulary.h"

enum { TEXT_WIDTH = 72 };

struct write_options {
	int width;  /* columns of plain text; 0 is TEXT_WIDTH */
	bool ascii; /* plain text: transliterate what is not ASCII */
	bool looks; /* plain text: for a terminal, bold and in colour */
	bool links; /* plain text: for a terminal, with links (OSC 8) */
	/*
	 * HTML: takes the further files of a document that is split, by name,
	 * and owns their bytes; NULL: a document is one file
	 */
	void (*page)(void *to, const char *file, struct buf bytes);
	/*
	 * HTML: is told of an anchor whose place in the page has another id
	 * than its own, or (NULL) none, as another place has that; may be NULL
	 */
	void (*clash)(void *to, const char *anchor, const char *id);
	void *to;
};

/*
 * What a writer does where an element opens, and where it closes: two acts,
 * NULL where there is nothing to do; w is the writer's own state.  The table of
 * a format has a row for each layout element, so that no word is lost because a
 * row is missing: acts, or TRANSPARENT, which writes the content as if the
 * element were not there, or MUTE, which leaves out the element and its content.
 * In a table for another walk a missing row is TRANSPARENT.
 *
 * Acts are named after their format and element: man_open_para, man_close_para;
 * man_write_br for an element without content, man_put_del for what is written
 * on both sides.
 */
typedef void act_function(void *w, const xmlNode *node);

struct act {
	act_function *open;
	act_function *close;
};

act_function act_transparent, act_mute; /* they do nothing themselves */
#define TRANSPARENT {act_transparent, NULL}
#define MUTE {act_mute, NULL}

/*
 * A format, registered in write.c: its file names, and the function that writes
 * a document. write appends one whole layout document to out; it cannot fail,
 * since the document has passed the check.
 */
struct format {
	const char *name; /* as in --to=NAME and xsl/NAME.xsl */
	/* the file's extension; NULL: the document's manual section */
	const char *extension;
	/* extension of a second file, written to out[1]; or NULL */
	const char *second;
	bool on_request; /* made only if --to names it */
	/* the acts of write's walk, one for each layout element */
	const struct act *acts;
	/* programs that check its files in the tests, separated by spaces */
	const char *judges;
	void (*write)(const xmlNode *document,
	    const struct write_options *options, struct buf *out);
	/* writes a file that leads to another; NULL: not possible */
	void (*stub)(const char *file, struct buf *out);
};

/* All of them, in the order of --help; the last is NULL. */
extern const struct format *const formats[];

/* The format of that name, or NULL. */
const struct format *format_find(const char *name, size_t len);

/*
 * Walks a checked layout tree in document order, without recursion: calls the
 * acts of each element, and text for the text between.  Text occurs only where
 * the vocabulary allows it; text may be NULL.
 */
void write_walk(const xmlNode *root, const struct act acts[L_COUNT],
    void (*text)(void *w, const char *utf8, size_t len), void *w);

#endif
