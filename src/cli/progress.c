/* SPDX-License-Identifier: MIT */
/* Progress display: a thread that updates a status line. */
#include <stdio.h>
#include <time.h>

#include "gloss/convert.h"
#include "progress.h"

enum { FIRST = 1000, NEXT = 250 }; /* milliseconds */

/* Returns the cursor to the start, so that other output covers the line. */
static void
draw(struct progress *p)
{
	static const char *const stages[] = {
		[STAGE_READ] = "reading",
		[STAGE_RESOLVE] = "resolving",
		[STAGE_LAYOUT] = "making formats",
	};

	if (p->files > 1)
		fprintf(stderr, "glossc: %zu of %zu files\033[K\r",
		    atomic_load(&p->done), p->files);
	else
		fprintf(stderr, "glossc: %s\033[K\r",
		    stages[atomic_load(&p->stage)]);
}

static void
add_time(struct timespec *t, long milliseconds)
{
	t->tv_nsec += milliseconds * 1000000;
	t->tv_sec += t->tv_nsec / 1000000000;
	t->tv_nsec %= 1000000000;
}

static void *
watch(void *data)
{
	struct progress *p = data;
	struct timespec next;
	bool drawn = false;

	clock_gettime(CLOCK_MONOTONIC, &next);
	add_time(&next, FIRST);
	pthread_mutex_lock(&p->lock);
	while (!p->is_over) {
		/* otherwise the run has ended, or the wakeup was spurious */
		if (pthread_cond_timedwait(&p->end, &p->lock, &next) == 0)
			continue;
		draw(p);
		drawn = true;
		add_time(&next, NEXT);
	}
	pthread_mutex_unlock(&p->lock);
	if (drawn)
		fputs("\033[K", stderr);
	return NULL;
}

void
progress_start(struct progress *p, size_t files)
{
	pthread_condattr_t attributes;

	p->files = files;
	pthread_mutex_init(&p->lock, NULL);
	pthread_condattr_init(&attributes);
	pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
	pthread_cond_init(&p->end, &attributes);
	pthread_condattr_destroy(&attributes);
	p->is_running = pthread_create(&p->thread, NULL, watch, p) == 0;
}

void
progress_stop(struct progress *p)
{
	if (!p->is_running)
		return;
	pthread_mutex_lock(&p->lock);
	p->is_over = true;
	pthread_cond_signal(&p->end);
	pthread_mutex_unlock(&p->lock);
	pthread_join(p->thread, NULL);
	pthread_cond_destroy(&p->end);
	pthread_mutex_destroy(&p->lock);
	p->is_running = false;
}
