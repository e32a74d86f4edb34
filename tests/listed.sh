#!/bin/sh
# SPDX-License-Identifier: MIT
# Every file that must be built or shipped stands in Makefile.am, and what the
# tests need of Perl, which Fedora has in many packages, in the spec.
. "$SOURCE/tests/lib.sh"

cd "$SOURCE" || exit 99
tr -s ' \t\\' '\n\n\n' <Makefile.am >"$work/listed"
for file in $(find include src xsl tests/fuzz tests/unit -type f \( -name '*.[ch]' \
    -o -name '*.def' -o -name '*.xsl' -o -name '*.rng' -o -path 'xsl/words/*' \) \
    | sort) \
    tests/*.sh kit/*.m4 kit/*.mk.in kit/*-config.cmake.in; do
	check "$file is in Makefile.am" grep -Fxq "$file" "$work/listed"
done
sed -n 's/^use \([A-Za-z0-9:]*\).*/\1/p; s/.*perl -M\([A-Z][A-Za-z:]*\).*/\1/p' \
    tests/*.pl tests/*.sh | sort -u >"$work/modules"
while read -r module; do
	check "rpm/glossc.spec requires perl($module)" \
	    grep -Fxq "BuildRequires:  perl($module)" rpm/glossc.spec
done <"$work/modules"
done_testing
