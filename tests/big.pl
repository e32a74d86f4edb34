# SPDX-License-Identifier: MIT
# A glossary that shows what is not linear: perl big.pl SHAPE ENTRIES
#
#	neighbours  each entry refers to those beside it
#	chain       each entry but the last only leads on to the next
#	circle      each entry leads on to the next, the last to the first
#	seealso     the first entry refers to all others
#	dangling    each entry refers to what is not there
#	names       the first entry has all of the others' acronyms
use strict;
use warnings;

my ($shape, $count) = @ARGV;

sub see
{
	my ($to) = @_;
	return "<glosssee otherterm=\"t$to\"/>";
}

sub definition
{
	return "<glossdef><para>What it means.</para>\n" . join('',
	    map { "<glossseealso otherterm=\"$_\"/>\n" } @_) . '</glossdef>';
}

my %shapes = (
	neighbours => sub {
		my ($n) = @_;
		my $after = ($n + 1) % $count;
		return "<glossdef><para>After <glossterm>Term " .
		    ($n + $count - 1) % $count . "</glossterm>.</para>\n" .
		    "<glossseealso otherterm=\"t$after\"/></glossdef>";
	},
	chain => sub {
		my ($n) = @_;
		return $n + 1 < $count ? see($n + 1) : definition();
	},
	circle => sub {
		my ($n) = @_;
		return see(($n + 1) % $count);
	},
	seealso => sub {
		my ($n) = @_;
		return $n ? definition() :
		    definition(map { "t$_" } 1 .. $count - 1);
	},
	names => sub { return definition() },
	dangling => sub {
		my ($n) = @_;
		return definition("nothing$n");
	},
);

# Other names that an entry has.
sub acronyms
{
	my ($n) = @_;

	return '' if $shape ne 'names';
	return join '', map { "<acronym>A$_</acronym>\n" } $n ? $n : 1 .. $count - 1;
}

print '<glossary xmlns="http://docbook.org/ns/docbook" version="5.0">', "\n",
    "<title>Terms</title>\n";
for my $n (0 .. $count - 1) {
	print "<glossentry xml:id=\"t$n\">\n<glossterm>term $n</glossterm>\n",
	    acronyms($n), $shapes{$shape}->($n), "\n</glossentry>\n";
}
print "</glossary>\n";
