/* SPDX-License-Identifier: MIT */
/* The rule that tells make what an output was made of. */
#ifndef CLI_DEPFILE_H
#define CLI_DEPFILE_H

#include "util/buf.h"
#include "util/diag.h"
#include "util/strings.h"

/*
 * Adds a rule: every target depends on every file, each named once, in the
 * order of their bytes.  make would try its built-in rules on each of these,
 * and documents choose the names: so each has a rule of its own with an empty
 * recipe, which GNU make, ninja and CMake take, and is spelled as no makefile
 * spells it ("sub/./part.xml", "../here/./part.xml"), so that it replaces no
 * other rule.  A name that can't be written is left out, and d says so; the
 * targets then depend on what is never there, so they are always built again.
 */
void depfile_add(struct buf *out, const struct strings *targets,
    const struct strings *files, struct diags *d);

#endif
