/* SPDX-License-Identifier: MIT */
/* The formats: each is registered completely, and has a row for each element. */
#include "gloss/write.h"
#include "tap.h"

static const char *const names[L_COUNT] = {
#define ELEMENT(id, name, is, holds, attributes) [L_##id] = name,
#include "vocabulary/vocabulary.def"
#undef ELEMENT
};

/* A word is lost where an element has no act and nobody meant that. */
static void
test_acts(const struct format *f)
{
	for (int e = L_NONE + 1; e < L_COUNT; e++)
		/* documents holds several; a writer gets one at a time */
		if (e != L_DOCUMENTS)
			ok(f->acts[e].open || f->acts[e].close,
			    "%s: %s has an act, or is TRANSPARENT or MUTE",
			    f->name, names[e]);
}

static void
test_format(const struct format *f)
{
	ok(f->name && format_find(f->name, strlen(f->name)) == f,
	    "%s: its name finds it", f->name);
	ok(f->write != NULL, "%s: it has a writer", f->name);
	ok(f->judges && *f->judges, "%s: a program judges its files", f->name);
	for (size_t i = 0; formats[i] != f; i++)
		ok(!formats[i]->extension || !f->extension ||
		    strcmp(formats[i]->extension, f->extension) != 0,
		    "%s: its files are not called as those of %s", f->name,
		    formats[i]->name);
	ok(f->acts != NULL, "%s: it has acts", f->name);
	if (f->acts)
		test_acts(f);
}

int
main(void)
{
	size_t count = 0;

	while (formats[count])
		test_format(formats[count++]);
	ok(count >= 4, "there are formats");
	ok(format_find("texi", 4) == NULL, "part of a name is no name");
	return done_testing();
}
