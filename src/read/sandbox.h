/* SPDX-License-Identifier: MIT */
/* Decides which files a document may read. */
#ifndef READ_SANDBOX_H
#define READ_SANDBOX_H

#include <stddef.h>

struct sandbox {
	char **roots; /* absolute, without links, without a final slash */
	size_t len;
	const char *const *search; /* folders that are roots, too */
};

enum sandbox_answer {
	SANDBOX_ALLOWED,
	SANDBOX_MISSING, /* it does not exist, or cannot be read */
	SANDBOX_REFUSED, /* it lies outside */
	SANDBOX_ASTRAY,  /* outside the folder of the catalog's entry */
	SANDBOX_FOREIGN  /* not a regular file */
};

/* A file that is open for reading; the caller closes fd and frees path. */
struct sandbox_file {
	int fd;     /* -1: none */
	char *path; /* as it was named, with links unresolved; or NULL */
};

/*
 * Opens the sandbox for a document.  Allowed are the document's folder (none
 * for "-"), the current folder unless it is the root, and folders, a
 * NULL-terminated list or NULL.  So are the folders to search for files that do
 * not exist where they should; this list is not copied.  The caller closes it.
 */
void sandbox_open(struct sandbox *s, const char *document,
    const char *const *folders, const char *const *search);
void sandbox_close(struct sandbox *s);

/*
 * Opens the file at a URL, or where the system's XML catalog leads that URL or
 * the public identifier (may be NULL).  It must be a regular file below a
 * folder of the sandbox, or below the folder that the catalog's entry names,
 * after all escapes, ".." and links.  Otherwise it is the first file of the same
 * last name in a folder to search.  *file is open only if the result is
 * SANDBOX_ALLOWED.
 */
enum sandbox_answer sandbox_find(const struct sandbox *s,
    const char *public_id, const char *url, struct sandbox_file *file);

/* Closes and frees the result of sandbox_find(); a second call does nothing. */
void sandbox_forget(struct sandbox_file *file);

#endif
