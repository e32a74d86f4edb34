/* SPDX-License-Identifier: MIT */
/* The judges of the fuzz targets find what is wrong, and nothing else. */
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../fuzz/fuzz.h"
#include "tap.h"

static void
judge(char format, const struct buf *output)
{
	struct buf shown = { 0 }, text = { 0 };

	switch (format) {
	case 'm':
		judge_man(output);
		break;
	case 't':
		judge_texinfo(output, true);
		break;
	case 'b':
		judge_bytes(output, false);
		break;
	case 'l':
		show_man(output, &shown);
		buf_puts(&text, "x 1-y");
		judge_letters(&text, &shown);
		break;
	}
	buf_free(&shown);
	buf_free(&text);
}

/* Whether a judge takes an output; where it does not, its process ends. */
static bool
is_taken(char format, const char *s)
{
	struct buf output = { 0 };
	int status = -1;
	pid_t child;

	buf_puts(&output, s);
	fflush(NULL);
	child = fork();
	if (child == 0) {
		close(STDERR_FILENO);
		judge(format, &output);
		_exit(0);
	}
	waitpid(child, &status, 0);
	buf_free(&output);
	return status == 0;
}

static const struct {
	char format;
	bool good;
	const char *output;
} samples[] = {
	{ 'm', true, ".SH X\n.PP\n\\&.so \\(rs\\(aq\n.TS\nl.\na\tb\n.TE\n" },
	{ 'm', true, "'\\\" t\nx\n" },
	{ 'm', false, ".so /etc/passwd\n" },
	{ 'm', false, "x\n'br\n" },
	{ 'm', false, "\\X'x'\n" },
	{ 'm', false, "\\n(.x\n" },
	{ 'm', false, "a\tb\n" },
	{ 'm', false, "a \nb\n" },
	{ 'm', false, "a\n\nb\n" },
	{ 'm', false, ".TS\n" },
	{ 't', true, "@table @asis\n@item @strong{x@@@{@comma{}}\n@end table\n" },
	{ 't', true, "@tex\n\\a{\n@end tex\n" },
	{ 't', false, "@include x\n" },
	{ 't', false, "@table @asis\n" },
	{ 't', false, "@end table\n" },
	{ 't', false, "@table @asis\n@end itemize\n" },
	{ 't', false, "{x}\n" },
	{ 't', false, "@strong{x\n" },
	{ 't', false, "x}\n" },
	{ 't', false, "x\n#line 1\n" },
	{ 't', false, "@verb{x}\n" },
	{ 'b', true, "a\u00A0\u4E2D\n" },
	{ 'b', false, "a\x1B[1m\n" },
	{ 'b', false, "a\xC2\x9B\n" },
	{ 'b', false, "a\xFF\n" },
	{ 'b', false, "a\tb\n" },
	{ 'l', true, ".SH x\n1\\-\\:y\n" },
	{ 'l', false, ".SH x\ny\n" },
	{ 'l', false, "y x 1\n" },
};

int
main(void)
{
	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
		ok(is_taken(samples[i].format, samples[i].output) ==
		    samples[i].good, "%c, %zu: %s", samples[i].format, i,
		    samples[i].good ? "taken" : "refused");
	return done_testing();
}
