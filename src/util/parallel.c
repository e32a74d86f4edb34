/* SPDX-License-Identifier: MIT */
/* Work on all processors. */
#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

#include "gloss/alloc.h"
#include "gloss/parallel.h"

enum { THREADS_MAX = 64 };

struct pool {
	void (*work)(void *data, size_t i);
	void *data;
	size_t count;
	atomic_size_t next; /* that nobody has taken */
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

/* Of the heap that glibc gives a thread, which has 64 MiB and may get more. */
enum { HEAP = 48 << 20 };

/* A thread has a heap of its own, and comes to do more than a little. */
static void *
begin(void *data)
{
	gloss_expect(HEAP);
	return take_all(data);
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
parallel(size_t count, size_t threads, void (*work)(void *data, size_t i),
    void *data)
{
	struct pool p = { .work = work, .data = data, .count = count };
	pthread_t others[THREADS_MAX];
	size_t started = 0;

	while (started + 1 < count && started + 1 < threads &&
	    started < THREADS_MAX &&
	    pthread_create(&others[started], NULL, begin, &p) == 0)
		started++;
	take_all(&p);
	while (started > 0)
		pthread_join(others[--started], NULL);
}
