# SPDX-License-Identifier: MIT
# What the test scripts share: TAP, a folder to work in, and the judges.
#
# The makefile sets GLOSSC and WORDS (programs), DOCS (the build tree) and
# SOURCE (the source tree).
set -u
: "${GLOSSC:?run the tests by make check}" "$WORDS" "$DOCS" "$SOURCE"
LC_ALL=C.UTF-8
MANWIDTH=80
SOURCE_DATE_EPOCH=1767312000 # 2026-01-02: mandoc wants every page dated
export LC_ALL MANWIDTH SOURCE_DATE_EPOCH
unset MAKEFLAGS MFLAGS MAKELEVEL MANROFFOPT MANPAGER PAGER
# makewhatis and mandb may stand where an ordinary user does not look
PATH=$PATH:/usr/sbin:/sbin
# what else the caller may have told the tools: it is not what is tried here
unset CDPATH COLUMNS INFOPATH LANGUAGE MANOPT MANPATH MANSECT POSIXLY_CORRECT

work=$(mktemp -d "${TMPDIR:-/tmp}/glossc-test.XXXXXX") || exit 99
trap 'rm -rf "$work"' EXIT
trap 'exit 99' HUP INT TERM

# Where Ubuntu's small images have put man away, it is still there.
man=man
if [ -x /usr/bin/man.REAL ]; then
	man=/usr/bin/man.REAL
fi

# --- TAP ---

cases=0
failures=0

# What a failure is shown again by; a script that takes CASE= sets it, as in
# again="CASE=hens".
again=

# result STATUS NAME: one test; $work/said holds the reasons of a failure
result()
{
	cases=$((cases + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $cases - $2"
	else
		failures=$((failures + 1))
		echo "not ok $cases - $2"
		# what a long run ends with says why
		{
			head -n 10 "$work/said"
			tail -n +11 "$work/said" | tail -n 30
			echo "again: make -C $DOCS check" \
			    "TESTS=tests/${0##*/} V=1${again:+ $again}"
		} | sed 's/^/# /'
	fi
}

# skip NAME REASON
skip()
{
	cases=$((cases + 1))
	echo "ok $cases - $1 # SKIP $2"
}

# ends a script, with the status for those who do not read TAP
done_testing()
{
	echo "1..$cases"
	[ "$failures" -eq 0 ]
}

have()
{
	command -v "$1" >/dev/null 2>&1
}

# check NAME COMMAND...: it succeeds
check()
{
	check_name=$1
	shift
	"$@" >"$work/said" 2>&1 </dev/null
	result $? "$check_name"
}

# For check: the command says no, by status 1; not that it could not look, as
# grep does by 2, nor that it crashed
fails()
{
	"$@"
	[ $? -eq 1 ]
}

# What ought to be refused, and is waited for if it is not: timeout SECONDS
# COMMAND...
have timeout || timeout()
{
	shift
	"$@"
}

# Makes the locale tr_TR.UTF-8, whose i is not between a and z: 0, if it is there
turkish()
{
	LOCPATH=$work/locales
	export LOCPATH
	mkdir -p "$LOCPATH" &&
	    localedef -i tr_TR -f UTF-8 "$LOCPATH/tr_TR.UTF-8" >/dev/null 2>&1
}

# For packages that are built again, otherwise: sets $later, before the command,
# and $language
otherwise()
{
	later=
	language=C
	if have faketime; then
		later="env NO_FAKE_STAT=1 faketime -f +400d"
	else
		skip "the packages at another time" "faketime is not installed"
	fi
	if turkish; then
		language=tr_TR.UTF-8
	else
		skip "the packages in Turkish" "localedef cannot make tr_TR"
	fi
}

# silent NAME COMMAND...: it succeeds and says nothing at all
silent()
{
	check_name=$1
	shift
	"$@" >"$work/said" 2>&1 </dev/null && [ ! -s "$work/said" ]
	result $? "$check_name"
}

# judge TOOL NAME COMMAND...: silent, or skipped where the tool is not there
judge()
{
	judge_tool=$1
	shift
	if have "$judge_tool"; then
		silent "$@"
	else
		skip "$1" "$judge_tool is not installed"
	fi
}

# --- the formats, as the program lists them ---

# Sets $formats to their names, $all_formats to these with commas, and
# $extension_NAME to a pattern for the files of each.  $product_names also has
# the second files, as the index of dict, by their extension.
formats=
while read -r format extension how; do
	second=${extension#*,.}
	formats="$formats $format"
	extension=${extension%,*}
	[ "$extension" != .SECTION ] || extension='.[1-9]*'
	eval "extension_$format=\$extension"
	case $second in
	.*) ;;
	*) eval "extension_$second=.$second"
	    second_products="${second_products:-} $second" ;;
	esac
done <<EOD
$("$GLOSSC" --formats)
EOD
product_names="$formats${second_products:-}"
all_formats=$(echo $formats | tr ' ' ,)

# --- running glossc on a case ---

# The names of the folders in cases/: all, or those that CASE=NAME, which may be
# a glob, selects.
case_names=
for case_folder in "$SOURCE"/tests/cases/${CASE:-*}/; do
	[ -f "$case_folder/input.xml" ] || continue
	case_folder=${case_folder%/}
	case_names="$case_names ${case_folder##*/}"
done

# Fails if CASE= selects nothing, as a wrong name would pass all tests.
[ "$case_names" ] || case ${CASE:-} in
virt-terms) ;;
*)
	again="CASE=$CASE"
	echo "tests/cases has no case \"${CASE:-}\"" >"$work/said"
	result 1 "CASE=${CASE:-}"
	done_testing
	exit ;;
