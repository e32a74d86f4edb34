#!/bin/sh
# SPDX-License-Identifier: MIT
# The same input gives the same bytes: each format alone, each two of them in
# both orders, and all, by one thread and by two, thirty times; and also by a
# stylesheet of the user's that adds nothing.
. "$SOURCE/tests/lib.sh"

cd "$work" || exit 99
rounds=30

# --- glossaries with all that differs between formats ---

if have perl; then
	for seed in 1 2; do
		mkdir "random$seed"
		perl "$SOURCE/tests/refs.pl" $seed "random$seed"
	done
fi

# untitled sections, to which entries refer, in a language and in passages of
# another; index terms, footnotes, quotations, notes, other names, senses
mkdir kinds
cat >kinds/input.xml <<'EOD'
<book xmlns="http://docbook.org/ns/docbook" version="5.0" xml:lang="de">
<title>T</title>
<dedication xml:id="ded"><para>For hens.</para></dedication>
<reference><title>R</title><refentry xml:id="re"><refmeta>
<refentrytitle>hen</refentrytitle><manvolnum>1</manvolnum></refmeta>
<refnamediv xml:id="nam"><refname>hen</refname><refpurpose>lay</refpurpose>
</refnamediv><refsynopsisdiv xml:id="syn"><para>hen, see
<xref linkend="nam"/></para></refsynopsisdiv>
<refsection><title>D</title><glosslist>
<glossentry><glossterm>peck</glossterm><glossdef><para>See
<xref linkend="syn"/>, <xref linkend="nam"/>.</para></glossdef></glossentry>
</glosslist></refsection></refentry></reference>
<glossary xml:id="glo">
<glossdiv><title>A</title>
<glossentry xml:id="bird"><glossterm>bird</glossterm><acronym>B</acronym>
<indexterm><primary>fowl</primary><secondary>wild</secondary>
<see>hen</see></indexterm>
<glossdef><para>It flies, see <xref linkend="syn"/>, <xref linkend="ded"/>,
<xref linkend="glo"/>, <xref linkend="nam"/>.<footnote xml:id="f"><para>Not
all.</para></footnote></para>
<index><title>I</title></index></glossdef></glossentry>
<glossentry><glossterm>nest</glossterm><glosssee otherterm="bird"/>
</glossentry></glossdiv>
<glossdiv xml:lang="en"><title>H</title>
<glossentry><glossterm>hen</glossterm><glossterm>chicken</glossterm>
<indexterm><primary>fowl</primary><seealso>bird</seealso><seealso>nest</seealso>
</indexterm>
<glossdef><para>A <quote>bird</quote>.<footnoteref linkend="f"/>
<emphasis xml:lang="fr"><quote>poule</quote>, <xref linkend="syn"/>,
<xref linkend="nam"/></emphasis> <citerefentry><refentrytitle>hen
</refentrytitle><manvolnum>1</manvolnum></citerefentry></para>
<note xml:lang="ja"><para>X <xref linkend="syn"/></para></note>
<table><title>Eggs</title><tgroup cols="1"><tbody><row><entry>1</entry></row>
</tbody></tgroup></table><procedure><step performance="optional"><para>P
</para></step></procedure></glossdef>
<glossdef><para>Another.</para><glossseealso otherterm="bird"/>
<glossseealso otherterm="nest"/></glossdef></glossentry></glossdiv>
</glossary></book>
EOD

# each element of DocBook below an entry; and so many that there are batches
mkdir elements many
{
	echo '<glossary xmlns="http://docbook.org/ns/docbook"><title>E</title>'
	sed -n 's/^[DR][A-Z]*(\([a-z0-9]*\),.*/\1/p' \
	    "$SOURCE/src/docbook/docbook.def" | while read -r name; do
		echo "<glossentry><glossterm>of $name</glossterm>
<indexterm><primary>$name</primary><see>other</see></indexterm>
<glossdef><$name>a <phrase>b</phrase> c</$name>
<para>d <$name>e</$name></para></glossdef></glossentry>"
	done
	echo '</glossary>'
} >elements/input.xml
{
	echo '<glossary xmlns="http://docbook.org/ns/docbook"><title>M</title>'
	i=0
	while [ $i -lt 200 ]; do
		i=$((i + 1))
		echo "<glossentry><glossterm>t$i</glossterm><indexterm>
<primary>p$i</primary><see>q</see></indexterm><glossdef><para>See
<glossterm>t$((i * 7 % 200 + 1))</glossterm>.</para></glossdef></glossentry>"
	done
	echo '</glossary>'
} >many/input.xml

# --- the runs ---

# convert FOLDER THREADS FORMATS [OPTION]...: into out/
convert()
{
	rm -rf out
	mkdir out
	convert_folder=$1
	convert_jobs=$2
	convert_to=$3
	shift 3
	(cd "$convert_folder" && "$GLOSSC" -q -j"$convert_jobs" \
	    --to="$convert_to" --output=../out "$@" input.xml) >said 2>&1
}

# alike FOLDER: what was made is what each format gave alone
alike()
{
	for alike_file in out/*; do
		cmp "$alike_file" "alone/$1/${alike_file#out/}" >>said 2>&1 ||
		    return 1
	done
	[ -e "$alike_file" ]
}

# all orders of two, all of them in two orders, and each alone
lists=$(for a in $formats; do
	echo "$a"
	for b in $formats; do
		[ "$a" = "$b" ] || echo "$a,$b"
	done
done
echo "$all_formats"
echo dict,text,texinfo,man)

folders=$(ls)
for folder in $folders; do
	mkdir -p "alone/$folder"
	for format in $formats; do
		convert "$folder" 1 "$format"
		[ "$(ls out)" ] && cp out/* "alone/$folder"
		result $? "$folder: there is something to compare in $format"
	done
done

for jobs in 1 2; do
	for list in $lists; do
		bad=0
		round=0
		while [ $round -lt $rounds ] && [ $bad -eq 0 ]; do
			for folder in $folders; do
				[ $((round % 15)) -eq 0 ] ||
				    [ "$folder" = kinds ] || continue
				convert "$folder" $jobs "$list"
				alike "$folder" || bad=1
			done
			round=$((round + 1))
		done
		result $bad "-j$jobs --to=$list: the same bytes as alone"
	done
done

# a layer that adds nothing changes nothing, whatever is made beside it
for format in $formats; do
	cat >own.xsl <<EOD
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="glossc:$format.xsl"/>
</xsl:stylesheet>
EOD
	bad=0
	for folder in $folders; do
		for list in $format $all_formats; do
			convert "$folder" 2 "$list" \
			    "--stylesheet=$format=../own.xsl"
			alike "$folder" || bad=1
		done
	done
	result $bad "a stylesheet over $format that adds nothing: the same bytes"
done

# what --stop-after=layout shows is what the writers get
for folder in $folders; do
	for format in $formats; do
		convert "$folder" 1 "$format" --stop-after=layout \
		    --output=../out/whole
		fails grep -q ' entries=' out/whole >>said 2>&1
		result $? "$folder: the layout for $format has its entries"
	done
done
done_testing
