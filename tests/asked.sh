#!/bin/sh
# SPDX-License-Identifier: MIT
# What people type, and the entry that virt-term must answer with: plurals,
# hyphens, capitals, acronyms, slips of the finger.
#
# A line of asked.tsv: what is typed, and the headword.  At least 195 of 200 have
# to be right; an answer that is another entry is wrong in any case.
. "$SOURCE/tests/lib.sh"

if ! "$GLOSSC" --version | grep -q Snowball; then
	skip "what people type" "this glossc was built without libstemmer"
	done_testing
	exit 0
fi
VIRT_TERMS=$SOURCE/source/virt-terms.xml
export VIRT_TERMS
tab=$(printf '\t')
right=0
asked=0
: >"$work/misled"
: >"$work/silent"
while IFS=$tab read -r typed headword; do
	asked=$((asked + 1))
	# as a shell would have them: a word each
	# shellcheck disable=SC2086
	if "$DOCS/virt-term" --color=never $typed >"$work/answer" \
	    2>/dev/null </dev/null; then
		if sed 's/ ([^()]*)$//' "$work/answer" |
		    grep -Fxq -e "$headword"; then
			right=$((right + 1))
		else
			echo "$typed: $(head -n 1 "$work/answer"), not $headword" \
			    >>"$work/misled"
		fi
	else
		echo "$typed: nothing, not $headword" >>"$work/silent"
	fi
done <"$SOURCE/tests/asked.tsv"
check "200 are asked" test "$asked" -eq 200
silent "none is answered by another entry" cat "$work/misled"
sed 's/^/# /' "$work/silent"
check "195 are right at least: $right" test "$right" -ge 195
done_testing
