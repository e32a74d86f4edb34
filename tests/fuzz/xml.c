/* SPDX-License-Identifier: MIT */
/* A whole conversion of any bytes; the first are options. */
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input in = { data, size };
	unsigned flags = take(&in, 256);
	struct convert_options options = {
		.resolve.sort = flags & 1,
		.resolve.divide = flags & 2,
		.resolve.aliases = flags & 4,
		.resolve.split = flags & 8,
		.resolve.index = flags & 16,
		.write.ascii = flags & 32,
	};

	set_input(in.data, in.len);
	convert_input(&options, NULL);
	return 0;
}
