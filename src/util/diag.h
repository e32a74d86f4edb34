/* SPDX-License-Identifier: MIT */
/* Everything that is said to the user: one list, with place, level and name. */
#ifndef UTIL_DIAG_H
#define UTIL_DIAG_H

#include <stdbool.h>
#include <stdio.h>

#include "buf.h"

enum diag_level { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR };

/* One row a diagnostic in diag.def: the name in brackets, and its level. */
enum diag_id {
#define DIAG(id, name, level, on) DIAG_##id,
#include "diag.def"
#undef DIAG
	DIAG_COUNT
};

struct diags;

/* The caller owns the list and frees it with diags_free(). */
struct diags *diags_new(void);
void diags_free(struct diags *d);

/*
 * For work that is done aside, in a thread: a new list that is switched like
 * another, and the move of what it holds to the end of that other, which frees
 * it.  With once, what is there already is not said again.
 */
struct diags *diags_new_like(const struct diags *d);
void diags_append(struct diags *d, struct diags *aside, bool once);

/*
 * Adds one.  file may be NULL (the message is then about the run as a whole)
 * and line 0 (about the file as a whole); both texts are copied.  The message
 * is one line that says what is wrong and what to do; control characters in
 * it are shown, never sent to the terminal.
 */
void diag(struct diags *d, enum diag_id id, const char *file, long line,
    const char *fmt, ...) __attribute__((format(printf, 5, 6)));

/*
 * Adds XML so that a terminal can get it: its lines and tabs, and what would be
 * escaped in a diagnostic as a reference, "&#x1B;".
 */
void diag_visible_xml(struct buf *b, const char *utf8, size_t len);

/* Adds a text as diagnostics show it: controls as their bytes, "\x1B". */
void diag_visible(struct buf *b, const char *s);

/* How many errors so far. */
size_t diags_errors(const struct diags *d);

/* With strict every warning counts as an error; quiet keeps the errors only. */
void diags_strict(struct diags *d, bool strict);
void diags_quiet(struct diags *d, bool quiet);

/*
 * What follows -W: NAME and no-NAME switch a warning on and off, error=NAME
 * makes it an error, all and no-all and error mean every warning.  False: there
 * is no warning of that name.
 */
bool diags_switch(struct diags *d, const char *how);

/* Would this one be kept?  For what costs work to find out, or to say. */
bool diags_wanted(const struct diags *d, enum diag_id id);

enum diag_style {
	DIAG_PLAIN,  /* "file:line: level: text [name]", as compilers do */
	DIAG_COLOR, /* the same for a terminal */
	/*
	 * An object (RFC 8259) a line, always with these members, so:
	 *   "file"   as it was named, or as it is found from there; null where
	 *            the run as a whole is meant
	 *   "line"   a number from 1; 0 where the file as a whole is meant
	 *   "level"  "note", "warning" or "error", after what -W has said
	 *   "name"   that by which -W switches it
	 *   "text"   the message, without what the others say
	 * The text is UTF-8; what a terminal would obey is written as \uXXXX,
	 * and bytes that are no UTF-8 as \uFFFD.
	 */
	DIAG_JSON
};

/*
 * Prints the list in the order of its making, and empties it; the counts stay.
 */
void diags_print(struct diags *d, FILE *to, enum diag_style style);

#endif
