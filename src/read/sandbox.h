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
	SANDBOX_FOREIGN  /* it is no file on disk */
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
 * May the file at a URL be read?  On SANDBOX_ALLOWED *path is the file's name,
 * which the caller frees; else *path is NULL.
 */
enum sandbox_answer sandbox_ask(const struct sandbox *s, const char *url,
    char **path);

/*
 * The local file that the system's XML catalog maps a public identifier or a
 * URL to, or NULL; the caller frees it.
 */
char *sandbox_catalog(const char *public_id, const char *url);

#endif
