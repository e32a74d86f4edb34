#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# links.pl FOLDER tells which links of its web pages lead to no page that is
# there, or to no place in it, and which ids a page has twice.
use strict;
use warnings;

my $folder = shift or die "usage: links.pl FOLDER\n";
my (%ids, %links);

sub value
{
	my ($s) = @_;
	$s =~ s/&lt;/</g;
	$s =~ s/&gt;/>/g;
	$s =~ s/&quot;/"/g;
	$s =~ s/&amp;/&/g;
	return $s;
}

for my $file (glob "$folder/*.html") {
	open my $in, '<:raw', $file or die "links.pl: $file: $!\n";
	my $page = do { local $/; <$in> };
	my ($name) = $file =~ m{([^/]*)$};
	$ids{$name} = {};
	while ($page =~ / id="([^"]*)"/g) {
		print "$name: id \"$1\" is there twice\n"
		    if $ids{$name}{ value($1) }++;
	}
	push @{ $links{$name} }, value($1) while $page =~ /<a[^>]* href="([^"]*)"/g;
}
die "links.pl: no page in $folder\n" unless %ids;
for my $name (sort keys %links) {
	for my $link (@{ $links{$name} }) {
		next if $link =~ /^[a-z]+:/;
		my ($to, $id) = $link =~ /^([^#]*)(?:#(.*))?$/s;
		s/%([0-9A-F]{2})/chr hex $1/ge for grep { defined } $to, $id;
		$to = $name if $to eq '';
		print "$name: no page for $link\n" unless $ids{$to};
		print "$name: no place for $link\n"
		    if $ids{$to} && defined $id && !$ids{$to}{$id};
	}
}
