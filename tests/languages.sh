#!/bin/sh
# SPDX-License-Identifier: MIT
# Each file of words has all words and nothing else, and a glossary in its
# language passes the judges.
. "$SOURCE/tests/lib.sh"

# What a file may hold: the parameters whose value is a text.
sed -n 's/.*<xsl:param name="\(\(word\|quote\|man\)\.[a-z.]*\)"\( *\/\)\{0,1\}>.*/\1/p' \
    "$SOURCE/xsl/common/words.xsl" "$SOURCE/xsl/man.xsl" |
    LC_ALL=C sort -u >"$work/keys"
check "the stylesheets name the words" test "$(wc -l <"$work/keys")" -gt 40

keys_of()
{
	sed -n 's/^\([a-z.]*\) *=.*/\1/p' "$1" | LC_ALL=C sort >"$work/own"
	diff "$work/keys" "$work/own"
}

# No two kinds of admonition may read alike, nor a question like its answer.
told_apart()
{
	for group in note,tip,important,caution,warning,danger question,answer \
	    figure,table,example,equation; do
		sed -n "s/^word\.\($(echo "$group" | sed 's/,/\\|/g')\) *= *//p" \
		    "$1" | sort | uniq -d
	done
}

write_glossary()
{
	cat <<END
<glossary xmlns="http://docbook.org/ns/docbook" version="5.0" xml:lang="$1">
<title>Zonk</title>
<info><date>2026-01-02</date></info>
<glossentry><glossterm>zink</glossterm>
<glossdef subject="zap"><para>A zunk, <quote>a <quote>small</quote> one</quote>.</para>
<note><para>Zip.</para></note><tip><para>Zip.</para></tip>
<important><para>Zip.</para></important><caution><para>Zip.</para></caution>
<warning><para>Zip.</para></warning>
<figure><title>Zest</title><screen>z</screen></figure>
<table><title>Zeal</title><tgroup cols="1"><tbody><row><entry>z</entry></row>
</tbody></tgroup></table>
<qandaset><qandaentry><question><para>Zip?</para></question>
<answer><para>Zip.</para></answer></qandaentry></qandaset>
<glossseealso otherterm="b"/><glossseealso otherterm="c"/></glossdef></glossentry>
<glossentry xml:id="b"><glossterm>zonk</glossterm>
<glosssee otherterm="c"/></glossentry>
<glossentry xml:id="c"><glossterm>zunk</glossterm>
<glossdef><para>Zest.</para></glossdef></glossentry>
</glossary>
END
}

printf 'zink\nzunk\n' >"$work/terms"
for file in "$SOURCE"/xsl/words/*; do
	language=${file##*/}
	check "$language: the words are those of the stylesheets" keys_of "$file"
	silent "$language: no two kinds have the same word" told_apart "$file"
	mkdir "$work/$language"
	write_glossary "$(echo "$language" | tr _ -)" >"$work/$language.xml"
	silent "$language: glossc takes a glossary" "$GLOSSC" --strict \
	    --output="$work/$language" --to="$all_formats" "$work/$language.xml"
	judge_all "$language" "$work/$language" "$work/terms"
	check "$language: text has its own words" fails grep -q 'See also' \
	    "$work/$language/$language.txt"
done
done_testing
