/* SPDX-License-Identifier: MIT */
/* When two names are the same although they are written differently. */
#ifndef RESOLVE_CASEFOLD_H
#define RESOLVE_CASEFOLD_H

/*
 * The form in which two texts that mean the same are the same: NFKC_Casefold
 * (Unicode, chapter 3.13), with one i for all that are in Turkish, and of blanks,
 * which a no-break space then is too, one between words.  The caller frees it.
 */
char *casefold(const char *text);

/* The same of a text in its letters' bare forms: NFKD without marks. */
char *fold_marks(const char *text);

/*
 * The text in lower case by the rules of a language, a code of ISO 639, and in
 * NFKC.
 */
char *fold_lower(const char *text, const char *lang);

#endif
