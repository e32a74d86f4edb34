#!/bin/sh
# SPDX-License-Identifier: MIT
# Pages of Linux-PAM beside those that DocBook XSL's stylesheets make of them:
# what groff prints has all of their words, in the same order.
. "$SOURCE/tests/lib.sh"

corpus=${GLOSSC_CORPUS:-$SOURCE/../shared/corpus}/linux-pam
for folder in /usr/share/xml/docbook/stylesheet/docbook-xsl-ns \
    /usr/share/sgml/docbook/xsl-ns-stylesheets; do
	[ ! -f "$folder/manpages/docbook.xsl" ] ||
	    stylesheet=$folder/manpages/docbook.xsl
done
if [ ! -d "$corpus" ]; then
	skip "beside DocBook XSL" "GLOSSC_CORPUS: no such folder: $corpus"
elif [ -z "${stylesheet:-}" ] || ! have xsltproc || ! have groff; then
	skip "beside DocBook XSL" \
	    "docbook-xsl-ns, xsltproc or groff is not installed"
else
	pages=$(ls "$corpus"/*.xml)
fi

# Without what theirs has that is no word of the source: numbers and a list of
# links, a title that is cut, and below the page the day of the run.
theirs()
{
	mkdir "$work/theirs"
	(
		cd "$work/theirs" || exit 99
		xsltproc --nonet --xinclude \
		    --stringparam man.endnotes.are.numbered 0 \
		    --stringparam man.endnotes.list.enabled 0 \
		    --stringparam man.th.title.max.length 99 \
		    "$stylesheet" "$1" >/dev/null 2>"$work/complaints"
	)
	mv "$work/theirs/$2" "$work/theirs.page"
	rm -r "$work/theirs"
}

# A word a line, of what a page has at 80 columns above its last line.
shown()
{
	# shellcheck disable=SC2046
	groff $(preprocessors "$1") -man -Tutf8 -Kutf8 -P-cbou -rHY=0 \
	    -rLL=80n "$1" 2>"$work/complaints" | sed '/^ *$/d' | sed '$d' |
	    sed 's/[^[:alnum:]]/ /g' | tr -s ' ' '\n' | sed '/^$/d'
}

for source in ${pages:-}; do
	name=${source##*/}
	name=${name%.xml}
	theirs "$source" "$name"
	"$GLOSSC" --to=man --output="$work/ours.page" "$source"
	shown "$work/theirs.page" >"$work/theirs.words"
	shown "$work/ours.page" >"$work/ours.words"
	check "$name: theirs is a page" grep -qx NAME "$work/theirs.words"
	diff "$work/theirs.words" "$work/ours.words" | grep '^<' \
	    >"$work/missing"
	silent "$name: ours has its words, in its order" cat "$work/missing"
done
done_testing
