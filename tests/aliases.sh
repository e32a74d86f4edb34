#!/bin/sh
# SPDX-License-Identifier: MIT
# A page that has several names is found by each of them: the files that lead
# to it, and what man-db and mandoc make of these in a manpath of their own.
. "$SOURCE/tests/lib.sh"

manpath=$work/man
mkdir -p "$manpath/man3"

# lists NAME FOLDER FILE...: these are in the folder, and no more
lists()
{
	lists_name=$1
	lists_folder=$2
	shift 2
	printf '%s\n' "$@" | sort >"$work/expected"
	ls -A "$lists_folder" >"$work/got"
	check "$lists_name" diff "$work/expected" "$work/got"
}

# --- further refnames of a refentry ---

document=$SOURCE/tests/cases/aliases/input.xml
check "refnames: converts" "$GLOSSC" --output="$manpath/man3" --to=man \
    "$document"
lists "refnames: a file each, and none twice" "$manpath/man3" \
    vm_pause.3vm vm_resume.3vm vm_start.3vm vm_stop.3vm vm_wait.3vm
echo '.so man3/vm_start.3vm' >"$work/stub"
check "refnames: it leads to the page" cmp "$manpath/man3/vm_stop.3vm" \
    "$work/stub"
mkdir "$work/one"
one=$SOURCE/tests/cases/aliases-one/input.xml
check "refnames: one file that is named is the page" "$GLOSSC" \
    --output="$work/one/out.1" --to=man "$one"
lists "refnames: no other is made then" "$work/one" out.1
mkdir "$work/named"
check "refnames: beside a file with the name of the page" "$GLOSSC" \
    --output="$work/named/vm-suspend.1" --to=man "$one"
lists "refnames: the others are made" "$work/named" vm-resume.1 \
    vm-suspend.1 vm.wake_up.1
check "refnames: nothing but the page goes to standard output" sh -c '
	"$GLOSSC" --output=- --to=man "$1" | cmp - "$2"' sh \
    "$one" "$work/one/out.1"

cat >"$work/odd.xml" <<'EOD'
<book><title>Odd</title><reference><title>Names</title><refentry>
<refmeta><refentrytitle>odd</refentrytitle><manvolnum>1</manvolnum></refmeta>
<refnamediv><refname>a/b</refname><refname>../up</refname>
<refname>.profile</refname><refname>-v</refname><refname>f()</refname>
<refname>$(x);y</refname><refpurpose>odd names</refpurpose></refnamediv>
<refsect1><title>Description</title><para>Odd.</para></refsect1>
</refentry></reference></book>
EOD
mkdir "$work/odd"
check "refnames: odd ones are taken" "$GLOSSC" --to=man \
    --output="$work/odd" "$work/odd.xml"
lists "refnames: none makes a folder or is the shell's" \
    "$work/odd" a-b.1 f.1 profile.1 up.1 v.1 x-y.1

# The DocBook XSL stylesheets make files of the same names.
same_as_docbook_xsl()
{
	mkdir "$work/theirs" "$work/ours" || return 1
	(cd "$work/theirs" && xsltproc --nonet "$2" "$1") || return 1
	"$GLOSSC" --output="$work/ours" --to=man "$1" || return 1
	ls "$work/ours" >"$work/names"
	ls "$work/theirs" | diff - "$work/names"
}

xsl=/usr/share/xml/docbook/stylesheet/docbook-xsl-ns/manpages/docbook.xsl
if have xsltproc && [ -f $xsl ]; then
	check "refnames: the files are those of the DocBook XSL stylesheets" \
	    same_as_docbook_xsl "$one" $xsl
	rm -r "$work/theirs" "$work/ours"
	check "reference: the files are those of the DocBook XSL stylesheets" \
	    same_as_docbook_xsl "$SOURCE/tests/cases/refnames/input.xml" $xsl
else
	skip "refnames: the files are those of the DocBook XSL stylesheets" \
	    "they are not installed"
