#!/bin/sh
# SPDX-License-Identifier: MIT
# The command that looks up one term, and its manual page.
. "$SOURCE/tests/lib.sh"

VIRT_TERMS=$SOURCE/source/virt-terms.xml
export VIRT_TERMS
virt_term=$DOCS/virt-term

# term STATUS NAME ARGUMENT...: ends so; $work/out keeps what it prints
term()
{
	term_expected=$1
	term_name=$2
	shift 2
	"$virt_term" "$@" >"$work/out" 2>"$work/complaint" </dev/null
	[ $? -eq "$term_expected" ]
	result $? "$term_name"
}

says()
{
	check "it says \"$1\"" grep -q -e "$1" "$work/out"
}

term 0 "a term" dom0
says '^Dom0'
term 0 "several words" Live migration
says '^live migration'
term 0 "the same, quoted" 'live migration'
says '^live migration'
term 0 "an option before the term" --color=always --width=40 --ascii dom0
says "$(printf '^\033\[1mDom0')"
term 0 "-- ends the options" -- dom0
says '^Dom0'
term 1 "no such term" hypervizor
check "it suggests another" grep -q 'did you mean "hypervisor"' \
    "$work/complaint"
term 1 "what looks like an option is a term behind --" -- --help
term 2 "no term" --ascii
term 2 "an empty term" ''
term 2 "an unknown option" --bogus dom0
term 0 "--help" --help
says '^Usage: virt-term'
term 0 "--version" --version
says '^glossc [0-9]'
mkdir "$work/with blanks"
cp "$VIRT_TERMS" "$work/with blanks/terms.xml"
VIRT_TERMS="$work/with blanks/terms.xml"
term 0 "a glossary of one's own" dom0

judge_man "virt-term(1)" "$DOCS/virt-term.1"
"$virt_term" --help | grep -o -e '^ *--[a-z]*' | tr -d ' ' |
    while read -r option; do
	man_renders "$DOCS/virt-term.1"
	grep -q -e "$option" "$work/page" || echo "$option"
    done >"$work/missing"
silent "virt-term(1) has every option" cat "$work/missing"
done_testing
