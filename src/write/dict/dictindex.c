/* SPDX-License-Identifier: MIT */
/* Lexis of a DICT database: the index of dictd(8), one line per headword. */
#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>

#include "util/alloc.h"
#include "write/utf8.h"
#include "dictindex.h"

struct row {
	char *key;  /* form that dictd searches for */
	char *word; /* form that is shown */
	size_t offset, len;
};

struct dictindex {
	struct row *rows;
	size_t len, cap;
};

struct dictindex *
dictindex_new(void)
{
	return gloss_calloc(1, sizeof(struct dictindex));
}

void
dictindex_free(struct dictindex *ix)
{
	for (size_t i = 0; i < ix->len; i++) {
		free(ix->rows[i].key);
		free(ix->rows[i].word);
	}
	free(ix->rows);
	free(ix);
}

/*
 * Adds a headword without characters that would end its column or line: white
 * space and controls become one space.  lower: in lower case, letter by letter
 * as dictd does it.
 */
static char *
clean(const char *headword, bool lower)
{
	size_t len = strlen(headword), i = 0;
	struct buf b = { 0 };
	UChar32 cp;

	while (i < len) {
		cp = utf8_next(headword, len, &i);
		if (cp >= 0 && (u_isUWhiteSpace(cp) || u_iscntrl(cp))) {
			if (b.len && buf_last(&b) != ' ')
				buf_putc(&b, ' ');
		} else if (!utf8_is_scope(cp)) {
			if (utf8_is_bad(cp))
				cp = 0xFFFD;
			buf_put_cp(&b, (unsigned long)
			    (lower ? u_tolower(cp) : cp));
		}
	}
	if (buf_last(&b) == ' ')
		buf_truncate(&b, b.len - 1);
	return b.data;
}

/*
 * Headwords that begin with "00-database" are options of dictd, one of which
 * loads code (00-database-plugin).  From a headword of the document that looks
 * so, the zeros are removed.
 */
static const char *
without_power(const char *headword)
{
	static const char reserved[] = "00database";
	const char *s = headword, *rest = headword;

	for (size_t i = 0; i < strlen(reserved); s++) {
		if (*s == '\0')
			return headword;
		if ((unsigned char)*s >= 0x80 || !u_isalnum(*s))
			continue;
		if (u_tolower(*s) != reserved[i++])
			return headword;
		if (i == 2)
			rest = s + 1;
	}
	return rest + strspn(rest, "- ");
}

static void
add_row(struct dictindex *ix, const char *headword, size_t offset, size_t len)
{
	char *key = clean(headword, true);

	if (key == NULL)
		return;
	ix->rows = gloss_room(ix->rows, ix->len, &ix->cap, sizeof *ix->rows);
	ix->rows[ix->len++] =
	    (struct row){ key, clean(headword, false), offset, len };
}

void
dictindex_add(struct dictindex *ix, const char *headword, size_t offset,
    size_t len)
{
	add_row(ix, without_power(headword), offset, len);
}

void
dictindex_tell(struct dictindex *ix, const char *name, size_t offset,
    size_t len)
{
	add_row(ix, name, offset, len);
}

static int
compare(const void *a, const void *b)
{
	const struct row *x = a, *y = b;
	int order = strcmp(x->key, y->key);

	return order ? order : (x->offset > y->offset) -
	    (x->offset < y->offset);
}

/* Adds a number in base64 digits, most significant first, as dictd reads it. */
static void
put_number(struct buf *out, size_t n)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789+/";
	int shift = 0;

	while (shift + 6 < (int)(8 * sizeof n) && n >> (shift + 6))
		shift += 6;
	for (; shift >= 0; shift -= 6)
		buf_putc(out, digits[n >> shift & 63]);
}

void
dictindex_write(struct dictindex *ix, struct buf *out)
{
	if (ix->len)
		qsort(ix->rows, ix->len, sizeof *ix->rows, compare);
	for (size_t i = 0; i < ix->len; i++) {
		const struct row *r = &ix->rows[i];

		if (i && compare(r, r - 1) == 0)
			continue;
		buf_printf(out, "%s\t", r->key);
		put_number(out, r->offset);
		buf_putc(out, '\t');
		put_number(out, r->len);
		/* the fourth column is the headword as shown, if it differs */
		if (strcmp(r->key, r->word) != 0)
			buf_printf(out, "\t%s", r->word);
		buf_putc(out, '\n');
	}
}
