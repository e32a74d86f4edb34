#!/bin/sh
# SPDX-License-Identifier: MIT
# glossc called as xsltproc, xmlto, docbook2x-man and docbook2man: it accepts their
# command lines, writes the same files, and runs them if it can't do their work.
# Where they are installed, their files are compared with glossc's.
. "$SOURCE/tests/lib.sh"

links=$work/links
mkdir "$links"
for program in xsltproc xmlto docbook2x-man docbook2man; do
	ln -s "$GLOSSC" "$links/$program"
done
unset GLOSSC_DROPIN XML_CATALOG_FILES
current=http://docbook.sourceforge.net/release/xsl/current
man=$current/manpages/docbook.xsl
mkdir "$work/in"
cp "$SOURCE/tests/migration/hen.1.xml" "$work/in"

# A layer over a stylesheet: layer NAME IMPORTED [ELEMENT]...
layer()
{
	layer_file=$work/in/$1
	{
		echo '<xsl:stylesheet version="1.0"' \
		    'xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
		echo "<xsl:import href=\"$2\"/>"
		shift 2
		printf '%s\n' "$@"
		echo '</xsl:stylesheet>'
	} >"$layer_file"
}

layer plain.xsl "$man" \
    '<xsl:param name="man.output.quietly" select="1"/>' \
    '<xsl:variable name="man.authors.section.enabled">0</xsl:variable>'
layer over.xsl plain.xsl '<xsl:output encoding="UTF-8"/>' \
    '<xsl:param name="man.authors.section.enabled" select="1"/>'
layer computed.xsl "$man" \
    '<xsl:param name="man.output.base.dir" select="concat(1, 2)"/>'
layer templates.xsl "$man" '<xsl:template match="chicken"/>'
layer round.xsl round.xsl
layer chunk.xsl "$current/html/chunk.xsl"
layer fragment.xsl plain.xsl
echo '<html/>' >"$work/in/html.xsl"
cat >"$work/in/entity.xml" <<'EOD'
<!DOCTYPE refentry [
<!ENTITY here SYSTEM "../elsewhere/part.ent">
<!ENTITY gone SYSTEM "gone.ent">
]>
<refentry><refmeta><refentrytitle>Egg Laying</refentrytitle>
<manvolnum>8</manvolnum></refmeta><refnamediv><refname>egg one</refname>
<refname>egg-two</refname><refpurpose>be laid</refpurpose></refnamediv>
<refsect1><title>Description</title><para>Words.</para>&here;&gone;</refsect1>
</refentry>
EOD
sed '/ENTITY gone/d; s/&gone;//' "$work/in/entity.xml" >"$work/in/egg.xml"
echo '<!doctype refentry system><refentry><para>old' >"$work/in/egg.sgml"

# Runs a command in a copy of the input: at WAY COMMAND...
at()
{
	way=$1
	shift
	rm -rf "$work/$way"
	mkdir -p "$work/$way/elsewhere"
	cp -R "$work/in" "$work/$way/in"
	echo '<para>Elsewhere.</para>' >"$work/$way/elsewhere/part.ent"
	(cd "$work/$way/in" && "$@") >"$work/$way/stdout" \
	    2>"$work/$way/stderr" </dev/null
	status=$?
	(cd "$work/$way/in" && find . ! -type d ! -name 'manpage.*' | sort) \
	    >"$work/$way/files"
	cp "$work/$way/stderr" "$work/said"
	return $status
}

# glossc itself writes these files: does NAME FILES COMMAND...
does()
{
	does_name=$1
	does_files=$2
	shift 2
	at ours env PATH="$links:$PATH" GLOSSC_DROPIN=always "$@" && {
		comm -13 "$work/none" "$work/ours/files" | tr '\n' ' ' |
		    sed 's/\.\///g; s/ $//' >"$work/made"
		echo "made:     $(cat "$work/made")"
		echo "expected: $does_files"
	} >>"$work/said" && [ "$(cat "$work/made")" = "$does_files" ]
	result $? "$does_name"
}

# The program itself writes the same files: as NAME FILES COMMAND...
as()
{
	as_name=$1
	as_files=$2
	does "$@"
	shift 2
	if ! have "$1"; then
		skip "$as_name: the same files" "$1 is not installed"
		return
	fi
	at theirs "$@"
	grep -v '^Note:' "$work/theirs/stderr" >"$work/said"
	diff "$work/theirs/files" "$work/ours/files" >>"$work/said"
	result $? "$as_name: the same files"
}

