/* SPDX-License-Identifier: MIT */
/* XPointers within a bound find what they find without one, and pay for it. */
#include <string.h>

#include <libxml/parser.h>
#include <libxml/xpathInternals.h>

#include "read/xpointer.h"
#include "tap.h"

static const char document[] =
    "<book xml:id='book' xml:lang='en' xmlns:x='urn:x'><title>A book</title>"
    "<chapter id='one' n='1'><title>One</title><para>a (b</para>"
    "<para n='2'>div</para><div n='4'>6</div></chapter>"
    "<x:chapter id='two' n='2'><title>Two</title><and>or</and>"
    "<para xml:id='p'>- 3</para><!--c--><?pi data?></x:chapter>"
    "<mod>3</mod><div>12</div></book>";

/* Each finds something. */
static const char *const good[] = {
	"book",
	"element(/1/2)",
	"element(/1/2) xpointer(//title)",
	"/1/2",
	"xpointer(/book/chapter[1]/*)",
	"xpointer(//chapter[@id='one']/para[2])",
	"xpointer(//para[position()=2])",
	"xpointer(//*[local-name() = 'chapter'][title='Two'])",
	"xpointer(//chapter[title = \"One\"]/node())",
	"xpointer(//*[@n * 2 = 4])",
	"xpointer(//*[@n*2=4])",
	"xpointer(//*[. = - -3])",
	"xpointer(//*[-3 = -.])",
	"xpointer(//*[div div 2 = 3])",
	"xpointer(//*[div div div > 0.5e0])",
	"xpointer(//*[div mod 4=2])",
	"xpointer(//*[mod mod div div div = 3 div 12])",
	"xpointer(//*[and and not(or)]/*)",
	"xpointer(//*[* * 2 > 6 or */*]/*[* or *=6 or .=6])",
	"xpointer(/*[* and */@n]/@*/..)",
	"xpointer(id('one')/.. | //mod)",
	"xpointer((//title | //para)[. = 'One' or . != 'Two'][last()])",
	"xpointer(//*[contains(., '^(b')]/*)",
	"xpointer(//*[contains(concat(' ', @id, ' '), ' one ')]/title)",
	"xpointer(//*[starts-with(normalize-space(), 'A')])",
	"xpointer(//*[translate(@id, 'ONE', 'one')='one'])",
	"xpointer(//*[string-length(@id) >= 3 and @n < 2])",
	"xpointer(//*[substring-before(title, 'n') = 'O'])",
	"xpointer(//*[sum(*/@n)>=6])",
	"xpointer(//*[count(*) = 4][*/@n = ../*/@n])",
	"xpointer(//*[number(.) = number('6')])",
	"xpointer(//*[string(title)='One'])",
	"xpointer(/descendant::para[2])",
	"xpointer(//para/following-sibling::*[1][self::div])",
	"xpointer(//comment() | //processing-instruction('pi'))",
	"xpointer(//text()[. = 'div'])",
	"xpointer(//*[../title='A book']/@n/..)",
	"xmlns(y=urn:x)xpointer(//y:chapter[@n=2])",
	"xmlns(y=urn:x) xpointer(//y:*[title = 'Two']/y:*|//y:*)",
	"xpointer(//*[namespace::x = 'urn:x'][@id])",
	"xpointer( //chapter [ @id = 'one' ] / para )",
	"xpointer(//chapter[@n='1']/title[.='One']) xpointer(//nothing)",
	"xpointer(//chapter[title=//title])",
	"book/2",
	" /1/3 ",
	"xmlns(a=b) element(book/2)",
	"element(/1/9)element(book/1)",
	"xpointer(//*[lang('en')])",
	"xpointer(//*[lang('e')] | //*[name() = 'x:chapter'])",
	"xpointer(//*[namespace-uri() = 'urn:x' and local-name(*)='title'])",
	"xpointer(//*[floor(.) = ceiling(.) and round(*) != 1])",
};

/* None finds anything, nor takes long. */
static const char *const bad[] = {
	"none", "", "xpointer(", "xpointer()", "xpointer(//a])",
	"xpointer(//a[)", "xpointer(])", "xpointer(//*[. = ])", "xpointer((()",
	"xpointer('x)", "xpointer(= 1)", "xpointer(1)", "xpointer('x' = 'x')",
	"xpointer(string(/))", "xpointer(range(//*))", "xpointer(//*[$x=1])",
	"xpointer(nothing(/))", "xpointer(concat())", "xpointer(glossc-pay())",
	"xpointer(glossc-pay(1, 2))", "other(//*)", "element(/1/9)", "(", ")",
	"xpointer(//*[contains()])", "xpointer(//*[contains(., '(b')])",
	"xpointer(^)", "xpointer(//*^)", "element(/)", "element(//)", "/x",
	"element(/1/0)", "element(one')/1)", "one' or '1/1", "none/1",
	"xmlns(a=b)/1/2", "xpointer(//*/range-to(.))",
	"xpointer(//*/range-to (..))",
	("xmlns(f=http://www.w3.org/2002/08/xquery-functions)"
	    "xpointer(//*[f:escape-uri(/, true())])"),
};

