#!/bin/sh
# SPDX-License-Identifier: MIT
# What analysers find in the sources without running them; "make check-static"
# runs it, and names those that are not installed.  The makefile sets CPPFLAGS.
. "$SOURCE/tests/lib.sh"

cd "$SOURCE" || exit 99
export CPPFLAGS
jobs=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1)
missing=

# each_source TOOL WHAT COMMAND: a shell's, for each source, which is $1
each_source()
{
	if ! have "$1"; then
		skip "$2" "$1 is not installed"
		missing="$missing $1"
		return
	fi
	mkdir -p "$work/$1"
	find src tests -name '*.c' ! -path '*/cases/*' ! -path '*/samples/*' |
	    sort >"$work/sources"
	# shellcheck disable=SC2016
	xargs -P "$jobs" -n 1 sh -c '
		name=$(echo "$3" | tr / .)
		sh -c "$2" sh "$3" >"$1/$name" 2>&1 || echo "$3" >>"$1/bad"
	' sh "$work/$1" "$3" <"$work/sources"
	while read -r source; do
		cp "$work/$1/$(echo "$source" | tr / .)" "$work/said"
		! grep -Fxqs "$source" "$work/$1/bad"
		result $? "$2 in $source"
	done <"$work/sources"
}

# eval: CPPFLAGS is quoted for a shell
# shellcheck disable=SC2016
{
	each_source gcc "gcc -fanalyzer finds nothing" '
		eval "gcc -std=gnu11 $CPPFLAGS" -O1 -fanalyzer -Werror -c \
		    -o /dev/null "$1"'
	# the nodes: what it takes to end in a minute, not five
	each_source clang-tidy "clang-tidy finds nothing" '
		eval "clang-tidy --quiet $1 -- -std=gnu11 $CPPFLAGS" \
		    -Xclang -analyzer-config -Xclang max-nodes=40000'
	# ctuuninitvar: takes what a function fills for what it reads
	each_source cppcheck "cppcheck finds nothing" '
		cppcheck --quiet --std=c11 --error-exitcode=1 --template=gcc \
		    --enable=warning,portability,performance \
		    --suppress=missingInclude --suppress=ctuuninitvar -Iinclude "$1"'
}

done_testing
if [ "$missing" ]; then
	echo "check-static: NOT RUN, as they are not installed:$missing" >&2
fi
[ "$failures" -eq 0 ]
