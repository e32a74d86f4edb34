#!/bin/sh
# SPDX-License-Identifier: MIT
# The glossary is valid, and written as its readers and later authors were
# promised.
#
# UPDATE=1 writes the list of words anew, and what is said of bad.xml: look at
# the difference, since a word that was misspelled is a new word too.
. "$SOURCE/tests/lib.sh"

glossary=$SOURCE/source/virt-terms.xml

schema=
for folder in /usr/share/xml/docbook/schema/rng/5.0 \
    /usr/share/xml/docbook5/schema/rng/5.0; do
	[ ! -f "$folder/docbook.rng" ] || schema=$folder/docbook.rng
done
if [ "$schema" ] && have xmllint; then
	check "the glossary is valid DocBook" xmllint --nonet --noout \
	    --relaxng "$schema" "$glossary"
else
	skip "the glossary is valid DocBook" \
	    "xmllint or DocBook's schema (docbook5-xml) is not installed"
fi

if ! have perl; then
	skip "style" "perl is not installed"
	done_testing
	exit
fi

lists=$SOURCE/tests/style

style()
{
	perl "$SOURCE/tests/style.pl" "$@"
}

# Every check can fail: bad.xml has something for each.
complains()
{
	(cd "$lists" && style bad.xml bad.words bad.abbreviations) \
	    >"$work/complaints" || return 1
	if [ "${UPDATE:-}" ]; then
		cp "$work/complaints" "$lists/bad.expected"
	fi
	diff "$lists/bad.expected" "$work/complaints"
}

if [ "${UPDATE:-}" ]; then
	style --words "$glossary" >"$work/words" && cp "$work/words" "$lists/words"
fi
silent "the glossary keeps to the style" style "$glossary" "$lists/words" \
    "$lists/abbreviations"
check "what is wrong in bad.xml is told" complains

# What each message of style.pl says stands in bad.expected.
for message in 'end it with a full stop' 'shorten it$' 'begin with what it is' \
    'begin with a noun of its kind' 'some of them otherwise' \
    'name what it speaks of' 'or make two' 'take one out' 'list it$' \
    'tells the reader nothing' 'American' 'mend or add it' 'sort the list' \
    'no entry uses .* take it out' 'link all of it' 'break it'; do
	check "bad.xml has a case for \"$message\"" \
	    grep -e "$message" "$lists/bad.expected"
done
done_testing
