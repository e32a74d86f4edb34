/* SPDX-License-Identifier: MIT */
/*
 * XPointers find what libxml2's XPath finds, in document order; what is not
 * taken is refused by name, and all of it is paid for.
 */
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/xpathInternals.h>

#include "../../src/read/xpointer.h"
#include "tap.h"

static const char document[] =
    "<book xml:id='book' xml:lang='en' xmlns:x='urn:x'><title>A book</title>"
    "<chapter id='one' n='1'><title>One</title><para>a (b</para>"
    "<para n='2' role='x y'>div</para><div n='4'>6<div>7<para>deep</para>"
    "<para>er</para></div></div><para/></chapter>"
    "<x:chapter id='two' n='2'><title>Two</title><and>or</and>"
    "<para xml:id='p'>- 3</para><!--c--><?pi data?><not n='3'/></x:chapter>"
    "<text>3</text><div>12<para/></div></book>";

/* The path alone: libxml2's XPath says what is right. */
static const char *const paths[] = {
	"/book", "/*", "//*", "//node()", "//text()", "//comment()", "/", "book",
	"//para", "//div//para", "//div/div", "//*//para", "//*/*", "//para[1]",
	"//para[2]", "//para[last()]", "//div/para[ 1 ]", "//para[position()=2]",
	"/book/chapter[1]/*", "//chapter[@id='one']/para[2]",
	"//*[@n]", "//*[@n='2']", "//*[@n != '2']", "//*[@*]", "//*[@* = '2']",
	"//*[@n][1]", "//para[@n][last()]", "//*[@n and @id]",
	"//*[@n or @id]", "//*[@n='2' or @n='4' and @id='x']",
	"//*[(@n='2' or @n='4') and @role=\"x y\"]",
	"//*[not(@n)]", "//*[not(@n='2' or not(@id))]", "//*[not(not(@n))]",
	"//*[name() != 'para' and name()!='title']", "//*[name()='x:chapter']",
	"//*[local-name() = 'chapter']", "//*[not(self::para)]",
	"//node()[not(self::para)]", "//node()[self::div or self::text]",
	"//*[para]", "//*[child::para][2]", "//div[div]/div/para[2]",
	"child::book/child::chapter", "descendant::para",
	"/descendant::div/para", "/book/descendant::para[@n]",
	" //chapter [ @id = 'one' ] / para ", "//and", "//text", "//not[@n]",
	"//x:chapter", "//x:*", "//x:chapter/para", "//*[self::x:chapter]",
	"//*[@xml:id]", "//para | //title", "//title|/book/chapter|//title",
	"/book/chapter/node()", "//chapter/text()", "//para/text()[1]",
	"//*[@n='']", "/book/chapter[2]", "//none", "/book/none//*",
	"id('one')", "id('one')/para", "id('one')//para[1]",
	"id(\"p\")/text()", "id('none')/*", "id('one')/title | //and",
	"//div/node()[2]", "//*[last()]", "//para[@n='9'][last()]",
};

/* Other schemes, and what they find: the n, id or name of each. */
static const char *const pointers[][2] = {
	{ "one", "chapter" }, { "p", "para" }, { "book", "book" },
	{ " two ", "chapter" }, { "element(/1/2)", "chapter" },
	{ "element(one/2)", "para" }, { "element(book)", "book" },
	{ "/1/3", "chapter" }, { "book/2/1", "title" },
	{ "element(/1/9)element(one/1)", "title" },
	{ "element(/1/9) xpointer(//and)", "and" },
	{ "other(x) xpointer(//and)", "and" },
	{ "xpointer(//a[@b='^)']) xpointer(//and)", "and" },
	{ "xmlns(y=urn:x)xpointer(//y:chapter)", "chapter" },
	{ "xmlns( y = urn:x ) xpointer(//y:*)", "chapter" },
	{ "xpath1(//and)", "and" },
	{ "xpointer(//*[@n='1'])xpointer(//nothing)", "chapter" },
	{ "xpointer(/book/chapter/title)", "title" },
};

