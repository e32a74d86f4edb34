/* SPDX-License-Identifier: MIT */
/* Which files a document may make us read. */
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <libxml/catalog.h>

#include "util/alloc.h"
#include "util/uri.h"
#include "sandbox.h"

/* Takes a folder that is there; the root would allow everything. */
static void
add_root(struct sandbox *s, const char *folder, bool even_root)
{
	char *real = gloss_realpath(folder);

	if (real == NULL || (strcmp(real, "/") == 0 && !even_root)) {
		free(real);
		return;
	}
	if (strcmp(real, "/") == 0)
		*real = '\0';
	s->roots = gloss_realloc(s->roots, (s->len + 1) * sizeof *s->roots);
	s->roots[s->len++] = real;
}

void
sandbox_open(struct sandbox *s, const char *document,
    const char *const *folders)
{
	*s = (struct sandbox){ 0 };
	if (strcmp(document, "-") != 0) {
		const char *slash = strrchr(document, '/');
		char *folder = slash ? gloss_strndup(document,
		    (size_t)(slash - document) + 1) : gloss_strdup(".");

		add_root(s, folder, false);
		free(folder);
	}
	add_root(s, ".", false);
	for (; folders && *folders; folders++)
		add_root(s, *folders, true);
}

void
sandbox_close(struct sandbox *s)
{
	for (size_t i = 0; i < s->len; i++)
		free(s->roots[i]);
	free(s->roots);
	*s = (struct sandbox){ 0 };
}

/* The local name in a URL, or NULL where it names no local file. */
static char *
local_name(const char *url)
{
	if (!uri_has_scheme(url) && access(url, F_OK) == 0)
		return gloss_strdup(url);
	return uri_to_path(url);
}

static bool
inside(const struct sandbox *s, const char *real)
{
	for (size_t i = 0; i < s->len; i++) {
		size_t len = strlen(s->roots[i]);

		if (strncmp(real, s->roots[i], len) == 0 && real[len] == '/')
			return true;
	}
	return false;
}

/*
 * Where a missing file would lie: its deepest folder that is there.  A file
 * outside is refused whether it is there or not, so that a document cannot
 * find out what is on the machine.
 */
static bool
would_be_inside(const struct sandbox *s, const char *name)
{
	char *folder = gloss_strdup(name);
	char *slash, *real = NULL;
	char *probe;
	bool yes;

	while (real == NULL && (slash = strrchr(folder, '/')) != NULL) {
		slash[slash == folder] = '\0';
		real = gloss_realpath(folder);
		if (slash == folder)
			break;
	}
	if (real == NULL)
		real = gloss_realpath(".");
	free(folder);
	if (real == NULL)
		return false;
	probe = gloss_malloc(strlen(real) + 2);
	strcat(strcpy(probe, real), "/");
	yes = inside(s, probe);
	free(probe);
	free(real);
	return yes;
}

enum sandbox_answer
sandbox_ask(const struct sandbox *s, const char *url, char **path)
{
	enum sandbox_answer answer = SANDBOX_REFUSED;
	char *name = local_name(url);
	char *real = name ? gloss_realpath(name) : NULL;
	struct stat st;

	*path = NULL;
	if (name == NULL)
		answer = SANDBOX_FOREIGN;
	else if (real == NULL && would_be_inside(s, name))
		answer = SANDBOX_MISSING;
	else if (real && inside(s, real) && stat(real, &st) == 0)
		answer = !S_ISREG(st.st_mode) ? SANDBOX_FOREIGN :
		    access(real, R_OK) == 0 ? SANDBOX_ALLOWED : SANDBOX_MISSING;
	free(real);
	if (answer == SANDBOX_ALLOWED)
		*path = name;
	else
		free(name);
	return answer;
}

char *
sandbox_catalog(const char *public_id, const char *url)
{
	xmlChar *mapped = xmlCatalogResolve((const xmlChar *)public_id,
	    (const xmlChar *)url);
	char *name = NULL;

	if (mapped == NULL && url)
		mapped = xmlCatalogResolveURI((const xmlChar *)url);
	if (mapped && strcmp((const char *)mapped, url ? url : "") != 0)
		name = local_name((const char *)mapped);
	xmlFree(mapped);
	return name;
}
