#!/bin/sh
# SPDX-License-Identifier: MIT
# The command's promises: exit status, what is written, what is left alone.
. "$SOURCE/tests/lib.sh"

mkdir "$work/in" "$work/elsewhere"
cd "$work/in" || exit 99
cat >good.xml <<'EOD'
<glossary xmlns="http://docbook.org/ns/docbook" version="5.0">
  <title>Small</title>
  <glossentry><glossterm>guest</glossterm>
    <glossdef><para>A machine in a machine.</para></glossdef>
  </glossentry>
</glossary>
EOD
cp good.xml good2.xml
echo '<glossary xmlns="http://docbook.org/ns/docbook"><title>' >broken.xml
echo 'This is no XML.' >text.xml
echo '<html><body>not DocBook</body></html>' >html.xml
: >empty.xml
cat >dangling.xml <<'EOD'
<glossary xmlns="http://docbook.org/ns/docbook" version="5.0">
  <title>Small</title>
  <glossentry><glossterm>guest</glossterm>
    <glosssee otherterm="nowhere"/>
  </glossentry>
</glossary>
EOD
find . -type f | sort >"$work/before"

# run STATUS NAME ARGUMENT...: glossc ends so; what it says is kept
run()
{
	run_expected=$1
	run_name=$2
	shift 2
	"$GLOSSC" "$@" >"$work/stdout" 2>"$work/stderr" </dev/null
	run_status=$?
	{
		echo "exit status $run_status, and said:"
		cat "$work/stderr"
	} >"$work/said"
	[ "$run_status" -eq "$run_expected" ]
	result $? "$run_name: exit status $run_expected"
}

# says PATTERN: a line of what the last run said matches
says()
{
	cp "$work/stderr" "$work/said"
	grep -Eq -e "$1" "$work/stderr"
	result $? "$run_name: says \"$1\""
}

says_one_line()
{
	cp "$work/stderr" "$work/said"
	[ "$(wc -l <"$work/stderr")" -eq 1 ]
	result $? "$run_name: says one line"
}

# nothing was added to the folder, nor taken from it
untouched()
{
	find . -type f | sort >"$work/after"
	check "$run_name: nothing is written" diff "$work/before" "$work/after"
}

# --- help, version, usage ---

run 0 "--help" --help
check "--help begins as GNU's does" grep -q '^Usage: glossc ' "$work/stdout"
check "--help says nothing else" test ! -s "$work/stderr"
check "--help fits 80 columns" awk 'length > 80 { exit 1 }' "$work/stdout"
run 0 "--version" --version
check "--version begins as GNU's does" \
    grep -Eq '^glossc [0-9]+\.[0-9]+' "$work/stdout"

run 2 "no file"
run 2 "unknown option" --no-such-option=1 good.xml
says '^glossc: unknown option "--no-such-option"$'
run 2 "unknown format" --to=pdf good.xml
run 2 "empty format" --to= good.xml
run 2 "a format twice" --to=man,man good.xml
says '^glossc: --to knows .*, once each, not "man,man"$'
run 2 "an output without a name" --output= good.xml
says '^glossc: --output wants a path, not ""$'
run 2 "a file without a name" --refs= good.xml
run 2 "a folder without a name" -I "" good.xml
run 2 "a warning without a name" -Werror= good.xml
run 2 "unknown stage" --stop-after=never good.xml
run 2 "width is no number" --width=wide good.xml
run 2 "width too small" --width=0 good.xml
run 2 "parameter without a value" --param=name good.xml
run 2 "option without its argument" good.xml --output
says '^glossc: missing argument of option "--output"$'
run 2 "letter without its argument" -qj
says '^glossc: missing argument of option "-j"$'
run 2 "unknown letter" -qZ good.xml
says '^glossc: unknown option "-Z"$'
run 2 "an option that would drive a terminal" "$(printf -- '--\033[31m')" good.xml
says '^glossc: unknown option "--\\x1B\[31m"$'
run 2 "option that is not whole" --s good.xml
says '^glossc: --section, .*, --stop-after begin with "--s"$'
run 2 "the same with an argument" --st=read good.xml
says '^glossc: --stylesheet, --strict, --stop-after begin with "--st"$'
run 2 "argument that is not wanted" --check=yes good.xml
says '^glossc: unexpected argument of option "--check"$'
run 2 "standard input twice" --to=text --output=folder - good.xml -
says '^glossc: standard input can be read only once; unexpected "-"$'
run 2 "standard input for two files" --to=text --collection=- good.xml good2.xml
run 2 "standard input as a file and as refs" --refs=- -
run 2 "the names of two documents" --to=text --output=folder \
    --write-refs=names good.xml good2.xml
