/* SPDX-License-Identifier: MIT */
/*
 * Texinfo: anchors and index entries.  They are lines of their own, and Info
 * goes to what is below them, so those in a paragraph, term or title are
 * written before it.
 */
#include <string.h>

#include "texinfo.h"

void
texinfo_put_anchor(struct texinfo *x, const xmlNode *node)
{
	const char *name = places_name(x->places, node);

	if (name)
		texi_anchor(&x->texi, name);
}

static void
mark_anchor(void *w, const xmlNode *node)
{
	texinfo_put_anchor(w, node);
}

static void
mark_entry(void *w, const xmlNode *node)
{
	struct texinfo *x = w;
	xmlChar *entry = xmlNodeGetContent(node);
	const char *s = (const char *)entry;

	if (s[strspn(s, " \t\r\n")] != '\0' && !x->header) {
		texi_open_line(&x->texi, "@cindex");
		texi_puts(&x->texi, s);
		texi_close_line(&x->texi);
	}
	xmlFree(entry);
}

void
texinfo_put_marks(struct texinfo *x, const xmlNode *node)
{
	static const struct act acts[L_COUNT] = {
		[L_ANCHOR] = {mark_anchor, NULL},
		[L_INDEXTERM] = {mark_entry, NULL},
	};

	write_walk(node, acts, NULL, x);
}

static void
name_anchor(void *w, const xmlNode *node)
{
	struct texinfo *x = w;
	xmlChar *text = xmlNodeGetContent(node);
	const char *name = NULL;

	if (layout_attr(node, "name"))
		name = places_claim(x->places, (const char *)text);
	if (name && !x->header)
		texi_anchor(&x->texi, name);
	xmlFree(text);
}

void
texinfo_put_names(struct texinfo *x, const xmlNode *term)
{
	static const struct act acts[L_COUNT] = {
		[L_INDEXTERM] = {name_anchor, NULL},
	};

	write_walk(term, acts, NULL, x);
}

/*
 * An index entry among blocks is written in place; one among words was written
 * before.
 */
static const bool holds_blocks[L_COUNT] = {
#define ELEMENT(id, name, is, holds, attributes) \
	[L_##id] = ((holds) & G_BLOCK) != 0,
#include "vocabulary/vocabulary.def"
#undef ELEMENT
};

/* The same of an anchor. */
void
texinfo_write_anchor(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	if (holds_blocks[layout_element(node->parent)]) {
		texi_gap(&x->texi);
		texinfo_put_anchor(x, node);
	}
}

void
texinfo_open_indexterm(void *w, const xmlNode *node)
{
	struct texinfo *x = w;

	if (holds_blocks[layout_element(node->parent)]) {
		texi_gap(&x->texi);
		mark_entry(x, node);
	}
	texinfo_open_cut(x, node);
}
