#!/bin/sh
# SPDX-License-Identifier: MIT
# Text stays text: what would be syntax to roff, Texinfo, Info, terminals, make
# or dictd, at every place where a document may have text, is none; and nothing
# of it is lost.  inject.pl makes the documents.
. "$SOURCE/tests/lib.sh"

cd "$work" || exit 99
if ! have perl; then
	skip "text that would be syntax" "perl is not installed"
	done_testing
	exit
fi
inject()
{
	perl "$SOURCE/tests/inject.pl" "$@"
}

# judges FORMAT NAME FILE...: as the fuzzers do
judges()
{
	judges_format=$1
	judges_name=$2
	shift 2
	"$DOCS/tests/judge" "$judges_format" "$@" 2>judged </dev/null
	judges_status=$?
	grep -a -B 1 '^not so: ' judged >"$work/said"
	result "$judges_status" \
	    "$judges_name: $judges_format is made of the writer's own"
}

# says_well NAME FILE [json]: diagnostics are whole lines that can be seen
says_well()
{
	silent "$1: each diagnostic is a line, all of it visible" \
	    inject said "${3:-text}" "$2"
}

# --- each payload in each place ---

count=$(inject count)
mkdir in out pages render info
inject write in
inject elements in "$SOURCE/tests/cases/every-element-5/input.xml"
"$GLOSSC" --to="$all_formats" --aliases --index --output=out \
    in/[der]*.xml 2>err </dev/null
