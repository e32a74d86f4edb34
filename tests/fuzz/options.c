/* SPDX-License-Identifier: MIT */
/* A command line that the bytes decide: it is refused with a reason, or sound. */
#include <stdlib.h>
#include <string.h>

#include "cli/options.h"
#include "fuzz.h"

enum { ARGUMENTS = 40 };

static const char *const names[] = {
	"--to", "--output", "--name", "--section", "--lang", "--param",
	"--stylesheet", "--entities", "--width", "--sort", "--profile",
	"--collection", "--refs", "--write-refs", "--lookup", "--color",
	"--depfile", "--diagnostics", "--stop-after", "--jobs", "-t", "-o",
	"-p", "-x", "-I", "-W", "-j",
};

/* Those without an argument, and what is no option. */
static const char *const others[] = {
	"--huge", "--ascii", "--divide", "--aliases", "--split", "--index",
	"--check", "--strict", "--quiet", "--verbose", "--help", "--version",
	"-q", "-v", "--s", "--", "-", "a.xml", "b.xml", "",
};

static const char *const values[] = {
	"man", "texinfo", "text", "dict", "source", "term", "auto", "always",
	"never", "json", "read", "resolve", "layout", "all", "no-", "error=",
	"dangling", "0", "1", "19", "20", "1000", "1001", "-1", " 7", "1e3",
	"99999999999999999999", "a=b", "man=a.xsl", "a", "=", ",", "\xFF",
	"\n", "\033[31m", "",
};

#define PICK(in, list) (list[take(in, sizeof list / sizeof *list)])

static void
add_bytes(struct buf *b, struct input *in)
{
	char *bytes = string_of(take_bytes(in));

	buf_puts(b, bytes);
	free(bytes);
}

/* Most are such as there are, so that many a line is accepted. */
static void
add_argument(struct buf *b, struct input *in)
{
	switch (take(in, 8)) {
	case 0:
	case 1:
	case 2:
		buf_puts(b, PICK(in, names));
		if (b->data[1] == '-')
			buf_putc(b, '=');
		buf_puts(b, PICK(in, values));
		break;
	case 3:
		buf_puts(b, PICK(in, names));
		break;
	case 4:
		buf_puts(b, PICK(in, values));
		buf_puts(b, PICK(in, values));
		break;
	case 5:
		add_bytes(b, in);
		break;
	default:
		buf_puts(b, PICK(in, others));
		break;
	}
}

static bool
is_within(int n, int least, int most)
{
	return n == 0 || (n >= least && n <= most);
}

/* Each format once, and room for its stylesheet. */
static void
judge_formats(const struct options *o)
{
	const struct format *const *all = o->convert.formats;
	size_t n = 0;

	for (; all[n]; n++)
		for (size_t i = 0; i < n; i++)
			promise(all[i] != all[n], "each format once", NULL);
	promise(n > 0 && o->sheets.len == n, "formats have stylesheets", NULL);
	promise(!o->lookup || (n == 1 && strcmp(all[0]->name, "text") == 0),
	    "a lookup prints text", NULL);
}

static void
judge_list(const struct list *l, size_t step)
{
	promise(l->len % step == 0 && (l->len == 0 || l->items[l->len] == NULL),
	    "a list ends, and its pairs are whole", NULL);
	for (size_t i = 0; i < l->len; i++)
		promise(l->items[i] != NULL, "a list has no gaps", NULL);
}

/* Two threads may not share standard input. */
static void
judge_files(const struct options *o)
{
	size_t from_stdin = 0;

	promise(o->files_len > 0 && o->files[o->files_len] == NULL,
	    "there is a file", NULL);
	for (size_t i = 0; i < o->files_len; i++) {
		promise(o->files[i] != NULL, "files have names", NULL);
		from_stdin += o->files[i] && strcmp(o->files[i], "-") == 0;
	}
	promise(from_stdin <= 1, "standard input is read once", NULL);
}

/* What glossc(1) says of each. */
static void
judge_options(const struct options *o)
{
	promise(is_within(o->convert.write.width, 20, 1000), "--width", NULL);
	promise(is_within(o->convert.jobs, 1, 1000), "--jobs", NULL);
	promise(is_within(o->color, WHEN_AUTO, WHEN_NEVER), "--color", NULL);
	promise(is_within(o->hyperlink, WHEN_AUTO, WHEN_NEVER), "--hyperlink",
	    NULL);
	promise(is_within(o->form, 0, 1), "--diagnostics", NULL);
	promise(is_within((int)o->convert.stop_after, STAGE_READ, STAGE_WRITE),
	    "--stop-after", NULL);
	judge_files(o);
	promise(!o->write_refs || o->files_len == 1, "--write-refs", NULL);
	judge_formats(o);
	judge_list(&o->folders, 1);
	judge_list(&o->entities, 1);
	judge_list(&o->collections, 1);
	judge_list(&o->refs, 1);
	judge_list(&o->params, 2);
	judge_list(&o->profile, 2);
	judge_list(&o->stylesheets, 2);
}

/* Reads a copy of the arguments, as that changes them. */
static enum options_answer
read_copy(const struct buf arguments[], int count, struct buf *text)
{
	char *argv[ARGUMENTS + 2];
	struct diags *d = diags_new();
	struct options o;
	enum options_answer answer;
	char *copies[ARGUMENTS + 1];

	for (int i = 0; i < count; i++)
		argv[i] = copies[i] = string_of((struct input){
		    (const uint8_t *)buf_str(&arguments[i]),
		    arguments[i].len });
	argv[count] = NULL;
	answer = options_read(&o, count, argv, d, text);
	if (answer == OPTIONS_RUN) {
		promise(text->len == 0, "what is taken is silent", text);
		judge_options(&o);
	} else {
		promise(text->len > 0 && buf_last(text) == '\n',
		    "what is refused has a reason", text);
		promise(answer == OPTIONS_SAY ||
		    strncmp(text->data, "glossc: ", 8) == 0,
		    "a reason begins with the program", text);
	}
	options_free(&o);
	diags_free(d);
	for (int i = 0; i < count; i++)
		free(copies[i]);
	return answer;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input in = { data, size };
	struct buf arguments[ARGUMENTS + 1] = { { 0 } };
	struct buf first = { 0 }, second = { 0 };
	int count = 1, last = (int)take(&in, ARGUMENTS + 1);

	buf_puts(&arguments[0], "glossc");
	while (count <= last)
		add_argument(&arguments[count++], &in);
	promise(read_copy(arguments, count, &first) ==
	    read_copy(arguments, count, &second) &&
	    strcmp(buf_str(&first), buf_str(&second)) == 0,
	    "the same is answered alike", &first);
	buf_free(&first);
	buf_free(&second);
	for (int i = 0; i < count; i++)
		buf_free(&arguments[i]);
	return 0;
}