# glossc runs the other program and gives a reason: leaves NAME REASON COMMAND...
leaves()
{
	leaves_name=$1
	leaves_reason=$2
	shift 2
	at ours env PATH="$links:$work/others" GLOSSC_DROPIN=verbose "$@"
	leaves_status=$?
	cat "$work/ours/stdout" >>"$work/said"
	[ $leaves_status -eq 42 ] &&
	    grep -q "$leaves_reason.*running $work/others/" \
	    "$work/ours/stderr" && {
		shift
		[ "$(cat "$work/ours/stdout")" = "$(printf '<%s>' "$@")" ]
	}
	result $? "$leaves_name"
}

at ours true
mv "$work/ours/files" "$work/none"
# what is asked of the others, and a status of their own
mkdir "$work/others"
for program in xsltproc xmlto docbook2x-man docbook2man; do
	{
		echo '#!/bin/sh'
		echo 'printf "<%s>" "$@"'
		echo 'exit 42'
	} >"$work/others/$program"
	chmod +x "$work/others/$program"
done

# --- xsltproc ---

two="chicken.1 hen.1"
as "xsltproc, a catalog's name" "$two" xsltproc --nonet "$man" hen.1.xml
does "a version's name" "$two" xsltproc \
    http://docbook.sourceforge.net/release/xsl/1.79.2/manpages/docbook.xsl \
    hen.1.xml
does "another's home" "$two" xsltproc \
    https://cdn.docbook.org/release/xsl-nons/1.79.1/manpages/docbook.xsl \
    hen.1.xml
does "a path where nothing is installed" "$two" xsltproc \
    /nonexistent/docbook-xsl/manpages/docbook.xsl hen.1.xml
own=
for folder in /usr/share/xml/docbook/stylesheet/docbook-xsl \
    /usr/share/sgml/docbook/xsl-stylesheets; do
	[ ! -f "$folder/manpages/docbook.xsl" ] || own=$folder
done
if [ "$own" ]; then
	as "a path" "$two" xsltproc "$own/manpages/docbook.xsl" hen.1.xml
	mkdir "$work/links3"
	ln -s "$own/manpages/docbook.xsl" "$work/links3/own.xsl"
	does "a link" "$two" xsltproc "$work/links3/own.xsl" hen.1.xml
else
	skip "a path" "DocBook XSL is not installed"
fi
as "all options that change nothing" "$two" xsltproc --maxdepth 9000 \
    --maxvars 20000 --nodtdattr --nonet --novalid --seed-rand 1 --xinclude \
    --maxparserdepth 500 -v "$man" hen.1.xml
as "options with one dash" "$two" xsltproc -novalid -nonet "$man" hen.1.xml
as "-o names a file" "out/chicken.1 out/hen.1" xsltproc -o out/other.1 "$man" \
    hen.1.xml
as "--output names a folder" "a/b/chicken.1 a/b/hen.1" xsltproc \
    --output a/b/ "$man" hen.1.xml
as "a folder for each section" "man/man1/chicken.1 man/man1/hen.1" xsltproc \
    --stringparam man.output.in.separate.dir 1 "$man" hen.1.xml
as "and where it lies" "a/x-man1/chicken.1 a/x-man1/hen.1" xsltproc -o a/ \
    --param man.output.in.separate.dir 1 --stringparam man.output.base.dir x- \
    "$man" hen.1.xml
as "and none for sections" "x/chicken.1 x/hen.1" xsltproc \
    --param man.output.in.separate.dir 1 --stringparam man.output.base.dir x/ \
    --param man.output.subdirs.enabled 0 "$man" hen.1.xml
as "a manifest" "LIST chicken.1 hen.1" xsltproc --param \
    man.output.manifest.enabled 1 --stringparam man.output.manifest.filename \
    LIST "$man" hen.1.xml
if [ -f "$work/theirs/in/LIST" ]; then
	check "it lists the same" sh -c 'sort "$1" >"$1.sorted" &&
	    sort "$2" | diff "$1.sorted" -' sh "$work/theirs/in/LIST" \
	    "$work/ours/in/LIST"
else
	skip "it lists the same" "DocBook XSL makes none here"
fi
as "several files" "chicken.1 egg-two.8 egg_one.8 hen.1" xsltproc "$man" \
    hen.1.xml egg.xml
as "--path finds what a document names" "egg-two.8 egg_one.8" xsltproc \
    --path "/nonexistent .." "$man" ../in/egg.xml