says '^glossc: --write-refs takes one document; .* "good2\.xml"$'
untouched
if [ -e /dev/full ]; then
	check "--help to a full disk: exit status 3" \
	    sh -c '"$GLOSSC" --help >/dev/full; [ $? -eq 3 ]'
else
	skip "--help to a full disk" "no /dev/full"
fi

# Formats that differ are resolved apart, from what was read once.
cat >"$work/apart.xml" <<'EOD'
<article xmlns="http://docbook.org/ns/docbook" version="5.0">
  <title>Small</title>
  <para outputformat="man">See a <glossterm>guest</glossterm>.</para>
  <para outputformat="text">Look at a <glossterm>guest</glossterm>.</para>
  <glossary role="auto"/>
</article>
EOD
check "a collection from standard input, for formats apart" \
    sh -c '"$GLOSSC" --strict --to=man,text --collection=- --output="$1" \
	"$1/apart.xml" <good.xml' sh "$work"
check "it is in the first format" grep -q "A machine" "$work/apart.7"
check "it is in the second" grep -q "A machine" "$work/apart.txt"

# --- input at fault ---

run 1 "missing file" missing.xml
says '^missing\.xml: error: '
says_one_line
run 1 "missing collection" --to=text --collection=missing.xml dangling.xml
says '^missing\.xml: error: '
says_one_line
run 1 "missing collection, and one that is there" --to=text \
    --collection=missing.xml --collection=good2.xml dangling.xml
says_one_line
run 1 "missing references" --to=text --refs=missing.xml good.xml
says '^missing\.xml: error: '
untouched
untouched
run 1 "a folder" "$work/elsewhere"
says ': error: '
says_one_line
run 1 "empty file" empty.xml
says '^empty\.xml(:[0-9]+)?: error: '
says_one_line
run 1 "not XML" text.xml
says '^text\.xml:1: error: '
run 1 "not well-formed" broken.xml
says '^broken\.xml:[0-9]+: error: '
run 1 "not DocBook" html.xml
says '^html\.xml:1: error: '
says_one_line
run 1 "one of two files is bad" good.xml broken.xml
untouched
if [ "$(id -u)" -eq 0 ]; then
	skip "unreadable file" "root reads everything"
else
	: >"$work/secret.xml"
	chmod 0 "$work/secret.xml"
	run 1 "unreadable file" "$work/secret.xml"
fi
run 0 "a reference that leads nowhere" --check dangling.xml
says '^dangling\.xml:4: warning: .*nowhere.*\[dangling\]$'
run 1 "the same with --strict" --check --strict dangling.xml
run 1 "--strict writes nothing" --strict dangling.xml
untouched
bad=$(printf 'no\377\033[31m\342\200\256.xml')
run 1 "a file's name in JSON" --diagnostics=json "$bad"
says '^\{"file":"no\\uFFFD\\u001B\[31m\\u202E\.xml","line":0,"level":"error",'
run 2 "JSON without a file" --diagnostics=json --output=x.out good.xml
says '^\{"file":null,"line":0,"level":"error","name":"usage","text":"two '
run 0 "--quiet" --quiet --check dangling.xml
check "--quiet says no warning" test ! -s "$work/stderr"
run 0 "--check" --check good.xml
untouched

# --- outputs ---

