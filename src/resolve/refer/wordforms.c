/* SPDX-License-Identifier: MIT */
/* Finds names by other forms of their words: hen by hens. */
#include <stdlib.h>
#include <string.h>

#ifdef HAVE_LIBSTEMMER
#include <libstemmer.h>
#endif

#include "util/alloc.h"
#include "util/buf.h"
#include "util/hash.h"
#include "casefold.h"
#include "wordforms.h"

/* The kinds of match between two names, the most reliable first. */
enum way { JOINED, STEMS, JOINED_STEM, WAYS };

/* Maximum length of a name; longer texts match nothing. */
enum { LONGEST = 200 };

/* The things with one key. */
struct forms {
	struct wordform *first;
	struct wordform *last;
};

struct wordforms {
	char lang[12]; /* the language without script and region */
	struct sb_stemmer *stemmer; /* or NULL */
	xmlHashTable *keys[WAYS];
};

/* ---- one word ---- */

static void
take_language(char *to, size_t size, const char *tag)
{
	size_t len = strcspn(tag, "-_.@");

	if (len >= size)
		len = 0;
	memcpy(to, tag, len);
	to[len] = '\0';
	for (char *c = to; *c; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c - 'A' + 'a');
	/* Snowball's Norwegian is for Bokmål */
	if (strcmp(to, "nb") == 0)
		strcpy(to, "no");
}

static struct sb_stemmer *
new_stemmer(const char *lang)
{
#ifdef HAVE_LIBSTEMMER
	return *lang ? sb_stemmer_new(lang, "UTF_8") : NULL;
#else
	(void)lang;
	return NULL;
#endif
}

static void
free_stemmer(struct sb_stemmer *stemmer)
{
#ifdef HAVE_LIBSTEMMER
	sb_stemmer_delete(stemmer);
#else
	(void)stemmer;
#endif
}

/* The stem of a lower-case word; the caller frees it. */
static char *
stem(const struct wordforms *f, const char *lower)
{
#ifdef HAVE_LIBSTEMMER
	const sb_symbol *s = f->stemmer ? sb_stemmer_stem(f->stemmer,
	    (const sb_symbol *)lower, (int)strlen(lower)) : NULL;

	if (s)
		return gloss_strndup((const char *)s,
		    (size_t)sb_stemmer_length(f->stemmer));
#else
	(void)f;
#endif
	return gloss_strdup(lower);
}

/* Appends the folded stem of a word. */
static void
add_stem(const struct wordforms *f, const char *word, struct buf *key)
{
	char *lower = fold_lower(word, f->lang);
	char *stemmed = stem(f, lower);
	char *folded = casefold(stemmed);

	buf_puts(key, folded);
	free(folded);
	free(stemmed);
	free(lower);
}

/*
 * Is it an acronym: VM, vCPU, SaaS?  Words with two capitals are not stemmed,
 * or BIOS would be the plural of bio.
 */
static bool
is_acronym(const char *word)
{
	size_t capitals = 0;

	for (; *word; word++)
		capitals += *word >= 'A' && *word <= 'Z';
	return capitals >= 2;
}

/* ---- the words of a name ---- */

/*
 * The length of a separator of words: a space, a hyphen (ASCII, U+2010,
 * U+2011); 0: none.
 */
static size_t
parting(const char *s)
{
	if (*s == ' ' || *s == '-')
		return 1;
	return strncmp(s, "\xE2\x80\x90", 3) == 0 ||
	    strncmp(s, "\xE2\x80\x91", 3) == 0 ? 3 : 0;
}

/* The length of an apostrophe, U+0027 or U+2019; 0: none. */
static size_t
apostrophe(const char *s)
{
	return *s == '\'' ? 1 : strncmp(s, "\xE2\x80\x99", 3) == 0 ? 3 : 0;
}

/* The word at *s, without a possessive ending: guest's, guests'. */
static void
next_word(const char **s, struct buf *word)
{
	size_t n, at;

	buf_truncate(word, 0);
	while ((n = parting(*s)) != 0)
		*s += n;
	while (**s && parting(*s) == 0)
		buf_putc(word, *(*s)++);
	for (at = 0; at < word->len; at++) {
		n = apostrophe(word->data + at);
		if (n && at && (word->data[at + n] == '\0' ||
		    strcmp(word->data + at + n, "s") == 0))
			buf_truncate(word, at);
	}
}

/*
 * The keys of a name; of its plural, if it ends with an acronym; and of both
 * without regard to acronyms, for texts all in lower or in upper case.
 */
struct keys {
	struct buf way[WAYS];
	struct buf plural;
	struct buf small;
};

