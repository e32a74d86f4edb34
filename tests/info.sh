#!/bin/sh
# SPDX-License-Identifier: MIT
# info lands at every name of every entry, from the command line and by its
# index: of the shipped glossary, and of one whose names are awkward.  What
# info's reader cannot ask for stands in $unaskable.
. "$SOURCE/tests/lib.sh"

for tool in perl info makeinfo; do
	if ! have "$tool"; then
		skip "info lands" "$tool is not installed"
		done_testing
		exit 0
	fi
done
cd "$work" || exit 99

# Each entry has a node of its own, so that no other is taken for it.
divisions()
{
	echo '<glossary xmlns="http://docbook.org/ns/docbook" version="5.0">
	    <info><title>Names</title></info>'
	while IFS='|' read -r term more; do
		echo "<glossdiv><title>Part</title><glossentry>
		    <glossterm>$term</glossterm>$more
		    <glossdef><para>A meaning.</para></glossdef>
		    </glossentry></glossdiv>"
	done
	echo '</glossary>'
}

divisions >names.xml <<'NAMES'
plain
two words
comma, comma
colon: colon
C++::operator
behind (x)
a.out
.profile
full stop. In it
e.g.
ends.
"quoted"
it's
'70s
`back`
``q''
2.5 inch
802.1Q
0
½
Ärger
naïve
日本語
ΩΣ
@home
{brace}
back\slash
-dash
--long-option
x--y
x---y
a -> b
*star*
* Menu:
&amp;ampersand
&lt;tag&gt;
100%
a/b
#hash
~
$HOME
semi;colon
Top
Index
dir
!
...
::
,
  blanks  around	it 
TCP/IP|<acronym>T/I</acronym>
long|<abbrev>l., g:</abbrev>
same, as|<indexterm><primary>syn: onym</primary></indexterm>
NAMES

# "(x)" at the front names a manual, in every place where info reads a name.
divisions >unaskable.xml <<'NAMES'
(x) in front
()
NAMES

for name in names unaskable; do
	check "$name: glossc takes it" \
	    "$GLOSSC" --to=texinfo --output=$name.texi $name.xml
	silent "$name: makeinfo takes it" \
	    make_info --no-split -o $name.info $name.texi
done
silent "virt-terms: info lands at each name" perl "$SOURCE/tests/info.pl" \
    "$SOURCE/source/virt-terms.xml" "$DOCS/virt-terms.info"
silent "awkward names: info lands at each" perl "$SOURCE/tests/info.pl" \
    names.xml ./names.info
silent "names that look like a manual's: the index leads to them" \
    perl "$SOURCE/tests/info.pl" --index unaskable.xml ./unaskable.info
# Asked for the names of another manual: none leads by the index, and of these
# only "Top" and "Index" are nodes there.
fails_to_land()
{
	perl "$SOURCE/tests/info.pl" names.xml ./unaskable.info >told
	lost=$(grep -c '^the index does not lead' told)
	failed=$(grep -c '^info "' told)
	echo "$lost are not led to, and info fails for $failed"
	[ "$lost" -gt 50 ] && [ "$failed" -ge $((lost - 2)) ]
}
check "what has other names is told" fails_to_land

# A reference from another manual names a place as this one does.
cat >users.xml <<'EOD'
<article xmlns="http://docbook.org/ns/docbook" version="5.0">
  <title>Users</title>
  <para>See <glossterm>Top</glossterm>, <glossterm>Index</glossterm>,
    <glossterm>comma, comma</glossterm>, <glossterm>full stop. In
    it</glossterm>, <glossterm>a/b</glossterm> and <glossterm>T/I</glossterm>.
  </para>
