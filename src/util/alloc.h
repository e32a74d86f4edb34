/* SPDX-License-Identifier: MIT */
/* Allocation that never fails: out of memory ends the program in one place. */
#ifndef UTIL_ALLOC_H
#define UTIL_ALLOC_H

#include <stddef.h>

/*
 * Each returns memory that the caller frees with free().  When there is none
 * left, they say so on standard error and end the process with status 3; no
 * output has been renamed into place by then.
 */
void *gloss_malloc(size_t size);
void *gloss_calloc(size_t count, size_t size);
void *gloss_realloc(void *old, size_t size);
char *gloss_strdup(const char *s);
char *gloss_strndup(const char *s, size_t len);

/*
 * The path that realpath(3) makes of one, which the caller frees; NULL where
 * that leads nowhere.
 */
char *gloss_realpath(const char *path);

/*
 * Room for one more in an array of count, of so many bytes each: the array as
 * it is, or where it is now; *cap is what there is room for, 0 at first.
 */
void *gloss_room(void *array, size_t count, size_t *cap, size_t size);

/*
 * Says that about so many bytes will be wanted by this thread in small pieces:
 * then the system may give them in large pages, which takes less time than one
 * by one.
 */
void gloss_expect(size_t size);

/*
 * For each thread, also the first, before it uses libxml2: that allocates what
 * it keeps for a thread at its first call there, and would abort the process.
 */
void gloss_begin_thread(void);

/*
 * For a thread that begins: its heap goes on just before a large page, so that
 * what it expects then finds one that is whole.  Returns what keeps the place,
 * and takes no memory; the thread frees it when it ends.  NULL: nothing does.
 */
void *gloss_align_heap(void);

#endif
