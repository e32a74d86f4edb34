/* SPDX-License-Identifier: MIT */
/* Turns the errors of libxslt and libxml2 into diagnostics. */
#ifndef LAYOUT_XSLT_ERRORS_H
#define LAYOUT_XSLT_ERRORS_H

#include <stdbool.h>

#include <libxslt/xsltInternals.h>

#include "util/buf.h"
#include "util/diag.h"

/* Where errors go.  The caller sets d, and ctxt while a stylesheet runs. */
struct hearing {
	struct diags *d;
	xsltTransformContext *ctxt; /* NULL: a stylesheet is being compiled */
	struct buf said; /* the incomplete line */
	bool placed;     /* the location was reported, the text follows */
	char *file;
	long line;
};

/* Initialisation: call it once per process, from one thread. */
void hear_init(void);

/* Errors of this thread go to h, from hear_begin() to hear_end(). */
void hear_begin(struct hearing *h);
void hear_end(struct hearing *h);

/* Error function for a run with h's context. */
void hear_transform(void *h, const char *fmt, ...);

#endif
