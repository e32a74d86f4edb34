# SPDX-License-Identifier: MIT
# A document that asks for too much, or lies: perl hostile.pl NAME.  Without a
# name: all of them, each with the exit status that is right for it, words that
# are said, or stand in the text, and options.  What lies beside the document is
# made in the current folder.
use strict;
use warnings;

binmode STDOUT;
my $open = '<glossary xmlns="http://docbook.org/ns/docbook" version="5.0">' .
    '<title>T</title>';
my $para = '<glossentry xml:id="g"><glossterm>guest</glossterm>' .
    '<glossdef><para>machine ';
my $end = "</para></glossdef></glossentry></glossary>\n";
my $long = 'n' x n(1000000);

# A count; perl would make all the constant texts and lists when it starts.
sub n { return $_[0] }

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
	my ($id, $term, @rest) = @_;
	return "<glossentry$id><glossterm>$term</glossterm>" .
	    join('', @rest) . '</glossentry>';
}

# A file beside the document; nothing in the document itself.
sub beside
{
	my ($name, @bytes) = @_;

	open my $file, '>:raw', $name or die "$name: $!";
	print $file @bytes;
	close $file or die "$name: $!";
	return '';
}

sub include
{
	my ($href, $attributes) = @_;
	return '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" ' .
	    "href=\"$href\" " . ($attributes // '') . '/>';
}

# A part of a document in a file of its own.
sub part
{
	my $name = shift;
	return beside($name, '<phrase xmlns="http://docbook.org/ns/docbook">',
	    @_, '</phrase>');
}

# Each file includes the one before it, so many times.
sub includes
{
	my ($height, $times) = @_;

	part('i0.xml', 'x');
	part("i$_.xml", include('i' . ($_ - 1) . '.xml') x $times)
	    for 1 .. $height;
	return document(include("i$height.xml"));
}

sub in_entities
{
	my ($count, $bytes) = @_;

	beside('e.xml', $bytes);
	return with_dtd(join('', map { "<!ENTITY e$_ SYSTEM 'e.xml'>" }
	    1 .. $count), map { "&e$_;" } 1 .. $count);
}

# A DTD in a file of its own.
sub outer_dtd
{
	beside('in.dtd', @_);
	return '<!DOCTYPE glossary SYSTEM "in.dtd">' . document();
}

sub refs
{
	return '<refs xmlns="urn:glossc:refs" name="n" section="7">' .
	    join('', @_) . '</refs>';
}

sub article
{
	return "<article xmlns='http://docbook.org/ns/docbook' version='5.0'>" .
	    '<title>T</title>' . join("\n", @_) . "</article>\n";
}

# Each prints the one before twice.
sub titles
{
	my ($style) = @_;

	return article("<section xml:id='s0'><title>x</title></section>",
	    map { my $p = $_ - 1; "<section xml:id='s$_'><title>" .
	    "<xref linkend='s$p' $style/> <xref linkend='s$p' $style/>" .
	    "</title></section>" } 1 .. 60);
}

# Lists in lists, each item with the numbers of those that it is in.
sub numbers
{
	my $list = "<orderedlist inheritnum='inherit' " .
	    "startingnumber='1000000000'>";

	return "$list<listitem>" x n(100) . $list . join('', @_) .
	    '</orderedlist>' . '</listitem></orderedlist>' x n(100);
}

my $says = '<glossdef><para>machine</para></glossdef>';
my $grow = 'grow too large; --huge|nested too deep; --huge';
my $grows = 'the document grows too large; --huge';
my $long_dtd =
    'declaration in the DTD is too long; --huge|nested too deep; --huge';
my $not_utf_8 = 'not proper UTF-8|Invalid bytes';
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
    sub { with_dtd("<!ENTITY a '" . 'a' x n(100000) . "'>", '&a;' x n(100000)) }],
['circle', 1, 'refer to themselves',
    sub { with_dtd("<!ENTITY a '&b;'><!ENTITY b '&a;'>", '&a;') }],
