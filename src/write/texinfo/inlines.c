/* SPDX-License-Identifier: MIT */
/* Texinfo: fonts, images, and other parts of a line. */
#include "texinfo.h"

void
texinfo_text(void *w, const char *utf8, size_t len)
{
	struct texinfo *x = w;
	size_t past = x->suffix < len ? x->suffix : len;

	x->suffix -= past;
	texi_text(&x->texi, utf8 + past, len - past);
}

/* Content that is not printed here is removed at its end. */
void
texinfo_open_cut(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	(void)node;
	x->held = x->suffix;
	x->suffix = 0;
	x->cut = x->texi.out->len;
}

void
texinfo_close_cut(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	(void)node;
	texi_cut(&x->texi, x->cut);
	x->suffix = x->held;
}

void
texinfo_write_br(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	(void)node;
	texi_break(&x->texi);
}

/* Texinfo has no command for struck-out text. */
void
texinfo_put_del(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	(void)node;
	texi_puts(&x->texi, "~~");
}

/* Writes the plain text of a title, for commands that allow no markup. */
void
texinfo_write_plain(struct texinfo *x, const xmlNode *node)
{
	static const struct act acts[L_COUNT] = {
		[L_WHERE] = {texinfo_open_cut, texinfo_close_cut},
		[L_INDEXTERM] = {texinfo_open_cut, texinfo_close_cut},
		[L_BR] = {texinfo_write_br, NULL},
		[L_DEL] = {texinfo_put_del, texinfo_put_del},
	};

	write_walk(node, acts, texinfo_text, x);
}

static const char *
font_of(const xmlNode *node)
{
	static const char *const commands[L_COUNT] = {
		[L_STRONG] = "strong",
		[L_EM] = "emph",
		[L_CODE] = "code",
		[L_VAR] = "var",
		[L_SUB] = "sub",
		[L_SUP] = "sup",
		[L_NOBREAK] = "w",
	};

	return commands[layout_element(node)];
}

void
texinfo_open_font(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	texi_open(&x->texi, font_of(node));
}

void
texinfo_close_font(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	texi_close(&x->texi, font_of(node));
}

static void
find_ref(void *w, const xmlNode *node)
{
	bool *found = w;

	*found = *found || layout_is(node, L_REF) || layout_attr(node, "title");
}

static bool
holds_ref(const xmlNode *node)
{
	static const struct act acts[L_COUNT] = {
		[L_REF] = {find_ref, NULL},
		[L_PAGE] = {find_ref, NULL},
	};
	bool found = false;

	write_walk(node, acts, NULL, &found);
	return found;
}

/* makeinfo takes all of @w{} for the name of a reference in it, and warns. */
void
texinfo_open_nobreak(void *w, const xmlNode *node)
{
	if (!holds_ref(node))
		texinfo_open_font(w, node);
}

void
texinfo_close_nobreak(void *w, const xmlNode *node)
{
	if (!holds_ref(node))
		texinfo_close_font(w, node);
}

void
texinfo_open_code(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	texinfo_open_font(x, node);
	x->texi.code++;
}

void
texinfo_close_code(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	x->texi.code--;
	texinfo_close_font(x, node);
}

/* Info shows @var in capitals, so a reference in it would be broken. */
void
texinfo_open_var(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	texinfo_open_font(x, node);
	x->plain++;
}

void
texinfo_close_var(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	x->plain--;
	texinfo_close_font(x, node);
}

/* makeinfo would not find the file, so the text is written in brackets. */
void
texinfo_open_image(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	texi_puts(&x->texi, "[");
	if (node->children == NULL)
		texi_puts(&x->texi, layout_attr(node, "file"));
}

void
texinfo_close_image(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	(void)node;
	texi_puts(&x->texi, "]");
}