as "--path finds the document" "$two" xsltproc --path /nonexistent:../in \
    "$man" nowhere/hen.1.xml
does "a stylesheet alone" "" xsltproc "$man"
does "a layer" "$two" xsltproc plain.xsl hen.1.xml
check "its parameter is taken" sh -c '! grep -q AUTHOR "$1"' sh \
    "$work/ours/in/hen.1"
as "a layer over a layer" "$two" xsltproc over.xsl hen.1.xml
check "it overrides" grep -q AUTHOR "$work/ours/in/hen.1"
as "the command line" "$two" xsltproc --param man.authors.section.enabled 0 \
    over.xsl hen.1.xml
check "that overrides a layer" sh -c '! grep -q AUTHOR "$1"' sh \
    "$work/ours/in/hen.1"
as "profiles" "$two" xsltproc --stringparam profile.os linux \
    "$current/manpages/profile-docbook.xsl" hen.1.xml
check "what is for others is left out" sh -c \
    'grep -q Linux "$1" && ! grep -q FreeBSD "$1"' sh "$work/ours/in/hen.1"
as "profiles of a stylesheet that has none" "$two" xsltproc --stringparam \
    profile.os linux "$man" hen.1.xml
check "nothing is left out" grep -q FreeBSD "$work/ours/in/hen.1"
as "HTML into a file" hen.html xsltproc -o hen.html \
    "$current/html/docbook.xsl" hen.1.xml
does "HTML" "" xsltproc "$current/xhtml/docbook.xsl" hen.1.xml
check "it goes to standard output" grep -qi '<!doctype html>' \
    "$work/ours/stdout"

leaves "templates" 'templates.xsl:3: there is a xsl:template' xsltproc \
    templates.xsl hen.1.xml
leaves "a parameter that is computed" 'computed.xsl:3: man.output.base.dir' \
    xsltproc computed.xsl hen.1.xml
leaves "another stylesheet" 'html/chunk' xsltproc chunk.xsl hen.1.xml
leaves "no stylesheet" 'html.xsl:1: this is no stylesheet' xsltproc html.xsl \
    hen.1.xml
leaves "a layer that imports itself" 'imports itself' xsltproc round.xsl a.xml
leaves "a stylesheet that is not there" 'no stylesheet' xsltproc no.xsl a.xml
leaves "an option that glossc has not" 'no option --timing' xsltproc --timing \
    "$man" 'hen 1.xml' ''
leaves "an option that nobody has" 'no option --new' xsltproc --new "$man"
leaves "an option behind the stylesheet" 'behind' xsltproc "$man" -o a hen.1.xml
leaves "a parameter that glossc can't follow" 'lang.in.name' xsltproc --param \
    man.output.lang.in.name.enabled 1 "$man" hen.1.xml
at ours env PATH="$links:$work/others" xsltproc --version
check "the program itself says its version" test $? -eq 42

# --- xmlto ---

as "xmlto man" "a/b/chicken.1 a/b/hen.1" xmlto --skip-validation -o a/b man \
    hen.1.xml
as "xmlto man, here" "$two" xmlto --skip-validation --noclean --noautosize \
    --extensions --noextensions man hen.1.xml
does "its options in one, and short" "out/chicken.1 out/hen.1" xmlto -vvoout \
    --skip --search ..:. man hen.1.xml
as "xmlto -m" "$two" xmlto --skip-validation -m fragment.xsl man hen.1.xml
as "xmlto -x" "$two" xmlto --skip-validation -x plain.xsl \
    --stringparam man.output.quietly=1 man hen.1.xml
does "xmlto --profile" "$two" xmlto --skip-validation --profile --stringparam \
    profile.os=linux man hen.1.xml
check "xmlto's profile" sh -c \
    'grep -q Linux "$1" && ! grep -q FreeBSD "$1"' sh "$work/ours/in/hen.1"
as "xmlto html-nochunks" out/hen.1.html xmlto --skip-validation -o out \
    html-nochunks hen.1.xml
does "xmlto txt" hen.1.txt xmlto --skip-validation txt hen.1.xml
leaves "xmlto html" 'format "html"' xmlto html hen.1.xml
leaves "xmlto pdf" 'format "pdf"' xmlto --with-fop pdf hen.1.xml
leaves "xmlto with templates" 'xsl:template' xmlto -m templates.xsl man hen.1.xml

# --- docbook2x-man and docbook2man ---

