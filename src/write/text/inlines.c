/* SPDX-License-Identifier: MIT */
/* Plain text: how words look, and what stands among them. */
#include "acts.h"
#include "write/script.h"

static const enum fill_look looks[L_COUNT] = {
	[L_STRONG] = LOOK_BOLD,
	[L_EM] = LOOK_UNDERLINED,
	[L_VAR] = LOOK_UNDERLINED,
	[L_CODE] = LOOK_CODE,
	[L_REF] = LOOK_REF,
	[L_PAGE] = LOOK_REF,
};

void
text_open_look(void *w, const xmlNode *node)
{
	struct text *t = w;

	fill_look(t->fill, looks[layout_element(node)]);
}

void
text_close_look(void *w, const xmlNode *node)
{
	struct text *t = w;

	fill_unlook(t->fill, looks[layout_element(node)]);
}

void
text_open_code(void *w, const xmlNode *node)
{
	struct text *t = w;

	text_open_look(w, node);
	fill_keep(t->fill, FILL_WORDS);
}

void
text_close_code(void *w, const xmlNode *node)
{
	struct text *t = w;

	fill_unkeep(t->fill, FILL_WORDS);
	text_close_look(w, node);
}

void
text_open_nobreak(void *w, const xmlNode *node)
{
	struct text *t = w;

	(void)node;
	fill_keep(t->fill, FILL_TOGETHER);
}

void
text_close_nobreak(void *w, const xmlNode *node)
{
	struct text *t = w;

	(void)node;
	fill_unkeep(t->fill, FILL_TOGETHER);
}

void
text_open_script(void *w, const xmlNode *node)
{
	struct text *t = w;
	const char *close;

	fill_puts(t->fill, script_open(node, &close));
}

void
text_close_script(void *w, const xmlNode *node)
{
	struct text *t = w;
	const char *close;

	script_open(node, &close);
	fill_puts(t->fill, close);
}

void
text_put_del(void *w, const xmlNode *node)
{
	struct text *t = w;

	(void)node;
	fill_puts(t->fill, "~~");
}

void
text_write_br(void *w, const xmlNode *node)
{
	struct text *t = w;

	(void)node;
	fill_break(t->fill);
}

/* An image without text is shown by the name of its file. */
void
text_open_image(void *w, const xmlNode *node)
{
	struct text *t = w;

	if (node->children)
		return;
	fill_puts(t->fill, "[");
	fill_puts(t->fill, layout_attr(node, "file"));
	fill_puts(t->fill, "]");
}
