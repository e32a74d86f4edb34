/* SPDX-License-Identifier: MIT */
/* Sorts entries, and divides them by letters. */
#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/ulocdata.h>
#include <unicode/uloc.h>
#include <unicode/uscript.h>
#include <unicode/uset.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include "util/alloc.h"
#include "util/buf.h"
#include "gloss/limits.h"
#include "gloss/read.h"
#include "budget.h"
#include "resolve/refer/index.h"
#include "sort.h"
#include "tree.h"

/* An entry, with its sort key (UCA: compared as bytes). */
struct sortable {
	xmlNode *node;
	uint8_t *key;
	size_t place; /* position in the source: ties keep their order */
};

struct entries {
	struct sortable *list;
	size_t len;
};

/* A letter of the language's index; no text for the gap after a letter. */
struct letter {
	UChar text[8];
	int32_t len;
	uint8_t *key;  /* key of the first word under it */
	uint8_t *full; /* the same with accents and case */
	size_t heads;  /* its division, maybe shared with another letter; 0:
		        * "#" */
};

struct letters {
	struct letter *list;
	size_t len;
	size_t cap;
	bool chinese;
};

static UCollator *
open_collator(const char *lang)
{
	UErrorCode error = U_ZERO_ERROR;
	char locale[ULOC_FULLNAME_CAPACITY] = "";
	UCollator *collator;

	/* ICU adds no NUL if the text just fits */
	uloc_forLanguageTag(lang, locale, sizeof locale - 1, NULL, &error);
	if (U_FAILURE(error))
		strcpy(locale, "en");
	error = U_ZERO_ERROR;
	collator = ucol_open(locale, &error);
	if (U_FAILURE(error))
		return NULL;
	ucol_setAttribute(collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &error);
	ucol_setAttribute(collator, UCOL_ALTERNATE_HANDLING, UCOL_SHIFTED,
	    &error);
	ucol_setAttribute(collator, UCOL_STRENGTH, UCOL_QUATERNARY, &error);
	return collator;
}

static uint8_t *
make_key(const UCollator *collator, const UChar *text, int32_t len)
{
	int32_t need = ucol_getSortKey(collator, text, len, NULL, 0);
	uint8_t *key = gloss_malloc((size_t)need + 1);

	ucol_getSortKey(collator, text, len, key, need);
	key[need] = '\0';
	return key;
}

/* The sort key of a name; sortas: the entry's attribute, or NULL. */
static uint8_t *
key_of_name(const UCollator *collator, const xmlNode *term,
    const char *sortas)
{
	UErrorCode error = U_ZERO_ERROR;
	struct buf text = { 0 };
	uint8_t *key;
	UChar *wide;
	int32_t len = 0;

	if (term && sortas == NULL)
		sortas = tree_attr(term, "sortas");
	if (sortas)
		buf_puts(&text, sortas);
	else if (term)
		tree_text(term, &text);
	wide = gloss_calloc(text.len + 1, sizeof *wide);
	u_strFromUTF8WithSub(wide, (int32_t)text.len + 1, &len,
	    buf_str(&text), (int32_t)text.len, 0xFFFD, NULL, &error);
	key = make_key(collator, wide, len);
	free(wide);
	buf_free(&text);
	return key;
}

static uint8_t *
key_of(const UCollator *collator, const xmlNode *entry)
{
	return key_of_name(collator, tree_child(entry, DB_glossterm),
	    tree_attr(entry, "sortas"));
}

static void
collect(struct entries *e, const xmlNode *list, const UCollator *collator)
{
	size_t n = 0;

	for (xmlNode *c = list->children; c; c = c->next)
		n += docbook_id(c) == DB_glossentry;
	*e = (struct entries){ gloss_calloc(n + 1, sizeof *e->list), 0 };
	for (xmlNode *c = list->children; c; c = c->next)
		if (docbook_id(c) == DB_glossentry) {
			e->list[e->len] = (struct sortable){ c,
			    key_of(collator, c), e->len };
			e->len++;
		}
}

static void
release(struct entries *e)
{
	for (size_t i = 0; i < e->len; i++)
		free(e->list[i].key);
	free(e->list);
}

