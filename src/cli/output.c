/* SPDX-License-Identifier: MIT */
/* Writes all output files, or none. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "util/alloc.h"
#include "util/path.h"
#include "output.h"

/* The first signal that should end the program: C allows a handler no more. */
static volatile sig_atomic_t caught;

static void
note_signal(int number)
{
	if (caught == 0)
		caught = number;
}

/*
 * Does this signal end a program that does not catch it?  Not those of the
 * program's own faults, after which it cannot go on.
 */
static bool
ends_program(int number)
{
	switch (number) {
	case SIGKILL: case SIGSTOP:
	case SIGBUS: case SIGFPE: case SIGILL: case SIGSEGV:
	case SIGCHLD: case SIGCONT: case SIGTSTP: case SIGTTIN: case SIGTTOU:
	case SIGURG:
#ifdef SIGWINCH
	case SIGWINCH:
#endif
#ifdef SIGINFO
	case SIGINFO:
#endif
		return false;
	}
	return true;
}

#ifdef SIGRTMAX
#define SIGNALS (SIGRTMAX + 1)
#else
#define SIGNALS NSIG
#endif

/* The action of a signal before ours. */
struct held {
	struct sigaction action;
	bool changed;
};

/*
 * Delays signals until release_signals(), which takes the result.  A file that
 * exceeds the size limit is an error of write(2) instead of a signal.
 */
static struct held *
hold_signals(void)
{
	struct held *before = gloss_calloc((size_t)SIGNALS, sizeof *before);
	struct sigaction action = { 0 };

	sigemptyset(&action.sa_mask);
	for (int i = 1; i < SIGNALS; i++) {
		if (!ends_program(i) ||
		    sigaction(i, NULL, &before[i].action) != 0 ||
		    before[i].action.sa_handler == SIG_IGN)
			continue;
		action.sa_handler = i == SIGXFSZ ? SIG_IGN : note_signal;
		before[i].changed = sigaction(i, &action, NULL) == 0;
	}
	return before;
}

/* Raises a delayed signal again. */
static void
release_signals(struct held *before)
{
	for (int i = 1; i < SIGNALS; i++)
		if (before[i].changed)
			sigaction(i, &before[i].action, NULL);
	free(before);
	if (caught)
		raise(caught);
}

static bool
put(int fd, const struct buf *b)
{
	for (size_t done = 0; done < b->len; ) {
		ssize_t n = write(fd, b->data + done, b->len - done);

		if (n > 0)
			done += (size_t)n;
		else if (n == 0 || errno != EINTR || caught)
			return false;
	}
	return true;
}

/* Closes a file, after an error or none.  Returns an errno, or 0. */
static int
finish(int fd, bool good)
{
	int error = good ? 0 : errno ? errno : EIO;

	if (close(fd) != 0 && good)
		error = errno;
	return error;
}

/*
 * Is a path one of the system's links to open files, such as /dev/stdout and
 * /dev/fd/1?  Not in /dev/shm, where anybody may make links.
 */
static bool
is_systems_link(const char *path)
{
	struct stat st;
	char *folder, *real;
	bool is;

	if (lstat(path, &st) != 0 || !S_ISLNK(st.st_mode))
		return false;
	folder = path_folder(path);
	real = gloss_realpath(folder);
	is = real && (strcmp(real, "/dev") == 0 ||
	    strncmp(real, "/proc/", 6) == 0);
	free(real);
	free(folder);
	return is;
}

/*
 * Can rename(2) replace the file?  Others are written in place, and so are the
 * system's links.
 */
static bool
is_plain(const struct output *o)
{
	struct stat st;

	if (strcmp(o->path, "-") == 0)
		return false;
	return lstat(o->path, &st) != 0 || S_ISREG(st.st_mode) ||
	    (S_ISLNK(st.st_mode) && !o->is_systems);
}

/*
 * Opens an existing file that is not a regular one.  Links are not followed,
 * because somebody might replace the file by one in the meantime.
 */
static int
open_through(const struct output *o)
{
	struct stat st;
	int fd;

	if (strcmp(o->path, "-") == 0)
		return dup(STDOUT_FILENO);
	if (o->is_systems)
		return open(o->path, O_WRONLY | O_TRUNC | O_CLOEXEC);
	fd = open(o->path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC);
	if (fd >= 0 && (fstat(fd, &st) != 0 || S_ISREG(st.st_mode))) {
		close(fd);
		errno = EEXIST;
		return -1;
	}
	return fd;
}

/* Controls are escaped if the output is a terminal. */
static int
put_through(const struct output *o)
{
	struct buf shown = { 0 };
	int fd = open_through(o), error;

	if (fd < 0)
		return errno;
	if (o->is_xml && isatty(fd)) {
		diag_visible_xml(&shown, buf_str(o->bytes), o->bytes->len);
		error = finish(fd, put(fd, &shown));
	} else {
		error = finish(fd, put(fd, o->bytes));
	}
	buf_free(&shown);
	return error;
}

bool
output_is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

void
output_make_folders(const struct output *list, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		char *path = gloss_strdup(list[i].path);

		for (char *s = path + 1; *path && *s; s++) {
			if (*s != '/')
				continue;
			*s = '\0';
			mkdir(path, 0777);
			*s = '/';
		}
		free(path);
	}
}

/*
 * Sets the permissions that open(2) would give; those of mkstemp(3) are
 * stricter.
 */
