#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Reads a web page that glossc wrote: html.pl FILE tells what is wrong with it,
# html.pl --text FILE prints what a reader sees.  It takes only the HTML that
# glossc writes: the Nu checker is the judge of HTML as a whole.
use strict;
use warnings;

# bytes: to count in characters takes a time for each match
my $show = @ARGV && $ARGV[0] eq '--text' && shift;
my $file = shift or die "usage: html.pl [--text] FILE\n";
open my $in, '<:raw', $file or die "html.pl: $file: $!\n";
my $page = do { local $/; <$in> };
my $faults = 0;

sub fault
{
	my ($at, $what) = @_;
	my $line = 1 + (substr($page, 0, $at) =~ tr/\n//);
	print "$file:$line: $what\n" unless $show;
	$faults = 1;
}

my %void = map { $_ => 1 } qw(meta br hr img input link);
my %inline = map { $_ => 1 }
    qw(a b code dfn em img input label output s span strong sub sup var math
    mrow mi mn mo mtext ms mspace mfrac msqrt mroot mstyle merror mpadded
    mphantom msub msup msubsup munder mover munderover mtable mtr mtd);
# what may stand in what: a block's like ends it in a parser
my %phrase_only = map { $_ => 1 } qw(p h1 h2 h3 h4 h5 h6 dt pre title);
my %block = map { $_ => 1 } qw(html head body header main nav footer section
    h1 h2 h3 h4 h5 h6 p pre div figure figcaption table caption thead tbody
    tfoot tr th td dl dt dd ol ul li blockquote form title);
my %known = (%void, %inline, %block, style => 1, script => 1);
my %seen;
my (@open, @links, $text);

sub unescape
{
	my ($s) = @_;
	$s =~ s/&lt;/</g;
	$s =~ s/&gt;/>/g;
	$s =~ s/&quot;/"/g;
	$s =~ s/&amp;/&/g;
	return $s;
}

sub see
{
	my ($words, $at) = @_;
	fault($at, "a bare & in \"$words\"")
	    if $words =~ /&(?!(?:lt|gt|quot|amp);)/;
	$text .= unescape($words) unless grep { /^(?:title|style|script)$/ } @open;
}

sub address
{
	my ($value, $at) = @_;
	fault($at, "an address of another scheme: $value")
	    if $value =~ /^([^:\/?#]*):/ &&
		$1 !~ /^(?:https?|mailto|ftp|news|tel)$/i;
	fault($at, "no address: $value") if $value =~ /[\s"<>\\^`{|}]/;
}

$text = '';
# the text alone, for the template of a site, has none
pos $page = 0;
fault(0, 'no DOCTYPE')
    unless $page =~ /\G<!DOCTYPE html>\n/gc || $page !~ /<html/;
while ((my $at = pos $page) < length $page) {
	if ($page =~ /\G([^<]+)/gc) {
		see($1, $at);
	} elsif ($page =~ /\G<\/([a-z0-9]+)>/gc) {
		my $name = $1;
		my $top = pop @open // '';
		fault($at, "</$name> ends <$top>") if $top ne $name;
		$text .= $inline{$name} ? '' : "\n";
	} elsif ($page =~ /\G<([a-z0-9]+)((?: [a-z-]+(?:="[^"<]*")?)*)>/gc) {
		my ($name, $attributes) = ($1, $2);
		my ($up) = grep { $phrase_only{$_} } @open;
		fault($at, "<$name> is unknown") unless $known{$name};
		fault($at, "<$name> in <$up>")
		    if $up && !$inline{$name} && $name ne 'br';
		fault($at, "<a> in <a>") if $name eq 'a' && grep { $_ eq 'a' } @open;
		while ($attributes =~ / ([a-z-]+)(?:="([^"]*)")?/g) {
			my ($key, $value) = ($1, unescape($2 // ''));
			fault($at, "<$name $key>") if $key =~ /^(?:on|style)/;
			address($value, $at) if $key =~ /^(?:href|src)$/;
			if ($key eq 'id') {
				fault($at, "id \"$value\" is there twice")
				    if $seen{$value}++;
				fault($at, 'no id') if $value =~ /^$|\s/;
			}
			push @links, [$1, $at] if $key eq 'href' && $value =~ /^#(.*)/s;
			$text .= " $value " if $name eq 'img' && $key eq 'alt';
		}
		$text .= "\n" unless $inline{$name};
		push @open, $name unless $void{$name};
		if ($name =~ /^(?:style|script)$/) {
			$page =~ /\G.*?(?=<\/$name>)/gcs;
		}
	} else {
		fault($at, 'no markup of ours: ' . substr($page, $at, 40));
		last;
	}
}
fault(length $page, "<$_> is not closed") for @open;
for my $link (@links) {
	my ($id, $at) = @$link;
	$id =~ s/%([0-9A-F]{2})/chr hex $1/ge;
	fault($at, "#$id leads nowhere") unless $seen{$id};
}
if ($show) {
	print $text;
	exit 0;
}
exit $faults;
