#!/bin/sh
# SPDX-License-Identifier: MIT
# The man pages that the glossary names are those of manpages.txt, both ways.
. "$SOURCE/tests/lib.sh"

LC_ALL=C
list=$SOURCE/tests/manpages.txt
tab=$(printf '\t')

# cited FILE: name(section) of each citerefentry, wherever its lines break
cited()
{
	tr -d ' \t\n' <"$1" | sed 's/<refentrytitle>/\
/g' | sed -n 's|^\([^<]*\)</refentrytitle><manvolnum>\([^<]*\)<.*|\1(\2)|p' |
	    sort -u
}

# agrees LIST FILE: the names of both are the same
agrees()
{
	grep -v '^#' "$1" | cut -f 1 >"$work/listed"
	cited "$2" >"$work/cited"
	[ -s "$work/cited" ] && diff "$work/listed" "$work/cited"
}

# refuses LIST FILE LINE: they do not agree, and that is said
refuses()
{
	! agrees "$1" "$2" >"$work/difference" &&
	    diff "$work/difference" - <<EOD
$3
EOD
}

# Each page with a system and one package of it; sorted, and each once.
well_formed()
{
	grep -v '^#' "$1" >"$work/pages"
	sort -cu "$work/pages" &&
	    ! grep -Ev "^[^ $tab]+\([1-8]\)$tab(Debian|Fedora)$tab[a-z0-9.+-]+\$" \
	    "$work/pages"
}

check "every page has a package" well_formed "$list"
check "the glossary names these pages" agrees "$list" \
    "$SOURCE/source/virt-terms.xml"

cat >"$work/bad.xml" <<'EOD'
<p><citerefentry><refentrytitle>virsh</refentrytitle>
<manvolnum>1</manvolnum></citerefentry>
<citerefentry><refentrytitle>nosuch</refentrytitle><manvolnum>7</manvolnum>
</citerefentry></p>
EOD
printf 'virsh(1)\tDebian\tlibvirt-clients\nxl(1)\tDebian\txen-utils-common\n' \
    >"$work/bad.txt"
check "a page that is not listed is told, and one that is not named" \
    refuses "$work/bad.txt" "$work/bad.xml" '0a1
> nosuch(7)
2d2
< xl(1)'
printf 'xl(1)\tDebian\n' >"$work/bad.txt"
check "a page without a package is told" fails well_formed "$work/bad.txt"
done_testing
