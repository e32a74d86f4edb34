/* SPDX-License-Identifier: MIT */
/* Finds translations, and puts them into the stylesheets. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include <libxml/tree.h>

#include "util/alloc.h"
#include "gloss/layout.h"
#include "stylesheets.h"
#include "words.h"

/* Folder of the translations, one file per language. */
#define FOLDER "words/"

#define BLANKS " \t\r"

/* Languages and scripts that use another's file; the first match counts. */
static const struct {
	const char *language;
	const char *subtag; /* NULL: any */
	const char *words;
} others[] = {
    {"iw", NULL, "he"},
    {"no", NULL, "nb"},
    {"zh", "Hans", "zh_CN"},
    {"zh", "Hant", "zh_TW"},
    {"zh", "HK", "zh_TW"},
    {"zh", "MO", "zh_TW"},
    {"zh", NULL, "zh_CN"},
};

/* The file with a name of len bytes; "-" and "_" are the same. */
static const struct stylesheet *
find_file(const char *name, size_t len)
{
	const size_t folder = strlen(FOLDER);

	for (const struct stylesheet *s = stylesheets; s->name; s++) {
		const char *own = s->name + folder;
		size_t i = 0;

		if (strncmp(s->name, FOLDER, folder) != 0 || strlen(own) != len)
			continue;
		while (i < len && (strncasecmp(own + i, name + i, 1) == 0 ||
				      (own[i] == '_' && name[i] == '-')))
			i++;
		if (i == len)
			return s;
	}
	return NULL;
}

/* Does a language tag have this subtag? */
static bool
has_subtag(const char *tag, const char *subtag)
{
	size_t len = strlen(subtag);

	for (tag += strcspn(tag, "-_."); *tag == '-' || *tag == '_';
	     tag += strcspn(tag, "-_.")) {
		tag++;
		if (strcspn(tag, "-_.") == len &&
		    strncasecmp(tag, subtag, len) == 0)
			return true;
	}
	return false;
}

const struct stylesheet *
words_find(const char *tag)
{
	size_t language = strcspn(tag, "-_.");
	size_t len = strcspn(tag, ".");
	const struct stylesheet *found = find_file(tag, len);

	for (size_t i = 0; !found && i < sizeof others / sizeof *others; i++)
		if (strlen(others[i].language) == language &&
		    strncasecmp(tag, others[i].language, language) == 0 &&
		    (!others[i].subtag || has_subtag(tag, others[i].subtag)))
			found =
			    find_file(others[i].words, strlen(others[i].words));
	return found ? found : find_file(tag, language);
}

bool
words_are_english(const char *tag)
{
	return strncasecmp(tag, "en", 2) == 0 && !isalnum((unsigned char)tag[2]);
}

bool
layout_speaks(const char *lang)
{
	return words_are_english(lang) || words_find(lang);
}

/* Trims white space at both ends. */
static void
trim(const char **text, size_t *len)
{
	while (*len > 0 && strchr(BLANKS, **text)) {
		++*text;
		--*len;
	}
	while (*len > 0 && strchr(BLANKS, (*text)[*len - 1]))
		--*len;
}

bool
words_next(const char **text, struct word *w)
{
	while (**text != '\0') {
		const char *line = *text;
		size_t len = strcspn(line, "\n");
		size_t name = strcspn(line, "=\n");

		*text += len + (line[len] == '\n');
		if (*line == '#' || name == len)
			continue;
		*w = (struct word){.name = line,
		    .value = line + name + 1,
		    .name_len = name,
		    .value_len = len - name - 1};
		trim(&w->name, &w->name_len);
		trim(&w->value, &w->value_len);
		if (w->value_len >= 2 && w->value[0] == '"' &&
		    w->value[w->value_len - 1] == '"') {
			w->value++;
			w->value_len -= 2;
		}
		return true;
	}
	return false;
}

char *
layout_word(const char *lang, const char *name)
{
	const struct stylesheet *words = words_find(lang);
	const char *text = words ? words->bytes : "";
	struct word w;

	while (words_next(&text, &w))
		if (w.name_len == strlen(name) &&
		    memcmp(w.name, name, w.name_len) == 0)
			return gloss_strndup(w.value, w.value_len);
	return NULL;
}

/* Sets a parameter with a text value; those with select are computed. */
static void
put_word(xmlNode *param, const struct stylesheet *words)
{
	xmlChar *name = xmlGetNoNsProp(param, (const xmlChar *)"name");
	size_t len = name ? strlen((const char *)name) : 0;
	const char *text = words->bytes;
	struct word w;

	while (len > 0 && words_next(&text, &w)) {
		if (w.name_len != len || memcmp(w.name, name, len) != 0)
			continue;
		xmlNodeSetContent(param, NULL);
		xmlNodeAddContentLen(
		    param, (const xmlChar *)w.value, (int)w.value_len);
		break;
	}
	xmlFree(name);
}

void
words_put(xmlDoc *stylesheet, const struct stylesheet *words)
{
	xmlNode *node = xmlDocGetRootElement(stylesheet);

	for (node = node ? node->children : NULL; node; node = node->next)
		if (node->type == XML_ELEMENT_NODE &&
		    xmlStrEqual(node->name, (const xmlChar *)"param") &&
		    xmlHasProp(node, (const xmlChar *)"select") == NULL)
			put_word(node, words);
}
