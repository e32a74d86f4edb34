/* SPDX-License-Identifier: MIT */
/* The check of layout trees: what the writers may rely on, and nothing else. */
#include <stdlib.h>

#include <libxml/parser.h>

#include "vocabulary/vocabulary.h"
#include "vocabulary/check.h"
#include "tap.h"

#define HEAD "<documents xmlns='urn:glossc:layout'>" \
	"<document name='n' section='7'><title>T</title>"
#define TAIL "</document></documents>"

static const struct {
	bool valid;
	const char *what;
	const char *body;
} cases[] = {
	{ true, "a paragraph", "<para>a <em>b</em></para>" },
	{ true, "white space between blocks", " <para/> <rule/> " },
	{ true, "an index entry among blocks", "<indexterm>x</indexterm>" },
	{ true, "sections after blocks",
	    "<para/><section anchor='a'><title/><para/></section>" },
	{ true, "a span", "<table><row><cell colspan='2'/></row></table>" },
	{ true, "an alias before blocks", "<alias name='x'/><para/>" },
	{ false, "an alias after blocks", "<para/><alias name='x'/>" },
	{ false, "an alias without a name", "<alias/>" },
	{ false, "text among blocks", "text" },
	{ false, "an inline among blocks", "<em>x</em>" },
	{ false, "a block among words", "<para><para/></para>" },
	{ false, "an unknown element", "<blink/>" },
	{ false, "an element of no namespace", "<para xmlns=''/>" },
	{ false, "an unknown attribute", "<para role='x'/>" },
	{ false, "a value that is none", "<list kind='odd'><item><body/></item>"
	    "</list>" },
	{ false, "a missing attribute", "<para><url/></para>" },
	{ false, "a list without items", "<list kind='bullet'/>" },
	{ false, "an item without a body", "<list kind='bullet'><item/></list>" },
	{ false, "a second title", "<title>T</title>" },
	{ false, "a section without a title", "<section/>" },
	{ false, "a block after a section", "<section><title/></section><para/>" },
	{ false, "a span as wide as no table",
	    "<table><row><cell colspan='1000'/></row></table>" },
	{ false, "a span of nothing",
	    "<table><row><cell rowspan='0'/></row></table>" },
};

static xmlDoc *
parse(const char *body)
{
	char text[1024];

	snprintf(text, sizeof text, HEAD "%s" TAIL, body);
	return xmlReadMemory(text, (int)strlen(text), NULL, NULL, 0);
}

static void
test_cases(struct diags *d)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		xmlDoc *doc = parse(cases[i].body);

		ok(layout_check(doc, L_DOCUMENTS, d) == cases[i].valid, "%s is %s",
		    cases[i].what, cases[i].valid ? "let through" : "stopped");
		xmlFreeDoc(doc);
	}
}

/* What the check leaves in a tree, and what it takes out. */
static void
test_answers(struct diags *d)
{
	xmlDoc *doc = parse(" <para continued='yes'> a </para> ");
	const xmlNode *document, *para;

	layout_check(doc, L_DOCUMENTS, d);
	document = xmlDocGetRootElement(doc)->children;
	para = layout_child(document, L_PARA);
	ok(layout_element(document) == L_DOCUMENT, "a node knows what it is");
	ok(para && para->next == NULL, "blanks between blocks are gone");
	ok(para && strcmp((char *)para->children->content, " a ") == 0,
	    "blanks among words stay");
	ok(para && strcmp(layout_attr(para, "continued"), "yes") == 0,
	    "an attribute is found");
	ok(para && layout_attr(para, "anchor") == NULL, "one that is not, not");
	ok(layout_child(document, L_RULE) == NULL, "nor is a child");
	xmlFreeDoc(doc);
}

int
main(void)
{
	struct diags *d = diags_new();

	test_cases(d);
	test_answers(d);
	diags_free(d);
	return done_testing();
}
