/* SPDX-License-Identifier: MIT */
/* Width of characters on a terminal. */
#ifndef TEXT_WIDTH_H
#define TEXT_WIDTH_H

#include <stddef.h>

#include <unicode/umachine.h>

/* The width of a text in columns. */
int width_of(const char *utf8, size_t len);

/*
 * The columns that a character adds after another (0: none, or ASCII): a
 * sequence of emoji is as wide as its first character, and a variation selector
 * turns a character into an emoji.
 */
int width_after(UChar32 cp, UChar32 before);

#endif
