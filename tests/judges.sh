#!/bin/sh
# SPDX-License-Identifier: MIT
# Puts what every case makes before groff, mandoc, lexgrog, man, makeinfo and
# info.  So that few processes are started, a tool gets the products of all
# cases at once, and one by one only if it complains.  CASE=NAME has its products
# judged one by one.
. "$SOURCE/tests/lib.sh"

one()
{
	judge_all "$1" "$3" "$2/terms"
}

if [ "${CASE:-}" ]; then
	each_product one
	done_testing
	exit
fi

# collect NAME FOLDER OUT: sorts the products by what they are judged by
# man -l starts a dozen processes for a page, so of the pages of virt-terms' terms
# it gets one in 20; the other tools get all.
names=
pages=
shown=
terms_seen=0
tables=
manuals=
texts=
webs=
collect()
{
	names="$names $1"
	set_products man "$3"
	for product in $products; do
		case $product in
		*.7virt) terms_seen=$((terms_seen + 1)) ;;
		*) terms_seen=0 ;;
		esac
		[ $((terms_seen % 20)) -ne 0 ] || shown="$shown $product"
		read -r first_line <"$product"
		case $first_line in
		"'\\\" t") tables="$tables $product" ;;
		*) pages="$pages $product" ;;
		esac
	done
	set_products texinfo "$3"
	manuals="$manuals$products"
	set_products text "$3"
	texts="$texts$products"
	set_products html "$3"
	webs="$webs$products"
}

# at_once FORMAT TOOL LABEL COMMAND...: judges all products of a format; where
# that fails, those of each case
at_once()
{
	at_once_format=$1
	at_once_tool=$2
	at_once_label=$3
	shift 3
	if ! have "$at_once_tool"; then
		skip "$at_once_label" "$at_once_tool is not installed"
	elif "$@" >"$work/said" 2>&1 </dev/null && [ ! -s "$work/said" ]; then
		result 0 "$at_once_label"
	else
		again=
		result 1 "$at_once_label"
		for name in $names; do
			again="CASE=$name"
			set_products "$at_once_format" "$work/out/$name"
			for product in $products; do
				"judge_$at_once_format" "$name" "$product" \
				    "$work/no-terms"
			done
		done
	fi
}

# from a folder of their own, as --no-split writes each beside the others
makeinfo_takes()
{
	(mkdir -p "$work/made" && cd "$work/made" && make_info --no-split "$@")
}

webs_sound()
{
	for page do
		perl "$SOURCE/tests/html.pl" "$page"
	done
}

each_product collect
# shellcheck disable=SC2086
{
	at_once man groff "groff -ww takes the pages" \
	    groff_takes $pages
	at_once man groff "groff -ww takes the pages with tables" \
	    groff_takes $tables
	at_once man mandoc "mandoc -T lint takes the pages" \
	    mandoc_takes $pages $tables
	at_once man lexgrog "lexgrog parses NAME of the pages" \
	    lexgrog_parses $pages $tables
	at_once man "$man" "man -l shows the pages" man_renders $shown
	at_once man "$man" "man -l shows where links lead" \
	    addresses_shown "$man -l" $(grep -l '^\.[UM][RT] ' $shown)
	at_once man mandoc "mandoc shows where links lead" \
	    addresses_shown "mandoc -T utf8" $pages $tables
	at_once texinfo makeinfo "makeinfo takes the manuals" \
	    makeinfo_takes $manuals
	at_once texinfo makeinfo "makeinfo --html takes the manuals" \
	    makeinfo_takes --html $manuals
	at_once text perl "the texts are plain" plain $texts
	at_once html perl "the web pages are sound" webs_sound $webs
}
for name in $names; do
	again="CASE=$name"
	terms=$SOURCE/tests/cases/$name/terms
	[ "$name" != virt-terms ] || terms=$SOURCE/tests/shipped/terms
	[ ! -f "$terms" ] || for product in "$work/out/$name"/*.texi; do
		judge_terms "$name" "$product" "$terms"
	done
done
done_testing