esac

# Makes a folder for the products of each case.
make_outs()
{
	mkdir "$work/out" || exit 99
	# shellcheck disable=SC2086
	[ ! "$case_names" ] || (cd "$work/out" && mkdir $case_names)
}

# Runs glossc in a case's folder: run_case FOLDER OUT.  The products go to the
# folder OUT, the diagnostics to the file OUT.said, both named by $run_out; the
# exit status is that of glossc.
run_case()
{
	run_out=$2
	[ -d "$2" ] || mkdir -p "$2"
	run_args=
	if [ -f "$1/args" ]; then
		# read takes no process, as cat would
		while IFS= read -r run_line || [ "$run_line" ]; do
			run_args="$run_args$run_line
"
		done <"$1/args"
	fi
	(
		cd "$1" || exit 99
		eval "set -- $run_args"
		exec "$GLOSSC" --output="$run_out" "$@" input.xml
	) 2>"$run_out.said" </dev/null
}

# Sets $products to the products of a format in a folder, in the order of their
# names, but for those that only lead to another: set_products FORMAT OUT.  It
# starts no process; names of products in cases hold no blanks.
set_products()
{
	products=
	products_of=$1
	# shellcheck disable=SC2154
	eval "set -- \"\$2\"/*\${extension_$1}"
	for product; do
		[ -f "$product" ] || continue
		case $product in
		# the web page of a manual page is not one
		*.[1-9]*.html) [ "$products_of" = html ] || continue ;;
		*.[1-9]*)
			[ ! -L "$product" ] || continue
			read -r product_line <"$product" || :
			case $product_line in
			".so "*) continue ;;
			esac ;;
		esac
		products="$products $product"
	done
}

