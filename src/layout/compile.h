/* SPDX-License-Identifier: MIT */
/* Loads and compiles a format's stylesheet. */
#ifndef LAYOUT_COMPILE_H
#define LAYOUT_COMPILE_H

#include <libxslt/xsltInternals.h>

#include "util/diag.h"
#include "gloss/layout.h"
#include "stylesheets.h"

/* Initialisation: call it once per process, from one thread. */
void compile_init(void);

/*
 * Compiles the format's stylesheet, or the user's that imports it. words: the
 * translations for the document's language, or NULL; names: the names of all
 * elements in the document, or NULL if unknown.  Free it with
 * xsltFreeStylesheet().  Returns NULL on an error, which d describes.
 */
xsltStylesheet *compile_stylesheet(const char *format,
    const struct layout_options *options, const struct stylesheet *words,
    xmlDict *names, struct diags *d);

/* The built-in stylesheet of that name, or NULL. */
const struct stylesheet *compile_find(const char *name);

#endif
