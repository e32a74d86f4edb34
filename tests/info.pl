#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Asks info for every name of an entry: info.pl [--index] SOURCE INFO-FILE
#
# Names are the terms, acronyms, plain abbrevs and index terms of an entry.  For
# each, "info -f FILE NAME -o -" is to print the node that the entry is in, and
# the index is to lead to the line of its head (with --index, only this is
# looked at).  Only what goes wrong is told.
use strict;
use warnings;
use open qw(:std :encoding(UTF-8));
use Encode qw(decode encode);

my $only_index = $ARGV[0] eq '--index' && shift;
my ($source, $file) = @ARGV;

sub slurp
{
	my ($path) = @_;

	open my $in, '<:raw', $path or die "$path: $!\n";
	local $/;
	return decode('UTF-8', <$in>);
}

# The words of an element, as glossc has them in one line.
sub words
{
	my ($xml) = @_;
	my %is = (lt => '<', gt => '>', amp => '&', quot => '"', apos => "'");

	$xml =~ s/<[^>]*>//g;
	$xml =~ s/&(\w+);/$is{$1}/g;
	$xml =~ s/\s+/ /g;
	$xml =~ s/^ | $//g;
	return $xml;
}

# An entry's names are those that stand before its definition.
sub names_of
{
	my ($entry) = @_;
	my @names;

	$entry =~ s/<gloss(?:def|see)\b.*//s;
	while ($entry =~ m{<(glossterm|acronym|abbrev|indexterm)\b[^>]*>(.*?)</\1>}gs) {
		my ($what, $inside) = ($1, $2);

		next if $what eq 'abbrev' && $inside =~ /</;
		$inside =~ s{</(?:primary|secondary)>(?=\s*<)}{, }g;
		push @names, words($inside);
	}
	return @names;
}

# Info's index: the node and line of what is asked for, and what makeinfo has
# put behind names that are there twice.
sub index_of
{
	my ($info) = @_;
	my %places;

	my ($menu) = $info =~ /\0\x08\[index\0\x08\](.*?)\x1f/s or return;
	while ($menu =~ /^\* (.+?)(?: <\d+>)?:\s+([^:]+?)\.\s+\(line\s+(\d+)\)/gm) {
		push @{$places{$1}}, [$2, $3];
	}
	return %places;
}

# How makeinfo prints a head: @strong's asterisks, quotes of its own.  A word
# joiner keeps the head from being a menu or a reference.
sub heads
{
	my ($line, $head) = @_;

	$line =~ s/[*_‘’“”'"`]|\x{2060}//g;
	$head =~ s/[*_‘’“”'"`]//g;
	return index($line, $head) == 0;
}

my $info = slurp($file);
my %index = index_of($info);
my %nodes;
while ($info =~ /\x1f\n(File: [^\n]*?Node: ([^\n]*?),  [^\x1f]*)/g) {
	$nodes{$2} = [split /\n/, $1];
}

# Is a line of the index's places for a name the one that the head stands in?
sub indexed
{
	my ($name, $head) = @_;

	for my $place (@{$index{$name} // []}) {
		my ($node, $line) = @$place;
		return 1 if heads($nodes{$node}[$line - 1] // '', $head);
	}
	return 0;
}

sub ask
{
	my ($name) = @_;
	my $pid = open my $out, '-|';
	die "cannot fork: $!\n" unless defined $pid;
	if ($pid == 0) {
		open STDERR, '>&', \*STDOUT;
		exec 'info', '-f', $file, '-o', '-', '--',
		    encode('UTF-8', $name);
		die "info: $!\n";
	}
	local $/;
	my $said = <$out>;
	return close $out ? $said : "info fails: $said";
}

# Does info print a node with a line that the head begins?
sub lands
{
	my ($name, $head) = @_;
	my $said = ask($name);

	return 1 if $said =~ /\AFile: / &&
	    grep { heads($_, $head) } split /\n/, $said;
	print "info \"$name\" prints no node with \"$head\":\n",
	    substr($said, 0, 200), "\n";
}

my %seen;
for my $entry (slurp($source) =~ m{<glossentry\b.*?</glossentry>}gs) {
	my @names = names_of($entry);

	for my $name (@names) {
		# of two entries, the first has the name
		next if $seen{$name}++;
		lands($name, $names[0]) unless $only_index;
		print "the index does not lead to the line of \"$names[0]\" ",
		    "for \"$name\"\n" unless indexed($name, $names[0]);
	}
}
die "no names in $source\n" unless %seen;
