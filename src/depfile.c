/* SPDX-License-Identifier: MIT */
/* The rule that tells make what an output was made of. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "gloss/alloc.h"
#include "depfile.h"

/*
 * As GNU make and ninja read names: "$" doubled, a blank, "#" and ":" after a
 * backslash, and "%" too where make would see a pattern.  What make has no
 * escape for would end the name or begin a recipe: there stands "?", in which
 * make sees any character, and ninja a file that is not there: it builds again.
 */
static void
add_name(struct buf *out, const char *name, bool is_target)
{
	for (; *name; name++) {
		if (*name == '$')
			buf_putc(out, '$');
		else if (strchr(" \t#:", *name) || (*name == '%' && is_target))
			buf_putc(out, '\\');
		buf_putc(out, strchr("\n\r\\;|=&", *name) ? '?' : *name);
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
		add_name(out, targets->list[i], true);
	}
	buf_putc(out, ':');
	if (files->len)
		memcpy(sorted, files->list, files->len * sizeof *sorted);
	qsort(sorted, files->len, sizeof *sorted, compare);
	for (size_t i = 0; i < files->len; i++) {
		if (i && strcmp(sorted[i], sorted[i - 1]) == 0)
			continue;
		buf_puts(out, " \\\n  ");
		add_name(out, sorted[i], false);
		/* ninja wants the name as above, make sees a pattern there */
		if (strchr(sorted[i], '%'))
			continue;
		add_name(&rules, sorted[i], false);
		buf_puts(&rules, ":\n");
	}
	buf_putc(out, '\n');
	buf_add(out, buf_str(&rules), rules.len);
	buf_free(&rules);
	free(sorted);
}
