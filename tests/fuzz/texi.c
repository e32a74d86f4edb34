/* SPDX-License-Identifier: MIT */
/* Texinfo's lexis alone: any bytes, in any order of its calls. */
#include <stdlib.h>

#include "write/texinfo/texi.h"
#include "fuzz.h"

enum { DEPTH = 8 };

/* A manual in the making, and the text that it is to show. */
struct state {
	struct texi t;
	struct buf out, text;
	const char *open[DEPTH];
	unsigned depth;
	bool line;
};

static void
put(struct state *s, struct input bytes)
{
	const char *utf8 = bytes.len ? (const char *)bytes.data : "";

	texi_text(&s->t, utf8, bytes.len);
	buf_add(&s->text, utf8, bytes.len);
}

static void
close_all(struct state *s)
{
	while (s->depth > 0)
		texi_close(&s->t, s->open[--s->depth]);
}

static void
toggle_line(struct state *s, struct input *in)
{
	static const char *const commands[] = {
		"@cindex", "@item", "@unnumbered", "@settitle",
	};

	close_all(s);
	if (s->line)
		texi_close_line(&s->t);
	else
		texi_open_line(&s->t, commands[take(in, 4)]);
	s->line = !s->line;
}

static void
toggle_brace(struct state *s, struct input *in)
{
	static const char *const commands[] = { "strong", "emph", "code" };

	if (s->depth == DEPTH || (s->depth > 0 && take(in, 2))) {
		texi_close(&s->t, s->open[--s->depth]);
		return;
	}
	s->open[s->depth] = commands[take(in, 3)];
	texi_open(&s->t, s->open[s->depth++]);
}

static void
reference(struct state *s, struct input *in)
{
	char *utf8 = string_of(take_bytes(in));
	struct buf name = { 0 };
	size_t start = s->out.len;

	texi_name(&name, utf8, take(in, 2));
	s->t.argument++;
	put(s, take_bytes(in));
	s->t.argument--;
	if (name.len)
		texi_reference(&s->t, start, buf_str(&name),
		    take(in, 2) ? "manual" : NULL);
	buf_free(&name);
	free(utf8);
}

/* Lines that hold a name. */
static void
named(struct state *s, struct input *in)
{
	char *utf8 = string_of(take_bytes(in));
	struct buf name = { 0 };

	texi_name(&name, utf8, true);
	texi_gap(&s->t);
	if (name.len && take(in, 2))
		texi_node(&s->t, buf_str(&name));
	else if (name.len)
		texi_anchor(&s->t, buf_str(&name));
	buf_free(&name);
	free(utf8);
}

static void
example(struct state *s, struct input *in)
{
	texi_head(&s->t, "@example");
	s->t.verbatim = true;
	s->t.code++;
	put(s, take_bytes(in));
	put(s, take_bytes(in));
	texi_end(&s->t);
	s->t.code--;
	s->t.verbatim = false;
	texi_command(&s->t, "@end example");
}

/* What stands between blocks. */
static void
block(struct state *s, struct input *in)
{
	switch (take(in, 4)) {
	case 0:
		texi_gap(&s->t);
		break;
	case 1:
		texi_end(&s->t);
		break;
	case 2:
		named(s, in);
		break;
	case 3:
		example(s, in);
		break;
	}
}

static void
step(struct state *s, struct input *in)
{
	switch (take(in, 8)) {
	case 0:
	case 1:
		put(s, take_bytes(in));
		break;
	case 2:
		toggle_brace(s, in);
		break;
	case 3:
		toggle_line(s, in);
		break;
	case 4:
		texi_break(&s->t);
		break;
	case 5:
		if (s->depth == 0)
			reference(s, in);
		break;
	case 6:
		if (s->depth == 0 && !s->line)
			block(s, in);
		break;
	case 7:
		s->t.code = take(in, 2);
		break;
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input in = { data, size };
	struct state s = { .line = false };
	struct buf shown = { 0 };

	s.t.out = &s.out;
	while (in.len > 0)
		step(&s, &in);
	close_all(&s);
	if (s.line)
		texi_close_line(&s.t);
	texi_end(&s.t);
	judge_texinfo(&s.out, true);
	show_texinfo(&s.out, &shown);
	judge_letters(&s.text, &shown);
	buf_free(&shown);
	buf_free(&s.text);
	buf_free(&s.out);
	return 0;
}
