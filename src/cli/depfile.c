/* SPDX-License-Identifier: MIT */
/* The rule that tells make what an output was made of. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "depfile.h"

/*
 * As GNU make and ninja read names: "$" doubled, a blank, "#" and ":" after a
 * backslash, and "%" too where make would see a pattern.  What make has no
 * escape for would end the name, begin a recipe or lead home: there stands "?",
 * in which make sees any character, and ninja a file that is not there: it
 * builds again.  Beside a "?", "[" is no longer itself to make.
 */
static void
add_name(struct buf *out, const char *name, bool is_target)
{
	static const char odd[] = "\n\r\\;|=&";
	bool first = *name == '~', pattern = first || strpbrk(name, odd);

	for (; *name; name++, first = false) {
		if (*name == '$')
			buf_putc(out, '$');
		else if (strchr(" \t#:", *name) || (*name == '%' && is_target))
			buf_putc(out, '\\');
		buf_putc(out, first || strchr(odd, *name) ||
		    (pattern && *name == '[') ? '?' : *name);
	}
}

/*
 * A file that is gone is no error where it has a rule of its own.  Of "a%b"
 * ninja wants the name as it is, where make would see a pattern; and a dot may
 * open one of make's own names: .IGNORE, .c.o.
 */
static bool
may_have_rule(const char *name)
{
	const char *slash = strrchr(name, '/');

	return strchr(name, '%') == NULL && *(slash ? slash + 1 : name) != '.';
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
		if (!may_have_rule(sorted[i]))
			continue;
		add_name(&rules, sorted[i], false);
		buf_puts(&rules, ":\n");
	}
	buf_putc(out, '\n');
	buf_add(out, buf_str(&rules), rules.len);
	buf_free(&rules);
	free(sorted);
}
