#!/bin/sh
# SPDX-License-Identifier: MIT
# The layout vocabulary is one: its table in C, its grammar, and what the
# stylesheets make of each case, be they read whole or in part.
. "$SOURCE/tests/lib.sh"

rng=$SOURCE/xsl/layout.rng

if ! have xmllint; then
	skip "the layout vocabulary" "xmllint is not installed"
	done_testing
	exit 0
fi

# One line for each element of vocabulary.def: its name and its attributes.
tr -d '\n' <"$SOURCE/src/vocabulary/vocabulary.def" |
    awk 'BEGIN { RS = "ELEMENT[(]"; FS = "\"" } /^[A-Z]+,/ { print $2, $4 }' |
    while read -r element attributes; do
	echo "$element" $(printf '%s\n' $attributes | sort)
done | sort >"$work/table"

# The names that an XPath expression finds in the grammar, sorted.
names()
{
	xmllint --xpath "$1/@name" "$rng" 2>/dev/null |
	    sed 's/.*name="//; s/".*//' | sort -u
}

names '//*[local-name()="element"]' | while read -r element; do
	echo "$element" $(names "//*[local-name()='attribute'][
	    ancestor::*[local-name()='element'][1]/@name='$element']")
done | sort >"$work/grammar"

check "vocabulary.def and layout.rng name the same" \
    diff "$work/table" "$work/grammar"
check "the vocabulary is not empty" test -s "$work/table"

valid()
{
	# shellcheck disable=SC2086
	"$GLOSSC" -q $options --to="$1" --stop-after=layout --output=- "$2" |
	    xmllint --nonet --noout --relaxng "$rng" -
}

# One of the user's gets the built-in ones whole; else only the templates that
# the document needs are read.
for format in $formats; do
	cat >"$work/$format.xsl" <<EOF
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="glossc:$format.xsl"/>
</xsl:stylesheet>
EOF
done

whole_is_same()
{
	# shellcheck disable=SC2086
	"$GLOSSC" -q $options --to="$1" --stop-after=layout --output=- "$2" \
	    >"$work/part" &&
	    "$GLOSSC" -q $options --to="$1" --stop-after=layout --output=- \
	    --stylesheet="$1=$work/$1.xsl" "$2" >"$work/whole" &&
	    cmp "$work/part" "$work/whole"
}

documents=
for name in $case_names; do
	documents="$documents cases/$name/input.xml"
done
[ "${CASE:-}" ] || documents="$documents ../source/virt-terms.xml"
for document in $documents; do
	document=$SOURCE/tests/$document
	folder=${document%/*}
	again="CASE=${folder##*/}"
	[ ! -f "$folder/expected.status" ] || continue
	cd "$folder" || exit 99
	# of the case's options those without which there is no document
	options=
	for option in $(cat args 2>/dev/null); do
		case $option in
		--entities=* | --path=* | --allow-missing)
			options="$options $option" ;;
		esac
	done
	for format in $formats; do
		check "${folder##*/}: the layout for $format is valid" \
		    valid "$format" "${document##*/}"
		check "${folder##*/}: the $format stylesheet has what it needs" \
		    whole_is_same "$format" "${document##*/}"
	done
done
done_testing