# made NAME FILE...: the last run made these files and no more
made()
{
	made_name=$1
	shift
	{
		cat "$work/before"
		printf './%s\n' "$@"
	} | sort >"$work/expected"
	find . -type f | sort >"$work/after"
	check "$made_name: makes $*" diff "$work/expected" "$work/after"
	rm -f "$@"
}

run 0 "default" good.xml
page=$(find . -name '*.[1-9]*' | sed 's|^\./||')
base=${page%.*}
made "default" "$page" "$base.texi" "$base.txt"
run 0 "--name, --section" --name=other --section=5 good.xml
made "--name, --section" other.5 other.texi other.txt
run 0 "--output=FILE" --to=text --output=x.out good.xml
made "--output=FILE" x.out
run 0 "--to=man,text" --to=man,text good.xml
made "--to=man,text" "$page" "$base.txt"
mkdir folder
run 0 "--output=FOLDER" --output=folder good.xml
made "--output=FOLDER" "folder/$page" "folder/$base.texi" "folder/$base.txt"
run 0 "--output=FOLDER/" --to=man --output=folder/ good.xml
made "--output=FOLDER/" "folder/$page"
run 0 "--output=-" --to=text --output=- good.xml
check "--output=-: writes there" grep -q guest "$work/stdout"
untouched
check "standard input" sh -c \
    '"$GLOSSC" --to=text --output=- - <good.xml | grep -q guest'
run 1 "standard input is empty" -
run 0 "--verbose" --verbose --to=text --output=x.out good.xml
says 'x\.out'
made "--verbose" x.out
odd=$(printf 'x\033[31m.out')
run 0 "--verbose, of a name that would drive a terminal" --verbose --to=text \
    --output="$odd" good.xml
says 'wrote x\\x1B\[31m\.out'
made "--verbose, of such a name" "$odd"
for stage in read resolve layout; do
	run 0 "--stop-after=$stage" --to=man --stop-after="$stage" good.xml
	check "--stop-after=$stage: prints XML" grep -q '^<?xml' "$work/stdout"
done
untouched

run 2 "two outputs for one name" --output=x.out good.xml
says '^glossc: error: two outputs would go to "x\.out"; .* \[usage\]$'
untouched
run 2 "two outputs for standard output" --output=- good.xml
says '^glossc: error: two outputs would go to standard output; .* \[usage\]$'
run 2 "two files for one name" --name=one good.xml good2.xml
untouched
cp good.xml good.txt
run 2 "an output over its source" good.txt
says '^glossc: error: "good\.txt" is an input, .* \[usage\]$'
check "an output over its source: it stays" cmp good.xml good.txt
rm good.txt
run 2 "an output over a source by another name" --to=man \
    --output=./good.xml good2.xml good.xml
run 2 "an output over a collection" --to=man --output=good2.xml \
    --collection=good2.xml good.xml
cat >part.xml <<'EOD'
<para xmlns="http://docbook.org/ns/docbook">part</para>
EOD
cat >whole.xml <<'EOD'
<!DOCTYPE article [<!ENTITY e SYSTEM "part.xml">]>
<article xmlns="http://docbook.org/ns/docbook"
    xmlns:xi="http://www.w3.org/2001/XInclude"><title>T</title>HERE</article>
EOD
cp part.xml part.copy
for use in '\&e;' '<xi:include href="part.xml"/>' \
    '<para><xi:include parse="text" href="part.xml"/></para>'; do
	sed "s|HERE|$use|" whole.xml >in.xml
	run 2 "an output over what is read by $use" --to=man \
	    --output=./part.xml in.xml
	says '^glossc: error: "\./part\.xml" is an input, .* \[usage\]$'
	run 2 "refs over it" --to=man --write-refs=part.xml in.xml
	run 2 "a rule over it" --to=man --depfile=part.xml in.xml
	check "it stays" cmp part.copy part.xml
