#!/bin/sh
# SPDX-License-Identifier: MIT
# Every file that must be built or shipped stands in Makefile.am.
. "$SOURCE/tests/lib.sh"

cd "$SOURCE" || exit 99
tr -s ' \t\\' '\n\n\n' <Makefile.am >"$work/listed"
for file in $(find include src xsl tests/fuzz tests/unit -type f \( -name '*.[ch]' \
    -o -name '*.def' -o -name '*.xsl' -o -name '*.rng' -o -path 'xsl/words/*' \) \
    | sort) \
    tests/*.sh kit/*.m4 kit/*.mk kit/*.cmake; do
	check "$file is in Makefile.am" grep -Fxq "$file" "$work/listed"
done
done_testing