static int
compare(const void *a, const void *b)
{
	const struct sortable *x = a, *y = b;
	int order = strcmp((const char *)x->key, (const char *)y->key);

	return order ? order : x->place < y->place ? -1 : 1;
}

static bool
is_list(const xmlNode *node)
{
	enum docbook_id id = docbook_id(node);

	return id == DB_glossary || id == DB_glossdiv || id == DB_glosslist;
}

static void
sort_list(xmlNode *list, const UCollator *collator)
{
	struct entries e;
	xmlNode *before;

	collect(&e, list, collator);
	if (e.len > 1) {
		/* all move to after what precedes the first */
		before = xmlNewDocText(list->doc, (const xmlChar *)"");
		before = xmlAddPrevSibling(e.list[0].node, before);
		qsort(e.list, e.len, sizeof *e.list, compare);
		for (size_t i = e.len; i-- > 0; )
			xmlAddNextSibling(before, e.list[i].node);
		tree_drop(before);
	}
	release(&e);
}

void
sort_entries(xmlNode *root, const char *lang)
{
	UCollator *collator = open_collator(lang);

	if (collator == NULL)
		return;
	for (xmlNode *n = root; n; n = tree_next(n, root))
		if (is_list(n))
			sort_list(n, collator);
	ucol_close(collator);
}

void
sort_check(xmlNode *root, const char *lang, struct diags *d)
{
	UCollator *collator = open_collator(lang);
	struct entries e;

	if (collator == NULL)
		return;
	for (xmlNode *n = root; n; n = tree_next(n, root)) {
		if (!is_list(n))
			continue;
		collect(&e, n, collator);
		for (size_t i = 1; i < e.len; i++) {
			struct buf term = { 0 };
			xmlNode *entry = e.list[i].node;
			xmlNode *head = tree_child(entry, DB_glossterm);
			xmlChar *file;

			if (compare(&e.list[i - 1], &e.list[i]) < 0)
				continue;
			if (head)
				tree_text(head, &term);
			file = read_file_of(entry);
			if (term.len)
				diag(d, DIAG_ORDER, (const char *)file,
				    read_line_of(entry), "\"%s\" comes before "
				    "the entry that it follows", term.data);
			xmlFree(file);
			buf_free(&term);
		}
		release(&e);
	}
	ucol_close(collator);
}

/* Does a text begin with an ideograph? */
static bool
begins_with_han(const char *text)
{
	UChar32 cp;

	while (*text == ' ' || *text == '\t' || *text == '\n')
		text++;
	U8_GET((const uint8_t *)text, 0, 0, -1, cp);
	return cp > 0x2E80 && u_hasBinaryProperty(cp, UCHAR_IDEOGRAPHIC);
}

void
sort_readings(xmlNode *root, const char *lang, struct diags *d)
{
	if (strncmp(lang, "ja", 2) != 0 || !strchr("-_.", lang[2]))
		return;
	for (xmlNode *n = root; n; n = tree_next(n, root)) {
		xmlNode *head = docbook_id(n) == DB_glossentry ?
		    tree_child(n, DB_glossterm) : NULL;
		struct buf term = { 0 };
		xmlChar *file;

		if (head == NULL || tree_attr(n, "sortas") ||
		    tree_attr(head, "sortas"))
			continue;
		tree_text(head, &term);
		if (begins_with_han(buf_str(&term))) {
			file = read_file_of(n);
			diag(d, DIAG_READING, (const char *)file,
			    read_line_of(n), "the place of \"%s\" can't be told"
			    " without its reading; give it in kana as sortas",
			    term.data);
			xmlFree(file);
		}
		buf_free(&term);
	}
}

static int
compare_letters(const void *a, const void *b)
{
	const struct letter *x = a, *y = b;
	int order = strcmp((const char *)x->key, (const char *)y->key);

	return order ? order :
	    strcmp((const char *)x->full, (const char *)y->full);
}

