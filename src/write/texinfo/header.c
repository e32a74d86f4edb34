/* SPDX-License-Identifier: MIT */
/* Texinfo: the header, up to the title of the first node. */
#include <string.h>

#include <unicode/uloc.h>

#include "texinfo.h"

/*
 * Writes @documentlanguage in the form that makeinfo knows: two letters, and a
 * country of two letters.  It is left out for American English, which is the
 * default; makeinfo 7.3 would search for a locale, and warn if there is none.
 */
static void
put_language(struct texinfo *x, const char *tag)
{
	/* ICU adds no NUL if the text just fits */
	char language[ULOC_LANG_CAPACITY] = "";
	char country[ULOC_COUNTRY_CAPACITY] = "";
	UErrorCode status = U_ZERO_ERROR;

	uloc_getLanguage(tag, language, sizeof language - 1, &status);
	uloc_getCountry(tag, country, sizeof country - 1, &status);
	if (U_FAILURE(status) || strlen(language) != 2 ||
	    *uloc_getISO3Language(language) == '\0')
		return;
	if (strcmp(language, "en") == 0 &&
	    (*country == '\0' || strcmp(country, "US") == 0))
		return;
	texi_open_line(&x->texi, "@documentlanguage");
	texi_puts(&x->texi, language);
	if (strlen(country) == 2 && *uloc_getISO3Country(tag)) {
		texi_puts(&x->texi, "_");
		texi_puts(&x->texi, country);
	}
	texi_close_line(&x->texi);
}

static void
put_directory(struct texinfo *x, const xmlNode *document)
{
	const char *category = layout_attr(document, "category");
	const char *purpose = layout_attr(document, "purpose");
	const char *name = layout_attr(document, "name");

	if (category == NULL)
		return;
	texi_gap(&x->texi);
	texi_line(&x->texi, "@dircategory", category);
	texi_command(&x->texi, "@direntry");
	texi_open_entry(&x->texi, name, true);
	if (purpose)
		texi_puts(&x->texi, purpose);
	texi_close_line(&x->texi);
	texi_command(&x->texi, "@end direntry");
}

/* makeinfo requires a title with visible characters. */
static void
put_title(struct texinfo *x, const char *command, const xmlNode *document)
{
	struct buf seen = { 0 };
	size_t start;

	texi_open_line(&x->texi, command);
	start = x->texi.out->len;
	texinfo_write_plain(x, layout_child(document, L_TITLE));
	texi_name(&seen, x->texi.out->data + start, false);
	if (seen.len == 0) {
		texi_cut(&x->texi, start);
		texi_puts(&x->texi, layout_attr(document, "name"));
	}
	texi_close_line(&x->texi);
	buf_free(&seen);
}

/* The title page for print, with the copying text on its back. */
static void
put_title_page(struct texinfo *x, const xmlNode *document)
{
	texi_gap(&x->texi);
	texi_command(&x->texi, "@titlepage");
	put_title(x, "@title", document);
	if (layout_child(document, L_COPYING)) {
		texi_command(&x->texi, "@page");
		texi_command(&x->texi, "@vskip 0pt plus 1filll");
		texi_command(&x->texi, "@insertcopying");
	}
	texi_command(&x->texi, "@end titlepage");
	texi_command(&x->texi, "@iftex");
	texi_command(&x->texi, "@contents");
	texi_command(&x->texi, "@end iftex");
}

/*
 * @frenchspacing on: sentence ends cannot be detected reliably, so the space is
 * never doubled.  Paragraphs are separated by blank lines, and quotes in code
 * can be copied.
 */
void
texinfo_open_header(struct texinfo *x, const xmlNode *document)
{
	const char *lang = layout_attr(document, "lang");

	texi_command(&x->texi, "\\input texinfo    @c -*-texinfo-*-");
	texi_file(&x->texi, layout_attr(document, "name"));
	texi_command(&x->texi, "@documentencoding UTF-8");
	if (lang)
		put_language(x, lang);
	put_title(x, "@settitle", document);
	texi_command(&x->texi, "@frenchspacing on");
	texi_command(&x->texi, "@paragraphindent 0");
	texi_command(&x->texi, "@codequoteundirected on");
	texi_command(&x->texi, "@codequotebacktick on");
	texi_quotes(&x->texi);
}

void
texinfo_close_header(struct texinfo *x, const xmlNode *document)
{
	put_directory(x, document);
	put_title_page(x, document);
	texi_gap(&x->texi);
	texi_command(&x->texi, "@ifnottex");
	texi_node(&x->texi, "Top");
}
