/* SPDX-License-Identifier: MIT */
/* SHA-256 (FIPS 180-4), for the hashes of a Content-Security-Policy. */
#ifndef UTIL_SHA256_H
#define UTIL_SHA256_H

#include "buf.h"

/* Adds the hash of len bytes in base64 (RFC 4648), 44 characters. */
void sha256_base64(struct buf *out, const char *bytes, size_t len);

#endif
