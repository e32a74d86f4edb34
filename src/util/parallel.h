/* SPDX-License-Identifier: MIT */
/* Work on all processors. */
#ifndef UTIL_PARALLEL_H
#define UTIL_PARALLEL_H

#include <stddef.h>

/* As many threads as limit allows; 0: as many as there are processors. */
size_t parallel_threads(int limit);

/*
 * Calls work(data, i) for each i below count, once, begun in that order, in so
 * many threads, of which this is one; memory is about what each of the others
 * comes to allocate, or 0.  Returns when all are done; where no other thread can
 * be had, this one does it alone.
 */
void parallel_run(size_t count, size_t threads, size_t memory,
    void (*work)(void *data, size_t i), void *data);

#endif
