/* SPDX-License-Identifier: MIT */
/* What the command line of another program asks for. */
#ifndef DROPIN_REQUEST_H
#define DROPIN_REQUEST_H

#include <stdbool.h>
#include <stddef.h>

#include "util/buf.h"
#include "util/strings.h"
#include "dropin/dropin.h"

/* The output formats of stylesheets and programs. */
enum target { TARGET_NONE, TARGET_MAN, TARGET_TEXT, TARGET_HTML };

/* A stylesheet parameter and its last value. */
struct setting {
	char *name;
	char *value; /* NULL: not a constant */
	char *file;  /* the stylesheet that sets it; NULL: the command line */
	long line;
};

struct request {
	enum target target;
	const char *output;     /* -o */
	const char *folder;     /* --output-dir, or xmlto's -o */
	const char *stylesheet; /* as named on the command line; or NULL */
	struct strings fragments; /* xmlto's -m */
	struct strings search;  /* folders, as by --path */
	struct strings files;
	struct setting *settings;
	size_t settings_len;
	size_t settings_cap;
	bool profiles;    /* profile.os and similar parameters count */
	bool huge;
	bool verbose;
	bool by_title;    /* pages are named by refentrytitle */
	bool no_files;    /* --to-stdout */
	bool list_files;
	bool version;
	enum dropin_names names;
	/* why the program itself must be run; empty: glossc can do it */
	struct buf why;
};

/* Stores the first reason why glossc can't do what is asked.  Returns false. */
bool request_refuse(struct request *r, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/*
 * Sets a parameter.  A stylesheet does not replace a value from the command line
 * (file is NULL).
 */
void request_set(struct request *r, const char *name, const char *value,
    const char *file, long line);

/* The same with an XPath expression as the value. */
void request_set_xpath(struct request *r, const char *name,
    const char *expression, const char *file, long line);

/*
 * The path of a regular file with the last name of a path in the folders of
 * --path, the first that has it; NULL if none has.  The caller frees it.
 */
char *request_search(const struct request *r, const char *path);

void request_free(struct request *r);

#endif
