#!/bin/sh
# SPDX-License-Identifier: MIT
# The tool's own manual: it says what the program has, all of it and no more,
# and its pages please those who read pages.
. "$SOURCE/tests/lib.sh"

manual=$SOURCE/source/glossc.1.xml

# The names of options, one a line; -W's forms are one option.
options()
{
	awk '{
		for (i = 1; $i ~ /^-/; i++) {
			sub(/^-W.*/, "-W", $i)
			sub(/[^-A-Za-z].*/, "", $i)
			print $i
		}
	}' | sort -u
}

"$GLOSSC" --help | sed -n 's/^ *\(--*[A-Za-z]\)/\1/p' | options >"$work/known"
sed -n 's/.*<term>\(<option>-.*\)/\1/p' "$manual" | sed 's/<[^>]*>//g' |
    options >"$work/told"
check "--help has options" grep -qx -e --output "$work/known"
check "glossc(1) has the options of --help" diff "$work/known" "$work/told"

# The formats, as the list of them says when it is asked for another.
"$GLOSSC" --to=? - 2>&1 |
    sed -n 's/.*--to knows \(.*\), once each.*/\1/p' |
    sed 's/ and /, /' | tr -s ', ' '\n' | sort >"$work/known"
"$GLOSSC" --help | sed -n 's/^ *-t, --to=[^ ]* *//p' |
    sed 's/([^)]*)//' | tr -s ', ' '\n' | sort >"$work/told"
check "there are formats" grep -qx dict "$work/known"
check "--help has the formats" diff "$work/known" "$work/told"
for format in $(cat "$work/known"); do
	check "glossc(1) has the format $format" \
	    grep -q "<literal>$format</literal>" "$manual"
done

# The names of diagnostics, with the sort of list that each stands in.
sed -n '/^DIAG(/s/[(),"]/ /gp' "$SOURCE/src/util/diag.def" |
    awk '{
	level = tolower(substr($4, 6))
	print $3, level (level == "error" ? "" : $5 == "true" ? " on" : " off")
    }' | sort >"$work/known"
awk '/<para>Errors cannot/ { sort = "error" }
    /<para>Warnings that are on/ { sort = "warning on" }
    /<para>Warnings that are off/ { sort = "warning off" }
    /<para>Notes that are on/ { sort = "note on" }
    /<para>A note that is off/ { sort = "note off" }
    /xml:id="safety"/ { exit }
    sort && /<term><literal>/ { gsub(/<[^>]*>| /, ""); print $0, sort }' \
    "$manual" | sort >"$work/told"
check "there are diagnostics" grep -q "^dangling" "$work/known"
check "glossc(1) has the diagnostics of diag.def" \
    diff "$work/known" "$work/told"

# The limits, with what --huge does to them; SECURITY says where they are listed.
tr -d '\n\t\\' <"$SOURCE/include/gloss/limits.h" | sed 's/LIMIT(/\n&/g; s/,  */,/g' |
    sed -n 's/^LIMIT([A-Z_]*,\([0-9]*\),\([A-Z]*\),"\([^"]*\)").*/\1 \3 \2/p' |
    sed 's/LIFTED$/yes/; s/KEPT$/no/' | sort >"$work/known"
sed -n '/<informaltable xml:id="limits"/,/<.informaltable/p' "$manual" |
    sed -n 's/ *<row><entry>\([0-9,]*\)<.entry><entry>\(.*\)<.entry><entry>\(.*\)<.entry>.*/\1 \2 \3/p' |
    awk '{ gsub(/,/, "", $1); print }' | sort >"$work/told"
check "there are limits" grep -q "bytes of a file yes" "$work/known"
check "glossc(1) has the limits of limits.h" diff "$work/known" "$work/told"
check "SECURITY says where they are listed" grep -q "limits are in glossc(1)" \
    "$SOURCE/SECURITY"
check "no file has a limit of its own" fails grep -rnE \
    '(enum [{]|#define) [A-Z_]+ =? ?[0-9]+000000' "$SOURCE/src/read" \
    "$SOURCE/src/resolve" "$SOURCE/src/layout"

manual=$SOURCE/source/glossc.5.xml

# The part of the page that has an id.
part()
{
	sed -n "/<refsection xml:id=\"$1\"/,/^<\/refsection/p" "$manual"
}

# Each element of the layout vocabulary, with its attributes.
tr -d '\n' <"$SOURCE/src/vocabulary/vocabulary.def" |
    awk 'BEGIN { RS = "ELEMENT[(]"; FS = "\"" }
	/^[A-Z]+,/ {
		print $2
		n = split($4, names, " ")
		for (i = 1; i <= n; i++)
			print $2, names[i]
	}' | sort >"$work/known"
