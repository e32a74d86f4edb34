/* SPDX-License-Identifier: MIT */
/* A whole conversion of any bytes; the first are options. */
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input in = { data, size };
	struct convert_options options = options_of(take(&in, 256));

	set_input(in.data, in.len);
	convert_input(&options, FUZZ_NONE, NULL);
	return 0;
}
