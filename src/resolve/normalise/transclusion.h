/* SPDX-License-Identifier: MIT */
/* Ids and references of included content (DocBook 5.2, transclusion). */
#ifndef RESOLVE_TRANSCLUSION_H
#define RESOLVE_TRANSCLUSION_H

#include <libxml/tree.h>

#define TRANSCLUSION_NS "http://docbook.org/ns/transclusion"

/*
 * Changes the ids below root as trans:idfixup says, "suffix", "prefix" or
 * "auto", and the references in what is included as trans:linkscope says:
 * "user", "local", "near" (the default) or "global".  XInclude has copied these
 * attributes from xi:include to what it included.
 */
void transclusion_fix(xmlNode *root);

#endif