static mode_t
usual_mode(void)
{
	mode_t mask = umask(0);

	umask(mask);
	return 0666 & ~mask;
}

/*
 * Allocates everything up front, so that running out of memory cannot leave
 * temporary files behind.
 */
static void
name_files(struct output *list, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		list[i].temporary = path_beside(list[i].path, ".glossc-XXXXXX");
		list[i].before = path_beside(list[i].path, ".glossc-XXXXXX~");
		list[i].is_systems = is_systems_link(list[i].path);
	}
}

/* Writes the temporary file.  Returns an errno, or 0. */
static int
prepare(struct output *o)
{
	int fd = mkstemp(o->temporary);
	bool good;

	if (fd < 0)
		return errno;
	o->state = OUTPUT_BESIDE;
	if (o->link)
		good = unlink(o->temporary) == 0 &&
		    symlink(o->link, o->temporary) == 0;
	else
		good = put(fd, o->bytes) && fchmod(fd, usual_mode()) == 0;
	return finish(fd, good);
}

/*
 * Writes the temporary files, then the outputs that cannot be undone.  Returns
 * an errno, or 0; at is set to the output concerned.
 */
static int
write_all(struct output *list, size_t len, size_t *at)
{
	int error = 0;

	for (*at = 0; *at < len; ++*at) {
		if (output_is_folder(list[*at].path))
			return EISDIR;
		if (is_plain(&list[*at]))
			error = prepare(&list[*at]);
		if (error || caught)
			return error ? error : EINTR;
	}
	for (*at = 0; *at < len; ++*at) {
		if (list[*at].state == OUTPUT_NOWHERE)
			error = put_through(&list[*at]);
		if (error || caught)
			return error ? error : EINTR;
	}
	return 0;
}

static void
put_back(struct output *o)
{
	if (o->is_kept && rename(o->before, o->path) == 0)
		o->is_kept = false;
	else if (o->is_new)
		unlink(o->path);
}

/* Exchanges two files atomically; returns false if the system cannot. */
static bool
exchange(const char *a, const char *b)
{
#ifdef RENAME_EXCHANGE
	return renameat2(AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE) == 0;
#else
	(void)a;
	(void)b;
	return false;
#endif
}

/*
 * Moves an output into place and keeps the old file under another name, for
 * put_back(): by a second link; or by an exchange or a rename, because most
 * systems forbid links to other users' files.  Returns an errno, or 0.
 */
static int
replace(struct output *o)
{
	bool moved = false;
	int error;

	strcat(strcpy(o->before, o->temporary), "~");
	if (linkat(AT_FDCWD, o->path, AT_FDCWD, o->before, 0) == 0) {
		o->is_kept = true;
	} else if (errno == ENOENT) {
		o->is_new = true;
	} else if (exchange(o->temporary, o->path)) {
		strcpy(o->before, o->temporary);
		o->is_kept = true;
		return 0;
	} else if (rename(o->path, o->before) == 0) {
		o->is_kept = moved = true;
	} else {
		return errno;
	}
	if (rename(o->temporary, o->path) == 0)
		return 0;
	error = errno;
	if (moved)
		put_back(o);
	return error;
}

/* Moves all outputs into place, or none. */
static int
put_in_place(struct output *list, size_t len, size_t *at)
{
	int error = 0;

	for (*at = 0; *at < len; ++*at) {
		struct output *o = &list[*at];

		if (o->state == OUTPUT_NOWHERE)
			continue;
		if (len > 1)
			error = replace(o);
		else if (rename(o->temporary, o->path) != 0)
			error = errno;
		if (error)
			break;
		o->state = OUTPUT_IN_PLACE;
	}
	for (size_t i = *at; error && i-- > 0; )
		if (list[i].state == OUTPUT_IN_PLACE)
			put_back(&list[i]);
	return error;
}

/* How often a run tries to get the lock, and the pause in nanoseconds. */
enum { TURNS = 200, TURN = 5000000 };

/*
 * Locks the folder, where the file system supports it, so that two runs with
 * the same outputs take turns.  The lock lasts until the descriptor (may be -1)
 * is closed.  A run waits for one second at most, since a parent process may
 * hold the lock for good.
 */
static int
take_turn(const char *folder)
{
	const struct timespec pause = { .tv_nsec = TURN };
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	for (int i = 0; fd >= 0 && i < TURNS && !caught; i++) {
		if (flock(fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
			break;
		nanosleep(&pause, NULL);
	}
	return fd;
}

static void
clean_up(struct output *list, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (list[i].state == OUTPUT_BESIDE)
			unlink(list[i].temporary);
		if (list[i].is_kept)
			unlink(list[i].before);
		free(list[i].temporary);
		free(list[i].before);
	}
}

bool
output_write(struct output *list, size_t len, struct diags *d)
{
	struct held *before;
	char *folder = path_beside(len ? list->path : "", ".");
	size_t at;
	int error, turn;

	name_files(list, len);
	before = hold_signals();
	error = write_all(list, len, &at);
	if (error == 0) {
		turn = take_turn(folder);
		error = put_in_place(list, len, &at);
		if (turn >= 0)
			close(turn);
	}
	clean_up(list, len);
	release_signals(before);
	if (error)
		diag(d, DIAG_OUTPUT, NULL, 0, "cannot write \"%s\": %s",
		    list[at].path, strerror(error));
	free(folder);
	return error == 0;
}
