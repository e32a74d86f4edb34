/* SPDX-License-Identifier: MIT */
/* Presized hash tables of libxml2. */
#include <limits.h>

#include "hash.h"

xmlHashTable *
hash_new(size_t entries)
{
	return xmlHashCreate(entries < INT_MAX / 2 ? (int)entries + 64 :
	    INT_MAX / 2);
}

void
hash_set(xmlHashTable *table, const char *key, void *value)
{
	if (xmlHashAddEntry(table, (const xmlChar *)key, value) != 0)
		xmlHashUpdateEntry(table, (const xmlChar *)key, value, NULL);
}
