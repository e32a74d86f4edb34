#!/bin/sh
# SPDX-License-Identifier: MIT
# The Debian packages: make check-packages builds them twice, and once more in a
# minimal system without network; installs, upgrades and removes them there.
# That needs root, debootstrap, a mirror (MIRROR=URL names another) and minutes,
# so make check does it only with GLOSSC_PACKAGES=1.
. "$SOURCE/tests/lib.sh"
. "$SOURCE/tests/minimal.sh"

if [ -z "${GLOSSC_PACKAGES:-}" ]; then
	skip "the Debian packages" "they take minutes: make check-packages"
	done_testing
	exit 0
fi
# The packages run the tests too, and have a date of their own.
unset GLOSSC_PACKAGES SOURCE_DATE_EPOCH

for tool in dpkg-buildpackage dh lintian; do
	if ! have "$tool"; then
		skip "the Debian packages" "$tool is not installed"
		done_testing
		exit 0
	fi
done
needs=$(dpkg-checkbuilddeps "$SOURCE/debian/control" 2>&1)
if [ "$needs" ]; then
	skip "the Debian packages" "apt-get build-dep . was not run: $needs"
	done_testing
	exit 0
fi
missing=$(minimal_missing | head -n 1)
if [ "$missing" ]; then
	skip "the Debian packages" "$missing"
	done_testing
	exit 0
fi

version=$(sed -n '1s/.*(\(.*\)).*/\1/p' "$SOURCE/debian/changelog")
upstream=${version%-*}
tarball=$DOCS/glossc-$upstream.tar.xz
check "make dist" "$MAKE" -C "$DOCS" dist

# unpack FOLDER VERSION: the tarball and debian/, as make deb has them
unpack()
{
	mkdir -p "$1"
	cp "$tarball" "$1/glossc_$upstream.orig.tar.xz"
	xz -dc "$tarball" | tar xf - -C "$1"
	cp -R "$SOURCE/debian" "$1/glossc-$upstream"
	sed -i "1s/(.*)/($2)/" "$1/glossc-$upstream/debian/changelog"
}

unpack "$work/one" "$version"
unpack "$work/another/folder" "$version"
check "dpkg-buildpackage" sh -c 'cd "$1" && umask 022 &&
	DEB_BUILD_OPTIONS="nocheck parallel=1" TZ=UTC LC_ALL=C \
	    dpkg-buildpackage -us -uc' sh "$work/one/glossc-$upstream"
otherwise
check "dpkg-buildpackage again, otherwise" sh -c 'cd "$1" && umask 077 &&
	DEB_BUILD_OPTIONS="nocheck parallel=3" TZ=Asia/Tokyo LC_ALL=$2 $3 \
	    dpkg-buildpackage -us -uc' sh \
    "$work/another/folder/glossc-$upstream" "$language" "$later"
