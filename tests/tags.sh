#!/bin/sh
# SPDX-License-Identifier: MIT
# "man -O tag=TERM" of mandoc lands at the entry.  mandoc makes the tag itself,
# of the first word of a term that begins with a letter (1.14.6, tag_put()): so
# a term of several words is reached by its first, and one that begins with a
# digit not at all; neither has a request in man(7) to say otherwise.
. "$SOURCE/tests/lib.sh"

cd "$work" || exit 99
{
	echo '<glossary xmlns="http://docbook.org/ns/docbook" version="5.0">
	    <info><title>Terms</title><date>2026-01-02</date></info>'
	while IFS='|' read -r term more; do
		echo "<glossentry><glossterm>$term</glossterm>$more
		    <glossdef><para>Here is $term.</para></glossdef>
		    </glossentry>"
	done <<'TERMS'
guest
Dom0|<acronym>D0</acronym>
host-passthrough
<command>virsh</command>
<emphasis>italic</emphasis> term
live migration
live snapshot
qcow2.img
Zürich|<abbrev>ZRH</abbrev>
TERMS
	echo '</glossary>'
} >tags.xml
"$GLOSSC" --to=man --output=tags.7 tags.xml || exit 99

# lands TAG TERM: mandoc knows the tag, and it stands at the term
lands()
{
	mandoc -T utf8 -O tag="$1" tags.7 >page || return 1
	mandoc -T html tags.7 | tr '\n' ' ' | sed 's/<dt/\n<dt/g; s/<[/]dt>/\n/g' |
	    grep "^<dt[^>]*id=\"$1\"" | sed 's/<[^>]*>//g; s/  */ /g; s/^ //' >head
	cat head
	grep -q -e "^$2" head
}

while IFS='|' read -r tag term; do
	if have mandoc; then
		check "mandoc -O tag=$tag lands at $term" lands "$tag" "$term"
	else
		skip "mandoc -O tag=$tag" "mandoc is not installed"
	fi
done <<'EOD'
guest|guest
Dom0|Dom0
host-passthrough|host-passthrough
virsh|virsh
italic|italic term
live|live migration
qcow2.img|qcow2.img
EOD
done_testing
