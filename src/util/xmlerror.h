/* SPDX-License-Identifier: MIT */
/* The error handler type of libxml2. */
#ifndef UTIL_XMLERROR_H
#define UTIL_XMLERROR_H

#include <libxml/xmlerror.h>
#include <libxml/xmlversion.h>

/* Versions of libxml2 differ in the constness of its argument. */
#if LIBXML_VERSION >= 21200
typedef const xmlError xml_error;
#else
typedef xmlError xml_error;
#endif

#endif