</article>
EOD
lands_from_outside()
{
	"$GLOSSC" --to=texinfo --output=names.texi --write-refs=names.refs \
	    names.xml &&
	    "$GLOSSC" --to=texinfo --output=users.texi --refs=names.refs \
		users.xml &&
	    sed 's/@comma{}//g' users.texi | grep -o '@ref{[^}]*,names}' |
	    sed 's/@ref{//; s/,.*//' >asked && [ "$(wc -l <asked)" -eq 6 ] &&
	    while IFS= read -r place; do
		grep -qxF -e "@anchor{$place}" names.texi || {
			echo "no place for a term: $place"
			return 1
		}
	    done <asked
}
silent "names from outside are places" lands_from_outside

# --- the index in the interactive reader ---

# a server for each look: the one before may still be going
mux()
{
	tmux -f /dev/null -S "$work/tmux.$cases" "$@"
}

# on_screen COMMAND...: waits until it likes the screen, which is in $work/screen
on_screen()
{
	for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
		mux capture-pane -p >"$work/screen"
		"$@" && return
		sleep 0.1
	done
	cat "$work/screen"
	return 1
}

has_started()
{
	grep -q '^-----Info' "$work/screen"
}

asks_for()
{
	tail -n 1 "$work/screen" | grep -q '^Index entry'
}

# The line that the cursor is in begins with those words.
cursor_at()
{
	sed -n "$(($(mux display-message -p '#{cursor_y}') + 1))p" \
	    "$work/screen" | sed "s/^[*_]//" | grep -qF "$1" &&
	    ! asks_for
}

# finds INFO-FILE NAME HEAD: "i", the name, Enter
finds()
{
	mux new-session -d -x 80 -y 24 "info -f '$1'" || return 1
	on_screen has_started && mux send-keys i && on_screen asks_for &&
	    mux send-keys -l "$2" && mux send-keys Enter &&
	    on_screen cursor_at "$3"
	finds_status=$?
	mux kill-server
	return $finds_status
}

while IFS='|' read -r file name head; do
	if have tmux; then
		check "info, i, $name: at \"$head\"" finds "$file" "$name" \
		    "$head"
	else
		skip "info, i, $name" "tmux is not installed"
	fi
done <<EOD
$DOCS/virt-terms.info|Dom0|Dom0
$DOCS/virt-terms.info|live migration|live migration
$DOCS/virt-terms.info|VMM|VMM
$DOCS/virt-terms.info|Tiny Code Generator|TCG
./names.info|comma, comma|comma, comma
./names.info|2.5 inch|2.5 inch
./names.info|"quoted"|"quoted"
./names.info|syn: onym|same, as
EOD

# --- Emacs ---

# lands NAME INFO-FILE: at the places in $work/lands, each with its line
lands()
{
	sed 's/|[^|]*$//' >"$work/places" <"$work/lands"
	sed 's/.*|//' "$work/lands" >"$work/wanted"
	MANUAL=$2 LANDS=$work/places emacs --batch -Q \
	    -l "$SOURCE/tests/emacs.el" >"$work/landed" 2>"$work/said"
	check "Emacs lands: $1" diff "$work/wanted" "$work/landed"
}

if have emacs; then
	cat >"$work/lands" <<'EOD'
g|Dom0|*Dom0*
g|HVM|*hardware virtualization* (HVM)
g|VMM|*virtual machine monitor* (VMM)
g|Tiny Code Generator|*TCG*
g|live migration|*live migration*
i|HVM|*hardware virtualization* (HVM)
i|Tiny Code Generator|*TCG*
i|live migration|*live migration*
g|no such place|(user-error "No such node or anchor: no such place")
EOD
	lands virt-terms "$DOCS/virt-terms.info"
	cat >"$work/lands" <<'EOD'
g|two words|*two words*
g|T/I|*TCP/IP* (T/I)
g|802.1Q|*802.1Q*
i|"quoted"|*"quoted"*
i|100%|*100%*
EOD
	lands "awkward names" ./names.info
else
	skip "Emacs lands" "emacs is not installed"
fi
done_testing
[ "$failures" -eq 0 ]
