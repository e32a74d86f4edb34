#!/bin/sh
# SPDX-License-Identifier: MIT
# What every case makes is put before groff, mandoc, lexgrog, man, makeinfo and
# info.
. "$SOURCE/tests/lib.sh"

one()
{
	judge_all "$1" "$3" "$2/terms"
}

each_product one
done_testing
