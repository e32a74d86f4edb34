/* SPDX-License-Identifier: MIT */
/* All formats of a resolved tree, made on all processors. */
#ifndef CONVERT_FORMATS_H
#define CONVERT_FORMATS_H

#include "gloss/convert.h"

/*
 * Lays out and writes a resolved tree in each format that is asked for.
 * tongues: whether passages of it are in other languages than the whole.
 * False: something failed, and d says what.
 */
bool formats_make(xmlDoc *doc, const struct convert_options *o, bool tongues,
    struct products *p, struct diags *d);

#endif