['parameter', 1, 'syntax', sub { with_dtd(tower('% ', 'a', 10)) }],
['parameter-blanks', 1, $long_dtd, sub { with_dtd(tower('% ', ' ', 10)) }],
['parameter-long', 1, $long_dtd,
    sub { with_dtd("<!ENTITY % a '" . ' ' x n(100000) . "'>" . '%a;' x n(1000)) }],
['of-files', 1, 'entities grow too large; --huge',
    sub { in_entities(2000, "<emphasis>@{['lorem ' x n(20000)]}</emphasis>") }],
['of-text-files', 1, 'entities grow too large; --huge',
    sub { in_entities(9000, 'lorem ' x n(900)) }],
['of-a-file', 1, $grow, sub {
    beside('e.xml', '<emphasis>a</emphasis>' x n(10000));
    with_dtd('<!ENTITY e SYSTEM "e.xml">', '&e;' x n(10000)) }],
['of-files-doubling', 1, $grow, sub {
    beside("e$_.xml", ('&e' . ($_ - 1) . ';') x 2, '<emphasis>a</emphasis>')
	for 1 .. 20;
    beside('e0.xml', 'x');
    with_dtd(join('', map { "<!ENTITY e$_ SYSTEM 'e$_.xml'>" } 0 .. 20),
	'&e20;') }],
['of-itself', 1, $grow, sub { beside('e.xml', '&e;');
    with_dtd('<!ENTITY e SYSTEM "e.xml">', '&e;') }],
# DTDs
['dtd-of-itself', 1, $grow,
    sub { outer_dtd('<!ENTITY % q SYSTEM "in.dtd">%q;%q;') }],
['dtd-parameter', 1, $long_dtd, sub { outer_dtd(tower('% ', ' ', 10)) }],
['dtd-long', 1, 'the DTD is too long; --huge',
    sub { outer_dtd(map { "<!ENTITY a$_ 'x'>" } 1 .. n(300000)) }],
['dtd-elements', 1, 'the DTD is too long; --huge',
    sub { outer_dtd(map { "<!ELEMENT a$_ (b|c)*>" } 1 .. n(300000)) }],
['dtd-choice', 1, $long_dtd, sub {
    outer_dtd('<!ELEMENT a (', join('|', map { "b$_" } 1 .. n(300000)), ')>') }],
['dtd-values', 1, $long_dtd, sub {
    outer_dtd('<!ATTLIST a b (', join('|', map { "b$_" } 1 .. n(300000)),
	') "b1">') }],
['dtd-values-inside', 1, $long_dtd, sub {
    with_dtd('<!ATTLIST a b (' . join('|', map { "b$_" } 1 .. n(300000)) .
	') "b1">') }],
['dtd-depth', 1, '--huge', sub {
    outer_dtd('<!ELEMENT a ', '(' x n(90000), 'b', ')' x n(90000), '>') }],
['dtd-sections', 1, $long_dtd,
    sub { outer_dtd('<![INCLUDE[' x n(100000)) }],
# includes
['includes', 1, $grows, sub { includes(9, 10) }],
['includes-deep', 1, 'too deep', sub { includes(1000, 1) }],
['includes-circle', 1, 'it includes itself', sub {
    part('a.xml', include('b.xml'));
    part('b.xml', include('a.xml'));
    document(include('a.xml')) }],
['includes-itself', 1, 'it includes itself',
    sub { document(include('in.xml')) }],
['includes-around-itself', 1, 'it includes itself',
    sub { document(include('', 'xpointer="g"')) }],
['includes-large', 1, $grows, sub {
    part('f.xml', '<emphasis>x</emphasis>' x n(10000));
    document(include('f.xml') x n(1000)) }],
['includes-many', 0, 'machine', sub { part('f.xml', 'x');
    document(include('f.xml') x n(20000)) }],
['includes-missing', 1, 'is not there', sub {
    document(map { include("none$_.xml") } 1 .. n(20000)) }],
['includes-fallbacks', 0, 'machine', sub { document(
    ('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="none.xml">' .
    '<xi:fallback>x</xi:fallback></xi:include>') x n(20000)) }],
