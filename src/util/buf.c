/* SPDX-License-Identifier: MIT */
/* A growing byte buffer. */
#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "buf.h"

void
buf_reserve(struct buf *b, size_t more)
{
	size_t need = b->len + more + 1;
	size_t cap = b->cap ? b->cap : 64;

	if (need <= b->cap)
		return;
	while (cap < need)
		cap = cap > SIZE_MAX / 2 ? need : cap * 2;
	b->data = gloss_realloc(b->data, cap);
	b->cap = cap;
}

void
buf_add(struct buf *b, const char *bytes, size_t len)
{
	if (len == 0)
		return;
	if (len >= b->cap - b->len)
		buf_reserve(b, len);
	memcpy(b->data + b->len, bytes, len);
	b->len += len;
	b->data[b->len] = '\0';
}

void
buf_puts(struct buf *b, const char *s)
{
	buf_add(b, s, strlen(s));
}

void
buf_vprintf(struct buf *b, const char *fmt, va_list args)
{
	va_list again;
	int len;

	va_copy(again, args);
	len = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	assert(len >= 0);
	buf_reserve(b, (size_t)len);
	vsnprintf(b->data + b->len, (size_t)len + 1, fmt, args);
	b->len += (size_t)len;
}

void
buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	buf_vprintf(b, fmt, args);
	va_end(args);
}

void
buf_put_cp(struct buf *b, unsigned long cp)
{
	static const unsigned char lead[] = { 0, 0, 0xC0, 0xE0, 0xF0 };
	unsigned char bytes[4];
	size_t len;

	if (cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF))
		cp = 0xFFFD;
	len = cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
	for (size_t i = len - 1; i > 0; i--, cp >>= 6)
		bytes[i] = (unsigned char)(0x80 | (cp & 0x3F));
	bytes[0] = (unsigned char)(lead[len > 1 ? len : 0] | cp);
	buf_add(b, (const char *)bytes, len);
}

void
buf_blanks(struct buf *b, int count)
{
	while (count-- > 0)
		buf_putc(b, ' ');
}

void
buf_trim(struct buf *b, size_t len)
{
	while (b->len > len && b->data[b->len - 1] == ' ')
		buf_truncate(b, b->len - 1);
}

void
buf_truncate(struct buf *b, size_t len)
{
	assert(len <= b->len);
	b->len = len;
	if (b->data)
		b->data[len] = '\0';
}

const char *
buf_str(const struct buf *b)
{
	return b->len ? b->data : "";
}

void
buf_free(struct buf *b)
{
	free(b->data);
	*b = (struct buf){0};
}