done
rm part.xml part.copy whole.xml in.xml
run 2 "a rule over the source" --to=man --depfile=good.xml good.xml
untouched
run 3 "no such folder" --to=man --output=none/x good.xml
says '^glossc: error: cannot write "none/x": No such file.* \[output\]$'
says_one_line
run 3 "the output is a file, the path goes below it" --to=man \
    --output=good.xml/x good.xml
says_one_line
untouched
if [ -e /dev/full ]; then
	run 3 "full disk" --to=man --output=/dev/full good.xml
	says_one_line
	check "full standard output: exit status 3" sh -c \
	    '"$GLOSSC" --to=man --output=- good.xml >/dev/full 2>&1; [ $? -eq 3 ]'
else
	skip "full disk" "no /dev/full"
fi
if [ "$(id -u)" -eq 0 ]; then
	skip "unwritable folder" "root writes everywhere"
else
	mkdir locked
	chmod a-w locked
	run 3 "unwritable folder" --output=locked good.xml
	rmdir locked
fi

# a name in the way of one product: the others stay as they were
echo old >"folder/$page"
echo old >"folder/$base.txt"
mkdir "folder/$base.texi"
run 3 "a folder in the way" --output=folder good.xml
check "a folder in the way: the man page stays" grep -qx old "folder/$page"
check "a folder in the way: the text stays" grep -qx old "folder/$base.txt"
check "a folder in the way: no temporary file stays" \
    sh -c '[ "$(ls -A folder | wc -l)" -eq 3 ]'
rmdir "folder/$base.texi"
run 1 "a bad input" --output=folder --name="$base" broken.xml
check "a bad input: the man page stays" grep -qx old "folder/$page"
run 0 "a good input" --output=folder good.xml
check "a good input: the man page is replaced" grep -q guest "folder/$page"
rm -rf folder
untouched

# --- many files ---

# the first take longest, and so come last where several are made at a time
mkdir many
for file in 01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 \
    23 24 25 26 27; do
	awk -v file=$file 'BEGIN {
		print "<glossary xmlns=\"http://docbook.org/ns/docbook\""
		print " version=\"5.0\" xml:id=\"many" file "\"><title>T</title>"
		for (i = 0; i < 10 + 4000 / file ^ 2; i++)
			print "<glossentry><glossterm>t" i "</glossterm>" \
			    "<glosssee otherterm=\"none" i "\"/></glossentry>"
		print "</glossary>"
	}' >many/$file.xml
done
mkdir one four
run 0 "27 files, one at a time" -j1 --depfile=one/d --output=one many/*.xml
sed 's/one/four/g' one/d >expected.d
cp "$work/stderr" one.said
run 0 "27 files, four at a time" -j4 --depfile=four/d --output=four many/*.xml
check "27 files: all are made" sh -c '[ "$(ls one | wc -l)" -eq 82 ]'
check "27 files: the rule is the same" diff expected.d four/d
rm one/d four/d
check "27 files: the outputs are the same" diff -r one four
check "27 files: the same is said, in the same order" \
    diff one.said "$work/stderr"
check "27 files: it is said in their order" sh -c \
    'sed "s/:.*//" "$1" | uniq >said && printf "%s\n" many/*.xml | diff - said' \
    sh "$work/stderr"
rm -r one four
mkdir four
run 1 "27 files, one of them bad" -j4 --output=four many/0*.xml broken.xml \
    many/[12]*.xml
says '^broken\.xml:[0-9]+: error: '
check "27 files, one of them bad: nothing is written" rmdir four
run 0 "a term in the last of many files" -j4 --lookup=t20 many/27.xml \
    good.xml many/*.xml
check "a term: the first file that has it is enough" sh -c \
    '[ "$(grep -c ^t20 "$1")" -eq 1 ]' sh "$work/stdout"
rm -r many expected.d one.said said

# --- the same bytes, anywhere ---

mkdir "$work/one" "$work/two"
document=$SOURCE/source/virt-terms.xml
run 0 "first run" --output="$work/one" "$document"
check "second run, elsewhere and at another time" env TZ=Asia/Tokyo \
    LC_ALL=tr_TR.UTF-8 LANG=tr_TR.UTF-8 HOME=/nonexistent sh -c '
	cd / && "$GLOSSC" --output="$1" "$2"' sh "$work/two" "$document"
check "both made the same bytes" diff -r "$work/one" "$work/two"
check "all three were made" sh -c '[ "$(ls "$1" | wc -l)" -eq 3 ]' sh \
    "$work/one"
check "they are those of the build" sh -c '
	for f in "$1"/*.t*; do cmp "$f" "$2/${f##*/}" || exit 1; done' sh \
    "$work/one" "$DOCS"

