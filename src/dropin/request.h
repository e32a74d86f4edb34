/* SPDX-License-Identifier: MIT */
/* What the command line of another program asks for. */
#ifndef DROPIN_REQUEST_H
#define DROPIN_REQUEST_H

#include <stdbool.h>
#include <stddef.h>

#include "util/buf.h"
#include "util/strings.h"
#include "dropin/dropin.h"

/* What stylesheets, and the programs around them, make of a document. */
enum target { TARGET_NONE, TARGET_MAN, TARGET_TEXT, TARGET_HTML };

/* A parameter of a stylesheet, as it was set last. */
struct setting {
	char *name;
	char *value; /* NULL: no constant */
	char *file;  /* of the layer that sets it; NULL: the command line */
	long line;
};

struct request {
	enum target target;
	const char *output;     /* -o */
	const char *folder;     /* --output-dir, or xmlto's -o */
	const char *stylesheet; /* as it is named; or NULL */
	struct strings fragments; /* xmlto's -m */
	struct strings search;  /* folders, as by --path */
	struct strings files;
	struct setting *settings;
	size_t settings_len;
	size_t settings_cap;
	bool profiles;    /* profile.os and its like have an effect */
	bool huge;
	bool verbose;
	bool by_title;    /* pages are named by refentrytitle */
	bool no_files;    /* --to-stdout */
	bool list_files;
	bool version;
	enum dropin_names names;
	/* why only the program itself can do it; empty: glossc can */
	struct buf why;
};

/* Says, once, why glossc can't do what is asked; always false. */
bool request_refuse(struct request *r, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/*
 * Sets a parameter in place of what it was; but what the command line has set
 * (file is NULL), no layer sets otherwise.
 */
void request_set(struct request *r, const char *name, const char *value,
    const char *file, long line);

/* The same by an XPath expression, which may be no constant. */
void request_set_xpath(struct request *r, const char *name,
    const char *expression, const char *file, long line);

/*
 * The path of a regular file with the last name of a path in the folders of
 * --path, the first that has it; NULL if none has.  The caller frees it.
 */
char *request_search(const struct request *r, const char *path);

void request_free(struct request *r);

#endif
