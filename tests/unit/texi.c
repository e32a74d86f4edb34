/* SPDX-License-Identifier: MIT */
/* Texinfo's lexis: what it writes, and that makeinfo gives every byte back. */
#include <stdlib.h>
#include <unistd.h>

#include "write/texinfo/texi.h"
#include "tap.h"

/* What is written in one context, and how it is to be seen in Info. */
struct context {
	const char *name;
	void (*write)(struct texi *t, const char *s, const char *node);
	const char *shown; /* printf: the text is its one string */
	bool nodes;        /* one for each text */
	const char *without; /* the bytes that it cannot hold */
};

static void
write_prose(struct texi *t, const char *s, const char *node)
{
	(void)node;
	texi_gap(t);
	texi_puts(t, s);
	texi_end(t);
}

static void
write_strong(struct texi *t, const char *s, const char *node)
{
	(void)node;
	texi_gap(t);
	texi_open(t, "strong");
	texi_puts(t, s);
	texi_close(t, "strong");
}

static void
write_code(struct texi *t, const char *s, const char *node)
{
	(void)node;
	texi_gap(t);
	texi_open(t, "code");
	t->code++;
	texi_puts(t, s);
	t->code--;
	texi_close(t, "code");
}

static void
write_example(struct texi *t, const char *s, const char *node)
{
	(void)node;
	texi_head(t, "@example");
	t->verbatim = true;
	t->code++;
	texi_puts(t, s);
	texi_end(t);
	t->code--;
	t->verbatim = false;
	texi_command(t, "@end example");
}

static void
write_item(struct texi *t, const char *s, const char *node)
{
	(void)node;
	texi_gap(t);
	texi_head(t, "@table @asis");
	texi_open_line(t, "@item");
	texi_puts(t, s);
	texi_close_line(t);
	texi_command(t, "@end table");
}

static void
write_entry(struct texi *t, const char *s, const char *node)
{
	(void)node;
	texi_open_line(t, "@cindex");
	texi_puts(t, s);
	texi_close_line(t);
}

static void
write_heading(struct texi *t, const char *s, const char *node)
{
	texi_gap(t);
	texi_node(t, node);
	texi_open_line(t, "@unnumbered");
	texi_puts(t, s);
	texi_close_line(t);
}

static void
write_link(struct texi *t, const char *s, const char *node)
{
	(void)node;
	texi_gap(t);
	texi_open(t, "url");
	t->argument++;
	t->code++;
	texi_puts(t, s);
	t->code--;
	texi_part(t);
	texi_puts(t, "words");
	t->argument--;
	texi_close(t, "url");
}

static void
write_label(struct texi *t, const char *s, const char *node)
{
	size_t start;

	(void)node;
	texi_gap(t);
	start = t->out->len;
	t->argument++;
	texi_puts(t, s);
	t->argument--;
	texi_reference(t, start, "Place", NULL);
}

static void
write_name(struct texi *t, const char *s, const char *node)
{
	struct buf name = { 0 };

	(void)node;
	texi_name(&name, s, false);
	texi_gap(t);
	texi_anchor(t, buf_str(&name));
	texi_reference(t, t->out->len, buf_str(&name), NULL);
	buf_free(&name);
}

static void
write_node(struct texi *t, const char *s, const char *node)
{
	(void)s;
	texi_gap(t);
	texi_node(t, node);
	texi_open_line(t, "@unnumbered");
	texi_puts(t, "A heading");
	texi_close_line(t);
}

static const struct context contexts[] = {
	{"prose", write_prose, "\n%s\n", false, ""},
	{"strong", write_strong, "\n*%s*\n", false, ""},
	{"code", write_code, "\n\u2018%s\u2019\n", false, ""},
	{"an example", write_example, "\n     %s\n", false, ""},
	{"a term", write_item, "\n%s\n", false, ""},
	{"an index entry", write_entry, "\n* %s: ", false, ""},
	{"a heading", write_heading, "\n%s\n***", true, ""},
	{"a menu", write_heading, "  %s\n", true, ""},
	{"an address", write_link, "\nwords (%s)\n", false, ""},
	{"a label", write_label, "\n*note %s: Place.\n", false, ""},
	{"an anchor", write_name, "\n*note %s::\n", false, ":,"},
	{"a node", write_node, "\n* %s::\n", true, ":,."},
};

