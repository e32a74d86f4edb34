# SPDX-License-Identifier: MIT
# What the style of a glossary demands, and no schema can tell:
#
#	perl style.pl GLOSSARY WORDS ABBREVIATIONS
#
# prints FILE:LINE: what is wrong, and what to do.  WORDS has the words that
# prose may use, ABBREVIATIONS the ones that need no entry; a line each, sorted.
# "perl style.pl --words GLOSSARY" prints the words that it uses instead.
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));

my $longest_sentence = 160;	# what whatis shows on two lines
my $longest_entry = 150;	# words
my $longest_line = 62;	# of an example: what fits in 80 columns

# Names and code: what stands in these is not prose.
my $code = qr/^(?:citetitle|code|command|computeroutput|envar|filename|literal
    |manvolnum|option|programlisting|property|refentrytitle|replaceable|screen
    |systemitem|tag|uri|userinput|varname|wordasword|info|bibliography
    |keycap|keycombo|prompt|email)$/x;

# Of these, one in so many words: more of them tire the reader.
my $seldom_words = 2000;
my @seldom = ('so that', 'as a rule');

my %vague = map { $_ => 1 } qw(actually basically clearly easily easy just
    obvious obviously simply straightforward trivial trivially);
my $british = qr/^(?:\w+is(?:ation|ations|ed|ing)|\w*(?:behav|col|fav|hon|lab
    |neighb)our\w*|\w*(?:cent|met)re|analys(?:e|es|ed|ing)|catalogue\w*
    |defence|licence\w*|grey\w*|programme|programmes
    |\w+(?:ell|all)(?:ed|ing))$/x;
# These end so in both.
my %both = map { $_ => 1 } qw(advised advising called calling comprised
    compromised devised disguised exercised falling installed installing
    promised promising raised raising recalled revised revising rising selling
    spelled spelling supervised supervising telling);

my $words_only = @ARGV && $ARGV[0] eq '--words' ? shift : 0;
my ($file, $word_list, $abbreviation_list) = @ARGV;
my %known = map { $_ => 1 } $words_only ? () : list($word_list);
my @listed = $words_only ? () : list($abbreviation_list);
my %abbreviation = map { $_ => 1 } @listed;
my (%used, %used_abbreviation);

# The lines of a list, which must be sorted and each once
sub list
{
	my ($name) = @_;
	my @lines;
	open my $in, '<', $name or die "$name: $!\n";
	while (my $line = <$in>) {
		chomp $line;
		next if $line =~ /^#/;
		print "$name:$.: \"$line\" is out of order: sort the list\n"
		    if @lines && $lines[-1] ge $line;
		push @lines, $line;
	}
	return @lines;
}

sub complain
{
	my ($line, $message) = @_;
	print "$file:$line: $message\n" unless $words_only;
}

# --- reading: tags and text, with their lines ---

open my $in, '<', $file or die "$file: $!\n";
my $xml = do { local $/; <$in> };
my @tokens;
my $line = 1;
while ($xml =~ /\G(<!--.*?-->|<[^>]*>|[^<]+)/gs) {
	push @tokens, [$line, $1];
	$line += $1 =~ tr/\n//;
}

sub text
{
	my ($text) = @_;
	$text =~ s/&lt;/</g;
	$text =~ s/&gt;/>/g;
	$text =~ s/&amp;/&/g;
	return $text;
}

# What the terms of the glossary define: a term, and each word in capitals of it
my ($in_term, %term) = 0;
for (@tokens) {
	my $token = $_->[1];
	if ($token =~ m{^<(/?)(?:glossterm|acronym|abbrev)\b}) {
		# an opening tag with linkend is a reference
		$in_term = !$1 && $token !~ /linkend/;
	} elsif ($in_term && $token !~ /^</) {
		$abbreviation{$1} = 1 while $token =~ /([A-Z][A-Z0-9]+)/g;
		$term{lc $token} = 1;
	}
}

# --- the checks ---