static void
add_plural(const char *word, struct buf *key)
{
	size_t len = strlen(word);
	char *folded = casefold(word);

	/* the plurals of HA and IT are common words */
	if (strcmp(folded, "ha") == 0 || strcmp(folded, "it") == 0) {
		buf_truncate(key, 0);
	} else {
		buf_puts(key, folded);
		buf_puts(key, strchr("SXZ", word[len - 1]) ? "es" : "s");
	}
	free(folded);
}

static void
make_keys(const struct wordforms *f, const char *text, struct keys *k)
{
	struct buf word = { 0 };
	const char *s = text;
	char *folded = casefold(text);
	size_t last = 0;

	for (const char *c = folded; *c; ) {
		size_t n = parting(c);

		if (n == 0)
			buf_putc(&k->way[JOINED], *c++);
		c += n;
	}
	free(folded);
	for (next_word(&s, &word); word.len; next_word(&s, &word)) {
		last = word.len;
		if (k->small.len) {
			buf_putc(&k->small, ' ');
			buf_putc(&k->way[STEMS], ' ');
		}
		add_stem(f, word.data, &k->small);
		buf_truncate(&k->plural, 0);
		if (!is_acronym(word.data)) {
			add_stem(f, word.data, &k->way[STEMS]);
			continue;
		}
		buf_puts(&k->plural, buf_str(&k->way[STEMS]));
		add_plural(word.data, &k->plural);
		folded = casefold(word.data);
		buf_puts(&k->way[STEMS], folded);
		free(folded);
	}
	/* words are not joined before a single letter: control-S */
	if (last == 1 && k->way[JOINED].len > 1)
		buf_truncate(&k->way[JOINED], 0);
	if (k->way[JOINED].len && k->plural.len == 0)
		add_stem(f, k->way[JOINED].data, &k->way[JOINED_STEM]);
	buf_free(&word);
}

static void
free_keys(struct keys *k)
{
	for (int way = 0; way < WAYS; way++)
		buf_free(&k->way[way]);
	buf_free(&k->plural);
	buf_free(&k->small);
}

/* ---- the table ---- */

struct wordforms *
wordforms_new(const char *lang, size_t names)
{
	struct wordforms *f = gloss_calloc(1, sizeof *f);

	take_language(f->lang, sizeof f->lang, lang);
	f->stemmer = new_stemmer(f->lang);
	for (int way = 0; way < WAYS; way++)
		f->keys[way] = hash_new(names);
	return f;
}

static void
free_forms(void *payload, const xmlChar *key)
{
	struct forms *forms = payload;
	struct wordform *next;

	(void)key;
	for (struct wordform *w = forms->first; w; w = next) {
		next = w->next;
		free(w->name);
		free(w);
	}
	free(forms);
}

void
wordforms_free(struct wordforms *f)
{
	if (f == NULL)
		return;
	for (int way = 0; way < WAYS; way++)
		xmlHashFree(f->keys[way], free_forms);
	if (f->stemmer)
		free_stemmer(f->stemmer);
	free(f);
}

bool
wordforms_knows(const char *lang)
{
	struct wordforms *f = wordforms_new(lang, 0);
	bool known = f->stemmer != NULL;

	wordforms_free(f);
	return known;
}

static void
file(struct wordforms *f, enum way way, const char *key, const char *name,
    void *thing)
{
	struct forms *forms = xmlHashLookup(f->keys[way],
	    (const xmlChar *)key);
	struct wordform *w;

	if (forms && forms->last->thing == thing)
		return;
	w = gloss_malloc(sizeof *w);
	*w = (struct wordform){ thing, gloss_strdup(name), NULL };
	if (forms) {
		forms->last->next = w;
		forms->last = w;
		return;
	}
	forms = gloss_malloc(sizeof *forms);
	*forms = (struct forms){ w, w };
	xmlHashAddEntry(f->keys[way], (const xmlChar *)key, forms);
}

void
wordforms_add(struct wordforms *f, const char *name, void *thing)
{
	struct keys k = { 0 };

	if (strlen(name) > LONGEST)
		return;
	make_keys(f, name, &k);
	for (int way = 0; way < WAYS; way++)
		if (k.way[way].len)
			file(f, (enum way)way, k.way[way].data, name, thing);
	if (k.plural.len)
		file(f, STEMS, k.plural.data, name, thing);
	if (strchr(buf_str(&k.small), ' '))
		file(f, STEMS, k.small.data, name, thing);
	free_keys(&k);
}

/* ---- resolving ambiguities ---- */

/* Is an ending in a NULL-terminated list? */
static bool
is_among(const char *end, const char *const *endings)
{
	for (; *endings; endings++)
		if (strcmp(end, *endings) == 0)
			return true;
	return false;
}

/*
 * Do two endings of the same beginning inflect an English word?  The stemmer
 * also removes suffixes that derive another word: controller is not a form of
 * control.
 */