/* None finds anything; the second is what is named as the reason. */
static const char *const bad[][2] = {
	{ "none", NULL }, { "", NULL }, { "none/1", NULL }, { "/x", NULL },
	{ "element(/1/99)", NULL }, { "element(/1/0)", NULL },
	{ "element(/)", NULL }, { "element(one')/1)", "unbalanced brackets" },
	{ "one' or '1/1", NULL }, { "xpointer(//none)", NULL },
	{ "xpointer(", "unbalanced brackets" },
	{ "xpointer('x)", "\"'\"" },
	{ "xpointer()", "an unexpected end" },
	{ "xpointer(//)", "an unexpected end" },
	{ "xpointer(//a])", "\"]\"" },
	{ "xpointer(//a[)", "an unexpected end" },
	{ "xpointer(//a[@b)", "an unexpected end" },
	{ "xpointer(//a[@b=])", "\"]\"" }, { "xpointer(1)", "\"1\"" },
	{ "xpointer(//*[@n='x)", "\"'\"" },
	{ "xpointer(//*[@n='x])", "\"'\"" },
	{ "xpointer(//*[string-length(/)<0])", "string-length()" },
	{ "xpointer(//*[contains(., 'b')])", "contains()" },
	{ "xpointer(string(/))", "string()" },
	{ "xpointer(string-range(//*, 'b'))", "string-range()" },
	{ "xpointer(id('one')/range-to(id('two')))", "range-to()" },
	{ "xpointer(range(//*))", "range()" },
	{ "xpointer(//*/..)", "\"..\"" }, { "xpointer(//*/.)", "\".\"" },
	{ "xpointer(//*/parent::a)", "the axis parent" },
	{ "xpointer(//*/following-sibling :: *[1])",
	    "the axis following-sibling" },
	{ "xpointer(//*/@n)", "an attribute, which is no content" },
	{ "xpointer(//*[$x=1])", "\"$\"" }, { "xpointer(//*[. = 'x'])", "\".\"" },
	{ "xpointer(//*[title='x'])", "\"=\"" }, { "xpointer(//*[@n<2])", "\"<\"" },
	{ "xpointer(//*[1][2])", "more than one position in a step" },
	{ "xpointer(/descendant::para[2])", "a position on the axis descendant" },
	{ "xpointer(//z:a)", "the prefix z, which no xmlns() declares" },
	{ "xpointer(id('one two'))", "id() of more than one name" },
	{ "xpointer((//para)[1])", "\"(\"" }, { "other(x)", "the scheme other()" },
	{ "xpointer(//*[@a and])", "\"]\"" }, { "xpointer(//*[not(@a])", "unbalanced brackets" },
	{ "xpointer(//*[@a)])",
	    "an unexpected end" },
	{ "xpointer(//a[x(1)])", "x()" },
};

/* What each takes of a document of N nodes: at most so many times N. */
static const char *const cheap[] = {
	"xpointer(//*[@id = 'x'])", "xpointer(//text())", "xpointer(//node())",
	"xpointer(//*[last()])", "xpointer(//p[@a='v'][last()])",
	"xpointer(//comment()|//text()|//p)", "xpointer(//*[not(self::p)])",
	"xpointer(/*/p[400])", "element(/1/400)", "xpointer(//p//p//p)",
};

enum { MANY = 3000, TIMES = 12 };

static xmlDoc *
read(const char *text, size_t len)
{
	return xmlReadMemory(text, (int)len, NULL, NULL, 0);
}

/* DocBook 4's ids too, as the reader has it. */
static void
know_ids(xmlNode *root)
{
	xmlNode *n = root;

	while (n) {
		xmlAttr *a = n->type == XML_ELEMENT_NODE ?
		    xmlHasNsProp(n, (const xmlChar *)"id", NULL) : NULL;

		if (a)
			xmlAddID(NULL, n->doc, a->children->content, a);
		if (n->type == XML_ELEMENT_NODE && n->children) {
			n = n->children;
			continue;
		}
		while (n != root && n->next == NULL)
			n = n->parent;
		n = n == root ? NULL : n->next;
	}
}

