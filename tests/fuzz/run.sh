#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs each fuzzer that make has built for FUZZ_SECONDS, from its corpus:
# run.sh TARGET...  What one finds is in fuzz/finds/; a fixed one goes to
# tests/fuzz/regressions/TARGET/.
set -u
: "${FUZZ_SECONDS:?run this by make fuzz}" "$SOURCE"
cd fuzz || exit 1
finds=$PWD/finds
mkdir -p finds
sed -n 's/^[DR][A-Z]*(\([a-z0-9]*\),.*/"<\1>"/p' \
    "$SOURCE/src/docbook/docbook.def" >names
status=0
# short stacks and a small quarantine let a fifth more inputs be tried
: "${ASAN_OPTIONS:=malloc_context_size=5:quarantine_size_mb=16}"
export ASAN_OPTIONS

# fuzz TARGET
fuzz()
{
	target=$1
	mkdir -p "corpus/$target"
	set -- "corpus/$target"
	for folder in corpus regressions; do
		folder=$SOURCE/tests/fuzz/$folder/$target
		[ ! -d "$folder" ] || set -- "$@" "$folder"
	done
	[ "$target" != xml ] || set -- -dict=names "$@"
	# what more bytes make of a document takes seconds
	[ "$target" != docbook ] || set -- -max_len=400 "$@"
	if ! nice -n 10 "tests/fuzz/$target" -max_len=2000 -len_control=0 \
	    -entropic_scale_per_exec_time=1 \
	    -max_total_time="$FUZZ_SECONDS" -timeout=20 -rss_limit_mb=2048 \
	    -print_final_stats=1 -artifact_prefix="$finds/$target-" "$@" \
	    >"$target.log" 2>&1; then
		status=1
		grep -A 40 'not so:\|runtime error:\|ERROR:' "$target.log"
		echo "$target: found something: see fuzz/$target.log and" \
		    "fuzz/finds/"
	fi
	printf '%s: %s executions, %s\n' "$target" \
	    "$(sed -n 's/^stat::number_of_executed_units: *//p' "$target.log")" \
	    "$(grep -o 'cov: [0-9]* ft: [0-9]*' "$target.log" | tail -n 1)"
}

for target in "$@"; do
	fuzz "$target"
done
exit "$status"
