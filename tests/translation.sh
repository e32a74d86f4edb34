#!/bin/sh
# SPDX-License-Identifier: MIT
# The sample of a translated glossary: virt-terms in German, as far as it goes,
# by po4a and by itstool, kept up to date by make.
. "$SOURCE/tests/lib.sh"

mkdir "$work/sample" && cd "$work/sample" || exit 99
cp "$SOURCE"/tests/samples/translation/* "$SOURCE/source/virt-terms.xml" . &&
    chmod u+w ./*
page=man/de/man7/virt-terms.7

# built NAME: the page has the German entries, and the English ones beside them
built()
{
	check "$1: make" "$MAKE" TOOL="$1" GLOSSC="$GLOSSC --strict"
	man_renders "$page" && cp "$work/page" shown
	check "$1: the heading of NAME is German" grep -x BEZEICHNUNG shown
	check "$1: an entry is German" grep '^ *Beschleuniger$' shown
	check "$1: so are quotation marks" grep '„Dom0“ steht für' shown
	check "$1: what leads to an entry has its German name" \
	    grep 'Siehe auch DomU und Treiberdomäne' shown
	check "$1: what has no translation is English" \
	    grep '^ *live migration$' shown
	silent "$1: mandoc" mandoc_lint "$page"
}

for tool in po4a itstool; do
	if ! have $tool || ! have msgfmt; then
		skip "$tool" "it, or gettext, is not installed"
		continue
	fi
	"$MAKE" clean >"$work/said"
	built $tool
	check "$tool: nothing is to be done again" \
	    "$MAKE" -q TOOL=$tool GLOSSC="$GLOSSC"
	sed 's/^msgstr "Beschleuniger"$/msgstr "Schrittmacher"/' de.po >new &&
	    mv new de.po
	check "$tool: make, after a change" \
	    "$MAKE" TOOL=$tool GLOSSC="$GLOSSC"
	man_renders "$page" && cp "$work/page" shown
	check "$tool: the page has the change" grep '^ *Schrittmacher$' shown
	cp "$SOURCE/tests/samples/translation/de.po" .
	chmod u+w de.po
done
done_testing