check "others may read what umask lets them" sh -c '
	umask 027 && "$GLOSSC" --to=text --output="$1" "$2" &&
	[ "$(ls -l "$1" | cut -c 1-10)" = -rw-r----- ]' sh "$work/masked" \
    "$document"

# --- a file may have any name ---

mkdir "$work/named"
cp good.xml "$work/named/hens & 100% eggs.xml"
run 0 "signs in a name" --output="$work/named" "$work/named/"*
check "signs in a name: the page is called so" \
    test -f "$work/named/hens-100-eggs.7"
mkdir "$work/named/100% x%41"
cat >"$work/named/100% x%41/my.xsl" <<'EOD'
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:import href="glossc:text.xsl"/>
<xsl:include href="o%20ther.xsl"/>
</xsl:stylesheet>
EOD
sed '2,3d' "$work/named/100% x%41/my.xsl" >"$work/named/100% x%41/o ther.xsl"
run 0 "signs in a stylesheet's name" --to=text --output="$work/named/x.txt" \
    --stylesheet="text=$work/named/100% x%41/my.xsl" good.xml
echo "<p>" >"$work/named/100% x%41/o ther.xsl"
run 1 "signs in the name of a stylesheet that is wrong" --to=text \
    --output="$work/named/x.txt" \
    --stylesheet="text=$work/named/100% x%41/my.xsl" good.xml
says '/100% x%41/o ther\.xsl:2: error: '
cp html.xml "$work/named/no page.xml"
run 1 "a blank in a name" "$work/named/no page.xml"
says '/no page\.xml:1: error: '
cp dangling.xml "$work/named/all hens.xml"
cat >"$work/named/page.xml" <<'EOD'
<article xmlns="http://docbook.org/ns/docbook" version="5.0">
  <title>A</title><para><glossterm>guest</glossterm></para>
  <glossary role="auto"/>
</article>
EOD
cd "$work/named" || exit 99
run 0 "a blank in a collection's name" --to=text --output=- \
    --collection="$PWD/all hens.xml" page.xml
says "^$PWD/all hens\.xml:4: warning: "

# a dbtimestamp is SOURCE_DATE_EPOCH's, else the document's own, else reported
stamp='<para>Made <?dbtimestamp format="Y-m-d H:M"?>.</para>'
dated='<info><date>2025-03-04</date></info>'
echo "<article>$stamp</article>" >"$work/stamp.xml"
echo "<article>$dated$stamp</article>" >"$work/dated.xml"
run 0 "a stamp" --to=text -o - "$work/stamp.xml"
check "a stamp: the day of SOURCE_DATE_EPOCH" \
    grep "Made 2026-01-02 00:00\." "$work/stdout"
unset SOURCE_DATE_EPOCH
run 0 "a stamp without a day" --to=text -o - "$work/stamp.xml"
says "stamp.xml:1: warning: dbtimestamp has no date"
run 0 "a stamp and a date" --to=text -o - "$work/dated.xml"
check "a stamp: the day of the document" \
    grep "Made 2025-03-04 00:00\." "$work/stdout"
run 0 "stamps of pages" --to=text -o - "$SOURCE/tests/cases/timestamps/input.xml"
check "stamps: days that are not written as ISO 8601, of each page" \
    sh -c 'grep -c "of 20[01][0-9]-\|of 2003-12-29\|Year 2003" "$1" | grep -x 4' \
    sh "$work/stdout"

done_testing
