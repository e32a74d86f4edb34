/* SPDX-License-Identifier: MIT */
/* The rule that tells make what an output was made of. */
#ifndef CLI_DEPFILE_H
#define CLI_DEPFILE_H

#include "util/buf.h"
#include "util/strings.h"

/*
 * Adds a rule: every target depends on every file, each named once, in the
 * order of their bytes.  A rule without prerequisites follows for each file
 * (but not where its name has a "%" or begins with a dot), so that make does
 * not stop when one of them is gone, as gcc -MP does.
 */
void depfile_add(struct buf *out, const struct strings *targets,
    const struct strings *files);

#endif