static const char *const samples[] = {"@bye", "@end table", "@c comment",
    "@verb{|x|}", "{}", "@{x}", "--", "---", "----", "a -- b --- c", "``x''",
    "don't", "\\input x", "%x", "# 12 \"file\"", "#line 3 \"file\"", "* Menu",
    "C++", "/dev/null", "...", "e.g. this. And that.", "(TM)", "x (y)",
    "\"quoted\"", "a, b and c", "100 % & $5", "<tag>", "note this",
    "\u00E9t\u00E9", "\u65E5\u672C\u8A9E", "\u0639\u0631\u0628\u064A",
    "\U0001F600", "e\u0301", "\u201Cx\u201D \u2013 \u2014 \u2026",
    "a\u00A0b", "a\u00ADb", "a\u200Bb", "\u2260\u221E"};

struct texts {
	char text[1024][48];
	size_t count;
};

/* The number makes each of them one of its kind. */
__attribute__((format(printf, 2, 3))) static void
add(struct texts *all, const char *fmt, ...)
{
	size_t n = all->count++;
	int len = snprintf(all->text[n], sizeof(all->text[n]), "%zu ", n + 100);
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(all->text[n] + len, sizeof(all->text[n]) - (size_t)len, fmt,
	    ap);
	va_end(ap);
}

static void
make_texts(struct texts *all)
{
	static const char special[] = "@{},'`-#\\*:.\"";

	for (int c = '!'; c <= '~'; c++) {
		add(all, "a%cb", c);
		add(all, "a %c b", c);
	}
	for (const char *c = special; *c; c++)
		for (const char *d = special; *d; d++)
			add(all, "p%c%cq", *c, *d);
	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
		add(all, "%s", samples[i]);
}

/* What a context leaves of a text. */
static void
expect(const struct context *c, const char *text, struct buf *expected)
{
	struct buf left = { 0 };

	for (; *text; text++) {
		bool blank = *c->without &&
		    (strncmp(text, "\u00A0", 2) == 0 || strchr(" :,", *text));

		if (strncmp(text, "\u00A0", 2) == 0 && blank)
			text++;
		if (blank && buf_last(&left) != ' ')
			buf_putc(&left, ' ');
		else if (!blank && !strchr(c->without, *text))
			buf_putc(&left, *text);
	}
	if (*c->without && buf_last(&left) == ' ')
		buf_truncate(&left, left.len - 1);
	buf_truncate(expected, 0);
	for (const char *f = c->shown; *f; f++) {
		if (*f == '%')
			buf_puts(expected, buf_str(&left)), f++;
		else
			buf_putc(expected, *f);
	}
	buf_free(&left);
}

static void
name_node(const struct context *c, const struct texts *all, size_t i,
    struct buf *name)
{
	buf_truncate(name, 0);
	if (c->write == write_node)
		texi_name(name, all->text[i], true);
	else
		buf_printf(name, "N%zu", i);
}

static void
write_nodes(const struct context *c, const struct texts *all, struct texi *t)
{
	struct buf name = { 0 };

	for (size_t i = 0; i < all->count; i++) {
		name_node(c, all, i, &name);
		texi_open_entry(t, buf_str(&name), false);
		if (c->write != write_node)
			texi_puts(t, all->text[i]);
		texi_close_line(t);
	}
	texi_command(t, "* Index::");
	texi_command(t, "@end menu");
	for (size_t i = 0; i < all->count; i++) {
		name_node(c, all, i, &name);
		c->write(t, all->text[i], buf_str(&name));
	}
	buf_free(&name);
}