/* Adds a letter whose words begin at first, and at mark (0: none). */
static void
add_letter(struct letters *l, UCollator *collator, UChar mark,
    const UChar *first, int32_t first_len, const UChar *text, int32_t len)
{
	struct letter one = { .len = len };
	UChar start[10] = { mark };
	int32_t marks = mark != 0;

	u_memcpy(one.text, text, len);
	u_memcpy(start + marks, first, first_len);
	ucol_setStrength(collator, UCOL_QUATERNARY);
	one.full = make_key(collator, start, marks + first_len);
	/* words under a letter begin with the letter itself, in either case */
	ucol_setStrength(collator, UCOL_PRIMARY);
	one.key = make_key(collator, start, marks + first_len);
	l->list = gloss_room(l->list, l->len, &l->cap, sizeof *l->list);
	l->list[l->len++] = one;
}

/* CLDR's prefix of Chinese index letters, and of scripts. */
enum { LETTER = 0xFDD0, SCRIPT = 0xFDD1 };

/*
 * Adds a letter of the language.  A Chinese one, such as "A", heads characters
 * by their pronunciation, and Latin words too.
 */
static void
add_own(struct letters *l, UCollator *collator, bool chinese,
    const UChar *text, int32_t len)
{
	if (chinese)
		add_letter(l, collator, LETTER, text, len, text, len);
	if (!chinese || text[0] < 0x80)
		add_letter(l, collator, 0, text, len, text, len);
}

/* Terms in Latin letters have theirs, whatever the document's script. */
static void
add_latin(struct letters *l, UCollator *collator)
{
	static const UChar latin[] = u"ABCDEFGHIJKLMNOPQRSTUVWXYZ";

	for (const UChar *c = latin; *c; c++)
		add_letter(l, collator, 0, c, 1, c, 1);
}

static bool
has_latin(const struct letters *l)
{
	for (size_t i = 0; i < l->len; i++)
		if (l->list[i].text[0] < 0x80)
			return true;
	return false;
}

/* Traditional Chinese is sorted by strokes: "1劃", "2劃"... */
static void
add_strokes(struct letters *l, UCollator *collator)
{
	for (UChar n = 1; n <= 64; n++) {
		UChar start = (UChar)(0x2800 + n), text[3];
		int32_t len = 0;

		if (n > 9)
			text[len++] = (UChar)('0' + n / 10);
		text[len++] = (UChar)('0' + n % 10);
		text[len++] = 0x5283;
		add_letter(l, collator, LETTER, &start, 1, text, len);
	}
}

/* Adds the starts of scripts, where the letters before them end. */
static void
add_scripts(struct letters *l, UCollator *collator)
{
	for (int32_t i = 0; i < USCRIPT_CODE_LIMIT; i++) {
		UErrorCode error = U_ZERO_ERROR;
		UChar sample[8];
		int32_t len = uscript_getSampleString((UScriptCode)i, sample,
		    8, &error);

		if (U_SUCCESS(error) && len > 0 && len < 8)
			add_letter(l, collator, SCRIPT, sample, len, NULL, 0);
	}
}

/* Assigns divisions; letters that sort as equal share that of the plain one. */
static void
number_letters(struct letters *l)
{
	for (size_t i = 0; i < l->len; i++) {
		struct letter *x = &l->list[i];

		x->heads = x->len ? i + 1 : 0;
		for (size_t j = 0; j < i; j++) {
			const struct letter *y = &l->list[j];

			if (x->len && y->len && (u_strCompare(x->text, x->len,
			    y->text, y->len, false) == 0 ||
			    strcmp((char *)x->key, (char *)y->key) == 0)) {
				x->heads = y->heads;
				break;
			}
		}
	}
}

