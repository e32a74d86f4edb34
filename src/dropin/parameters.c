/* SPDX-License-Identifier: MIT */
/* The parameters of other programs, turned into arguments of glossc. */
#include <stdlib.h>
#include <string.h>

#include "parameters.h"

const struct parameter parameters[] = {
#define PARAMETER(name, value, way, text) { name, value, way, text },
#include "parameters.def"
#undef PARAMETER
	{ NULL, NULL, SILENT, NULL },
};

bool
parameter_is_zero(const char *value)
{
	char *end;
	double number = strtod(value, &end);

	return end != value && end[strspn(end, " \t\r\n")] == '\0' &&
	    number >= 0 && number <= 0;
}

/* A "*" stands for any characters. */
static bool
is_named(const char *pattern, const char *name)
{
	size_t before = strcspn(pattern, "*"), len = strlen(name);
	size_t after = pattern[before] ? strlen(pattern + before + 1) : 0;

	if (pattern[before] == '\0')
		return strcmp(pattern, name) == 0;
	return len >= before + after && strncmp(pattern, name, before) == 0 &&
	    strcmp(pattern + before + 1, name + len - after) == 0;
}

/* Does a value fit?  NULL, no constant, fits only where any value does. */
static bool
fits(const char *pattern, const char *value)
{
	if (*pattern == '\0' || value == NULL)
		return *pattern == '\0';
	if (*pattern == '=')
		return strcmp(pattern + 1, value) == 0;
	return parameter_is_zero(value) == (*pattern == '0');
}

const struct parameter *
parameter_find(const char *name, const char *value)
{
	for (const struct parameter *p = parameters; p->name; p++)
		if (is_named(p->name, name) && fits(p->value, value))
			return p;
	return NULL;
}

static const struct setting *
find_setting(const struct request *r, const char *name)
{
	for (size_t i = 0; i < r->settings_len; i++)
		if (strcmp(r->settings[i].name, name) == 0)
			return &r->settings[i];
	return NULL;
}

const char *
parameter_value(const struct request *r, const char *name,
    const char *otherwise)
{
	const struct setting *s = find_setting(r, name);

	return s && s->value ? s->value : otherwise;
}

static void
add_argument(struct strings *to, const char *text, const char *value)
{
	const char *mark = strstr(text, "%s");
	struct buf b = { 0 };

	if (mark)
		buf_printf(&b, "%.*s%s%s", (int)(mark - text), text, value,
		    mark + 2);
	else
		buf_puts(&b, text);
	strings_add(to, b.data);
	buf_free(&b);
}

/* profile.attribute and profile.value go together. */
static void
add_profile(const struct request *r, const struct parameter *p,
    const char *value, struct strings *to)
{
	const char *attribute = parameter_value(r, "profile.attribute", "");
	struct buf b = { 0 };

	if (!r->profiles || *value == '\0' ||
	    strcmp(p->name, "profile.attribute") == 0)
		return;
	if (strcmp(p->name, "profile.value") != 0) {
		add_argument(to, p->text, value);
	} else if (*attribute) {
		buf_printf(&b, "--profile=%s=%s", attribute, value);
		strings_add(to, b.data);
		buf_free(&b);
	}
}

static void
warn(const struct setting *s, const char *text, struct diags *d)
{
	diag(d, DIAG_PARAMETER, s->file, s->line,
	    "the parameter %s%s%s changes nothing: %s", s->name,
	    s->value ? "=" : "", s->value ? s->value : "", text);
}

/* The reason names the stylesheet that sets the parameter. */
static void
refuse(struct request *r, const struct setting *s, const char *what)
{
	if (s->file)
		request_refuse(r, "%s:%ld: %s %s", s->file, s->line, s->name,
		    what);
	else
		request_refuse(r, "%s %s", s->name, what);
}

static void
apply(struct request *r, const struct setting *s, struct strings *to,
    struct diags *d)
{
	const struct parameter *p = parameter_find(s->name, s->value);

	if (p == NULL && (s->value || !parameter_find(s->name, "")))
		warn(s, "glossc does not know it", d);
	else if (p == NULL || (s->value == NULL && p->way != SILENT &&
	    p->way != WARN))
		refuse(r, s, "is not set to a constant");
	else if (p->way == WARN)
		warn(s, p->text, d);
	else if (p->way == ARGUMENT)
		add_argument(to, p->text, s->value);
	else if (p->way == PROFILE)
		add_profile(r, p, s->value, to);
	else if (p->way == OTHER)
		refuse(r, s, "is set, which glossc does not support");
}

bool
parameters_apply(struct request *r, struct strings *to, struct diags *d)
{
	for (size_t i = 0; i < r->settings_len; i++)
		apply(r, &r->settings[i], to, d);
	return r->why.len == 0;
}
