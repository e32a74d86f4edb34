/* SPDX-License-Identifier: MIT */
/* Converts an input in memory, and judges what comes out. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <libxml/parser.h>
#include <libxslt/xsltutils.h>

#include "gloss/layout.h"
#include "fuzz.h"

/* libxml2 and libxslt print some complaints themselves. */
static void
ignore(void *data, const char *fmt, ...)
{
	(void)data;
	(void)fmt;
}

static size_t
format_number(const struct format *format)
{
	size_t i = 0;

	while (formats[i] != format)
		i++;
	return i;
}

static bool
ends_with(const char *name, const char *end)
{
	size_t len = strlen(name), tail = strlen(end);

	return len >= tail && strcmp(name + len - tail, end) == 0;
}

/* Judges a file by its format, and adds what it shows. */
static void
judge_product(const struct product *p, struct buf *shown)
{
	const char *name = p->format->name;

	/* the style and script of a web page are our own lines */
	if (p->link || ends_with(p->name, ".css") || ends_with(p->name, ".js")) {
		judge_bytes(&p->bytes, false);
	} else if (strcmp(name, "man") == 0) {
		judge_man(&p->bytes);
		show_man(&p->bytes, shown);
	} else if (strcmp(name, "texinfo") == 0) {
		judge_texinfo(&p->bytes, false);
		show_texinfo(&p->bytes, shown);
	} else if (strcmp(name, "html") == 0) {
		judge_html(&p->bytes);
		buf_add(shown, buf_str(&p->bytes), p->bytes.len);
	} else {
		judge_bytes(&p->bytes, strstr(p->name, ".index") != NULL);
		buf_add(shown, buf_str(&p->bytes), p->bytes.len);
	}
}

/* Names are made into paths. */
static void
judge_name(const char *name)
{
	struct buf b = { 0 };

	buf_puts(&b, name);
	judge_bytes(&b, false);
	promise(*name != '.' && strchr(name, '/') == NULL,
	    "a file is where it is meant to be", &b);
	buf_free(&b);
}

/*
 * Stylesheets take longer to read than small inputs to convert, so most share
 * them; one in eight reads its own, as far as its elements need them.
 */
static struct layouts *
shelf_of(unsigned flags)
{
	static struct layouts *shelf;

	if ((flags & 7) == 7)
		return NULL;
	if (shelf == NULL)
		shelf = layouts_new(true);
	return shelf;
}

struct convert_options
options_of(unsigned flags)
{
	return (struct convert_options){
		.shelf = shelf_of(flags),
		.resolve.sort = flags & 1,
		.resolve.divide = flags & 2,
		.resolve.aliases = flags & 4,
		.resolve.split = flags & 8,
		.resolve.index = flags & 16,
		.write.ascii = flags & 32,
	};
}

/*
 * What the head of a page has no room for is shortened, and said: that counts
 * as shown.
 */
static void
show_overlong(struct diags *d, struct buf *shown)
{
	char *said = NULL;
	size_t len = 0;
	FILE *f = open_memstream(&said, &len);

	if (f == NULL)
		abort();
	diags_print(d, f, DIAG_PLAIN);
	fclose(f);
	for (const char *s = said, *end; (end = strchr(s, '\n')) != NULL;
	    s = end + 1) {
		static const char name[] = " [overlong]";
		size_t line = (size_t)(end - s);

		if (line > strlen(name) && strncmp(end - strlen(name), name,
		    strlen(name)) == 0)
			buf_add(shown, s, line);
	}
	free(said);
}

/* The next file of a format, from number i on; NULL: there is none. */
static const struct product *
next_of(const struct products *all, const struct format *format, size_t *i)
{
	while (*i < all->len && all->list[*i].format != format)
		++*i;
	return *i < all->len ? &all->list[(*i)++] : NULL;
}

/* Makes a format's files alone, and compares them with those among all. */
static void
judge_alone(const struct convert_options *options,
    const struct format *format, const struct products *all)
{
	const struct format *const only[] = { format, NULL };
	struct convert_options one = *options;
	struct diags *d = diags_new();
	struct products products = { 0 };
	const struct product *a, *b;
	size_t i = 0, j = 0;

	one.formats = only;
	one.jobs = 2;
	lseek(STDIN_FILENO, 0, SEEK_SET);
	promise(convert("-", &one, &products, d),
	    "a format is made alone, too", NULL);
	do {
		a = next_of(all, format, &i);
		b = next_of(&products, format, &j);
		promise(a && b ? strcmp(a->name, b->name) == 0 &&
		    a->bytes.len == b->bytes.len && memcmp(buf_str(&a->bytes),
		    buf_str(&b->bytes), a->bytes.len) == 0 : a == b,
		    "a format alone has the bytes that it has among others",
		    b ? &b->bytes : NULL);
	} while (a);
	products_free(&products);
	diags_free(d);
}

bool
convert_input(struct convert_options *options, int alone, struct buf *shown)
{
	struct diags *d = diags_new();
	struct products products = { 0 };
	struct buf unused = { 0 };
	bool good;

	xmlSetGenericErrorFunc(NULL, ignore);
	xsltSetGenericErrorFunc(NULL, ignore);
	options->formats = formats;
	options->stop_after = STAGE_WRITE;
	options->jobs = 1;
	good = convert("-", options, &products, d);
	for (size_t i = 0; good && i < products.len; i++) {
		const struct product *p = &products.list[i];

		judge_name(p->name);
		judge_product(p, shown ? &shown[format_number(p->format)] :
		    &unused);
	}
	if (good && alone >= 0)
		judge_alone(options, formats[alone], &products);
	for (size_t i = 0; shown && formats[i]; i++)
		if (strcmp(formats[i]->name, "man") == 0)
			show_overlong(d, &shown[i]);
	products_free(&products);
	diags_free(d);
	buf_free(&unused);
	return good;
}
