/* SPDX-License-Identifier: MIT */
/* Runs work on all processors. */
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

#include "alloc.h"
#include "parallel.h"

/* glibc gives each thread a heap of 64 MiB, if it uses several heaps. */
enum { THREADS_MAX = 64, HEAP = 48 << 20 };

/* libxslt recurses over nested content; some systems give a thread 128 KiB. */
enum { STACK = 8 << 20 };

struct pool {
	void (*work)(void *data, size_t i);
	void *data;
	size_t count;
	size_t memory; /* expected by each other thread */
	atomic_size_t next; /* index that no thread has taken yet */
};

static void *
take_all(void *data)
{
	struct pool *p = data;
	size_t i;

	while ((i = atomic_fetch_add(&p->next, 1)) < p->count)
		p->work(p->data, i);
	return NULL;
}

/* Gives the thread a heap for more than a few allocations. */
static void *
begin(void *data)
{
	const struct pool *p = data;
	void *place = gloss_align_heap();

	gloss_begin_thread();
	gloss_expect(p->memory < HEAP ? p->memory : HEAP);
	take_all(data);
	free(place);
	return NULL;
}

size_t
parallel_threads(int limit)
{
	long threads = limit > 0 ? limit : sysconf(_SC_NPROCESSORS_ONLN);

	if (threads < 1)
		return 1;
	return threads < THREADS_MAX ? (size_t)threads : THREADS_MAX;
}

void
parallel_run(size_t count, size_t threads, size_t memory,
    void (*work)(void *data, size_t i), void *data)
{
	struct pool p = { .work = work, .data = data, .count = count,
		.memory = memory };
	pthread_t others[THREADS_MAX];
	pthread_attr_t attributes;
	size_t started = 0, stack;

	pthread_attr_init(&attributes);
	if (pthread_attr_getstacksize(&attributes, &stack) == 0 &&
	    stack < STACK)
		pthread_attr_setstacksize(&attributes, STACK);
	while (started + 1 < count && started + 1 < threads &&
	    started < THREADS_MAX &&
	    pthread_create(&others[started], &attributes, begin, &p) == 0)
		started++;
	pthread_attr_destroy(&attributes);
	take_all(&p);
	while (started > 0)
		pthread_join(others[--started], NULL);
}
