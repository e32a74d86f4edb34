/* SPDX-License-Identifier: MIT */
/* One run of a compiled stylesheet, of the whole or of a part. */
#ifndef LAYOUT_RUN_H
#define LAYOUT_RUN_H

#include <libxslt/xsltInternals.h>

#include "gloss/layout.h"
#include "vocabulary/vocabulary.h"

/* What else a run's context is to have; data is the caller's. */
typedef void run_setup(xsltTransformContext *ctxt, void *data);

/*
 * Runs l over the tree.  Returns a tree with that root that has passed the
 * check, which the caller frees with xmlFreeDoc(); or NULL, and d says why.
 * One thread at a time may run a layout.
 */
xmlDoc *layout_run_part(const struct layout *l, xmlDoc *resolved,
    enum layout_element root, run_setup *set_up, void *data, struct diags *d);

#endif
