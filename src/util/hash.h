/* SPDX-License-Identifier: MIT */
/* Tables of libxml2, as large as they come to be. */
#ifndef UTIL_HASH_H
#define UTIL_HASH_H

#include <stddef.h>

#include <libxml/hash.h>

/*
 * A table for about so many entries: libxml2 before 2.13 lets one grow to 16,384
 * chains and no further.  The caller frees it with xmlHashFree().
 */
xmlHashTable *hash_new(size_t entries);

/* Gives a key a value, new or not: xmlHashUpdateEntry() lets no table grow. */
void hash_set(xmlHashTable *table, const char *key, void *value);

#endif
