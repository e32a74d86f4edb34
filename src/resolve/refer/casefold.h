/* SPDX-License-Identifier: MIT */
/* Folds names, to compare them without regard to case and form. */
#ifndef RESOLVE_CASEFOLD_H
#define RESOLVE_CASEFOLD_H

/*
 * The folded form, which is equal for names with the same meaning:
 * NFKC_Casefold (Unicode, chapter 3.13), with all Turkish forms of i made one,
 * and one space between words (a no-break space is a space).  The caller frees
 * it.
 */
char *casefold(const char *text);

/* The same for the letters without diacritics: NFKD without marks. */
char *fold_marks(const char *text);

/*
 * The text in NFKC and in lower case, by the rules of a language (ISO 639
 * code).
 */
char *fold_lower(const char *text, const char *lang);

#endif