as "docbook2x-man" Egg_Laying.8 docbook2x-man egg.xml
does "docbook2x-man --solinks" "d/Egg_Laying.8 d/egg-two.8 d/egg_one.8" \
    docbook2x-man --solinks --output-dir=d egg.xml
does "docbook2x-man --symlinks" "Egg_Laying.8 egg-two.8 egg_one.8" \
    docbook2x-man --symlinks --list-files --encoding utf-8 egg.xml
check "they are links" test -L "$work/ours/in/egg-two.8"
check "all files are listed" test "$(wc -l <"$work/ours/stdout")" -eq 3
as "docbook2x-man --to-stdout" "" docbook2x-man --to-stdout egg.xml
does "docbook2man" Egg_Laying.8 docbook2man egg.xml
does "docbook2man -o" d/Egg_Laying.8 docbook2man -o d -V a=b -u egg.xml
leaves "docbook2man's SGML" 'egg.sgml is SGML' docbook2man egg.sgml
leaves "docbook2x-man --sgml" 'no option --sgml' docbook2x-man --sgml egg.sgml
leaves "a stylesheet in DSSSL" 'DSSSL' docbook2man -d own.dsl egg.xml

# --- what is read ---

does "an entity whose file is missing" "egg-two.8 egg_one.8" xsltproc "$man" \
    entity.xml
check "it is a warning" grep -q 'entity.xml:8: warning: cannot read .*\[no-file\]' \
    "$work/ours/stderr"
check "what lies above the document is read" grep -q Elsewhere \
    "$work/ours/in/egg_one.8"
mkfifo "$work/in/gone.ent"
does "an entity that is a pipe" "egg-two.8 egg_one.8 gone.ent" xsltproc "$man" \
    entity.xml
rm "$work/in/gone.ent"

# --- what is said ---

# says NAME PATTERN STATUS WISH COMMAND...
says()
{
	says_name=$1
	says_pattern=$2
	says_status=$3
	says_wish=$4
	shift 4
	at ours env PATH="$links" GLOSSC_DROPIN="$says_wish" "$@"
	says_got=$?
	cat "$work/ours/stderr" >"$work/said"
	echo "status $says_got" >>"$work/said"
	if [ "$says_pattern" ]; then
		grep -q -e "$says_pattern" "$work/ours/stderr"
	else
		[ ! -s "$work/ours/stderr" ]
	fi && [ $says_got -eq "$says_status" ]
	result $? "$says_name"
}

says "silent when all is well" '' 0 '' "$links/xsltproc" "$man" hen.1.xml
says "which way is taken" 'xsltproc: converted by glossc' 0 verbose \
    "$links/xsltproc" "$man" hen.1.xml
says "no other program" 'no other xsltproc in PATH' 127 '' \
    "$links/xsltproc" templates.xsl hen.1.xml
says "always" 'GLOSSC_DROPIN=always' 2 always "$links/xsltproc" \
    templates.xsl hen.1.xml
says "never" 'GLOSSC_DROPIN=never, and there is no other' 127 never \
    "$links/xsltproc" "$man" hen.1.xml
says "a wish that there is not" 'knows verbose' 2 sometimes \
    "$links/xsltproc" "$man" hen.1.xml
says "a parameter without effect" \
    'warning: the parameter man.justify=1 changes nothing.*\[parameter\]' 0 '' \
    "$links/xsltproc" --param man.justify 1 "$man" hen.1.xml
says "its default" '' 0 '' "$links/xsltproc" --param man.justify 0 "$man" \
    hen.1.xml
says "one that nobody knows" 'no.such.thing=1 changes nothing' 0 '' \
    "$links/xsltproc" --param no.such.thing 1 "$man" hen.1.xml
says "a warning switched off" '' 0 -Wno-parameter "$links/xsltproc" \
    --param man.justify 1 "$man" hen.1.xml
says "a warning that is an error" 'error: .*man.justify' 1 \
    'verbose,-Werror=parameter' "$links/xsltproc" --param man.justify 1 \
    "$man" hen.1.xml
says "an input that is broken" 'error' 1 '' "$links/xsltproc" "$man" \
    html.xsl

# two glosscs in PATH do not call each other for ever
mkdir "$work/links2"
cp "$GLOSSC" "$work/links2/xsltproc"
at ours env PATH="$links:$work/links2:$work/others" xsltproc templates.xsl a.xml
check "two glosscs in PATH" test $? -eq 42

done_testing
