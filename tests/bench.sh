#!/bin/sh
# SPDX-License-Identifier: MIT
# How long glossc and its peers take, as a ratio to parsing alone (xmllint
# --noout on the same file, in the same run).  It shows, and asserts nothing.
. "$SOURCE/tests/lib.sh"
runs=${RUNS:-5}
corpus=${GLOSSC_CORPUS:-$SOURCE/../shared/corpus}

if ! have xmllint || ! have perl; then
	echo "make bench needs xmllint and perl" >&2
	exit 1
fi

# best COMMAND...: the best wall time of several runs, in milliseconds, or -
best()
{
	perl -MTime::HiRes=time -e '
		my $runs = shift;
		my $best;
		open STDOUT_, ">&STDOUT";
		open STDOUT, ">", "/dev/null";
		open STDERR, ">", "/dev/null";
		open STDIN, "<", "/dev/null";
		for (1 .. $runs) {
			my $start = time;
			system(@ARGV) == 0 or last;
			my $ms = 1000 * (time - $start);
			$best = $ms if !defined $best || $ms < $best;
		}
		printf STDOUT_ defined $best ? "%.1f" : "-", $best;
	' "$runs" "$@"
}

# show NAME MILLISECONDS
show()
{
	awk -v name="$1" -v ms="$2" -v floor="$floor" 'BEGIN {
		if (ms == "-")
			printf "  %-28s   failed\n", name
		else
			printf "  %-28s %8.1f ms %7.2f x\n", name, ms,
			    ms / floor
	}'
}

# row NAME COMMAND...
row()
{
	row_name=$1
	shift
	show "$row_name" "$(best "$@")"
}

# peer NAME COMMAND...: the same for a program that may not be there
peer()
{
	peer_name=$1
	shift
	if have "$1"; then
		row "$peer_name" "$@"
	else
		printf '  %-28s   not installed\n' "$peer_name"
	fi
}

table()
{
	[ -f "$1" ] || {
		printf '%s: not there\n\n' "${1##*/}"
		return
	}
	printf '%s (%d bytes), best of %d\n' "${1##*/}" "$(wc -c <"$1")" \
	    "$runs"
	floor=$(best xmllint --noout "$1")
	show "xmllint --noout" "$floor"
	for format in man texinfo text; do
		row "glossc, $format" "$GLOSSC" -q -t "$format" -o "$work" "$1"
	done
	row "glossc, all three" "$GLOSSC" -q -o "$work" "$1"
	peer "pandoc, man" pandoc -s -f docbook -t man -o "$work/p" "$1"
	peer "pandoc, plain" pandoc -s -f docbook -t plain -o "$work/p" "$1"
	peer "docbook2x-texi" docbook2x-texi --to-stdout "$1"
	echo
}

table "$SOURCE/source/virt-terms.xml"
table "$corpus/jargon-file/jargon-resolved.xml"

# What each entry costs should be the same however many there are.
grows()
{
	perl "$SOURCE/tests/big.pl" "$1" "$2" >"$work/big.xml" || exit 1
	floor=$(best xmllint --noout "$work/big.xml")
	all=
	for how in --check '-t man' '-t texinfo' '-t text'; do
		# shellcheck disable=SC2086
		all="$all $(best "$GLOSSC" -q $how -o "$work" "$work/big.xml")"
	done
	echo "$1 $2 $floor$all" | awk '{
		printf "  %-10s %6d %9.1f ms", $1, $2, $3
		for (i = 4; i <= NF; i++)
			if ($i == "-")
				printf "     failed        "
			else
				printf "  %6.2f x %6.1f us", $i / $3,
				    $i * 1000 / $2
		printf "\n"
	}'
}

printf 'Made by tests/big.pl, best of %d: ratio, and time an entry\n' "$runs"
printf '  %-10s %6s %12s  %-18s  %-18s  %-18s  %s\n' shape entries xmllint \
    --check man texinfo text
for shape in neighbours chain circle seealso dangling names; do
	for entries in ${ENTRIES:-5000 10000 20000}; do
		grows "$shape" "$entries"
	done
done
