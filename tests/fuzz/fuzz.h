/* SPDX-License-Identifier: MIT */
/* What the fuzz targets share: bytes that decide, and what must hold. */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "util/buf.h"
#include "gloss/convert.h"

/* A target: libFuzzer calls it, and so does replay.c; it returns 0. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What is left of an input. */
struct input {
	const uint8_t *data;
	size_t len;
};

/* The next byte, modulo below; 0 where there is none. */
unsigned take(struct input *in, unsigned below);

/* Some of the next bytes, as many as the one before says; they stay there. */
struct input take_bytes(struct input *in);

/* The bytes as a string, which the caller frees; it ends at the first NUL. */
char *string_of(struct input bytes);

/*
 * A file that holds the bytes, and has no name: its descriptor, which the caller
 * closes; and the same as standard input.
 */
int file_of(const void *data, size_t len);
void set_input(const void *data, size_t len);

/*
 * Ends the process with a report where good is false: what was promised, and
 * the output that breaks it.
 */
void promise(bool good, const char *what, const struct buf *output);

/* Any output is UTF-8, without controls (but tabs where they are allowed). */
void judge_bytes(const struct buf *output, bool tabs);

/*
 * Every line that roff would obey, every escape, is one of those that the
 * writer has: text that gets through would soon be found to make others.
 */
void judge_man(const struct buf *page);

/*
 * Every command is one that the writer has, braces are balanced, and what is
 * begun is ended, in its order.  With fragment, it has no @bye.
 */
void judge_texinfo(const struct buf *manual, bool fragment);

/*
 * Every tag is one of an element, with attributes in quotes, and all that is
 * begun is ended, in its order; every & begins a reference.
 */
void judge_html(const struct buf *page);

/* Adds what is shown of them: text without requests, commands and escapes. */
void show_man(const struct buf *page, struct buf *shown);
void show_texinfo(const struct buf *manual, struct buf *shown);

/* The ASCII letters and digits of a text are shown, in their order. */
void judge_letters(const struct buf *text, const struct buf *shown);

/* The options that the lowest six bits ask for, which are given or not. */
struct convert_options options_of(unsigned flags);

/*
 * A folder of files that documents may name, made at the first call; a catalog
 * leads there from FUZZ_URL.  fuzz_file() writes one of them anew.
 */
#define FUZZ_URL "http://example.org/fuzz/"
const char *fuzz_folder(void);
void fuzz_file(const char *name, const void *data, size_t len);

/*
 * Converts standard input, and judges all products; with alone, which is a
 * format's number, that one's files are made by themselves too, by two threads,
 * and have the same bytes.  Adds what each
 * format shows to shown[], in the order of formats[], where it is not NULL; the
 * caller frees it.  False: it was refused.
 */
enum { FUZZ_NONE = -1 };
bool convert_input(struct convert_options *options, int alone,
    struct buf *shown);

#endif
