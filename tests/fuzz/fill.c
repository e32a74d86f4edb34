/* SPDX-License-Identifier: MIT */
/* The lexis of plain text alone: any bytes, in any order of its calls. */
#include <stdlib.h>

#include "write/text/fill.h"
#include "fuzz.h"

enum { DEPTH = 16 };

/* A text in the making, and what it is made of. */
struct state {
	struct fill *f;
	struct buf text;
	unsigned kept[FILL_KEEPS];
	unsigned depth;
	bool verbatim;
};

static void
put(struct state *s, struct input bytes)
{
	const char *utf8 = bytes.len ? (const char *)bytes.data : "";

	fill_text(s->f, utf8, bytes.len);
	buf_add(&s->text, utf8, bytes.len);
}

/* A paragraph ends with all that was begun in it. */
static void
end(struct state *s)
{
	for (unsigned k = 0; k < FILL_KEEPS; k++)
		for (; s->kept[k] > 0; s->kept[k]--)
			fill_unkeep(s->f, k);
	fill_end(s->f);
	s->verbatim = false;
}

/* What stands between paragraphs. */
static void
block(struct state *s, struct input *in)
{
	char *mark;

	end(s);
	switch (take(in, 8)) {
	case 0:
	case 1:
		if (s->depth == DEPTH)
			break;
		s->depth++;
		if (take(in, 2)) {
			fill_bar(s->f);
			break;
		}
		fill_in(s->f, (int)take(in, 9));
		mark = string_of(take_bytes(in));
		if (take(in, 2))
			fill_mark(s->f, mark);
		free(mark);
		break;
	case 2:
		if (s->depth > 0) {
			s->depth--;
			fill_out(s->f);
		}
		break;
	case 3:
		fill_gap(s->f, (int)take(in, 3));
		break;
	case 4:
		fill_tight(s->f);
		break;
	case 5:
		fill_underline(s->f, '=');
		break;
	case 6:
		fill_rule(s->f, (int)take(in, 99));
		break;
	case 7:
		fill_verbatim(s->f, 4);
		s->verbatim = true;
		break;
	}
}

static void
keep(struct state *s, struct input *in)
{
	unsigned k = take(in, FILL_KEEPS);

	if (take(in, 2)) {
		fill_keep(s->f, k);
		s->kept[k]++;
	} else if (s->kept[k] > 0) {
		s->kept[k]--;
		fill_unkeep(s->f, k);
	}
}

static void
step(struct state *s, struct input *in)
{
	switch (take(in, 8)) {
	case 0:
	case 1:
	case 2:
		put(s, take_bytes(in));
		break;
	case 3:
		fill_break(s->f);
		break;
	case 4:
		keep(s, in);
		break;
	case 5:
		if (!s->verbatim)
			fill_hang(s->f, (int)take(in, 20));
		break;
	case 6:
		if (!s->verbatim)
			fill_hang_here(s->f);
		break;
	case 7:
		block(s, in);
		break;
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const langs[] = { NULL, "de", "ja", "th", "?" };
	struct input in = { data, size };
	struct state s = { .depth = 0 };
	struct buf out = { 0 };
	int width = 1 + (int)take(&in, 100);
	bool ascii = take(&in, 2);

	s.f = fill_new(&out, width, ascii, langs[take(&in, 5)]);
	while (in.len > 0)
		step(&s, &in);
	end(&s);
	while (s.depth-- > 0)
		fill_out(s.f);
	fill_free(s.f);
	judge_bytes(&out, false);
	for (size_t i = 0; ascii && i < out.len; i++)
		promise((out.data[i] & 0x80) == 0, "ASCII is ASCII", &out);
	judge_letters(&s.text, &out);
	buf_free(&s.text);
	buf_free(&out);
	return 0;
}
