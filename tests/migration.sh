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

# The stylesheets are there if the catalog knows them; xmlto leaves text to one
# of three browsers.
has()
{
	case $1 in
	docbook-xsl)
		have xsltproc && have xmlcatalog &&
		    xmlcatalog "" "$xsl/manpages/docbook.xsl" |
		    grep -q '^file:' ;;
	xmlto-txt) have xmlto && { have w3m || have lynx || have links; } ;;
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

# --- the table of parameters ---

farm=$work/farm
mkdir "$farm" "$farm/includes"
echo '<para>included words</para>' >"$farm/includes/more.xml"
sheet='<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
echo "$sheet<xsl:import href='glossc:man.xsl'/>
    <xsl:param name='man.authors'/></xsl:stylesheet>" >"$farm/ours.xsl"
echo "$sheet<xsl:param name='man.authors.section.enabled'>0</xsl:param>
    </xsl:stylesheet>" >"$farm/fragment.xsl"
echo "$sheet<xsl:import href='$xsl/manpages/docbook.xsl'/>
    <xsl:include href='fragment.xsl'/></xsl:stylesheet>" >"$farm/layer.xsl"

# All that a command makes of lay.3.xml in a folder of its own, as a line in a
# file: makes FILE COMMAND...
makes()
{
	makes_file=$1
	shift
	rm -rf "$farm/made"
	mkdir -p "$farm/made/FOLDER" "$farm/made/man/man3"
	(
		cd "$farm/made" || exit 99
		"$@" 2>&1
		find . -type f | LC_ALL=C sort | sed 's/^/FILE /'
		find . -type f -exec cat {} +
		find . -name 'lay*' -exec groff -t -man -Tutf8 -Kutf8 -P-cbou \
		    -rHY=0 -rLL=78n {} + 2>/dev/null
	) </dev/null | tr -s '\n ' '  ' >"$makes_file"
}

# What they make by parameters, from a layer over their stylesheets, or by
# options of xmlto, which are behind its name: theirs FILE PARAMETERS KIND
theirs()
{
	theirs_over=docbook.xsl
	case $3 in
	xmlto*)
		theirs_options=$(echo "$2" | sed 's| / | |')
		case $theirs_options in
		txt*) ;;
		*) theirs_options="man $theirs_options" ;;
		esac
		# shellcheck disable=SC2086
		makes "$1" xmlto $theirs_options ../lay.3.xml
		return ;;
	profile.*) theirs_over=profile-docbook.xsl ;;
	esac
	{
		echo "$sheet<xsl:import href='$xsl/manpages/$theirs_over'/>"
		echo "$2" | sed 's| / |\n|g' | sed -n \
		    's|^\([^=]*\)=\(.*\)|<xsl:param name="\1">\2</xsl:param>|p'
		echo '</xsl:stylesheet>'
	} >"$farm/theirs.xsl"
	makes "$1" xsltproc --nonet ../theirs.xsl ../lay.3.xml
}

# Whether the pattern is in the files, a letter each: found PATTERN FILE...
found()
{
	found_pattern=$1
	shift
	for file; do
		if grep -E -q -e "$found_pattern" "$file"; then
			printf y
		else
			printf n
		fi
	done
}

# expects NAME LETTERS PATTERN FILE...
expects()
{
	expects_name=$1
	expects_letters=$2
	shift 2
	expects_found=$(found "$@")
	echo "\"$1\" is there: $expects_found" >"$work/said"
	[ "$expects_found" = "$expects_letters" ]
	result $? "$expects_name"
}

grep -v '^#' "$SOURCE/tests/migration/parameters" >"$work/parameters"
tab=$(printf '\t')
while IFS=$tab read -r given letters pattern ours our_letters our_pattern \
    edit; do
	sed "$edit" "$SOURCE/tests/migration/lay.3.xml" >"$farm/lay.3.xml"
	case $given in
	'xmlto txt'*) needs=xmlto-txt ;;
	xmlto*) needs=xmlto ;;
	*) needs=docbook-xsl ;;
	esac
	if ! have groff; then
		skip "$given" "groff is not installed"
		continue
	elif has $needs && has docbook-xsl; then
		case $given in
		*' / '*) before=${given#* / } ;;
		*) before= ;;
		esac
		theirs "$farm/without" "$before" "$given"
		theirs "$farm/with" "${given#xmlto }" "$given"
		expects "$given changes theirs so" "$letters" "$pattern" \
		    "$farm/without" "$farm/with"
	else
		skip "$given" "$needs is not installed"
	fi
	makes "$farm/ours" "$GLOSSC" --to=man ../lay.3.xml
	if [ "$ours" = - ]; then
		expects "$given: ours has none" "$our_letters" "$our_pattern" \
		    "$farm/ours"
	else
		# shellcheck disable=SC2086
		makes "$farm/with" "$GLOSSC" --to=man $ours ../lay.3.xml
		expects "$given is ${ours} here" "$our_letters" "$our_pattern" \
		    "$farm/ours" "$farm/with"
	fi
