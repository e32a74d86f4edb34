/* SPDX-License-Identifier: MIT */
/* Everything that is said to the user: one list, with place, level and name. */
#ifndef GLOSS_DIAG_H
#define GLOSS_DIAG_H

#include <stdbool.h>
#include <stdio.h>

enum diag_level { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR };

/* One row a diagnostic in diag.def: the name in brackets, and its level. */
enum diag_id {
#define DIAG(id, name, level) DIAG_##id,
#include "gloss/diag.def"
#undef DIAG
	DIAG_COUNT
};

struct diags;

/* The caller owns the list and frees it with diags_free(). */
struct diags *diags_new(void);
void diags_free(struct diags *d);

/*
 * Adds one.  file may be NULL (the message is then about the run as a whole)
 * and line 0 (about the file as a whole); both texts are copied.  The message
 * is one line that says what is wrong and what to do; control characters in
 * it are shown, never sent to the terminal.
 */
void diag(struct diags *d, enum diag_id id, const char *file, long line,
    const char *fmt, ...) __attribute__((format(printf, 5, 6)));

/* How many errors so far; with --strict every warning counts as one. */
size_t diags_errors(const struct diags *d);
void diags_strict(struct diags *d, bool strict);
void diags_quiet(struct diags *d, bool quiet);

/*
 * Prints the list in the form of a compiler, "file:line: level: text [name]",
 * in the order of its making, and empties it; the counts stay.
 */
void diags_print(struct diags *d, FILE *to, bool colour);

#endif
