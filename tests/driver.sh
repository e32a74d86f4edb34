#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs automake's TAP driver: driver.sh TAP-DRIVER OPTION... TEST.  It shows
# what failed and why, what was skipped, and how many tests passed; V=1 lists
# these, too.
if [ "${V:-0}" = 1 ]; then
	exec /bin/sh "$@"
fi
tap=$1
shift
# results may be coloured; a script says itself what shows a failure again
/bin/sh "$tap" --comments "$@" | awk '
	/^[^A-Za-z]*PASS/ { passed++; test = $2; next }
	/^[^A-Za-z]*FAIL/ { test = $2; failed = test !~ /[.]sh$/ }
	{ print }
	END {
		if (failed)
			print "# " test ": again: make check TESTS=" test " V=1"
		if (passed)
			print "PASS: " test ": " passed
	}'