/* Reads the language's index letters, and sets the collator accordingly. */
static struct letters
open_letters(UCollator *collator, const char *lang)
{
	UErrorCode error = U_ZERO_ERROR;
	ULocaleData *data = ulocdata_open(lang, &error);
	USet *set = ulocdata_getExemplarSet(data, NULL, 0, ULOCDATA_ES_INDEX,
	    &error);
	bool chinese = strncmp(lang, "zh", 2) == 0;
	int32_t items = U_SUCCESS(error) ? uset_getItemCount(set) : 0;
	struct letters l = { 0 };

	for (int32_t i = 0; i < items; i++) {
		UChar32 first = 0, last = -1;
		UChar text[8];
		int32_t len;

		error = U_ZERO_ERROR;
		len = uset_getItem(set, i, &first, &last, text, 8, &error);
		if (len)
			add_own(&l, collator, chinese, text, len);
		for (UChar32 c = first; len == 0 && c <= last; c++) {
			int32_t one = 0;

			U16_APPEND_UNSAFE(text, one, c);
			add_own(&l, collator, chinese, text, one);
		}
	}
	uset_close(set);
	ulocdata_close(data);
	l.chinese = chinese;
	if (!has_latin(&l))
		add_latin(&l, collator);
	if (chinese)
		add_strokes(&l, collator);
	add_scripts(&l, collator);
	qsort(l.list, l.len, sizeof *l.list, compare_letters);
	number_letters(&l);
	return l;
}

static xmlNode *
add_division(xmlNode *before, const struct letter *letter)
{
	xmlNode *division = tree_new(before->doc, DB_glossdiv);
	xmlNode *title = tree_new(before->doc, DB_title);
	UErrorCode error = U_ZERO_ERROR;
	char text[32] = "#";

	if (letter)
		u_strToUTF8(text, sizeof text, NULL, letter->text,
		    letter->len, &error);
	xmlAddChild(title, xmlNewDocText(before->doc, (const xmlChar *)text));
	xmlAddChild(division, title);
	return xmlAddPrevSibling(before, division);
}

