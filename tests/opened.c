/* SPDX-License-Identifier: MIT */
/*
 * Loaded into glossc by LD_PRELOAD, it writes the path of each file that is
 * opened, as the system has it, to the descriptor 9, a line each.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum { LOG = 9 };

static void
tell(int fd)
{
	char link[64], path[PATH_MAX + 1];
	ssize_t len;

	snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
	len = fd < 0 ? -1 : readlink(link, path, PATH_MAX);
	if (len <= 0)
		return;
	path[len++] = '\n';
	(void)!write(LOG, path, (size_t)len);
}

/* mode is of use, and there, only where a file may be made */
#define OPENS(name)                                                     \
	int                                                             \
	name(const char *path, int flags, ...)                          \
	{                                                               \
		int (*real)(const char *, int, ...) =                   \
		    (__typeof__(real))dlsym(RTLD_NEXT, #name);          \
		mode_t mode = 0;                                        \
		va_list args;                                           \
		int fd;                                                 \
									\
		va_start(args, flags);                                  \
		if (flags & O_CREAT)                                    \
			mode = (mode_t)va_arg(args, unsigned);          \
		va_end(args);                                           \
		fd = real(path, flags, mode);                           \
		tell(fd);                                               \
		return fd;                                              \
	}

OPENS(open)
#ifndef __USE_FILE_OFFSET64
OPENS(open64)
#endif

#define OPENS_STREAM(name)                                              \
	FILE *                                                          \
	name(const char *path, const char *mode)                        \
	{                                                               \
		FILE *(*real)(const char *, const char *) =             \
		    (__typeof__(real))dlsym(RTLD_NEXT, #name);          \
		FILE *file = real(path, mode);                          \
									\
		tell(file ? fileno(file) : -1);                         \
		return file;                                            \
	}

OPENS_STREAM(fopen)
#ifndef __USE_FILE_OFFSET64
OPENS_STREAM(fopen64)
#endif
