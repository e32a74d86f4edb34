/* SPDX-License-Identifier: MIT */
/* Finds the program that glossc stands in for. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "util/alloc.h"
#include "util/buf.h"
#include "other.h"

static bool
is_program(const char *path, struct stat *st)
{
	return stat(path, st) == 0 && S_ISREG(st->st_mode) &&
	    access(path, X_OK) == 0;
}

static bool
is_same(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/* Joins the first folder of path (empty: the current one) with a name. */
static const char *
next_path(const char *path, const char *name, struct buf *candidate)
{
	size_t len = strcspn(path, ":");

	buf_truncate(candidate, 0);
	buf_add(candidate, path, len);
	if (len)
		buf_putc(candidate, '/');
	buf_puts(candidate, name);
	return path[len] ? path + len + 1 : NULL;
}

/*
 * The file of the running program.  If /proc does not have it, it is the file
 * that a shell finds by the name.
 */
static bool
find_self(const char *name, const char *called, const char *path,
    struct stat *self)
{
	struct buf candidate = { 0 };
	bool found = is_program("/proc/self/exe", self) ||
	    (strchr(called, '/') && is_program(called, self));

	while (!found && path) {
		path = next_path(path, name, &candidate);
		found = is_program(candidate.data, self);
	}
	buf_free(&candidate);
	return found;
}

/*
 * Searches PATH after the last link to this program, so that two installed
 * glosscs cannot call each other forever.
 */
char *
other_find(const char *name, const char *called)
{
	const char *path = getenv("PATH");
	struct buf candidate = { 0 };
	char *found = NULL;
	struct stat self, st;

	if (path == NULL || !find_self(name, called, path, &self))
		return NULL;
	while (path) {
		path = next_path(path, name, &candidate);
		if (!is_program(candidate.data, &st))
			continue;
		if (is_same(&st, &self)) {
			free(found);
			found = NULL;
		} else if (found == NULL) {
			found = gloss_strdup(candidate.data);
		}
	}
	buf_free(&candidate);
	return found;
}