done <"$work/parameters"

# What the table says is what was tried: each row has its parameters and, with
# any words for those in capitals, its options.
awk -F '\t' '
	function name_of(given)
	{
		if (given ~ /^xmlto/) {
			split(given, words, " ")
			return words[1] " " words[2]
		}
		sub(/[= ].*/, "", given)
		return given
	}
	NR == FNR {
		tried[name_of($1)] = tried[name_of($1)] "\n" $4
		next
	}
	/<entry><literal>/ {
		names = ""
		while (match($0, /<literal>[^<]*/)) {
			names = names "\n" name_of(substr($0, RSTART + 9, \
			    RLENGTH - 9))
			$0 = substr($0, RSTART + RLENGTH)
		}
		next
	}
	names && /<entry>/ {
		count = split(substr(names, 2), name, "\n")
		all = ""
		for (i = 1; i <= count; i++) {
			if (!(name[i] in tried))
				print name[i] " is not tried"
			all = all tried[name[i]]
			delete tried[name[i]]
		}
		if ($0 !~ /<option>/ && all ~ /\n-[^\n]/)
			print name[1] " has something here:" all
		while (match($0, /<option>[^<]*/)) {
			option = substr($0, RSTART + 8, RLENGTH - 8)
			$0 = substr($0, RSTART + RLENGTH)
			gsub(/[A-Z]+/, "[^\n]*", option)
			if (all "\n" !~ "\n" option "\n")
				print option " is not tried for " name[1]
		}
		names = ""
	}
	END {
		for (i in tried)
			print i " is not in the table"
	}' "$work/parameters" "$document" >"$work/differences"
silent "the table says what was tried" cat "$work/differences"

# What happens to parameters in the place of other programs is what the program's
# own table says; UPDATE=1 writes it.
if ! have perl; then
	skip "the table of the drop-in's parameters" "perl is not installed"
else
	perl "$SOURCE/source/parameters.pl" \
	    "$SOURCE/src/dropin/parameters.def" >"$work/parameters.xml"
	[ -z "${UPDATE:-}" ] ||
	    cp "$work/parameters.xml" "$SOURCE/source/parameters.xml"
	check "the table of the drop-in's parameters is up to date" \
	    diff "$SOURCE/source/parameters.xml" "$work/parameters.xml"
fi

# Whatever the pages are called, their files have the same names.
mkdir "$work/names.ours" "$work/names.theirs"
check "pages of many names" "$GLOSSC" --to=man --output="$work/names.ours" \
    "$SOURCE/tests/migration/names.xml"
(cd "$work/names.ours" && ls) >"$work/said"
[ "$(wc -l <"$work/said")" -eq 15 ]
result $? "they are 15"
if has docbook-xsl; then
	check "DocBook XSL makes files of the same names" sh -c '
		cd "$1.theirs" && xsltproc --nonet "$2/manpages/docbook.xsl" "$3" &&
		ls >../theirs && cd "$1.ours" && ls | diff ../theirs -' sh \
	    "$work/names" "$xsl" "$SOURCE/tests/migration/names.xml"
else
	skip "DocBook XSL makes files of the same names" "it is not installed"
fi

# The first page of the README, but for the reader's own terminal.
mkdir "$work/first"
sed -n '/^A first page/,/^    man -l/s/^    //p' "$SOURCE/README" |
    grep -v '^man -l' >"$work/first/commands"
check "the README's first page is made" \
    sh -euc 'cd "$1" && . ./commands' sh "$work/first"
judge_all "the README's first page" "$work/first" /dev/null

# shown_first WHAT COMMAND...: what it prints is what the README says
shown_first()
{
	shown_start=$1
	shift
	"$@" >"$work/page" 2>&1
	sed -n "/^A first page/,/^Installing/{
	    /^    $shown_start/,/^[^ ]/s/^    //p; }" "$SOURCE/README" |
	    tr -s ' \n' '  ' >"$work/told"
	[ -s "$work/told" ] && tr -s ' \n' '  ' <"$work/page" |
	    grep -F -e "$(cat "$work/told")"
}

if have "$man"; then
	check "it is what the README shows" \
	    shown_first NAME "$man" -l "$work/first/farm.7"
else
	skip "it is what the README shows" "$man is not installed"
fi
cd "$work/first" || exit 99
sed '4s/egg/egs/' farm.xml >egs
mv egs farm.xml
check "it is reported as the README shows" \
    shown_first farm.xml:4 "$GLOSSC" --check farm.xml
cd "$work" || exit 99

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
