/* SPDX-License-Identifier: MIT */
/* The lexis of a dictionary's index: any bytes as headwords. */
#include <stdlib.h>
#include <string.h>

#include "write/dict/dictindex.h"
#include "fuzz.h"

/* A row has a word, two numbers and perhaps another form of the word. */
static void
judge_row(const struct buf *index, const char *row, const char *before)
{
	size_t len = strcspn(row, "\n"), tabs = 0;

	for (size_t i = 0; i < len; i++)
		tabs += row[i] == '\t';
	promise(*row != '\t' && (tabs == 2 || tabs == 3),
	    "a row has its columns", index);
	promise(strncmp(row, "00-database", 11) != 0 &&
	    strncmp(row, "00database", 10) != 0,
	    "no headword tells dictd what to do", index);
	promise(before == NULL || strncmp(before, row,
	    strcspn(before, "\t")) <= 0, "rows are in order", index);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input in = { data, size };
	struct dictindex *index = dictindex_new();
	struct buf out = { 0 };
	const char *before = NULL;

	while (in.len > 0) {
		char *word = string_of(take_bytes(&in));
		size_t offset = take(&in, 256);

		offset <<= take(&in, 20);
		dictindex_add(index, word, offset, take(&in, 256));
		free(word);
	}
	dictindex_write(index, &out);
	dictindex_free(index);
	judge_bytes(&out, true);
	for (const char *row = buf_str(&out); *row;
	     row += strcspn(row, "\n") + 1) {
		judge_row(&out, row, before);
		before = row;
	}
	buf_free(&out);
	return 0;
}