# Calls a function for the products of each case that makes any, and of the
# shipped glossary: each_product FUNCTION; it gets NAME FOLDER OUT.  The products
# stay until the script ends.
each_product()
{
	make_outs
	for each_name in $case_names; do
		again="CASE=$each_name"
		each_folder=$SOURCE/tests/cases/$each_name
		run_case "$each_folder" "$work/out/$each_name"
		for each_file in "$run_out"/*; do
			[ ! -e "$each_file" ] || {
				"$1" "$each_name" "$each_folder" "$run_out"
				break
			}
		done
	done
	# shellcheck disable=SC2254
	case virt-terms in
	${CASE:-*}) ;;
	*) return ;;
	esac
	again="CASE=virt-terms"
	run_out=$work/out/virt-terms
	mkdir "$run_out"
	# one page has the first sentences; the rest is on those of the terms
	find "$DOCS/pages" -type f -exec cp {} "$run_out" ';'
	cp "$DOCS/virt-terms.texi" "$DOCS/virt-terms.txt" \
	    "$DOCS/virt-terms.dict" "$run_out"
	"$1" virt-terms "$SOURCE/tests/shipped" "$run_out"
}

# The same as a list, for pipes: products FORMAT OUT
products()
{
	set_products "$1" "$2"
	for product in $products; do
		echo "$product"
	done
}

# --- the judges ---

# tbl is for pages that ask for it in their first line, as man(1) has it
preprocessors()
{
	case $(head -n 1 "$1") in
	"'\\\" t") echo -t ;;
	esac
}

lexgrog_parses()
{
	lexgrog "$@" >"$work/names" 2>&1 || {
		cat "$work/names"
		return 1
	}
}

man_renders()
{
	"$man" -l "$@" >"$work/page" 2>"$work/complaints" || return 1
	cat "$work/complaints"
	[ -s "$work/page" ]
}

# Without blanks and line ends, since a long address may be broken.
unbroken()
{
	tr -d ' \n\t'
}

# Whether who reads pages sees where their links lead, also on a terminal where
# nothing can be clicked: addresses_shown COMMAND PAGE...
addresses_shown()
{
	addresses_command=$1
	shift
	# shellcheck disable=SC2086
	$addresses_command "$@" 2>"$work/complaints" | unbroken >"$work/page"
	sed -n 's/^\.[UM][RT] //p' "$@" |
	    sed 's/^"\(.*\)"$/\1/; s/\\://g; s/\\-/-/g; s/\\(ti/~/g
		s/\\(ha/^/g; s/\\(ga/`/g; s/\\(aq/'"'"'/g; s/\\(dq/"/g
		s/\\(rs/\\/g' |
	    perl -e '
		open my $file, "<", shift or die; my $page = <$file> // "";
		while (my $address = <STDIN>) {
			$address =~ s/\s//g;
			print "$address is not shown\n"
			    if index($page, $address) < 0;
		}' "$work/page"
}

# mandoc's, but for a date that is a text, as man(7) allows
mandoc_lint()
{
	mandoc -T lint -W warning "$@" |
	    grep -v 'cannot parse date, using it verbatim'
	:
}

# Requests and macros that a rendered page shows as words, though no source of
# the cases has them: shown_requests FILE
shown_requests()
{
	requests='TP|TQ|TH|SH|SS|PP|P|LP|IP|RS|RE|TS|TE|T&|UR|UE|MT|ME|MR|EX|EE'
	requests="$requests|SY|YS|OP|B|I|SM|SB|BR|BI|RB|IB|IR|RI|br|sp|ft|nf|fi"
	requests="$requests|in|ta|de|ds|if|ie|el|nr|so|mso|ad|na|hy|nh|ne|ce|ti"
	requests="$requests|ll|tr|ps|vs|cs|bp|pl|ig|rm"
	sed "s/.$(printf '\b')//g; s/[][:blank:](){}|│[]/ /g" "$1" | tr ' ' '\n' |
	    grep -xE "\.($requests)" | sort -u | while read -r request; do
		cat "$SOURCE"/tests/cases/*/*.xml | grep -qwF -e "$request" ||
		    echo "\"$request\" is shown as words"
	done
}

# groff_takes PAGE...: without a word, and no request shows; tbl is for all of
# the pages or none
groff_takes()
{
	# shellcheck disable=SC2046
	groff $(preprocessors "$1") -man -ww -Tutf8 -Kutf8 -P-cbou "$@" \
	    >"$work/shown" || return 1
	shown_requests "$work/shown"
}

mandoc_takes()
{
	mandoc_lint "$@"
	mandoc -T utf8 "$@" >"$work/shown" 2>/dev/null
	shown_requests "$work/shown"
}

