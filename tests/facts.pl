# SPDX-License-Identifier: MIT
# What the glossary says of files, against the files:
#
#	perl facts.pl names|virsh|qemu|xml ROOT FACTS GLOSSARY [FOLDER]
#
# ROOT has the unpacked packages of FACTS (facts.tsv).  "names" prints
# FILE:LINE: what is not there.  The others print what facts.sh tries: the
# commands of virsh, the options of QEMU; "xml" writes a document into FOLDER
# for each example in XML.
use strict;
use warnings;

# All text is bytes: to search hundreds of megabytes of them is quicker.
my ($mode, $root, $facts, $file, $folder) = @ARGV;

# --- what FACTS says ---

my (%elsewhere, %place, %content, %date);
open my $in, '<', $facts or die "$facts: $!\n";
while (my $row = <$in>) {
	chomp $row;
	next if $row =~ /^(?:#|$)/;
	my ($kind, $name, @rest) = split /\t/, $row;
	$elsewhere{$name} = $rest[0] if $kind eq 'elsewhere';
	$place{$name} = $rest[0] if $kind eq 'place';
	$content{$name} = $rest[0] if $kind eq 'content';
	push @{$date{$name}}, [@rest] if $kind eq 'date';
}
close $in;

# --- what the packages have ---

# where pages of programs stand that Debian leaves out
my $libvirt_pages = '/usr/share/doc/libvirt-doc/html/manpages';

my (%exists, %page, %pages_of, $manuals, $documents, %element, %attribute,
    %value);

sub slurp
{
	my ($path) = @_;
	my $pipe;
	if ($path =~ /\.gz$/) {
		open $pipe, '-|', 'gzip', '-dc', $path or die "$path: $!\n";
	} else {
		open $pipe, '<', $path or die "$path: $!\n";
	}
	my $text = do { local $/; <$pipe> };
	close $pipe;
	return $text // '';
}

# The words of a manual page, without its requests
sub roff
{
	my ($text) = @_;
	$text =~ s/\\f(?:\[[^\]]*\]|\(..|.)//g;
	$text =~ s/\\\(aq|\\\[aq\]/'/g;
	$text =~ s/\\\((?:hy|mi)|\\\[(?:hy|mi)\]|\\-|\\u2010/-/g;
	$text =~ s/\\[&|^%\/,:]//g;
	$text =~ s/\\e/\\/g;
	return $text;
}

sub html
{
	my ($text) = @_;
	$text =~ s/<[^>]*>//g;
	$text =~ s/&lt;/</g;
	$text =~ s/&gt;/>/g;
	$text =~ s/&#(?:39|x27);|&apos;|\xe2\x80[\x98\x99]/'/g;
	$text =~ s/&quot;|\xe2\x80[\x9c\x9d]/"/g;
	$text =~ s/&amp;/&/g;
	return $text;
}

sub look
{
	open my $find, '-|', "find '$root' -printf '%P\\n'" or die "find: $!\n";
	while (my $path = <$find>) {
		chomp $path;
		$exists{"/$path"} = 1;
		if ($path =~ m{(?:^|/)s?bin/([^/]+)$}) {
			$exists{$1} = 1;
		} elsif ($path =~ m{usr/share/man/man\d\w*/([^/]+?)\.(\d\w*)
		    (?:\.gz)?$}x) {
			my ($name, $section) = ($1, $2);
			$page{"$name($section)"} = $path;
			push @{$pages_of{$name}}, $path;
			$exists{$name} = 1 if $section =~ /^[18]/;
		} elsif ($path =~ m{/schemas/\w+\.rng$}) {
			my $text = slurp("$root/$path");
			$element{$_} = 1 for $text =~ /<element name="([^"]+)"/g;
			$attribute{$_} = 1
			    for $text =~ /<attribute name="([^"]+)"/g;
			$value{$_} = 1 for $text =~ m{<value>([^<]+)</value>}g;
		}
	}
	close $find;
}

