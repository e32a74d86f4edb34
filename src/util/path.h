/* SPDX-License-Identifier: MIT */
/* The parts of a file's path. */
#ifndef UTIL_PATH_H
#define UTIL_PATH_H

#include <stdbool.h>

/* What follows the last slash of a path; the whole path if it has none. */
const char *path_name(const char *path);

/* The folder of a path, with its slash, or "."; the caller frees it. */
char *path_folder(const char *path);

/* The path of a name in the folder of a path; the caller frees it. */
char *path_beside(const char *path, const char *name);

/* Is there a regular file? */
bool path_is_file(const char *path);

#endif
