/* SPDX-License-Identifier: MIT */
/* What libxml2 tells its error handlers. */
#ifndef UTIL_XMLERROR_H
#define UTIL_XMLERROR_H

#include <libxml/xmlerror.h>
#include <libxml/xmlversion.h>

/* The signature's constness differs between versions of libxml2. */
#if LIBXML_VERSION >= 21200
typedef const xmlError xml_error;
#else
typedef xmlError xml_error;
#endif

#endif
