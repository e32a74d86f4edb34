/* SPDX-License-Identifier: MIT */
/* Finds the program that glossc stands in for. */
#ifndef DROPIN_OTHER_H
#define DROPIN_OTHER_H

/*
 * The path of the next program of a name in PATH after glossc's own link, other
 * than glossc; NULL if there is none.  called is argv[0].  The caller frees the
 * path.
 */
char *other_find(const char *name, const char *called);

#endif
