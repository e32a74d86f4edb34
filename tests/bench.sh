#!/bin/sh
# SPDX-License-Identifier: MIT
# What glossc and its peers cost beside parsing alone (xmllint --noout on the
# same file, in turns with them).  It shows, and asserts nothing; the tables of
# real glossaries replace those in BENCHMARKS where all of them are there.
#
#	RUNS=5                    the best of so many
#	GLOSSC_CORPUS=FOLDER      real glossaries
#	ENTRIES="1000 10000"      the sizes of those that tests/big.pl makes
#	BENCH_LONG=1              of a million entries too
#	BENCH_PEERS=60            the peers too, once, for so many seconds each
. "$SOURCE/tests/lib.sh"
runs=${RUNS:-5}
corpus=${GLOSSC_CORPUS:-$SOURCE/../shared/corpus}
sizes=${ENTRIES:-1000 10000}
measure=$DOCS/tests/measure
out=$work/out
mkdir "$out"

if ! have xmllint || ! have perl; then
	echo "make bench needs xmllint and perl" >&2
	exit 1
fi

# add NAME COMMAND...: one more to be measured
add()
{
	{
		printf '%s' "$1"
		shift
		printf '\t%s' "$@"
		echo
	} >>"$work/list"
}

# peer NAME COMMAND...: the same for a program that may not be there
peer()
{
	if have "$2"; then
		add "$@"
	else
		printf '%s\tnot installed\n' "$1" >>"$work/results"
	fi
}

# peers FILE: all that make of a DocBook file what we make of it
peers()
{
	peers_xsl=http://docbook.sourceforge.net/release/xsl/current
	: >"$work/list"
	: >"$work/results"
	peer "pandoc, man" pandoc -s -f docbook -t man -o "$out/p" "$1"
	peer "pandoc, plain" pandoc -s -f docbook -t plain -o "$out/p" "$1"
	peer "docbook2x-texi" docbook2x-texi --to-stdout "$1"
	peer "docbook-xsl, man" xsltproc --nonet -o "$out/" \
	    "$peers_xsl/manpages/docbook.xsl" "$1"
	"$measure" 1 "$BENCH_PEERS" <"$work/list" >>"$work/results"
}

# Rows for a reader: what each costs, and how many times the first.
show_rows()
{
	awk -F '\t' -v seconds="${BENCH_PEERS:-600}" '
		$2 == "late" {
			printf "  %-22s more than %d s\n", $1, seconds
			next
		}
		NF < 4 { printf "  %-22s %s\n", $1, $2; next }
		!wall { wall = $2; cpu = $3; peak = $4 }
		{
			printf "  %-22s %7.1f ms%5.1f x%8.1f ms%5.1f x",
			    $1, $2, $2 / wall, $3, $3 / cpu
			printf "%6.1f MB%5.1f x\n", $4 / 1024, $4 / peak
		}'
}

# table FILE [XMLLINT-OPTION]...
table()
{
	[ -f "$1" ] || {
		printf '%s: not there\n\n' "${1##*/}"
		return
	}
	table_file=$1
	table_name=${1##*/}
	shift
	# what it doesn't declare, xmllint doesn't read
	if ! xmllint --noout "$@" "$table_file" 2>"$work/said"; then
		"$GLOSSC" -q --stop-after=read -o "$work/read.xml" \
		    "$table_file"
		table_file=$work/read.xml
		table_name="$table_name, as --stop-after=read prints it"
	fi
	"$GLOSSC" -q --stop-after=resolve -o - "$table_file" \
	    >"$work/resolved" 2>"$work/said"
	printf '%s: %d entries\n' "$table_name" \
	    "$(grep -o '<glossentry[ >]' "$work/resolved" | wc -l)"
	printf '  %-22s %16s %18s %16s\n' "best of $runs" 'wall time' \
	    'CPU time' 'peak memory'
	: >"$work/list"
	add "xmllint --noout" xmllint --noout "$@" "$table_file"
	add "glossc --check" "$GLOSSC" -q --check "$table_file"
	for format in $formats; do
		add "glossc, $format" "$GLOSSC" -q -t "$format" -o "$out" \
		    "$table_file"
	done
	add "glossc, all three" "$GLOSSC" -q -j1 -o "$out" "$table_file"
	add "glossc, all three, -j2" "$GLOSSC" -q -j2 -o "$out" "$table_file"
	"$measure" "$runs" 600 <"$work/list" >"$work/measured"
	if [ -n "${BENCH_PEERS:-}" ]; then
		peers "$table_file"
		cat "$work/results" >>"$work/measured"
	fi
	show_rows <"$work/measured"
	echo
}

{
	table "$corpus/jargon-file/jargon-resolved.xml"
	table "$corpus/linux-dictionary/Linux-Dictionary.xml" --noent
	table "$corpus/postgresql/glossary.sgml"
	table "$SOURCE/source/virt-terms.xml"
} | tee "$work/tables"

# between the head of BENCHMARKS and what is told there below the tables
if grep -q ': not there$' "$work/tables"; then
	echo "BENCHMARKS is left as it is: a glossary is not there" >&2
elif [ -w "$SOURCE/BENCHMARKS" ]; then
	{
		sed '/: [0-9]* entries$/,$d' "$SOURCE/BENCHMARKS"
		cat "$work/tables"
		echo
		sed -n '/^Notes$/,$p' "$SOURCE/BENCHMARKS"
	} >"$work/benchmarks" && cat "$work/benchmarks" >"$SOURCE/BENCHMARKS"
fi

# What each entry costs should be the same however many there are.
grows()
{
	perl "$SOURCE/tests/big.pl" "$1" "$2" >"$work/big.xml" || exit 1
	grows_runs=$((100000 / $2))
	[ "$grows_runs" -ge 1 ] || grows_runs=1
	[ "$grows_runs" -le "$runs" ] || grows_runs=$runs
	: >"$work/list"
	add xmllint xmllint --noout "$work/big.xml"
	add --check "$GLOSSC" -q --huge --check "$work/big.xml"
	for format in $formats; do
		add "$format" "$GLOSSC" -q --huge -t "$format" -o "$out" \
		    "$work/big.xml"
	done
	"$measure" "$grows_runs" 600 <"$work/list" | awk -F '\t' -v shape="$1" \
	    -v entries="$2" '
		NR == 1 { printf "  %-10s%8d", shape, entries }
		NF < 4 { printf "%16s", $2; next }
		{
			printf "%6.1f us%5.1f kB", $3 * 1000 / entries,
			    $4 / entries
		}
		END { print "" }'
}

echo 'Glossaries that tests/big.pl makes: CPU time and peak memory an entry'
printf '  %-18s%13s%16s' 'shape, entries' xmllint --check
# shellcheck disable=SC2086
printf '%16s' $formats
echo
for shape in neighbours chain circle seealso dangling names; do
	for entries in $sizes; do
		grows "$shape" "$entries"
	done
done
grows neighbours 100000
[ -z "${BENCH_LONG:-}" ] || grows neighbours 1000000
