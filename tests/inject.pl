# SPDX-License-Identifier: MIT
# Text that would be syntax if it could, at every place where text may stand.
#
#   perl inject.pl count                 payloads, and places for each
#   perl inject.pl write FOLDER          documents for each: d1.xml..., and with
#                                        a page as their root r1.xml..., and
#                                        as their language l1.xml...
#   perl inject.pl html FOLDER           the same of what is HTML
#   perl inject.pl heads FOLDER          short ones in the head and the foot of
#                                        a page: h1.xml...
#   perl inject.pl headless PAGE MARKS   what of these a tool's page does not show
#   perl inject.pl elements FOLDER FILE  others, from one whose words are w00001x...
#   perl inject.pl read FOLDER           payloads as what is to be read: i1.xml...
#   perl inject.pl forbidden FOLDER      what XML does not allow: f1.xml...
#   perl inject.pl terms FOLDER          all of them as terms, of other documents too
#   perl inject.pl files FOLDER          as names of files, which files.xml includes
#   perl inject.pl pages FROM TO         moves man pages, calls them by number, and
#                                        tells names that are not safe
#   perl inject.pl lost TOOL PAGE        what a tool's page does not show
#   perl inject.pl said text|json FILE   which lines are no diagnostics
#
# A text is PAYLOAD q1p2aPAYLOADq1p2z PAYLOAD, for the first payload in the second
# place: it opens a line, stands in a word, and ends the text.
use strict;
use warnings;

binmode STDOUT, ':utf8';
no warnings qw(nonchar surrogate);

# What is HTML, for browsers; the judges of other formats have no need of it.
my @html = (
'<script>alert(1)</script>', '</script><script>alert(1)</script>', '</style>',
'"><img src=x onerror=alert(1)>', "' onmouseover=alert(1) '", '<!--<script>',
'" autofocus onfocus="alert(1)', 'javascript:alert(1)', '&#60;script&#62;',
'data:text/html,<script>alert(1)</script>', '<svg onload=alert(1)>', '</title>',
'<base href=//x>', '<meta http-equiv=refresh content=0;url=//x>', '\u003Cb\u003E');

