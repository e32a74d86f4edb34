#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Writes the table of parameters in glossc-migration(7) from the program's own:
# perl parameters.pl ../src/dropin/parameters.def >parameters.xml
use strict;
use warnings;

sub escape
{
	my ($text) = @_;
	$text =~ s/&/&amp;/g;
	$text =~ s/</&lt;/g;
	return $text;
}

# How a row's value is shown behind the name.
sub given
{
	my ($name, $value, $known) = @_;

	return $name . '=0' if $value eq '0';
	return $name . '=1' if $value eq '1';
	return $name . $value if $value =~ /^=./;
	return $name . '=' if $value eq '=';
	return $name . ($known ? '=...' : '');
}

my %does = (
	SILENT => sub { "changes nothing: $_[0]" },
	WARN => sub { "changes nothing, with a warning: $_[0]" },
	ARGUMENT => sub { '<option>' . $_[0] . '</option>' },
	PROFILE => sub {
		$_[0] =~ /^(\S+), (.*)/ ? "<option>$1</option>, $2" :
		    "<option>$_[0]</option>" },
	PLACE => sub { "has the effect that it has there" },
	OTHER => sub { "the other program runs: $_[0]" },
);

my (@rows, %known, %row);
while (<>) {
	next unless /^PARAMETER\("(.*?)", "(.*?)", ([A-Z]+), "(.*)"\)$/;
	my ($name, $value, $way, $text) = ($1, $2, $3, $4);
	my $shown = given($name, $value, $known{$name}++);
	$text =~ s/%s/VALUE/;
	$text = $does{$way}->(escape($text));
	push @rows, $row{$text} = [[], $text] unless $row{$text};
	push @{$row{$text}[0]}, $shown;
}
print "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
    "<!-- SPDX-License-Identifier: MIT -->\n",
    "<!-- Made by parameters.pl from src/dropin/parameters.def. -->\n",
    "<variablelist xmlns=\"http://docbook.org/ns/docbook\" version=\"5.0\">\n";
for (@rows) {
	my ($names, $text) = @$_;
	print "<varlistentry>\n",
	    (map { '<term><literal>' . escape($_) . "</literal></term>\n" } @$names),
	    "<listitem><para>$text</para></listitem>\n</varlistentry>\n";
}
print "</variablelist>\n";
