#!/bin/sh
# SPDX-License-Identifier: MIT
# A page that has several names is found by each of them: the files that lead
# to it, and what man-db and mandoc make of these in a manpath of their own.
. "$SOURCE/tests/lib.sh"

manpath=$work/man
pages=$manpath/man7
mkdir -p "$pages" "$manpath/man3" "$work/cache"
cat >"$work/man.conf" <<EOD
MANDATORY_MANPATH $manpath
MANDB_MAP $manpath $work/cache
EOD

# lists NAME FOLDER FILE...: these are in the folder, and no more
lists()
{
	lists_name=$1
	lists_folder=$2
	shift 2
	printf '%s\n' "$@" | sort >"$work/expected"
	ls -A "$lists_folder" >"$work/got"
	check "$lists_name" diff "$work/expected" "$work/got"
}

# --- further refnames of a refentry ---

document=$SOURCE/tests/cases/aliases/input.xml
check "refnames: converts" "$GLOSSC" --output="$manpath/man3" --to=man \
    "$document"
lists "refnames: a file each, and none twice" "$manpath/man3" \
    vm-pause.3vm vm_resume.3vm vm_start.3vm vm_stop.3vm vm_wait.3vm
echo '.so man3/vm_start.3vm' >"$work/stub"
check "refnames: it leads to the page" cmp "$manpath/man3/vm_stop.3vm" \
    "$work/stub"
mkdir "$work/one"
one=$SOURCE/tests/cases/aliases-one/input.xml
check "refnames: one file that is named is the page" "$GLOSSC" \
    --output="$work/one/out.1" --to=man "$one"
lists "refnames: no other is made then" "$work/one" out.1
check "refnames: nothing but the page goes to standard output" sh -c '
	"$GLOSSC" --output=- --to=man "$1" | cmp - "$2"' sh \
    "$one" "$work/one/out.1"

# The DocBook XSL stylesheets make files of the same names.
same_as_docbook_xsl()
{
	mkdir "$work/theirs" "$work/ours" || return 1
	(cd "$work/theirs" && xsltproc --nonet "$2" "$1") || return 1
	"$GLOSSC" --output="$work/ours" --to=man "$1" || return 1
	ls "$work/ours" >"$work/names"
	ls "$work/theirs" | diff - "$work/names"
}

xsl=/usr/share/xml/docbook/stylesheet/docbook-xsl-ns/manpages/docbook.xsl
if have xsltproc && [ -f $xsl ]; then
	check "refnames: the files are those of the DocBook XSL stylesheets" \
	    same_as_docbook_xsl "$one" $xsl
else
	skip "refnames: the files are those of the DocBook XSL stylesheets" \
	    "they are not installed"
fi

# --- the readers' tools ---

# man-db's, in the manpath that is tested
man_db()
{
	man_db_tool=$1
	shift
	"$man_db_tool" -C "$work/man.conf" -M "$manpath" "$@"
}

man_opens()
{
	man_db "$man" "$1" >"$work/page" && grep -q -e "$2" "$work/page"
}

mandoc_opens()
{
	mandoc_page=$(find "$manpath" -name "$1.[0-9]*") &&
	    (cd "$manpath" && mandoc -T utf8 "$mandoc_page") >"$work/page" &&
	    grep -q -e "$2" "$work/page"
}

# opens NAME WORDS: the page that a name opens says that
opens()
{
	if have mandb; then
		check "man $1: says \"$2\"" man_opens "$1" "$2"
	else
		skip "man $1" "man-db is not installed"
	fi
	if have mandoc; then
		check "mandoc $1: says \"$2\"" mandoc_opens "$1" "$2"
	else
		skip "mandoc $1" "mandoc is not installed"
	fi
}

for name in vm_start vm_stop vm-pause vm_wait; do
	opens "$name" '^VM_START(3vm)'
done
opens vm_resume '^VM_RESUME(3vm)'

done_testing
