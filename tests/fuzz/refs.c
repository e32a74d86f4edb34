/* SPDX-License-Identifier: MIT */
/* A refs file of any bytes, behind a document that refers to its terms. */
#include <stdio.h>
#include <string.h>

#include "fuzz.h"

static const char document[] =
"<glossary xmlns='http://docbook.org/ns/docbook' xml:id='d'><title>D</title>"
"<glossentry><glossterm>one</glossterm><glossdef><para>"
"<glossterm>a</glossterm> <firstterm baseform='b'>words</firstterm> "
"<glossterm>A term</glossterm> <olink targetdoc='d' targetptr='a'/>"
"<olink targetdoc='d' targetptr='b'>more words</olink></para>"
"<glossseealso otherterm='a'/><glossseealso>b</glossseealso></glossdef>"
"</glossentry><glossentry><glossterm>two</glossterm>"
"<glosssee otherterm='c'/></glossentry></glossary>";

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char path[128];
	const char *const refs[] = { path, NULL };
	struct convert_options options = { .refs = refs };

	snprintf(path, sizeof path, "%s/part.refs", fuzz_folder());
	fuzz_file("part.refs", data, size);
	set_input(document, strlen(document));
	convert_input(&options, FUZZ_NONE, NULL);
	return 0;
}
