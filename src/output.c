/* SPDX-License-Identifier: MIT */
/* Files appear whole and together, or not at all. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gloss/alloc.h"
#include "output.h"

static bool
fail(struct diags *d, const char *path, const char *what)
{
	diag(d, DIAG_OUTPUT, NULL, 0, "cannot write \"%s\": %s", path, what);
	return false;
}

static bool
put(int fd, const struct buf *b)
{
	for (size_t done = 0; done < b->len; ) {
		ssize_t n = write(fd, b->data + done, b->len - done);

		if (n > 0)
			done += (size_t)n;
		else if (n == 0 || errno != EINTR)
			return false;
	}
	return true;
}

/* To standard output, or to what is there and is no plain file. */
static bool
put_through(const struct output *o, struct diags *d)
{
	bool standard = strcmp(o->path, "-") == 0;
	int fd = standard ? dup(STDOUT_FILENO)
			  : open(o->path, O_WRONLY | O_CLOEXEC);
	bool good = fd >= 0 && put(fd, o->bytes);
	int error = errno;

	if (fd >= 0 && close(fd) != 0 && good) {
		error = errno;
		good = false;
	}
	return good || fail(d, o->path, strerror(error));
}

/* Files that rename(2) can replace; everything else is written through. */
static bool
is_plain(const struct output *o)
{
	struct stat st;

	if (strcmp(o->path, "-") == 0)
		return false;
	return lstat(o->path, &st) != 0 || S_ISREG(st.st_mode) ||
	    S_ISLNK(st.st_mode);
}

static bool
is_folder(const char *path)
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

static bool
prepare(struct output *o, struct diags *d)
{
	size_t size = strlen(o->path) + sizeof ".glossc-XXXXXX";
	const char *slash = strrchr(o->path, '/');
	int folder = slash ? (int)(slash - o->path) + 1 : 0;
	bool good;
	int fd, error;

	o->temporary = gloss_malloc(size);
	snprintf(o->temporary, size, "%.*s.glossc-XXXXXX", folder, o->path);
	fd = mkstemp(o->temporary);
	if (fd < 0) {
		error = errno;
		free(o->temporary);
		o->temporary = NULL;
		return fail(d, o->path, strerror(error));
	}
	if (o->link)
		good = unlink(o->temporary) == 0 &&
		    symlink(o->link, o->temporary) == 0;
	else
		good = put(fd, o->bytes) && fchmod(fd, usual_mode()) == 0;
	error = errno;
	if (close(fd) != 0 && good) {
		error = errno;
		good = false;
	}
	return good || fail(d, o->path, strerror(error));
}

static void
discard(struct output *list, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (list[i].temporary && *list[i].temporary)
			unlink(list[i].temporary);
		free(list[i].temporary);
		list[i].temporary = NULL;
	}
}

bool
output_write(struct output *list, size_t len, struct diags *d)
{
	bool good = true;

	for (size_t i = 0; good && i < len; i++) {
		if (is_folder(list[i].path))
			good = fail(d, list[i].path, strerror(EISDIR));
		else if (is_plain(&list[i]))
			good = prepare(&list[i], d);
	}
	for (size_t i = 0; good && i < len; i++)
		if (list[i].temporary == NULL)
			good = put_through(&list[i], d);
	for (size_t i = 0; good && i < len; i++) {
		if (list[i].temporary == NULL)
			continue;
		if (rename(list[i].temporary, list[i].path) != 0)
			good = fail(d, list[i].path, strerror(errno));
		else
			list[i].temporary[0] = '\0';
	}
	discard(list, len);
	return good;
}
