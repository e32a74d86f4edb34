/* SPDX-License-Identifier: MIT */
/* The list of diagnostics, and how it is printed. */
#include <stdlib.h>
#include <string.h>

#include <libxml/hash.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include "alloc.h"
#include "buf.h"
#include "diag.h"
#include "hash.h"

struct message {
	enum diag_id id;
	enum diag_level level;
	char *file;
	long line;
	char *text;
};

/* The setting of -W for a warning. */
struct choice {
	bool on;
	bool error;
};

struct diags {
	struct choice choices[DIAG_COUNT];
	struct message *list;
	size_t len;
	size_t cap;
	xmlHashTable *said; /* keys of the first key_count messages, */
	size_t said_len;    /* filled only if asked for */
	size_t errors;
	bool strict;
	bool quiet;
};

static const struct {
	const char *name;
	enum diag_level level;
	bool on;
} kinds[DIAG_COUNT] = {
#define DIAG(id, name, level, on) [DIAG_##id] = { name, level, on },
#include "diag.def"
#undef DIAG
};

struct diags *
diags_new(void)
{
	struct diags *d = gloss_calloc(1, sizeof *d);

	for (size_t i = 0; i < DIAG_COUNT; i++)
		d->choices[i].on = kinds[i].on;
	return d;
}

struct diags *
diags_new_like(const struct diags *d)
{
	struct diags *aside = diags_new();

	memcpy(aside->choices, d->choices, sizeof d->choices);
	aside->strict = d->strict;
	aside->quiet = d->quiet;
	return aside;
}

/* A key made of all parts of a message; the caller frees it. */
static char *
key_of(const struct message *e)
{
	struct buf key = { 0 };

	buf_printf(&key, "%d %ld %s\n%s", (int)e->id, e->line,
	    e->file ? e->file : "", e->text);
	return key.data;
}

/* The keys of a list's messages; NULL if it has none. */
static xmlHashTable *
said_by(struct diags *d)
{
	if (d->said == NULL && d->len)
		d->said = hash_new(d->len);
	for (; d->said_len < d->len; d->said_len++) {
		char *key = key_of(&d->list[d->said_len]);

		hash_set(d->said, key, d);
		free(key);
	}
	return d->said;
}

static bool
is_there(xmlHashTable *said, const struct message *e)
{
	bool there = false;
	char *key;

	if (said) {
		key = key_of(e);
		there = xmlHashLookup(said, (const xmlChar *)key) != NULL;
		free(key);
	}
	return there;
}

static struct message *
add_entry(struct diags *d)
{
	d->list = gloss_room(d->list, d->len, &d->cap, sizeof *d->list);
	return &d->list[d->len++];
}

void
diags_append(struct diags *d, struct diags *aside, bool once)
{
	xmlHashTable *said = once && aside->len ? said_by(d) : NULL;

	for (size_t i = 0; i < aside->len; i++) {
		if (is_there(said, &aside->list[i])) {
			free(aside->list[i].file);
			free(aside->list[i].text);
		} else {
			*add_entry(d) = aside->list[i];
		}
	}
	d->errors += aside->errors;
	xmlHashFree(aside->said, NULL);
	free(aside->list);
	free(aside);
}

static void
clear(struct diags *d)
{
	for (size_t i = 0; i < d->len; i++) {
		free(d->list[i].file);
		free(d->list[i].text);
	}
	d->len = 0;
	xmlHashFree(d->said, NULL);
	d->said = NULL;
	d->said_len = 0;
}

void
diags_free(struct diags *d)
{
	if (d == NULL)
		return;
	clear(d);
	free(d->list);
	free(d);
}

size_t
diags_errors(const struct diags *d)
{
	return d->errors;
}

void
diags_strict(struct diags *d, bool strict)
{
	d->strict = strict;
}

void
diags_quiet(struct diags *d, bool quiet)
{
	d->quiet = quiet;
}

bool
diags_switch(struct diags *d, const char *how)
{
	bool off = strncmp(how, "no-", 3) == 0;
	bool error = strncmp(how, "error", 5) == 0 &&
	    (how[5] == '=' || how[5] == '\0');
	const char *name = how;
	bool all, known = false;

	if (off)
		name += 3;
	else if (error)
		name += how[5] ? 6 : 5;
	all = strcmp(name, "all") == 0 || strcmp(how, "error") == 0;
	for (size_t i = 0; i < DIAG_COUNT; i++) {
		struct choice *choice = &d->choices[i];

		if (kinds[i].level == DIAG_ERROR ||
		    (!all && strcmp(name, kinds[i].name) != 0))
			continue;
		known = true;
		if (!error || *name)
			choice->on = !off;
		choice->error = error && kinds[i].level == DIAG_WARNING;
	}
	return known;
}

