#!/bin/sh
# SPDX-License-Identifier: MIT
# The glossary against the programs that it speaks of: make check-facts unpacks
# the packages of facts.tsv, from Debian's newest release (FACTS_SUITE names
# another, MIRROR another server), and looks up each command, option, path, page
# and XML name of the glossary in their files.
# It runs virsh and QEMU out of these packages, and validates the examples with
# libvirt's schemas.  It fetches 300 MB into the build tree, once a release, so
# make check does it only with GLOSSC_FACTS=1.
. "$SOURCE/tests/lib.sh"

glossary=$SOURCE/source/virt-terms.xml
facts=$SOURCE/tests/facts.tsv
tab=$(printf '\t')

give_up()
{
	skip "the glossary's facts" "$1"
	done_testing
	exit 0
}

[ "${GLOSSC_FACTS:-}" ] || give_up "they need 300 MB of packages: make check-facts"
for tool in perl apt-get dpkg-deb gzip xmllint find; do
	have "$tool" || give_up "$tool is not installed"
done

suite=${FACTS_SUITE:-sid}
keys=/usr/share/keyrings/debian-archive-keyring.gpg
[ -f "$keys" ] || give_up "Debian's keys (debian-archive-keyring) are not installed"
mirror=${MIRROR:-$(apt-get indextargets --format '$(REPO_URI)' \
    'Created-By: Packages' | grep -v security | grep /debian/ | sort -u | head -n 1)}
[ "$mirror" ] || give_up "apt knows no server of Debian: set MIRROR"

cache=$DOCS/facts/$suite
root=$cache/root
mkdir -p "$cache/state/lists/partial" "$cache/cache/archives/partial" \
    "$cache/debs" "$root"
: >"$cache/status"
echo "deb [signed-by=$keys] $mirror $suite main" >"$cache/sources.list"

# apt, as an ordinary user, with a system of its own in which nothing is
# installed
apt()
{
	apt-get -qq -o Dir::State="$cache/state" -o Dir::Cache="$cache/cache" \
	    -o Dir::State::status="$cache/status" \
	    -o Dir::Etc::SourceList="$cache/sources.list" \
	    -o Dir::Etc::SourceParts=/dev/null -o Debug::NoLocking=1 \
	    -o APT::Architecture=amd64 -o APT::Architectures=amd64 \
	    -o APT::Sandbox::User=root -o APT::Install-Recommends=0 \
	    -o Acquire::Languages=none -o APT::Get::List-Cleanup=0 "$@"
}

if ! apt update >"$work/apt" 2>&1; then
	give_up "no list of packages from $mirror: $(tail -n 1 "$work/apt")"
fi
packages=$(sed -n "s/^package$tab//p" "$facts")
programs=$(sed -n "s/^run$tab//p" "$facts")
(cd "$cache/debs" && apt download $packages) >"$work/apt" 2>&1 ||
    give_up "a package is not to be had: $(tail -n 1 "$work/apt")"
apt -y --download-only install $programs >"$work/apt" 2>&1 ||
    give_up "a program is not to be had: $(tail -n 1 "$work/apt")"
for deb in "$cache"/debs/*.deb "$cache"/cache/archives/*.deb; do
	mark=$root/.${deb##*/}
	[ -e "$mark" ] || { dpkg-deb -x "$deb" "$root" && : >"$mark"; }
done
libvirt=$(echo "$cache"/debs/libvirt-doc_*.deb)
qemu=$(echo "$cache"/debs/qemu-system-common_*.deb)
echo "# ${libvirt##*/}, ${qemu##*/}"

names()
{
	perl "$SOURCE/tests/facts.pl" names "$root" "$facts" "$1"
}

silent "what the glossary names is in the packages" names "$glossary"

# Each kind of name can be missing: one that is wrong is told.  A line of the
# list: words of the glossary, what stands there instead, and the complaint.
cp "$glossary" "$work/planted.xml"
cat >"$work/plants" <<'end'
undefine guest1 --keep-nvram|undefine guest1 --keep-nram|virsh undefine has no option --keep-nram
virsh domdirtyrate-calc guest1|virsh domdirtyrates guest1|virsh has no command domdirtyrates
<option>--remove-all-storage|<option>--delete-all-storage|has the option --delete-all-storage
<tag class="starttag">iotune<|<tag class="starttag">iotunes<|the element iotunes
device='floppy'|devise='floppy'|the attribute devise
<refentrytitle>virt-sparsify<|<refentrytitle>virt-sparsity<|the page virt-sparsity(1)
/etc/libvirt/hooks|/etc/libvirt/hook.s|the file /etc/libvirt/hook.s
<literal>clean-traffic<|<literal>clean-trafic<|has "clean-trafic"
(2007)|(2008)|"2008" has no row
end
while IFS='|' read -r right wrong complaint; do
	awk -v old="$right" -v new="$wrong" '{
		at = index($0, old)
		if (at)
			$0 = substr($0, 1, at - 1) new substr($0, at + length(old))
		print
	}' "$work/planted.xml" >"$work/next.xml"
	check "the glossary says $right" fails cmp -s "$work/planted.xml" \
	    "$work/next.xml"
	mv "$work/next.xml" "$work/planted.xml"