['includes-text', 1, $grows, sub { beside('t', 'lorem ipsum ' x n(80000));
    document(include('t', 'parse="text"') x n(1000)) }],
['includes-text-many', 0, 'machine', sub { beside('t', 'lorem ');
    document(include('t', 'parse="text"') x n(20000)) }],
['includes-url', 1, 'URL is too long',
    sub { document(include('a/' x n(500000))) }],
['includes-base', 1, 'too long', sub { (my $d = document(map {
    include("none$_.xml") } 1 .. n(2000))) =~
    s|<title>|"<title xml:base='" . 'a/' x n(500000) . "'>"|e;
    $d =~ s|<glossary |"<glossary xml:base='" . 'a/' x n(500000) . "' "|e; $d }],
['base', 0, 'in.xml:1: warning', sub { (my $d = entries(map { entry('',
    "t $_", "<glosssee otherterm='none'/>$says") } 1 .. n(5000))) =~
    s|<glossary |"<glossary xml:base='" . 'a/' x n(500000) . "' "|e; $d }],
['includes-parts', 0, 'machine', sub {
    part('p.xml', map { "<phrase xml:id='x$_'>b</phrase>" } 1 .. n(20000));
    document(map { include('p.xml', "xpointer='x$_'") } 1 .. n(20000)) }],
['includes-all-parts', 1, $grows, sub {
    part('p.xml', '<phrase>' x n(200), 'b' x n(1000), '</phrase>' x n(200));
    document(include('p.xml', 'xpointer="xpointer(//*)"') x n(1000)) }],
['includes-attributes', 1, $grows, sub {
    part('p.xml', '<phrase>b</phrase>' x n(20000));
    document('<phrase xmlns:xlink="http://www.w3.org/1999/xlink">', include(
	'p.xml', 'xpointer="xpointer(//*)" xlink:title="' . 'x' x n(100000) . '"'),
	'</phrase>') }],
['includes-many-attributes', 1, $grows, sub {
    part('p.xml', '<phrase>b</phrase>' x n(20000));
    document('<phrase xmlns:x="http://www.w3.org/1999/xlink">', include(
	'p.xml', join ' ', 'xpointer="xpointer(//*)"', map { "x:a$_='x'" }
	1 .. n(900)), '</phrase>') }],
['includes-around', 1, 'nested too deep; --huge', sub {
    part("i$_.xml", '<phrase>' x n(200), include('i' . ($_ + 1) . '.xml'),
	'</phrase>' x n(200)) for 1 .. 37;
    part('i38.xml', include('none.xml') x n(100000)); document(include('i1.xml'))
    }],
['includes-slow-parts', 1, 'its xpointer takes too long; --huge', sub {
    part('p.xml', '<phrase>b</phrase>' x n(400000));
    document(include('p.xml', 'xpointer="xpointer(//*[@id=\'x\'])"') x n(1000))
    }],
['includes-joined-parts', 1, $grows, sub {
    part('p.xml', '<phrase>b</phrase>' x n(400000));
    document(include('p.xml', 'xpointer="xpointer(//*|//text())"')) }],
['includes-many-conditions', 1, 'its xpointer takes too long; --huge', sub {
    part('p.xml', '<phrase a="1">b</phrase>' x n(400000));
    document(include('p.xml', 'xpointer="xpointer(//*[' . join(' or ',
	('@b') x n(900)) . '])"')) }],
['includes-children', 1, 'its xpointer takes too long; --huge', sub {
    part('p.xml', '<phrase>' x n(200), '<b/>' x n(300000), '</phrase>' x n(200));
    document(include('p.xml', 'xpointer="xpointer(//*[' . join(' or ',
	('nought') x n(900)) . '])"')) }],
['includes-long-literals', 1, 'its xpointer takes too long; --huge', sub {
    part('p.xml', '<phrase a="1">b</phrase>' x n(100000));
    document(include('p.xml', 'xpointer="xpointer(//*[@a=\'' . 1 x n(9000) .
	'2\'])"')) }],
