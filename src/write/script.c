/* SPDX-License-Identifier: MIT */
/* How subscripts and superscripts are written in plain characters. */
#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "vocabulary/vocabulary.h"
#include "script.h"

const char *
script_open(const xmlNode *node, const char **close)
{
	bool sup = layout_is(node, L_SUP);
	xmlChar *content = xmlNodeGetContent(node);
	const char *s = (const char *)content;
	size_t len = strlen(s), letters = 0, digits = 0;

	for (size_t i = 0; i < len; i++) {
		letters += isalpha((unsigned char)s[i]) || (s[i] & 0x80);
		digits += isdigit((unsigned char)s[i]) != 0;
	}
	xmlFree(content);
	*close = "";
	if (len == 0 || (sup ? letters == len && len > 1 : digits == len))
		return "";
	if (letters + digits == len)
		return sup ? "^" : "_";
	*close = ")";
	return sup ? "^(" : "_(";
}