done <"$work/plants"
names "$work/planted.xml" >"$work/complaints"
while IFS='|' read -r right wrong complaint; do
	check "what is wrong is told: $complaint" grep -Fq -e "$complaint" \
	    "$work/complaints"
done <"$work/plants"

# --- XML examples, by libvirt's schemas ---

mkdir "$work/xml"
check "the examples in XML" perl "$SOURCE/tests/facts.pl" xml "$root" "$facts" \
    "$glossary" "$work/xml"
schemas=$root/usr/share/libvirt/schemas
for example in "$work"/xml/*.xml; do
	name=${example##*/}
	schema=${name%.xml}
	schema=${schema##*.}
	check "line ${name%%-*}: valid as $schema" xmllint --nonet --noout \
	    --relaxng "$schemas/$schema.rng" "$example"
done
printf '<domain type="kvm"><name>x</name><memory>1</memory><os>%s</os></domain>' \
    '<type>hvm</type><smn state="on"/>' >"$work/wrong.xml"
invalid()
{
	xmllint --nonet --noout --relaxng "$schemas/domain.rng" "$1"
	[ $? -eq 3 ]
}
check "a wrong example is not valid" invalid "$work/wrong.xml"

# --- virsh and QEMU, run ---

loader=$(find "$root" -name 'ld-linux-x86-64.so.2' ! -type l | head -n 1)
run()
{
	run_program=$1
	shift
	QEMU_MODULE_DIR=$root/usr/lib/x86_64-linux-gnu/qemu HOME=$work \
	    XDG_CACHE_HOME=$work XDG_CONFIG_HOME=$work XDG_RUNTIME_DIR=$work \
	    timeout "${limit:-60}" "$loader" --library-path \
	    "$root/usr/lib/x86_64-linux-gnu:$root/lib/x86_64-linux-gnu" \
	    "$root/usr/bin/$run_program" "$@"
}

if [ -z "$loader" ] || ! run virsh --version >"$work/said" 2>&1; then
	skip "virsh and QEMU run" "the packages do not run here: $(tail -n 1 "$work/said")"
	done_testing
	exit
fi

# The guest of libvirt's test driver stands for guest1.  That this driver can't do
# something, or that a command in the text is shown without its arguments, is no
# fault; a command or an option that virsh does not know is one.
try_virsh()
{
	(cd "$work" && limit=10 run virsh -c test:///default \
	    "$(echo "$1" | sed 's/\bguest1\b/test/; s/DEST/test:\/\/\/default/')") \
	    >"$work/answer" 2>&1 </dev/null
	# 124: it went on until it was stopped, as "event --loop" does
	case $? in 0|124) return 0 ;; esac
	cat "$work/answer"
	! grep -Eq "^error: (unknown command|command '[^']*' doesn't|unexpected data|malformed)" \
	    "$work/answer"
}
# A command in the text has no arguments: it is only known.
known_virsh()
{
	run virsh help "${1%% *}" >/dev/null
}
perl "$SOURCE/tests/facts.pl" virsh "$root" "$facts" "$glossary" >"$work/virsh"
while read -r line command; do
	case $command in
	*guest1*|*' --'*|*default*) check "line $line: virsh $command" try_virsh "$command" ;;
	*) check "line $line: virsh $command" known_virsh "$command" ;;
	esac
done <"$work/virsh"
check "a wrong option fails" fails try_virsh "undefine guest1 --keep-nram"
check "a wrong command fails" fails known_virsh domblkerrors

run qemu-system-x86_64 -help >"$work/help" 2>&1
for list in accel machine device cpu netdev chardev object audio display; do
	run qemu-system-x86_64 "-$list" help
done >"$work/lists" 2>&1 </dev/null
qemu_options()
{
	for word in $1; do
		case $word in
		-M) : ;; # the short form of -machine, in its text
		-*) grep -Eq -e "^$word( |\$)|or $word( |\$)|/$word( |\$)" "$work/help" ||
		    { echo "no option $word"; return 1; } ;;
		esac
	done
}
perl "$SOURCE/tests/facts.pl" qemu "$root" "$facts" "$glossary" >"$work/qemu"
while read -r line options; do
	check "line $line: options of QEMU: $options" qemu_options "$options"
done <"$work/qemu"
check "a wrong option of QEMU fails" fails qemu_options "-acel kvm"
sed -n "s/^qemu$tab//p" "$facts" >"$work/values"
while read -r value; do
	check "QEMU has $value" grep -Fwq -e "$value" "$work/lists"
done <"$work/values"
check "a wrong value fails" fails grep -Fwq -e virtio-nett "$work/lists"
done_testing