# What is obeyed is noticed: swornoath stands in files named canary, and is what
# commands would say; no payload has it in one piece.
my @payloads = (
# roff: requests, escapes, what preprocessors read
'.so canary', "'so canary", "\n.so canary\n", "\\\n.so canary", '.',
'.sy touch fired', '.pso echo sworn""oath', '.pi touch fired', '.nx canary',
'.mso canary', '.tm sworn""oath', '.ab sworn""oath', '.ex', '.ig', '.de PP',
'.open x fired', '.cf canary', '.trf canary', '.psbb canary', '.ec !', '.cc !',
'.\"', '\"', '\#', '\!.so canary', '\?x\?', '\z', '\c', '\e', '\ ', '\\',
'\\\\', "\\'", '\`', '\-', '\(', '\[', '\{', '\}', '\$1', '\$*', '\V[PATH]',
"\\X'tty: sworn'", "\\X'ps: exec touch fired'", '\*[x]\*x\*(xx',
'\n[.$]\n(.z\n+x', "\\w'x'\\v'9'\\h'9'\\l'9'\\b'x'\\o'xy'", '\O0', '\O5[x]',
"\\d\\u\\s99\\f[CR]\\fB\\m[red]\\M[red]\\R'x 1'\\S'9'\\H'9'", '\[u001B]',
"\\Y(xx\\Z'x'\\A'x'\\B'1'\\D'l 9 9'\\N'27'\\C'x'\\g1\\k1", '\t\a\/\,\)\%\&\~',
'"', '""', '"x y"', "'\\\" t", '-*- coding: utf-16 -*-',
'.TE', '.TS', '.T&', 'T{', 'T}', "T}\tx", '_', '=', '\_', '\^', '\Rx',
'tab(x);', 'l l l.', '.EQ', '.EN', '.PS', '.[', '.R1', '.lf 1 x',
'.if 1 .so canary', '.while 1 .br', '.el x', '.TH X', ".SH\n",
# NAME
'ls \- x', 'ls, cat \- x', ' - ', ' \- ', "\\-\n.SH X", '(1)', '()',
# Texinfo
'@include canary.texi', '@verbatiminclude canary', '@end ifinfo', '@end table',
'@end example', '@end multitable', "\n\@bye\n", '@bye', '@c', '@c x', '@ignore',
'@macro x', '@set x y', '@value{x}', '@alias x=y', '@tex', '@ifhtml',
'@verbatim', '@verb{|x|}', '@image{canary}', '@inlineraw{html,<b>}',
'@setfilename fired', '@documentencoding US-ASCII', '@node Top',
'@node x, y, z, Top', '@menu', '@anchor{x}', '@ref{Top}', '@cindex x', '@item',
'@tab', '@dircategory x', '@direntry', '@footnote{x}', '@today{}@dots{}',
'@-@:@*@ ', "\@\n", '@@', '@{', '@}', '@', '{', '}', '{}', '}{', '@strong{',
'@comma{}', '@U{001B}', '\input texinfo', '\bye', '#line 1 "x"', '# 1 "x"',
'#', '-', '--', '---', "``x''", "''", '?`!`<<x>>,,x',
# Info
'*Note x::', '*note Top::', '*note x: (dir)Top.', '*Note (dir)::', '* Menu:',
'* Top::', '* x: (dir).', '(dir)', '(dir)Top', 'Top',
'File: x.info,  Node: Top,  Up: (dir)', 'START-INFO-DIR-ENTRY',
'END-INFO-DIR-ENTRY', 'INFO-DIR-SECTION x', 'Tag Table:', 'Local Variables:',
# names, lists, paths, the shell, make, printf, XML, JSON, dictd, our own words
',', ', ', ',,', ':', '::', ': ', ';', '..', '...', '. ', '../../x', '/', '//',
'/etc/passwd', './x', '~', '~root', '-x', '--help', '$(shell touch fired)',
'`touch fired`', '${x}', '$$', '%', '%s%n%1$s', '%2e%2e', '?', '*', '[a]', '!x',
'|', '>', '&x;', '<x>', ']]>', '<!--', '-->', '<?x?>', 'mailto:x', 'mailto:x y',
'http://x y', '<URL:x>', '00-database-plugin', '00databaseutf8', "x\tA\tB",
"x\nA\tB\tC\n", '{"x":"y"}', '\u001B', '\x1B', '", "', 'x: error: y',
'x.xml:1: error: y [syntax]', ' ', '  ', "\n", "\n\n", "\t", " \t\n ",
'x' x 300, 'x ' x 150, 'a-' x 150, '.' x 300, '\\' x 100, '@' x 100, ',' x 100,
# characters
"\r", "\r\n.so canary", (map { chr } 0x7F .. 0xA0), "\x{9B}31m",
"\x{9D}0;x\x{9C}", "\x{85}.so canary", "\xA0.so canary", "\xAD.so canary",
"\x{34F}\x{61C}\x{180E}", "\x{200B}\x{200C}\x{200D}", "\x{200E}\x{200F}",
"\x{202A}\x{202B}\x{202C}\x{202D}\x{202E}", "\x{202E}txt\x{2066}",
"\x{2066}\x{2067}\x{2068}\x{2069}\x{206A}\x{206F}", "\x{2028}.so canary",
"\x{2029}.so canary", "\x{200B}.so canary", "\x{FEFF}.so canary", "\x{FEFF}",
"\x{2060}\@bye", "\x{FFF9}x\x{FFFA}y\x{FFFB}", "\x{FFFC}\x{FFFD}", "\x{301}",
"\x{301}.so canary", "\x{301}\@bye", "\x{FE0F}", "\x{E000}\x{F0000}",
"\x{E0001}\x{E0041}\x{E007F}", "\x{FF0E}\x{FF07}\x{FF3C}\x{FF20}",
"\x{1F600}\x{200D}\x{1F600}", "\x{5D0}\x{5D1}", "\x{4E2D}.so\x{3002}",
chr 0xFDD0, chr 0x1FFFE, chr 0x10FFFF,
);

