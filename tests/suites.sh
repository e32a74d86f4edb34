#!/bin/sh
# SPDX-License-Identifier: MIT
# The README's commands, as a new user would type them, in fresh minimal systems:
# SUITES="trixie sid" make check-suites.  That needs root, debootstrap, a mirror
# (MIRROR=URL names another) and, twice for each suite, the time of all tests, so
# make check does without.  CHECK=system has root run the quick ones, and the
# ordinary user those whose results another system may change; CHECK=quick ends
# after the quick ones, without packages: .ci/run has time for no more.  ARCH=i386
# makes systems of another architecture.
. "$SOURCE/tests/lib.sh"
. "$SOURCE/tests/minimal.sh"

missing=$(minimal_missing)
if [ -z "${GLOSSC_SUITES:-}" ]; then
	missing="they take minutes: make check-suites"
elif [ ! -e "$SOURCE/.git" ] || ! have git; then
	missing="this is no clone, or git is not installed"
fi
if [ "$missing" ]; then
	skip "fresh minimal systems" "$(echo "$missing" | head -n 1)"
	echo "# SKIP:  1"
	done_testing
	exit
fi
suites=${SUITES:-trixie sid}
tests=${CHECK:-full}
first=$tests
[ "$tests" != system ] || first=quick
unset GLOSSC_SUITES SUITES

# What was said when tests failed, and the sums of all, as automake has them
told()
{
	if grep -q '^# FAIL:' "$work/said"; then
		grep -A 12 '^not ok' "$work/said" | head -n 300 | sed 's/^/# /'
		sed 's/\x1b\[[0-9;]*m//g' "$work/said" |
		    grep -E '^# (PASS|SKIP|XFAIL|FAIL|XPASS|ERROR): '
	else
		echo "# no tests were run"
	fi
}

# step NAME COMMAND...: a check that says how long it took
step()
{
	step_start=$(date +%s)
	check "$@"
	echo "# $(($(date +%s) - step_start)) s"
}

version=$(sed -n '1s/.*(\(.*\)).*/\1/p' "$SOURCE/debian/changelog")
for suite in $suites; do
	if ! minimal_reached "$suite"; then
		skip "$suite" "the mirror cannot be reached"
		continue
	fi
	step "$suite: debootstrap" minimal_make "$suite" "$work/$suite" \
	    ${ARCH:+"--arch=$ARCH"}
	[ -x "$root/usr/bin/apt-get" ] || continue
	step "$suite: git, and nothing else" inside '
		apt-get update && apt-get install -y --no-install-recommends git'
	check "$suite: the clone" sh -c '
		git clone -q --bare --no-hardlinks "$1" "$2/srv/glossc.git" &&
		    git -C "$1" rev-parse HEAD >"$2/srv/head"' \
	    sh "$SOURCE" "$root"
	check "$suite: git clone" inside '
		git clone -q /srv/glossc.git glossc && cd glossc &&
		    git checkout -q "$(cat /srv/head)"'
	check "$suite: a folder with a blank is refused before all else" inside '
		cp -R glossc "my farm" && cd "my farm"
		! ./bootstrap 2>said && grep "my farm" said && grep blanks said &&
		    ! command -v make && rm -rf "$HOME/my farm"'
	step "$suite: ./bootstrap" inside 'cd glossc && ./bootstrap'
	cp "$work/said" "$work/shown"
	check "$suite: it shows the first screen of virt-terms(7)" \
	    grep '^DESCRIPTION' "$work/shown"
	step "$suite: ./bootstrap check" inside \
	    "cd glossc && CHECK=$first ./bootstrap check"
	told
	inside 'for library in libxml-2.0 libxslt icu-i18n; do
		echo "# $library $(pkg-config --modversion "$library")"; done
		for tool in gcc groff makeinfo; do
		    echo "# $("$tool" --version | head -n 1)"; done'

	if [ "$tests" = quick ]; then
		rm -rf --one-file-system "$root"
		continue
	fi
	step "$suite: what the packages need" inside '
		useradd -m ann && chown -R ann: /srv/glossc.git
		cd glossc && apt-get build-dep -y --no-install-recommends . &&
		    apt-get install -y --no-install-recommends lintian'
	step "$suite: ./bootstrap, by an ordinary user" by_user '
		git clone -q /srv/glossc.git glossc && cd glossc &&
		    git checkout -q "$(cat /srv/head)" && ./bootstrap'
	step "$suite: make deb, by the same user" by_user \
	    "cd glossc && make -C build deb CHECK=$tests"
	told
	silent "$suite: lintian has nothing to say" by_user \
	    'cd glossc/build/deb && lintian --pedantic -E ./*.changes'
	step "$suite: the packages are installed" inside '
		mkdir /srv/deb && cp /home/ann/*/*/glossc/build/deb/*.deb /srv/deb
		apt-get install -y /srv/deb/*.deb && mandb -q
		dpkg-query -W -f "\${Version}\n" glossc virt-terms \
		    dict-virt-terms | sort -u | grep -Fx '"'$version'"
	check "$suite: man virt-terms" by_user \
	    'man virt-terms | grep "Names and terms"'
	silent "$suite: man virt-terms complains of nothing" by_user \
	    'man virt-terms >/dev/null'
	check "$suite: man dom0" by_user 'man dom0 | grep -i xen'
	check "$suite: man glossc" by_user 'man glossc | grep -e --check'
	check "$suite: whatis hypervisor" by_user \
	    'whatis hypervisor | grep 7virt'
	check "$suite: apropos hypervisor" by_user \
	    'apropos hypervisor | grep 7virt'
	check "$suite: info virt-terms" by_user \
	    'info virt-terms hypervisor -o - | grep -i hypervisor'
	check "$suite: Info's directory has it" by_user \
	    'grep "(virt-terms)" /usr/share/info/dir'
	check "$suite: virt-term HVM" by_user 'virt-term HVM | grep -i hardware'
	step "$suite: the packages are removed" inside \
	    'apt-get purge -y glossc virt-terms dict-virt-terms'
	inside 'find / -xdev \( -path /home -o -path /root -o -path /srv \
		-o -path /tmp -o -path /var/cache/man \) -prune -o \
	    \( -name "*glossc*" -o -name "*virt-term*" -o -name "*.7virt*" \) \
	    -print
	    grep -rl -e virt-terms -e glossc /etc /var/lib/dictd \
	        /usr/share/info/dir || :' >"$work/left" 2>/dev/null
	silent "$suite: and nothing of them is left" cat "$work/left"
	rm -rf --one-file-system "$root"
done
echo "# PASS:  $((cases - failures))"
echo "# FAIL:  $failures"
done_testing
