/* SPDX-License-Identifier: MIT */
/* Files appear whole and together, or not at all. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "util/alloc.h"
#include "output.h"

/* The first signal that is to end the program; C lets a handler set no more. */
static volatile sig_atomic_t caught;

static void
note_signal(int number)
{
	if (caught == 0)
		caught = number;
}

static const int signals[] = {
	SIGXFSZ, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE, SIGALRM, SIGXCPU,
	SIGUSR1, SIGUSR2,
};
enum { SIGNALS = sizeof signals / sizeof *signals };

/* A file that may not grow is an error of write(2), and no signal. */
static void
hold_signals(struct sigaction before[SIGNALS])
{
	struct sigaction action = { 0 };

	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < SIGNALS; i++) {
		action.sa_handler = signals[i] == SIGXFSZ ? SIG_IGN
							  : note_signal;
		sigaction(signals[i], NULL, &before[i]);
		if (before[i].sa_handler != SIG_IGN)
			sigaction(signals[i], &action, NULL);
	}
}

/* Ends the program, if a signal was to. */
static void
release_signals(const struct sigaction before[SIGNALS])
{
	for (size_t i = 0; i < SIGNALS; i++)
		sigaction(signals[i], &before[i], NULL);
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

/* Closes a file, written well or not.  An errno, or 0. */
static int
finish(int fd, bool good)
{
	int error = good ? 0 : errno ? errno : EIO;

	if (close(fd) != 0 && good)
		error = errno;
	return error;
}

/* To standard output, or to what is there and is no plain file. */
static int
put_through(const struct output *o)
{
	bool standard = strcmp(o->path, "-") == 0;
	int fd = standard ? dup(STDOUT_FILENO)
			  : open(o->path, O_WRONLY | O_TRUNC | O_CLOEXEC);

	return fd < 0 ? errno : finish(fd, put(fd, o->bytes));
}

/*
 * Files that rename(2) can replace; everything else is written through, as are
 * links such as /dev/stdout.
 */
static bool
is_plain(const struct output *o)
{
	struct stat st;

	if (strcmp(o->path, "-") == 0)
		return false;
	return lstat(o->path, &st) != 0 || S_ISREG(st.st_mode) ||
	    (S_ISLNK(st.st_mode) && strncmp(o->path, "/dev/", 5) != 0);
}

bool
output_is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* The permissions that open(2) would have given; mkstemp(3) is stricter. */
static mode_t
usual_mode(void)
{
	mode_t mask = umask(0);

	umask(mask);
	return 0666 & ~mask;
}

/* A path's folder, with its slash, and a name in it; the caller frees it. */
static char *
beside(const char *path, const char *name)
{
	const char *slash = strrchr(path, '/');
	struct buf b = { 0 };

	if (slash)
		buf_add(&b, path, (size_t)(slash - path) + 1);
	buf_puts(&b, name);
	return b.data;
}

/* Takes all memory that is needed, as long as no file is there to be left. */
static void
name_files(struct output *list, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		list[i].temporary = beside(list[i].path, ".glossc-XXXXXX");
		list[i].before = beside(list[i].path, ".glossc-XXXXXX~");
	}
}

/* Writes the file beside.  An errno, or 0. */
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
 * Writes what can be taken back, then what can't.  An errno, or 0; at is the
 * output that it is about.
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

/* Gives what stands in the place of an output another name, for put_back(). */
static void
keep_before(struct output *o)
{
	strcat(strcpy(o->before, o->temporary), "~");
	o->is_kept = linkat(AT_FDCWD, o->path, AT_FDCWD, o->before,
	    0) == 0;
	o->is_new = !o->is_kept && errno == ENOENT;
}

static void
put_back(struct output *o)
{
	if (o->is_kept && rename(o->before, o->path) == 0)
		o->is_kept = false;
	else if (o->is_new)
		unlink(o->path);
}

/* Puts all in place, or none. */
static int
put_in_place(struct output *list, size_t len, size_t *at)
{
	int error = 0;

	for (*at = 0; *at < len; ++*at) {
		struct output *o = &list[*at];

		if (o->state == OUTPUT_NOWHERE)
			continue;
		if (len > 1)
			keep_before(o);
		if (rename(o->temporary, o->path) != 0) {
			error = errno;
			break;
		}
		o->state = OUTPUT_IN_PLACE;
	}
	for (size_t i = *at; error && i-- > 0; )
		if (list[i].state == OUTPUT_IN_PLACE)
			put_back(&list[i]);
	return error;
}

/*
 * Two runs to one place take turns, where the file system lets them: until the
 * descriptor, which may be -1, is closed.
 */
static int
take_turn(const char *folder)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd >= 0)
		flock(fd, LOCK_EX);
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
	struct sigaction before[SIGNALS];
	char *folder = beside(len ? list->path : "", ".");
	size_t at;
	int error, turn;

	name_files(list, len);
	hold_signals(before);
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
