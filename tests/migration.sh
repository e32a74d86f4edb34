#!/bin/sh
# SPDX-License-Identifier: MIT
# What glossc-migration(7) says to run is run, each listing in a fresh copy of
# migration/; what another tool's listing makes, and ours in its place.
. "$SOURCE/tests/lib.sh"

document=$SOURCE/source/glossc-migration.xml
xsl=http://docbook.sourceforge.net/release/xsl/current

# The listings, a file each in $work/listings, and what each needs in *.needs.
mkdir "$work/listings" "$work/bin"
ln -s "$GLOSSC" "$work/bin/glossc"
PATH=$work/bin:$PATH
awk -v folder="$work/listings" '
	/<programlisting/ {
		file = sprintf("%s/%02d", folder, ++n)
		needs = "glossc"
		if (match($0, /condition="[^"]*/))
			needs = substr($0, RSTART + 11, RLENGTH - 11)
		print needs >(file ".needs")
		sub(/.*<programlisting[^>]*>/, "")
		inside = 1
	}
	inside {
		last = sub(/<\/programlisting>.*/, "")
		gsub(/&lt;/, "<")
		gsub(/&gt;/, ">")
		gsub(/&amp;/, "\\&")
		print >file
		inside = !last
	}' "$document"

# The stylesheets are there if the catalog knows them.
has()
{
	case $1 in
	docbook-xsl)
		have xsltproc && have xmlcatalog &&
		    xmlcatalog "" "$xsl/manpages/docbook.xsl" |
		    grep -q '^file:' ;;
	*) have "$1" ;;
	esac
}

# Something comes out: a file that was not there, or the exit status is all.
runs()
{
	cp -R "$SOURCE/tests/migration" "$work/$1" &&
	    cd "$work/$1" && sh -euc "$(cat "$work/listings/$1")"
}

ls "$work/listings" | grep -v needs >"$work/names"
[ "$(wc -l <"$work/names")" -ge 15 ]
result $? "glossc-migration has $(wc -l <"$work/names") listings"
while read -r listing; do
	needs=$(cat "$work/listings/$listing.needs")
	name="listing $listing ($(head -n 1 "$work/listings/$listing"))"
	if has "$needs"; then
		check "$name runs" runs "$listing"
	else
		skip "$name runs" "$needs is not installed"
	fi
done <"$work/names"

# The folder in which a listing ran that has these words: ran WORDS
ran()
{
	ran_listing=$(grep -lF -e "$1" "$work"/listings/?? | head -n 1)
	echo "$work/${ran_listing##*/}"
}

# same_files NAME WORDS WORDS: two listings made files of the same names
same_files()
{
	if [ -d "$(ran "$2")" ]; then
		check "$1 makes files of the same names" sh -c '
			ls "$1" >"$1.files"
			ls "$2" | diff "$1.files" -' sh "$(ran "$2")" \
		    "$(ran "$3")"
	else
		skip "$1 makes files of the same names" "it is not installed"
	fi
}

same_files "DocBook XSL" 'xsltproc ' 'glossc --to=man hen.1.xml'
same_files xmlto 'xmlto ' 'glossc --to=man hen.1.xml'

page=$(ran 'glossc --to=man hen.1.xml')/hen.1
check "the page has its authors" grep -q '^\.SH AUTHORS' "$page"
page=$(ran man.authors=)/hen.1
check "man.authors= leaves them out" fails grep -q 'AUTHORS\|Farmer,' "$page"
check "and nothing else" grep -q '^\.SH COPYRIGHT' "$page"
page=$(ran synopsis.style=kr)/hen.1
check "synopsis.style=kr declares parameters below" grep -q 'int.*eggs.*;' \
    "$page"
page=$(ran profile=os=linux)/man/man1/hen.1
check "what is for Linux stays" grep -q 'two' "$page"
check "what is for FreeBSD does not" fails grep -q 'three' "$page"
check "its headings are German" grep -q '^\.SH BESCHREIBUNG\|ÜBERSICHT' "$page"
page=$(ran 'to=man,text --name=farm')/farm.txt
check "each reference has its term" grep -q 'See also egg\.' "$page"
if have pandoc; then
	check "in pandoc's it has none" grep -q 'See also \.' \
	    "$(ran 'pandoc -s -f docbook')/farm.txt"
	page=$(ran 'pandoc -s -f rst')/farm.7
	check "Sphinx's glossary has its entries" sh -c '
		grep -q "^\.B hen" "$1" && grep -q "^\.B egg" "$1"' sh "$page"
fi

# The first page of the README, but for the reader's own terminal.
mkdir "$work/first"
sed -n '/^A first page/,/^Installing/s/^    //p' "$SOURCE/README" |
    grep -v '^man -l' >"$work/first/commands"
check "the README's first page is made" \
    sh -euc 'cd "$1" && . ./commands' sh "$work/first"
judge_all "the README's first page" "$work/first" /dev/null
check "it has its words" grep -q 'What a hen lays' "$work/first/farm.7"

# What it recommends, there is.
"$GLOSSC" --help >"$work/help"
sed -n 's|^ *<entry><literal>.*||; s|<option>|\n&|gp' "$document" |
    sed -n 's|^<option>\(-[-A-Za-z]*\).*|\1|p' |
    grep -v -e --no-hyphenation -e --no-justification -e --xinclude -e --symlinks |
    sort -u >"$work/options"
while read -r option; do
	check "$option is an option" grep -q -e "$option" "$work/help"
done <"$work/options"

# How it looks.
silent "glossc finds no fault" "$GLOSSC" --check --strict -Wall "$document"
mkdir "$work/made"
"$GLOSSC" --output="$work/made" --section=7 "$document"
check "the page is what was built" cmp "$work/made/glossc-migration.7" \
    "$DOCS/glossc-migration.7"
printf '%s\n' pandoc docbook2X >"$work/nodes"
judge_all glossc-migration "$work/made" "$work/nodes"
source_tree "$document" >"$work/tree"
all_words glossc-migration "$work/tree" "$work/made"
for tool in groff mandoc makeinfo; do
	case $tool in
	groff) set -- groff -t -man -Tutf8 -Kutf8 -P-cbou -rLL=80n \
	    "$work/made/glossc-migration.7" ;;
	mandoc) set -- sh -c "mandoc -T utf8 -O width=80 \"\$1\" |
	    sed 's/.$(printf '\010')//g'" sh "$work/made/glossc-migration.7" ;;
	# the line in which info leads on is as long as it is
	makeinfo) set -- sh -c 'makeinfo --no-split -o - "$1" |
	    sed "/^File: /d"' sh "$work/made/glossc-migration.texi" ;;
	esac
	if have "$tool"; then
		"$@" >"$work/page"
		check "$tool fills 80 columns" fails grep '.\{81\}' "$work/page"
	else
		skip "$tool fills 80 columns" "$tool is not installed"
	fi
done
done_testing
