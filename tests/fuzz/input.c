/* SPDX-License-Identifier: MIT */
/* The bytes of an input, taken one after the other. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "util/alloc.h"
#include "fuzz.h"

unsigned
take(struct input *in, unsigned below)
{
	unsigned byte = 0;

	if (in->len > 0) {
		byte = *in->data++;
		in->len--;
	}
	return byte % below;
}

struct input
take_bytes(struct input *in)
{
	struct input bytes = { .len = take(in, 128) };

	if (bytes.len > in->len)
		bytes.len = in->len;
	bytes.data = in->data;
	in->data += bytes.len;
	in->len -= bytes.len;
	return bytes;
}

char *
string_of(struct input bytes)
{
	return gloss_strndup(bytes.len ? (const char *)bytes.data : "",
	    bytes.len);
}

int
file_of(const void *data, size_t len)
{
	FILE *f = tmpfile();
	int fd = f ? dup(fileno(f)) : -1;

	if (fd < 0 || (len && fwrite(data, 1, len, f) != len) ||
	    fclose(f) != 0 || lseek(fd, 0, SEEK_SET) != 0)
		abort();
	return fd;
}

void
set_input(const void *data, size_t len)
{
	int fd = file_of(data, len);

	dup2(fd, STDIN_FILENO);
	close(fd);
}
