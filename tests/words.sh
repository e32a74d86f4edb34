#!/bin/sh
# SPDX-License-Identifier: MIT
# Every word of a source is in each of its products at least as often.  A case
# that leaves words out on purpose says why in a file no-words.
. "$SOURCE/tests/lib.sh"

one()
{
	if [ -f "$2/no-words" ]; then
		skip "$1: words" "$(cat "$2/no-words")"
		return
	fi
	tree=$work/tree.xml
	document=$2/input.xml
	[ "$1" != virt-terms ] || document=$SOURCE/source/virt-terms.xml
	source_tree "$document" >"$tree"
	all_words "$1" "$tree" "$3"
}

if have xmllint; then
	each_product one
else
	skip "words" "xmllint is not installed"
fi
done_testing
