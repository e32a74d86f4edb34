/* SPDX-License-Identifier: MIT */
/* Progress display: one line on the terminal while a run takes long. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

struct progress {
	/* set by the run: */
	atomic_int stage;   /* stage of the only file: enum stage */
	atomic_size_t done; /* files done, */
	size_t files;       /* and their total */
	/* private to progress.c: */
	bool is_running;
	bool is_over;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t end;
};

/*
 * Starts the display on standard error, which must be a terminal: first after
 * one second, then at most four times a second.
 */
void progress_start(struct progress *p, size_t files);

/* Ends it and erases the line; call it before writing to the terminal. */
void progress_stop(struct progress *p);

#endif
