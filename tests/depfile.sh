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
for name in 'a b.xml' 'a#b.xml' 'a$b.xml' 'a:b.xml' '~a.xml' ../.IGNORE ../.SECONDEXPANSION ../.xml ../~root \
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

# what is read twice is one prerequisite, which has one rule
"$GLOSSC" -q --to=text --output=twice.txt --depfile=twice.d --collection=all.xml \
    --collection=all.xml --entities=declared.ent --refs=refs.xml doc.xml \
    2>"$work/said"
cat twice.d >>"$work/said"
[ "$(grep -c '/all\.xml \\*$' twice.d)" -eq 1 ] &&
    [ "$(grep -c '/all\.xml:$' twice.d)" -eq 1 ]
result $? "a collection that is given twice stands once in the depfile"
rm twice.txt twice.d

# what nothing reads any more may go
settle
sed '/deeper/s/<xi.*\/>/<para>Shallow.<\/para>/' included.xml >included.new
mv included.new included.xml
rm deeper.xml
check "a file is gone that was included: make builds" test "$(builds)" = 1
settle
check "and has nothing to do after that" test "$(builds)" = 0

# glossc.mk and the depfile need none of make's built-in rules
mkdir bare
cp part.xml bare/hen.7.xml
sed -i.bak 's/.*/<article xmlns="http:\/\/docbook.org\/ns\/docbook"><title>T<\/title>&<\/article>/' \
    bare/hen.7.xml
printf 'include %s\nall: hen.7\n' "$DOCS/kit/glossc.mk" >bare/Makefile
check "glossc.mk works without built-in rules" \
    $make -C bare -r -R GLOSSC="$GLOSSC" hen.7
check "and has nothing to do then" \
    $make -C bare -r -R -q GLOSSC="$GLOSSC" hen.7

# --- names that would run commands ---

# What make's built-in rules make a file from lies beside each: before the first
# run, and newer after it.
cat >hostile.pl <<'EOD'
my ($late) = @ARGV;
my @names = ('plain.txt', 'x`touch fired`y', 'lib.a(evil.o)', 'a%b', 'a;b',
    'a=b', 'a|b', 'a&b', 'a\\b', 'a*b', 'a?b', 'a(b).txt', 'a[b]', "a'b", 'a"b',
    "a\tb", 'a>b', '$(touch fired)', '.hid', '.IGNORE', 'fail', 'sp ce', 'p.c',
    'q', 'v', 'w', 'sub/plain.txt', 'sub/.c.o', '-f', '@echo', "a\nb: fail");
my @makers = map { ("$_.sh", "$_.c", "$_.o", "$_,v", "RCS/$_,v", "s.$_",
    "SCCS/s.$_") } grep { !m{/} } @names;
mkdir $_ for qw(sub RCS SCCS);
sub put
{
	my ($name, $text) = @_;
	open my $f, '>', $name or return;
	print $f $text;
}
if (!$late) {
	put($_, "text\n") for @names;
	utime time - 9000, time - 9000, $_ for @names;
	open my $doc, '>', 'doc.xml';
	print $doc '<glossary xmlns="http://docbook.org/ns/docbook" ',
	    'xmlns:xi="http://www.w3.org/2001/XInclude"><title>T</title>',
	    '<glossentry><glossterm>a</glossterm><glossdef><para>';
	for (@names) {
		my $uri = "./$_";
		$uri =~ s/([^A-Za-z0-9.\/_-])/sprintf '%%%02X', ord $1/ge;
		print $doc "<xi:include parse='text' href='$uri'/>\n";
	}
	print $doc "</para></glossdef></glossentry></glossary>\n";
}
put($_, "touch fired\n") for @makers, 'evil.o', 'p.y', 'sub/plain.txt.sh';
if ($late eq 'intact') {
	for (@names) {
		open my $f, '<', $_ or (print "gone: $_\n"), next;
		my $text = <$f>;
		print "changed: $_\n" if $text ne "text\n";
	}
	print "a command ran\n" if -e 'fired' || -e 'lib.a';
}
EOD

# intact FOLDER: no name has changed what its tool did
intact()
{
	(cd "$1" && perl ../hostile.pl intact) >"$work/said"
	[ ! -s "$work/said" ]
}

if have perl; then
	mkdir gnu
	(cd gnu && perl ../hostile.pl '')
	cat >gnu/Makefile <<'EOD'
out.7: doc.xml
	"$$GLOSSC" --to=man -o $@ --depfile=d.d doc.xml
.PHONY: fail
fail:
	echo the real one
-include d.d
EOD
	(cd gnu && $make out.7 && perl ../hostile.pl late && $make out.7 &&
	    $make out.7) >log 2>&1
	result $? "make builds what includes hostile names"
	check "make runs no command that a name asks for" intact gnu
	check "what make can't write is named" \
	    grep -q 'a=b: warning: make and ninja .*\[depfile\]$' log
	[ "$(cd gnu && $make -s fail)" = 'the real one' ]
	result $? "and rules of the makefile stay what they are"
	if have ninja; then
		mkdir ninja
		(cd ninja && perl ../hostile.pl '')
		cat >ninja/build.ninja <<'EOD'
rule glossc
  command = "$$GLOSSC" --to=man -o $out --depfile=$out.d $in
  depfile = $out.d
build out.7: glossc doc.xml
EOD
		(cd ninja && ninja && perl ../hostile.pl late && ninja) >log 2>&1
		result $? "ninja builds what includes hostile names"
		check "ninja runs no command that a name asks for" intact ninja
	else
		skip "ninja and hostile names" "ninja is not installed"
	fi
	if have cmake; then
		mkdir cmake
		(cd cmake && perl ../hostile.pl '')
		cat >cmake/CMakeLists.txt <<'EOD'
cmake_minimum_required(VERSION 3.20)
project(hostile NONE)
add_custom_command(OUTPUT out.7 DEPENDS doc.xml DEPFILE out.7.d
    COMMAND $ENV{GLOSSC} --to=man -o ${CMAKE_BINARY_DIR}/out.7
    --depfile=${CMAKE_BINARY_DIR}/out.7.d doc.xml
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
add_custom_target(pages ALL DEPENDS out.7)
EOD
		(cd cmake && cmake -G "Unix Makefiles" -S . -B made &&
		    cmake --build made && perl ../hostile.pl late &&
		    cmake --build made) >log 2>&1
		result $? "CMake builds what includes hostile names"
		check "CMake runs no command that a name asks for" intact cmake
	else
		skip "CMake and hostile names" "cmake is not installed"
	fi
else
	skip "hostile names" "perl is not installed"
fi

# the same rule, as ninja reads it
if have ninja; then
	cat >build.ninja <<'EOD'
rule glossc
  command = "$$GLOSSC" --to=text -o $out --depfile=$out.d --collection=all.xml $
      --entities=declared.ent --refs=refs.xml -x text=own.xsl $in
  depfile = $out.d
build plain.txt: glossc doc.xml
EOD
	check "ninja builds" ninja
	check "ninja has nothing to do" sh -c 'ninja | grep -q "no work to do"'
	touch -t 203001020002 'sub/own too.xsl'
	check "ninja builds again" sh -c '! ninja | grep -q "no work to do"'
else
	skip "ninja builds" "ninja is not installed"
fi

done_testing
