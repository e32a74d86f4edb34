# SPDX-License-Identifier: MIT
# A document that asks for too much, or lies: perl hostile.pl NAME.  Without a
# name: all of them, each with the exit status that is right for it and words
# that are said, or stand in the text.
use strict;
use warnings;

binmode STDOUT;
my $open = '<glossary xmlns="http://docbook.org/ns/docbook" version="5.0">' .
    '<title>T</title>';
my $para = '<glossentry xml:id="g"><glossterm>guest</glossterm>' .
    '<glossdef><para>machine ';
my $end = "</para></glossdef></glossentry></glossary>\n";
my $long = 'n' x 1000000;

sub document { return $open . $para . join('', @_) . $end }

sub with_dtd
{
	my $dtd = shift;
	return "<!DOCTYPE glossary [$dtd]>" . document(@_);
}

# Each entity is ten of the one before it: $kind is "" or "% ".
sub tower
{
	my ($kind, $leaf, $times) = @_;
	my $mark = $kind ? '&#37;' : '&';
	my $all = "<!ENTITY ${kind}a0 \"$leaf\">\n";

	for my $n (1 .. 30) {
		my $one = $mark . 'a' . ($n - 1) . ';';
		$all .= "<!ENTITY ${kind}a$n \"" . $one x $times . "\">\n";
	}
	return $all . ($kind ? '%a30;' : '');
}

sub attributes { return join('', map { " a$_='$_'" } 1 .. $_[0]) }

sub table { return "</para><informaltable>$_[0]</informaltable><para>" }

sub entries { return $open . join("\n", @_) . "</glossary>\n" }

sub entry
{
	my ($id, $term, $rest) = @_;
	return "<glossentry$id><glossterm>$term</glossterm>$rest</glossentry>";
}

