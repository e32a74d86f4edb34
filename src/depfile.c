/* SPDX-License-Identifier: MIT */
/* The rule that tells make what an output was made of. */
#include <stdlib.h>
#include <string.h>

#include "gloss/alloc.h"
#include "depfile.h"

/*
 * As GNU make and ninja read names: a blank, "#", "%" and ":" after a
 * backslash, "$" doubled.  No rule can hold a newline.
 */
static void
add_name(struct buf *out, const char *name)
{
	for (; *name; name++) {
		if (*name == '$')
			buf_putc(out, '$');
		else if (strchr(" \t#%:", *name))
			buf_putc(out, '\\');
		buf_putc(out, *name == '\n' || *name == '\r' ? '?' : *name);
	}
}

static int
compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

void
depfile_add(struct buf *out, const struct strings *targets,
    const struct strings *files)
{
	char **sorted = gloss_calloc(files->len + 1, sizeof *sorted);
	struct buf rules = { 0 };

	for (size_t i = 0; i < targets->len; i++) {
		if (i)
			buf_putc(out, ' ');
		add_name(out, targets->list[i]);
	}
	buf_putc(out, ':');
	if (files->len)
		memcpy(sorted, files->list, files->len * sizeof *sorted);
	qsort(sorted, files->len, sizeof *sorted, compare);
	for (size_t i = 0; i < files->len; i++) {
		if (i && strcmp(sorted[i], sorted[i - 1]) == 0)
			continue;
		buf_puts(out, " \\\n  ");
		add_name(out, sorted[i]);
		add_name(&rules, sorted[i]);
		buf_puts(&rules, ":\n");
	}
	buf_putc(out, '\n');
	buf_add(out, buf_str(&rules), rules.len);
	buf_free(&rules);
	free(sorted);
}
