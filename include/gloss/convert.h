/* SPDX-License-Identifier: MIT */
/* The stages in their order: what main and the fuzzers call. */
#ifndef GLOSS_CONVERT_H
#define GLOSS_CONVERT_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

#include "util/buf.h"
#include "util/diag.h"
#include "gloss/read.h"
#include "gloss/resolve.h"
#include "gloss/write.h"

enum stage { STAGE_READ, STAGE_RESOLVE, STAGE_LAYOUT, STAGE_WRITE };

struct convert_options {
	struct read_options read;
	struct resolve_options resolve;
	struct write_options write;
	const struct format *const *formats; /* NULL-terminated */
	const char *const *stylesheets; /* one for each format, or NULL */
	const char *const *collections; /* files, NULL-terminated; or NULL */
	const char *const *refs; /* the same, of other documents' terms */
	const char *const *params; /* name, value, ..., NULL */
	struct layouts *shelf; /* where several documents are; or NULL */
	enum stage stop_after;
	atomic_int *stage; /* gets the one that is begun; or NULL */
	int jobs;   /* formats to make at a time; 0: as many as processors */
	bool check; /* read and resolve, make nothing */
};

/* A file in the making: name is that of the page, with its extension. */
struct product {
	char *name;
	char *link; /* the file of which it is another name, or NULL */
	const struct format *format; /* NULL: the tree that was asked for */
	struct buf bytes; /* of a link: what a file holds that leads there */
};

struct products {
	struct product *list;
	size_t len;
	size_t cap;
	xmlDoc **trees; /* of the stages: taking them down takes time */
	size_t trees_len;
};

/*
 * Converts one document into every format that is asked for, in memory; or
 * into the XML of the tree after stop_after.  False: d says why, and the
 * products are not to be written.  The caller frees them in either case, or
 * leaves that to the end of the process; the trees may go before.
 */
bool convert(const char *path, const struct convert_options *options,
    struct products *products, struct diags *d);

/* The trees alone, when no product is to be added any more; and all. */
void products_free_trees(struct products *products);
void products_free(struct products *products);

#endif
