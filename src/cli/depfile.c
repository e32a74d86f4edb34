/* SPDX-License-Identifier: MIT */
/* Writes the make rule of --depfile. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "util/path.h"
#include "depfile.h"

/*
 * A prerequisite that never exists, in place of a file whose name cannot be
 * written.
 */
static const char left_out[] = "glossc-left-out-a-name";

/*
 * Characters besides letters and digits that make, ninja and CMake read alike
 * in a name.
 */
static bool
is_safe(char c)
{
	unsigned char u = (unsigned char)c;

	return u >= 0x80 || (u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z') ||
	    (u && strchr("0123456789_-+,./@!{}~ #$:", c));
}

static bool
is_writable(const char *name)
{
	while (*name && is_safe(*name))
		name++;
	return *name == '\0';
}

/*
 * Escapes a name: "$" is doubled; a space, "#", ":" and "%" get a backslash.
 * The user chooses targets, so they may hold anything: a character that make
 * cannot escape becomes "?", which make matches with any character; "[" next to
 * it would be a pattern.
 */
static void
add_name(struct buf *out, const char *name)
{
	static const char odd[] = "\n\r\\;|=&";
	bool first = *name == '~', pattern = first || strpbrk(name, odd);

	for (; *name; name++, first = false) {
		if (*name == '$')
			buf_putc(out, '$');
		else if (strchr(" \t#:%", *name))
			buf_putc(out, '\\');
		buf_putc(out, first || strchr(odd, *name) ||
		    (pattern && *name == '[') ? '?' : *name);
	}
}

/* The name of the current folder in its parent; "" if it has none. */
static char *
folder_name(void)
{
	char *path = gloss_realpath("."), *name = NULL;

	if (path)
		name = gloss_strdup(path_name(path));
	free(path);
	return name ? name : gloss_strdup("");
}

/*
 * A spelling of a name that no makefile uses: with "/./" before its last part,
 * after a folder, because make removes "./" at the start.  NULL if it cannot be
 * written.  The caller frees it.
 */
static char *
spell(const char *name, const char *here)
{
	struct buf b = { 0 };
	const char *slash;

	while (name[0] == '.' && name[1] == '/')
		name += 2 + strspn(name + 2, "/");
	slash = strrchr(name, '/');
	if (slash)
		buf_printf(&b, "%.*s/./%s", (int)(slash - name), name,
		    slash + 1);
	else if (*here)
		buf_printf(&b, "../%s/./%s", here, name);
	else
		buf_printf(&b, "/./%s", name);
	if (is_writable(buf_str(&b)))
		return b.data;
	buf_free(&b);
	return NULL;
}

static int
compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Writes a rule with an empty recipe: a line with only a tab. */
static void
add_rule(struct buf *rules, const char *name)
{
	add_name(rules, name);
	buf_puts(rules, ":\n\t\n");
}

/* Writes a file as a prerequisite, and a rule of its own. */
static bool
add_file(struct buf *out, struct buf *rules, const char *file,
    const char *here, struct diags *d)
{
	char *name = spell(file, here);

	if (name == NULL) {
		diag(d, DIAG_DEPFILE, file, 0, "make and ninja cannot "
		    "represent this file name, so they rebuild every time; "
		    "rename the file");
		return false;
	}
	buf_puts(out, " \\\n  ");
	add_name(out, name);
	add_rule(rules, name);
	free(name);
	return true;
}

void
depfile_add(struct buf *out, const struct strings *targets,
    const struct strings *files, struct diags *d)
{
	char **sorted = gloss_calloc(files->len + 1, sizeof *sorted);
	char *here = folder_name();
	struct buf rules = { 0 };
	bool good = true;

	for (size_t i = 0; i < targets->len; i++) {
		if (i)
			buf_putc(out, ' ');
		add_name(out, targets->list[i]);
	}
	buf_putc(out, ':');
	if (files->len)
		memcpy(sorted, files->list, files->len * sizeof *sorted);
	qsort(sorted, files->len, sizeof *sorted, compare);
	for (size_t i = 0; i < files->len; i++)
		if (i == 0 || strcmp(sorted[i], sorted[i - 1]) != 0)
			good = add_file(out, &rules, sorted[i], here, d) &&
			    good;
	if (!good) {
		buf_printf(out, " \\\n  %s", left_out);
		add_rule(&rules, left_out);
	}
	buf_putc(out, '\n');
	buf_add(out, buf_str(&rules), rules.len);
	buf_free(&rules);
	free(here);
	free(sorted);
}