# Where text stands: T is shown by each tool, F in the head or foot of a man page,
# I by Info, and A by none, as far as is asked.
my @places = (
# terms and references
'<glosslist><glossentry sortas="A"><glossterm>T</glossterm><glossdef
    subject="T"><para>w</para></glossdef></glossentry></glosslist>',
'<glosslist><glossentry><glossterm>w</glossterm><acronym>T</acronym>
    <glossdef><para>T</para></glossdef></glossentry></glosslist>',
'<glosslist><glossentry><glossterm>w</glossterm><abbrev>T</abbrev>
    <glossdef><para/></glossdef></glossentry></glosslist>',
'<glosslist><glossentry><glossterm>w</glossterm><glosssee otherterm="A">T
    </glosssee></glossentry></glosslist>',
'<glosslist><glossentry><glossterm>w</glossterm><glossdef><para>w</para>
    <glossseealso otherterm="T"/></glossdef></glossentry></glosslist>',
'<glosslist><glossentry id="A"><glossterm>w</glossterm>
    <glosssee>T</glosssee></glossentry></glosslist>',
'<para><firstterm baseform="A">T</firstterm></para>',
'<para><glossterm linkend="A">T</glossterm></para>',
'<para id="A" xreflabel="A">w <xref linkend="T"/></para>',
'<para><xref linkend="A" endterm="A" xrefstyle="A">T</xref></para>',
'<para><link linkend="A">T</link></para>',
'<para><link xlink:href="T"/></para>',
'<para><link xlink:href="#A">T</link></para>',
'<para><link xlink:href="http://e/T" xlink:title="A">T</link></para>',
'<para><link xlink:href="mailto:T">w</link></para>',
'<para><emphasis xlink:href="A">T</emphasis></para>',
'<para><olink targetdoc="A" targetptr="A">T</olink></para>',
'<para><olink targetdoc="A" targetptr="T"/></para>',
'<para><anchor id="A"/>w <link linkend="A">T</link></para>',
# titles
'<sect1 id="A"><title>T</title><subtitle>T</subtitle><para>w</para></sect1>',
'<sect1><title>w</title><sect2><title>T</title><titleabbrev>A</titleabbrev>
    <sect3><title>T</title><para>w</para></sect3></sect2></sect1>',
'<bridgehead>T</bridgehead>',
'<formalpara><title>T</title><para>T</para></formalpara>',
'<example id="A" label="A"><title>T</title><para>w</para></example>',
'<figure><title>T</title><mediaobject><imageobject><imagedata fileref="T"/>
    </imageobject><caption><para>w</para></caption></mediaobject></figure>',
'<note><title>T</title><para>w</para></note>',
'<sidebar><title>w</title><para>T</para></sidebar>',
'<blockquote><attribution>T</attribution><para>T</para></blockquote>',
# inlines
'<para>T</para>', '<para>w <emphasis>T</emphasis></para>',
'<para><emphasis role="strong">T</emphasis></para>',
'<para><literal>T</literal></para>', '<para><replaceable>T</replaceable></para>',
'<para>w<subscript>T</subscript></para>',
'<para>w<superscript>T</superscript></para>', '<para><quote>T</quote></para>',
'<para><email>T</email></para>', '<para><uri>T</uri></para>',
'<para><function>T</function></para>', '<para><optional>T</optional></para>',
'<para><tag class="starttag">T</tag></para>',
'<para><keycombo action="simul"><keycap>T</keycap><keycap>w</keycap></keycombo>
    </para>',
'<para><menuchoice><guimenu>T</guimenu><guimenuitem>w</guimenuitem></menuchoice>
    </para>',
'<para><citerefentry><refentrytitle>T</refentrytitle><manvolnum>7</manvolnum>
    </citerefentry></para>',
'<para><citerefentry><refentrytitle>w</refentrytitle><manvolnum>T</manvolnum>
    </citerefentry></para>',
'<para><trademark class="A">T</trademark></para>',
'<para><foreignphrase xml:lang="A">T</foreignphrase></para>',
'<para role="A" os="w" annotations="A" remap="A">T</para>',
'<para>w<footnote label="A"><para>T</para></footnote></para>',
'<para>w<indexterm significance="A"><primary sortas="A">I</primary>
    <secondary>I</secondary><see>I</see></indexterm></para>',
'<para><inlinemediaobject><textobject><phrase>T</phrase></textobject>
    </inlinemediaobject></para>',
'<para><author><personname><firstname>T</firstname><surname>T</surname>
    </personname><email>T</email></author></para>',
'<para><productname class="A">T</productname></para>',
# lists
'<itemizedlist mark="A"><listitem override="A"><para>T</para></listitem>
    </itemizedlist>',
'<orderedlist numeration="A" continuation="A" startingnumber="A"><listitem
    override="A"><para>T</para></listitem></orderedlist>',
'<variablelist termlength="A"><varlistentry><term>T</term><term>T</term>
    <listitem><para>w</para></listitem></varlistentry></variablelist>',
'<simplelist type="inline"><member>T</member><member>w</member></simplelist>',
'<simplelist columns="A"><member>T</member></simplelist>',
'<segmentedlist><segtitle>T</segtitle><seglistitem><seg>T</seg></seglistitem>
    </segmentedlist>',
'<procedure><step><para>T</para></step></procedure>',
'<calloutlist><callout arearefs="A"><para>T</para></callout></calloutlist>',
'<qandaset defaultlabel="A"><qandaentry><question><label>T</label><para>T</para>
    </question><answer><para>T</para></answer></qandaentry></qandaset>',
# lines as they are
'<screen>T</screen>', '<screen>w
T</screen>', '<literallayout>T</literallayout>',
'<programlisting language="A" linenumbering="A" startinglinenumber="A">w
<emphasis>T</emphasis></programlisting>', '<address><street>T</street></address>',
# tables: a cell at a time, as one beside it would stand between its words
'<informaltable frame="A"><tgroup cols="2" align="A"><colspec colname="A"
    colwidth="A" align="A"/><thead><row><entry>T</entry></row></thead><tbody>
    <row><entry/><entry>T</entry></row><row><entry namest="A" nameend="A"
    spanname="A" char="A">T</entry></row></tbody></tgroup></informaltable>',
'<table label="A"><title>T</title><tgroup cols="1"><tbody><row><entry><para>T
    </para></entry></row><row><entrytbl cols="1"><tbody><row><entry>T</entry>
    </row></tbody></entrytbl></row></tbody></tgroup></table>',
'<table summary="A"><caption>T</caption><tr><th abbr="A">T</th></tr><tr><td
    rowspan="A" colspan="A"><screen>T</screen></td></tr></table>',
# synopses
'<cmdsynopsis sepchar="A" label="A"><command>T</command><arg choice="A" rep="A">T
    </arg><group choice="A"><arg>T</arg></group></cmdsynopsis>',
'<funcsynopsis><funcprototype><funcdef>w <function>T</function></funcdef>
    <paramdef>w <parameter>T</parameter></paramdef></funcprototype>
    </funcsynopsis>',
'<classsynopsis language="A" class="A"><ooclass><modifier>T</modifier><classname>
    T</classname></ooclass><methodsynopsis><type>T</type><methodname>T
    </methodname><methodparam><parameter>T</parameter><initializer>T
    </initializer></methodparam></methodsynopsis></classsynopsis>',
'<synopsis>T</synopsis>',
# bibliography
'<bibliolist><biblioentry><abbrev>T</abbrev><title>T</title><author><personname>
    <surname>T</surname></personname></author><pubdate>T</pubdate></biblioentry>
    <bibliomixed>T</bibliomixed></bibliolist>',
'<productionset><production><lhs>T</lhs><rhs>T</rhs></production>
    </productionset>',
'<msgset><msgentry><msg><msgmain><msgtext><para>T</para></msgtext></msgmain>
    </msg><msginfo><msglevel>T</msglevel></msginfo></msgentry></msgset>',
'<unknown role="A">T</unknown>',
);

