#!/bin/sh
# SPDX-License-Identifier: MIT
# What a lookup prints on a terminal, and what it does elsewhere.
. "$SOURCE/tests/lib.sh"

cd "$work" || exit 99
cat >first.xml <<'EOD'
<glossary xmlns="http://docbook.org/ns/docbook" version="5.0">
  <title>First</title>
  <glossentry><glossterm>guest</glossterm>
    <glossdef>
      <para>A <emphasis>machine</emphasis> in a machine, with so many words
        that the <code>code</code> in it, and an <emphasis>emphasis that
        goes over a line</emphasis>, are filled — 日本語 too.</para>
      <para>&#x9b;31m is no colour. <link
        xmlns:l="http://www.w3.org/1999/xlink"
        l:href="https://example.org/">A page</link></para>
      <informaltable><tgroup cols="1"><tbody><row>
        <entry><emphasis>cell</emphasis></entry>
      </row></tbody></tgroup></informaltable>
      <programlisting>a <emphasis>line</emphasis></programlisting>
      <glossseealso otherterm="host"/>
    </glossdef>
  </glossentry>
  <glossentry><glossterm>host</glossterm>
    <glossdef><para>What is around guests.</para></glossdef>
  </glossentry>
</glossary>
EOD
sed 's/guest/visitor/' first.xml >second.xml

# lookup STATUS NAME ARGUMENT...: ends so; out and complaint keep what it prints
lookup()
{
	lookup_expected=$1
	lookup_name=$2
	shift 2
	"$GLOSSC" "$@" >out 2>complaint </dev/null
	[ $? -eq "$lookup_expected" ]
	result $? "$lookup_name"
}

# terminal OUT VARIABLE... -- ARGUMENT...: glossc's output on a terminal
terminal()
{
	terminal_out=$1
	shift
	script -qec "env $*" /dev/null </dev/null | tr -d '\r' >"$terminal_out"
}

escape=$(printf '\033')
unescape()
{
	sed "s/$escape\\[[0-9]*m//g" "$1"
}

lookup 0 "elsewhere than on a terminal it is plain" --lookup=guest first.xml
cp out plain
check "the text is plain" plain plain
lookup 0 "--color=always" --lookup=guest --color=always first.xml
unescape out >bare
check "colour changes no line" diff plain bare
check "the term is bold" grep "^$escape\\[1mguest$escape\\[0m" out
check "each line ends its own colours" \
    awk -v e="$escape" '{
	    n = split($0, parts, e)
	    if (n > 1 && parts[n] !~ /^\[0m/)
		    exit 1
    }' out
check "no other escape comes from the document" \
    grep -q "^    $(printf '\357\277\275')31m is no colour" out
lookup 0 "--ascii in colour" --lookup=guest --color=always --ascii first.xml
lookup 0 "the second file has it" --lookup=visitor first.xml second.xml
check "and is printed" grep -q '^visitor' out
lookup 0 "the first file that has it is enough" --lookup=host first.xml \
    second.xml
check "it is printed once" sh -c '[ "$(grep -c ^host "$1")" -eq 1 ]' sh out
lookup 0 "--hyperlink=always" --lookup=guest --hyperlink=always first.xml
links="]8;;https://example.org/$escape\\A page$escape]8;;$escape\\"
check "an address is a link" grep -qF "$links" out
check "so is it below the text" grep -qF \
    "]8;;https://example.org/$escape\\https://example.org/$escape]8;;" out
unlink_all()
{
	sed "s/$escape\\]8;;[^$escape]*$escape.//g" "$1"
}
unlink_all out >bare
check "links change no line" diff plain bare
lookup 0 "with colour" --lookup=guest --hyperlink=always --color=always \
    first.xml
unlink_all out >linked
unescape linked >bare
check "both change no line" diff plain bare
lookup 2 "--hyperlink wants a word that it knows" --lookup=guest \
    --hyperlink=blue first.xml
cat >links.xml <<'EOD'
<glossary xmlns="http://docbook.org/ns/docbook" version="5.0"
    xmlns:l="http://www.w3.org/1999/xlink">
  <title>Links</title>
  <glossentry><glossterm>links</glossterm>
    <glossdef><para><link l:href="javascript:x">No</link>,
      <link l:href="file:///x">no</link>, <link l:href="x.html">no</link>,
      <link l:href="HTTPS://example.org/a&#x9b;\&#xe9; b"><emphasis>a long
      one that goes over</emphasis> the end of the line</link>,
      <email>a@example.org</email>,
      <citerefentry><refentrytitle>a page</refentrytitle>
      <manvolnum>7</manvolnum></citerefentry>.</para>
      <programlisting>see <link l:href="https://example.org/">it</link>
</programlisting></glossdef>
  </glossentry>
</glossary>
EOD
lookup 0 "links of all kinds" --lookup=links --hyperlink=always --width=40 \
    links.xml
grep -o "]8;;[^$escape]\{1,\}$escape" out | tr -d "$escape" | sort -u >led
cat >wanted <<'EOD'
]8;;HTTPS://example.org/a%C2%9B%5C%C3%A9%20b
]8;;https://example.org/
]8;;mailto:a@example.org
]8;;man:a%20page(7)
EOD
check "only to what a terminal may open, and escaped" diff wanted led
check "each line ends its own link" \
    awk -v e="$escape]8;;" '{
	    n = split($0, parts, e)
	    if (n > 1 && (n % 2 == 0 || substr(parts[n], 1, 2) != "\033\\"))
		    exit 1
    }' out
lookup 1 "no file has it" --lookup=gest first.xml second.xml
check "it is said once, with what is like it" \
    sh -c '[ "$(cat complaint)" = "$1" ]' sh \
    'glossc: error: no entry is named "gest"; did you mean "guest"? [no-term]'
lookup 1 "nothing at all is no term" --lookup= first.xml
lookup 2 "a lookup prints text only" --lookup=guest --to=man first.xml
lookup 2 "--color wants a word that it knows" --lookup=guest --color=red \
    first.xml
lookup 0 "--output takes a file" --lookup=guest --output=file first.xml
check "the file is plain" diff plain file

if have script && script -qec true /dev/null >/dev/null 2>&1 </dev/null; then
	run="'$GLOSSC' --lookup=guest first.xml"
	terminal seen -u NO_COLOR TERM=xterm "$run"
	check "a terminal gets colour" grep -q "$escape\[1m" seen
	check "and links" grep -qF "$links" seen
	unlink_all seen >linked
	unescape linked >bare
	check "and the same lines" diff plain bare
	terminal seen NO_COLOR=1 TERM=xterm "$run"
	check "NO_COLOR is respected" diff plain seen
	terminal seen -u NO_COLOR TERM=linux "$run"
	unescape seen >bare
	check "the console gets colour without links" diff plain bare
	terminal seen -u NO_COLOR TERM=xterm "$run --hyperlink=never"
	unescape seen >bare
	check "--hyperlink=never" diff plain bare
	terminal seen -u NO_COLOR TERM=dumb "$run"
	check "a dumb terminal gets none" diff plain seen
	terminal seen NO_COLOR=1 TERM=xterm \
	    "sh -c \"stty cols 40; exec $run\""
	"$GLOSSC" --lookup=guest --width=40 first.xml >narrow
	check "a narrow terminal is filled" diff narrow seen
else
	skip "a terminal gets colour" "script is not installed"
fi
done_testing
