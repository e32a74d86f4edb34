/* SPDX-License-Identifier: MIT */
/*
 * A whole conversion of well-formed DocBook that the bytes decide: elements,
 * attributes, references, odd text, and words that every format must show.
 */
#define _GNU_SOURCE /* strcasestr() */
#include <stdio.h>
#include <string.h>

#include "fuzz.h"

/* Elements and words of a document, and how deep they are nested, at most. */
enum { ELEMENTS = 250, WORDS = 999, DEPTH = 40 };

static const char *const elements[] = {
#define DOCBOOK(name, is, holds, now) #name,
#include "../../src/resolve/docbook.def"
#undef DOCBOOK
	"unknown",
};

/* What glossaries are made of comes more often than the rest. */
static const char *const usual[] = {
	"glossentry", "glossterm", "glossdef", "para", "glosssee",
	"glossseealso", "acronym", "abbrev", "glossdiv", "glosslist", "title",
	"itemizedlist", "orderedlist", "variablelist", "varlistentry", "term",
	"listitem", "informaltable", "tgroup", "tbody", "thead", "row",
	"entry", "link", "xref", "programlisting", "literal", "emphasis",
	"footnote", "firstterm", "section", "note", "simplelist", "member",
};

static const char *const roots[] = {
	"glossary", "article", "refentry", "book", "set", "chapter", "para",
	"reference", "section", "glosslist", "part", "appendix",
};

/* Their words are left out on purpose: see xsl/common/suppressed.xsl. */
static const char *const quiet[] = {
	"revhistory", "remark", "keywordset", "keyword", "subjectset",
	"subject", "subjectterm", "itermset", "meta", "titleabbrev",
	"indexterm", "primary", "secondary", "tertiary", "see", "seealso",
	"primaryie", "secondaryie", "tertiaryie", "seeie", "seealsoie",
	"refmeta", "refmiscinfo", "manvolnum", "refentrytitle", "date",
	"anchor", "areaspec", "areaset", "area", "arc", "locator", "alt",
	"colspec", "spanspec", "col", "colgroup", "imageobject",
	"imageobjectco", "imagedata", "videoobject", "videodata",
	"audioobject", "audiodata", "textdata", "multimediaparam",
	"extendedlink", "assembly", "resources", "resource", "structure",
	"module", "merge", "relationships", "relationship", "instance",
	"association", "transforms", "transform", "filterin", "filterout",
	"output", "transclude", "constraint", "beginpage", "mediaobjectco",
};

static const char *const attributes[] = {
	"xml:id", "linkend", "otherterm", "xlink:href", "baseform", "endterm",
	"role", "xml:lang", "colspan", "rowspan", "morerows", "namest",
	"nameend", "colname", "cols", "align", "numeration", "mark",
	"override", "continuation", "startinglinenumber", "linenumbering",
	"width", "url", "id", "term", "targetdoc", "targetptr", "class",
	"choice", "rep", "sortas", "linkends", "label", "xrefstyle",
	"spacing", "type", "vendor", "xreflabel", "columns", "status",
};

/* Text that means something to somebody on the way. */
static const char *const odd[] = {
	".", "'", "\\", "@", "{", "}", ",", ":", ";", "-", "--", "---", "`",
	"''", "\"", "\t", "\n", "\n.", "\n'", "&#13;", "&#x85;", "\xC2\x9B",
	"\u2028", "\u200B", "\u00AD", "\u202E", "\uFEFF", "\U0001F600",
	"e\u0301", "\u4E2D\u6587", "\u0E01\u0E33", "\uD55C", "T{", "\nT}",
	"\n.so /etc/passwd\n", ".zq x", "'zq", "\\X'zq'", "\\fB", "\\n(zq",
	"@include zq", "\n@end table\n", "\n@bye\n", "@verbatiminclude zq",
	"\n#line 3", "# 3 \"x\"", "*note zq::", "\n* zq::", "(", ")", "(zq)",
	"http://example.org/a/rather/long/way/to/name/something?x=y&amp;z=1",
	"mailto:a@example.org", "#i1", "#i3", "i1", "i2", "i3", "a term",
	"A  Term ", " ", "  ", "\u00A0", "note", "%", "_", "=", "|", "^", "~",
	"&lt;", "&gt;", "&amp;", "&quot;", "&#x9B;", "0", "1", "2", "3", "64",
	"-1", "99999999999999999999", "en", "de", "ja", "ar", "left", "right",
	"center", "auto", "arabic", "upperroman", "loweralpha", "bullet",
	"circle", "none", "continues", "numbered", "opt", "req", "repeat",
	"select: label title", "template:%t %n", "%", "vert", "inline",
	"trade", "copyright", "monospaced", "strong", "bold", "ls", "ls(1)",
	"\uFFFD", "\U0010FFFD", "\u0378", "\u1100\u1161", "\u05D0", "\u0645",
	"abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklm",
};