['includes-reckoned', 1, 'its xpointer has string-length()', sub {
    part('p.xml', 'b' x n(9000000), '<phrase/>' x n(30000)); document(include(
	'p.xml', 'xpointer="xpointer(//*[string-length(/)&lt;0])"')) }],
['includes-ranges', 1, 'its xpointer has string-range()', sub {
    part('p.xml', ('<phrase>' . 'b' x n(200) . '</phrase>') x n(2000));
    document(include('p.xml', 'xpointer="xpointer(string-range(//*, \'b\'))"')) }],
['includes-namespaces', 1, 'its xpointer has the axis namespace', sub {
    part('p.xml', '<phrase', (map { " xmlns:a$_='u'" } 1 .. n(900)), '>',
	'<b/>' x n(900), '</phrase>'); document(include('p.xml',
	'xpointer="xpointer(//*/namespace::*|//*/namespace::*)"')) }],
['includes-range-to', 1, 'its xpointer has range-to()', sub {
    part('p.xml', '<b/>' x n(100000)); document(include('p.xml',
	'xpointer="xpointer(//*/range-to(.))"')) }],
['includes-far-children', 1, 'its xpointer takes too long; --huge', sub {
    part('p.xml', '<b/>' x n(400000)); document(include('p.xml',
	'xpointer="element(/1/400000)"') x n(20000)) }],
['includes-fall-back', 1, 'its xpointer takes too long; --huge', sub {
    part('p.xml', '<phrase>b</phrase>' x n(400000));
    (my $d = document(include('p.xml', 'xpointer="xpointer(//x)"') x n(100))) =~
	s|/></para>|><xi:fallback/></xi:include></para>|; $d }],
['includes-declarations', 1, $grows, sub { part('p.xml', '<phrase',
    (map { " xmlns:a$_='" . 'u' x n(900) . "'" } 1 .. n(900)), '/>');
    document(include('p.xml') x n(50000)) }],
['includes-declared', 1, $grows, sub {
    part('p.xml', "<x:a xmlns:x='" . 'u' x n(9000) . "'>" . '<x:b/>' x n(100000) .
	'</x:a>'); document(include('p.xml', 'xpointer="xpointer(//*)"')) }],
['includes-text-parts', 1, $grows, sub { beside('t', "x\n" x n(1000000));
    document(include('t', 'parse="text" fragid="line=999999,"') x n(20000)) }],
['includes-utf-16', 0, "Stra\xC3\x9Fe", sub {
    beside('t', "\xFF\xFE", pack 'v*', unpack 'C*', "Stra\xDFe");
    document(include('t', 'parse="text"')) }],
['includes-latin-1', 0, "Stra\xC3\x9Fe", sub { beside('t', "Stra\xDFe");
    document(include('t', 'parse="text" encoding="ISO-8859-1"')) }],
['includes-bom', 0, "machine Stra\xC3\x9Fe", sub {
    beside('t', "\xEF\xBB\xBFStra\xC3\x9Fe");
    document(include('t', 'parse="text"')) }],
['includes-not-utf-8', 1, 'not a text in its encoding', sub {
    beside('t', "Stra\xDFe"); document(include('t', 'parse="text"')) }],
['includes-nul', 1, 'not a text in its encoding', sub {
    beside('t', "a\0b"); document(include('t', 'parse="text"')) }],
['includes-escape', 1, 'not a text in its encoding', sub {
    beside('t', "a\e[2Jb"); document(include('t', 'parse="text"')) }],
['includes-no-such-encoding', 1, 'not a text in its encoding', sub {
    beside('t', "a"); document(include('t', 'parse="text" encoding="x"')) }],
# what other documents give
['refs-long', 1, 'larger than 100 million bytes',
    sub { beside('f'); truncate 'f', 1 << 30 or die; document() }, '--refs=f'],
['refs-binary', 1, 'f:1: error', sub { beside('f',
    pack 'C*', map { $_ * 7919 % 256 } 1 .. n(100000)); document() }, '--refs=f'],
