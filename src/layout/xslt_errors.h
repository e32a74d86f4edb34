/* SPDX-License-Identifier: MIT */
/* What libxslt and libxml2 say of stylesheets, as diagnostics. */
#ifndef LAYOUT_XSLT_ERRORS_H
#define LAYOUT_XSLT_ERRORS_H

#include <stdbool.h>

#include <libxslt/xsltInternals.h>

#include "util/buf.h"
#include "util/diag.h"

/* Who listens: d is given, ctxt while a stylesheet runs; the rest is hear's. */
struct hearing {
	struct diags *d;
	xsltTransformContext *ctxt; /* NULL: a stylesheet is read */
	struct buf said; /* the line so far */
	bool placed;     /* an error's place was said: its text comes next */
	char *file;
	long line;
};

/* For the whole process, once, from one thread. */
void hear_init(void);

/* From here to the end, what is said in this thread goes to h. */
void hear_begin(struct hearing *h);
void hear_end(struct hearing *h);

/* What a run of h's context says. */
void hear_transform(void *h, const char *fmt, ...);

#endif
