/* SPDX-License-Identifier: MIT */
/* Which stylesheets are DocBook XSL's own, or only set parameters over these. */
#ifndef DROPIN_STYLESHEET_H
#define DROPIN_STYLESHEET_H

#include "request.h"

/*
 * Follows the stylesheet of a name and all that it imports.  Sets what these
 * make (r->target) and the parameters that they set.  False: r->why says why
 * glossc can't take it over.
 */
bool stylesheet_read(struct request *r, const char *name);

/*
 * The same for a part of a stylesheet, which need not import one of DocBook
 * XSL's.
 */
bool stylesheet_read_part(struct request *r, const char *name);

#endif
