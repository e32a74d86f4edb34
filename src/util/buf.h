/* SPDX-License-Identifier: MIT */
/* A growing run of bytes. */
#ifndef UTIL_BUF_H
#define UTIL_BUF_H

#include <stdarg.h>
#include <stddef.h>

/*
 * Zero-initialised it is empty and ready.  data is NUL-terminated whenever it
 * is not NULL; the owner frees it with buf_free().
 */
struct buf {
	char *data;
	size_t len;
	size_t cap;
};

/* Makes room for so many more bytes, to spare growing by steps. */
void buf_reserve(struct buf *b, size_t more);

/* Each adds a copy at the end; a string without its NUL. */
void buf_add(struct buf *b, const char *bytes, size_t len);
void buf_puts(struct buf *b, const char *s);
void buf_printf(struct buf *b, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
void buf_vprintf(struct buf *b, const char *fmt, va_list args)
    __attribute__((format(printf, 2, 0)));

/* Adds the UTF-8 form of a code point; what is none becomes U+FFFD. */
void buf_put_cp(struct buf *b, unsigned long cp);

/* So many blanks; none if that is negative. */
void buf_blanks(struct buf *b, int count);

/* Takes back blanks that stand last, but none of the first len bytes. */
void buf_trim(struct buf *b, size_t len);

/* Cuts to len bytes, which must not be more than there are. */
void buf_truncate(struct buf *b, size_t len);

/* The content as a string ("" when empty); it stays the buffer's. */
const char *buf_str(const struct buf *b);

void buf_free(struct buf *b);

/* Here, since it is done for each byte. */
static inline void
buf_putc(struct buf *b, char c)
{
	if (b->cap - b->len < 2)
		buf_reserve(b, 1);
	b->data[b->len++] = c;
	b->data[b->len] = '\0';
}

/* The last byte, or -1 when empty: the line state is asked of the bytes. */
static inline int
buf_last(const struct buf *b)
{
	return b->len ? (unsigned char)b->data[b->len - 1] : -1;
}

#endif
