/* SPDX-License-Identifier: MIT */
/*
 * Judges products as the fuzzers do: judge FORMAT FILE...; it ends at the first
 * that breaks a promise.
 */
#include <stdio.h>
#include <string.h>

#include "fuzz/fuzz.h"

static void
judge(const char *format, const struct buf *product)
{
	if (strcmp(format, "man") == 0)
		judge_man(product);
	else if (strcmp(format, "texinfo") == 0)
		judge_texinfo(product, false);
	else if (strcmp(format, "html") == 0)
		judge_html(product);
	else
		judge_bytes(product, strcmp(format, "index") == 0);
}

int
main(int argc, char **argv)
{
	char block[4096];
	size_t got;

	for (int i = 2; i < argc; i++) {
		struct buf product = { 0 };
		FILE *f = fopen(argv[i], "rb");

		if (f == NULL) {
			perror(argv[i]);
			return 2;
		}
		while ((got = fread(block, 1, sizeof block, f)) > 0)
			buf_add(&product, block, got);
		fclose(f);
		fprintf(stderr, "%s\n", argv[i]);
		judge(argv[1], &product);
		buf_free(&product);
	}
	return 0;
}
