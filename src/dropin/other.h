/* SPDX-License-Identifier: MIT */
/* The program in whose place glossc was called. */
#ifndef DROPIN_OTHER_H
#define DROPIN_OTHER_H

/*
 * The path of the program of that name which comes later in PATH than glossc's
 * own link, and is not glossc; NULL: there is none.  called is argv[0].  The
 * caller frees it with free().
 */
char *other_find(const char *name, const char *called);

#endif
