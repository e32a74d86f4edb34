/* SPDX-License-Identifier: MIT */
/* Profiling: removes elements that are marked for other readers. */
#ifndef RESOLVE_PROFILE_H
#define RESOLVE_PROFILE_H

#include <libxml/hash.h>
#include <libxml/tree.h>

/*
 * Removes each element below root whose effectivity attribute (DocBook TDG,
 * "common effectivity attributes") has none of the wanted values.  wanted is a
 * NULL-terminated list of attribute, value, attribute, value...; a value is a
 * list separated by semicolons, as in the attribute itself.  outputformat is
 * the value of that attribute: the format being made, or NULL if the tree is
 * for all.  Returns the ids and folded names that were removed, to be freed
 * with xmlHashFree(); NULL if nothing is wanted.
 */
xmlHashTable *profile_apply(xmlNode *root, const char *const *wanted,
    const char *outputformat);

#endif