# prose TEXT LINE: its words
sub prose
{
	my ($text, $at) = @_;
	my $before = '';
	while ($text =~ /(\n)
	    |(\p{L}[\p{L}\p{M}0-9]*(?:['’][a-z]+)?)
	    |([^\s\p{L}]+(?:(?<=['’])s\b)?)/gx) {
		if (defined $1) {
			$at++;
			next;
		}
		if (defined $3) {
			$before = '';
			next;
		}
		my $word = $2;
		my $low = lc $word =~ s/['’]s$//r;
		complain($at, "\"$word\" stands twice: take one out")
		    if lc $word eq $before;
		$before = lc $word;
		if ($word =~ /^([A-Z][A-Z0-9]+)(?:['’]s|s)?$/) {
			$word = $1;
			complain($at, "\"$word\" is not explained: make an " .
			    "entry, write it out or list it")
			    unless $abbreviation{$word} ||
			    $word !~ /[A-Z].*[A-Z]/;
			$used_abbreviation{$word} = 1;
			next;
		}
		complain($at, "\"$word\" tells the reader nothing: take it out")
		    if $vague{$low};
		complain($at, "\"$word\" is not American spelling")
		    if $low =~ $british && !$both{$low};
		$used{$low} = 1;
		complain($at, "\"$word\" is not in the list of words: mend " .
		    "or add it") unless $known{$low};
	}
}

# first SENTENCE TERM LINE: it defines, and can stand alone
sub first
{
	my ($paragraph, $term, $at) = @_;
	$paragraph =~ s/\s+/ /g;
	$paragraph =~ s/^ | $//g;
	my ($sentence) = $paragraph =~ /^(.*?[.?!])(?: [\p{Lu}“"]|$)/;
	if (!defined $sentence || $sentence !~ /\.$/) {
		complain($at, "the definition of \"$term\" is no sentence: " .
		    "end it with a full stop");
		$sentence = $paragraph;
	}
	my $length = length $sentence;
	complain($at, "the first sentence of \"$term\" has $length " .
	    "characters, and may have $longest_sentence: shorten it")
	    if $length > $longest_sentence;
	complain($at, "the first sentence of \"$term\" does not say what it " .
	    "is: begin with what it is")
	    if $sentence =~ /^(?:also|he|here|it|see|she|such|that|there
	    |these|they|this|those|we|you)\b/xi ||
	    $sentence =~ /^(?:(?:an?|the) )?\Q$term\E (?:are|is|means)\b/i;
	# Nor does it begin with a circumstance: "Without a screen, ..."
	complain($at, "the first sentence of \"$term\" begins with \"$1\": " .
	    "begin with a noun of its kind")
	    if $sentence =~ /^(about|above|after|as|at|because|before|between|by
	    |during|for|from|how|if|in|into|like|not|of|on|once|over|since
	    |under|until|what|when|where|whether|which|while|who|why|with
	    |without)\b/xi;
	complain($at, "the first sentence of \"$term\" cannot stand alone: " .
	    "name what it speaks of")
	    if $sentence =~ /\b(?:above|below|following|follows?)[.:]$/i ||
	    $sentence =~ /\bsee (?:above|below|also)\b/i;
}

# A link takes in the whole name: "live migration" is not "migration".
while ($xml =~ m{(?:(\w+)\s+)?<glossterm[ ]linkend="[^"]*">([^<]*)
    </glossterm>(?=(?:\s+(\w+))?)}gx) {
	my ($at, $before, $link, $after) = ($-[2], $1 // '', $2, $3 // '');
	$link =~ s/\s+/ /g;
	for my $longer ("$before $link", "$link $after") {
		complain(1 + substr($xml, 0, $at) =~ tr/\n//,
		    "\"$link\" is linked in \"$longer\": link all of it")
		    if $term{lc $longer =~ s/(?<=[a-z])s$//r};
	}
}

while ($xml =~ m{<(screen|programlisting)\b[^>]*>(.*?)</\1>}gs) {
	my $at = 1 + substr($xml, 0, $-[2]) =~ tr/\n//;
	for my $line (split /\n/, text($2 =~ s/<[^>]*>//gr)) {
		my $length = length $line;
		complain($at, "the line of an example has $length " .
		    "characters, and may have $longest_line: break it")
		    if $length > $longest_line;
		$at++;
	}
}

my (@open, $entry, $term, $paragraph, $run);
my ($run_line, $paragraph_line, $entry_words) = (0, 0, 0);
my $first_of_definition = 0;

sub flush_run
{
	prose($run, $run_line) if defined $run;
	undef $run;
}

for (@tokens) {
	my ($at, $token) = @$_;
	next if $token =~ /^<[!?]/;
	if ($token =~ m{^</(\w+)}) {
		pop @open;
		if ($1 eq 'para') {
			flush_run();
			first($paragraph, $term, $paragraph_line)
			    if $first_of_definition && defined $paragraph;
			undef $paragraph;
			$first_of_definition = 0;
		} elsif ($1 eq 'glossentry') {
			complain($entry, "the entry \"$term\" has " .
			    "$entry_words words, and may have " .
			    "$longest_entry: shorten it, or make two")
			    if $entry_words > $longest_entry;
			undef $entry;
		} elsif ($1 =~ /^(?:glossterm|title|term|abstract)$/ &&
		    !defined $paragraph) {
			flush_run();
		}
	} elsif ($token =~ m{^<(\w+)}) {
		my $name = $1;
		push @open, $name unless $token =~ m{/>$};
		if ($name eq 'glossentry') {
			($entry, $term, $entry_words) = ($at, '', 0);
		} elsif ($name eq 'glossdef') {
			$first_of_definition = 1;
		} elsif ($name eq 'para') {
			($paragraph, $paragraph_line) = ('', $at);
		}
	} else {
		my $text = text($token);
		next if $text !~ /\S/ && !defined $run;
		$term = $text if defined $entry && $term eq '' &&
		    $open[-1] eq 'glossterm';
		$paragraph .= $text if defined $paragraph;
		$entry_words++ while $text =~ /\S+/g;
		$run_line = $at unless defined $run;
		# names and code are no words, and part the words beside them
		$text =~ s/[^\n]/./g if grep { /$code/ } @open;
		$run = ($run // '') . $text;
	}
}
flush_run();

my $all_text = text($xml =~ s/<[^>]*>//gr);
my $all_words = () = $all_text =~ /\S+/g;
for my $phrase (@seldom) {
	my $may = 1 + int $all_words / $seldom_words;
	my $pattern = $phrase =~ s/ /\\s+/gr;
	my $are = () = $all_text =~ /\b$pattern\b/gi;
	complain(1, "\"$phrase\" stands $are times in $all_words words, and " .
	    "may $may: say some of them otherwise") if $are > $may;
}

if ($words_only) {
	print "$_\n" for sort keys %used;
} else {
	for my $word (sort keys %known) {
		print "$word_list: no entry uses \"$word\": take it out\n"
		    unless $used{$word};
	}
	for my $word (@listed) {
		print "$abbreviation_list: no entry uses \"$word\": take it " .
		    "out\n" unless $used_abbreviation{$word};
	}
}
