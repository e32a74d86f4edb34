/* SPDX-License-Identifier: MIT */
/* Other forms of a name's words, and what is none. */
#include "../../src/resolve/refer/wordforms.h"
#include "../../src/util/buf.h"
#include "tap.h"

/* A text, and the name that it is to find; NULL: none, or not one alone. */
struct row {
	const char *text;
	const char *found;
	bool stems; /* a stemmer is needed for it */
};

static const char *const english[] = {
    "hen", "pause", "policy", "swap", "live migration", "I/O thread", "vCPU",
    "BIOS", "HA", "control-S", "cow orker", "bond", "bonding", "computer",
    "computation", "SaaS platform", "e-mail", NULL};

static const struct row of_english[] = {
    {"hens", "hen", true}, {"hen's", "hen", false}, {"hens'", "hen", true},
    {"HENS", "hen", true}, {"hens\u2019", "hen", true},
    {"paused", "pause", true}, {"pausing", "pause", true},
    {"policies", "policy", true}, {"swapped", "swap", true},
    {"Live-Migrations", "live migration", true},
    {"live\u2011migration", "live migration", false},
    {"livemigration", "live migration", false},
    {"livemigrations", "live migration", true},
    {"i/o threads", "I/O thread", true}, {"vcpus", "vCPU", false},
    {"vCPUs", "vCPU", false}, {"BIOSes", "BIOS", false},
    {"saas platforms", "SaaS platform", true}, {"email", "e-mail", false},
    {"bonds", "bond", true}, {"computers", "computer", true},
    {"coworker", "cow orker", false},
    /* other words of the same letters or stem */
    {"bio", NULL, false}, {"has", NULL, false}, {"controls", NULL, false},
    {"control", NULL, false}, {"co-worker", NULL, false},
    {"computing", NULL, false}, {"migration", NULL, false},
    {"", NULL, false}, {"-", NULL, false}, {" ", NULL, false},
    {"'s", NULL, false}, {"\xff", NULL, false},
};

static const char *const turkish[] = {"k\u0131rm\u0131z\u0131", "IRMAK",
    NULL};
static const struct row of_turkish[] = {
    {"\u0131rmak", "IRMAK", false}, {"k\u0131rm\u0131z\u0131-",
	"k\u0131rm\u0131z\u0131", false},
};

static const char *const unknown[] = {"\u767a\u96fb\u6240", "a b", NULL};
static const struct row of_unknown[] = {
    {"a-b", "a b", false}, {"\u767a\u96fb", NULL, false},
    {"\u767a \u96fb\u6240", "\u767a\u96fb\u6240", false},
};

static void
test_rows(const char *lang, const char *const *names, const struct row *rows,
    size_t len)
{
	struct wordforms *f = wordforms_new(lang, 0);

	for (size_t i = 0; names[i]; i++)
		wordforms_add(f, names[i], (void *)names[i]);
	for (size_t i = 0; i < len; i++) {
		void *thing;

		if (rows[i].stems && !wordforms_knows(lang)) {
			skip("%s: %s: there is no stemmer", lang,
			    rows[i].text);
			continue;
		}
		wordforms_find(f, rows[i].text, &thing);
		is_str(thing ? thing : "none",
		    rows[i].found ? rows[i].found : "none", "%s: %s", lang,
		    rows[i].text);
	}
	wordforms_free(f);
}

static void
test_several(void)
{
	struct wordforms *f = wordforms_new("en", 0);
	char things[4];
	struct buf text = {0};
	void *thing = NULL;

	wordforms_add(f, "re-start", &things[0]);
	wordforms_add(f, "re start", &things[0]);
	wordforms_add(f, "restart", &things[1]);
	wordforms_list(wordforms_find(f, "rest-art", &thing), 8, &text);
	ok(thing == NULL, "none of two is taken");
	is_str(buf_str(&text), "\"re-start\" or \"restart\"",
	    "both are named, each once");
	buf_truncate(&text, 0);
	wordforms_add(f, "res-tart", &things[2]);
	wordforms_add(f, "r-estart", &things[3]);
	wordforms_list(wordforms_find(f, "rest-art", &thing), 3, &text);
	is_str(buf_str(&text), "\"re-start\", \"restart\" or \"res-tart\"",
	    "no more than are wanted");
	buf_free(&text);
	wordforms_free(f);
}

#define ROWS(rows) rows, sizeof rows / sizeof *rows

int
main(void)
{
	test_rows("en-GB", english, ROWS(of_english));
	test_rows("tr", turkish, ROWS(of_turkish));
	test_rows("x-none", unknown, ROWS(of_unknown));
	test_several();
	return done_testing();
}
