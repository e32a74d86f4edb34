#!/bin/sh
# SPDX-License-Identifier: MIT
# Converts each case and compares the result with what the case expects.
# CASE=NAME (or a glob) takes these cases alone.  UPDATE=1 writes what comes
# out into the expected files that are there.
. "$SOURCE/tests/lib.sh"

got=$work/got

# expect FILE: compares this file of $got/$name, at the end
compared=
expect()
{
	compared="$compared $name/$1"
	if [ "${UPDATE:-}" ]; then
		cp "$got/$name/$1" "$folder/$1"
	fi
}

one_case()
{
	run_case "$folder" "$work/out/$name"
	status=$?
	expected=0
	if [ "${UPDATE:-}" ] && [ "$status" -ne 0 ]; then
		echo "$status" >"$folder/expected.status"
	fi
	if [ -f "$folder/expected.status" ]; then
		read -r expected <"$folder/expected.status"
	fi
	if [ "$status" -ne "$expected" ]; then
		cp "$run_out.said" "$work/said"
		result 1 "$name: exit status is $expected, not $status"
	else
		result 0 "$name: exit status is $expected"
	fi
	if [ -f "$folder/expected.diagnostics" ]; then
		mv "$run_out.said" "$got/$name/expected.diagnostics"
		expect expected.diagnostics
	elif [ "$status" -eq 0 ]; then
		if [ -s "$run_out.said" ]; then
			cp "$run_out.said" "$work/said"
			result 1 "$name: no diagnostics"
		else
			result 0 "$name: no diagnostics"
		fi
	fi
	# a file for a format that is none would never be compared
	for file in "$folder"/expected.*; do
		case " $product_names read resolve layout diagnostics status " in
		*" ${file##*.} "*) ;;
		*)
			[ "${file##*.}" = "*" ] && continue
			echo "no format or stage is called so" >"$work/said"
			result 1 "$name: ${file##*/}" ;;
		esac
	done
	for format in $product_names; do
		[ -f "$folder/expected.$format" ] || continue
		set_products "$format" "$run_out"
		# without a product an empty file would be as expected
		if [ -z "$products" ]; then
			echo "no file was made: --to is in args?" >"$work/said"
			result 1 "$name: $format"
			continue
		fi
		# shellcheck disable=SC2086
		cat /dev/null $products >"$got/$name/expected.$format"
		expect "expected.$format"
	done
	for stage in read resolve layout; do
		[ -f "$folder/expected.$stage" ] || continue
		# the layout of a man page; what fails is no expectation
		(cd "$folder" && "$GLOSSC" -q --stop-after="$stage" --to=man \
		    -o - input.xml 2>&1 || echo "exit status $?") \
		    >"$got/$name/expected.$stage"
		expect "expected.$stage"
	done
}

stems()
{
	"$GLOSSC" --version | grep -q Snowball
}

# shellcheck disable=SC2086
mkdir "$got" && (cd "$got" && mkdir $case_names)
make_outs
for name in $case_names; do
	folder=$SOURCE/tests/cases/$name
	again="CASE=$name"
	if [ -f "$folder/stemmer" ] && ! stems; then
		skip "$name" "this glossc was built without libstemmer"
		continue
	fi
	one_case
done

# One diff names all that differ; only these are looked at one by one.
differing=$(LC_ALL=C diff -rq "$got" "$SOURCE/tests/cases")
check "diff has compared them" test $? -le 1
differing=$(printf '%s\n' "$differing" |
    sed -n "s|^Files $got/\\([^ ]*\\) and .* differ\$|\\1|p" | tr '\n' ' ')
for file in $compared; do
	name=${file%/*}
	again="CASE=$name"
	case " $differing" in
	*" $file "*)
		check "$name: ${file##*.}" diff -u \
		    "$SOURCE/tests/cases/$file" "$got/$file" ;;
	*) result 0 "$name: ${file##*.}" ;;
	esac
done
done_testing
