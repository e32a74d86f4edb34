/* SPDX-License-Identifier: MIT */
/* A growing byte buffer. */
#ifndef UTIL_BUF_H
#define UTIL_BUF_H

#include <stdarg.h>
#include <stddef.h>

/*
 * Zero-initialised, it is empty and ready for use. data is NUL-terminated
 * unless it is NULL.  The owner frees it with buf_free().
 */
struct buf {
	char *data;
	size_t len;
	size_t cap;
};

/* Makes room for size more bytes, to avoid growing in steps. */
void buf_reserve(struct buf *b, size_t more);

/* Each appends a copy; strings without their NUL. */
void buf_add(struct buf *b, const char *bytes, size_t len);
void buf_puts(struct buf *b, const char *s);
void buf_printf(struct buf *b, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
void buf_vprintf(struct buf *b, const char *fmt, va_list args)
    __attribute__((format(printf, 2, 0)));

/* Appends a code point as UTF-8; an invalid one as U+FFFD. */
void buf_put_cp(struct buf *b, unsigned long cp);

/* Appends count spaces; none if count is negative. */
void buf_blanks(struct buf *b, int count);

/* Removes trailing white space, but none of the first len bytes. */
void buf_trim(struct buf *b, size_t len);

/* Truncates to len bytes, which must not exceed the length. */
void buf_truncate(struct buf *b, size_t len);

/* The content as a string ("" if empty); the buffer owns it. */
const char *buf_str(const struct buf *b);

void buf_free(struct buf *b);

/* Inline, because it is called for each byte. */
static inline void
buf_putc(struct buf *b, char c)
{
	if (b->cap - b->len < 2)
		buf_reserve(b, 1);
	b->data[b->len++] = c;
	b->data[b->len] = '\0';
}

/* The last byte, or -1 if empty: tells whether a line has just begun. */
static inline int
buf_last(const struct buf *b)
{
	return b->len ? (unsigned char)b->data[b->len - 1] : -1;
}

#endif
