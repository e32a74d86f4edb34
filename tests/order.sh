#!/bin/sh
# SPDX-License-Identifier: MIT
# Words come back in the order of the source and once; rows stay rows, terms
# are followed by what they mean, and lists are indented by their depth.
. "$SOURCE/tests/lib.sh"

# Every inline that holds words, with a word in it.
sed -n 's/^DOCBOOK(\([a-z]*\), IS_INLINE, HOLDS_INLINES[,)].*/<\1>@<\/\1>/p' \
    "$SOURCE/src/docbook/docbook.def" >"$work/inlines"

awk -v inlines="$work/inlines" '
function numbered(line) {
	while (sub(/@/, sprintf("w%05dx", ++n), line))
		;
	n--
	return line
}
/^ *For order.sh|^<!-- For order.sh/ { comment = 1 }
comment { comment = !/-->/; next }
{
	at = index($0, "INLINES")
	if (!at) {
		print numbered($0)
		next
	}
	print numbered(substr($0, 1, at - 1))
	while ((getline line < inlines) > 0)
		print numbered(line)
	print numbered(substr($0, at + 7))
}' "$SOURCE/tests/order.xml" >"$work/order.xml"

grep -o 'w[0-9]\{5\}x' "$work/order.xml" >"$work/expected"
mkdir "$work/out"
check "there are words enough" \
    sh -c '[ "$(wc -l <"$1")" -gt 200 ]' sh "$work/expected"
check "exit status is 0" "$GLOSSC" -q --output="$work/out" "$work/order.xml"

# plain FILE: without overstriking, and without the index and what is below; an
# awk that counts bytes is to find the columns
plain()
{
	sed "s/.$(printf '\b')//g; s/•/*/g" "$1" | awk '/^Index$/ { exit } { print }'
}

# What came is what was expected, each word once; headings are in capitals.
in_order()
{
	tr 'WX' 'wx' <"$1" | grep -o 'w[0-9]\{5\}x' >"$work/came"
	diff "$work/expected" "$work/came"
}

# where WORD PAGE: its line and its column; fails unless it is there once
where()
{
	awk -v word="$1" '
	match($0, "(^|[^a-z0-9])" word "($|[^a-z0-9])") {
		n++
		print NR, index($0, word)
	}
	END { exit n != 1 }' "$2"
}

# in_row PAGE WORD...: on one line, from left to right
in_row()
{
	page=$1
	shift
	before=
	for word; do
		place=$(where "$word" "$page") || return 1
		if [ "$before" ]; then
			[ "${place% *}" -eq "${before% *}" ] &&
			    [ "${place#* }" -gt "${before#* }" ] || return 1
		fi
		before=$place
	done
}

column()
{
	place=$(where "$1" "$2") || exit 1
	echo "${place#* }"
}

# deeper PAGE WORD WORD: the second is on a later line, and further right
deeper()
{
	first=$(where "$2" "$1") && second=$(where "$3" "$1") &&
	    [ "${second% *}" -gt "${first% *}" ] &&
	    [ "${second#* }" -gt "${first#* }" ]
}

# aligned PAGE WORD WORD: the second begins where the first does
aligned()
{
	[ "$(column "$2" "$1")" -eq "$(column "$3" "$1")" ]
}

for tool in groff mandoc makeinfo cat; do
	if ! have "$tool"; then
		skip "order in $(format_of "$tool")" "$tool is not installed"
		continue
	fi
	render_all "$tool" "$(format_of "$tool")" "$work/out" >"$work/rendered"
	page=$work/page
	plain "$work/rendered" >"$page"
	silent "$tool: every word in order and once" in_order "$page"
	check "$tool: a row of a table" in_row "$page" rowone rowtwo rowthree
	check "$tool: a row with a cell that is tall" \
	    in_row "$page" tallone tall2 tallthree
	check "$tool: the row below it" in_row "$page" below2 belowthree
	check "$tool: below the second cell" aligned "$page" tall2 below2
	check "$tool: the heads of a segmentedlist" in_row "$page" segone segtwo
	check "$tool: a row of it" in_row "$page" valueone valuetwo
	check "$tool: a simplelist across" in_row "$page" acrossone acrosstwo
	check "$tool: a term, then what it means" \
	    deeper "$page" longenoughterm itsdefinition
	check "$tool: an entry, then what it means" \
	    deeper "$page" longenoughentry itsmeaning
	check "$tool: a list is deeper than the text" \
	    deeper "$page" outer middle
	check "$tool: a list in it is deeper" deeper "$page" middle inner
	check "$tool: the indent returns" aligned "$page" middle middleagain
	check "$tool: and returns again" aligned "$page" outer outeragain
	check "$tool: as far as the margin" \
	    sh -c '[ "$1" -lt "$2" ]' sh "$(column margin "$page")" \
	    "$(column outeragain "$page")"
done
done_testing