# judge_man NAME PAGE
judge_man()
{
	judge groff "$1: groff -ww takes the page" groff_takes "$2"
	judge mandoc "$1: mandoc -T lint takes the page" mandoc_takes "$2"
	judge lexgrog "$1: lexgrog parses NAME" lexgrog_parses "$2"
	judge "$man" "$1: man -l shows the page" man_renders "$2"
	if grep -q '^\.[UM][RT] ' "$2"; then
		judge "$man" "$1: man -l shows where links lead" \
		    addresses_shown "$man -l" "$2"
		judge mandoc "$1: mandoc shows where links lead" \
		    addresses_shown "mandoc -T utf8" "$2"
	fi
}

# makeinfo; not what it says of the machine, as 7.3 does where there are only C
# locales, nor that two of the manuals that it takes at once have one name.
# Whether another manual is in the list of its addresses is not asked.
make_info()
{
	makeinfo -c CHECK_HTMLXREF=0 "$@" 2>"$work/makeinfo.err"
	make_info_status=$?
	grep -v -e 'Cannot find a locale compatible' -e 'overwriting file: ' \
	    "$work/makeinfo.err" >&2
	return $make_info_status
}

info_lands()
{
	# info 6.8 says that it found nothing, and exits with 0
	info -f "$1" "$2" -o - >"$work/node" 2>"$work/complaints"
	info_status=$?
	cat "$work/complaints"
	[ "$info_status" -eq 0 ] || return 1
	grep -Fiq -e "$2" "$work/node" || {
		echo "the node does not hold \"$2\":"
		head -n 5 "$work/node"
	}
}

# judge_texinfo NAME FILE TERMS: a file with a term that info must find a line
judge_texinfo()
{
	judge makeinfo "$1: makeinfo takes the manual" \
	    make_info --no-split -o "$work/made.info" "$2"
	judge makeinfo "$1: makeinfo --html takes the manual" \
	    make_info --html --no-split -o "$work/made.html" "$2"
	[ ! -f "$3" ] || judge_terms "$@"
}

# judge_terms NAME FILE TERMS: info lands at each of the terms
judge_terms()
{
	judge makeinfo "$1: makeinfo makes the Info file" \
	    make_info --no-split -o "$work/made.info" "$2"
	while read -r term; do
		judge info "$1: info finds $term" \
		    info_lands "$work/made.info" "$term"
	done <"$3"
}

# Text files hold no control characters and no spaces at the end of a line, and
# end in a newline: plain FILE...
plain()
{
	perl -e 'undef $/;
		for my $name (@ARGV) {
			open my $file, "<:raw", $name or die "$name: $!\n";
			my $text = <$file> // "";
			$text =~ /^(.*?(?: |[\0-\010\013-\037\177].*))$/m and
			    print "$name: $1\n";
			$text =~ /\n\z/ or print "$name: no newline\n";
		}' "$@"
}

judge_text()
{
	silent "$1: the text is plain" plain "$2"
}

judge_html()
{
	silent "$1: the page is sound" perl "$SOURCE/tests/html.pl" "$2"
}

# judge_all NAME OUT TERMS: every product in a folder
judge_all()
{
	for format in $formats; do
		# dict.sh judges dictionaries
		command -v "judge_$format" >/dev/null || continue
		for product in $(products "$format" "$2"); do
			"judge_$format" "$1" "$product" "$3"
		done
	done
}

# --- words ---

# Renders a product as a reader sees it: render TOOL FILE, into $work/page
render()
{
	# shellcheck disable=SC2046
	case $1 in
	groff) groff $(preprocessors "$2") -man -Tutf8 -Kutf8 -P-cbou \
	    -rHY=0 -rLL=200n -rcR=1 "$2" ;;
	mandoc) mandoc -T utf8 -O width=200 "$2" ;;
	makeinfo) makeinfo --plaintext --no-split -o - "$2" ;;
	perl) perl "$SOURCE/tests/html.pl" --text "$2" ;;
	cat) cat "$2" ;;
	esac
}

# The format that a tool reads.
format_of()
{
	case $1 in
	groff | mandoc) echo man ;;
	makeinfo) echo texinfo ;;
	perl) echo html ;;
	cat) echo text ;;
	esac
}

