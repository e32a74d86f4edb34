# SPDX-License-Identifier: MIT
# A glossary with references of every kind, and what must come of each:
#
#	perl refs.pl SEED FOLDER
#
# writes input.xml, part.xml (which it includes) and expected, whose lines are
#
#	shown PLACE BEFORE AFTER WORDS...    between two texts stand these words
#	leads PLACE ROLE TARGET              and lead there; "-": to no place
#	said  PLACES NAME WORDS...           a diagnostic in one of these lines
#
# with tabs between; PLACE is FILE:LINE, ROLE tells the elements apart.
use strict;
use warnings;
use utf8;
use feature "fc";
use Unicode::Normalize;

my ($seed, $folder) = @ARGV;
my (@entries, @sections, @expected);
my %lines = ('input.xml' => 0, 'part.xml' => 0);
my ($file, %out, @all);
my $refs = 0;

# a random number of our own: the same with every perl
sub pick
{
	$seed = ($seed * 1103515245 + 12345) % 2147483648;
	return int($seed / 65536) % $_[0];
}

sub one_of
{
	return $_[pick(scalar @_)];
}

sub escape
{
	my ($s) = @_;
	$s =~ s/&/&amp;/g;
	$s =~ s/</&lt;/g;
	$s =~ s/"/&quot;/g;
	return $s;
}

sub put
{
	for my $line (split /\n/, $_[0], -1) {
		$out{$file} .= "$line\n";
		$lines{$file}++;
	}
}

# The line that put() writes next.
sub here
{
	return $file . ':' . ($lines{$file} + 1);
}

sub expect
{
	push @expected, join("\t", @_);
}

# --- the entries ---

# A word that is no other word's, nor part of one, in any case.
sub code
{
	my ($n) = @_;
	my $word = '';
	my @syllables = qw(ba de fi go ku la me ni po ru);

	for (1 .. 4) {
		$word = $syllables[$n % 10] . $word;
		$n = int($n / 10);
	}
	return $word;
}

my @shapes = ('%s', '%s', '%s', '%s wofi', 'Straße %s', 'café %s', '%s (x)',
    '%s, y', '%s: z', '%s.d', '-%s', "'%s'", '.%s', '%s {@w}', '\\%s', '日本%s',
    '"%s"', '(x)%s', 'Top %s', '%s & <co>', 'R&D.%s', "%s\x{a0}hard");

my $words = 0;

sub name
{
	my $name = sprintf one_of(@shapes), code(++$words);
	$name = ucfirst $name if pick(2);
	return $name;
}

sub new_entry
{
	my $n = @entries;
	my $e = { role => sprintf('e%05dx', $n), terms => [name()] };

	push @{$e->{terms}}, name() while pick(8) == 0;
	$e->{acronym} = uc code(++$words) if pick(4) == 0;
	$e->{abbrev} = name() if pick(6) == 0;
	$e->{id} = "id-$n" if pick(3);
	$e->{idterm} = "idterm-$n" if pick(5) == 0;
	$e->{idanchor} = "idanchor-$n" if pick(5) == 0;
	$e->{idpara} = "idpara-$n" if pick(6) == 0;
	$e->{label} = 'label ' . code(++$words) if $e->{id} && pick(12) == 0;
	push @entries, $e;
}

