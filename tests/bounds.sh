#!/bin/sh
# SPDX-License-Identifier: MIT
# The limits of limits.h that read has: one less, as many, and one more; which of
# them --huge lifts; and how many errors are reported.
. "$SOURCE/tests/lib.sh"

cd "$work" || exit 99
if ! have perl; then
	skip "limits" "perl is not installed"
	done_testing
	exit
fi

# The value of a limit: limit NAME
limit()
{
	sed -n "s/^[[:blank:]]*LIMIT($1, \\([0-9]*\\), .*/\\1/p" \
	    "$SOURCE/include/gloss/limits.h"
}

# document HOW N: a document that has exactly N of something
cat >document.pl <<'EOD'
my ($how, $n) = @ARGV;
my $xi = 'xmlns:xi="http://www.w3.org/2001/XInclude"';
my $in = '<article xmlns="http://docbook.org/ns/docbook"><title>T</title>';
my $out = '</article>';
sub put { my $name = shift; open my $f, '>', $name or die; print $f @_ }
sub attributes { join '', map { " a$_=''" } 1 .. $_[0] }
if ($how eq 'ATTRIBUTES') {
	put('in.xml', $in, '<para><phrase', attributes($n % 250), '>',
	    ('<phrase' . attributes(250) . '>') x int($n / 250), 'x',
	    '</phrase>' x int($n / 250), '</phrase></para>', $out);
} elsif ($how eq 'FILE') {
	my $text = "$in<para>x</para>$out";
	my $rest = $n - length $text;
	my $line = '<!--' . 'x' x 992 . "-->\n";
	put('in.xml', $text, $line x int($rest / 1000 - 1),
	    '<!--', 'x' x ($rest % 1000 + 993), '-->');
} elsif ($how eq 'XPOINTER') {
	my $pointer = 'xpointer(/*)';
	put('part.xml', '<para xmlns="http://docbook.org/ns/docbook">x</para>');
	put('in.xml', $in, "<xi:include $xi href='part.xml' xpointer='",
	    'xpointer(/', ' ' x ($n - length $pointer), "*)'/>", $out);
} elsif ($how eq 'INCLUDES') {
	# the document is not one of them
	put("f$_.xml", '<section xmlns="http://docbook.org/ns/docbook">' .
	    '<title>T</title>', $_ <= $n ? "<xi:include $xi href='f" . ($_ + 1) .
	    ".xml'/>" : '<para>x</para>', '</section>') for 2 .. $n + 1;
	put('in.xml', $in, "<xi:include $xi href='f2.xml'/>", $out);
} elsif ($how eq 'INCLUDE_DEPTH') {
	# The parser takes 256 elements of a file, so they are in two files;
	# the root of the second gets an xml:base, which counts.
	my $around = $n - 2 - 4 * 250 - 151;
	my $part = sub { "<xi:include $xi href='$_[0].xml'/>" };
	my $ns = 'xmlns="http://docbook.org/ns/docbook"';
	put('part.xml', "<phrase $ns>x</phrase>");
	put('middle.xml', "<phrase $ns>", '<phrase>' x 149, $part->('part'),
	    '</phrase>' x 150);
	put('in.xml', $in, '<para>', ('<phrase' . attributes(249) . '>') x 4,
	    '<phrase>' x $around, $part->('middle'),
	    '</phrase>' x ($around + 4), '</para>', $out);
} elsif ($how eq 'wrong') {
	put('in.xml', $in, map({ "<xi:include $xi href='p.xml' parse='no'/>\n" }
	    1 .. $n), $out);
} elsif ($how eq 'missing') {
	put('in.xml', $in, map({ "<xi:include $xi href='no$_.xml'/>\n" }
	    1 .. $n), $out);
}
EOD

# passes HOW N STATUS [OPTION]
passes()
{
	perl document.pl "$1" "$2" >said 2>&1 || exit 99
	"$GLOSSC" --check ${4:+"$4"} in.xml 2>said
	[ $? -eq "$3" ]
	result $? "$1: $2${4:+, $4}: exit status $3"
}

# bound NAME STATUS: that of --huge above it
bound()
{
	most=$(limit "$1")
	[ "$most" ]
	result $? "limits.h has $1"
	passes "$1" $((most - 1)) 0
	passes "$1" "$most" 0
	passes "$1" $((most + 1)) 1
	passes "$1" $((most + 1)) "$2" --huge
}

bound ATTRIBUTES 0
bound FILE 0
bound XPOINTER 1
bound INCLUDES 1
bound INCLUDE_DEPTH 0

# errors HOW N COUNT: of N errors COUNT are reported
errors()
{
	perl document.pl "$1" "$2" || exit 99
	"$GLOSSC" --check in.xml 2>said
	[ $? -eq 1 ] && [ "$(grep -c ': error: ' said)" -eq "$3" ]
	result $? "$1: of $2 errors $3 are reported"
}

for how in wrong missing; do
	errors $how 19 19
	errors $how 20 20
	errors $how 21 20
	errors $how 50 20
done
done_testing