result $? "$count are converted"
says_well "$count" err
"$GLOSSC" --check --diagnostics=json in/d*.xml 2>err </dev/null
says_well "$count, as JSON" err json
silent "names of files are safe" inject pages out pages
judges man "$count" pages/*.man
judges texinfo "$count" out/*.texi
judges text "$count" out/*.txt
judges html "$count" out/*.html
# what a browser would run: an address with a scheme that is not on the list
grep -ao ' \(href\|src\|action\)="[A-Za-z][A-Za-z0-9+.-]*:' out/*.html |
    sed 's/.*="//' | sort -u |
    grep -Eixv 'https?:|mailto:|ftp:|news:|tel:' >said
silent "no address of a web page has a scheme that runs" cat said
judges dict "$count" out/*.dict
judges index "$count" out/*.index
check "no headword is one of dictd's own" sh -c \
    "cat out/*.index | cut -f 1 | grep '^00-*database' | sort -u |
	grep -vx '00-database-\\(allchars\\|info\\|short\\|url\\|utf8\\)' |
	{ ! grep .; }"

# --- short ones in the head and the foot of a page, which leave out long ones ---

mkdir heads headpages
inject heads in
"$GLOSSC" --to=man --output=headpages in/h*.xml 2>err </dev/null
result $? "payloads in heads and feet are converted"
says_well "heads and feet" err
check "they are short enough to be shown" sh -c '! grep overlong err'
judges man "heads and feet" headpages/*

# Files by whose words it is seen that they were read, and commands by "fired".
cd render || exit 99
for canary in canary canary.texi canary.tmac canary.txt; do
	echo swornoath >$canary
done
ls >../files

# harmless PAGE: nothing was read that it names, and nothing was done
harmless()
{
	! grep -n swornoath "$1" && ls | diff ../files -
}

# rendered TOOL PAGE COMPLAINTS
rendered()
{
	silent "$1 has nothing to complain of" head -n 20 "$3"
	check "$1 obeys no text" harmless "$2"
	silent "$1 shows all of it" inject lost "$1" "$2"
}

# in_heads TOOL PAGE COMPLAINTS MARKS: the same of what stands in heads (m) and
# feet (s); of pages in one run groff shows one foot
in_heads()
{
	silent "$1 has nothing to complain of in heads and feet" \
	    head -n 20 "$3"
	check "$1 obeys no text in heads and feet" harmless "$2"
	silent "$1 shows all of it in heads and feet" inject headless "$2" "$4"
}

if have groff; then
	for mode in -S -U; do
		groff $mode -t -man -ww -Tutf8 -Kutf8 -P-cbou -rHY=0 \
		    -rLL=2000n -rcR=1 ../pages/*.man >../groff$mode \
		    2>../groff$mode.err </dev/null
	done
	rendered groff ../groff-U ../groff-U.err
	check "groff -U does what groff -S does" cmp ../groff-S ../groff-U
	groff -U -t -man -ww -Tutf8 -Kutf8 -P-cbou -rHY=0 -rcR=1 -rLL=300n \
	    ../headpages/* >../heads.groff 2>../heads.err </dev/null
	in_heads groff ../heads.groff ../heads.err m
else
	skip "groff" "it is not installed"
fi
if have mandoc; then
	mandoc -T utf8 -O width=500 ../pages/*.man >../mandoc 2>&1 </dev/null
	mandoc_lint ../pages/*.man >../mandoc.err 2>&1 </dev/null
	rendered mandoc ../mandoc ../mandoc.err
	mandoc -T utf8 -O width=300 ../headpages/* >../heads.mandoc \
	    2>../heads.err </dev/null
	in_heads mandoc ../heads.mandoc ../heads.err sm
else
	skip "mandoc" "it is not installed"
fi
cat ../out/*.txt >../text
rendered text ../text /dev/null
cat ../out/*.dict >../dict
rendered dict ../dict /dev/null

# Info's own syntax begins lines; all that there is comes of commands.  makeinfo
# may let a line begin with the name of a file, so those are none of these.
lines()
{
	cat ../out/[de][0-9]*.texi | grep -c "$1" >../expected
	cat ./[de][0-9]*.info | grep -a -c "$2" | diff ../expected -
}

if have makeinfo; then
	cp canary* ../info
	cd ../info || exit 99
	make_info --no-split ../out/*.texi 2>../makeinfo.said </dev/null
	cat ./*.info >../info.all
	ls >../files
	rendered makeinfo ../info.all ../makeinfo.said
	check "no text is a menu" lines '^@\(menu\|printindex cp\)$' '^\* Menu:'
	check "no text is an entry of the directory" \
	    lines '^@direntry$' '^START-INFO-DIR-ENTRY'
	check "no text is a section of the directory" \
	    lines '^@dircategory' '^INFO-DIR-SECTION'
else
	skip "makeinfo" "it is not installed"
fi
cd "$work" || exit 99
rm -rf out pages
mkdir out pages
"$GLOSSC" -q --to=man --split --sort=term --divide --output=out in/d*.xml \
    2>err </dev/null
result $? "--split: $count are converted"
mkdir langs
"$GLOSSC" -q --to="$all_formats" --aliases --index --sort=term \
    --divide --output=langs in/l*.xml 2>err </dev/null
status=$?
cp err said
result "$status" "payloads as languages"
silent "--split: names of files are safe" inject pages out pages
judges man "--split" pages/*.man

# --- what is read, and what is not ---

# all_refused NAME FILE...: each is an error with its line
all_refused()
{
	refused_name=$1
	shift
	"$GLOSSC" --check "$@" 2>err </dev/null
	[ $? -eq 1 ]
	result $? "$refused_name: $# documents are refused"
	says_well "$refused_name" err
	for file; do
		grep -q "^$file:[0-9]*: error: " err || echo "$file"
	done >said
	silent "$refused_name: each says why" cat said
}

mkdir "$work/read"
cd "$work/read" || exit 99
inject read .
all_refused "addresses and entities" i*.xml
"$GLOSSC" --check n*.xml 2>err </dev/null
result $? "ids: they are read"
says_well "ids" err
for file in n*.xml; do
	grep -q "^$file:[0-9]*: warning: id .*\[bad-id\]\$" err || echo "$file"
done >said
silent "ids: of each is said that it is none" cat said
inject forbidden .
all_refused "what XML does not allow" f*.xml

# --- terms from elsewhere ---

inject terms .
set --
for file in *.refs; do
	set -- "$@" "--refs=$file"
done
mkdir out
"$GLOSSC" --to="$all_formats" --aliases --index --output=out \
    --collection=terms.xml "$@" users.xml 2>err </dev/null
result $? "terms of a collection, and of refs files"
says_well "terms from elsewhere" err
for file in man:7 texinfo:texi text:txt dict:dict index:index; do
	judges "${file%:*}" "terms from elsewhere" "out/users.${file#*:}"
done
judge makeinfo "terms from elsewhere: makeinfo takes them" \
    make_info --no-split -o users.info out/users.texi
judge groff "terms from elsewhere: groff takes them" \
    groff -man -ww -z -Tutf8 -Kutf8 -rLL=2000n out/users.7

# --- names of files ---

mkdir "$work/names"
cd "$work/names" || exit 99
inject files .
cat >Makefile <<'EOD'
made: files.xml
	"$$GLOSSC" -q --to=text --output=made --depfile=made.d files.xml
	echo made >>log
-include made.d
EOD
# make has no name for what ends like a member of an archive
find . -name '*(*)' -exec rm {} +
check "names of files: make makes" "${MAKE:-make}" made
# a name that no rule can hold is told, and then it is made each time
check "names of files: and has nothing to do then, or is told why" sh -c '
	"$1" -q made || "$GLOSSC" --to=text --output=made --depfile=made.d \
	    files.xml 2>&1 | grep -F "[depfile]"' sh "${MAKE:-make}"
check "names of files: no command was run" test ! -e fired

# control characters, as only the user's own arguments can have them
for odd in '\0033[31m' '\0007\0001\0177' '\0037\0014' 'a\nb' 'a\tb' \
    '\0233m' '\0302\0233m' '\0342\0200\0256x' '../x' '/x' '-x' '.x' '\\&"' \
    "x'y" '%s%n' '$(touch fired)' "$(printf '%0250d' 0)" \
    "$(printf '%01000d' 0)"; do
	odd=$(printf %b "$odd")
	rm -rf "$work/odd"
	mkdir -p "$work/odd/out"
	cd "$work/odd" || exit 99
	shown=$(printf '%s' "$odd" | tr -c '[:alnum:]' '?' | cut -c 1-20)
	"$GLOSSC" --to=man,texinfo,text --output=out --name="$odd" \
	    --section="$odd" --lang="$odd" --param=document.manual="$odd" \
	    --param=document.category="$odd" --param=word.see="$odd" \
	    ../in/r1.xml 2>err </dev/null
	status=$?
	cp err "$work/said"
	result "$status" "\"$shown\" as name, section, language and parameters"
	says_well "\"$shown\"" err
	silent "\"$shown\": names of files are safe" inject pages out .
	judges man "\"$shown\"" 1.man
	judges texinfo "\"$shown\"" out/*.texi
	judges text "\"$shown\"" out/*.txt
	check "\"$shown\": all is in its folder" test \
	    "$(ls -A "$work/odd" | tr '\n' ' ')" = "1.man err judged out "

	# the same as the name of a file, where it can be
	case $odd in
	*/*) continue ;;
	esac
	[ "${#odd}" -le 250 ] || continue
	rm -rf out 1.man err
	mkdir out
	sed 's/<glosslist>/&<glossentry><glosssee otherterm="none"\/>\
	    <\/glossentry>/' ../in/d2.xml >"$odd.xml"
	"$GLOSSC" --to=man,texinfo,text --output=out --depfile=out.d \
	    -Wno-depfile -- "$odd.xml" 2>err </dev/null
	result $? "\"$shown\" as the name of a file"
	LC_ALL=C sed 's/^.*\(:[0-9]*: [a-z]*: \)/f\1/' err >err.cut
	says_well "\"$shown\" as the name of a file" err.cut
	check "\"$shown\" as the name of a file: it is shown in ASCII" \
	    sh -c '! LC_ALL=C grep -v "^[ -~]*:[0-9]*: " err'
	silent "\"$shown\" as the name of a file: so are others" \
	    inject pages out .
done

# two terms that differ in case alone
mkdir "$work/cases"
cd "$work/cases" || exit 99
cat >in.xml <<'EOD'
<glossary xmlns="http://docbook.org/ns/docbook"><title>T</title>
<glossentry><glossterm>Guest</glossterm><glossdef><para>one</para></glossdef>
</glossentry><glossentry><glossterm>guest</glossterm><glossdef><para>two</para>
</glossdef></glossentry></glossary>
EOD
"$GLOSSC" -q --to=man --split --output=. in.xml
check "names that differ in case: a page each" sh -c \
    'grep -q one Guest.7 && grep -q two guest.7'
done_testing
