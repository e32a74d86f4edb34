/* SPDX-License-Identifier: MIT */
/* The Test Anything Protocol for unit tests: one program, one case a line. */
#ifndef TESTS_TAP_H
#define TESTS_TAP_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static int tap_cases, tap_failures;

/* Prints one line of the protocol; a # in the name would be a directive. */
__attribute__((format(printf, 3, 0))) static inline void
tap_line(bool passed, const char *directive, const char *fmt, va_list ap)
{
	char name[512];

	vsnprintf(name, sizeof name, fmt, ap);
	for (char *p = name; *p != '\0'; p++)
		if (*p == '#' || *p == '\n')
			*p = '_';
	printf("%sok %d - %s%s\n", passed ? "" : "not ", ++tap_cases, name,
	    directive);
	fflush(stdout);
	tap_failures += !passed;
}

/* One case; returns what it was given, so that a caller can say more. */
__attribute__((format(printf, 2, 3))) static inline bool
ok(bool passed, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	tap_line(passed, "", fmt, ap);
	va_end(ap);
	return passed;
}

/* One case that could not be run; the text says what it is and why not. */
__attribute__((format(printf, 1, 2))) static inline void
skip(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	tap_line(true, " # SKIP", fmt, ap);
	va_end(ap);
}

/* Shows a string as diagnostics of the last case, each line with its mark. */
static inline void
tap_show(const char *what, const char *s)
{
	printf("# %s: ", what);
	for (; *s != '\0'; s++)
		fputs(*s == '\n' ? "\\n\n#   " : (char[]){*s, '\0'}, stdout);
	putchar('\n');
}

/* One case: two strings are the same; both are shown where they are not. */
__attribute__((format(printf, 3, 4))) static inline bool
is_str(const char *got, const char *expected, const char *fmt, ...)
{
	bool same = strcmp(got, expected) == 0;
	va_list ap;

	va_start(ap, fmt);
	tap_line(same, "", fmt, ap);
	va_end(ap);
	if (!same) {
		tap_show("expected", expected);
		tap_show("got", got);
	}
	return same;
}

/* The plan, at the end of main: return done_testing(); */
static inline int
done_testing(void)
{
	printf("1..%d\n", tap_cases);
	return tap_failures != 0;
}

#endif
