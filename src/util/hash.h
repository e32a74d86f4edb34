/* SPDX-License-Identifier: MIT */
/* Presized hash tables of libxml2. */
#ifndef UTIL_HASH_H
#define UTIL_HASH_H

#include <stddef.h>

#include <libxml/hash.h>

/*
 * A table for about size entries: before version 2.13 a table of libxml2 grows
 * no further than to 16,384 chains.  Free it with xmlHashFree().
 */
xmlHashTable *hash_new(size_t entries);

/*
 * Sets the value of a key, new or not.  With xmlHashUpdateEntry() alone a table
 * never grows.
 */
void hash_set(xmlHashTable *table, const char *key, void *value);

#endif
