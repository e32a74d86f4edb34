#!/bin/sh
# SPDX-License-Identifier: MIT
# Each folder in cases/ is converted, and compared with what it expects.
# UPDATE=1 accepts what glossc does now, for the files that are there.
. "$SOURCE/tests/lib.sh"

# compare NAME EXPECTED GOT
compare()
{
	if [ "${UPDATE:-}" ]; then
		cp "$3" "$2"
	fi
	check "$1" diff -u "$2" "$3"
}

# One file with all the products of a format, in the order of their names.
gather()
{
	for product in $(products "$1" "$2"); do
		cat "$product"
	done
}

one_case()
{
	run_case "$folder" "$work/out"
	status=$?
	expected=0
	if [ "${UPDATE:-}" ] && [ "$status" -ne 0 ]; then
		echo "$status" >"$folder/expected.status"
	fi
	if [ -f "$folder/expected.status" ]; then
		expected=$(cat "$folder/expected.status")
	fi
	cp "$run_out.said" "$work/said"
	[ "$status" -eq "$expected" ]
	result $? "$name: exit status is $expected"
	if [ -f "$folder/expected.diagnostics" ]; then
		compare "$name: diagnostics" "$folder/expected.diagnostics" \
		    "$run_out.said"
	elif [ "$status" -eq 0 ]; then
		silent "$name: no diagnostics" cat "$run_out.said"
	fi
	for format in man texinfo text dict index; do
		[ -f "$folder/expected.$format" ] || continue
		gather "$format" "$run_out" >"$work/got"
		compare "$name: $format" "$folder/expected.$format" "$work/got"
	done
	for stage in read resolve layout; do
		[ -f "$folder/expected.$stage" ] || continue
		(cd "$folder" && "$GLOSSC" -q --stop-after="$stage" -o - \
		    input.xml) >"$work/got" 2>/dev/null
		compare "$name: $stage" "$folder/expected.$stage" "$work/got"
	done
	rm -rf "$run_out"
}

stems()
{
	"$GLOSSC" --version | grep -q Snowball
}

for folder in "$SOURCE"/tests/cases/*/; do
	[ -f "$folder/input.xml" ] || continue
	folder=${folder%/}
	name=${folder##*/}
	if [ -f "$folder/stemmer" ] && ! stems; then
		skip "$name" "this glossc was built without libstemmer"
		continue
	fi
	one_case
done
done_testing
