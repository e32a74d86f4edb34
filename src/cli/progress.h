/* SPDX-License-Identifier: MIT */
/* How far a run is, on one line of a terminal, for whoever waits for it. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

struct progress {
	/* the run's: */
	atomic_int stage;   /* of the only file: enum stage */
	atomic_size_t done; /* files, */
	size_t files;       /* of so many */
	/* progress.c's own: */
	bool is_running;
	bool is_over;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t end;
};

/*
 * From here on a line on standard error, which must be a terminal, says how
 * far the run is; first after a second, then at most four times a second.
 */
void progress_start(struct progress *p, size_t files);

/* Erases it; nothing else may be written to the terminal before. */
void progress_stop(struct progress *p);

#endif
