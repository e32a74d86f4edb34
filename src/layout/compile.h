/* SPDX-License-Identifier: MIT */
/* Reads a format's stylesheet, with what it imports, for libxslt. */
#ifndef LAYOUT_COMPILE_H
#define LAYOUT_COMPILE_H

#include <libxslt/xsltInternals.h>

#include "util/diag.h"
#include "gloss/layout.h"
#include "stylesheets.h"

/* For the whole process, once, from one thread. */
void compile_init(void);

/*
 * The format's stylesheet, or the user's that imports it.  words: those of the
 * document's language, or NULL; names: of all elements that there are, or NULL
 * where they are not known.  The caller frees it with xsltFreeStylesheet();
 * NULL: d says why.
 */
xsltStylesheet *compile_stylesheet(const char *format,
    const struct layout_options *options, const struct stylesheet *words,
    xmlDict *names, struct diags *d);

/* The built-in stylesheet of that name, or NULL. */
const struct stylesheet *compile_find(const char *name);

#endif
