#!/bin/sh
# SPDX-License-Identifier: MIT
# What "make fuzz" starts from, and what it has ever found, still holds.
. "$SOURCE/tests/lib.sh"

cd "$work" || exit 99
for folder in "$SOURCE"/tests/fuzz/corpus/* "$SOURCE"/tests/fuzz/regressions/*
do
	target=${folder##*/}
	for file in "$folder"/*; do
		check "${file#"$SOURCE/tests/fuzz/"}" \
		    "$DOCS/tests/fuzz/$target" "$file"
	done
done
done_testing