fi

index_pages
for name in vm_start vm_stop vm_pause vm_wait; do
	opens "$name" '^VM_START(3vm)'
done
opens vm_resume '^VM_RESUME(3vm)'


# --- terms: a link each ---

pages=$manpath/man7
mkdir "$pages"
case=$SOURCE/tests/cases/names/input.xml
check "--aliases: converts" "$GLOSSC" -q --output="$pages" --to=man \
    --aliases --section=7n --name=names "$case"
lists "--aliases: links of safe names" "$pages" names.7n \
    LM.7n TCP-IP-of-old.7n Uberblick.7n VM.7n VMM.7n beaming.7n birds.7n \
    egg.7n etc-passwd.7n guest.7n hen.7n live-migration.7n teleporting.7n
check "--aliases: each leads to the page in its folder" sh -c '
	for f in "$1"/*; do
		[ "$f" = "$1/names.7n" ] || [ "$(readlink "$f")" = names.7n ] ||
		    exit 1
	done' sh "$pages"
index_pages
for name in names live-migration LM teleporting etc-passwd Uberblick; do
	opens "$name" '^NAMES(7n)'
done
asks whatis live-migration '^live-migration (7n) *- Moving a guest'
asks whatis lm '^LM (7n) *- Moving a guest'
asks whatis beaming '^beaming (7n) *- Moving a guest'
asks whatis vm '^VM (7n) *- Another "thing", whose term "is .more. than" an acronym$'
asks whatis names '^names (7n) *- Names that files can bear$'
asks whatis Uberblick '^Uberblick (7n) *- Letters with marks$'
asks apropos machine '^guest (7n) *- A machine in a machine$'
asks_mandoc whatis beaming 'beaming.*(7, 7n) - Names that files can bear'
asks_mandoc whatis vm 'VM.*(7, 7n) - '
asks_mandoc apropos 'another host' '^names, .*(7, 7n) - '

# a file that is named has its links beside it
mkdir "$work/beside"
(cd "$work/beside" && "$GLOSSC" -q --to=man --aliases --output=out.7n \
    --section=7n "$SOURCE/tests/cases/aliases-one/input.xml")
lists "--aliases --output=FILE: links are beside it" "$work/beside" \
    out.7n vm-resume.7n vm.wake_up.7n
check "--aliases --output=FILE: they lead to it" \
    [ "$(readlink "$work/beside/vm-resume.7n")" = out.7n ]
check "--aliases --output=-: none is made" sh -c '
	cd "$1" && "$GLOSSC" -q --to=man --aliases --output=- "$2" |
	    grep -q "^live"' sh "$work/beside" "$case"
lists "--aliases --output=-: nor any file" "$work/beside" \
    out.7n vm-resume.7n vm.wake_up.7n

# all or none: a folder stands where a link is to be
mkdir -p "$work/whole/guest.7n"
echo old >"$work/whole/names.7n"
ln -s elsewhere "$work/whole/LM.7n"
check "--aliases: a folder in the way fails" sh -c '
	"$GLOSSC" -q --output="$1" --to=man --aliases --section=7n \
	    --name=names "$2"; [ $? -eq 3 ]' sh "$work/whole" "$case"
lists "--aliases: no link was made then" "$work/whole" LM.7n guest.7n names.7n
check "--aliases: the page stays" grep -qx old "$work/whole/names.7n"
check "--aliases: a link stays" \
    [ "$(readlink "$work/whole/LM.7n")" = elsewhere ]
rmdir "$work/whole/guest.7n"
check "--aliases: then it goes" "$GLOSSC" -q --output="$work/whole" --to=man \
    --aliases --section=7n --name=names "$case"
check "--aliases: the link is replaced" \
    [ "$(readlink "$work/whole/LM.7n")" = names.7n ]

# --- more terms than NAME has room for ---

# 400 entries, of which each tenth refers to the last
awk 'BEGIN {
	print "<glossary xmlns=\"http://docbook.org/ns/docbook\" version=\"5.0\">"
	print "<title>Many terms</title>"
	for (i = 1; i <= 400; i++) {
		print "<glossentry><glossterm>term " i "</glossterm><glossdef>"
		print "<para>The " i "th of them, with words that make of it "
		print "more than one line of whatis has room for.</para>"
		if (i % 10 == 0 && i < 400)
			print "<glossseealso otherterm=\"term 400\"/>"
		print "</glossdef></glossentry>"
	}
	print "</glossary>"
}' >"$work/many.xml"
rm -rf "$pages"
mkdir "$pages"
"$GLOSSC" --output="$pages" --to=man --aliases --section=7n "$work/many.xml" \
    2>"$work/note"
check "many terms: a note says what NAME has no room for" \
    grep -q "note: man-db reads 8191 bytes of NAME: .* of 400 .*\[names\]$" \
    "$work/note"
check "many terms: a link each" [ "$(ls "$pages" | wc -l)" -eq 401 ]
sed -n '/^.SH NAME/,/^.SH TERMS/p' "$pages/many.7n" >"$work/said"
kept=$(grep -c '^term' "$work/said")
# what man-db reads: a character a "\-", and a blank a ".br"
bytes=$(sed '/^\.SH/d; s/^\.br$//; s/\\//g' "$work/said" | wc -c)
result $((bytes > 8191 || bytes < 7900)) "many terms: NAME is full ($bytes)"
index_pages
asks whatis term-400 '^term-400 (7n) *- The 400th of them'
asks whatis "term-$((kept - 1))" "(7n) *- The $((kept - 1))th of them"
asks whatis "term-$((kept + 1))" "(7n) *- Many terms"
opens "term-$((kept + 1))" '^MANY(7n)'

# --- a page for each ---

rm -rf "$pages"
mkdir "$pages"
check "--split: converts" "$GLOSSC" -q --output="$pages" --to=man --split \
    --aliases --section=7n --name=names "$case"
lists "--split: pages, and links for other names" "$pages" names.7n \
    LM.7n TCP-IP-of-old.7n Uberblick.7n VM.7n VMM.7n beaming.7n birds.7n \
    egg.7n etc-passwd.7n guest.7n hen.7n live-migration.7n teleporting.7n \
    names-8.7n names-10.7n
index_pages
opens names '^ *live-migration(7n)'
opens live-migration '^LIVE-MIGRATION(7n)'
opens beaming '^LIVE-MIGRATION(7n)'
opens live-migration '^ *guest(7n), VMM(7n), names(7n)'
opens guest '1. A machine in a machine'
asks whatis guest '^guest (7n) *- A machine in a machine$'
asks whatis LM '^LM (7n) *- Moving a guest'
asks apropos 'another host' '^live-migration (7n) *- Moving a guest'
asks_mandoc whatis lm 'live-migration.*(7, 7n) - Moving a guest'
check "--split: one file has no room for it" sh -c '
	"$GLOSSC" -q --output="$1" --to=man --split "$2"; [ $? -eq 2 ]' sh \
    "$work/none" "$case"

cat >"$work/two.xml" <<'END'
<glossary xmlns="http://docbook.org/ns/docbook"><title>Two of a name</title>
<glossentry><glossterm>hen</glossterm>
<glossdef><para>A bird.</para></glossdef></glossentry>
<glossentry><glossterm>hen</glossterm>
<glossdef><para>A female of other birds.</para></glossdef></glossentry>
</glossary>
END
rm -rf "$pages"
mkdir "$pages"
"$GLOSSC" -q --output="$pages" --to=man --split --section=7n "$work/two.xml"
lists "--split: a page whose name is taken has a number" "$pages" two.7n \
    hen.7n two-2.7n
index_pages
asks whatis two-2 '^two-2 (7n) *- A female of other birds$'
done_testing