/* The division of the last letter at or before a key. */
static size_t
find_letter(const struct letters *l, const uint8_t *key)
{
	size_t low = 0, high = l->len;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (strcmp((const char *)l->list[middle].key,
		    (const char *)key) <= 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low ? l->list[low - 1].heads : 0;
}

/*
 * Reorders the divisions A to Z among themselves: no word of Chinese begins with
 * I, U or V in pinyin, so that these stand elsewhere.
 */
static void
order_latin(const struct letters *l, xmlNode *const *divisions)
{
	xmlNode *latin['Z' - 'A' + 1] = { NULL }, *mark = NULL;

	for (size_t i = 0; i < l->len; i++) {
		UChar first = l->list[i].text[0];

		if (divisions[i + 1] == NULL || first < 'A' || first > 'Z')
			continue;
		if (mark == NULL)
			mark = xmlAddPrevSibling(divisions[i + 1],
			    xmlNewDocText(divisions[i + 1]->doc, NULL));
		latin[first - 'A'] = divisions[i + 1];
	}
	for (size_t i = 0; mark && i < sizeof latin / sizeof *latin; i++)
		if (latin[i])
			xmlAddPrevSibling(mark, latin[i]);
	if (mark)
		tree_drop(mark);
}

static void
divide(xmlNode *glossary, const UCollator *collator, const struct letters *l)
{
	xmlNode **divisions = gloss_calloc(l->len + 1, sizeof *divisions);
	struct entries e;
	size_t *of;

	collect(&e, glossary, collator);
	of = gloss_calloc(e.len + 1, sizeof *of);
	for (size_t i = 0; i < e.len; i++) {
		of[i] = find_letter(l, e.list[i].key);
		divisions[of[i]] = glossary; /* at least the first letter
					      * matches */
	}
	for (size_t i = 0; e.len && i <= l->len; i++)
		if (divisions[i])
			divisions[i] = add_division(e.list[0].node,
			    i ? &l->list[i - 1] : NULL);
	if (e.len && l->chinese)
		order_latin(l, divisions);
	for (size_t i = 0; i < e.len; i++)
		tree_move(e.list[i].node, divisions[of[i]]);
	release(&e);
	free(of);
	free(divisions);
}

void
sort_divide(xmlNode *root, const char *lang)
{
	UCollator *collator = open_collator(lang);
	struct letters l;

	if (collator == NULL)
		return;
	l = open_letters(collator, lang);
	for (xmlNode *n = root; n; n = tree_next(n, root))
		if (docbook_id(n) == DB_glossary &&
		    tree_child(n, DB_glossdiv) == NULL)
			divide(n, collator, &l);
	for (size_t i = 0; i < l.len; i++) {
		free(l.list[i].key);
		free(l.list[i].full);
	}
	free(l.list);
	ucol_close(collator);
}

/* sortas is that of the entry's first term. */
static void
add_names(struct entries *e, size_t *cap, const xmlNode *entry,
    const UCollator *collator)
{
	const char *sortas = tree_attr(entry, "sortas");

	for (xmlNode *c = entry->children; c; c = c->next) {
		bool term = docbook_id(c) == DB_glossterm;

		if (!index_is_name(c))
			continue;
		e->list = gloss_room(e->list, e->len, cap, sizeof *e->list);
		e->list[e->len] = (struct sortable){ c,
		    key_of_name(collator, c, term ? sortas : NULL), e->len };
		e->len++;
		if (term)
			sortas = NULL;
	}
}

static void
collect_names(struct entries *e, xmlNode *root, const UCollator *collator)
{
	size_t cap = 0;

	*e = (struct entries){ 0 };
	for (xmlNode *n = root; n; n = tree_next(n, root))
		if (docbook_id(n) == DB_glossentry)
			add_names(e, &cap, n, collator);
}

/* While the index is made, psvi of an element is its title. */
static void
mark_titles(xmlNode *root, bool there)
{
	for (xmlNode *n = root; n; n = tree_next(n, root)) {
		xmlNode *of = n->parent;

		if (docbook_id(n) != DB_title)
			continue;
		if (docbook_id(of) == DB_info)
			of = of->parent;
		/* its own title takes precedence over that in its info */
		if (of->psvi == NULL || of == n->parent || !there)
			of->psvi = there ? n : NULL;
	}
}

/* Adds a line to the index: a name, and the title of its section. */
static void
add_index_entry(xmlNode *index, const xmlNode *name, const xmlNode *root,
    struct budget *titles)
{
	xmlNode *entry = tree_new(index->doc, DB_indexentry);
	xmlNode *line = tree_new(index->doc, DB_primaryie);
	xmlNode *strong = tree_new(index->doc, DB_emphasis);
	const xmlNode *title = NULL;
	struct buf text = { 0 };

	xmlAddChild(index, entry);
	xmlAddChild(entry, line);
	xmlAddChild(line, strong);
	xmlNewProp(strong, (const xmlChar *)"role", (const xmlChar *)"strong");
	tree_text(name, &text);
	xmlNodeAddContent(strong, (const xmlChar *)buf_str(&text));
	for (const xmlNode *up = name->parent; up != root && title == NULL;
	    up = up->parent)
		title = up->psvi;
	if (title && budget_take(titles, title, budget_work(title))) {
		/* the period of "etc." does not end a sentence */
		bool marked = text.len && strchr(".?!", buf_last(&text));

		buf_truncate(&text, 0);
		buf_puts(&text, marked ? "\u00A0(" : " (");
		tree_text(title, &text);
		buf_putc(&text, ')');
		if (budget_take_name(titles, title, text.data))
			xmlAddChild(line, xmlNewDocText(index->doc,
			    (const xmlChar *)text.data));
	}
	buf_free(&text);
}

void
sort_index(xmlNode *root, const char *lang, bool huge, struct diags *d)
{
	struct budget titles = budget_new(LIMIT_INDEX, huge);
	UCollator *collator = open_collator(lang);
	xmlNode *index = NULL;
	struct entries e;

	if (collator == NULL)
		return;
	collect_names(&e, root, collator);
	if (e.len) {
		qsort(e.list, e.len, sizeof *e.list, compare);
		index = xmlAddChild(root, tree_new(root->doc, DB_index));
		tree_set(index, "made", "yes");
	}
	mark_titles(root, true);
	for (size_t i = 0; i < e.len; i++)
		add_index_entry(index, e.list[i].node, root, &titles);
	mark_titles(root, false);
	budget_kept(&titles, "what the index says of titles", d);
	release(&e);
	ucol_close(collator);
}
