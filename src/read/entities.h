/* SPDX-License-Identifier: MIT */
/* The standard character entities, known without any DTD. */
#ifndef READ_ENTITIES_H
#define READ_ENTITIES_H

/* The code point that a name such as "mdash" stands for, or 0. */
unsigned long entities_find(const char *name);

#endif
