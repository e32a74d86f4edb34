/* SPDX-License-Identifier: MIT */
/* Which files a document may make us read. */
#ifndef READ_SANDBOX_H
#define READ_SANDBOX_H

#include <stddef.h>

struct sandbox {
	char **roots; /* absolute, without links, without a final slash */
	size_t len;
};

enum sandbox_answer {
	SANDBOX_ALLOWED,
	SANDBOX_MISSING, /* there is no such file, or it can't be read */
	SANDBOX_REFUSED, /* it lies outside */
	SANDBOX_ASTRAY,  /* outside the folder that a catalog's entry names */
	SANDBOX_FOREIGN  /* it is no regular file on disk */
};

/* A file that is open for reading; the caller closes fd and frees path. */
struct sandbox_file {
	int fd;     /* -1: none */
	char *path; /* as it was named, not as it is found by links; or NULL */
};

/*
 * Opens the sandbox for a document: its folder (none for "-"), the current
 * folder unless that is the root, and the folders, a NULL-terminated list or
 * NULL.  The caller closes it.
 */
void sandbox_open(struct sandbox *s, const char *document,
    const char *const *folders);
void sandbox_close(struct sandbox *s);

/*
 * Opens the file at a URL, or where the system's XML catalog leads that URL or
 * the public identifier (which may be NULL).  It is a regular file, and what
 * was opened lies below a folder of the sandbox, or below the one that the
 * catalog's entry itself names, after all escapes, "..", and links.  On
 * SANDBOX_ALLOWED *file is open, else it is not.
 */
enum sandbox_answer sandbox_find(const struct sandbox *s,
    const char *public_id, const char *url, struct sandbox_file *file);

/* Closes and frees what sandbox_find() gave; a second time does nothing. */
void sandbox_forget(struct sandbox_file *file);

#endif
