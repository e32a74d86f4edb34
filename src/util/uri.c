/* SPDX-License-Identifier: MIT */
/* URI references of files (RFC 3986), as documents write them. */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "util/alloc.h"
#include "util/buf.h"
#include "util/uri.h"

#define ALPHA "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS "0123456789"
#define UNRESERVED ALPHA DIGITS "-._~"
#define SUB_DELIMS "!$&'()*+,;="

/*
 * Characters allowed unescaped in a path, and in a reference (RFC 3986, 2.2,
 * 3.3).
 */
static const char in_path[] = UNRESERVED SUB_DELIMS ":@/";
static const char in_reference[] = UNRESERVED SUB_DELIMS ":@/?#";

/* A part of a reference; bytes is NULL if the part is missing. */
struct part {
	const char *bytes;
	size_t len;
};

/* The parts of a reference (RFC 3986, appendix B); authority without "//". */
struct parts {
	struct part scheme, authority, path, query, fragment;
};

static struct part
take(const char **s, size_t len)
{
	struct part part = { *s, len };

	*s += len;
	return part;
}

/* The length of the scheme without its colon, or 0. */
static size_t
scheme_length(const char *uri)
{
	size_t len = strspn(uri, ALPHA DIGITS "+-.");

	return uri[len] == ':' && strchr(ALPHA, *uri) ? len : 0;
}

bool
uri_has_scheme(const char *uri)
{
	return scheme_length(uri) > 0;
}

static struct parts
split(const char *s)
{
	struct parts p = { 0 };
	size_t len = scheme_length(s);

	if (len) {
		p.scheme = take(&s, len);
		s++;
	}
	if (strncmp(s, "//", 2) == 0) {
		s += 2;
		p.authority = take(&s, strcspn(s, "/?#"));
	}
	p.path = take(&s, strcspn(s, "?#"));
	if (*s == '?') {
		s++;
		p.query = take(&s, strcspn(s, "#"));
	}
	if (*s == '#')
		p.fragment = (struct part){ s + 1, strlen(s + 1) };
	return p;
}

static bool
same(struct part a, struct part b)
{
	return (a.bytes == NULL) == (b.bytes == NULL) && a.len == b.len &&
	    (a.len == 0 || strncasecmp(a.bytes, b.bytes, a.len) == 0);
}

static void
put(struct buf *b, const char *before, struct part part, const char *after)
{
	if (part.bytes == NULL)
		return;
	buf_puts(b, before);
	buf_add(b, part.bytes, part.len);
	buf_puts(b, after);
}

/* A copy as a string; the caller frees it. */
static char *
give(struct buf *b)
{
	char *s = gloss_strdup(buf_str(b));

	buf_free(b);
	return s;
}

static void
put_escaped(struct buf *b, char c)
{
	buf_printf(b, "%%%02X", (unsigned)(unsigned char)c);
}

static bool
is_escape(const char *s)
{
	return *s == '%' && s[1] != '\0' && s[2] != '\0' &&
	    strspn(s + 1, DIGITS "abcdefABCDEF") >= 2;
}

char *
uri_escape(const char *reference)
{
	const char *s = reference;
	struct buf b = { 0 };

	for (; *s != '\0'; s++)
		if (is_escape(s) || strchr(in_reference, *s))
			buf_putc(&b, *s);
		else
			put_escaped(&b, *s);
	return give(&b);
}

static bool
is_dots(struct part segment, size_t len)
{
	return segment.len == len && strncmp(segment.bytes, "..", len) == 0;
}

/* Removes the last folder of a path, unless it is "..", or the root. */
static bool
leave_folder(struct buf *path, size_t root)
{
	size_t end = path->len, begin;

	if (end <= root)
		return root > 0; /* the root's parent is the root */
	begin = end - 1;
	while (begin > 0 && path->data[begin - 1] != '/')
		begin--;
	if (begin < root)
		begin = root;
	if (strncmp(path->data + begin, "../", end - begin) == 0 &&
	    end - begin == 3)
		return false;
	buf_truncate(path, begin);
	return true;
}

/*
 * Removes "." and ".." (RFC 3986, 5.2.4).  A relative path keeps the ".." at
 * its start that lead out of its folder.
 */
static char *
normalise(const char *s, size_t len)
{
	const char *end = s + len;
	size_t root = len > 0 && *s == '/';
	struct buf b = { 0 };

	buf_add(&b, s, root);
	for (s += root; s < end;) {
		const char *slash = memchr(s, '/', (size_t)(end - s));
		struct part segment = { s, (size_t)((slash ? slash : end) - s) };

		s += segment.len + (slash != NULL);
		if (is_dots(segment, 2)) {
			if (!leave_folder(&b, root))
				buf_puts(&b, "../");
		} else if (!is_dots(segment, 1)) {
			buf_add(&b, segment.bytes, segment.len);
			if (slash)
				buf_putc(&b, '/');
		}
	}
	if (b.len == 0 && len > 0)
		buf_puts(&b, "./");
	return give(&b);
}

/* Appends a path so that it cannot be read as a scheme or an authority. */
static void
put_path(struct buf *b, const char *path, bool after_authority)
{
	size_t first = strcspn(path, "/");

	if (b->len == 0 && memchr(path, ':', first))
		buf_puts(b, "./");
	else if (!after_authority && strncmp(path, "//", 2) == 0)
		buf_puts(b, "/.");
	buf_puts(b, path);
}

