#!/bin/sh
# SPDX-License-Identifier: MIT
# Every diagnostic of diag.def is shown somewhere, in its wording: in a case's
# expected.diagnostics, or in what a script here wants to be said.
. "$SOURCE/tests/lib.sh"

sed -n 's/^DIAG([A-Z_]*, "\([a-z-]*\)",.*/\1/p' \
    "$SOURCE/src/util/diag.def" >"$work/names"
cat "$SOURCE"/tests/cases/*/expected.diagnostics "$SOURCE"/tests/*.sh |
    sed -n 's/.*[^ ].*\\*\[\([a-z-]*\)\\*\].*/\1/p' | sort -u >"$work/shown"

# as many as diag.h will count, so that no row has escaped the pattern
rows=$(grep -c '^DIAG(' "$SOURCE/src/util/diag.def")
check "all $rows rows are read" test "$(wc -l <"$work/names")" -eq "$rows"
while read -r name; do
	check "$name: its wording is expected somewhere" \
	    grep -qx -e "$name" "$work/shown"
done <"$work/names"

# and in cases only such as there are
cat "$SOURCE"/tests/cases/*/expected.diagnostics |
    sed -n 's/.*\[\([a-z-]*\)\]$/\1/p' | sort -u >"$work/expected"
check "no case expects another" sh -c \
    'sort "$1" | comm -13 - "$2" | { ! grep .; }' sh "$work/names" \
    "$work/expected"
done_testing
