/* SPDX-License-Identifier: MIT */
/* The one place where running out of memory ends the program. */
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <libxml/threads.h>
#include <libxml/xmlversion.h>

#include "alloc.h"

/* Free space that the heap must have before it is grown ahead of time. */
enum { LARGE_PAGE = 2 << 20, BEFORE = 64 << 10 };

/* Uses write(2), since stdio may allocate memory. */
static _Noreturn void
out_of_memory(void)
{
	static const char message[] = "glossc: error: out of memory; "
	    "without --huge there is a gigabyte for each file that is made "
	    "at a time, and one format (--to) with -j1 takes less\n";

	if (write(STDERR_FILENO, message, sizeof message - 1) < 0)
		_exit(3);
	_exit(3);
}

void *
gloss_malloc(size_t size)
{
	void *p = malloc(size ? size : 1);

	if (p == NULL)
		out_of_memory();
	return p;
}

void
gloss_begin_thread(void)
{
#if LIBXML_VERSION >= 21200
	if (xmlCheckThreadLocalStorage() != 0)
		out_of_memory();
#endif
}

void *
gloss_calloc(size_t count, size_t size)
{
	void *p = calloc(count ? count : 1, size ? size : 1);

	if (p == NULL)
		out_of_memory();
	return p;
}

void *
gloss_realloc(void *old, size_t size)
{
	void *p = realloc(old, size ? size : 1);

	if (p == NULL)
		out_of_memory();
	return p;
}

void *
gloss_room(void *array, size_t count, size_t *cap, size_t size)
{
	if (count < *cap)
		return array;
	*cap = *cap ? *cap * 2 : 16;
	return gloss_realloc(array, *cap * size);
}

char *
gloss_strndup(const char *s, size_t len)
{
	char *copy = gloss_malloc(len + 1);

	memcpy(copy, s, len);
	copy[len] = '\0';
	return copy;
}

char *
gloss_strdup(const char *s)
{
	return gloss_strndup(s, strlen(s));
}

char *
gloss_realpath(const char *path)
{
	char *real = realpath(path, NULL);

	if (real == NULL && errno == ENOMEM)
		out_of_memory();
	return real;
}

void
gloss_limit(size_t bytes, size_t times)
{
	struct rlimit room;

	if (getrlimit(RLIMIT_DATA, &room) != 0 ||
	    times > RLIM_INFINITY / bytes || room.rlim_cur <= bytes * times)
		return;
	room.rlim_cur = (rlim_t)bytes * times;
	setrlimit(RLIMIT_DATA, &room);
}

#if defined(__GLIBC__) && defined(MADV_HUGEPAGE)
/* The heap grows at its end only, and freed memory is not returned. */
static void
keep_one_heap(void)
{
	mallopt(M_MMAP_MAX, 0);
	mallopt(M_TRIM_THRESHOLD, -1);
}
#endif

void
gloss_expect(size_t size)
{
#if defined(__GLIBC__) && defined(MADV_HUGEPAGE)
	char *p;

	if (size < LARGE_PAGE)
		size = LARGE_PAGE;
	keep_one_heap();
	p = malloc(size + LARGE_PAGE);
	if (p) {
		/* huge pages are aligned to their size */
		size_t skip = LARGE_PAGE - (uintptr_t)p % LARGE_PAGE;

		madvise(p + skip, size, MADV_HUGEPAGE);
		free(p);
	}
#else
	(void)size;
#endif
}

void *
gloss_align_heap(void)
{
#if defined(__GLIBC__) && defined(MADV_HUGEPAGE)
	void *p;
	size_t len;

	keep_one_heap();
	/* p is the end of the heap; its replacement becomes the new end */
	p = malloc(BEFORE);
	len = LARGE_PAGE - (uintptr_t)p % LARGE_PAGE;
	free(p);
	/* the chunk header after it must not be in the huge page */
	return malloc((len > 2 * BEFORE ? len : len + LARGE_PAGE) - BEFORE);
#else
	return NULL;
#endif
}
