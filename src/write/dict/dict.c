/* SPDX-License-Identifier: MIT */
/*
 * A dictionary for the DICT protocol (RFC 2229), as dictd(8) serves it: the
 * texts of the entries in one file, and an index.
 */
#include <string.h>

#include "write/formats.h"
#include "write/text/fill.h"
#include "write/text/text.h"
#include "dictindex.h"

struct dict {
	struct buf *texts;
	struct dictindex *index;

	/* the entry whose index terms are collected */
	size_t offset, len;
	struct buf word;
	bool gathering;
};

/* An entry is an item whose term is in the index. */
static bool
is_entry(const xmlNode *item)
{
	const xmlNode *term = layout_child(item, L_TERM);

	return term && layout_child(term, L_INDEXTERM);
}

static void
open_indexterm(void *data, const xmlNode *node)
{
	struct dict *d = data;

	(void)node;
	buf_truncate(&d->word, 0);
	d->gathering = true;
}

static void
close_indexterm(void *data, const xmlNode *node)
{
	struct dict *d = data;

	(void)node;
	d->gathering = false;
	dictindex_add(d->index, buf_str(&d->word), d->offset, d->len);
}

/* Only the headword of an index term goes into the index. */
static void
open_see(void *data, const xmlNode *node)
{
	struct dict *d = data;

	(void)node;
	d->gathering = false;
}

static void
gather(void *data, const char *utf8, size_t len)
{
	struct dict *d = data;

	if (d->gathering)
		buf_add(&d->word, utf8, len);
}

static void
take_entry(void *data, const xmlNode *item, const struct buf *text)
{
	static const struct act acts[L_COUNT] = {
		[L_INDEXTERM] = {open_indexterm, close_indexterm},
		[L_SEE] = {open_see, NULL},
	};
	struct dict *d = data;

	d->offset = d->texts->len;
	d->len = text->len;
	buf_add(d->texts, buf_str(text), text->len);
	write_walk(item, acts, gather, d);
}

/*
 * Adds information about the database, under names that dictd knows
 * (dictfmt(1)).
 */
static void
add_header(struct dict *d, const char *name, const char *text)
{
	size_t offset = d->texts->len;
	struct fill *f;

	if (text == NULL || *text == '\0')
		return;
	f = fill_new(d->texts, 0, false, NULL);
	fill_puts(f, name);
	fill_end(f);
	fill_in(f, 4);
	fill_puts(f, text);
	fill_free(f);
	dictindex_tell(d->index, name, offset, d->texts->len - offset);
}

static void
write_dict(const xmlNode *document, const struct write_options *options,
    struct buf *out)
{
	struct dict d = { .texts = &out[0], .index = dictindex_new() };
	struct text_apart apart = {is_entry, take_entry, &d};
	struct buf info = { 0 };

	text_write(document, options, &apart, &info);
	dictindex_tell(d.index, "00-database-info", d.texts->len, info.len);
	buf_add(d.texts, buf_str(&info), info.len);
	add_header(&d, "00-database-short", layout_attr(document, "purpose"));
	add_header(&d, "00-database-url", layout_attr(document, "url"));
	/* spaces and punctuation are significant; the encoding is UTF-8 */
	dictindex_tell(d.index, "00-database-allchars", 0, 1);
	dictindex_tell(d.index, "00-database-utf8", 0, 1);
	dictindex_write(d.index, &out[1]);
	dictindex_free(d.index);
	buf_free(&info);
	buf_free(&d.word);
}

const struct format format_dict = {
	.name = "dict",
	.extension = "dict",
	.second = "index",
	.on_request = true,
	.acts = text_acts,
	.judges = "dictd",
	.write = write_dict,
};