static bool
same(const struct xpointer_nodes *got, xmlNodeSet *set)
{
	bool is = got->len == (set ? (size_t)set->nodeNr : 0);

	for (size_t i = 0; is && i < got->len; i++)
		is = got->list[i] == set->nodeTab[i];
	return is;
}

static void
try_paths(xmlDoc *doc)
{
	xmlXPathContext *c = xmlXPathNewContext(doc);

	c->node = (xmlNode *)doc;
	xmlXPathRegisterNs(c, (const xmlChar *)"x", (const xmlChar *)"urn:x");
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		unsigned long steps = 100000;
		struct xpointer_nodes got;
		xmlXPathObject *right;
		char pointer[200];

		snprintf(pointer, sizeof pointer,
		    "xmlns(x=urn:x)xpointer(%s)", paths[i]);
		xpointer_find(doc, pointer, &steps, &got);
		right = xmlXPathEvalExpression((const xmlChar *)paths[i], c);
		if (right->nodesetval)
			xmlXPathNodeSetSort(right->nodesetval);
		ok(same(&got, right->nodesetval) && !got.unsupported,
		    "%s: %zu, as libxml2 has it", paths[i], got.len);
		xmlXPathFreeObject(right);
		xpointer_free(&got);
	}
	xmlXPathFreeContext(c);
}

static void
try_pointers(xmlDoc *doc)
{
	struct xpointer_nodes got;

	for (size_t i = 0; i < sizeof pointers / sizeof *pointers; i++) {
		xpointer_find(doc, pointers[i][0], NULL, &got);
		ok(got.len == 1, "%s: found", pointers[i][0]);
		is_str(got.len ? (const char *)got.list[0]->name : "(none)",
		    pointers[i][1], "%s: what was meant", pointers[i][0]);
		xpointer_free(&got);
	}
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		unsigned long steps = 100000;

		xpointer_find(doc, bad[i][0], &steps, &got);
		ok(got.len == 0 && steps > 0, "%s: nothing", bad[i][0]);
		is_str(got.unsupported ? got.unsupported : "(none)",
		    bad[i][1] ? bad[i][1] : "(none)", "%s: why", bad[i][0]);
		xpointer_free(&got);
	}
}

/* Children, and texts and comments beside them, each in the one before. */
static xmlDoc *
make_many(bool nested)
{
	xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
	xmlNode *at = xmlNewDocNode(doc, NULL, (const xmlChar *)"r", NULL);

	xmlDocSetRootElement(doc, at);
	for (int i = 0; i < MANY / 3; i++) {
		xmlNode *p = xmlNewChild(at, NULL, (const xmlChar *)"p", NULL);

		xmlAddChild(at, xmlNewComment((const xmlChar *)"c"));
		xmlAddChild(at, xmlNewText((const xmlChar *)"t"));
		at = nested ? p : at;
	}
	return doc;
}

static void
try_many(bool nested)
{
	xmlDoc *doc = make_many(nested);
	struct xpointer_nodes got;

	for (size_t i = 0; i < sizeof cheap / sizeof *cheap; i++) {
		unsigned long steps = MANY * TIMES;

		xpointer_find(doc, cheap[i], &steps, &got);
		ok(steps > 0, "%s: %lu steps for %d nodes%s", cheap[i],
		    MANY * TIMES - steps, MANY, nested ? ", nested" : "");
		xpointer_free(&got);
		steps = MANY / 10;
		xpointer_find(doc, "xpointer(//*)", &steps, &got);
		ok(got.len == 0 && steps == 0, "too few steps: nothing");
		xpointer_free(&got);
	}
	xmlFreeDoc(doc);
}

int
main(void)
{
	xmlDoc *doc = read(document, sizeof document - 1);

	know_ids(xmlDocGetRootElement(doc));
	try_paths(doc);
	try_pointers(doc);
	xmlFreeDoc(doc);
	try_many(false);
	try_many(true);
	xmlCleanupParser();
	return done_testing();
}
