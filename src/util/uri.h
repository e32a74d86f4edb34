/* SPDX-License-Identifier: MIT */
/* URI references of files (RFC 3986), as documents write them. */
#ifndef UTIL_URI_H
#define UTIL_URI_H

#include <stdbool.h>

/*
 * A base and a result may be relative: then they are seen from the current
 * folder, and ".." at their start stays.  Every result is the caller's, who
 * frees it with free().
 */

/* Does it begin with a scheme, as "http:"? */
bool uri_has_scheme(const char *uri);

/* The reference with all escaped that may not stand in a URI. */
char *uri_escape(const char *reference);

/*
 * The target of a reference (RFC 3986, section 5.2); base may be NULL.  What
 * may not stand in a URI is escaped in the reference, a "%" before anything
 * but two hexadecimal digits included.
 */
char *uri_resolve(const char *reference, const char *base);

/*
 * The shortest reference that uri_resolve() leads from base to uri; NULL where
 * there is none: only one of them is relative, or base lies in a folder above
 * the current one, whose names are not known.
 */
char *uri_relative(const char *uri, const char *base);

/* The reference that names a file, with each byte escaped that needs it. */
char *uri_from_path(const char *path);

/*
 * The name of the local file that a reference names, without escapes; NULL if
 * it names none: another scheme than file, or another host.
 */
char *uri_to_path(const char *uri);

/* The same for messages: what names no local file stays as it is. */
char *uri_shown(const char *uri);

#endif