for package in "$work"/one/*.deb; do
	check "${package##*/} is the same, byte by byte" \
	    cmp "$package" "$work/another/folder/${package##*/}"
done
silent "lintian has nothing to say" sh -c \
    'lintian --allow-root --pedantic -E "$1"/*.changes' sh "$work/one"
check "dpkg-buildpackage --build=binary with the option nodoc alone" sh -c '
	cd "$1" && DEB_BUILD_OPTIONS="nocheck nodoc" \
	    dpkg-buildpackage -us -uc -b' sh \
    "$work/another/folder/glossc-$upstream"
check "dpkg-buildpackage --build=binary with the profile nodoc" sh -c '
	cd "$1" && DEB_BUILD_OPTIONS="nocheck nodoc" \
	    dpkg-buildpackage -us -uc -b -Pnodoc' sh \
    "$work/another/folder/glossc-$upstream"

# --- a minimal system ---

check "debootstrap" minimal_make bookworm "$work/root" \
    --include=ca-certificates
if [ ! -x "$root/usr/bin/apt-get" ]; then
	skip "the packages in a minimal system" "debootstrap did not work here"
	done_testing
	exit 0
fi
unpack "$root/build/new" "$version"
unpack "$root/build/old" "$upstream-0"
echo 'of old' >>"$root/build/old/glossc-$upstream/README"
echo 'README usr/share/doc/virt-terms/old' \
    >>"$root/build/old/glossc-$upstream/debian/virt-terms.install"
check "the build dependencies are declared" inside "
	apt-get update
	apt-get install -y --no-install-recommends dpkg-dev fakeroot
	cd /build/new/glossc-$upstream && apt-get build-dep -y ."
check "it builds and passes its tests from these alone, without network" \
    alone "cd /build/new/glossc-$upstream && dpkg-buildpackage -us -uc"
check "an older version builds" alone "cd /build/old/glossc-$upstream &&
	DEB_BUILD_OPTIONS=nocheck dpkg-buildpackage -us -uc -b"
check "the older version is installed" inside "
	apt-get install -y /build/old/*.deb
	zgrep -q 'of old' /usr/share/doc/glossc/README*
	test -e /usr/share/doc/virt-terms/old"
check "the newer one replaces it" inside "
	apt-get install -y /build/new/*.deb
	dpkg-query -W -f '\${Version}\n' glossc virt-terms dict-virt-terms |
	    sort -u | grep -Fx '$version'"
check "and each of its files" inside "
	zgrep -q 'first page' /usr/share/doc/glossc/README*
	! zgrep 'of old' /usr/share/doc/glossc/README*"
check "no file of the older version is left" inside \
    'test ! -e /usr/share/doc/virt-terms/old'
check "what the readers need is installed" inside \
    'apt-get install -y man-db info'
check "man virt-terms" inside \
    'MANPAGER=cat man virt-terms | grep -q "Names and terms"'
check "man dom0" inside 'MANPAGER=cat man dom0 | grep -qi xen'
check "whatis hypervisor" inside 'mandb -q; whatis hypervisor | grep 7virt'
check "info virt-terms" inside \
    'info virt-terms hypervisor -o - | grep -qi hypervisor'
check "Info's directory has it" inside \
    'grep -q "(virt-terms)" /usr/share/info/dir'
check "virt-term HVM" inside 'virt-term HVM | grep -qi hardware'
check "autopkgtest" inside "
	apt-get install -y --no-install-recommends autopkgtest
	autopkgtest /build/new/*.deb /build/new/*.dsc -- null"

# For another machine, whose program qemu runs: with the glossc of this one,
# which autopkgtest may have taken away.
if [ "$(dpkg --print-architecture)" = amd64 ]; then
	unpack "$root/build/cross" "$version"
	check "the build dependencies of a cross build are declared" inside "
		dpkg --add-architecture arm64
		apt-get update
		apt-get install -y /build/new/*.deb
		apt-get install -y --no-install-recommends \
		    crossbuild-essential-arm64 qemu-user
		cd /build/cross/glossc-$upstream
		apt-get build-dep -y -a arm64 -P cross,nocheck --arch-only ."
	check "a cross build for arm64, without network" alone "
		cd /build/cross/glossc-$upstream
		DEB_BUILD_OPTIONS=nocheck \
		    dpkg-buildpackage -us -uc -B -aarm64 -Pcross,nocheck
		dpkg-deb -x ../glossc_*_arm64.deb /build/arm64"
	check "what it built makes the page of virt-terms" inside "
		cd /build
		qemu-aarch64 arm64/usr/bin/glossc --quiet --to=man --output=. \
		    --section=7 --index --split --entry-section=7virt \
		    --param=document.manual='Virtualization Terms' \
		    cross/glossc-$upstream/source/virt-terms.xml
		zcat /usr/share/man/man7/virt-terms.7.gz | cmp - virt-terms.7"
else
	skip "a cross build" "this machine is no amd64"
fi

check "the packages are removed" inside \
    'apt-get purge -y glossc virt-terms dict-virt-terms'
inside 'find / -xdev \( -path /build -o -path /tmp -o -path /root \
        -o -path /var/cache/man \) -prune -o \
    \( -name "*glossc*" -o -name "*virt-term*" -o -name "*.7virt*" \) -print
    grep -rl -e virt-terms -e glossc /etc /var/lib/dictd \
        /usr/share/info/dir || :' \
    >"$work/left"
silent "nothing is left, nor in the lists of dictd and Info" cat "$work/left"
done_testing