['refs-ids', 0, 'machine', sub { beside('f', refs(map {
    "<term anchor='a$_' id='i$_'>t $_</term>" }
    1 .. ($ENV{GLOSSC_LONG} ? 1000000 : 50000)));
    document("<glossterm linkend='i7'>t 7</glossterm>") }, '--refs=f'],
['refs-same', 0, 'machine', sub { beside('f', refs(
    "<term anchor='a' id='i'>t</term>" x n(50000))); document() }, '--refs=f'],
['refs-term', 0, 'machine', sub { beside('f', refs(
    "<term anchor='$long' id='$long'>$long</term>")); document() },
    '--refs=f'],
['refs-text', 1, 'text without a break is too long; --huge', sub {
    beside('f', refs("<term anchor='a'>" . 'word' x n(3000000) . '</term>'));
    document() }, '--refs=f'],
['collection-long', 1, 'larger than 100 million bytes', sub { beside('f');
    truncate 'f', 1 << 30 or die; document() }, '--collection=f'],
['collection-binary', 1, 'f:1: error', sub { beside('f',
    pack 'C*', map { $_ * 7919 % 256 } 1 .. n(100000)); document() },
    '--collection=f'],
['collection-ids', 0, 'machine', sub { beside('f', entries(map {
    entry(" xml:id='i$_'", "t $_", $says) }
    1 .. ($ENV{GLOSSC_LONG} ? 1000000 : 50000)));
    '<article xmlns="http://docbook.org/ns/docbook"><title>A</title>' .
    '<para>A <glossterm>t 7</glossterm>.</para>' .
    '<glossary role="auto"><title>G</title></glossary></article>' },
    '--collection=f'],
# attributes
['attributes', 1, $many,
    sub { "$open<glossentry" . attributes(300000) . '/></glossary>' }],
['attributes-entity', 1, $many, sub { with_dtd("<!ENTITY a '<emphasis" .
    ' a=""' x n(15000) . ">x</emphasis>'>", '&a;') }],
['attributes-declared', 1, $many, sub { with_dtd('<!ATTLIST para ' .
    join("\n", map { "a$_ CDATA 'x'" } 1 .. n(300000)) . '>') }],
['attributes-default', 1, 'adds too much; --huge|grow too large; --huge',
    sub { with_dtd("<!ATTLIST para role CDATA '" . 'x' x n(10000) . "'>",
	'</para><para>' x n(10000)) }],
['attributes-around', 1, $many, sub { document(('<phrase' . attributes(300) .
    '>') x n(100), '<phrase>b</phrase>' x n(100000), '</phrase>' x n(100)) }],
['prefixes', 1, $many, sub { my $l = 'n' x n(4000); document('<phrase', (map {
    " xmlns:$l$_='u'" } 1 .. n(900)), '>', "<${l}900:a/>" x n(3000),
    '</phrase>') }],
['namespaces', '[01]', "$many|has no term", sub { "$open<glossentry" .
    join('', map { " xmlns:a$_='u$_'" } 1 .. n(100000)) . '/></glossary>' }],
# depth and length
['depth', 1, 'too deep; --huge', sub { document('<emphasis>' x n(100000), 'x',
    '</emphasis>' x n(100000)) }],
['depth-less', 0, 'deepest', sub { document(
    '<itemizedlist><listitem><para>' x 80, 'deepest',
    '</para></listitem></itemizedlist>' x 80) }],
['depth-most', 0, 'deepest', sub { document(
    '</para><itemizedlist><listitem>' . '<itemizedlist><listitem>' x n(120),
    '<para>deepest</para>', '</listitem></itemizedlist>' x n(121), '<para>') }],
['text', 1, 'too long; --huge', sub { document('lorem ipsum ' x
    ($ENV{GLOSSC_LONG} ? 9000000 : 1000000)) }],
['text-less', 0, 'machine', sub { document('lorem ipsum ' x n(100000)) }],
['word', 0, 'machine', sub { document($long) }],
['listing', 0, 'machine',
    sub { document('<screen>', "lorem\n" x n(100000), '</screen>') }],
