/* SPDX-License-Identifier: MIT */
/* Texinfo: which layout element becomes which command. */
#include <stdlib.h>

#include "write/formats.h"
#include "texinfo.h"

static const struct act acts[L_COUNT] = {
	[L_DOCUMENT] = TRANSPARENT, /* its attributes are in the header */
	[L_ALIAS] = MUTE,
	[L_SECTION] = {texinfo_open_section, texinfo_close_section},
	[L_COPYING] = {texinfo_open_copying, texinfo_close_copying},
	[L_NAMING] = {texinfo_open_para, texinfo_close_para},
	[L_PARA] = {texinfo_open_para, texinfo_close_para},
	[L_LIST] = {texinfo_open_list, texinfo_close_list},
	[L_VERBATIM] = {texinfo_open_verbatim, texinfo_close_verbatim},
	[L_SYNOPSIS] = {texinfo_open_synopsis, texinfo_close_synopsis},
	[L_BLOCKQUOTE] = {texinfo_open_blockquote, texinfo_close_blockquote},
	[L_NOTE] = {texinfo_open_note, texinfo_close_blockquote},
	[L_FIGURE] = {texinfo_open_figure, NULL},
	[L_TABLE] = {texinfo_open_figure, NULL},
	[L_RULE] = {texinfo_write_rule, NULL},
	[L_INDEX] = {texinfo_write_index, NULL},

	[L_TITLE] = {texinfo_open_title, texinfo_close_title},
	[L_NAME] = {texinfo_open_name, texinfo_close_name},
	[L_PURPOSE] = {texinfo_open_purpose, NULL},
	[L_ITEM] = {texinfo_open_item, texinfo_close_item},
	[L_TERM] = {texinfo_open_term, texinfo_close_term},
	[L_BODY] = TRANSPARENT,
	[L_ROW] = {texinfo_open_row, texinfo_close_row},
	[L_CELL] = {texinfo_open_cell, texinfo_close_cell},

	[L_STRONG] = {texinfo_open_font, texinfo_close_font},
	[L_EM] = {texinfo_open_font, texinfo_close_font},
	[L_CODE] = {texinfo_open_code, texinfo_close_code},
	[L_VAR] = {texinfo_open_var, texinfo_close_var},
	[L_SUB] = {texinfo_open_font, texinfo_close_font},
	[L_SUP] = {texinfo_open_font, texinfo_close_font},
	[L_DEL] = {texinfo_put_del, texinfo_put_del},
	[L_NOBREAK] = {texinfo_open_nobreak, texinfo_close_nobreak},
	[L_REF] = {texinfo_open_ref, texinfo_close_ref},
	[L_HEADING] = TRANSPARENT,
	[L_URL] = {texinfo_open_url, texinfo_close_url},
	[L_PAGE] = {texinfo_write_page, NULL},
	[L_WHERE] = {texinfo_open_cut, texinfo_close_cut},
	[L_ANCHOR] = {texinfo_write_anchor, NULL},
	[L_INDEXTERM] = {texinfo_open_indexterm, texinfo_close_cut},
	[L_SEE] = MUTE,
	[L_BR] = {texinfo_write_br, NULL},
	[L_IMAGE] = {texinfo_open_image, texinfo_close_image},
	[L_MARK] = TRANSPARENT,
	[L_PASSAGE] = TRANSPARENT,
	[L_FORMULA] = TRANSPARENT,
	[L_MATHML] = TRANSPARENT, /* it has no words */
};

static void
write_copying(struct texinfo *x, const xmlNode *document)
{
	const xmlNode *n = layout_child(document, L_COPYING);

	if (n == NULL)
		return;
	texi_gap(&x->texi);
	texi_head(&x->texi, "@copying");
	x->header = true;
	for (; n && !layout_is(n, L_SECTION); n = layout_after(n))
		if (layout_is(n, L_COPYING))
			write_walk(n, acts, texinfo_text, x);
	x->header = false;
	texi_command(&x->texi, "@end copying");
}

static void
write_texinfo(const xmlNode *document, const struct write_options *options,
    struct buf *out)
{
	struct texinfo x = {.texi = {.out = out}};

	(void)options;
	x.places = places_new(document);
	x.all_links = layout_has(document, "links", "all");
	x.mentioned = xmlHashCreate(64);
	texinfo_open_header(&x, document);
	write_copying(&x, document);
	texinfo_close_header(&x, document);
	write_walk(document, acts, texinfo_text, &x);
	texi_gap(&x.texi);
	texi_command(&x.texi, "@bye");
	places_free(x.places);
	xmlHashFree(x.mentioned, NULL);
	free(x.around);
}

const struct format format_texinfo = {
	.name = "texinfo",
	.extension = "texi",
	.acts = acts,
	.judges = "makeinfo info",
	.write = write_texinfo,
};
