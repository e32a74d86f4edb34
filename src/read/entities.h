/* SPDX-License-Identifier: MIT */
/* The standard character entities, which need no DTD. */
#ifndef READ_ENTITIES_H
#define READ_ENTITIES_H

/* The code point of an entity such as "mdash", or 0. */
unsigned long entities_find(const char *name);

#endif
