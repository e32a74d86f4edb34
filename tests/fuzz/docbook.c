/* SPDX-License-Identifier: MIT */
/*
 * A whole conversion of well-formed DocBook that the bytes decide: elements,
 * attributes, references, odd text, files that are included, collections, and
 * words that every format must show.
 */
#define _GNU_SOURCE /* strcasestr() */
#include <stdio.h>
#include <string.h>

#include "fuzz.h"

/* Elements and words of a document, and how deep they are nested, at most. */
enum { ELEMENTS = 250, WORDS = 999, DEPTH = 40 };

static const char *const elements[] = {
#define DOCBOOK(name, ...) #name,
#define RENAMED(name, now) #name,
#include "docbook/docbook.def"
#undef DOCBOOK
#undef RENAMED
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
	"refmeta", "refmiscinfo", "manvolnum", "refentrytitle",
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

/*
 * Of a rich document: references to the ids, which it counts, with a number in
 * the place of # and a word in the place of @.
 */
static const char *const references[] = {
	"<xref linkend='i#'/>", "<xref xlink:href='#i#'/>",
	"<xref linkend='i#' endterm='i1'/>",
	"<xref linkend='i#' xrefstyle='select: labelnumber quotedtitle'/>",
	"<link linkend='i#'>@</link>", "<link linkend='i#' endterm='i2'/>",
	"<link xlink:href='#i#'>@</link>", "<olink targetptr='i#'>@</olink>",
	"<olink targetdoc='o' targetptr='i#'>@</olink>",
	"<glosssee otherterm='i#'/>", "<glosssee linkend='i#'>@</glosssee>",
	"<glossseealso otherterm='i#'/>", "<glossseealso>@</glossseealso>",
	"<glossterm linkend='i#'>@</glossterm>",
	"<firstterm baseform='term #'>@</firstterm>",
	"<biblioref linkend='i#'/>", "<footnoteref linkend='i#'/>",
	"<coref linkend='i#'/>", "<co xml:id='c#' linkends='i# i1'/>",
	"<callout arearefs='c# i2'><para>@</para></callout>",
	"<phrase linkend='i#'>@</phrase>", "<citation>@</citation>",
	"<emphasis xlink:href='#i#'>@</emphasis>",
	("<citerefentry><refentrytitle>ls</refentrytitle><manvolnum>#"
	"</manvolnum></citerefentry>"), "<footnote><para>@</para></footnote>",
	("<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' "
	"xpointer='i#'/>"),
};

/* The same where there are files beside the document, or a catalog leads. */
static const char *const inclusions[] = {
	"href='$part.xml'/>", "href='$part.xml' xpointer='i#'/>",
	"href='$part.xml' fragid='i#' set-xml-id='j#'/>",
	"href='$part.xml' xpointer='element(/1/#)'/>",
	"href='$part.xml' xpointer='element(i#/1)'/>",
	("href='$part.xml' xpointer='xmlns(d=http://docbook.org/ns/docbook)"
	"xpointer(//d:para[#])'/>"),
	"href='$part.xml' xpointer='xpointer(//text()[.=\"1\"])'/>",
	"href='$part.xml' xpointer='xpointer(id(\"i#\")/..)'/>",
	"href='$part.xml' parse='text'/>", "href='$part.txt' parse='text'/>",
	"href='$part.txt' parse='text' encoding='latin1'/>",
	("href='$part.txt'><xi:fallback>x<para>y</para></xi:fallback>"
	"</xi:include>"),
	"href='$none.xml'><xi:fallback>x</xi:fallback></xi:include>",
	"href='$part.xml'><xi:fallback>x</xi:fallback></xi:include>",
	"href='../part.xml'><xi:fallback>x</xi:fallback></xi:include>",
	"href='/etc/passwd' parse='text'><xi:fallback/></xi:include>",
	"xpointer='element(/1/#)'/>",
};

static const char *const languages[] = { "de", "ja", "ar", "zh-TW", "tlh" };

/* What profiling asks for is "a". */
static const char *const systems[] = { "a", "b", "b;a", "" };

#define PICK(in, list) ((list)[take(in, sizeof list / sizeof *(list))])

/* A document in the making. */
struct document {
	struct buf xml;
	const char *open[DEPTH];
	bool out[DEPTH]; /* is it for another profile? */
	unsigned depth, made;
	bool is_rich;    /* has what below is called so */
	bool is_profiled;
	bool has_part;   /* are there files to include? */
	bool is_part;    /* it is one: its words may be shown often or never */
	unsigned ids;
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
		if (doc->is_rich && strncmp(attributes[i - 1], "xml:", 4) == 0)
			continue;
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

/* Each id once, and languages and profiles that there are. */
static void
add_own_attributes(struct document *doc, struct input *in)
{
	unsigned which = take(in, 16);
	const char *system;

	if (which & 1)
		buf_printf(&doc->xml, " xml:id=\"i%u\"", ++doc->ids);
	if ((which & 6) == 6)
		buf_printf(&doc->xml, " xml:lang=\"%s\"",
		    PICK(in, languages));
	if ((which & 10) != 8 || doc->depth == 0)
		return;
	system = PICK(in, systems);
	buf_printf(&doc->xml, " os=\"%s\"", system);
	doc->out[doc->depth] = doc->is_profiled && strcmp(system, "b") == 0;
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
	doc->out[doc->depth] = false;
	if (doc->is_rich)
		add_own_attributes(doc, in);
	add_attributes(doc, in);
	buf_putc(&doc->xml, '>');
	doc->hushed += is_quiet(name) + doc->out[doc->depth];
	doc->open[doc->depth++] = name;
}

static void
close_element(struct document *doc)
{
	const char *name = doc->open[--doc->depth];

	doc->hushed -= is_quiet(name) + doc->out[doc->depth];
	buf_printf(&doc->xml, "</%s>", name);
}

static void
add_word(struct document *doc)
{
	if (doc->is_part) {
		buf_putc(&doc->xml, 'x');
		return;
	}
	if (doc->words == WORDS)
		return;
	doc->shown[doc->words] = doc->hushed == 0;
	buf_printf(&doc->xml, "w%03u", doc->words++);
}

static void
add_reference(struct document *doc, struct input *in)
{
	for (const char *s = PICK(in, references); *s; s++)
		if (*s == '#' && s[1] != 'i')
			buf_printf(&doc->xml, "%u", 1 + take(in, 8));
		else if (*s == '@')
			add_word(doc);
		else
			buf_putc(&doc->xml, *s);
}

/* A file, by its name or by that which the catalog knows. */
static void
add_inclusion(struct document *doc, struct input *in)
{
	buf_puts(&doc->xml,
	    "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' ");
	for (const char *s = PICK(in, inclusions); *s; s++)
		if (*s == '#')
			buf_printf(&doc->xml, "%u", 1 + take(in, 8));
		else if (*s == '$' && take(in, 2))
			buf_puts(&doc->xml, FUZZ_URL);
		else if (*s == '$')
			buf_printf(&doc->xml, "%s/", fuzz_folder());
		else
			buf_putc(&doc->xml, *s);
}

/* A cell that may span, where others may be. */
static void
add_cell(struct document *doc, struct input *in, unsigned columns)
{
	buf_puts(&doc->xml, "<entry");
	switch (take(in, 8)) {
	case 0:
	case 1:
		buf_printf(&doc->xml, " namest=\"c%u\" nameend=\"c%u\"",
		    1 + take(in, columns), 1 + take(in, columns));
		break;
	case 2:
	case 3:
		buf_printf(&doc->xml, " morerows=\"%u\"", take(in, 4));
		break;
	case 4:
		buf_puts(&doc->xml, " spanname=\"s\" align=\"right\"");
		break;
	default:
		break;
	}
	buf_putc(&doc->xml, '>');
	add_word(doc);
	buf_puts(&doc->xml, "</entry>");
}

static void
add_table(struct document *doc, struct input *in)
{
	unsigned columns = 1 + take(in, 5);

	buf_printf(&doc->xml, "<informaltable><tgroup cols=\"%u\">", columns);
	for (unsigned i = 1; i <= columns; i++)
		buf_printf(&doc->xml, "<colspec colname=\"c%u\"/>", i);
	buf_printf(&doc->xml, "<spanspec spanname=\"s\" namest=\"c1\" "
	    "nameend=\"c%u\"/><tbody>", columns);
	for (unsigned rows = 1 + take(in, 4); rows > 0; rows--) {
		buf_puts(&doc->xml, "<row>");
		for (unsigned n = 1 + take(in, columns); n > 0; n--)
			add_cell(doc, in, columns);
		buf_puts(&doc->xml, "</row>");
	}
	buf_puts(&doc->xml, "</tbody></tgroup></informaltable>");
}

/* An internal subset: entities of the odd, in each other, and a default. */
static void
add_subset(struct document *doc, struct input *in, const char *root)
{
	buf_printf(&doc->xml, "<!DOCTYPE %s [<!ATTLIST emphasis role CDATA "
	    "'strong'>", root);
	for (int i = 1; i <= 2; i++) {
		buf_printf(&doc->xml, "<!ENTITY e%d \"", i);
		for (unsigned parts = 1 + take(in, 3); parts > 0; parts--)
			for (const char *s = PICK(in, odd); *s; s++)
				if (*s == '"' || *s == '%')
					buf_printf(&doc->xml, "&#%d;", *s);
				else
					buf_putc(&doc->xml, *s);
		buf_puts(&doc->xml, i == 1 ? "\">" :
		    "<emphasis>&e1;</emphasis>\">");
	}
	if (doc->has_part)
		buf_puts(&doc->xml, "<!ENTITY e3 SYSTEM '" FUZZ_URL
		    "part.xml'>");
	buf_puts(&doc->xml, "]>");
}

static void
add_rich(struct document *doc, struct input *in)
{
	switch (take(in, doc->has_part ? 6 : 4)) {
	case 0:
		add_table(doc, in);
		break;
	case 1:
		buf_printf(&doc->xml, "&e%u;", 1 + take(in,
		    doc->has_part ? 3 : 2));
		break;
	case 4:
	case 5:
		add_inclusion(doc, in);
		break;
	default:
		add_reference(doc, in);
		break;
	}
}

static void
make_document(struct document *doc, struct input *in)
{
	const char *root = PICK(in, roots);
	size_t element;

	if (doc->is_rich && !doc->is_part)
		add_subset(doc, in, root);
	open_element(doc, in, root);
	while (in->len > 0) {
		switch (take(in, doc->is_rich ? 11 : 8)) {
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
		default:
			add_rich(doc, in);
			break;
		}
	}
	while (doc->depth > 0)
		close_element(doc);
}

/* The files beside the document: DocBook, the same as text, and terms. */
static void
make_part(struct input *in, const struct document *doc)
{
	static const char refs[] = "<refs xmlns='urn:glossc:refs' name='o' "
	    "section='7'><term anchor='i1' id='i1'>A term</term>"
	    "<term anchor='a b' id='i3'>words</term></refs>";
	struct input own = take_bytes(in);
	struct document part = { .is_part = true, .is_rich = doc->is_rich };

	/* what the part takes, the document does not */
	in->data += own.len;
	in->len -= own.len;
	make_document(&part, &own);
	fuzz_folder();
	fuzz_file("part.xml", part.xml.data, part.xml.len);
	fuzz_file("part.txt", part.xml.data, part.xml.len);
	fuzz_file("part.refs", refs, strlen(refs));
	buf_free(&part.xml);
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
	static const char *const profile[] = { "os", "a", NULL };
	char part[128], terms[128];
	const char *const folders[] = { fuzz_folder(), NULL };
	const char *const parts[] = { part, NULL }, *const refs[] =
	    { terms, NULL };
	struct buf shown[8] = { { 0 } };
	unsigned flags = take(&in, 256), more;
	struct document doc = { .is_rich = flags & 128 };
	struct convert_options options = options_of(flags);
	bool good;

	if (flags & 64)
		options.write.width = 20 + (int)take(&in, 100);
	more = doc.is_rich ? take(&in, 256) : 0;
	doc.is_profiled = more & 1;
	if (doc.is_profiled)
		options.resolve.profile = profile;
	doc.has_part = more & 2;
	snprintf(part, sizeof part, "%s/part.xml", *folders);
	snprintf(terms, sizeof terms, "%s/part.refs", *folders);
	options.read.folders = folders;
	if (doc.has_part) {
		make_part(&in, &doc);
		options.collections = more & 4 ? parts : NULL;
		options.refs = more & 8 ? refs : NULL;
	}
	make_document(&doc, &in);
	set_input(doc.xml.data, doc.xml.len);
	good = convert_input(&options, more & 16 ? (int)(more >> 5) % 5 :
	    FUZZ_NONE, shown);
	for (size_t i = 0; formats[i]; i++) {
		if (good)
			judge_words(&doc, &shown[i]);
		buf_free(&shown[i]);
	}
	buf_free(&doc.xml);
	return 0;
}