['tabs', 0, 'machine', sub { document('<screen>', "x\t" x
    ($ENV{GLOSSC_LONG} ? 1000000 : 100000), '</screen>') }],
['combining', 0, 'machine', sub { document("a\xCC\x81" x n(300000)) }],
['marks', 0, 'machine', sub { entries(entry('', 'a' . "\xCC\x81\xCC\xA7" x
    1000000, $says)) }],
['comment', 1, 'too big; --huge',
    sub { document('<!--', 'x' x n(11000000), '-->') }],
['instructions', 0, 'machine', sub { document('<?a b?>' x n(200000)) }],
# names
['element-name', 1, 'too long; --huge', sub { document("<$long/>") }],
['id', 0, 'machine', sub { document("<anchor xml:id='$long'/>",
    "<xref linkend='$long'/>") }],
['term', 0, 'machine', sub { entries(entry('', $long, $says),
    entry('', 'a', "<glosssee otherterm='${long}x'/>")) }],
['term-of-words', 0, 'machine', sub { entries(entry('', 'n m ' x n(250000),
    $says)) }],
['title', 0, 'machine', sub { (my $d = document()) =~ s/T</$long</; $d }],
# many
['ids', 0, 'machine', sub { entries(map { entry(" xml:id='i$_'", "t $_",
    $says) } 1 .. ($ENV{GLOSSC_LONG} ? 1000000 : 50000)) }],
['ids-same', 0, 'already used', sub { entries(map { entry(" xml:id='i'", 't',
    $says) } 1 .. n(20000)) }],
['dangling', 0, 'leads nowhere', sub { entries(map { entry('', "t $_",
    "<glosssee otherterm='none$_'/>") } 1 .. n(20000)) }],
['see-circle', 0, 'form a circle', sub { entries(map { entry(" xml:id='i$_'",
    "t $_", "<glosssee otherterm='i" . ($_ % 20000 + 1) . "'/>") }
    1 .. n(20000)) }],
['see-chain', 0, 'it ends at "nnn', sub { entries((map { entry(
    " xml:id='i$_'", "t $_", "<glosssee otherterm='i" . ($_ + 1) . "'/>") }
    1 .. n(20000)), entry(" xml:id='i20001'", 'n' x n(100000), $says)) }],
['anchors', 0, 'already a name', sub { my $n = $ENV{GLOSSC_LONG} ? 200000 :
    20000; entries((map { entry('', "t $_", $says) } 2 .. $n),
    (entry('', 't', $says)) x $n) }],
['index', 0, 'machine', sub { my $n = $ENV{GLOSSC_LONG} ? 200000 : 20000;
    article('<section>', (map { '<glosslist>' . entry('', "t $_", $says) .
    '</glosslist>' } 1 .. $n), '</section>') }, '--index'],
['names', 0, 'machine', sub { entries(entry('', 't', (map {
    "<acronym>a$_</acronym>" } 1 .. n(20000)), $says)) }, '--index'],
['xrefs', 0, 'machine', sub { my $n = $ENV{GLOSSC_LONG} ? 200000 : 20000;
    article("<section xml:id='s'><title>machine</title>", ("<para><xref " .
    "linkend='s'/></para>") x $n, '</section>') }],
['xrefs-untitled', 0, 'machine', sub { article("<section xml:id='s'>",
    '<para>machine</para>' x n(20000), "<para><xref linkend='s'/></para>" x
    20000, '</section>') }],
['xrefs-work', 0, 'machine', sub { article('<bibliography>',
    "<biblioentry xml:id='b'>", '<edition>machine</edition>' x n(20000),
    '</biblioentry></bibliography><appendix>',
    "<para><xref linkend='b'/></para>" x n(20000), '</appendix>') }],
['footnotes', 0, 'machine',
    sub { document('<footnote><para>x</para></footnote>' x n(20000)) }],
