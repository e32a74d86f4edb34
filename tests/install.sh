#!/bin/sh
# SPDX-License-Identifier: MIT
# make install puts everything where the GNU standards say, under DESTDIR, and
# make uninstall takes it away again.
. "$SOURCE/tests/lib.sh"

stage=$work/stage

# The names that configure was given do not matter: they are given anew.
staged()
{
	"$MAKE" -C "$DOCS" "$@" DESTDIR="$stage" prefix=/usr \
	    exec_prefix=/usr bindir=/usr/bin libexecdir=/usr/libexec \
	    datarootdir=/usr/share \
	    datadir=/usr/share docdir=/usr/share/doc/glossc \
	    htmldir=/usr/share/doc/glossc \
	    infodir=/usr/share/info mandir=/usr/share/man
}

check "make install" staged install
for file in bin/glossc bin/virt-term share/man/man1/glossc.1 \
    share/man/man1/virt-term.1 share/man/man5/glossc.5 share/man/man7/glossc-migration.7 \
    share/glossc/virt-terms.xml share/man/man7/virt-terms.7 \
    share/man/man7/hypervisor.7virt \
    share/glossc/virt-terms.refs share/dictd/virt-terms.index \
    share/bash-completion/completions/virt-term \
    share/zsh/site-functions/_virt-term \
    share/doc/glossc/virt-terms.html share/doc/glossc/glossc.1.html \
    share/doc/glossc/glossc.5.html share/doc/glossc/virt-term.1.html \
    share/doc/glossc/glossc-migration.7.html \
    share/doc/glossc/virt-terms.txt share/doc/glossc/README \
    share/glossc/xsl/man.xsl share/glossc/xsl/layout.rng \
    share/glossc/xsl/common/suppressed.xsl share/glossc/xsl/words/de; do
	check "$file is installed" test -f "$work/stage/usr/$file"
done
if [ -f "$DOCS/virt-terms.info" ]; then
	info=$work/stage/usr/share/info
	check "the Info manual is installed" test -f "$info/virt-terms.info"
	check "that of migration, too" test -f "$info/glossc-migration.info"
	if [ -f "$info/dir" ]; then
		check "Info's directory names it" \
		    grep -q '(virt-terms)' "$info/dir"
		check "it names that of migration, too" \
		    grep -q '(glossc-migration)' "$info/dir"
	else
		skip "Info's directory" "install-info is not installed"
	fi
else
	skip "the Info manual" "configured --without-info"
fi
check "the installed glossc runs" \
    sh -c 'cd / && "$1" --check "$2"' sh "$work/stage/usr/bin/glossc" \
    "$SOURCE/source/virt-terms.xml"
dropin=$work/stage/usr/libexec/glossc/dropin
for program in xsltproc xmlto docbook2x-man docbook2man; do
	check "glossc is installed in the place of $program" \
	    test "$dropin/$program" -ef "$work/stage/usr/bin/glossc"
done
dict=$work/stage/usr/share/dictd/virt-terms.dict
if have dictzip; then
	check "the dictionary is compressed" test -f "$dict.dz" -a ! -f "$dict"
	check "nothing is lost by that" \
	    sh -c 'dictzip -dkc "$1" | cmp - "$2"' sh "$dict.dz" \
	    "$DOCS/virt-terms.dict"
else
	skip "the dictionary is compressed" "dictzip is not installed"
	check "the dictionary is installed" test -f "$dict"
fi
check "the installed virt-term finds a term of several words" \
    env GLOSSC="$work/stage/usr/bin/glossc" \
    VIRT_TERMS="$work/stage/usr/share/glossc/virt-terms.xml" \
    "$work/stage/usr/bin/virt-term" live migration
check "a synonym leads to the term's page" sh -c '
	[ "$(readlink "$1")" = Dom0.7virt ]' sh \
    "$work/stage/usr/share/man/man7/Domain-0.7virt"
stage=$work/renamed
check "make install, with other names for the programs" \
    staged install-data program_transform_name='s/^/x-/'
check "a term's page has its name there" test -f \
    "$stage/usr/share/man/man7/hypervisor.7virt"
if turkish; then
	stage=$work/turkish
	LC_ALL=tr_TR.UTF-8
	check "make install in Turkish" staged install-data
	LC_ALL=C.UTF-8
	check "the glossary has its name there" test -f \
	    "$stage/usr/share/man/man7/virt-terms.7"
else
	skip "make install in Turkish" "localedef cannot make tr_TR"
fi
stage=$work/stage
check "make installcheck" staged installcheck
check "make install, again, with links for mandoc" \
    staged install LOWERCASE_LINKS=yes
check "a name in lower case leads to the term's page" sh -c '
    cd "$1" && [ -L dom0.7virt ] && cmp dom0.7virt Dom0.7virt &&
    cmp hvm.7virt HVM.7virt && [ ! -L hypervisor.7virt ]
' sh "$work/stage/usr/share/man/man7"
check "make uninstall" staged uninstall
find "$work/stage" ! -type d ! -name dir >"$work/left"
silent "nothing is left" cat "$work/left"
if [ -f "${info:-}/dir" ]; then
	check "Info's directory forgot it" \
	    sh -c '! grep -q "virt-terms\|glossc" "$1"' sh "$info/dir"
fi
rm -rf "$work/stage"
mkdir "$work/stage"
AM_UPDATE_INFO_DIR=no
export AM_UPDATE_INFO_DIR
check "make install, the packager's way" staged install
check "AM_UPDATE_INFO_DIR=no leaves Info's directory alone" \
    test ! -e "$work/stage/usr/share/info/dir"
done_testing