# A document whose root and pages have it in what they say of themselves.
my $root = '<article xmlns:xlink="http://www.w3.org/1999/xlink" xreflabel="A"
    label="A" status="A"><info>
    <title>T</title><subtitle>T</subtitle><titleabbrev>A</titleabbrev>
    <date>A</date><pubdate>T</pubdate><releaseinfo>T</releaseinfo>
    <edition>T</edition><productname><link xlink:href="A">F</link></productname>
    <productnumber>F</productnumber><orgname>T</orgname><author><personname>T
    </personname><affiliation><orgname>T</orgname></affiliation><address><street>T
    </street></address></author><copyright><year>T</year><holder>T</holder>
    </copyright><legalnotice><para>T</para></legalnotice><abstract><para>T</para>
    </abstract><keywordset><keyword>A</keyword></keywordset><revhistory><revision>
    <revnumber>A</revnumber><date>A</date></revision></revhistory></info>
    <indexterm><primary>I</primary><seealso>I</seealso></indexterm>
    PLACES
    <glossary id="A"><title>T</title><glossdiv><title>T</title><glossentry>
    <glossterm>T</glossterm><glossdef><para>T</para></glossdef></glossentry>
    </glossdiv></glossary>
    <refentry id="A"><refmeta><refentrytitle>I</refentrytitle>
    <manvolnum>T</manvolnum><refmiscinfo class="source">F</refmiscinfo>
    <refmiscinfo class="version">F</refmiscinfo>
    <refmiscinfo class="manual">F</refmiscinfo></refmeta>
    <refnamediv><refdescriptor>T</refdescriptor><refname>T</refname>
    <refname>T</refname><refpurpose>T</refpurpose><refclass>T</refclass>
    </refnamediv><refsynopsisdiv><title>T</title><para>T</para></refsynopsisdiv>
    <refsect1><title>T</title><para>T</para><refsect2><title>T</title><para>T</para>
    </refsect2></refsect1></refentry></article>';

