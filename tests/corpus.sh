#!/bin/sh
# SPDX-License-Identifier: MIT
# Real documents of other projects.  They are not part of glossc: GLOSSC_CORPUS
# names the folder where they lie.
. "$SOURCE/tests/lib.sh"

corpus=${GLOSSC_CORPUS:-$SOURCE/../shared/corpus}
if [ ! -d "$corpus" ]; then
	skip "the corpus" "GLOSSC_CORPUS: no such folder: $corpus"
	done_testing
	exit 0
fi

# No reference lost its text: the gap that other converters leave in a paragraph
# of references.
no_gaps()
{
	! grep -En '^ *See( also)? ?[.,;]' "$1"
}

# How many elements an XPath expression finds in a tree.
count()
{
	xmllint --huge --xpath "count($1)" "$2"
}

db='*[namespace-uri()="http://docbook.org/ns/docbook"]'
see="//$db[local-name()='glosssee' or local-name()='glossseealso']"
text="@*[local-name()='text']"

# What each empty reference shows is the first term of the entry that it leads
# to, and stands on the page: shows NAME FILE PAGE [OPTION]...
shows()
{
	shows_name=$1
	shows_page=$3
	shows_file=$2
	shift 3
	"$GLOSSC" -q --stop-after=resolve --output=- "$@" "$shows_file" \
	    >"$work/resolved" 2>/dev/null
	check "$shows_name: each reference has something to show" test \
	    "$(count "$see[not(normalize-space(.)) and not($text)]" \
	    "$work/resolved")" -eq 0
	xmllint --huge --xpath "$see[not(normalize-space(.))]/$text" \
	    "$work/resolved" 2>/dev/null | sed 's/^[^"]*"//; s/"$//
		s/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&amp;/\&/g' |
	    sort -u >"$work/texts"
	# without its quotes, which a format may print in its own way
	check "$shows_name: what is shown stands on the page" awk '
		function plain(s) {
			gsub(/[^[:alnum:]]+/, " ", s)
			return tolower(s)
		}
		NR == FNR { page = page " " $0; next }
		FNR == 1 { page = plain(page) " " }
		index(page, plain($0)) == 0 { print; lost = 1 }
		END { exit lost }' "$shows_page" "$work/texts"
}

# whole FILE [OPTION]...: everything that is promised for a document
whole()
{
	file=$corpus/$1
	name=$1
	shift
	if [ ! -f "$file" ]; then
		skip "$name" "it is not in the corpus"
		return
	fi
	run_out=$work/out
	mkdir "$run_out"
	check "$name: exit status 0" "$GLOSSC" --output="$run_out" "$@" "$file"
	# of pages there may be more: one for each other name
	for ending in '.[0-9]*' .texi .txt; do
		check "$name: a file *$ending" sh -c 'ls "$1"/*'"$ending" sh \
		    "$run_out"
	done
	judge_all "$name" "$run_out" /dev/null
	source_tree "$file" "$@" >"$work/tree.xml"
	all_words "$name" "$work/tree.xml" "$run_out"
	for page in "$run_out"/*.txt; do
		check "$name: no reference without its text" no_gaps "$page"
		shows "$name" "$file" "$page" "$@"
	done
	rm -rf "$run_out"
}

# declare FILE: for each entity that nobody declared, its name stands
declare()
{
	"$GLOSSC" --check "$corpus/$1" 2>&1 | sed -n '
	    s/.*: error: entity "\([^"]*\)" is not defined.*/<!ENTITY \1 "\1">/p
	    ' | sort -u >"$work/declared.ent"
}

whole jargon-file/jargon-resolved.xml
whole postgresql/glossary.sgml
whole virtualbox/user_Glossary.xml
whole opensuse-virtualization/vt_glossary.xml
whole opensuse-virtualization/ja/vt_glossary.xml
for language in en ar; do
	declare kde/$language/index.docbook
	whole kde/$language/index.docbook --entities="$work/declared.ent"
done
for page in "$corpus"/linux-pam/*.xml; do
	[ -f "$page" ] || continue
	whole "linux-pam/${page##*/}"
done

# --- how many references they have, and how many of these lead to a term ---

# resolves FILE [OPTION]...: reads it for the checks below
resolves()
{
	name=$1
	if [ ! -f "$corpus/$name" ]; then
		skip "$name: its references" "it is not in the corpus"
		return 1
	fi
	file=$corpus/$name
	shift
	"$GLOSSC" --stop-after=resolve --output="$work/resolved" "$@" "$file" \
	    2>"$work/complaint"
}

# terms ELEMENT NUMBER FOUND [CONDITION]: so many there are, and so many of them
# lead to a term
terms()
{
	terms_all="//$db[local-name()='$1'][not(local-name()='glossterm' and
	    parent::$db[local-name()='glossentry'])]${4:-}"
	terms_found="${terms_all}[@*[local-name()='kind']='term']"
	[ "$(count "$terms_all" "$work/resolved")" -eq "$2" ] &&
	    [ "$(count "$terms_found" "$work/resolved")" -eq "$3" ]
	result $? "$name: $3 of $2 $1 lead to a term"
}

# dangles ELEMENT: each of these in the source is reported in its line, which is
# that of the end of its tag
dangles()
{
	awk -v open="<$1" '
		{ for (i = gsub(open " ", ""); i > 0; i--) print NR }
		$0 ~ open "$" { print NR + 1 }' "$file" >"$work/lines"
	sed -n "s/^[^:]*:\([0-9]*\): .*: $1 \".*leads nowhere.*/\1/p" \
	    "$work/complaint" | diff "$work/lines" - >"$work/said"
	result $? "$name: $(wc -l <"$work/lines") $1 are reported in their lines"
}

if resolves jargon-file/jargon-resolved.xml; then
	# "network, the" and "wallpaper" have no entry; "hacking" is of "hack"
	if "$GLOSSC" --version | grep -q Snowball; then
		terms glossterm 5619 5617 '[not(@linkend)]'
	else
		terms glossterm 5619 5616 '[not(@linkend)]'
	fi
fi
if resolves postgresql/glossary.sgml; then
	terms glosssee 16 16
	terms glossseealso 3 3
	terms glossterm 310 310
	dangles xref
fi
declare kde/en/index.docbook
if resolves kde/en/index.docbook --entities="$work/declared.ent"; then
	terms glossseealso 244 244
fi

# As published it has an entity that nobody declared.
file=$corpus/jargon-file/jargon.xml
if [ -f "$file" ]; then
	mkdir "$work/out"
	"$GLOSSC" --output="$work/out" "$file" >"$work/complaint" 2>&1
	status=$?
	[ "$status" -eq 1 ]
	result $? "jargon.xml: exit status 1"
	check "jargon.xml: the error names the entity, the file and the line" \
	    grep -Eq 'jargon\.xml:525: error: .*rsqyuo' "$work/complaint"
	check "jargon.xml: nothing is written" test -z "$(ls "$work/out")"
	# the user supplies it, and the folder's missing file is the next error
	echo '<!ENTITY rsqyuo "&#8217;">' >"$work/more.ent"
	"$GLOSSC" --entities="$work/more.ent" --output="$work/out" "$file" \
	    >"$work/complaint" 2>&1
	! grep -q rsqyuo "$work/complaint"
	result $? "jargon.xml: --entities supplies the entity"
else
	skip "jargon-file/jargon.xml" "it is not in the corpus"
fi
done_testing
