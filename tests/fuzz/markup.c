/* SPDX-License-Identifier: MIT */
/* The lexis of HTML alone: any bytes, in any order of its calls. */
#include <stdlib.h>
#include <string.h>

#include "write/html/markup.h"
#include "fuzz.h"

enum { DEPTH = 16 };

/* A page in the making, and the text that it is to show. */
struct state {
	struct markup m;
	struct buf text;
	const char *open[DEPTH];
	bool block[DEPTH];
	unsigned depth;
};

/* Attributes of the tag that is open, and its end. */
static void
add_attributes(struct state *s, struct input *in)
{
	for (unsigned n = take(in, 3); n > 0; n--) {
		char *value = string_of(take_bytes(in));

		if (take(in, 2))
			markup_attr(&s->m, "title", value);
		else if (!markup_address(&s->m, "href", value))
			promise(!markup_is_address(value),
			    "an address is written", s->m.out);
		free(value);
	}
	if (take(in, 4) == 0)
		markup_attr(&s->m, "hidden", NULL);
	markup_end(&s->m);
}

static void
open_element(struct state *s, struct input *in)
{
	static const char *const blocks[] = { "p", "div", "h2" };
	static const char *const inlines[] = { "a", "b", "code", "span" };

	if (s->depth == DEPTH)
		return;
	s->block[s->depth] = take(in, 2);
	if (s->block[s->depth]) {
		s->open[s->depth] = blocks[take(in, 3)];
		markup_block(&s->m, s->open[s->depth]);
	} else {
		s->open[s->depth] = inlines[take(in, 4)];
		markup_inline(&s->m, s->open[s->depth]);
	}
	s->depth++;
	add_attributes(s, in);
}

static void
close_element(struct state *s)
{
	if (s->block[--s->depth])
		markup_close_block(&s->m, s->open[s->depth]);
	else
		markup_close_inline(&s->m, s->open[s->depth]);
}

static void
put(struct state *s, struct input bytes)
{
	markup_text(&s->m, bytes.len ? (const char *)bytes.data : "",
	    bytes.len);
	buf_add(&s->text, bytes.len ? (const char *)bytes.data : "", bytes.len);
}

/* An id has no blank, and is the same whatever stands before it. */
static void
name(struct input bytes, bool kept)
{
	char *text = string_of(bytes);
	struct buf id = { 0 }, behind = { 0 };

	markup_id(&id, text, kept);
	buf_puts(&behind, "a-");
	markup_id(&behind, text, kept);
	judge_bytes(&id, false);
	promise(strpbrk(buf_str(&id), " \n\t") == NULL, "an id has no blank",
	    &id);
	promise(strcmp(behind.data + 2, buf_str(&id)) == 0,
	    "an id is its own", &behind);
	buf_free(&id);
	buf_free(&behind);
	free(text);
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
	case 3:
		open_element(s, in);
		break;
	case 4:
		if (s->depth > 0)
			close_element(s);
		break;
	case 5:
		markup_line(&s->m);
		break;
	case 6:
		s->m.pre = !s->m.pre;
		break;
	case 7:
		name(take_bytes(in), take(in, 2));
		break;
	}
}

/* What a page shows: without tags, and with references as what they mean. */
static void
show(const struct buf *page, struct buf *shown)
{
	static const char *const signs[][2] = {
		{ "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" },
		{ "&quot;", "\"" },
	};

	for (const char *s = buf_str(page); *s; s++) {
		if (*s == '<')
			s += strcspn(s, ">");
		else
			for (size_t i = 0; i <= 4; i++) {
				if (i == 4) {
					buf_putc(shown, *s);
				} else if (strncmp(s, signs[i][0],
				    strlen(signs[i][0])) == 0) {
					buf_puts(shown, signs[i][1]);
					s += strlen(signs[i][0]) - 1;
					break;
				}
			}
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input in = { data, size };
	struct buf out = { 0 }, shown = { 0 };
	struct state s = { .m.out = &out };

	while (in.len > 0)
		step(&s, &in);
	while (s.depth > 0)
		close_element(&s);
	judge_html(&out);
	show(&out, &shown);
	judge_letters(&s.text, &shown);
	buf_free(&s.text);
	buf_free(&shown);
	buf_free(&out);
	return 0;
}
