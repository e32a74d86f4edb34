# SPDX-License-Identifier: MIT
# A DocBook document that is nested at random: perl nest.pl SEED DOCBOOK.DEF
# Every place that may hold text gets a word that is found nowhere else.
use strict;
use warnings;

my ($seed, $def) = @ARGV;
my (@names, @roots, %stands);
my $words = 0;
my $left = 60;

open my $rows, '<', $def or die "$def: $!\n";
while (<$rows>) {
	$stands{$1} = $2 if /^DOCBOOK\((\w+), IS_(\w+)/ ||
	    /^RENAMED\((\w+), (\w+)/;
}
for (sort keys %stands) {
	next if $_ eq 'beginpage'; # a mark without words
	my $where = $stands{$stands{$_}} // $stands{$_};
	push @names, $_;
	push @roots, $_ if $where ne 'PART' && $where ne 'NEUTRAL';
}
push @names, 'unknown', ('foreign') x 20; # of DocBook, and of another
# a random number of our own: the same with every perl
sub pick
{
	$seed = ($seed * 1103515245 + 12345) % 2147483648;
	return int($seed / 65536) % $_[0];
}

sub word
{
	return sprintf 'w%05dx', ++$words;
}

sub element
{
	my ($depth, $name, $around) = @_;
	my $content = '';
	my $of = $name eq 'foreign' ? ' xmlns="urn:foreign"' :
	    $around eq 'foreign' ? ' xmlns="http://docbook.org/ns/docbook"' : '';

	$left--;
	for (1 .. 1 + pick(4)) {
		$content .= word() . ' ' if pick(3);
		next unless $left > 0 && $depth < 9 && pick(3);
		my $inner = $names[pick(scalar @names)];
		# what others say there is for no reader: suppressed.xsl
		$inner = 'unknown' if $inner eq 'foreign' && $name =~ /info$/;
		$content .= element($depth + 1, $inner, $name);
	}
	return "<$name$of>$content</$name>\n";
}

pick(2) for 1 .. 5;
my $root = $roots[pick(scalar @roots)];
$root = 'article' if pick(2);
my $document = element(0, $root, '');
$document =~ s/>/'>' . word() . ' '/e;
my $docbook = 'xmlns="http://docbook.org/ns/docbook" version="5.2"';
$document =~ s/^<$root/<$root $docbook/;
print $document;