static bool
are_endings(const char *a, const char *b, char before)
{
	static const char *const of_most[] = {
		"", "s", "es", "ed", "ing", NULL
	};
	static const char *const of_y[] = { "y", "ies", "ied", "ying", NULL };
	static const char *const of_e[] = { "e", "ing", NULL };
	static const char *const behind_e[] = { "", "s", "d", NULL };
	static const char *const doubled[] = { "ed", "ing", NULL };

	if (*a == before && is_among(a + 1, doubled)) /* swap, swapped */
		a++;
	if (*b == before && is_among(b + 1, doubled))
		b++;
	return (is_among(a, of_most) && is_among(b, of_most)) ||
	    (is_among(a, of_y) && is_among(b, of_y)) ||
	    (is_among(a, of_e) && is_among(b, of_e)) ||
	    (before == 'e' && is_among(a, behind_e) && is_among(b, behind_e));
}

static bool
are_forms(const char *a, const char *b, bool acronym)
{
	static const char *const plurals[] = { "", "s", "es", NULL };
	size_t n = 0;

	while (a[n] && a[n] == b[n])
		n++;
	if (a[n] == '\0' && b[n] == '\0')
		return true;
	if (acronym)
		return is_among(a + n, plurals) && b[n] == '\0';
	return n > 1 && are_endings(a + n, b + n, a[n - 1]);
}

/* Are these forms of the same words? */
static bool
is_form(const struct wordforms *f, const char *text, const char *name)
{
	struct buf a = { 0 }, b = { 0 };
	bool same = true;

	if (strcmp(f->lang, "en") != 0)
		return true;
	do {
		char *word, *own;

		next_word(&text, &a);
		next_word(&name, &b);
		word = casefold(buf_str(&a));
		own = casefold(buf_str(&b));
		same = are_forms(word, own, is_acronym(buf_str(&b)));
		free(word);
		free(own);
	} while (same && a.len && b.len);
	buf_free(&a);
	buf_free(&b);
	return same;
}

/* Do two names with the same letters differ only in separators? */
static bool
is_joined(const char *text, const char *name)
{
	bool text_parts = false, name_parts = false;
	char *folded = casefold(text), *own = casefold(name);
	const char *a = folded, *b = own;

	while (*a || *b) {
		size_t n = parting(a), m = parting(b);

		text_parts |= n && !m;
		name_parts |= m && !n;
		a += n ? n : m ? 0 : *a != '\0';
		b += m ? m : n ? 0 : *b != '\0';
	}
	free(folded);
	free(own);
	return !text_parts || !name_parts;
}

/*
 * The only thing with a form of these words; or, of several, the one whose name
 * the text begins with: "bonds" is a form of bond rather than of bonding.
 */
static void *
choose(const struct wordforms *f, const struct wordform *form,
    const char *text)
{
	char *folded = casefold(text);
	void *thing = NULL, *start = NULL;
	size_t things = 0, starts = 0;

	for (; form && starts < 2; form = form->next) {
		char *name = casefold(form->name);

		if (is_form(f, text, form->name)) {
			thing = form->thing;
			things++;
			if (strncmp(name, folded, strlen(name)) == 0) {
				start = form->thing;
				starts++;
			}
		}
		free(name);
	}
	free(folded);
	return things == 1 ? thing : starts == 1 ? start : NULL;
}

static const struct forms *
look(const struct wordforms *f, enum way way, const struct buf *key)
{
	return key->len ? xmlHashLookup(f->keys[way],
	    (const xmlChar *)key->data) : NULL;
}

const struct wordform *
wordforms_find(const struct wordforms *f, const char *text, void **thing)
{
	struct keys k = { 0 };
	const struct forms *found = NULL;
	const struct wordform *first;
	int way = JOINED;

	*thing = NULL;
	if (strlen(text) > LONGEST)
		return NULL;
	make_keys(f, text, &k);
	for (; way < WAYS && found == NULL; way++) {
		found = look(f, (enum way)way, &k.way[way]);
		if (found == NULL && way == STEMS)
			found = look(f, STEMS, &k.small);
	}
	free_keys(&k);
	if (found == NULL)
		return NULL;
	first = found->first;
	if (way - 1 == STEMS)
		*thing = choose(f, first, text);
	else if (first->next == NULL &&
	    (way - 1 != JOINED || is_joined(text, first->name)))
		*thing = first->thing;
	return first;
}

void
wordforms_list(const struct wordform *form, size_t most, struct buf *out)
{
	for (size_t i = 0; form && i < most; i++, form = form->next)
		buf_printf(out, "%s\"%s\"", i == 0 ? "" :
		    form->next && i + 1 < most ? ", " : " or ", form->name);
}