['answers', 0, 'machine', sub { document('<qandaset>',
    ('<qandaentry><question><para>x</para></question>' .
    '<answer><para>y</para></answer></qandaentry>') x n(20000),
    '</qandaset>') }],
['answers-to-one', 0, 'machine', sub { document('<qandaset><qandaentry>',
    '<question><para>x</para></question>',
    '<answer><para>y</para></answer>' x n(20000), '</qandaentry></qandaset>') }],
['fragments', 0, 'machine', sub { article('<cmdsynopsis>' .
    '<command>machine</command>', (map { "<arg><synopfragmentref " .
    "linkend='f$_'>x</synopfragmentref></arg>" } 1 .. n(20000)), (map {
    "<synopfragment xml:id='f$_'><arg>a</arg></synopfragment>" } 1 .. n(20000)),
    '</cmdsynopsis>') }],
['abbrevs', 0, 'machine', sub { article('<bibliography><biblioentry>',
    '<abbrev>machine</abbrev>' x n(20000), '</biblioentry></bibliography>') }],
['paras', 0, 'machine', sub { article('<formalpara><title>x</title>',
    '<para>machine</para>' x n(20000), '</formalpara>') }],
['questions', 0, 'machine', sub { article('<qandaset><qandaentry>',
    '<question><para>machine</para></question>' x n(20000),
    '</qandaentry></qandaset>') }],
['modifiers', 0, 'machine', sub { article('<methodsynopsis>',
    '<methodname>machine</methodname>', '<modifier>x</modifier><void/>' x
    10000, '</methodsynopsis>') }],
['purposes', 0, 'machine', sub { article('<refentry><refnamediv>',
    '<refname>machine</refname>', '<refpurpose>x</refpurpose>' x n(20000),
    '</refnamediv></refentry>') }],
['pairs', 0, 'machine', sub { article('<bibliography>',
    '<biblioentry><title>machine</title></biblioentry><bibliomixed/>' x n(10000),
    '</bibliography><informaltable><tr>', '<td>x</td><th>x</th>' x n(10000),
    '</tr></informaltable><funcsynopsis><funcprototype>',
    '<paramdef>x</paramdef><varargs/>' x n(10000),
    '</funcprototype></funcsynopsis><classsynopsis>',
    '<ooclass><classname>x</classname></ooclass><enumname>x</enumname>' x
    10000, '</classsynopsis>') }],
['titles', 1, 'what references print grows too large; --huge',
    sub { titles('') }],
['titles-template', 1, 'what references print grows too large; --huge',
    sub { titles("xrefstyle='template:%t %t'") }],
['titles-markup', 1, 'what references print grows too large; --huge', sub {
    article("<section xml:id='s'><title>", '<code>x</code>' x n(1000),
	'</title>', "<para><xref linkend='s'/></para>" x n(2000), '</section>') }],
['titles-unread', 1, 'what references print grows too large; --huge', sub {
    article("<section xml:id='s'><title>x", '<indexterm/>' x n(20000),
	'</title>', "<para><xref linkend='s'/></para>" x n(20000), '</section>') }],
['titles-refs', 1, 'what references print grows too large; --huge', sub {
    beside('f', refs("<term anchor='a' id='i'>" . 'x' x n(100000) . '</term>'));
    document("<olink targetdoc='n' targetptr='i'/> " x n(1000)) }, '--refs=f'],
['names-long', 1, 'what references print grows too large; --huge', sub {
    my $l = 'x' x n(100000); entries(entry(" xml:id='e'", $l, $says), entry('',
    't', '<glossdef>', "<para><link linkend='e'>x</link></para>" x n(6000),
    '</glossdef>')) }],
['labels', 1, 'what labels repeat grows too large; --huge', sub {
    my $l = 'x' x n(100000); article("<section label='$l'><title>t</title>",
    '<section><title>t</title><para>x</para></section>' x n(10000),
    '</section>') }],
['labels-inherited', 1, 'what labels repeat grows too large; --huge', sub {
    article(numbers("<listitem><para>x</para></listitem>" x n(20000))) }],