$root =~ s/PLACES/join "\n", @places/e;
my $is_place = qr/(?<=["#\/:>])[TFIA]\b/;

# Who shows them.
my %shown = (
	# F: a page's head and foot leave out, and report, what is too long there
	groff => 'T', mandoc => 'T', makeinfo => 'TI', text => 'T', dict => 'T',
);

my ($what, @arguments) = @ARGV;
if ($what eq 'html') {
	@payloads = @html;
	$what = 'write';
}
my $folder = $arguments[0];

# As characters, and as references.
sub literal
{
	my ($text) = @_;
	my %name = ('&' => 'amp', '<' => 'lt', '>' => 'gt', '"' => 'quot');

	$text =~ s/([&<>"])/&$name{$1};/g;
	return $text;
}

sub references
{
	my ($text) = @_;

	$text =~ s/([^A-Za-z0-9 ])/sprintf '&#%d;', ord $1/ge;
	return $text;
}

# The text in a place, of a payload: both by number.
sub text
{
	my ($number, $place) = @_;
	my $payload = $payloads[$number - 1];

	return literal($payload) . " q${number}p${place}a" .
	    references($payload) . "q${number}p${place}z " .
	    references($payload);
}

sub write_file
{
	my ($name, @text) = @_;

	open my $file, '>:utf8', "$folder/$name" or die "$folder/$name: $!\n";
	print $file @text or die "$folder/$name: $!\n";
	close $file or die "$folder/$name: $!\n";
}

sub read_file
{
	my ($name) = @_;

	open my $file, '<:utf8', $name or die "$name: $!\n";
	local $/;
	return <$file> // '';
}

sub write_documents
{
	for my $n (1 .. @payloads) {
		my $place = 0;
		(my $form = $root) =~ s/<glossterm>w/$&$n/g;
		$form =~ s/$is_place/text($n, ++$place)/ge;
		write_file("d$n.xml", $form);
		write_file("l$n.xml", '<glossary xml:lang="',
		    references($payloads[$n - 1]), '"><title>w</title>
		    <glossentry><glossterm>w', $n, '</glossterm><glossdef><para>
		    A w. Is w.</para></glossdef></glossentry></glossary>');
		# the names of pages are cut, and then the same
		next if length $payloads[$n - 1] > 60;
		$form =~ s/.*(<refentry id=.*<\/refentry>).*/$1/s;
		$form =~ s/(q\d+p)(\d+[az])/${1}9$2/g;
		write_file("r$n.xml", $form);
	}
}

# Short payloads, each in the name of the manual and in that of its source.
sub short
{
	return grep { length $payloads[$_ - 1] <= 16 &&
	    $payloads[$_ - 1] =~ /\S/ } 1 .. @payloads;
}

sub write_heads
{
	for my $n (short()) {
		my $text = literal($payloads[$n - 1]);
		write_file("h$n.xml", '<refentry><refmeta><refentrytitle>w', $n,
		    '</refentrytitle><manvolnum>7</manvolnum>',
		    "<refmiscinfo class='source'>$text s${n}q</refmiscinfo>",
		    "<refmiscinfo class='manual'>$text m${n}q</refmiscinfo>",
		    '</refmeta><refnamediv><refname>w', $n, '</refname>',
		    '<refpurpose>x</refpurpose></refnamediv><refsect1>',
		    '<title>T</title><para>x</para></refsect1></refentry>');
	}
}

# Letters and digits of a payload stand before its marks, in a line of its own.
sub headless
{
	my $page = read_file($folder);

	for my $n (short()) {
		my $text = letters($payloads[$n - 1]);
		my @lines = grep { /\b[sm]${n}q/ } split /\n/, $page;
		for my $mark (map { "$_${n}q" } split //, $arguments[1]) {
			my $wanted = $text . $mark;
			next if grep { index(letters($_), $wanted) >= 0 } @lines;
			print references($payloads[$n - 1]), " $mark: ",
			    @lines ? "is shown as $lines[0]" : 'is lost', "\n";
		}
	}
}

# Each element of a document gets another payload in each of these.
sub write_elements
{
	my $form = read_file($arguments[1]);

	for my $n (1 .. 12) {
		my $place = 0;
		(my $text = $form) =~ s/w\d{5}x/$place++;
		    text(1 + ($place * 12 + $n) % @payloads, $place)/ge;
		write_file("e$n.xml", $text);
	}
}

# What is to be read, and a name that is none.
sub write_read
{
	my $n = 0;

	for my $payload (@payloads) {
		my $text = literal($payload) . 'q';
		$n++;
		write_file("i$n.xml", '<para xmlns="http://docbook.org/ns/docbook"
		    ><xi:include xmlns:xi="http://www.w3.org/2001/XInclude"
		    parse="text" href="', references($text), '"/></para>');
		$n++;
		write_file("i$n.xml", '<!DOCTYPE para [<!ENTITY x SYSTEM "',
		    $text, '">]><para>&x;</para>');
		$n++;
		write_file("n$n.xml", '<para xml:id="q ', references($payload),
		    ' q">w</para>');
		write_file("i$n.xml", "<para>&amp;&x$payload;</para>");
	}
}

sub write_forbidden
{
	my $n = 0;

	for my $code (0 .. 8, 11, 12, 14 .. 31, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF) {
		my $character = chr $code;
		for my $text ($character, "&#$code;") {
			for my $version ('1.0', '1.1') {
				$n++;
				write_file("f$n.xml", "<?xml version='",
				    "$version'?><para id='$text'>$text",
				    '</para>');
			}
		}
	}
}

# terms.xml has them, users.xml refers to them, and N.refs gives them to others.
sub write_terms
{
	my ($entries, $users) = ('', '');

	for my $n (1 .. @payloads) {
		my $payload = references($payloads[$n - 1]);
		my $text = text($n, 1);
		my $far = references("far $payloads[$n - 1] $n");
		$entries .= "<glossentry><glossterm>$text</glossterm>" .
		    "<glossdef><para>w</para></glossdef></glossentry>\n";
		$users .= "<para><glossterm>$text</glossterm>" .
		    "<glossterm>$far</glossterm></para>\n";
		write_file("$n.refs", '<refs xmlns="urn:glossc:refs" name="',
		    $payload, '" section="', $payload, '"><term anchor="', $payload,
		    "\">$far</term></refs>");
	}
	write_file('terms.xml', "<glossary>$entries</glossary>");
	write_file('users.xml', "<article><title>w</title>$users<glossary
	    role='auto'><title>g</title></glossary></article>");
}

# Names that a file can have, and the references to them.
sub write_files
{
	my $all = '';

	mkdir "$folder/files" or die "$folder/files: $!\n";
	for my $n (1 .. @payloads) {
		for my $name ("files/$payloads[$n - 1]$n", "$payloads[$n - 1]$n") {
			my $bytes = $name;
			utf8::encode($bytes);
			next if length $payloads[$n - 1] > 100 ||
			    $payloads[$n - 1] =~ /\//;
			open my $file, '>', "$folder/$bytes"
			    or die "$bytes: $!\n";
			close $file;
			$bytes =~ s/([^A-Za-z0-9\/])/sprintf '%%%02X', ord $1/ge;
			$all .= "<xi:include parse='text' href='$bytes'/>\n";
		}
	}
	write_file('files.xml', '<para xmlns="http://docbook.org/ns/docbook"
	    xmlns:xi="http://www.w3.org/2001/XInclude">w ', $all, '</para>');
}

# Only man pages have names of the document's own choice; other names for them go.
sub move_pages
{
	my ($from, $to) = @arguments;
	my $n = 0;

	for my $path (sort glob "$from/*") {
		(my $name = $path) =~ s/.*\///;
		utf8::decode($name);
		print references($name), " is no safe name\n"
		    unless $name =~ /^[\p{L}\p{N}\p{M}_+,:\@\[\]]
			[\p{L}\p{N}\p{M}_+,:\@\[\].-]{0,250}$/x;
		unlink $path if -l $path;
		next unless -f $path;
		next unless read_file($path) =~ /^\.TH .*\n\.if n \.ad l\n\.if n \.ds AD l\n/m;
		$n++;
		rename $path, "$to/$n.man" or die "$to/$n.man: $!\n";
	}
}

# What is left of a page are small letters and digits: neither how it is filled
# nor what it does to quotes and dashes is asked here.
sub letters
{
	my ($text) = @_;

	$text =~ s/.\x08//g;
	$text =~ tr/A-Z/a-z/;
	$text =~ s/[^a-z0-9]//g;
	return $text;
}

sub lost
{
	my ($tool, $page) = @arguments;
	my $text = letters(read_file($page));
	my @kinds = $root =~ /$is_place/g;
	my (%good, %bad);

	while ($text =~ /(q(\d+)p\d+)a(?=(.{0,900}?)\1z)/g) {
		if ($3 eq letters($payloads[$2 - 1])) {
			$good{$1} = 1;
		} else {
			$bad{$1} = $3;
		}
	}
	for my $n (1 .. @payloads) {
		# a name is cut there
		next if $tool =~ /groff|mandoc/ && length $payloads[$n - 1] > 60;
		for my $place (1 .. @kinds) {
			my $key = "q${n}p$place";
			next if $good{$key} ||
			    index($shown{$tool}, $kinds[$place - 1]) < 0;
			print "$key: ", references($payloads[$n - 1]), ': ',
			    exists $bad{$key} ? "is shown as $bad{$key}" :
			    'is lost', "\n";
		}
	}
}

# No controls, no other directions, one line.
sub said
{
	my ($style, $file) = @arguments;
	my $shown = qr/[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/;
	my $string = qr/"(?:(?=$shown)[^"\\]|\\["\\]|\\u[0-9A-F]{4})*"/;
	my %line = (
		text => qr/^[\w.\/]+(?::\d+)?: (?:note|warning|error): $shown+ \[[a-z-]+\]$/,
		json => qr/^\{"file":$string,"line":\d+,"level":"\w+",
		    "name":"[a-z-]+","text":$string\}$/x,
	);

	for (split /\n/, read_file($file)) {
		next if $_ =~ $line{$style};
		s/([^ -~])/sprintf '<%X>', ord $1/ge;
		print "$_\n";
	}
}

my %do = (
	count => sub {
		my $places = () = $root =~ /$is_place/g;
		print scalar @payloads, " payloads in $places places\n";
	},
	heads => \&write_heads, headless => \&headless,
	write => \&write_documents, elements => \&write_elements,
	read => \&write_read, forbidden => \&write_forbidden,
	terms => \&write_terms, files => \&write_files, pages => \&move_pages,
	lost => \&lost, said => \&said,
);
$do{$what}->();
