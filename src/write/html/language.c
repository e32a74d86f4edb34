/* SPDX-License-Identifier: MIT */
/* HTML: in which language and in which direction something is written. */
#include <string.h>
#include <strings.h>

#include "html.h"

/* Languages that are written from right to left. */
static const char *const leftward[] = {
    "ar", "dv", "fa", "he", "iw", "ku", "ps", "sd", "ug", "ur", "yi"};

static bool
is_leftward(const char *lang)
{
	size_t len = strcspn(lang, "-_");

	for (size_t i = 0; i < sizeof leftward / sizeof *leftward; i++)
		if (strlen(leftward[i]) == len &&
		    strncasecmp(leftward[i], lang, len) == 0)
			return true;
	return false;
}

static const char *
direction_of(const xmlNode *node, const char *lang)
{
	const char *dir = layout_attr(node, "dir");

	if (dir || lang == NULL)
		return dir;
	return is_leftward(lang) ? "rtl" : "ltr";
}

/* A locale's name has another sign between its parts than a tag (RFC 5646). */
static void
put_tag(struct html *h, const char *lang)
{
	struct buf tag = {0};

	for (; *lang && *lang != '.' && *lang != '@'; lang++)
		buf_putc(&tag, *lang == '_' ? '-' : *lang);
	if (tag.len)
		markup_attr(&h->markup, "lang", buf_str(&tag));
	buf_free(&tag);
}

void
html_put_language(struct html *h, const xmlNode *node)
{
	const char *lang = layout_attr(node, "lang");
	const char *dir = direction_of(node, lang);
	const char *around = node == h->document ? "ltr" :
	    direction_of(h->document, layout_attr(h->document, "lang"));

	if (lang)
		put_tag(h, lang);
	if (dir && (layout_attr(node, "dir") || around == NULL ||
	    strcmp(dir, around) != 0))
		markup_attr(&h->markup, "dir", dir);
}
