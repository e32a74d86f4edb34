/* SPDX-License-Identifier: MIT */
/* Writes the make rule of --depfile. */
#ifndef CLI_DEPFILE_H
#define CLI_DEPFILE_H

#include "util/buf.h"
#include "util/diag.h"
#include "util/strings.h"

/*
 * Appends a rule: all targets depend on all files, each named once, in byte
 * order.  make would try its built-in rules on the files, and documents choose
 * their names; so each file gets a rule with an empty recipe, which GNU make,
 * ninja and CMake accept.  It is spelled as no makefile spells it
 * ("sub/./part.xml", "../here/./part.xml"), so that it replaces no other rule.
 * A name that cannot be written is left out and reported to d; then the targets
 * also depend on a file that never exists, so they are always rebuilt.
 */
void depfile_add(struct buf *out, const struct strings *targets,
    const struct strings *files, struct diags *d);

#endif
