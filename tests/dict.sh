#!/bin/sh
# SPDX-License-Identifier: MIT
# The dictionary is served by the real dictd, to the real dict: that of the
# build, or in DICTDIR what was installed there (make installcheck).
. "$SOURCE/tests/lib.sh"

PATH=$PATH:/usr/sbin
mkdir "$work/served"
chmod 755 "$work" "$work/served"
data=$work/served/virt-terms.dict
index=$work/served/virt-terms.index
for file in "${DICTDIR:-$DOCS}"/virt-terms.dict* \
    "${DICTDIR:-$DOCS}/virt-terms.index"; do
	cp "$file" "$work/served"
done

# configure DATA PORT
configure()
{
	cat >"$work/dictd.conf" <<EOD
global {
	listen_to 127.0.0.1
	port $2
	locale C.UTF-8
	pid_file $work/dictd.pid
}
access { allow * }
database virt-terms {
	data "$1"
	index "$index"
}
EOD
}

# asked REQUEST...: what dictd answers, on its standard output
asked()
{
	for asked_line in "$@" QUIT; do
		printf '%s\r\n' "$asked_line"
	done | dictd --inetd -c "$work/dictd.conf" | tr -d '\r'
}

# answers NAME PATTERN REQUEST...
answers()
{
	answers_name=$1
	answers_pattern=$2
	shift 2
	asked "$@" >"$work/answer" 2>&1
	check "$answers_name" grep -q -e "$answers_pattern" "$work/answer"
}

cut -f 1 "$index" | LC_ALL=C sort -c 2>"$work/order"
silent "the index is in dictd's order" cat "$work/order"

ask_all()
{
	configure "$1" 0
	answers "$2: a term" '^hypervisor$' 'DEFINE virt-terms hypervisor'
	answers "$2: several words in other letters" '^live migration$' \
	    'DEFINE virt-terms "Live MIGRATION"'
	answers "$2: an acronym" '^virtual machine monitor' \
	    'DEFINE virt-terms VMM'
	answers "$2: another name" '^virtual machine ' \
	    'DEFINE virt-terms "machine, virtual"'
	answers "$2: signs count" '^/dev/kvm$' 'DEFINE virt-terms /dev/kvm'
	answers "$2: a match is shown as it is written" \
	    '^virt-terms "DomU"$' 'MATCH virt-terms prefix dom'
	# other forms of a term, by the strategies of dictd itself
	answers "$2: prefix finds what begins so" \
	    '^virt-terms "snapshot"$' 'MATCH virt-terms prefix snapsh'
	answers "$2: lev finds a plural" '^virt-terms "snapshot"$' \
	    'MATCH virt-terms lev snapshots'
	answers "$2: lev finds a misspelling" '^virt-terms "hypervisor"$' \
	    'MATCH virt-terms lev hypervizor'
	answers "$2: soundex finds another form" '^virt-terms "emulation"$' \
	    'MATCH virt-terms soundex emulations'
	answers "$2: soundex finds a misspelling" '^virt-terms "hypervisor"$' \
	    'MATCH virt-terms soundex hipervisor'
	answers "$2: what is not there" '^552 ' \
	    'DEFINE virt-terms hypervizor'
	answers "$2: the name of the database" \
	    '^virt-terms "Names and terms of the virtualization tools"$' \
	    'SHOW DB'
	answers "$2: what it says of itself" '^Copyright ' \
	    'SHOW INFO virt-terms'
	cut -f 1 "$index" | grep -v ^00-database |
	    sed 's/["\\]/\\&/g; s/.*/DEFINE virt-terms "&"/' >"$work/requests"
	while read -r request; do
		set -- "$@" "$request"
	done <"$work/requests"
	shift 2
	asked "$@" | grep -c '^150 ' >"$work/found"
	wc -l <"$work/requests" >"$work/wanted"
	check "every headword is found" diff -b "$work/wanted" "$work/found"
}

serve()
{
	tries=0
	while [ "$tries" -lt 10 ]; do
		port=$(awk -v seed="$$$tries" 'BEGIN {
			srand(seed)
			print 20000 + int(rand() * 30000)
		}')
		configure "$served" "$port"
		dictd --debug nodetach -c "$work/dictd.conf" \
		    >"$work/log" 2>&1 &
		server=$!
		waited=0
		while kill -0 "$server" 2>/dev/null && [ "$waited" -lt 50 ]; do
			if dict -h localhost -p "$port" -D >"$work/databases" \
			    2>&1 && grep -q virt-terms "$work/databases"; then
				return 0
			fi
			sleep 0.1
			waited=$((waited + 1))
		done
		kill "$server" 2>/dev/null
		wait "$server" 2>/dev/null
		tries=$((tries + 1))
	done
	cat "$work/log"
	return 1
}

if ! have dictd; then
	skip "dictd serves the dictionary" "dictd is not installed"
else
	if [ -f "$data" ]; then
		ask_all "$data" plain
	fi
	if have dictzip || [ -f "$data.dz" ]; then
		[ -f "$data.dz" ] || dictzip -k "$data"
		ask_all "$data.dz" dictzip
	else
		skip "dictd reads it compressed" "dictzip is not installed"
	fi
fi
# No entry is read as a setting, such as the name of code to load.
cat >"$work/hostile.xml" <<'EOD'
<glossary xmlns="http://docbook.org/ns/docbook"><title>T</title>
<glossentry><glossterm>00-database-plugin</glossterm>
<glossdef><para>/none/plugin.so</para></glossdef></glossentry></glossary>
EOD
"$GLOSSC" --to=dict --output="$work/served" "$work/hostile.xml"
if have dictd; then
	index=$work/served/hostile.index
	configure "$work/served/hostile.dict" 0
	answers "dictd loads no code that a term names" '^00-database-plugin$' \
	    'DEFINE virt-terms database-plugin'
	index=$work/served/virt-terms.index
else
	skip "dictd loads no code that a term names" "dictd is not installed"
fi
served=$data
[ -f "$data" ] || served=$data.dz
if have dictd && have dict; then
	serve >"$work/said"
	result $? "dictd serves the dictionary"
	dict -h localhost -p "$port" -d virt-terms hypervisor >"$work/answer" \
	    2>&1
	check "dict finds a term" grep -q '^  hypervisor$' "$work/answer"
	dict -h localhost -p "$port" -d virt-terms 'live migration' \
	    >"$work/answer" 2>&1
	check "dict finds several words" \
	    grep -q '^  live migration$' "$work/answer"
	for strategy in prefix:snapsh lev:snapshots soundex:snapshots; do
		dict -h localhost -p "$port" -d virt-terms -m \
		    -s "${strategy%:*}" "${strategy#*:}" >"$work/answer" 2>&1
		check "dict -s ${strategy%:*} ${strategy#*:}" \
		    grep -q 'snapshot' "$work/answer"
	done
	kill "$server" 2>/dev/null
	wait "$server" 2>/dev/null
else
	skip "dictd serves the dictionary" "dictd or dict is not installed"
fi
done_testing
[ "$failures" -eq 0 ]