# Others of one name, or of one but for its case; the first keeps it.
sub make_twins
{
	for my $e (@entries[1 .. $#entries]) {
		my $other = one_of(@entries);

		next if $other == $e || pick(9);
		$e->{terms}[0] = pick(2) ? $other->{terms}[0] :
		    uc $other->{terms}[0];
	}
	for my $e (@entries[1 .. $#entries]) {
		my $other = one_of(@entries);

		$e->{acronym} = $other->{acronym}
		    if $other != $e && $other->{acronym} && pick(12) == 0;
	}
}

sub names_of
{
	my ($e) = @_;
	return (@{$e->{terms}}, grep { defined } $e->{acronym}, $e->{abbrev});
}

# As the resolver should compare names (NFKC_Casefold, TR #31).
sub fold
{
	my ($s) = @_;
	$s = NFKC(CORE::fc(NFKC(CORE::fc(NFD($s)))));
	$s =~ s/\x{ad}//g;
	$s =~ s/\s+/ /g;
	$s =~ s/^ | $//g;
	return $s;
}

sub collapse
{
	my ($s) = @_;
	$s =~ s/[ \t\n]+/ /g;
	$s =~ s/^ | $//g;
	return $s;
}

my (%exact, %folded);

sub entry_named
{
	my ($s) = @_;
	return $exact{collapse($s)} || $folded{fold($s)};
}

# --- ways to write a name, and to name a target ---

sub fullwidth
{
	my ($s) = @_;
	$s =~ s/([a-z])/chr(ord($1) + 0xFEE0)/ge;
	return $s;
}

my @variants = (
	sub { $_[0] }, sub { $_[0] }, sub { lc $_[0] }, sub { uc $_[0] },
	sub { NFD($_[0]) }, \&fullwidth,
	sub { my $s = $_[0]; $s =~ s/ /  \n\t/g; "\n $s " },
	sub { my $s = $_[0]; $s =~ s/ /\x{a0} /g; $s },
	sub { my $s = $_[0]; $s =~ s/fi/\x{fb01}/g; $s },
);

sub variant
{
	return one_of(@variants)->($_[0]);
}

# An id in an entry: it leads there whatever it is on.
sub id_of
{
	my ($e) = @_;
	my @ids = grep { defined } @$e{qw(id idterm idanchor idpara)};

	return @ids ? one_of(@ids) : undef;
}

sub headword
{
	my ($e) = @_;
	return $e->{label} if $e->{label};
	return $e->{terms}[0];
}

# What an empty reference to an id shows.
sub shown_of
{
	my ($e, $id) = @_;
	return $e->{terms}[0] unless $e->{id} && $id eq $e->{id};
	return headword($e);
}

my $lost = 0;

sub lost
{
	return 'lost ' . code(5000 + ++$lost);
}

sub lost_id
{
	return 'lost-' . code(5000 + ++$lost);
}

sub own_words
{
	return 'own ' . code(8000 + $refs);
}

# A reference: [element, attributes, content, target or undef, words shown,
# [name of the diagnostic, a text in it]...]

sub by_id
{
	my ($element, $attribute) = @_;
	my $e = one_of(@entries);
	my $id = id_of($e);
	my $own = pick(2) ? own_words() : '';

	$own ||= own_words() if $element eq 'link';
	if (!defined $id || pick(8) == 0) {
		$id = lost_id();
		return [$element, sprintf($attribute, $id), $own, undef,
		    $own || $id, ['dangling', "\"$id\""]];
	}
	return [$element, sprintf($attribute, $id), $own, $e,
	    $own || shown_of($e, $id)];
}

# By a name: in an attribute, or in the words themselves.
sub by_name
{
	my ($element, $attribute) = @_;
	my $name = pick(8) ? variant(one_of(names_of(one_of(@entries)))) :
	    lost();
	my $e = entry_named($name);
	my $own = $attribute ? pick(2) ? own_words() : '' : $name;
	my @said;

	if (!$e && $element eq 'firstterm') {
		@said = (['undefined', '']);
	} elsif (!$e) {
		@said = (['dangling', '"' . collapse($name) . '"']);
	}
	return [$element, $attribute ? sprintf($attribute, escape($name)) : '',
	    $own, $e, $own || ($e ? headword($e) : $name), @said];
}

# What is marked as a term and leads to a section.
sub to_section
{
	my ($element, $attribute) = @_;
	my $s = one_of(@sections);
	my $own = $element eq 'link' ? own_words() : '';

	return [$element, sprintf($attribute, $s->{id}), $own, $s,
	    $own || $s->{title}, $element =~ /^(xref|link)$/ ? () :
	    ['not-a-term', $element]];
}

sub endterm
{
	my $r = by_id('xref', 'linkend="%s"');
	my @marked = grep { $_->{idterm} } @entries;
	my $e;

	return $r unless @marked && $r->[3];
	$e = one_of(@marked);
	$r->[1] .= " endterm=\"$e->{idterm}\"";
	$r->[4] = $e->{terms}[0] unless $r->[2];
	return $r;
}

my $linkend = 'linkend="%s"';
my $href = 'xlink:href="#%s"';
my @inline = (
	(map { my $element = $_;
		(sub { by_id($element, $linkend) },
		    sub { by_id($element, $href) },
		    sub { by_name($element, 'baseform="%s"') },
		    sub { by_name($element, '') },
		    sub { by_name($element, '') })
	} 'glossterm', 'firstterm'),
	sub { by_id('xref', $linkend) },
	sub { by_id('xref', $href) },
	sub { by_id('link', $linkend) },
	sub { by_id('link', $href) },
	sub { to_section('xref', $linkend) },
	sub { to_section('link', $href) },
	sub { to_section('glossterm', $linkend) },
	\&endterm,
);
my @see = (
	sub { by_id($_[0], 'otherterm="%s"') },
	sub { by_id($_[0], 'otherterm="%s"') },
	sub { by_id($_[0], $linkend) },
	sub { by_name($_[0], 'otherterm="%s"') },
	sub { by_name($_[0], '') },
	sub { by_name($_[0], '') },
	sub { to_section($_[0], 'otherterm="%s"') },
);

# Writes a reference, and notes all but its words: it is on a line of its own.
sub put_ref
{
	my ($r, $from, $pattern) = @_;
	my ($element, $attributes, $content, $target, undef, @said) = @$r;
	my $role = sprintf 'r%05dx', ++$refs;
	my $place = here();

	# a tag's line is that of its end
	$place =~ s/(\d+)$/$1 + ($attributes =~ tr{\n}{})/e;

	expect('said', $place, @$_) for @said;
	expect('leads', $place, $role, !$target || ($from && $target == $from) ?
	    '-' : $target->{role});
	put(sprintf $pattern, "<$element role=\"$role\" $attributes>" .
	    escape($content) . "</$element>");
	return $place;
}

# --- the document ---

my @around = ('%s', '%s', '%s', '<emphasis>%s</emphasis>', '<quote>%s</quote>',
    '<footnote><para>%s</para></footnote>',
    '<itemizedlist><listitem><para>%s</para></listitem></itemizedlist>');

sub put_inline
{
	my ($e) = @_;
	my $r = one_of(@inline)->();
	my $n = sprintf '%05dx', $refs + 1;
	my $around = one_of(@around);
	my $place;

	# a footnote is printed apart from its entry, and leads back to it
	$e = undef if $around =~ /footnote/;
	$place = put_ref($r, $e, sprintf $around, "a$n %s b$n");
	expect('shown', $place, "a$n", "b$n", $r->[4]);
}

sub put_seealso
{
	my ($e, $before) = @_;
	my ($place, @shown);
	my $count = pick(4);

	for my $i (1 .. $count) {
		my $r = one_of(@see)->('glossseealso');

		$place = put_ref($r, $e, '%s');
		push @shown, 'and' if $i > 1 && $i == $count;
		push @shown, $r->[4];
	}
	expect('shown', $place, "$before See also", '', @shown) if $count;
}

sub put_see
{
	my ($e) = @_;
	my $r = $e->{see} ? ['glosssee', $e->{see}{id} ?
	    "otherterm=\"$e->{see}{id}\"" : '', $e->{see}{id} ? '' :
	    $e->{see}{terms}[0], $e->{see}{id} ? $e->{see} :
	    entry_named($e->{see}{terms}[0]), headword($e->{see})] :
	    one_of(@see)->('glosssee');
	my $place;

	$r->[4] = $r->[2] if $r->[2];
	$place = put_ref($r, $e, '%s');
	$e->{next} = $r->[3] if $r->[3] && $r->[3]{terms};
	expect('shown', $place, join(' ', names_of($e)) . ' See', '', $r->[4]);
}

sub put_entry
{
	my ($e) = @_;
	my $n = substr $e->{role}, 1;

	$e->{place} = here();
	put("<glossentry role=\"$e->{role}\"" .
	    ($e->{id} ? " xml:id=\"$e->{id}\"" : '') .
	    ($e->{label} ? " xreflabel=\"$e->{label}\"" : '') . '>');
	for my $i (0 .. $#{$e->{terms}}) {
		$e->{places}{$e->{terms}[$i]} ||= here();
		put('<glossterm' . ($e->{idterm} && !$i ?
		    " xml:id=\"$e->{idterm}\">" : '>') .
		    ($e->{idanchor} && !$i ?
		    "<anchor xml:id=\"$e->{idanchor}\"/>" : '') .
		    escape($e->{terms}[$i]) . '</glossterm>');
	}
	for my $kind (grep { $e->{$_} } 'acronym', 'abbrev') {
		$e->{places}{$e->{$kind}} ||= here();
		put("<$kind>" . escape($e->{$kind}) . "</$kind>");
	}
	if ($e->{sees}) {
		put_see($e);
	} else {
		put('<glossdef><para' . ($e->{idpara} ?
		    " xml:id=\"$e->{idpara}\">" : '>'));
		put_inline($e) for 1 .. pick(5);
		put("z$n</para>");
		put_seealso($e, "z$n");
		put('</glossdef>');
	}
	put('</glossentry>');
}

# Names that two entries claim: reported where the second has it, unless one of
# the two only leads to the other.
sub expect_twins
{
	my %owner;

	for my $e (@all) {
		for my $name (names_of($e)) {
			my $first = $owner{$name} ||= $e;

			next if $first == $e ||
			    ($e->{next} && $e->{next} == $first) ||
			    ($first->{next} && $first->{next} == $e);
			expect('said', $e->{places}{$name}, (grep { $_ eq $name
			    } @{$e->{terms}}) ? 'duplicate-term' :
			    'duplicate-acronym', "\"$name\"");
		}
	}
}

# Circles are reported once, with all that are in them; chains that end, where
# they are more than a step.
sub expect_chains
{
	my %done;

	for my $e (@all) {
		my (%seen, @path);
		my $n = $e;

		for (; $n && !$seen{$n->{role}}; $n = $n->{next}) {
			$seen{$n->{role}} = 1;
			push @path, $n;
		}
		if (!$n) {
			expect('said', $e->{place}, 'chain',
			    'from "' . headword($e) . '"',
			    'at "' . headword($path[-1]) . '"') if @path > 2;
			next;
		}
		shift @path while $path[0] != $n;
		next if grep { $done{$_->{role}}++ } @path;
		expect('said', join('|', map { $_->{place} } @path), 'circle',
		    map { '"' . headword($path[$_ - 1]) . '" -> "' .
			headword($path[$_]) . '"' } 0 .. $#path);
	}
}

my $docbook = 'xmlns="http://docbook.org/ns/docbook" version="5.0"'
    . ' xmlns:xlink="http://www.w3.org/1999/xlink"';

pick(2) for 1 .. 5;
my $count = 2 + pick(12) * pick(12);
my $share = pick(5); # how many of the entries lead on
new_entry() for 1 .. $count;
make_twins();
for my $e (@entries) {
	next if pick(5) >= $share;
	$e->{sees} = 1;
	delete $e->{idpara};
}
# what leads on to one another: circles, chains, and what leads into them
my @sees = grep { $_->{sees} } @entries;
for my $i (0 .. $#sees) {
	$sees[$i]{see} = $sees[($i + 1) % @sees] if pick(3);
	$sees[$i]{see} = one_of(@entries) if pick(4) == 0;
}
@sections = map { { id => "div-$_", title => "Division $_",
    role => sprintf('s%05dx', $_) } } 1, 2;

# what a text names is known before the references are written
@all = @entries;
for my $e (@all) {
	for my $name (names_of($e)) {
		$exact{$name} ||= $e;
		$folded{fold($name)} ||= $e;
	}
}

my $half = int($count / 2);
for my $i (0, 1) {
	$file = ('input.xml', 'part.xml')[$i];
	put("<glossary $docbook>") if !$i;
	put("<title>Words</title>") if !$i;
	put("<glossdiv role=\"$sections[$i]{role}\" " .
	    "xml:id=\"$sections[$i]{id}\" $docbook>");
	put("<title>$sections[$i]{title}</title>");
	put_entry($_) for $i ? @all[$half .. $#all] : @all[0 .. $half - 1];
	put('</glossdiv>');
}
$file = 'input.xml';
put('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="part.xml"/>');
put('</glossary>');
expect_twins();
expect_chains();

$out{expected} = join('', map { s/\n/ /gr . "\n" } @expected);
for my $name (keys %out) {
	open my $to, '>:utf8', "$folder/$name" or die "$folder/$name: $!\n";
	print $to $out{$name};
	close $to or die "$folder/$name: $!\n";
}
