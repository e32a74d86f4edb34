/* SPDX-License-Identifier: MIT */
/* Allocation that never fails: running out of memory ends the program. */
#ifndef UTIL_ALLOC_H
#define UTIL_ALLOC_H

#include <stddef.h>

/*
 * Each returns memory to be freed with free().  If there is none left, the
 * process prints an error and exits with status 3; no output has been renamed
 * into place by then.
 */
void *gloss_malloc(size_t size);
void *gloss_calloc(size_t count, size_t size);
void *gloss_realloc(void *old, size_t size);
char *gloss_strdup(const char *s);
char *gloss_strndup(const char *s, size_t len);

/*
 * Limits the memory of the process to so many bytes, times a number: an
 * allocation beyond it fails as if there were no memory left.  The kernel counts
 * (RLIMIT_DATA): Linux all private memory that can be written to, others less.
 * A lower limit that is set already stays.
 */
void gloss_limit(size_t bytes, size_t times);

/* realpath(3): the caller frees the result; NULL if the path does not exist. */
char *gloss_realpath(const char *path);

/*
 * Makes room for one more element of size bytes in an array of count elements.
 * Returns the array, which may have moved.  *cap is its capacity, 0 at first.
 */
void *gloss_room(void *array, size_t count, size_t *cap, size_t size);

/*
 * Hint: this thread is about to make many small allocations of size bytes in
 * total.  With glibc the heap then grows by huge pages, which costs fewer page
 * faults.
 */
void gloss_expect(size_t size);

/*
 * Call it in each thread, also the first, before the thread uses libxml2: that
 * allocates its data of a thread on first use, and would abort the process if
 * memory runs out.
 */
void gloss_begin_thread(void);

/*
 * Call it first in a new thread.  Pads the thread's heap up to a huge-page
 * boundary, so that gloss_expect() gets a whole huge page.  Returns the
 * padding, which the thread frees when it ends, or NULL.
 */
void *gloss_align_heap(void);

#endif