/* What each takes of a large document is out of proportion. */
static const char *const dear[] = {
	"xpointer(//*[/ = 'x'])",
	"xpointer(//*['x' = /])",
	"xpointer(//*[/ < 3])",
	"xpointer(//*[- / = 3])",
	"xpointer(//*[2 - / = 3])",
	"xpointer(//*[2 * (/) = 3])",
	"xpointer(//*[(/) * 1])",
	"xpointer(//*[(/)div 1])",
	"xpointer(//*[1mod /])",
	"xpointer(//*[1e0mod /])",
	"xpointer(//*[(/) mod 1 and 1])",
	"xpointer(//*[('a' = 'b') = (/ = 'x')])",
	"xpointer(//*[//* = //*[1]/a])",
	"xpointer(//*[string(/)])",
	"xpointer(//*[string-length(/)])",
	"xpointer(//*[translate(/, 'a', 'b')])",
	"xpointer(//*[contains(/, 'zz')])",
	"xpointer(//*[substring-after('zz', /)])",
	"xpointer(//*[sum(//*)])",
	"xpointer(//*[id(/)])",
	"xpointer(//*[lang(/)])",
	"xpointer(//*[normalize-space(..)])",
	"xpointer(//*[.. = 'x'])",
	"xpointer(//*[parent::* = 'x'])",
	"xpointer(//*[contains^(/, 'zz'^)])",
	"xpointer(//* | //text())",
	"xpointer(//text()/..)",
	"xpointer(//*[//x])",
	"xpointer(//*/following-sibling::*[1])",
	"xpointer(//*/following-sibling :: *[1])",
	"xpointer(//*/preceding::*)",
	"xpointer(//*[floor(/)])",
	"xpointer(//*[ceiling(/)])",
	"xpointer(//*[round(/)])",
	"xpointer(//*[lang('x')])",
	"xpointer(//*[name(/*)])",
	"xpointer(//*[local-name(/*)])",
	"xpointer(//*[namespace-uri(/*)])",
	"xpointer(/*/*/namespace::*)",
	"xpointer(/*[concat('','','','','','','','','','','','','','',/,/,/)])",
};

/* These cost about as many steps as there are nodes. */
static const char *const cheap[] = {
	"xpointer(//*[@id = 'x'])",
	"xpointer(//*[. = 'x']/*)",
	"xpointer(//p[contains(., 'x')])",
	"xpointer(//p[position() mod 2 = 1])",
	"xpointer(/*/p[not(@id)][last()])",
	"xpointer(//*[local-name() = 'p'])",
	"element(/1/1500)",
	"/1/1",
};

enum { NODES = 3000, STEPS = 100000 };

static bool
same(const xmlXPathObject *a, const xmlXPathObject *b)
{
	bool is = a && b && a->nodesetval->nodeNr == b->nodesetval->nodeNr;

	for (int i = 0; is && i < a->nodesetval->nodeNr; i++)
		is = a->nodesetval->nodeTab[i] == b->nodesetval->nodeTab[i] ||
		    a->nodesetval->nodeTab[i]->type == XML_NAMESPACE_DECL;
	return is;
}

static void
try_small(void)
{
	const struct xpointer_size size = { 40, 100 };
	xmlDoc *doc = xmlReadMemory(document, (int)sizeof document - 1, NULL,
	    NULL, 0);
	unsigned long steps;

	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		const xmlChar *pointer = (const xmlChar *)good[i];
		xmlXPathObject *bound, *free;

		steps = STEPS;
		bound = xpointer_find(doc, &size, pointer, &steps);
		free = xpointer_find(doc, &size, pointer, NULL);
		ok(same(bound, free), "%s", good[i]);
		xmlXPathFreeObject(bound);
		xmlXPathFreeObject(free);
	}
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		steps = STEPS;
		ok(xpointer_find(doc, &size, (const xmlChar *)bad[i], &steps) ==
		    NULL && steps > 0, "nothing: %s", bad[i]);
	}
	xmlFreeDoc(doc);
}

static void
try_large(void)
{
	/* as if there were more */
	const struct xpointer_size size = { 100L * NODES, 100 };
	xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
	xmlNode *root = xmlNewDocNode(doc, NULL, (const xmlChar *)"r", NULL);
	char text[2001];
	xmlChar *name = (xmlChar *)memset(text, 'x', sizeof text - 1);
	unsigned long steps;

	text[sizeof text - 1] = '\0';
	xmlDocSetRootElement(doc, root);
	for (int i = 0; i < NODES / 2; i++)
		xmlNewTextChild(root, NULL, (const xmlChar *)"p",
		    (const xmlChar *)"some text of some length");
	xmlNodeSetLang(root, name);
	xmlSetNs(root, xmlNewNs(root, name, name));
	for (size_t i = 0; i < sizeof dear / sizeof *dear; i++) {
		steps = STEPS;
		ok(xpointer_find(doc, &size, (const xmlChar *)dear[i],
		    &steps) == NULL && steps == 0, "refused: %s", dear[i]);
	}
	for (size_t i = 0; i < sizeof cheap / sizeof *cheap; i++) {
		steps = STEPS;
		xmlXPathFreeObject(xpointer_find(doc, &size,
		    (const xmlChar *)cheap[i], &steps));
		ok(steps > STEPS / 2, "%s takes %lu steps", cheap[i],
		    STEPS - steps);
	}
	xmlFreeDoc(doc);
}

static void
ignore(void *data, const char *fmt, ...)
{
	(void)data;
	(void)fmt;
}

int
main(void)
{
	xmlSetGenericErrorFunc(NULL, ignore);
	try_small();
	try_large();
	xmlCleanupParser();
	return done_testing();
}
