/* SPDX-License-Identifier: MIT */
/* URI references of files (RFC 3986), as documents write them. */
#ifndef UTIL_URI_H
#define UTIL_URI_H

#include <stdbool.h>

/*
 * A base and a result may be relative: to the current folder, with ".." at
 * their start kept.  The caller frees each result with free().
 */

/* Does it begin with a scheme, such as "http:"? */
bool uri_has_scheme(const char *uri);

/* The reference with all characters escaped that a URI may not hold. */
char *uri_escape(const char *reference);

/*
 * Resolves a reference against a base (RFC 3986, section 5.2); base may be
 * NULL.  Characters that a URI may not hold are escaped, also a "%" that is not
 * followed by two hexadecimal digits.
 */
char *uri_resolve(const char *reference, const char *base);

/*
 * The shortest reference that uri_resolve() resolves against base to uri.  NULL
 * if there is none: only one of them is relative, or base is in a folder above
 * the current one, whose names are unknown.
 */
char *uri_relative(const char *uri, const char *base);

/* The reference to a file of this name, escaped. */
char *uri_from_path(const char *path);

/*
 * The name of the local file that a reference leads to, unescaped; NULL if its
 * scheme is not file or it names another host.
 */
char *uri_to_path(const char *uri);

/* The same for messages: a reference to anything else is returned as it is. */
char *uri_shown(const char *uri);

#endif
