/* SPDX-License-Identifier: MIT */
/* The lexis of man pages alone: any bytes, in any order of its calls. */
#include <stdlib.h>

#include "write/man/roff.h"
#include "fuzz.h"

/* A page in the making, and the text that it is to show. */
struct page {
	struct roff r;
	struct buf out, text;
	unsigned fonts[ROFF_FONTS];
	bool line;
};

static void
put(struct page *p, struct input *in)
{
	unsigned how = take(in, 4);
	struct input bytes = take_bytes(in);
	const char *s = bytes.len ? (const char *)bytes.data : "";

	roff_text(&p->r, how, s, bytes.len);
	buf_add(&p->text, s, bytes.len);
}

static void
toggle_line(struct page *p, struct input *in)
{
	static const char *const requests[] = { "SH", "SS", NULL };

	/* a line holds all of the fonts that are begun in it, and vice versa */
	for (unsigned f = 0; f < ROFF_FONTS; f++)
		for (; p->fonts[f] > 0; p->fonts[f]--)
			roff_font_pop(&p->r, f);
	if (p->line)
		roff_line_close(&p->r);
	else
		roff_line_open(&p->r, requests[take(in, 3)]);
	p->line = !p->line;
}

/* What touches a link, with words in it and without. */
static void
link(struct page *p, struct input *in)
{
	char *href = string_of(take_bytes(in));

	roff_link_open(&p->r, href);
	if (take(in, 4))
		put(p, in);
	roff_link_close(&p->r, href);
	free(href);
}

static void
lines(struct page *p, struct input *in)
{
	roff_verbatim_open(&p->r);
	put(p, in);
	put(p, in);
	roff_verbatim_close(&p->r);
}

static void
item(struct page *p, struct input *in)
{
	char *mark = string_of(take_bytes(in));
	bool bullet = take(in, 3) == 0;

	roff_item(&p->r, bullet ? NULL : mark, take(in, 9));
	free(mark);
}

/* What stands between blocks. */
static void
block(struct page *p, struct input *in)
{
	switch (take(in, 6)) {
	case 0:
		lines(p, in);
		break;
	case 1:
		roff_end_line(&p->r);
		break;
	case 2:
		roff_break(&p->r);
		break;
	case 3:
		roff_request(&p->r, "PP");
		break;
	case 4:
		item(p, in);
		break;
	case 5:
		link(p, in);
		break;
	}
}

static void
step(struct page *p, struct input *in)
{
	unsigned font;

	switch (take(in, 6)) {
	case 0:
	case 1:
		put(p, in);
		break;
	case 2:
		font = take(in, ROFF_FONTS);
		roff_font_push(&p->r, font);
		p->fonts[font]++;
		break;
	case 3:
		font = take(in, ROFF_FONTS);
		if (p->fonts[font] > 0) {
			roff_font_pop(&p->r, font);
			p->fonts[font]--;
		}
		break;
	case 4:
		toggle_line(p, in);
		break;
	case 5:
		if (!p->line)
			block(p, in);
		break;
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input in = { data, size };
	struct page p = { .line = false };
	struct buf shown = { 0 };

	roff_init(&p.r, &p.out);
	p.r.room = 8 + take(&in, 64);
	while (in.len > 0)
		step(&p, &in);
	if (p.line)
		roff_line_close(&p.r);
	roff_end_line(&p.r);
	judge_man(&p.out);
	show_man(&p.out, &shown);
	judge_letters(&p.text, &shown);
	buf_free(&shown);
	buf_free(&p.text);
	buf_free(&p.out);
	return 0;
}