my %text;
sub manual
{
	my ($name) = @_;
	return $text{$name} if defined $text{$name};
	$text{$name} = '';	# what leads to itself ends here
	for my $path (@{$pages_of{$name} // []}) {
		my $page = roff(slurp("$root/$path"));
		$page = manual($1) if $page =~ m{^\.so \S*?/?([^/\s]+)\.\d}m;
		$text{$name} .= "$page\n";
	}
	return $text{$name};
}

# All pages of commands, files and overviews
sub all_manuals
{
	return $manuals if defined $manuals;
	open my $pipe, '-|', "find '$root/usr/share/man/'man[1578] -name '*.gz' " .
	    "-print0 | xargs -0 gzip -dc" or die "find: $!\n";
	$manuals = do { local $/; <$pipe> };
	close $pipe;
	return $manuals = roff($manuals);
}

# All of what else people read: of the kernel's documentation, the parts that
# the glossary is about
sub all_documents
{
	return $documents if defined $documents;
	my @text = (all_manuals());
	for my $path (sort keys %exists) {
		next unless $path =~ m{^/usr/share/doc/.*(?:\.html|\.txt(?:\.gz)?
		    |\.md(?:\.gz)?|\.rst(?:\.gz)?|\.ya?ml|README[^/]*)$
		    |/schemas/\w+\.rng$|^/etc/libvirt/.*\.conf$
		    |^/usr/share/virt-manager/.*\.py$
		    |^/usr/share/osinfo/os/debian
		    |^/usr/include/linux/|^/usr/share/libvirt/cpu_map/}x;
		next if $path =~ m{/news\.html$|/changelog|/_sources/} ||
		    $path =~ m{/linux-doc} && $path !~ m{/(?:virt|vfio[^/]*
		    |x86|kernel-parameters[^/]*|hw-vuln)(?:/|\.(?:txt|rst|html))}x;
		next unless -f "$root$path";
		my $text = slurp("$root$path");
		push @text, $path =~ /\.html/ ? html($text) : $text;
	}
	return $documents = join "\n", @text;
}

# --- what the glossary says ---

open $in, '<', $file or die "$file: $!\n";
my $xml = do { local $/; <$in> };
close $in;

sub text
{
	my ($text) = @_;
	$text =~ s/<[^>]*>//g;
	$text =~ s/\s+/ /g;
	$text =~ s/&lt;/</g;
	$text =~ s/&gt;/>/g;
	$text =~ s/&amp;/&/g;
	return $text =~ s/^ | $//gr;
}

my @entries;	# line, term, XML
while ($xml =~ m{(<glossentry\b.*?</glossentry>)}gs) {
	my $entry = $1;
	my $at = 1 + substr($xml, 0, $-[1]) =~ tr/\n//;
	my ($term) = $entry =~ m{<glossterm>(.*?)</glossterm>}s;
	push @entries, [$at, text($term), $entry];
}

my %told;
sub complain
{
	my ($at, $message) = @_;
	print "$file:$at: $message\n" unless $told{"$at$message"}++;
}

# Is there an option of this program?
sub has_option
{
	my ($manual, $option) = @_;
	return $manual =~ /(?<![\w-])\Q$option\E(?![\w-])/;
}

my %shell = map { $_ => 1 } qw(virsh xl);

# command LINE WORDS: the program, its subcommand and its options are there
sub command
{
	my ($at, $line) = @_;
	$line =~ s/\s*\|.*//;
	my @words = split ' ', $line;
	my $program = shift @words;
	return if $program eq '' || $elsewhere{$program};
	# a subcommand that stands alone, and a family of them ("iface-")
	if (!$exists{$program}) {
		for my $shell (sort keys %shell) {
			return if manual($shell) =~
			    /^(?:\.\w+ )?"?\Q$program\E/m;
		}
		return if all_documents() =~ /^\Q$program\E$/m ||
		    manual('guestfish') =~ /^\.S[SH] "?\Q$program\E"?$/m ||
		    manual('qemu-qmp-ref') =~ /\b\Q$program\E\b/;
		complain($at, "no package has the command $program");
		return;
	}
	my $manual = manual($program);
	my $known = $manual;
	if ($shell{$program} && @words && $words[0] !~ /^-/) {
		my $sub = $words[0];
		if ($manual !~ /^(?:\.\w+ )?"?(?:\\fB)?\Q$sub\E\b/m) {
			complain($at, "$program has no command $sub");
			return;
		}
		# virsh(1) has a section for each
		($known) = $manual =~ /^\.SS[ ]\Q$sub\E$(.*?)
		    (?=^\.S[SH][ ]|\z)/msx if $program eq 'virsh';
	}
	for my $word (@words) {
		my ($option) = $word =~ /^(--?[A-Za-z][\w-]*)/ or next;
		next if has_option($known, $option);
		complain($at, "$program" . ($known eq $manual ? '' :
		    " $words[0]") . " has no option $option");
	}
}

# The lines that a user types: a screen's, with their continuations
sub typed
{
	my ($entry) = @_;
	my @lines;
	while ($entry =~ m{<screen>(.*?)</screen>}gs) {
		my ($at, $screen) = ($-[1], $1);
		$screen = text($screen =~ s/\n/\x01/gr);
		$screen =~ s/\s*\\\x01\s*/ /g;
		for my $line (split /\x01/, $screen) {
			push @lines, [substr($entry, 0, $at) =~ tr/\n//,
			    $line =~ s/^[\$#] //r];
		}
	}
	return @lines;
}

sub names
{
	look();
	for (@entries) {
		my ($start, $term, $entry) = @$_;
		my @programs;
		while ($entry =~ m{<refentrytitle>([^<]*)</refentrytitle>
		    <manvolnum>([^<]*)<}gx) {
			my $at = $start + (substr($entry, 0, $-[0]) =~ tr/\n//);
			push @programs, $1;
			complain($at, "no package has the page $1($2)")
			    unless $page{"$1($2)"} || $elsewhere{"$1($2)"} ||
			    $exists{"$libvirt_pages/$1.html"};
		}
		for (typed($entry)) {
			my ($at, $line) = @$_;
			push @programs, split ' ', $line, 2;
			command($start + $at, $line);
		}
		while ($entry =~ m{<command>(.*?)</command>}gs) {
			my $at = $start + (substr($entry, 0, $-[0]) =~ tr/\n//);
			my $name = text($1);
			push @programs, split ' ', $name, 2;
			next if $name =~ /^qemu-system-/;
			command($at, $name);
		}
		push @programs, 'qemu-system-x86_64', 'qemu'
		    if $entry =~ /\bQEMU\b/;
		my $near = join "\n", map { manual($_) }
		    grep { $pages_of{$_} } @programs;
		while ($entry =~ m{<option>(.*?)</option>}gs) {
			my $at = $start + (substr($entry, 0, $-[0]) =~ tr/\n//);
			my $option = text($1);
			next if $elsewhere{$option};
			my ($name) = split /[ =]/, $option;
			my $manual = $near ne '' ? $near : all_manuals();
			next if has_option($manual, $name) ||
			    all_documents() =~ /(?<![\w-])\Q$option\E(?![\w-])/ ||
			    $name !~ /^-/ && has_option(all_manuals(), $name);
			complain($at, "no manual of " . (@programs ?
			    "what is named here" : "the packages") .
			    " has the option $name");
		}
		while ($entry =~ m{<filename>(.*?)</filename>}gs) {
			my $at = $start + (substr($entry, 0, $-[0]) =~ tr/\n//);
			my $path = text($1);
			next if $exists{$path} || $elsewhere{$path} ||
			    index(all_documents(), $path) >= 0;
			complain($at, "no package has the file $path, nor a " .
			    "manual that names it");
		}
		while ($entry =~ m{<tag\b[^>]*>(.*?)</tag>}gs) {
			my $at = $start + (substr($entry, 0, $-[0]) =~ tr/\n//);
			tag($at, text($1));
		}
		while ($entry =~ m{<literal>(.*?)</literal>}gs) {
			my $at = $start + (substr($entry, 0, $-[0]) =~ tr/\n//);
			literal($at, text($1));
		}
		while ($entry =~ m{<uri>(.*?)</uri>}gs) {
			my $at = $start + (substr($entry, 0, $-[0]) =~ tr/\n//);
			my ($scheme) = text($1) =~ m{^(.*?://)};
			complain($at, "no manual has the URI $scheme")
			    unless index(all_documents(), $scheme) >= 0;
		}
		while ($entry =~ m{<programlisting[^>]*>(.*?)</programlisting>}gs) {
			my ($at, $example) = ($start + (substr($entry, 0,
			    $-[0]) =~ tr/\n//), $1);
			$example =~ s/&lt;/</g;
			$example =~ s/&gt;/>/g;
			tag($at, $1) while $example =~ m{<(\w[^<>]*?)/?>}g;
		}
		dates($start, $term, $entry);
	}
}

# "element attribute='value'": the schemas of libvirt have them
sub tag
{
	my ($at, $tag) = @_;
	my ($name) = $tag =~ /^([\w:-]+)/;
	complain($at, "no schema of libvirt has the element $name")
	    unless $element{$name} || $elsewhere{$name};
	attributes($at, $tag);
}

sub attributes
{
	my ($at, $text) = @_;
	while ($text =~ /([\w:-]+)=['"]([^'"]*)['"]/g) {
		my ($name, $value) = ($1, $2);
		complain($at, "no schema of libvirt has the attribute $name")
		    unless $attribute{$name} || $elsewhere{$name};
	}
}

sub literal
{
	my ($at, $literal) = @_;
	return if $elsewhere{$literal} || $literal =~ /^[\$#]$/;
	if ($literal =~ /^[\w:-]+='[^']*'$/) {
		attributes($at, $literal);
		my ($value) = $literal =~ /'(.*)'/;
		return if $value{$value} ||
		    index(all_documents(), "'$value'") >= 0;
	}
	return if $exists{$literal} || $value{$literal} || $attribute{$literal} ||
	    index(all_documents(), $literal) >= 0;
	complain($at, "no file of the packages has \"$literal\"");
}

# Each year and each version has a row with its source, and each row a year.
sub dates
{
	my ($at, $term, $entry) = @_;
	my @rows = @{delete $date{$term} // []};
	my $text = text($entry =~ s{<(?:screen|programlisting|link)\b.*?</
	    (?:screen|programlisting|link)>}{}gsrx);
	my $said = $text;
	for my $row (@rows) {
		my ($words, $source) = @$row;
		if (index($text, $words) < 0) {
			complain($at, "$facts has \"$words\" for $term, " .
			    "which does not say so");
			next;
		}
		$said =~ s/\Q$words\E//;
		complain($at, "$facts has no source for \"$words\"")
		    unless defined $source && $source =~ /\S/;
		# "path: words" is looked up
		next unless $source =~ m{^(/\S+): (.*)};
		my ($path, $proof) = ($1, $2);
		my ($there) = grep { -f "$root$_" } $path, "$path.gz";
		if (!$there) {
			complain($at, "no package has $path, the source of " .
			    "\"$words\"");
			next;
		}
		my $found = html(roff(slurp("$root$there"))) =~ s/\s+/ /gr;
		complain($at, "$path does not say \"$proof\"")
		    unless index($found, $proof) >= 0;
	}
	complain($at, "\"$1\" has no row in $facts")
	    while $said =~ /(?<![\w.,:-])((?:19[6-9]|20[0-4])\d)(?![\w-]|\.\d)/g;
}

# --- what facts.sh runs ---

if ($mode eq 'names') {
	names();
	for my $term (sort keys %date) {
		print "$facts: no entry \"$term\" for the date\n";
	}
} elsif ($mode eq 'virsh' || $mode eq 'qemu') {
	for (@entries) {
		my ($start, $term, $entry) = @$_;
		for (typed($entry), map { [0, text($_)] }
		    $entry =~ m{<command>(.*?)</command>}gs) {
			my ($at, $line) = @$_;
			$line =~ s/\s*\|.*//;
			$line =~ s/\s*\.\.\.$//;
			if ($mode eq 'virsh' && $line =~ s/^virsh (?=\w)//) {
				print $start + $at, "\t$line\n";
			} elsif ($mode eq 'qemu' &&
			    $line =~ /^qemu-system-x86_64 (.*)/) {
				print $start + $at, "\t$1\n";
			}
		}
	}
} elsif ($mode eq 'xml') {
	for (@entries) {
		my ($start, $term, $entry) = @$_;
		my $count = 0;
		while ($entry =~ m{<programlisting[ ]language="xml">(.*?)
		    </programlisting>}gsx) {
			my ($at, $example) = ($start + (substr($entry, 0,
			    $-[0]) =~ tr/\n//), $1);
			$example = text($example =~ s/\n/\x01/gr);
			document($at, $example =~ s/\x01/\n/gr, ++$count);
		}
	}
}

# An example in a whole domain, or as the document that it belongs to
sub document
{
	my ($at, $example, $count) = @_;
	my ($name, $first) = $example =~ /<([\w:-]+)(?: ([\w:-]+))?/;
	$example =~ s/^\s*\.\.\.\s*$//mg;
	# what is left open is closed, with what must be in it
	my @open;
	while ($example =~ m{<(/?)([\w:-]+)[^<>]*?(/?)>}g) {
		next if $3;
		$1 ? pop @open : push @open, $2;
	}
	for my $element (reverse @open) {
		my ($start) = $example =~ /(<$element\b[^>]*>)/;
		$example .= ($content{$start} // $content{$element} // '') .
		    "</$element>";
	}
	my $place = $place{"$name " . ($first // '')} // $place{$name} // '';
	my ($schema, $path) = $place =~ /^(\w+):(.*)/ ? ($1, $2) :
	    ('domain', $place);
	for my $step (reverse split m{/}, $path) {
		my ($parent) = $step =~ /^([\w-]+)/;
		my $rest = $content{"$parent+$name"} // '';
		$step =~ s/\s*$//;
		$example = "<$step>$rest$example</$parent>";
	}
	if ($schema eq 'domain' && $name ne 'domain') {
		my $type = $content{"domain+$name"} // '';
		my $os = $example =~ /<os\b/ ? '' :
		    "<os><type>hvm</type></os>";
		$example = "<domain type='kvm'><name>guest1</name>" .
		    "<memory>1</memory>$os$example$type</domain>";
	}
	my $out = sprintf '%s/%05d-%d.%s.xml', $folder, $at, $count, $schema;
	open my $to, '>', $out or die "$out: $!\n";
	print $to $example;
	close $to;
}
