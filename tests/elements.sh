#!/bin/sh
# SPDX-License-Identifier: MIT
# Every element of DocBook 4.5 and 5.2 is known, laid out or left out on
# purpose, and all of its words come back.
. "$SOURCE/tests/lib.sh"

schemas=/usr/share/xml/docbook/schema
table=$SOURCE/src/docbook/docbook.def

# What 5.1 and 5.2 added to 5.0.
added='assembly association buildtarget danger description enumidentifier
enumitem enumitemdescription enumname enumsynopsis enumvalue filterin filterout
formalgroup givenname instance macrodef macroname macroprototype macrosynopsis
merge meta module multimediaparam namespace namespacename output
packagesynopsis relationship relationships resource resources result
specializedtemplate stepresult structure synopsisinfo template templatename
topic transclude transform transforms typedefname typedefsynopsis unionname
unionsynopsis'

# The names in a schema: names_in FILE...
names_in()
{
	sed -n 's/.*<!ELEMENT *\([a-z][a-z0-9]*\) .*/\1/p
	    s/.*<element name="\([a-z][a-z0-9]*\)".*/\1/p' "$@"
}

# Those of a version, or nothing where its schema is not installed.
names_of()
{
	case $1 in
	4.5) names_in "$schemas"/dtd/4.5/*.mod "$schemas"/dtd/4.5/*.dtd ;;
	5.0) names_in "$schemas"/rng/5.0/docbook.rng ;;
	5.2) printf '%s\n' $added ;;
	esac 2>/dev/null | sort -u
}

# The name that the stylesheets know: new_name NAME
new_name()
{
	row=$(grep "^[DR][A-Z]*($1," "$table") || return 1
	case $row in
	RENAMED*) echo "$row" | sed 's/.*, \(.*\))$/\1/' ;;
	*) echo "$1" ;;
	esac
}

# What the match patterns of all stylesheets name, a name a line
tr '\n' ' ' <"$SOURCE/xsl/man.xsl" >"$work/xsl"
cat "$SOURCE"/xsl/common/*.xsl | tr '\n' ' ' >>"$work/xsl"
grep -o 'match="[^"]*"' "$work/xsl" | grep -o 'db:[a-z0-9]*' |
    sed 's/db://' | sort -u >"$work/matched"

unknown()
{
	while read -r name; do
		new=$(new_name "$name") || {
			echo "$name is not in docbook.def"
			continue
		}
		grep -Fxq "$new" "$work/matched" ||
		    echo "$name ($new) has no template"
	done
}

for version in 4.5 5.0 5.2; do
	names_of "$version" >"$work/names"
	if [ ! -s "$work/names" ]; then
		skip "DocBook $version" "its schema is not installed"
		continue
	fi
	unknown <"$work/names" >"$work/said"
	[ ! -s "$work/said" ]
	result $? "each element of DocBook $version is known and has a template"
done

# --- their words ---

# Words of the form w00001x are in the order of the source in what runs as one
# text: the paragraph whose id is "run".  That none is lost, words.sh sees.
words_in()
{
	sed "s/.$(printf '\b')//g" "$1" | grep -o 'w[0-9]\{5\}x'
}

in_order()
{
	words_in "$2" >"$work/came"
	grep -Fxf "$1" "$work/came" | diff "$1" -
}

for version in 4 5; do
	folder=$SOURCE/tests/cases/every-element-$version
	run_case "$folder" "$work/every"
	result $? "every-element-$version: exit status is 0"
	sed -n '/<para [xml:]*id="run"/,/<\/para>/p' "$folder/input.xml" \
	    >"$work/run"
	words_in "$work/run" >"$work/expected"
	for tool in groff mandoc makeinfo cat; do
		if ! have "$tool"; then
			skip "every-element-$version: $tool" "not installed"
			continue
		fi
		render_all "$tool" "$(format_of "$tool")" "$work/every" \
		    >"$work/rendered"
		silent "every-element-$version: in order ($tool)" \
		    in_order "$work/expected" "$work/rendered"
	done
	rm -rf "$work/every"
done

# --- DocBook 4 and 5: the same bytes ---

# Without the links that DocBook 4 has no form for.
as_5()
{
	sed '/<link /!s/ xlink:href="[^"]*"//g' "$1"
}

as_4()
{
	sed 's/[[:blank:]]xmlns\(:xlink\)*="[^"]*"//g; s/ version="5[^"]*"//
	    s/xml:id=/id=/g; s/xml:lang=/lang=/g
	    s/<info>/<articleinfo>/g; s/<\/info>/<\/articleinfo>/g
	    s/<link\([ />]\)/<ulink\1/g; s/<\/link>/<\/ulink>/g
	    s/\(<ulink[^>]*\) xlink:href=/\1 url=/g
	    s/<tag>/<sgmltag>/g; s/<\/tag>/<\/sgmltag>/g' "$1"
}

# The name is that of the page.
same_bytes()
{
	rm -rf "$work/4" "$work/5"
	mkdir -p "$work/4/out" "$work/5/out"
	as_5 "$1" >"$work/5/page.xml"
	as_4 "$work/5/page.xml" >"$work/4/page.xml"
	! grep -q 'docbook.org/ns\|xml:id\|xlink' "$work/4/page.xml" || return 1
	for version in 4 5; do
		"$GLOSSC" -q --output="$work/$version/out" \
		    "$work/$version/page.xml" || return 1
	done
	[ "$(ls "$work/5/out" | wc -l)" -ge 3 ] &&
	    diff -r "$work/4/out" "$work/5/out"
}

for source in common.xml order.xml cases/every-element-5/input.xml \
    cases/lists/input.xml cases/tables/input.xml; do
	silent "$source: DocBook 4 and 5 make the same bytes" \
	    same_bytes "$SOURCE/tests/$source"
done

# --- nested at random ---

nested()
{
	mkdir "$work/nested"
	perl "$SOURCE/tests/nest.pl" "$1" "$table" >"$work/nested.xml" ||
	    return 1
	"$GLOSSC" -q --output="$work/nested" "$work/nested.xml" || return 1
	all_words "$1" "$work/nested.xml" "$work/nested" >"$work/all"
	! grep -A 5 '^not ok' "$work/all"
}

if have perl; then
	for seed in $(seq 1 60); do
		check_cases=$cases
		nested "$seed" >"$work/told" 2>&1
		status=$?
		cases=$check_cases
		cp "$work/told" "$work/said"
		result "$status" "nested at random: $seed"
		rm -rf "$work/nested"
	done
else
	skip "nested at random" "perl is not installed"
fi
done_testing
