#!/bin/sh
# SPDX-License-Identifier: MIT
# Lines past 65,535, where libxml2 stops counting, are told rightly: in the
# document, in a file that it includes, in an entity, also one that is there
# twice, and of what resolve puts around words; and of whatever is said of any
# case, when it stands that much further down.
. "$SOURCE/tests/lib.sh"

cd "$work" || exit 99

# blank_lines N
blank_lines()
{
	head -c "$1" /dev/zero | tr '\0' '\n'
}

namespace='xmlns="http://docbook.org/ns/docbook"'
{
	cat <<EOD
<!DOCTYPE glossary [
<!ENTITY far SYSTEM "far.ent">
]>
<glossary $namespace version="5.0"
  xmlns:xi="http://www.w3.org/2001/XInclude">
<title>Long</title>
EOD
	blank_lines 69994
	cat <<EOD
<glossentry><glossterm>one</glossterm>
<glossdef>
<para>See <glossterm
>main</glossterm>.</para>
<para>And <phrase linkend="nowhere">words</phrase>, <emphasis>none
<screen/></emphasis> <link linkend="lost">more</link>.</para></glossdef>
</glossentry>
<xi:include href="part.xml"/>
&far;
&far;
<xi:include href="whole.xml" xpointer="piece"/>
</glossary>
EOD
} >long.xml
{
	echo "<glossdiv $namespace><title>Part</title>"
	blank_lines 70998
	echo '<glossentry><glossterm>two</glossterm>'
	echo '<glosssee otherterm="included"/></glossentry></glossdiv>'
} >part.xml
{
	blank_lines 72000
	echo "<glossdiv $namespace><title>Far</title><glossentry>"
	echo '<glossterm>three</glossterm><glosssee otherterm="entity"/>'
	echo '</glossentry></glossdiv>'
} >far.ent
{
	echo "<glossdiv $namespace><title>Whole</title>"
	blank_lines 73000
	echo '<glossentry xml:id="piece">'
	echo '<glossterm>four</glossterm><glosssee otherterm="part"/>'
	echo '</glossentry></glossdiv>'
} >whole.xml

cat >expected <<'EOD'
long.xml:70004: warning: glossterm "main" leads nowhere [dangling]
long.xml:70005: warning: phrase "nowhere" leads nowhere [dangling]
long.xml:70006: warning: link "lost" leads nowhere [dangling]
part.xml:71001: warning: glosssee "included" leads nowhere [dangling]
far.ent:72002: warning: glosssee "entity" leads nowhere [dangling]
far.ent:72002: warning: glosssee "entity" leads nowhere [dangling]
far.ent:72002: warning: "three" is already a name of the entry in line 72001; references by text lead to that one [duplicate-term]
whole.xml:73003: warning: glosssee "part" leads nowhere [dangling]
EOD

tells_lines()
{
	"$GLOSSC" --check long.xml 2>told
	LC_ALL=C sort expected >wanted
	LC_ALL=C sort told | diff wanted -
}
silent "references past line 65,535: told in their lines" tells_lines

sed 's/part[.]xml/none.xml/' long.xml >none-there.xml
said_of_include()
{
	"$GLOSSC" --check none-there.xml 2>told
	grep -F 'none-there.xml:70008: error: "none.xml" is not there' told ||
	    { cat told; return 1; }
}
check "an XInclude past line 65,535: told in its line" said_of_include

# moved FROM TO: what is said, with lines of the input past FROM so much further
moved()
{
	perl -pe 'BEGIN { ($from, $by) = splice @ARGV, 0, 2 }
		s/(?<=^input[.]xml:)\d+/$& > $from ? $& + $by : $&/e;
		s/(?<=in line )\d+(?! of )/$& > $from ? $& + $by : $&/e' "$@"
}

# Blank lines after the first tag move all that follows.
by=65520
for folder in "$SOURCE"/tests/cases/*/; do
	name=${folder%/}
	name=${name##*/}
	options=
	[ ! -f "$folder/args" ] || options=$(cat "$folder/args")
	case $options in *json*) continue ;; esac
	[ -f "$folder/input.xml" ] || continue
	case $(cat "$folder"/expected.diagnostics 2>/dev/null) in
	*input.xml:*) ;;
	*) continue ;;
	esac
	rm -rf case
	cp -R "$folder" case
	cd case || exit 99
	chmod -R u+w .
	tag=$(perl -0ne '/^.*?<\w[^<>]*/s; print 1 + $& =~ tr/\n//' input.xml)
	eval "set -- $options"
	"$GLOSSC" --check -Wall input.xml "$@" 2>near
	perl -0pe "s/<\\w[^<>]*>/\$& . \"\\n\" x $by/e" input.xml >far.xml
	mv far.xml input.xml
	"$GLOSSC" --check -Wall input.xml "$@" 2>far
	moved "$tag" "$by" near >wanted
	silent "$name, $by lines further down" diff wanted far
	cd .. || exit 99
done
done_testing
