/* SPDX-License-Identifier: MIT */
/* Recognises stylesheets of DocBook XSL, and those that only customise them. */
#ifndef DROPIN_STYLESHEET_H
#define DROPIN_STYLESHEET_H

#include "request.h"

/*
 * Reads a stylesheet and all that it imports.  Stores their output format
 * (r->target) and the parameters that they set.  False: r->why says why glossc
 * can't do the same.
 */
bool stylesheet_read(struct request *r, const char *name);

/*
 * The same for a part of a stylesheet, which need not import one of DocBook
 * XSL's.
 */
bool stylesheet_read_part(struct request *r, const char *name);

#endif
