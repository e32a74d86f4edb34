/* SPDX-License-Identifier: MIT */
/* Runs a fuzz target on files, without libFuzzer: replay FILE... */
#include <stdio.h>

#include "fuzz.h"

int
main(int argc, char **argv)
{
	char block[4096];
	size_t got;

	for (int i = 1; i < argc; i++) {
		struct buf bytes = { 0 };
		FILE *f = fopen(argv[i], "rb");

		if (f == NULL) {
			perror(argv[i]);
			return 2;
		}
		while ((got = fread(block, 1, sizeof block, f)) > 0)
			buf_add(&bytes, block, got);
		fclose(f);
		LLVMFuzzerTestOneInput((const uint8_t *)buf_str(&bytes),
		    bytes.len);
		buf_free(&bytes);
	}
	return 0;
}