#define PICK(in, list) ((list)[take(in, sizeof(list) / sizeof *(list))])

/* A document in the making. */
struct document {
	struct buf xml;
	const char *open[DEPTH];
	unsigned depth, made;
	unsigned hushed; /* open elements whose words are left out */
	unsigned words;
	bool shown[WORDS]; /* is this word to be seen? */
};

static bool
is_quiet(const char *name)
{
	for (size_t i = 0; i < sizeof quiet / sizeof *quiet; i++)
		if (strcmp(quiet[i], name) == 0)
			return true;
	return false;
}

/* An attribute twice is not well-formed, so each comes in its own order. */
static void
add_attributes(struct document *doc, struct input *in)
{
	size_t i = 0, count = sizeof attributes / sizeof *attributes;

	for (unsigned n = take(in, 4); n > 0; n--) {
		i += 1 + take(in, (unsigned)count);
		if (i > count)
			return;
		buf_printf(&doc->xml, " %s=\"", attributes[i - 1]);
		for (unsigned parts = 1 + take(in, 2); parts > 0; parts--)
			for (const char *s = PICK(in, odd); *s; s++)
				if (*s == '"')
					buf_puts(&doc->xml, "&quot;");
				else
					buf_putc(&doc->xml, *s);
		buf_putc(&doc->xml, '"');
	}
}

static void
open_element(struct document *doc, struct input *in, const char *name)
{
	if (doc->depth == DEPTH || doc->made == ELEMENTS)
		return;
	buf_printf(&doc->xml, "<%s", name);
	if (doc->made++ == 0)
		buf_puts(&doc->xml, " xmlns=\"http://docbook.org/ns/docbook\""
		    " xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
	add_attributes(doc, in);
	buf_putc(&doc->xml, '>');
	doc->open[doc->depth++] = name;
	doc->hushed += is_quiet(name);
}

static void
close_element(struct document *doc)
{
	const char *name = doc->open[--doc->depth];

	doc->hushed -= is_quiet(name);
	buf_printf(&doc->xml, "</%s>", name);
}

static void
add_word(struct document *doc)
{
	if (doc->words == WORDS)
		return;
	doc->shown[doc->words] = doc->hushed == 0;
	buf_printf(&doc->xml, "w%03u", doc->words++);
}

static void
make_document(struct document *doc, struct input *in)
{
	size_t element;

	open_element(doc, in, PICK(in, roots));
	while (in->len > 0) {
		switch (take(in, 8)) {
		case 0:
			element = take(in, 256) << 8;
			element |= take(in, 256);
			open_element(doc, in, elements[element %
			    (sizeof elements / sizeof *elements)]);
			break;
		case 1:
		case 2:
			open_element(doc, in, PICK(in, usual));
			break;
		case 3:
		case 4:
			if (doc->depth > 1)
				close_element(doc);
			break;
		case 5:
			add_word(doc);
			break;
		case 6:
			buf_putc(&doc->xml, ' ');
			add_word(doc);
			buf_putc(&doc->xml, ' ');
			break;
		case 7:
			buf_puts(&doc->xml, PICK(in, odd));
			break;
		}
	}
	while (doc->depth > 0)
		close_element(doc);
}

/* Does a format show every word that is to be seen, be it in capitals? */
static void
judge_words(const struct document *doc, const struct buf *shown)
{
	char word[16];

	for (unsigned i = 0; i < doc->words; i++) {
		snprintf(word, sizeof word, "w%03u", i);
		if (!doc->shown[i] || strcasestr(buf_str(shown), word))
			continue;
		fprintf(stderr, "%s in\n%s\n", word, buf_str(&doc->xml));
		promise(false, "every word is shown", shown);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input in = { data, size };
	struct document doc = { .depth = 0 };
	struct buf shown[8] = { { 0 } };
	unsigned flags = take(&in, 256);
	struct convert_options options = {
		.resolve.sort = flags & 1,
		.resolve.divide = flags & 2,
		.resolve.aliases = flags & 4,
		.resolve.split = flags & 8,
		.resolve.index = flags & 16,
		.write.ascii = flags & 32,
		.write.width = flags & 64 ? 20 + (int)take(&in, 100) : 0,
	};
	bool good;

	make_document(&doc, &in);
	set_input(doc.xml.data, doc.xml.len);
	good = convert_input(&options, shown);
	for (size_t i = 0; formats[i]; i++) {
		if (good)
			judge_words(&doc, &shown[i]);
		buf_free(&shown[i]);
	}
	buf_free(&doc.xml);
	return 0;
}
