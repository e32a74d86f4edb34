#!/bin/sh
# SPDX-License-Identifier: MIT
# --depfile: make itself builds again when a file that was read is touched, be
# it read by whatever way and called whatever, and only then.
. "$SOURCE/tests/lib.sh"

make=${MAKE:-make}
cd "$work" || exit 99
mkdir sub

# entry TERM: a document that is read somewhere below doc.xml
entry()
{
	cat <<EOD
<glossentry xmlns="http://docbook.org/ns/docbook" version="5.0">
  <glossterm>$1</glossterm><glossdef><para>Is $1.</para></glossdef>
</glossentry>
EOD
}

# Names that make reads as something else, and the same as parts of a URI.
i=0
for name in 'a b.xml' 'a#b.xml' 'a$b.xml' 'a:b.xml' 'a%b.xml' 'a;b.xml' \
    'a=b.xml' 'a|b.xml' 'a&b.xml' 'a\b.xml' 'a*b.xml' '~a.xml' 'a(b).txt.xml' \
    'a[b].xml' 'a\[b].xml' ../.IGNORE ../.SECONDEXPANSION ../.xml ../~root \
    ../include ../export ../define ../endif
do
	i=$((i + 1))
	entry "odd$i" >"sub/$name"
	printf 'sub/%s\n' "$name" | sed 's/.*\.\.\///' >>read
	uri=$(printf '%s' "$name" | sed 's/%/%25/; s/ /%20/; s/#/%23/
		s/:/%3A/; s/;/%3B/; s/|/%7C/; s/&/%26/; s/\\/%5C/
		s/\[/%5B/; s/]/%5D/')
	echo "<xi:include href=\"sub/$uri\"/>" | sed 's/sub\/\.\.\///' >>odd
done

cat >doc.xml <<EOD
<!DOCTYPE article SYSTEM "own.dtd" [
<!ENTITY part SYSTEM "part.xml">]>
<article xmlns="http://docbook.org/ns/docbook" version="5.0"
    xmlns:xi="http://www.w3.org/2001/XInclude">
  <title>Doc</title>
  <para>&declared; &fromdtd; <glossterm>filled</glossterm>
  <glossterm>elsewhere</glossterm>
  <xi:include href="words.txt" parse="text"/></para>
  &part;
  <glosslist>$(cat odd)<xi:include href="included.xml"/></glosslist>
  <glossary role="auto"/>
</article>
EOD
cat >own.dtd <<'EOD'
<!ENTITY % more SYSTEM "more.ent">
%more;
EOD
echo '<!ENTITY fromdtd "of the DTD">' >more.ent
echo '<!ENTITY declared "of its own file">' >declared.ent
echo '<para xmlns="http://docbook.org/ns/docbook">Part.</para>' >part.xml
echo 'words' >words.txt
cat >included.xml <<'EOD'
<glossentry xmlns="http://docbook.org/ns/docbook" version="5.0"
    xmlns:xi="http://www.w3.org/2001/XInclude">
  <glossterm>included</glossterm>
  <glossdef><xi:include href="deeper.xml"/></glossdef>
</glossentry>
EOD
echo '<para xmlns="http://docbook.org/ns/docbook">Deep.</para>' >deeper.xml
{
	echo '<glossary xmlns="http://docbook.org/ns/docbook" version="5.0"
	    xmlns:xi="http://www.w3.org/2001/XInclude">'
	echo '<title>All</title><xi:include href="filled.xml"/></glossary>'
} >all.xml
entry filled >filled.xml
cat >refs.xml <<'EOD'
<refs xmlns="urn:glossc:refs" name="other" section="7">
  <term anchor="elsewhere">elsewhere</term>
</refs>
EOD
cat >own.xsl <<'EOD'
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="glossc:text.xsl"/>
  <xsl:include href="sub/own%20too.xsl"/>
</xsl:stylesheet>
EOD
echo '<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"/>' >'sub/own too.xsl'
cp own.xsl unread.xsl
cp part.xml unread.xml
cat >>read <<'EOD'
doc.xml
own.dtd
more.ent
declared.ent
part.xml
words.txt
included.xml
deeper.xml
all.xml
filled.xml
refs.xml
own.xsl
sub/own too.xsl
EOD

cat >Makefile <<'EOD'
out/doc.7 out/doc.txt: doc.xml
	mkdir -p out
	"$$GLOSSC" --to=man,text --output=out --depfile=doc.d \
	    --entities=declared.ent --collection=all.xml --refs=refs.xml \
	    --stylesheet=text=own.xsl doc.xml
	echo built >>builds
fail:
	exit 1
-include doc.d
EOD

# Everything is of one age, the products are a little younger.
settle()
{
	find . -type f -exec touch -t 202601020000 {} +
	touch -t 202601020001 out/*
}

# builds: makes once, and says how many runs that took
builds()
{
	: >builds
	$make -s out/doc.txt >"$work/said" 2>&1 </dev/null || echo failed
	wc -l <builds | tr -d ' '
}

check "make builds" test "$(builds)" = 1
check "the collection's entry is there" grep -q 'Is filled' out/doc.txt
check "the reference leads out" grep -q 'elsewhere in other(7)' out/doc.txt
check "no name that was read changes make" sh -c "! $make fail"
settle
check "make has nothing to do" test "$(builds)" = 0
while IFS= read -r file; do
	settle
	touch -t 202601020002 "$file"
	check "$file is touched: make builds" test "$(builds)" = 1
done <read
for file in unread.xsl unread.xml; do
	settle
	touch -t 202601020002 "$file"
	check "$file is touched: make does nothing" test "$(builds)" = 0
done

# what nothing reads any more may go
settle
sed '/deeper/s/<xi.*\/>/<para>Shallow.<\/para>/' included.xml >included.new
mv included.new included.xml
rm deeper.xml
check "a file is gone that was included: make builds" test "$(builds)" = 1
settle
check "and has nothing to do after that" test "$(builds)" = 0

# the same rule, as ninja reads it
if have ninja; then
	cat >build.ninja <<'EOD'
rule glossc
  command = "$$GLOSSC" --to=text -o $out --depfile=$out.d --collection=all.xml $
      --entities=declared.ent --refs=refs.xml -x text=own.xsl $in
  depfile = $out.d
build plain.txt: glossc doc.xml
EOD
	# without the names that it has no way to write
	sed 's/<xi:include href="sub[^"]*\(%3B\|=\|%7C\|%26\|%5C\|\*\)[^>]*>//g
	    s/<xi:include href="~[^>]*>//' \
	    doc.xml >doc.new
	mv doc.new doc.xml
	check "ninja builds" ninja
	check "ninja has nothing to do" sh -c 'ninja | grep -q "no work to do"'
	touch -t 203001020002 'sub/own too.xsl'
	check "ninja builds again" sh -c '! ninja | grep -q "no work to do"'
else
	skip "ninja builds" "ninja is not installed"
fi

done_testing
