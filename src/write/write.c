/* SPDX-License-Identifier: MIT */
/* The walk over a layout tree, and the list of formats. */
#include <assert.h>
#include <string.h>

#include "gloss/write.h"
#include "formats.h"

const struct format *const formats[] = {
	&format_man, &format_texinfo, &format_text, &format_html,
	&format_dict, NULL
};

const struct format *
format_find(const char *name, size_t len)
{
	for (const struct format *const *f = formats; *f; f++)
		if (strlen((*f)->name) == len &&
		    strncmp((*f)->name, name, len) == 0)
			return *f;
	return NULL;
}

void
act_transparent(void *w, const xmlNode *node)
{
	(void)w;
	(void)node;
}

void
act_mute(void *w, const xmlNode *node)
{
	(void)w;
	(void)node;
}

static void
enter(const xmlNode *node, const struct act acts[L_COUNT],
    void (*text)(void *, const char *, size_t), void *w)
{
	enum layout_element e;

	if (node->type == XML_ELEMENT_NODE) {
		e = layout_element(node);
		if (acts[e].open)
			acts[e].open(w, node);
	} else if (text && node->content) {
		text(w, (const char *)node->content,
		    strlen((const char *)node->content));
	}
}

static void
leave(const xmlNode *node, const struct act acts[L_COUNT], void *w)
{
	enum layout_element e;

	if (node->type != XML_ELEMENT_NODE)
		return;
	e = layout_element(node);
	if (acts[e].close)
		acts[e].close(w, node);
}

void
write_walk(const xmlNode *root, const struct act acts[L_COUNT],
    void (*text)(void *w, const char *utf8, size_t len), void *w)
{
	const xmlNode *node = root, *list = NULL;

	for (;;) {
		enter(node, acts, text, w);
		if (node->type == XML_ELEMENT_NODE && node->children &&
		    acts[layout_element(node)].open != act_mute) {
			if (node->children->parent != node)
				list = node;
			node = node->children;
			continue;
		}
		leave(node, acts, w);
		while (node != root && node->next == NULL) {
			node = node->parent;
			/* of entries in common: back to the document's list */
			if (node->parent->type != XML_ELEMENT_NODE) {
				assert(list);
				node = list;
			}
			leave(node, acts, w);
		}
		if (node == root)
			return;
		node = node->next;
	}
}