/* The path of a reference, merged with that of its base (5.2.3). */
static char *
merge(const struct parts *base, struct part path)
{
	size_t folder = base->path.len;
	struct buf b = { 0 };
	char *merged;

	while (folder > 0 && base->path.bytes[folder - 1] != '/')
		folder--;
	if (base->authority.bytes && base->path.len == 0)
		buf_putc(&b, '/');
	buf_add(&b, base->path.bytes, folder);
	buf_add(&b, path.bytes, path.len);
	merged = normalise(buf_str(&b), b.len);
	buf_free(&b);
	return merged;
}

char *
uri_resolve(const char *reference, const char *base)
{
	char *escaped = uri_escape(reference);
	struct parts r = split(escaped), from = split(base ? base : "");
	struct parts to = r;
	struct buf b = { 0 };
	char *path;

	if (r.scheme.bytes == NULL) {
		to.scheme = from.scheme;
		if (r.authority.bytes == NULL) {
			to.authority = from.authority;
			if (r.path.len == 0 && r.query.bytes == NULL)
				to.query = from.query;
		}
	}
	if (r.scheme.bytes || r.authority.bytes ||
	    (r.path.len > 0 && *r.path.bytes == '/'))
		path = normalise(r.path.bytes, r.path.len);
	else if (r.path.len == 0)
		path = gloss_strndup(from.path.bytes, from.path.len);
	else
		path = merge(&from, r.path);
	put(&b, "", to.scheme, ":");
	put(&b, "//", to.authority, "");
	put_path(&b, path, to.authority.bytes != NULL);
	put(&b, "?", to.query, "");
	put(&b, "#", to.fragment, "");
	free(path);
	free(escaped);
	return give(&b);
}

/* Is there a ".." among the folders of a path? */
static bool
leads_up(const char *path)
{
	for (const char *slash; (slash = strchr(path, '/')) != NULL;
	    path = slash + 1)
		if (is_dots((struct part){ path, (size_t)(slash - path) }, 2))
			return true;
	return false;
}

/*
 * Appends the relative path between two normalised paths; returns NULL if there
 * is none.
 */
static char *
way(const char *to, const char *from)
{
	size_t common = 0;
	struct buf b = { 0 };

	if (strncmp(to, "./", 2) == 0)
		to += 2;
	if (strncmp(from, "./", 2) == 0)
		from += 2;
	for (size_t i = 0; to[i] != '\0' && to[i] == from[i]; i++)
		if (to[i] == '/')
			common = i + 1;
	to += common;
	from += common;
	if ((common == 0 && (*to == '/') != (*from == '/')) || leads_up(from))
		return NULL;
	for (; (from = strchr(from, '/')) != NULL; from++)
		buf_puts(&b, "../");
	if (b.len == 0 && (*to == '\0' || *to == '/'))
		buf_puts(&b, "./");
	put_path(&b, to, true);
	return give(&b);
}

char *
uri_relative(const char *uri, const char *base)
{
	struct parts u = split(uri), from = split(base);
	char *to, *at, *path = NULL;
	struct buf b = { 0 };

	if (!same(u.scheme, from.scheme) || !same(u.authority, from.authority))
		return u.scheme.bytes || from.scheme.bytes == NULL ?
		    gloss_strdup(uri) : NULL;
	to = normalise(u.path.bytes, u.path.len);
	at = normalise(from.path.bytes, from.path.len);
	path = way(to, at);
	if (path) {
		buf_puts(&b, path);
		put(&b, "?", u.query, "");
		put(&b, "#", u.fragment, "");
	} else if (*to == '/') {
		buf_puts(&b, uri);
	}
	free(path);
	free(at);
	free(to);
	return b.len ? give(&b) : NULL;
}

char *
uri_from_path(const char *path)
{
	struct buf b = { 0 };
	size_t slashes = strspn(path, "/");
	size_t first;

	path += slashes > 1 ? slashes - 1 : 0;
	first = strcspn(path, "/");
	for (size_t i = 0; path[i] != '\0'; i++)
		/*
		 * a colon in the first folder would be read as the end of a
		 * scheme
		 */
		if (strchr(in_path, path[i]) && !(i < first && path[i] == ':'))
			buf_putc(&b, path[i]);
		else
			put_escaped(&b, path[i]);
	return give(&b);
}

static unsigned
hexadecimal(char c)
{
	return (unsigned)(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
}

/* A file name cannot hold a NUL, so "%00" is kept. */
static char *
unescape(const char *s)
{
	struct buf b = { 0 };

	for (; *s != '\0'; s++)
		if (is_escape(s) && strncmp(s + 1, "00", 2) != 0) {
			buf_putc(&b, (char)(hexadecimal(s[1]) * 16 +
			    hexadecimal(s[2])));
			s += 2;
		} else {
			buf_putc(&b, *s);
		}
	return give(&b);
}

char *
uri_to_path(const char *uri)
{
	struct parts p = split(uri);
	bool is_file = p.scheme.len == 4 &&
	    strncasecmp(p.scheme.bytes, "file", 4) == 0;
	bool is_here = p.authority.len == 0 || (p.authority.len == 9 &&
	    strncasecmp(p.authority.bytes, "localhost", 9) == 0);

	if (p.scheme.bytes == NULL && p.authority.bytes == NULL)
		return unescape(uri);
	if (!is_file || !is_here || p.path.len == 0 || *p.path.bytes != '/')
		return NULL;
	return unescape(p.path.bytes);
}

char *
uri_shown(const char *uri)
{
	char *path = uri_to_path(uri);

	return path ? path : gloss_strdup(uri);
}
