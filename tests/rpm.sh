#!/bin/sh
# SPDX-License-Identifier: MIT
# The RPM packages: make check-packages builds them twice, compares, looks into
# them, and installs them in a root of their own.
. "$SOURCE/tests/lib.sh"

if [ -z "${GLOSSC_PACKAGES:-}" ]; then
	skip "the RPM packages" "they take minutes: make check-packages"
	done_testing
	exit 0
fi
# The packages run the tests too, and have a date of their own.
unset GLOSSC_PACKAGES SOURCE_DATE_EPOCH

for tool in rpmbuild rpm rpmlint xz; do
	if ! have "$tool"; then
		skip "the RPM packages" "$tool is not installed"
		done_testing
		exit 0
	fi
done

# A system that rpm did not install has none of what they depend on, to it.
flags=
if ! rpm -q rpm >/dev/null 2>&1; then
	skip "what the RPM packages depend on" "this is no system of rpm's"
	flags=--nodeps
fi

# Fedora's rpmbuild takes the folder out of what debuggers read; elsewhere there
# is nothing for debuggers.
flags="$flags --define 'optflags -O2'"

# package FOLDER UMASK VARIABLE=VALUE...: make rpm of the same tarball, in a
# folder
package()
{
	package_folder=$work/$1
	package_mask=$2
	shift 2
	mkdir -p "$package_folder" && (
		umask "$package_mask"
		# shellcheck disable=SC2086
		env "$@" $later "$MAKE" -C "$DOCS" -o dist rpm \
		    rpm_folder="$package_folder" RPMFLAGS="$flags $check_flags"
	)
}

check "make dist" "$MAKE" -C "$DOCS" dist
check_flags=
later=
check "rpmbuild, and the tests pass" \
    package one 022 RPM_BUILD_NCPUS=2 TZ=UTC LC_ALL=C.UTF-8
check_flags=--nocheck
otherwise
check "rpmbuild again, otherwise" package another/folder 077 \
    RPM_BUILD_NCPUS=1 TZ=Asia/Tokyo LC_ALL="$language"
for package in "$work"/one/RPMS/*/*.rpm; do
	check "${package##*/} is the same, byte by byte" \
	    cmp "$package" "$work/another/folder/${package#*/one/}"
done
check "rpmlint finds no fault" sh -c '
	rpmlint -r "$1/rpm/rpmlintrc" "$1/rpm/glossc.spec" \
	    "$2"/SRPMS/*.rpm "$2"/RPMS/*/*.rpm &&
	rpmlint -r "$1/rpm/rpmlintrc" "$1/rpm/glossc.spec" \
	    "$2"/SRPMS/*.rpm "$2"/RPMS/*/*.rpm |
	    grep " 0 errors, 0 warnings"' sh "$SOURCE" "$work/one"

if [ "$(id -u)" -ne 0 ]; then
	skip "the RPM packages in a root of their own" "only root can do that"
	done_testing
	exit 0
fi

root=$work/root
mkdir "$root"
in_root()
{
	rpm --root "$root" --dbpath /var/lib/rpm "$@"
}

# Nothing of theirs runs when they are installed, so that nothing is needed.
silent "they have no scripts" rpm -qp --scripts "$work"/one/RPMS/*/*.rpm
check "they are installed" in_root -i --nodeps "$work"/one/RPMS/*/*.rpm
silent "what is there is what they say" in_root -Va --nodeps
check "each has its licence" sh -c '
	[ "$(find "$1/usr" -name LICENSE | wc -l)" -eq 3 ]' sh "$root"
check "the program runs" "$root/usr/bin/glossc" --version
check "virt-term HVM" env GLOSSC="$root/usr/bin/glossc" \
    VIRT_TERMS="$root/usr/share/glossc/virt-terms.xml" \
    sh -c '"$1" HVM | grep -i hardware' sh "$root/usr/bin/virt-term"
manpath=$root/usr/share/man
index_pages
opens Dom0 Xen
asks whatis hypervisor '7virt'
check "they are removed" in_root -e --nodeps glossc virt-terms virt-terms-dictd
rm -rf "$root/var/lib/rpm"
find "$root" ! -type d ! -name mandoc.db >"$work/left"
silent "nothing is left" cat "$work/left"
done_testing
