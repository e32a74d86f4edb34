/* SPDX-License-Identifier: MIT */
/* The parts of a file's path. */
#include <string.h>
#include <sys/stat.h>

#include "alloc.h"
#include "buf.h"
#include "path.h"

const char *
path_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

char *
path_folder(const char *path)
{
	const char *name = path_name(path);

	return name == path ? gloss_strdup(".")
			    : gloss_strndup(path, (size_t)(name - path));
}

char *
path_beside(const char *path, const char *name)
{
	struct buf b = { 0 };

	buf_add(&b, path, (size_t)(path_name(path) - path));
	buf_puts(&b, name);
	return b.data;
}

bool
path_is_file(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}
