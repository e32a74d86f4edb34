/* SPDX-License-Identifier: MIT */
/* Decides which files a document may read. */
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <libxml/catalog.h>

#include "util/alloc.h"
#include "util/buf.h"
#include "util/path.h"
#include "util/uri.h"
#include "sandbox.h"

/*
 * A folder that allows nothing, unless the user names it.  The root would allow
 * everything.  A document that is read as /dev/stdin or /dev/fd/3 does not come
 * from a folder: /dev/shm has files of other users, /proc those of processes.
 */
static bool
is_nobodys(const char *real)
{
	return strcmp(real, "/") == 0 || strcmp(real, "/dev") == 0 ||
	    strcmp(real, "/proc") == 0 || strncmp(real, "/proc/", 6) == 0;
}

/* Adds an existing folder; one that the user named may be any. */
static void
add_root(struct sandbox *s, const char *folder, bool named)
{
	char *real = gloss_realpath(folder);

	if (real == NULL || (is_nobodys(real) && !named)) {
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
    const char *const *folders, const char *const *search)
{
	*s = (struct sandbox){ .search = search };
	if (strcmp(document, "-") != 0) {
		char *folder = path_folder(document);

		add_root(s, folder, false);
		free(folder);
	}
	add_root(s, ".", false);
	for (; folders && *folders; folders++)
		add_root(s, *folders, true);
	for (; search && *search; search++)
		add_root(s, *search, true);
}

void
sandbox_close(struct sandbox *s)
{
	for (size_t i = 0; i < s->len; i++)
		free(s->roots[i]);
	free(s->roots);
	*s = (struct sandbox){ 0 };
}

/* Is a path below a folder?  Both are from realpath(3); "" is the root. */
static bool
is_below(const char *real, const char *folder)
{
	size_t len = strlen(folder);

	return strncmp(real, folder, len) == 0 && real[len] == '/';
}

/* Is a path below a folder of the sandbox, or below the catalog's? */
static bool
inside(const struct sandbox *s, const char *also, const char *real)
{
	for (size_t i = 0; i < s->len; i++)
		if (is_below(real, s->roots[i]))
			return true;
	return also && is_below(real, also);
}

/*
 * Checks a missing file by its deepest existing folder.  A file outside is
 * refused whether it exists or not, so that a document cannot probe for files.
 */
static bool
would_be_inside(const struct sandbox *s, const char *also, const char *name)
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
	yes = inside(s, also, probe);
	free(probe);
	free(real);
	return yes;
}

/*
 * Is the open file still the one at its path?  A folder in between may have
 * been replaced by a link.
 */
static enum sandbox_answer
look_at(const struct sandbox *s, const char *also, const char *name, int fd)
{
	char *real = gloss_realpath(name);
	enum sandbox_answer answer = SANDBOX_REFUSED;
	struct stat opened, found;

	if (fstat(fd, &opened) == 0 && real && inside(s, also, real) &&
	    lstat(real, &found) == 0 && found.st_dev == opened.st_dev &&
	    found.st_ino == opened.st_ino)
		answer = S_ISREG(opened.st_mode) ? SANDBOX_ALLOWED :
		    SANDBOX_FOREIGN;
	free(real);
	return answer;
}

/*
 * Opens a file if that is allowed: see sandbox_find().  Takes ownership of
 * name.
 */
static enum sandbox_answer
open_name(const struct sandbox *s, const char *also, char *name,
    struct sandbox_file *file)
{
	char *real = gloss_realpath(name);
	enum sandbox_answer answer = SANDBOX_REFUSED;

	file->path = name;
	if (real == NULL && would_be_inside(s, also, name)) {
		answer = SANDBOX_MISSING;
	} else if (real && inside(s, also, real)) {
		/* opening a pipe or a device could block */
		file->fd = open(real, O_RDONLY | O_NONBLOCK | O_CLOEXEC |
		    O_NOCTTY | O_NOFOLLOW);
		answer = file->fd < 0 ? SANDBOX_MISSING :
		    look_at(s, also, real, file->fd);
	}
	free(real);
	if (answer != SANDBOX_ALLOWED)
		sandbox_forget(file);
	return answer;
}

/* Undoes the escapes of a name, if there are any. */
static enum sandbox_answer
open_url(const struct sandbox *s, const char *url, struct sandbox_file *file)
{
	char *path = uri_to_path(url);
	enum sandbox_answer answer;
	bool same;

	if (path == NULL)
		return SANDBOX_FOREIGN;
	same = strcmp(path, url) == 0 || uri_has_scheme(url);
	answer = open_name(s, NULL, path, file);
	if (answer == SANDBOX_MISSING && !same)
		answer = open_name(s, NULL, gloss_strdup(url), file);
	return answer;
}

