# SPDX-License-Identifier: MIT
# Whether all that refs.pl expects has come:
#
#	perl shown.pl EXPECTED SAID RESOLVED FORMAT=PAGE...
#
# SAID is what glossc said, RESOLVED its tree after resolve, a PAGE what a
# reader of FORMAT sees.  Prints what is missing, or was not expected.
use strict;
use warnings;
use utf8;
use Unicode::Normalize;

my ($expected, $said, $resolved, @pages) = @ARGV;
my (%anchor, %target, %page, %said);
my $bad = 0;

binmode STDOUT, ':utf8';

sub content
{
	my ($file) = @_;

	open my $from, '<:utf8', $file or die "$file: $!\n";
	local $/;
	return <$from> // '';
}

# Letters and digits alone: formats fill, quote and mark in their own ways.
sub plain
{
	my $s = NFKC($_[0]);

	$s =~ s/[^\p{L}\p{M}\p{N}]+//g;
	return $s;
}

sub complain
{
	print "@_\n";
	$bad = 1;
}

# A pattern for words between two texts.  In Info a reference also names its
# node, so that there other words may stand between, but no other reference; in
# a man page a section may be called as its heading is printed, in capitals.
sub pattern
{
	my ($format, $before, $after, @words) = map { plain($_) } @_;
	my $between = $format eq 'texinfo' ?
	    '(?:note|(?:(?![abz]\d{5}x).){0,200}?)' : '';
	my @parts = map { $format eq 'man' && /^Division\d$/ ? "(?i:$_)" :
	    quotemeta } grep { $_ ne '' } @words, $after;

	return join $between, quotemeta $before, @parts;
}

# An element that bears a role: what it leads to, or can be led to by.
sub note_role
{
	my ($role, $attributes) = @_;

	$anchor{$role} = $1 if $attributes =~ / resolved:anchor="([^"]*)"/;
	$target{$role} = $1 if $attributes =~ / resolved:target="([^"]*)"/;
}

my $tree = content($resolved);
note_role($1, $2) while $tree =~ /<\w+[^<>]* role="(\w+)"([^<>]*)>/g;
for (@pages) {
	my ($format, $file) = split /=/, $_, 2;
	$page{$format} = plain(content($file));
}
for (split /\n/, content($said)) {
	next unless /^([^:]+:\d+): \w+: (.*) \[([\w-]+)\]$/;
	push @{$said{$3}}, { place => $1, text => $2 };
}

my %check = (
	shown => sub {
		my ($place, @texts) = @_;

		for my $format (sort keys %page) {
			my $pattern = pattern($format, @texts);

			complain("$place: $format does not show: @texts")
			    unless $page{$format} =~ /$pattern/;
		}
	},
	leads => sub {
		my ($place, $role, $to) = @_;
		my $is = $target{$role} // '-';
		my $wanted = $to eq '-' ? '-' : $anchor{$to} // 'nothing';

		complain("$place: $role leads to \"$is\", not \"$wanted\"")
		    unless $is eq $wanted;
	},
	said => sub {
		my ($places, $name, @texts) = @_;
		my %there = map { $_ => 1 } split /\|/, $places;

		SAID: for my $d (@{$said{$name}}) {
			next if $d->{done} || !$there{$d->{place}};
			for (@texts) {
				next SAID if index($d->{text}, $_) < 0;
			}
			$d->{done} = 1;
			return;
		}
		complain("$places: nobody says [$name] @texts");
	},
);
for (split /\n/, content($expected)) {
	my ($what, @rest) = split /\t/;

	$check{$what}->(@rest);
}
for my $name (sort keys %said) {
	for (grep { !$_->{done} } @{$said{$name}}) {
		complain("$_->{place}: said, but wrong: $_->{text} [$name]");
	}
}
exit $bad;