my $says = '<glossdef><para>machine</para></glossdef>';
my $grow = 'grow too large; --huge';
my $many = 'too many attributes; --huge';
my @all = (
# entities
['exponential', 1, $grow, sub { with_dtd(tower('', 'a', 10), '&a30;') }],
['of-elements', 1, $grow,
    sub { with_dtd(tower('', '<emphasis>a</emphasis>', 10), '&a30;') }],
['of-nothing', 1, $grow, sub { with_dtd(tower('', '', 10), '&a30;') }],
['of-errors', 1, $grow,
    sub { with_dtd(tower('', '<emphasis>&nope;', 10), '&a30;') }],
['in-attribute', 1, $grow, sub { '<!DOCTYPE glossary [' . tower('', 'a', 10) .
    "]>$open<glossentry role='&a30;'/></glossary>" }],
['quadratic', 1, $grow,
    sub { with_dtd("<!ENTITY a '" . 'a' x 100000 . "'>", '&a;' x 100000) }],
['circle', 1, 'refer to themselves',
    sub { with_dtd("<!ENTITY a '&b;'><!ENTITY b '&a;'>", '&a;') }],
['parameter', 1, 'syntax', sub { with_dtd(tower('% ', 'a', 10)) }],
['parameter-blanks', 1, $grow, sub { with_dtd(tower('% ', ' ', 10)) }],
['parameter-long', 1, 'adds too much; --huge',
    sub { with_dtd("<!ENTITY % a '" . ' ' x 100000 . "'>" . '%a;' x 1000) }],
# attributes
['attributes', 1, $many,
    sub { "$open<glossentry" . attributes(300000) . '/></glossary>' }],
['attributes-entity', 1, $many, sub { with_dtd('<!ENTITY a "<emphasis' .
    attributes(300000) . '>x</emphasis>">', '&a;') }],
['attributes-declared', 1, $many, sub { with_dtd('<!ATTLIST para ' .
    join("\n", map { "a$_ CDATA 'x'" } 1 .. 300000) . '>') }],
['attributes-default', 1, 'adds too much; --huge',
    sub { with_dtd("<!ATTLIST para role CDATA '" . 'x' x 10000 . "'>",
	'</para><para>' x 10000) }],
['namespaces', 1, $many, sub { "$open<glossentry" .
    join('', map { " xmlns:a$_='u$_'" } 1 .. 100000) . '/></glossary>' }],
# depth and length
['depth', 1, 'too deep; --huge', sub { document('<emphasis>' x 100000, 'x',
    '</emphasis>' x 100000) }],
['depth-less', 0, 'deepest', sub { document(
    '<itemizedlist><listitem><para>' x 80, 'deepest',
    '</para></listitem></itemizedlist>' x 80) }],
['text', 1, 'too long; --huge', sub { document('lorem ipsum ' x
    ($ENV{GLOSSC_LONG} ? 9000000 : 1000000)) }],
['text-less', 0, 'machine', sub { document('lorem ipsum ' x 100000) }],
['word', 0, 'machine', sub { document($long) }],
['listing', 0, 'machine',
    sub { document('<screen>', "lorem\n" x 100000, '</screen>') }],
['combining', 0, 'machine', sub { document("a\xCC\x81" x 300000) }],
['comment', 1, 'too big; --huge',
    sub { document('<!--', 'x' x 11000000, '-->') }],
['instructions', 0, 'machine', sub { document('<?a b?>' x 200000) }],
# names
['element-name', 1, 'too long; --huge', sub { document("<$long/>") }],
['id', 0, 'machine', sub { document("<anchor xml:id='$long'/>",
    "<xref linkend='$long'/>") }],
['term', 0, 'machine', sub { entries(entry('', $long, $says),
    entry('', 'a', "<glosssee otherterm='${long}x'/>")) }],
['term-of-words', 0, 'machine', sub { entries(entry('', 'n m ' x 250000,
    $says)) }],
['title', 0, 'machine', sub { (my $d = document()) =~ s/T</$long</; $d }],
# many
['ids', 0, 'machine', sub { entries(map { entry(" xml:id='i$_'", "t $_",
    $says) } 1 .. ($ENV{GLOSSC_LONG} ? 1000000 : 50000)) }],
['ids-same', 0, 'already borne', sub { entries(map { entry(" xml:id='i'", 't',
    $says) } 1 .. 20000) }],
['dangling', 0, 'leads nowhere', sub { entries(map { entry('', "t $_",
    "<glosssee otherterm='none$_'/>") } 1 .. 20000) }],
['see-circle', 0, 'in a circle', sub { entries(map { entry(" xml:id='i$_'",
    "t $_", "<glosssee otherterm='i" . ($_ % 20000 + 1) . "'/>") }
    1 .. 20000) }],
# tables
['cells', 0, 'machine', sub { my $n = $ENV{GLOSSC_LONG} ? 1000 : 250;
    document(table("<tgroup cols='$n'><tbody>" . ('<row>' .
	'<entry>x</entry>' x $n . '</row>') x $n . '</tbody></tgroup>')) }],
['spans', 0, 'machine', sub { document(table("<tgroup cols='1000'>" .
    join('', map { "<colspec colname='c$_'/>" } 1 .. 1000) . '<tbody>' .
    "<row><entry namest='c1' nameend='c1000' morerows='999'>x</entry></row>" x
    1000 . '</tbody></tgroup>')) }],
['spans-html', 0, 'machine', sub { document(table('<tbody>' .
    "<tr><td rowspan='2000000000' colspan='2000000000'>x</td><td>y</td></tr>" x
    1000 . '</tbody>')) }],
['columns', 0, 'machine', sub { document(table("<tgroup cols='2000000000'>" .
    "<colspec colnum='2000000000' colname='z'/><tbody><row><entry namest='z' " .
    "nameend='z' morerows='2000000000'>x</entry></row></tbody></tgroup>")) }],
['numbers', 0, 'machine', sub { document('<orderedlist ' .
    "numeration='upperroman' startingnumber='2000000000'><listitem>" .
    '<para>x</para></listitem></orderedlist>') }],
# bytes
['nul', 1, 'out of allowed range', sub { document("a\0b") }],
['nul-reference', 1, 'invalid xmlChar', sub { document('&#0;') }],
['not-utf-8', 1, 'not proper UTF-8', sub { document("a\xFF\xFEb") }],
['overlong', 1, 'not proper UTF-8', sub { document("a\xC0\xAEb") }],
['surrogate', 1, 'out of allowed range', sub { document("a\xED\xA0\x80b") }],
['not-utf-16', 1, 'labelled UTF-16 but has UTF-8',
    sub { "<?xml version='1.0' encoding='UTF-16'?>" . document() }],
['not-ebcdic', 1, 'syntax',
    sub { "<?xml version='1.0' encoding='IBM037'?>" . document() }],
['latin-1-as-utf-8', 1, 'not proper UTF-8', sub {
    "<?xml version='1.0' encoding='UTF-8'?>" . document("Stra\xDFe") }],
['no-such-encoding', 1, 'Unsupported encoding',
    sub { "<?xml version='1.0' encoding='x-none'?>" . document() }],
['latin-1', 0, "Stra\xC3\x9Fe", sub {
    "<?xml version='1.0' encoding='ISO-8859-1'?>" . document("Stra\xDFe") }],
['bom', 0, "Stra\xC3\x9Fe",
    sub { "\xEF\xBB\xBF" . document("Stra\xC3\x9Fe") }],
['bom-twice', 1, 'Start tag expected',
    sub { "\xEF\xBB\xBF" x 2 . document() }],
['utf-16', 0, "Stra\xC3\x9Fe", sub { "\xFF\xFE" .
    pack('v*', unpack('C*', document("Stra\xDFe"))) }],
['utf-16be', 0, "Stra\xC3\x9Fe", sub { "\xFE\xFF" .
    pack('n*', unpack('C*', document("Stra\xDFe"))) }],
['utf-32', 0, "Stra\xC3\x9Fe", sub { "\xFF\xFE\0\0" .
    pack('V*', unpack('C*', document("Stra\xDFe"))) }],
['utf-32be', 0, "Stra\xC3\x9Fe", sub { "\0\0\xFE\xFF" .
    pack('N*', unpack('C*', document("Stra\xDFe"))) }],
);

my $wanted = shift;
for (@all) {
	my ($name, $status, $words, $make) = @$_;

	if (!defined $wanted) {
		print "$name\t$status\t$words\n";
	} elsif ($name eq $wanted) {
		print $make->();
	}
}