static void
write_blocks(const struct context *c, const struct texts *all, struct texi *t)
{
	texi_command(t, "* Text::");
	texi_command(t, "* Index::");
	texi_command(t, "@end menu");
	texi_node(t, "Text");
	texi_command(t, "@unnumbered Text");
	texi_anchor(t, "Place");
	for (size_t i = 0; i < all->count; i++)
		c->write(t, all->text[i], NULL);
}

/* A whole manual with each of the texts in one context. */
static void
write_manual(const struct context *c, const struct texts *all, struct texi *t)
{
	texi_command(t, "\\input texinfo");
	texi_command(t, "@documentencoding UTF-8");
	texi_command(t, "@settitle Test");
	texi_command(t, "@frenchspacing on");
	texi_command(t, "@paragraphindent 0");
	texi_command(t, "@codequoteundirected on");
	texi_command(t, "@codequotebacktick on");
	texi_quotes(t);
	texi_node(t, "Top");
	texi_command(t, "@top Test");
	texi_command(t, "@menu");
	if (c->nodes)
		write_nodes(c, all, t);
	else
		write_blocks(c, all, t);
	texi_gap(t);
	texi_node(t, "Index");
	texi_command(t, "@unnumbered Index");
	texi_command(t, "@printindex cp");
	texi_command(t, "@bye");
}

static void
slurp(FILE *f, struct buf *to)
{
	char chunk[4096];
	size_t len;

	while ((len = fread(chunk, 1, sizeof chunk, f)) > 0)
		buf_add(to, chunk, len);
	for (size_t i = 0; i < to->len; i++)
		if (to->data[i] == '\0') /* above an index */
			to->data[i] = ' ';
}

/* What makeinfo makes of it, and before that what it has to say about it. */
static bool
make_info(const struct buf *manual, const char *folder, struct buf *info)
{
	char path[64], command[256];
	FILE *f;

	snprintf(path, sizeof path, "%s/test.texi", folder);
	f = fopen(path, "w");
	if (f == NULL)
		return false;
	fwrite(buf_str(manual), 1, manual->len, f);
	if (fclose(f) != 0)
		return false;
	snprintf(command, sizeof command,
	    "LC_ALL=C.UTF-8 makeinfo --no-split -o %s/test.info %s 2>&1 &&"
	    " cat %s/test.info", folder, path, folder);
	f = popen(command, "r");
	if (f == NULL)
		return false;
	slurp(f, info);
	return pclose(f) == 0;
}

static void
test_context(const struct context *c, const struct texts *all,
    const char *folder)
{
	struct buf manual = { 0 }, info = { 0 }, expected = { 0 };
	struct texi t = { .out = &manual };
	bool made;

	write_manual(c, all, &t);
	made = make_info(&manual, folder, &info) &&
	    strncmp(buf_str(&info), "This is ", 8) == 0;
	if (!ok(made, "%s: makeinfo takes all texts, and says nothing",
		c->name))
		printf("# %.200s\n", buf_str(&info));
	made = true;
	for (size_t i = 0; i < all->count; i++) {
		if (c->write == write_label && strchr(all->text[i], ':'))
			continue; /* that is no label */
		expect(c, all->text[i], &expected);
		if (strstr(buf_str(&info), buf_str(&expected)))
			continue;
		tap_show("not found", buf_str(&expected));
		made = false;
	}
	ok(made, "%s: all texts come back", c->name);
	buf_free(&manual);
	buf_free(&info);
	buf_free(&expected);
}

static void
test_contexts(void)
{
	static struct texts all;
	char folder[] = "/tmp/texi-XXXXXX", command[64];

	if (system("makeinfo --version >/dev/null 2>&1") != 0) {
		skip("makeinfo is not installed: no text was given back");
		return;
	}
	make_texts(&all);
	if (!ok(mkdtemp(folder) != NULL, "a folder for makeinfo"))
		return;
	for (size_t i = 0; i < sizeof contexts / sizeof *contexts; i++)
		test_context(&contexts[i], &all, folder);
	snprintf(command, sizeof command, "rm -r %s", folder);
	ok(system(command) == 0, "its folder is gone");
}

/* Bytes. */

