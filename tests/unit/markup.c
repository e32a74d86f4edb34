/* SPDX-License-Identifier: MIT */
/* The lexis of web pages: what text, values and addresses become. */
#include "write/html/markup.h"
#include "tap.h"

static const struct {
	const char *text;
	const char *shown;
} texts[] = {
    {"plain", "plain"},
    {"<b onclick=\"x\">&amp;</b>",
	"&lt;b onclick=&quot;x&quot;&gt;&amp;amp;&lt;/b&gt;"},
    {" two  blanks \n here ", "two blanks\nhere"},
    {"a\xC2\x85" "b\x7F\x01", "a\uFFFDb\uFFFD\uFFFD"},
    {"\u202Eturned\u202C", "turned"},
    {"\uFDD0", "\uFFFD"},
    {"</script><!-- ]]>", "&lt;/script&gt;&lt;!-- ]]&gt;"},
};

static const struct {
	const char *href;
	const char *written; /* NULL: not an address */
} addresses[] = {
    {"https://example.org/a?b=c&d=e#f",
	"https://example.org/a?b=c&amp;d=e#f"},
    {"HTTP://example.org/", "HTTP://example.org/"},
    {"mailto:ann@coop.example", "mailto:ann@coop.example"},
    {"tel:+1", "tel:+1"},
    {"page.html", "page.html"},
    {"../a/b:c", "../a/b:c"},
    {"?a:b", "?a:b"},
    {"#a:b", "#a:b"},
    {"//example.org/", "//example.org/"},
    {"a b\"<>", "a%20b%22%3C%3E"},
    {"100%", "100%25"},
    {"%41%zz", "%41%25zz"},
    {"javascript:alert(1)", NULL},
    {"JavaScript:alert(1)", NULL},
    {"java\nscript:alert(1)", NULL},
    {" javascript:alert(1)", NULL},
    {"\x01javascript:alert(1)", NULL},
    {"data:text/html,x", NULL},
    {"vbscript:x", NULL},
    {"file:///etc/passwd", NULL},
    {":x", NULL},
};

static const struct {
	const char *name;
	bool kept;
	const char *id;
} ids[] = {
    {"live migration", false, "live-migration"},
    {"Dom0", false, "dom0"},
    {"P2V, V2V and V2P", false, "p2v-v2v-and-v2p"},
    {"(a) \"b\"", false, "a-b"},
    {"C++", false, "c++"},
    {"TCP/IP", false, "tcp/ip"},
    {"\u00C9tape", false, "\u00E9tape"},
    {"\u30B2\u30B9\u30C8", false, "\u30B2\u30B9\u30C8"},
    {"sect.Birds_1", true, "sect.Birds_1"},
    {"a b", true, "a-b"},
    {"?!", false, ""},
};

static void
try_texts(void)
{
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct buf out = {0};
		struct markup m = {.out = &out};

		markup_puts(&m, texts[i].text);
		is_str(buf_str(&out), texts[i].shown, "text \"%s\"",
		    texts[i].text);
		buf_free(&out);
	}
}

static void
try_addresses(void)
{
	for (size_t i = 0; i < sizeof addresses / sizeof *addresses; i++) {
		const char *href = addresses[i].href;
		const char *written = addresses[i].written;
		struct buf out = {0}, expected = {0};
		struct markup m = {.out = &out};

		ok(markup_address(&m, "href", href) == (written != NULL),
		    "\"%s\" is %s", href,
		    written ? "an address" : "none");
		if (written)
			buf_printf(&expected, " href=\"%s\"", written);
		is_str(buf_str(&out), buf_str(&expected), "\"%s\"", href);
		buf_free(&out);
		buf_free(&expected);
	}
}

static void
try_ids(void)
{
	for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
		struct buf id = {0};

		markup_id(&id, ids[i].name, ids[i].kept);
		is_str(buf_str(&id), ids[i].id, "the id of \"%s\"",
		    ids[i].name);
		buf_free(&id);
	}
}

/* Text that comes in pieces, with tags between them. */
static void
try_pieces(void)
{
	struct buf out = {0};
	struct markup m = {.out = &out};

	markup_block(&m, "p");
	markup_end(&m);
	markup_puts(&m, " a ");
	markup_inline(&m, "em");
	markup_end(&m);
	markup_puts(&m, "b");
	markup_close_inline(&m, "em");
	markup_puts(&m, " c ");
	markup_close_block(&m, "p");
	markup_block(&m, "pre");
	markup_attr(&m, "title", "\"<&>'");
	markup_end(&m);
	m.pre = true;
	markup_puts(&m, "\n x\n\n  y \n");
	m.pre = false;
	markup_close_block(&m, "pre");
	is_str(buf_str(&out),
	    "<p>a <em>b</em> c</p>\n"
	    "<pre title=\"&quot;&lt;&amp;&gt;'\"> x\n\n  y \n</pre>\n",
	    "blanks at the ends of blocks, and in lines as they are");
	buf_free(&out);
}

int
main(void)
{
	try_texts();
	try_addresses();
	try_ids();
	try_pieces();
	return done_testing();
}