/* Where the catalog leads, or NULL; free it with xmlFree(). */
static char *
ask_catalog(const char *public_id, const char *url)
{
	xmlChar *mapped = xmlCatalogResolve((const xmlChar *)public_id,
	    (const xmlChar *)url);

	if (mapped == NULL && url)
		mapped = xmlCatalogResolveURI((const xmlChar *)url);
	if (mapped && url && strcmp((const char *)mapped, url) == 0) {
		xmlFree(mapped);
		mapped = NULL;
	}
	return (char *)mapped;
}

/* Does the catalog keep the end of a URL, from a byte on, unchanged? */
static bool
keeps_rest(const char *url, size_t at, const char *mapped)
{
	static const char probe[] = "glossc";
	size_t rest = strlen(url) - at, len = strlen(mapped);
	struct buf asked = { 0 }, expected = { 0 };
	char *answer = NULL;

	if (rest <= len) {
		buf_add(&asked, url, at);
		buf_puts(&asked, probe);
		buf_add(&expected, mapped, len - rest);
		buf_puts(&expected, probe);
		answer = ask_catalog(NULL, buf_str(&asked));
	}
	rest = answer && strcmp(answer, buf_str(&expected)) == 0;
	xmlFree(answer);
	buf_free(&asked);
	buf_free(&expected);
	return rest;
}

/*
 * The folder that an entry of the catalog names.  One that rewrites puts its
 * own beginning in place of another (XML Catalogs, 4.2, rewriteURI), and the
 * rest of the URL, which is the document's, behind it, whatever that is; libxml2
 * does not say which entry it took, but what it answers to beginnings of the
 * URL does.  The others name the file itself.
 */
static char *
entry_folder(const char *url, const char *mapped)
{
	size_t low = 0, high = url ? strlen(url) : 0, end = strlen(mapped);
	bool rewritten = url && keeps_rest(url, high, mapped);
	char *begin, *path, *real;

	while (rewritten && low < high) {
		size_t middle = low + (high - low) / 2;

		if (keeps_rest(url, middle, mapped))
			high = middle;
		else
			low = middle + 1;
	}
	if (rewritten)
		for (end -= strlen(url) - high;
		    end > 0 && mapped[end - 1] != '/'; end--)
			;
	begin = gloss_strndup(mapped, end);
	path = uri_to_path(begin);
	real = path ? gloss_realpath(path) : NULL;
	/* a file's folder is that of the file itself, not of a link to it */
	if (real && !rewritten)
		*strrchr(real, '/') = '\0';
	else if (real && strcmp(real, "/") == 0)
		*real = '\0';
	free(path);
	free(begin);
	return real;
}

static enum sandbox_answer
open_mapped(const struct sandbox *s, const char *url, const char *mapped,
    struct sandbox_file *file)
{
	char *path = uri_to_path(mapped);
	char *folder = path ? entry_folder(url, mapped) : NULL;
	enum sandbox_answer answer = SANDBOX_FOREIGN;

	if (path)
		answer = open_name(s, folder, path, file);
	free(folder);
	return answer == SANDBOX_REFUSED ? SANDBOX_ASTRAY : answer;
}

/* As xsltproc --path does: by the part of a name behind the last slash. */
static bool
open_elsewhere(const struct sandbox *s, const char *url,
    struct sandbox_file *file)
{
	const char *const *folder = s->search;
	char *path = folder && url ? uri_to_path(url) : NULL;
	bool found = false;

	for (; path && *folder && !found; folder++) {
		struct buf name = { 0 };

		buf_printf(&name, "%s/%s", *folder, path_name(path));
		found = open_name(s, NULL, name.data, file) == SANDBOX_ALLOWED;
	}
	free(path);
	return found;
}

enum sandbox_answer
sandbox_find(const struct sandbox *s, const char *public_id, const char *url,
    struct sandbox_file *file)
{
	enum sandbox_answer answer;
	char *mapped;

	*file = (struct sandbox_file){ .fd = -1 };
	answer = open_url(s, url, file);
	if (answer == SANDBOX_ALLOWED)
		return answer;
	mapped = ask_catalog(public_id, url);
	if (mapped)
		answer = open_mapped(s, url, mapped, file);
	xmlFree(mapped);
	if (answer != SANDBOX_ALLOWED && open_elsewhere(s, url, file))
		answer = SANDBOX_ALLOWED;
	return answer;
}

void
sandbox_forget(struct sandbox_file *file)
{
	if (file->fd >= 0)
		close(file->fd);
	free(file->path);
	*file = (struct sandbox_file){ .fd = -1 };
}