static struct buf out;

static struct texi
start(void)
{
	buf_truncate(&out, 0);
	return (struct texi){.out = &out};
}

static void
test_bytes(void)
{
	struct texi t = start();

	texi_text(&t, "a\0b\x01\x7F\xC2\x85\xFF\xC3", 9);
	is_str(buf_str(&out),
	    "a\uFFFD" "b\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD",
	    "what is no character is shown as such");
	t = start();
	texi_puts(&t, "a\uFDD0" "b\U0010FFFF\u202E\u2066c\u200F");
	is_str(buf_str(&out), "a\uFFFD" "b\uFFFD" "c\u200F",
	    "so is a noncharacter; overrides go");
	t = start();
	texi_puts(&t, " a \n\t b\u00A0\u2003c ");
	texi_end(&t);
	is_str(buf_str(&out), "a b\u00A0\u2003c\n",
	    "white space is one blank, other spaces stay");
	t = start();
	texi_puts(&t, "-");
	texi_puts(&t, "-");
	is_str(buf_str(&out), "-@U{002D}", "dashes do not join across texts");
	t = start();
	texi_open_line(&t, "@cindex");
	for (int i = 0; i < 20; i++)
		texi_puts(&t, "word word ");
	texi_close_line(&t);
	ok(strchr(buf_str(&out), '\n') == out.data + out.len - 1,
	    "a command's line is not broken");
	t = start();
	t.verbatim = true;
	texi_puts(&t, "a\tb\n\n  c \n");
	is_str(buf_str(&out), "a       b\n\n  c \n",
	    "verbatim text keeps its blanks and lines");
}

static void
test_info(void)
{
	struct texi t = start();

	texi_puts(&t, "a *Note x:: *notes b::");
	is_str(buf_str(&out), "a *Note\u2060 x:: *notes b::",
	    "text is no reference");
	t = start();
	texi_puts(&t, "*N");
	texi_open(&t, "w");
	texi_puts(&t, "otE");
	texi_close(&t, "w");
	texi_puts(&t, "\nx::");
	is_str(buf_str(&out), "*N@w{otE}\u2060 x::", "nor in several texts");
	t = start();
	texi_open(&t, "strong");
	texi_puts(&t, "\u202ANote x::");
	is_str(buf_str(&out), "@strong{Note\u2060 x::",
	    "nor is what a star of Info's opens");
	t = start();
	texi_puts(&t, "*\n menu: INFO-DIR-SECTION a info-dir-b");
	is_str(buf_str(&out), "* menu\u2060: INFO-DIR\u2060-SECTION a "
	    "info-dir-b", "nor a menu, nor an entry of the directory");
	t = start();
	texi_puts(&t, "INFO-");
	texi_open(&t, "w");
	texi_puts(&t, "DIR");
	texi_close(&t, "w");
	texi_puts(&t, "-ENTRY");
	is_str(buf_str(&out), "INFO-@w{DIR}\u2060-ENTRY",
	    "nor one of several texts");
	t = start();
	texi_puts(&t, "#a b#c #d");
	is_str(buf_str(&out), "@hashchar{}a b#c @hashchar{}d",
	    "nor a directive, where a line may come to be broken");
	t = start();
	texi_file(&t, "a--b@c");
	texi_open_entry(&t, "a::b--@c", true);
	is_str(buf_str(&out), "@setfilename a--b@@c.info\n"
	    "* a b--@@c: (a::b--@@c).        ", "names of files");
	t = start();
	texi_open_line(&t, "@cindex");
	texi_puts(&t, "*note x");
	texi_close_line(&t);
	is_str(buf_str(&out), "@cindex *note x\n", "in the index it is found");
	t = start();
	t.code++;
	texi_puts(&t, "char *note = x;");
	is_str(buf_str(&out), "char *note = x;", "code stays as it is");
}

