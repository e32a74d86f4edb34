/* SPDX-License-Identifier: MIT */
/* The bytes of an input, taken one after the other. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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

static const char catalog[] =
"<catalog xmlns='urn:oasis:names:tc:entity:xmlns:xml:catalog'>"
"<rewriteURI uriStartString='" FUZZ_URL "' rewritePrefix='./'/>"
"<rewriteSystem systemIdStartString='" FUZZ_URL "' rewritePrefix='./'/>"
"</catalog>";

static char folder[64];

static void
remove_folder(void)
{
	static const char *const names[] = {
		"catalog.xml", "part.xml", "part.txt", "part.refs" };
	char path[128];

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		snprintf(path, sizeof path, "%s/%s", folder, names[i]);
		unlink(path);
	}
	rmdir(folder);
}

const char *
fuzz_folder(void)
{
	const char *tmp = getenv("TMPDIR");
	char path[128];

	if (*folder)
		return folder;
	if (tmp == NULL || strlen(tmp) > 40)
		tmp = "/tmp";
	snprintf(folder, sizeof folder, "%s/glossc-fuzz-XXXXXX", tmp);
	if (mkdtemp(folder) == NULL)
		abort();
	atexit(remove_folder);
	fuzz_file("catalog.xml", catalog, strlen(catalog));
	snprintf(path, sizeof path, "%s/catalog.xml", folder);
	/* libxml2 reads it when it first looks for a file */
	setenv("XML_CATALOG_FILES", path, 1);
	return folder;
}

void
fuzz_file(const char *name, const void *data, size_t len)
{
	char path[128];
	FILE *f;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	f = fopen(path, "w");
	if (f == NULL || (len && fwrite(data, 1, len, f) != len) ||
	    fclose(f) != 0)
		abort();
}
