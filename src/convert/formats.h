/* SPDX-License-Identifier: MIT */
/* Makes all formats of a resolved tree, with several threads. */
#ifndef CONVERT_FORMATS_H
#define CONVERT_FORMATS_H

#include "gloss/convert.h"

/*
 * Lays out and writes a resolved tree in each requested format.  tongues:
 * passages of it are in other languages than the document.  Returns false on an
 * error, which d describes.
 */
bool formats_make(xmlDoc *doc, const struct convert_options *o, bool tongues,
    struct products *p, struct diags *d);

/*
 * Reports without layout that generated words are not in the document's
 * language, as formats_make() does.
 */
void formats_check_language(const xmlDoc *doc, struct diags *d);

#endif
