/* SPDX-License-Identifier: MIT */
/* Profiling: what is marked for other readers is taken out. */
#ifndef RESOLVE_PROFILE_H
#define RESOLVE_PROFILE_H

#include <libxml/hash.h>
#include <libxml/tree.h>

/*
 * Removes below root every element whose effectivity attribute (DocBook TDG,
 * "common effectivity attributes") has none of the wanted values.  wanted is a
 * NULL-terminated list of attribute and value, by turns; a value is a list
 * parted by semicolons, as in the attribute itself.  outputformat is the value
 * of that attribute, the format in the making, or NULL where the tree is for
 * all of them.
 *
 * Returns the ids and folded names that have gone with them, which the caller
 * frees with xmlHashFree(); NULL where nothing is wanted.
 */
xmlHashTable *profile_apply(xmlNode *root, const char *const *wanted,
    const char *outputformat);

#endif
