#!/bin/sh
# SPDX-License-Identifier: MIT
# Cost is linear: each element of DocBook is repeated n, 2n and 4n times under each
# kind of parent, for each format, and from 2n to 4n the number of instructions
# grows twice as much as from n to 2n.  growth.c finds suspects in groups of
# elements.  This takes minutes, so it runs only with GLOSSC_LONG=1;
# GLOSSC_LONG=all tries each element alone, which takes most of an hour.
. "$SOURCE/tests/lib.sh"

growth=$DOCS/tests/growth
if [ -z "${GLOSSC_LONG:-}" ]; then
	skip "what grows faster than a document" \
	    "it takes minutes; GLOSSC_LONG=1 looks for it"
	done_testing
	exit
fi
if ! have valgrind; then
	skip "what grows faster than a document" \
	    "valgrind, which counts instructions, is not installed"
	done_testing
	exit
fi
cd "$work" || exit 99

# instructions PARENT FORMAT HOW COUNT ELEMENT...
instructions()
{
	valgrind --tool=callgrind --callgrind-out-file=/dev/null \
	    "$growth" "$@" 2>&1 </dev/null |
	    sed -n 's/.*Collected : *\([0-9][0-9]*\).*/\1/p'
}

# grows PARENT FORMAT HOW ELEMENT...: is it more than linear?  10 % more than
# twice as much is allowed, for growing tables and sorting.
grows()
{
	first="$1 $2 $3"
	shift 3
	# shellcheck disable=SC2086
	{
		one=$(instructions $first "$n" "$@")
		two=$(instructions $first $((n * 2)) "$@")
		four=$(instructions $first $((n * ${last:-4})) "$@")
	}
	echo "$first $*: $one, $two, $four instructions" >>"$work/counted"
	[ -n "$one" ] && [ -n "$two" ] && [ -n "$four" ] || return 2
	[ $((four - two)) -gt $(((two - one) * 22 / 10)) ]
}

# What counts must see the difference: 100, 200 and 400 are linear, 100, 200 and
# 700 are not.
: >counted
n=100
grows para text words emphasis
[ $? -eq 1 ]
result $? "instructions are counted, and of emphasis grow as they should"
last=7
grows para text words emphasis
result $? "what grows faster would be seen"
last=
n=400
cp counted "$work/said"

if [ "$GLOSSC_LONG" = all ]; then
	"$growth" all >suspects 2>tried
else
	"$growth" >suspects 2>tried
fi
status=$?
cat tried suspects >"$work/said"
[ "$status" -eq 0 ] && grep -q '^[1-9][0-9]* documents' tried
result $? "$(cat tried)"
: >worse
while read -r line; do
	# shellcheck disable=SC2086
	grows $line
	[ $? -eq 1 ] || echo "$line" >>worse
done <suspects
cat worse counted >"$work/said"
[ ! -s worse ]
result $? "nothing grows faster than a document"
done_testing
