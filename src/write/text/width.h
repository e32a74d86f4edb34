/* SPDX-License-Identifier: MIT */
/* How many columns characters take on a terminal. */
#ifndef TEXT_WIDTH_H
#define TEXT_WIDTH_H

#include <stddef.h>

#include <unicode/umachine.h>

/* Those of a text. */
int width_of(const char *utf8, size_t len);

/*
 * Those that a character adds after another (0: after none, or one of ASCII): a
 * sequence of emoji is as wide as its first, and a selector makes a sign an
 * emoji.
 */
int width_after(UChar32 cp, UChar32 before);

#endif
