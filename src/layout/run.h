/* SPDX-License-Identifier: MIT */
/* One run of a compiled stylesheet, over a whole document or a part of it. */
#ifndef LAYOUT_RUN_H
#define LAYOUT_RUN_H

#include <libxslt/xsltInternals.h>

#include "gloss/layout.h"
#include "vocabulary/vocabulary.h"

/* Prepares a run's context; data is the caller's. */
typedef void run_setup(xsltTransformContext *ctxt, void *data);

/*
 * Runs l over the tree.  Returns a tree with the given root element that has
 * passed the check, to be freed with xmlFreeDoc(); or NULL on an error, which d
 * describes.  A layout may be run by one thread at a time.
 */
xmlDoc *layout_run_part(const struct layout *l, xmlDoc *resolved,
    enum layout_element root, run_setup *set_up, void *data, struct diags *d);

#endif