static void
test_filling(void)
{
	struct texi t = start();
	size_t longest = 0, last = 0;

	for (int i = 0; i < 100; i++)
		texi_puts(&t, "some words ");
	texi_end(&t);
	for (size_t i = 0; i < out.len; i++) {
		if (out.data[i] != '\n')
			continue;
		longest = i - last > longest ? i - last : longest;
		last = i + 1;
	}
	ok(longest <= 72 && longest > 60, "lines have 72 columns, not %zu",
	    longest);
	texi_gap(&t);
	texi_gap(&t);
	ok(strcmp(out.data + out.len - 3, "s\n\n") == 0,
	    "two blocks are one blank line apart");
	t = start();
	texi_head(&t, "@item");
	texi_gap(&t);
	texi_puts(&t, "x");
	is_str(buf_str(&out), "@item\nx", "no blank line below a head");
	t = start();
	t.code = 1;
	texi_puts(&t, "tool [@]");
	t.single = true;
	for (int i = 0; i < 12; i++) {
		texi_puts(&t, " ");
		texi_open(&t, "w");
		texi_puts(&t, "[-a b]");
		texi_close(&t, "w");
	}
	texi_hang(&t, 0, 5);
	is_str(buf_str(&out),
	    "tool [@@] @w{[-a b]} @w{[-a b]} @w{[-a b]} @w{[-a b]} @w{[-a b]}"
	    " @w{[-a b]} @w{[-a b]} @w{[-a b]}\n"
	    "     @w{[-a b]} @w{[-a b]} @w{[-a b]} @w{[-a b]}",
	    "a long synopsis hangs, and is broken where it may be");
}

static void
test_braces(void)
{
	struct texi t = start();

	texi_puts(&t, "a");
	texi_open(&t, "strong");
	texi_close(&t, "strong");
	texi_open(&t, "emph");
	texi_puts(&t, " ");
	texi_close(&t, "emph");
	texi_puts(&t, "b");
	is_str(buf_str(&out), "a b", "an empty font is none");
	t = start();
	texi_open(&t, "strong");
	texi_puts(&t, "Note x");
	texi_close(&t, "strong");
	is_str(buf_str(&out), "@emph{Note x}", "no *Note in Info");
	t = start();
	texi_open_line(&t, "@item");
	texi_close_line(&t);
	is_str(buf_str(&out), "@item @asis{}\n", "no line without argument");
}

static void
test_name(const char *text, bool node, const char *expected)
{
	struct buf name = { 0 };

	texi_name(&name, text, node);
	is_str(buf_str(&name), expected, "the name of \"%s\"", text);
	buf_free(&name);
}

static void
test_reference(const char *words, const char *name, const char *manual,
    const char *expected)
{
	struct texi t = start();

	texi_puts(&t, "see");
	t.argument++;
	texi_puts(&t, words);
	t.argument--;
	texi_reference(&t, 3, name, manual);
	is_str(buf_str(&out), expected, "a reference to \"%s\"", name);
}

int
main(void)
{
	test_bytes();
	test_info();
	test_filling();
	test_braces();
	test_name("live  migration ", false, "live migration");
	test_name("(TM): a, b", false, "TM a b");
	test_name("( ) x (y) z", false, "x y z");
	test_name("C++ (x)", true, "C++ (x)");
	test_name("802.1Q", false, "802.1Q");
	test_name("802.1Q", true, "8021Q");
	test_name(" ,:\u00A0()", false, "");
	test_reference(" Dom0", "Dom0", NULL, "see @ref{Dom0}");
	test_reference(" a, b", "a b", NULL, "see @ref{a b,,a@comma{} b}");
	test_reference(" a: b", "a b", NULL, "see @ref{a b}");
	test_reference(" a: b", "c", NULL, "see a: b (@ref{c})");
	test_reference(" x ", "802.1Q", NULL, "see x (@ref{802.1Q}) ");
	test_reference("", "Dom0", "virt-terms", "see@ref{Dom0,,,virt-terms}");
	test_reference(" ,: x", "", "virt-terms", "see @comma{}: x");
	test_reference(" a: b", "a b", ",", "see a: b");
	test_contexts();
	buf_free(&out);
	return done_testing();
}
