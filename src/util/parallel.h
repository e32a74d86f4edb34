/* SPDX-License-Identifier: MIT */
/* Runs work on all processors. */
#ifndef UTIL_PARALLEL_H
#define UTIL_PARALLEL_H

#include <stddef.h>

/* The number of threads to use: limit, or for 0 the number of processors. */
size_t parallel_threads(int limit);

/*
 * Calls work(data, i) once for each i below count, in that order, in threads
 * threads including the calling one; memory is about how many bytes each other
 * thread will allocate, or 0.  Returns when all calls are done.  If no thread
 * can be started, the calling one does all the work.
 */
void parallel_run(size_t count, size_t threads, size_t memory,
    void (*work)(void *data, size_t i), void *data);

#endif
