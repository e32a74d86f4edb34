#!/bin/sh
# SPDX-License-Identifier: MIT
# Every reference of a glossary made at random is shown with the headword that
# it leads to, or with its own words, and leads there; what leads nowhere is
# reported in its line; nothing else is reported.  SEEDS=N takes more of them.
. "$SOURCE/tests/lib.sh"

if ! have perl || ! perl -MUnicode::Normalize -e 1 2>/dev/null; then
	skip "references at random" "perl or its Unicode::Normalize is missing"
	done_testing
	exit 0
fi

# Each format as its reader sees it: render_as FORMAT TOOL PRODUCT
pages=
render_as()
{
	if have "$2"; then
		render "$2" "$3" >"$work/page.$1" || return 1
		pages="$pages $1=$work/page.$1"
	fi
}

made_at_random()
{
	perl "$SOURCE/tests/refs.pl" "$1" "$work/random" || return 1
	cd "$work/random" || return 1
	"$GLOSSC" -Wundefined --output=out input.xml 2>"$work/diagnostics" ||
	    { cat "$work/diagnostics"; return 1; }
	"$GLOSSC" -q --stop-after=resolve --output=- input.xml \
	    >"$work/resolved" || return 1
	pages=
	render_as man groff out/input.7 &&
	    render_as texinfo makeinfo out/input.texi &&
	    render_as text cat out/input.txt || return 1
	# shellcheck disable=SC2086
	perl "$SOURCE/tests/shown.pl" expected "$work/diagnostics" \
	    "$work/resolved" $pages
}

for tool in groff makeinfo; do
	have "$tool" || skip "references as $tool shows them" "not installed"
done
for seed in $(seq 1 "${SEEDS:-16}"); do
	mkdir -p "$work/random/out"
	silent "references at random: $seed" made_at_random "$seed"
	cd "$SOURCE" || exit 99
	rm -rf "$work/random"
done

# No size of circle or chain keeps it from an end.
for shape in circle chain; do
	perl "$SOURCE/tests/big.pl" "$shape" 20000 >"$work/$shape.xml"
	check "$shape of 20,000: exit status 0" \
	    "$GLOSSC" --check "$work/$shape.xml"
	mv "$work/said" "$work/$shape"
done
check "circle: reported once, with its whole path" awk '
	/\[circle\]$/ { circles++; steps = gsub(/ -> /, "") }
	END { exit !(NR == 1 && circles == 1 && steps == 20000) }
	' "$work/circle"
check "chain: each entry but the last two tells its end" awk '
	/ends at "term 19999" \[chain\]$/ { ends++ }
	END { exit !(NR == 19998 && ends == NR) }' "$work/chain"

done_testing
