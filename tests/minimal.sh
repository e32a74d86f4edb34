# SPDX-License-Identifier: MIT
# Minimal Debian systems for the scripts that try glossc as a new user would.
#
# Each command has mounts and processes of its own (unshare(1)), which the kernel
# ends with it, however it ends: nothing is mounted where rm could see it.
umask 022

# Says why no such system can be made here; nothing, if one can.
minimal_missing()
{
	for tool in debootstrap unshare; do
		have "$tool" || echo "$tool is not installed"
	done
	if [ "$(id -u)" -ne 0 ]; then
		echo "only root can make another root"
	elif ! unshare --mount --pid --fork --kill-child true 2>/dev/null; then
		echo "unshare(1) cannot be used here"
	fi
}

minimal_pid=
trap 'minimal_end; rm -rf --one-file-system "$work" 2>/dev/null ||
    { sleep 1; rm -rf --one-file-system "$work"; }' EXIT

# Ends what runs; the child of unshare goes with it.
minimal_end()
{
	[ "$minimal_pid" ] || return 0
	kill -KILL "$minimal_pid" 2>/dev/null
	wait "$minimal_pid" 2>/dev/null
}

# In the background, so that a signal is not left waiting: isolated OPTIONS
# COMMAND...
isolated()
{
	unshare --mount --pid --fork --kill-child "$@" &
	minimal_pid=$!
	wait "$minimal_pid"
	minimal_status=$?
	minimal_pid=
	return $minimal_status
}

# The mirror that apt uses here, if it has one of Debian's; else debootstrap's.
minimal_mirror()
{
	[ -n "${MIRROR:-}" ] && echo "$MIRROR" && return
	apt-get indextargets --format '$(REPO_URI)' 2>/dev/null |
	    grep '/debian/*$' | head -n 1
}

# Whether the mirror answers for a suite: minimal_reached SUITE
minimal_reached()
{
	mirror=$(minimal_mirror)
	[ -z "$mirror" ] || wget -q -O /dev/null "${mirror%/}/dists/$1/InRelease"
}

# minimal_make SUITE ROOT [OPTION]...: a system that gets its packages as this
# one does; the functions below then run in it
minimal_make()
{
	minimal_suite=$1
	root=$2
	shift 2
	# dpkg need not wait for the disk
	mkdir -p "$root/etc/dpkg/dpkg.cfg.d" &&
	    echo force-unsafe-io >"$root/etc/dpkg/dpkg.cfg.d/unsafe-io"
	# shellcheck disable=SC2046
	isolated debootstrap --variant=minbase "$@" "$minimal_suite" "$root" \
	    $(minimal_mirror) || {
		[ ! -f "$root/debootstrap/debootstrap.log" ] ||
		    tail -n 20 "$root/debootstrap/debootstrap.log"
		return 1
	}
	apt-config dump 2>/dev/null | grep '^Acquire::' |
	    grep -v '^Acquire::IndexTargets' \
	    >"$root/etc/apt/apt.conf.d/90acquire"
	for file in /etc/resolv.conf /etc/hosts \
	    /etc/ssl/certs/ca-certificates.crt \
	    /usr/local/share/ca-certificates/*.crt; do
		[ -f "$file" ] || continue
		mkdir -p "$root${file%/*}" && cat "$file" >"$root$file"
	done
}

# The processes of one command: minimal_run USER UNSHARE-OPTION COMMAND
minimal_run()
{
	# shellcheck disable=SC2016,SC2086
	isolated $2 sh -c '
		mount -t proc proc "$1/proc" &&
		    mount -t devpts -o newinstance,ptmxmode=0666 devpts \
		        "$1/dev/pts" &&
		    mount -t tmpfs tmpfs "$1/dev/shm" || exit 99
		home=$(sed -n "s/^$2:.*:\([^:]*\):[^:]*$/\1/p" "$1/etc/passwd")
		chroot --userspec="$2:" "$1" env -i \
		    PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin \
		    HOME="$home" DEBIAN_FRONTEND=noninteractive \
		    ${http_proxy+"http_proxy=$http_proxy"} \
		    ${https_proxy+"https_proxy=$https_proxy"} \
		    sh -ec "cd; $3"
		exit $?' sh "$root" "$1" "$3"
}

# inside COMMAND: as root, in root's home
inside()
{
	minimal_run root "" "$1"
}

# alone COMMAND: the same, without network
alone()
{
	minimal_run root --net "$1"
}

# by_user COMMAND: as the ordinary user ann, who keeps files private, and whose
# path has no /usr/sbin, in a folder whose name is not ASCII
by_user()
{
	minimal_run ann "" '
		PATH=/usr/local/bin:/usr/bin:/bin LC_ALL=C.UTF-8
		export PATH LC_ALL
		umask 077
		mkdir -p "höfe/ünï" && cd "höfe/ünï"
		'"$1"
}