part vocabulary | awk '
    /<term><tag>/ { gsub(/<[^>]*>| /, ""); print element = $0 }
    { while (match($0, /class="attribute">[a-z]*/)) {
	print element, substr($0, RSTART + 18, RLENGTH - 18)
	$0 = substr($0, RSTART + RLENGTH)
    } }' | sort -u >"$work/told"
check "there are elements" grep -qx "list kind" "$work/known"
check "glossc(5) has the layout vocabulary" diff "$work/known" "$work/told"

# What the stylesheets know of the resolved tree.
cd "$SOURCE/xsl" || exit 99
grep -oh '@\{0,1\}\<r:[a-z]*' ./*.xsl common/*.xsl |
    grep -v '^r:$' | sort -u >"$work/known"
part resolved | grep -o "\"attribute\">r:[a-z]*\|<\(tag\|function\)>r:[a-z]*" |
    sed "s/\"attribute\">/@/; s/<[a-z]*>//" | sort -u >"$work/told"
check "there are resolved attributes" grep -qx "@r:target" "$work/known"
check "glossc(5) has the resolved tree" diff "$work/known" "$work/told"

# The parameters and their values, blanks at the ends aside.
sed -n 's|^  <xsl:param name="\([^"]*\)"/>|\1 |p
    s|^  <xsl:param name="\([^"]*\)">\(.*\)</xsl:param>|\1 \2|p' \
    ./*.xsl common/*.xsl | sed 's/  */ /g; s/ $//' | sort >"$work/known"
part parameters | sed 's/^ *//' | awk '
    /^<entry><literal>/ { gsub(/<[^>]*>/, ""); name = $0; next }
    name { gsub(/<[^>]*>/, ""); print name, $0; name = "" }' |
    sed 's/  */ /g; s/ $//' | sort >"$work/told"
check "there are parameters" grep -qx "word.see See" "$work/known"
check "glossc(5) has the parameters" diff "$work/known" "$work/told"

# The example of a stylesheet works.
if have xmllint; then
	xmllint --xpath 'string(//*[local-name()="programlisting"]
	    [contains(., "<xsl:stylesheet")])' "$manual" >"$work/my.xsl"
	cat >"$work/terms.xml" <<EOD
<glossary xmlns="http://docbook.org/ns/docbook" version="5.0"><title>T</title>
<glossentry><glossterm>a</glossterm><glosssee otherterm="b"/></glossentry>
<glossentry xml:id="b"><glossterm>b</glossterm><glossdef><para>Press
<guibutton>OK</guibutton>.</para></glossdef></glossentry></glossary>
EOD
	"$GLOSSC" --to=text --stylesheet=text="$work/my.xsl" --output=- \
	    "$work/terms.xml" >"$work/page" 2>"$work/said"
	result $? "glossc(5)'s stylesheet is taken"
	check "it overrides a template" grep -F 'Press [OK].' "$work/page"
	check "it overrides a parameter" grep -F 'Look at b.' "$work/page"
else
	skip "glossc(5)'s stylesheet" "xmllint is not installed"
fi

# Nothing, the code of examples too, is wider than a terminal.
narrow()
{
	render_narrow "$1" "$2" >"$work/page" || return 1
	! grep -n '.\{81\}' "$work/page"
}

render_narrow()
{
	case $1 in
	# shellcheck disable=SC2046
	groff) groff $(preprocessors "$2") -man -Tutf8 -Kutf8 -P-cbou -rLL=80n \
	    "$2" ;;
	mandoc) mandoc -T utf8 -O width=80 "$2" | sed "s/.$(printf '\010')//g" ;;
	esac
}

schema=/usr/share/xml/docbook/schema/rng/5.0/docbookxi.rng
for page in glossc.1 glossc.5; do
	manual=$SOURCE/source/$page.xml
	if have xmllint && [ -f $schema ]; then
		check "$page is valid DocBook" \
		    xmllint --nonet --noout --relaxng $schema "$manual"
	else
		skip "$page is valid DocBook" \
		    "xmllint or DocBook's schema is not installed"
	fi
	silent "$page has no fault that glossc finds" \
	    "$GLOSSC" --check --strict -Wall "$manual"
	judge groff "$page: groff fills 80 columns" narrow groff "$DOCS/$page"
	judge mandoc "$page: mandoc fills 80 columns" narrow mandoc "$DOCS/$page"
	mkdir "$work/$page"
	"$GLOSSC" --output="$work/$page" "$manual"
	check "$page is what was built" cmp "$work/$page/$page" "$DOCS/$page"
	judge_all "$page" "$work/$page" "$work/no-terms"
	source_tree "$manual" >"$work/tree"
	all_words "$page" "$work/tree" "$work/$page"
done
done_testing
