/* SPDX-License-Identifier: MIT */
/* All stages in order: what main and the fuzzers call. */
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
	const char *const *refs; /* the same, with the terms of other
				  * documents */
	const char *const *params; /* name, value, ..., NULL */
	struct layouts *shelf; /* pool of layouts for several documents, or
			        * NULL */
	enum stage stop_after;
	atomic_int *stage; /* set to the stage being run, or NULL */
	int jobs;   /* number of threads; 0: one per processor */
	bool check; /* only report; the products must not be written */
	bool check_layout; /* check: lay out in any case, for all reports */
};

/* A file to be written. name is the page's name with the file's extension. */
struct product {
	char *name;
	char *link; /* for a link: the file that it leads to, else NULL */
	const struct format *format; /* the format; NULL: the XML of a tree */
	struct buf bytes; /* for a link: content of a file used in its place */
};

struct products {
	struct product *list;
	size_t len;
	size_t cap;
	xmlDoc **trees; /* trees of the stages: freeing them takes time */
	size_t trees_len;
};

/*
 * Converts one document into all requested formats, in memory, or into the XML
 * of the tree after stop_after.  Returns false on an error, which d describes;
 * then the products must not be written.  The caller frees the products in
 * either case, or exits; the trees may be freed earlier.
 */
bool convert(const char *path, const struct convert_options *options,
    struct products *products, struct diags *d);

/*
 * products_free_trees() frees the trees alone, once no more products are added;
 * products_free() frees everything.
 */
void products_free_trees(struct products *products);
void products_free(struct products *products);

#endif
