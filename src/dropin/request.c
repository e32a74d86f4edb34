/* SPDX-License-Identifier: MIT */
/* What the command line of another program asks for. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "util/alloc.h"
#include "util/path.h"
#include "request.h"

bool
request_refuse(struct request *r, const char *fmt, ...)
{
	va_list args;

	if (r->why.len)
		return false;
	va_start(args, fmt);
	buf_vprintf(&r->why, fmt, args);
	va_end(args);
	return false;
}

static void
forget(struct setting *s)
{
	free(s->name);
	free(s->value);
	free(s->file);
}

void
request_set(struct request *r, const char *name, const char *value,
    const char *file, long line)
{
	size_t i = 0;

	while (i < r->settings_len && strcmp(r->settings[i].name, name) != 0)
		i++;
	/* the command line has precedence */
	if (i < r->settings_len && file && r->settings[i].file == NULL)
		return;
	if (i < r->settings_len) {
		forget(&r->settings[i]);
	} else {
		r->settings = gloss_room(r->settings, i, &r->settings_cap,
		    sizeof *r->settings);
		r->settings_len++;
	}
	r->settings[i] = (struct setting){
		.name = gloss_strdup(name),
		.value = value ? gloss_strdup(value) : NULL,
		.file = file ? gloss_strdup(file) : NULL,
		.line = line,
	};
}

/*
 * The value of an XPath expression that is a literal, a number, true() or
 * false(); otherwise NULL.  The caller frees it.
 */
static char *
constant_of(const char *expression)
{
	static const char blanks[] = " \t\r\n";
	const char *s = expression + strspn(expression, blanks);
	size_t len = strlen(s);
	char quote = *s;

	while (len && strchr(blanks, s[len - 1]))
		len--;
	if ((quote == '"' || quote == '\'') && len > 1 &&
	    strchr(s + 1, quote) == s + len - 1)
		return gloss_strndup(s + 1, len - 2);
	if (len && strspn(s + (quote == '-'), "0123456789.") +
	    (quote == '-') == len)
		return gloss_strndup(s, len);
	if (len == 6 && strncmp(s, "true()", len) == 0)
		return gloss_strdup("1");
	if (len == 7 && strncmp(s, "false()", len) == 0)
		return gloss_strdup("0");
	return NULL;
}

void
request_set_xpath(struct request *r, const char *name, const char *expression,
    const char *file, long line)
{
	char *value = constant_of(expression);

	request_set(r, name, value, file, line);
	free(value);
}

char *
request_search(const struct request *r, const char *path)
{
	struct buf found = { 0 };

	for (size_t i = 0; i < r->search.len; i++) {
		buf_truncate(&found, 0);
		buf_printf(&found, "%s/%s", r->search.list[i],
		    path_name(path));
		if (path_is_file(found.data))
			return found.data;
	}
	buf_free(&found);
	return NULL;
}

void
request_free(struct request *r)
{
	for (size_t i = 0; i < r->settings_len; i++)
		forget(&r->settings[i]);
	free(r->settings);
	strings_free(&r->fragments);
	strings_free(&r->search);
	strings_free(&r->files);
	buf_free(&r->why);
	*r = (struct request){ 0 };
}