['labels-refs', 1, 'what references print grows too large; --huge', sub {
    article(numbers("<listitem xml:id='i'><para>x</para></listitem>"),
	'<para>', "<xref linkend='i'/> " x n(10000), '</para>') }],
['labels-template', 1, 'what references print grows too large; --huge', sub {
    article('<figure><title>F</title>', numbers("<listitem xml:id='i'>" .
	'<para>x</para></listitem>'), "</figure><para><xref linkend='i' " .
	"xrefstyle='template:", '%n' x n(10000), "'/></para>") }],
['index-title', 1, 'what the index says of titles grows too large', sub {
    article("<glossary><title>", 'word ' x n(20000), '</title>', (map { entry('',
    "t $_", $says) } 1 .. n(1000)), '</glossary>') }, '--index'],
['index-title-unread', 1, 'what the index says of titles grows too large',
    sub { article("<glossary><title>T", '<indexterm/>' x n(20000), '</title>',
	(map { entry('', "t $_", $says) } 1 .. n(3000)), '</glossary>') },
    '--index'],
['parts-address', 1, 'what is repeated around blocks grows too large; --huge',
    sub { document("<link xmlns:xlink='http://www.w3.org/1999/xlink' " .
	"xlink:href='http://", 'x' x n(40000), "'>", 'x<note><para>x</para></note>' x n(2000),
	'</link>') }],
['parts-deep', 1, 'what is repeated around blocks grows too large; --huge',
    sub { document('<emphasis>' x n(200), 'x<note><para>x</para></note>' x n(4000),
	'</emphasis>' x n(200)) }],
['pages-title', 1, 'each page says of the whole grows too large; --huge', sub {
    my $l = 'x' x n(200000); article("<reference><title>$l</title>",
    (map { "<refentry><refnamediv><refname>a$_</refname><refpurpose>x" .
    '</refpurpose></refnamediv></refentry>' } 1 .. n(3000)), '</reference>') }],
['pages-split', 1, 'each page says of the whole grows too large; --huge', sub {
    (my $d = entries(map { entry('', "t $_", $says) } 1 .. n(3000))) =~
    s|<title>T|'<title>' . 'x' x n(200000)|e; $d }, '--split'],
['collection-again', 1, 'what glossaries take of collections grows too large',
    sub { beside('f', entries(map { entry('', "t $_", $says) } 1 .. n(2000)));
    article('<section><title>S</title>', (map { '<para>' .
    "<glossterm>t $_</glossterm></para>" } 1 .. n(2000)),
    "<glossary role='auto'><title>G</title></glossary>" x n(500),
    '</section>') }, '--collection=f'],
# tables
['cells', 0, 'machine', sub { my $n = $ENV{GLOSSC_LONG} ? 1000 : 250;
    document(table("<tgroup cols='$n'><tbody>" . ('<row>' .
	'<entry>x</entry>' x $n . '</row>') x $n . '</tbody></tgroup>')) }],
['spans', 0, 'machine', sub { document(table("<tgroup cols='1000'>" .
    join('', map { "<colspec colname='c$_'/>" } 1 .. n(1000)) . '<tbody>' .
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
['not-utf-8', 1, $not_utf_8, sub { document("a\xFF\xFEb") }],
['overlong', 1, $not_utf_8, sub { document("a\xC0\xAEb") }],
['surrogate', 1, "out of allowed range|$not_utf_8",
    sub { document("a\xED\xA0\x80b") }],
['not-utf-16', 1, 'labelled UTF-16 but has UTF-8|parsing XML declaration',
    sub { "<?xml version='1.0' encoding='UTF-16'?>" . document() }],
['not-ebcdic', 1, 'syntax',
    sub { "<?xml version='1.0' encoding='IBM037'?>" . document() }],
['latin-1-as-utf-8', 1, $not_utf_8, sub {
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
	my ($name, $status, $words, $make, $options) = @$_;

	if (!defined $wanted) {
		print "$name\t$status\t$words\t", $options // '', "\n";
	} elsif ($name eq $wanted) {
		print $make->();
	}
}