static enum diag_level
level_of(const struct diags *d, enum diag_id id)
{
	return kinds[id].level == DIAG_WARNING &&
	    (d->strict || d->choices[id].error) ? DIAG_ERROR : kinds[id].level;
}

bool
diags_wanted(const struct diags *d, enum diag_id id)
{
	return d->choices[id].on &&
	    (!d->quiet || level_of(d, id) == DIAG_ERROR);
}

void
diag(struct diags *d, enum diag_id id, const char *file, long line,
    const char *fmt, ...)
{
	struct message *e;
	enum diag_level level = level_of(d, id);
	struct buf text = { 0 };
	va_list args;

	if (!diags_wanted(d, id))
		return;
	if (level == DIAG_ERROR)
		d->errors++;
	va_start(args, fmt);
	buf_vprintf(&text, fmt, args);
	va_end(args);
	e = add_entry(d);
	*e = (struct message){ .id = id, .level = level, .line = line };
	e->file = file ? gloss_strdup(file) : NULL;
	e->text = text.data;
}

/*
 * Text from the input must not control the terminal or look different from what
 * it is.  Controls, invisible formatting characters (directions, soft hyphens,
 * tags) and bytes that are not UTF-8 are escaped.
 */
static bool
is_visible(UChar32 c)
{
	return c >= 0 && u_isprint(c) && c != 0x2028 && c != 0x2029;
}

void
diag_visible(struct buf *b, const char *s)
{
	int32_t len = (int32_t)strlen(s), i = 0, from;
	UChar32 c;

	while (i < len) {
		from = i;
		U8_NEXT((const uint8_t *)s, i, len, c);
		if (is_visible(c))
			buf_add(b, s + from, (size_t)(i - from));
		else
			for (; from < i; from++)
				buf_printf(b, "\\x%02X", (unsigned char)s[from]);
	}
}

void
diag_visible_xml(struct buf *b, const char *utf8, size_t len)
{
	UChar32 c;

	for (size_t i = 0, from = 0; i < len; from = i) {
		U8_NEXT((const uint8_t *)utf8, i, len, c);
		if (c == '\n' || c == '\t' || is_visible(c))
			buf_add(b, utf8 + from, i - from);
		else
			buf_printf(b, "&#x%lX;",
			    c < 0 ? 0xFFFDUL : (unsigned long)c);
	}
}

static const struct {
	const char *word;
	const char *color;
} levels[] = {
	[DIAG_NOTE] = { "note", "\033[1;36m" },
	[DIAG_WARNING] = { "warning", "\033[1;35m" },
	[DIAG_ERROR] = { "error", "\033[1;31m" },
};

static void
add_line(struct buf *b, const struct message *e, bool color)
{
	if (color)
		buf_puts(b, "\033[1m");
	diag_visible(b, e->file ? e->file : "glossc");
	if (e->file && e->line > 0)
		buf_printf(b, ":%ld", e->line);
	buf_puts(b, ": ");
	if (color)
		buf_puts(b, levels[e->level].color);
	buf_printf(b, "%s:", levels[e->level].word);
	if (color)
		buf_puts(b, "\033[0m");
	buf_putc(b, ' ');
	diag_visible(b, e->text);
	buf_printf(b, " [%s]\n", kinds[e->id].name);
}

static void
add_json_string(struct buf *b, const char *s)
{
	int32_t i = 0, len = (int32_t)strlen(s);
	UChar32 c;

	buf_putc(b, '"');
	while (i < len) {
		U8_NEXT_OR_FFFD((const uint8_t *)s, i, len, c);
		if (c == '"' || c == '\\')
			buf_printf(b, "\\%c", (char)c);
		else if (is_visible(c) && c != 0xFFFD)
			buf_put_cp(b, (unsigned long)c);
		else if (c <= 0xFFFF)
			buf_printf(b, "\\u%04X", (unsigned)c);
		else
			buf_printf(b, "\\u%04X\\u%04X",
			    (unsigned)U16_LEAD(c), (unsigned)U16_TRAIL(c));
	}
	buf_putc(b, '"');
}

static void
add_json(struct buf *b, const struct message *e)
{
	buf_puts(b, "{\"file\":");
	if (e->file)
		add_json_string(b, e->file);
	else
		buf_puts(b, "null");
	buf_printf(b, ",\"line\":%ld,\"level\":\"%s\",\"name\":\"%s\","
	    "\"text\":", e->line, levels[e->level].word, kinds[e->id].name);
	add_json_string(b, e->text);
	buf_puts(b, "}\n");
}

void
diags_print(struct diags *d, FILE *to, enum diag_style style)
{
	struct buf b = { 0 };

	for (size_t i = 0; i < d->len; i++) {
		if (style == DIAG_JSON)
			add_json(&b, &d->list[i]);
		else
			add_line(&b, &d->list[i], style == DIAG_COLOR);
	}
	fwrite(buf_str(&b), 1, b.len, to);
	buf_free(&b);
	clear(d);
}
