/* SPDX-License-Identifier: MIT */
/*
 * Loaded into glossc by LD_PRELOAD, it lets a call fail, as the environment
 * says: FAULT_CALL is a name (malloc: all that take memory), FAULT_AT the
 * number of the call, FAULT_HOW "short" (of write), a signal as "-15", or an
 * errno.
 * Without FAULT_AT it counts: the number of calls goes to descriptor 9.
 * With FAULT_EACH=STEP each STEPth call fails in a child of its own, and all
 * end before a file is made; for each child, descriptor 9 gets a line "NUMBER
 * STATUS", and for the run itself "TOTAL end".
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* glibc's own, which ask for no memory to be found */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

enum fault { NONE, FAIL, SHORT };

/* The descriptor for what it has to say. */
enum { LOG = 9 };

static atomic_long calls;
static bool in_child;

#define REAL(name) ((__typeof__(&(name)))dlsym(RTLD_NEXT, #name))

static void
say(const char *form, ...)
{
	char text[64];
	va_list args;
	int len;

	va_start(args, form);
	len = vsnprintf(text, sizeof text, form, args);
	va_end(args);
	if (len > 0)
		(void)!REAL(write)(LOG, text, (size_t)len);
}

/* True in a child, in which this call is to fail. */
static bool
in_child_for(long n)
{
	off_t offsets[LOG];
	pid_t pid;
	int status = 0;

	for (int fd = 3; fd < LOG; fd++)
		offsets[fd] = lseek(fd, 0, SEEK_CUR);
	pid = fork();
	in_child = pid == 0;
	if (pid > 0 && waitpid(pid, &status, 0) == pid)
		say("%ld %d\n", n, WIFEXITED(status) ? WEXITSTATUS(status)
						     : 128 + WTERMSIG(status));
	/* what the child has read is still to be read here */
	for (int fd = 3; !in_child && fd < LOG; fd++)
		if (offsets[fd] >= 0)
			lseek(fd, offsets[fd], SEEK_SET);
	return in_child;
}

static enum fault
fault(const char *call)
{
	const char *wanted = getenv("FAULT_CALL"), *at = getenv("FAULT_AT");
	const char *how = getenv("FAULT_HOW"), *each = getenv("FAULT_EACH");
	long n;

	if (wanted == NULL || strcmp(wanted, call) != 0)
		return NONE;
	n = atomic_fetch_add(&calls, 1) + 1;
	if (each && (in_child || n % atol(each) != 0 || !in_child_for(n)))
		return NONE;
	if (each) {
		errno = ENOMEM;
		return FAIL;
	}
	if (at == NULL || n != atol(at))
		return NONE;
	if (how && strcmp(how, "short") == 0)
		return SHORT;
	if (how && *how == '-') {
		raise(atoi(how + 1));
		return NONE;
	}
	errno = how ? atoi(how) : EIO;
	return FAIL;
}

void *
malloc(size_t size)
{
	return fault("malloc") == FAIL ? NULL : __libc_malloc(size);
}

void *
calloc(size_t count, size_t size)
{
	return fault("malloc") == FAIL ? NULL : __libc_calloc(count, size);
}

void *
realloc(void *old, size_t size)
{
	return fault("malloc") == FAIL ? NULL : __libc_realloc(old, size);
}

ssize_t
write(int fd, const void *bytes, size_t len)
{
	enum fault f = fault("write");

	if (f == FAIL)
		return -1;
	return REAL(write)(fd, bytes, f == SHORT && len > 1 ? len / 2 : len);
}

ssize_t
read(int fd, void *bytes, size_t len)
{
	enum fault f = fault("read");

	if (f == FAIL)
		return -1;
	return REAL(read)(fd, bytes, f == SHORT && len > 1 ? len / 2 : len);
}

int
close(int fd)
{
	int status = REAL(close)(fd);

	return fault("close") == FAIL ? -1 : status;
}

int
mkstemp(char *name)
{
	if (getenv("FAULT_EACH"))
		_exit(0);
	return fault("mkstemp") == FAIL ? -1 : REAL(mkstemp)(name);
}

int
fchmod(int fd, mode_t mode)
{
	return fault("fchmod") == FAIL ? -1 : REAL(fchmod)(fd, mode);
}

int
symlink(const char *to, const char *from)
{
	return fault("symlink") == FAIL ? -1 : REAL(symlink)(to, from);
}

int
rename(const char *from, const char *to)
{
	return fault("rename") == FAIL ? -1 : REAL(rename)(from, to);
}

/* glossc ends so, and runs no destructors */
void
_exit(int status)
{
	if (getenv("FAULT_EACH") == NULL && getenv("FAULT_AT") == NULL)
		say("%ld\n", atomic_load(&calls));
	else if (getenv("FAULT_EACH") && !in_child)
		say("%ld end\n", atomic_load(&calls));
	REAL(_exit)(status);
	abort();
}