# What a tool shows of all products of a format: render_all TOOL FORMAT OUT
render_all()
{
	for product in $(products "$2" "$3"); do
		render "$1" "$product"
	done 2>/dev/null
}

# The document as the parser sees it.  What only glossc can read (entities that
# nobody declares) is read by glossc.
source_tree()
{
	(
		cd "$(dirname "$1")" || exit 99
		file=$(basename "$1")
		shift
		xmllint --nonet --noent --xinclude "$file" \
		    >"$work/entities" 2>"$work/entities.err"
		# what it knows no entity for is the read stage's to tell
		if [ -s "$work/entities" ] && ! grep -q \
		    "Entity '.*' not defined" "$work/entities.err"; then
			cat "$work/entities"
		else
			"$GLOSSC" --stop-after=read --output=- -q "$@" "$file"
		fi
	)
}

# all_words NAME TREE OUT: every word of a tree is in every product of a folder
all_words()
{
	for format in $formats; do
		case $format in
		man) tools='groff mandoc' ;;
		texinfo) tools=makeinfo ;;
		html) tools=perl ;;
		*) tools=cat ;;
		esac
		[ -n "$(products "$format" "$3")" ] || continue
		for tool in $tools; do
			words_name="$1: no word is lost in $format ($tool)"
			if ! have "$tool"; then
				skip "$words_name" "$tool is not installed"
				continue
			fi
			render_all "$tool" "$format" "$3" >"$work/rendered"
			silent "$words_name" "$WORDS" \
			    "$SOURCE/xsl/common/suppressed.xsl" "$2" \
			    "$work/rendered"
		done
	done
}

# --- man pages, by name, in the manpath that $manpath names ---

# man-db's, with an index of its own: man_db TOOL ARGUMENT...
man_db()
{
	man_db_tool=$1
	shift
	"$man_db_tool" -C "$work/man.conf" -M "$manpath" "$@"
}

# Makes man-db's index, and mandoc's where there is one.
index_pages()
{
	rm -rf "$work/cache"
	mkdir "$work/cache"
	cat >"$work/man.conf" <<EOD
MANDATORY_MANPATH $manpath
MANDB_MAP $manpath $work/cache
EOD
	if have mandb; then
		check "mandb takes $manpath" mandb -q -C "$work/man.conf" -c \
		    "$manpath"
	fi
	if have makewhatis; then
		silent "makewhatis takes it" makewhatis -T utf8 "$manpath"
	fi
}

# prints WORDS COMMAND...: the words stand in what the command prints
prints()
{
	prints_words=$1
	shift
	"$@" >"$work/page" || return 1
	grep -e "$prints_words" "$work/page" || {
		echo "\"$prints_words\" is not in:"
		cat "$work/page"
		return 1
	}
}

mandoc_page()
{
	mandoc_page=$(find "$manpath" -name "$1.[0-9]*") &&
	    (cd "$manpath" && mandoc -T utf8 "$mandoc_page") |
	    sed "s/.$(printf '\010')//g"
}

# opens NAME WORDS: the page that a name opens says that
opens()
{
	if have mandb; then
		check "man $1: says \"$2\"" prints "$2" man_db "$man" "$1"
	else
		skip "man $1" "man-db is not installed"
	fi
	if have mandoc; then
		check "mandoc $1: says \"$2\"" prints "$2" mandoc_page "$1"
	else
		skip "mandoc $1" "mandoc is not installed"
	fi
}

# asks whatis|apropos WORD LINE: man-db prints such a line, whole
asks()
{
	if have mandb; then
		check "$1 $2: says \"$3\"" prints "$3" man_db "$1" -l "$2"
	else
		skip "$1 $2" "man-db is not installed"
	fi
}

# asks_mandoc whatis|apropos WORD LINE: so does mandoc, as Debian calls it
asks_mandoc()
{
	if have "m$1"; then
		check "mandoc's $1 $2: says \"$3\"" prints "$3" "m$1" -M \
		    "$manpath" "$2"
	else
		skip "mandoc's $1 $2" "m$1 is not installed"
	fi
}
