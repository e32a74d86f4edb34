/* SPDX-License-Identifier: MIT */
/* The words of other languages: which file a tag gets, and what is in them. */
#include <stdlib.h>

#include <libxml/parser.h>

#include "layout/stylesheets.h"
#include "layout/words.h"
#include "tap.h"

#define FOLDER "words/"

/* More than there are. */
enum { MOST = 128 };

static const struct {
	const char *tag;
	const char *words; /* NULL: English */
} tags[] = {
    {"de", "words/de"},
    {"de-AT", "words/de"},
    {"de_CH.UTF-8", "words/de"},
    {"DE-ch-1996", "words/de"},
    {"pt", "words/pt"},
    {"pt-BR", "words/pt_BR"},
    {"pt_br", "words/pt_BR"},
    {"pt-PT", "words/pt"},
    {"pt-AO", "words/pt"},
    {"no", "words/nb"},
    {"nb-NO", "words/nb"},
    {"iw", "words/he"},
    {"zh", "words/zh_CN"},
    {"zh-CN", "words/zh_CN"},
    {"zh-Hans", "words/zh_CN"},
    {"zh-Hans-HK", "words/zh_CN"},
    {"zh-SG", "words/zh_CN"},
    {"zh-TW", "words/zh_TW"},
    {"zh-HK", "words/zh_TW"},
    {"zh-Hant", "words/zh_TW"},
    {"zh-hant-CN", "words/zh_TW"},
    {"en", NULL},
    {"en-GB", NULL},
    {"d", NULL},
    {"deu", NULL},
    {"x-de", NULL},
    {"-", NULL},
    {"", NULL},
};

static const struct stylesheet *
find_builtin(const char *name)
{
	for (const struct stylesheet *s = stylesheets; s->name; s++)
		if (strcmp(s->name, name) == 0)
			return s;
	return NULL;
}

static bool
is_word(const char *name)
{
	return strncmp(name, "word.", 5) == 0 ||
	       strncmp(name, "quote.", 6) == 0 || strncmp(name, "man.", 4) == 0;
}

/* Adds the words that a stylesheet declares to names; returns how many. */
static size_t
declared(const char *stylesheet, xmlChar **names, size_t len)
{
	const struct stylesheet *s = find_builtin(stylesheet);
	xmlDoc *doc;
	xmlNode *node;

	ok(s != NULL, "%s is built in", stylesheet);
	if (s == NULL)
		return len;
	doc = xmlReadMemory(s->bytes, (int)s->len, s->name, NULL, 0);
	node = xmlDocGetRootElement(doc)->children;
	for (; node && len < MOST; node = node->next) {
		xmlChar *name;

		if (node->type != XML_ELEMENT_NODE ||
		    strcmp((const char *)node->name, "param") != 0 ||
		    xmlHasProp(node, (const xmlChar *)"select"))
			continue;
		name = xmlGetNoNsProp(node, (const xmlChar *)"name");
		if (is_word((const char *)name))
			names[len++] = name;
		else
			xmlFree(name);
	}
	xmlFreeDoc(doc);
	return len;
}

static void
test_tags(void)
{
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
		const struct stylesheet *s = words_find(tags[i].tag);

		is_str(s ? s->name : "English",
		    tags[i].words ? tags[i].words : "English",
		    "the words for \"%s\"", tags[i].tag);
	}
}

/* What a translator may write, and what the loader makes of it. */
static void
test_lines(void)
{
	const char *text = "# a = comment\n\n  a = b  \nno word\n"
			   "c=\" d \"\r\ne = \"\"\nf =\n\tg = \"\nh = i = j";
	static const struct {
		const char *name, *value;
	} expected[] = {{"a", "b"}, {"c", " d "}, {"e", ""}, {"f", ""},
	    {"g", "\""}, {"h", "i = j"}};
	char got[64];
	struct word w;

	for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
		bool found = words_next(&text, &w);

		snprintf(got, sizeof got, "%.*s|%.*s",
		    found ? (int)w.name_len : 0, w.name,
		    found ? (int)w.value_len : 0, w.value);
		ok(found && strncmp(got, expected[i].name, w.name_len) == 0 &&
			strcmp(strchr(got, '|') + 1, expected[i].value) == 0,
		    "the line of \"%s\"", expected[i].name);
	}
	ok(!words_next(&text, &w), "the end");
}

static void
test_put(void)
{
	static const char sheet[] =
	    "<s><param name='a'>x</param>"
	    "<param name='b'>x</param><param name='c' select='1'/>"
	    "<variable name='a'>x</variable></s>";
	static const char text[] = "a = 1 & <2>\nc = 3\n";
	struct stylesheet words = {"words/xx", text, sizeof text - 1, NULL};
	xmlDoc *doc =
	    xmlReadMemory(sheet, (int)sizeof sheet - 1, "s", NULL, 0);
	xmlBuffer *got = xmlBufferCreate();

	words_put(doc, &words);
	xmlNodeDump(got, doc, xmlDocGetRootElement(doc), 0, 0);
	is_str((const char *)xmlBufferContent(got),
	    "<s><param name=\"a\">1 &amp; &lt;2&gt;</param>"
	    "<param name=\"b\">x</param><param name=\"c\" select=\"1\"/>"
	    "<variable name=\"a\">x</variable></s>",
	    "words go into parameters that are texts");
	xmlBufferFree(got);
	xmlFreeDoc(doc);
}

/* Each word once, and none that the stylesheets do not have. */
static void
test_file(const struct stylesheet *s, xmlChar **names, size_t len)
{
	const char *text = s->bytes;
	unsigned times[MOST] = { 0 };
	struct word w;

	while (words_next(&text, &w)) {
		size_t i = 0;

		while (
		    i < len && (strlen((char *)names[i]) != w.name_len ||
				   memcmp(names[i], w.name, w.name_len) != 0))
			i++;
		if (i == len)
			ok(false, "%s: there is no word \"%.*s\"", s->name,
			    (int)w.name_len, w.name);
		else
			times[i]++;
		if (memchr(w.value, '|', w.value_len))
			ok(false, "%s: %.*s holds a |", s->name,
			    (int)w.name_len, w.name);
	}
	for (size_t i = 0; i < len; i++)
		if (times[i] != 1)
			ok(false, "%s: %s stands there %u times", s->name,
			    names[i], times[i]);
	ok(xmlCheckUTF8((const xmlChar *)s->bytes), "%s is UTF-8, and was read",
	    s->name);
}

int
main(void)
{
	xmlChar *names[MOST];
	size_t len = declared("common/words.xsl", names, 0), files = 0;

	len = declared("man.xsl", names, len);
	test_tags();
	test_lines();
	test_put();
	ok(len > 40 && len < MOST, "the stylesheets have words");
	for (const struct stylesheet *s = stylesheets; s->name; s++)
		if (strncmp(s->name, FOLDER, strlen(FOLDER)) == 0) {
			test_file(s, names, len);
			files++;
		}
	ok(files >= 17, "there are languages");
	while (len > 0)
		xmlFree(names[--len]);
	xmlCleanupParser();
	return done_testing();
}
