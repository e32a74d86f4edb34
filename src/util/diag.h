/* SPDX-License-Identifier: MIT */
/* Diagnostics: one list of messages, each with file, line, level and name. */
#ifndef UTIL_DIAG_H
#define UTIL_DIAG_H

#include <stdbool.h>
#include <stdio.h>

#include "buf.h"

enum diag_level { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR };

/* diag.def has a row for each: the name in brackets, and its level. */
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
 * For worker threads: diags_new_like() returns an empty list with the same
 * settings as d; diags_append() moves its messages to the end of d and frees
 * it. once: messages that d already has are dropped.
 */
struct diags *diags_new_like(const struct diags *d);
void diags_append(struct diags *d, struct diags *aside, bool once);

/*
 * Adds a message. file may be NULL (it concerns the whole run), line may be 0
 * (the whole file); both texts are copied.  The message is one line that says
 * what is wrong and what to do.  Control characters in it are escaped.
 */
void diag(struct diags *d, enum diag_id id, const char *file, long line,
    const char *fmt, ...) __attribute__((format(printf, 5, 6)));

/*
 * Appends XML in a form that is safe for a terminal: lines and tabs are kept,
 * other characters that a diagnostic would escape become references, "&#x1B;".
 */
void diag_visible_xml(struct buf *b, const char *utf8, size_t len);

/* Appends a text as diagnostics show it: controls as escaped bytes, "\x1B". */
void diag_visible(struct buf *b, const char *s);

/* The number of errors so far. */
size_t diags_errors(const struct diags *d);

/* strict: every warning counts as an error. quiet: only errors are kept. */
void diags_strict(struct diags *d, bool strict);
void diags_quiet(struct diags *d, bool quiet);

/*
 * Sets the argument of -W: NAME and no-NAME switch a warning on and off,
 * error=NAME makes it an error; all, no-all and error concern every warning.
 * Returns false if there is no warning of that name.
 */
bool diags_switch(struct diags *d, const char *how);

/* Is this diagnostic enabled?  Ask before work that only it needs. */
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
 * Prints the messages in the order in which they were added, and empties the
 * list; the counts are kept.
 */
void diags_print(struct diags *d, FILE *to, enum diag_style style);

#endif
