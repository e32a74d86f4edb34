#!/bin/sh
# SPDX-License-Identifier: MIT
# When something goes wrong, at whatever moment, the old files stay whole,
# nothing is left beside them, and it is said why.  GLOSSC_LONG=1 tries each.
. "$SOURCE/tests/lib.sh"

cd "$work" || exit 99
for word in guest host; do
	cat >"$word.xml" <<EOD
<glossary xmlns="http://docbook.org/ns/docbook" version="5.0">
  <title>Small</title>
  <glossentry><glossterm>$word</glossterm>
    <glossdef><para>One machine of $word.</para></glossdef>
    <glossdef><para>Another, which has <quote>more</quote> to say, so that
    some is broken into lines, <replaceable>and</replaceable> sorted.</para>
    </glossdef>
  </glossentry>
  <glossentry><glossterm>machine</glossterm>
    <glosssee otherterm="$word"/></glossentry>
</glossary>
EOD
done
cat >including.xml <<'EOD'
<para xmlns="http://docbook.org/ns/docbook">
  <include xmlns="http://www.w3.org/2001/XInclude" href="guest.xml"/>
</para>
EOD
: >nothing

# A run over old files: attempt COMMAND..., which ends with glossc
attempt()
{
	rm -rf out
	mkdir out
	for file in x.7 x.texi x.txt x.d; do
		echo old >"out/$file"
	done
	"$@" -j1 --output=out --name=x --depfile=out/x.d --sort=term \
	    guest.xml >stdout 2>stderr <nothing
	status=$?
}

# How many files are still the old ones
old()
{
	grep -lx old out/x.* | wc -l
}

# Each file is as it was, or new and complete.
whole()
{
	for file in x.7 x.texi x.txt x.d; do
		cmp -s "out/$file" "good/$file" ||
		    [ "$(cat "out/$file")" = old ] || return 1
	done
}

# What is true after a run in which something went wrong: holds WHAT
holds()
{
	{
		echo "$1: exit status $status"
		cat stderr
		ls -A out
	} >said
	whole || return 1
	case $status in
	137) return 0 ;; # nobody can clean up, and two renames are not one
	esac
	[ "$(ls -A out | wc -l)" -eq 4 ] || return 1
	case $status in
	0) [ "$(old)" -eq 0 ] ;;
	1 | 3) [ "$(old)" -eq 4 ] && [ -s stderr ] ;;
	129 | 13[014] | 14[13] | 15[24578] | 162 | 192) [ "$(old)" -eq 4 ] || [ "$(old)" -eq 0 ] ;;
	*) false ;;
	esac
}

mkdir good
attempt "$GLOSSC"
mv out/x.* good
cp good/x.7 said
[ "$status" -eq 0 ] && ! grep -qx old good/x.*
result $? "without a fault all files are new"

# --- what the system does ---

attempt sh -c 'ulimit -f 1; exec "$@"' sh "$GLOSSC"
holds "a limit on the size of files" && [ "$status" -eq 3 ]
result $? "a limit on the size of files: exit status 3"
attempt sh -c 'exec "$@" >&-' sh "$GLOSSC"
holds "closed standard output" && [ "$status" -eq 0 ]
result $? "standard output is closed, but not needed"
attempt sh -c 'exec "$@" 2>&-' sh "$GLOSSC"
holds "closed standard error" && [ "$status" -eq 0 ]
result $? "standard error is closed, but not needed"
"$GLOSSC" --to=man --output=- guest.xml >&- 2>said
[ $? -eq 3 ] && grep -q '^glossc: error: cannot write "-": ' said
result $? "standard output is closed, and needed: exit status 3"
attempt sh -c 'exec "$@" --entities=none 2>&- 0<&- 1>&-' sh "$GLOSSC"
[ "$status" -eq 1 ] && [ "$(old)" -eq 4 ] && whole
result $? "all is closed, and there is an error: exit status 1"

# Where the sanitizers are, memory can't be limited, nor malloc replaced.
if (ulimit -v 1048576 && "$GLOSSC" --version) >said 2>&1; then
	plain=yes
else
	plain=
	skip "memory is limited" "this build doesn't run within a limit"
fi
if [ "$plain" ]; then
	bad=0
	for room in 8 16 24 32 40 44 48 52 56 60 64 80 96; do
		attempt sh -c 'ulimit -v '$room'000; exec "$@"' sh "$GLOSSC"
		# the loader finds no room for the libraries
		[ "$status" -eq 127 ] || holds "$room MB" || bad=1
		[ "$bad" -eq 0 ] || break
		# threads want stacks of their own
		attempt sh -c 'ulimit -v '$room'000; exec "$@" -j3' sh "$GLOSSC"
		[ "$status" -eq 127 ] || holds "$room MB, -j3" || bad=1
		[ "$bad" -eq 0 ] || break
	done
	result $bad "memory is limited, in steps"
fi

if [ "$(id -u)" -eq 0 ] && mkdir disk &&
    mount -t tmpfs -o size=8k none disk 2>said; then
	trap 'umount "$work/disk"; rm -rf "$work"' EXIT
	dd if=/dev/zero of=disk/full bs=1k count=4 2>said
	echo old >disk/x.7
	"$GLOSSC" --to=man --output=disk/x.7 guest.xml 2>said
	status=$?
	[ "$status" -eq 3 ] && [ "$(cat disk/x.7)" = old ] &&
	    [ "$(ls -A disk | wc -l)" -eq 2 ]
	result $? "a disk that is full: exit status 3"
	mount -o remount,ro disk
	"$GLOSSC" --to=man --output=disk/x.7 guest.xml 2>said
	[ $? -eq 3 ] && [ "$(cat disk/x.7)" = old ]
	result $? "a disk that can't be written: exit status 3"
	umount disk
	trap 'rm -rf "$work"' EXIT
else
	skip "a disk that is full" "only root can make one, and not everywhere"
fi

# --- what each call may do ---

faults=$DOCS/tests/faults.so

# every CALL STEP HOW NAME [LAST]: so fails each of these calls, or of the last
# ones, or one in STEP
every()
{
	total=$(
		exec 9>&1
		FAULT_CALL=$1 LD_PRELOAD=$faults
		export FAULT_CALL LD_PRELOAD
		"$GLOSSC" -j1 --output=out --name=x --depfile=out/x.d \
		    --sort=term guest.xml 2>stderr <nothing
	)
	step=$2
	[ -z "${GLOSSC_LONG:-}" ] || step=1
	total=${total:-0}
	# the number is not quite the same in each run
	at=$((${5:-total} < total ? total - ${5:-total} : 1))
	bad=0
	[ "$total" -gt "${5:-0}" ] || bad=1
	while [ "$at" -le "$total" ] && [ "$bad" -eq 0 ]; do
		attempt env LD_PRELOAD="$faults" FAULT_CALL="$1" \
		    FAULT_AT="$at" FAULT_HOW="$3" "$GLOSSC"
		holds "call $at of $1, $3" || bad=1
		at=$((at + step))
	done
	result $bad "$4 in each call of $1${5:+, of the last $5}, in steps of $step"
}

# each_allocation STEP ARGUMENT...: each STEPth fails, before any file is made;
# adds to what went wrong in $bad, and to the number in $tried
each_allocation()
{
	step=$1
	shift
	FAULT_CALL=malloc FAULT_EACH=$step LD_PRELOAD=$faults \
	    "$GLOSSC" -j1 --output="$work/out" "$@" 9>"$work/log" \
	    2>"$work/stderr" >"$work/stdout" <"$work/nothing"
	status=$?
	tried=$((tried + $(grep -vc end "$work/log")))
	# the loader can do without some, and ends as the run does
	{
		echo "$*: exit status $status"
		grep -v " [${status}3]\$" "$work/log"
		sort "$work/stderr" | uniq -c
	} >"$work/said"
	[ "$(grep -vc " [${status}3]\$" "$work/log")" -eq 1 ] &&
	    [ "$status" -le 1 ] && [ "$tried" -gt 0 ] &&
	    [ "$(grep -c '^glossc: error: out of memory; .* takes less$' \
		"$work/stderr")" \
	    -eq "$(grep -c ' 3$' "$work/log")" ] &&
	    [ -z "$(ls -A "$work/out")" ] || bad=1
}

if [ "$plain" ] && [ -f "$faults" ] &&
    LD_PRELOAD=$faults "$GLOSSC" --version >said 2>&1; then
	for call in read write close mkstemp fchmod rename; do
		every $call 1 5 "an error"
	done
	every write 1 28 "no space"
	every read 1 short "less than was asked for"
	every write 1 short "less than was asked for"
	every mkstemp 1 30 "a read-only folder"
	[ "${GLOSSC_LONG:-}" ] && step=1 || step=7
	rm -rf out
	mkdir out
	bad=0
	tried=0
	each_allocation $step --name=x --depfile=out/x.d --sort=term guest.xml
	result $bad "no memory, $tried times, in steps of $step"
	bad=0
	tried=0
	each_allocation 1 --output=out/x --stop-after=read including.xml
	result $bad "no memory, $tried times, while files are read"
	every malloc 1 12 "no memory" 40
	[ "${GLOSSC_LONG:-}" ] && step=31 || step=997
	bad=0
	tried=0
	rm -rf out
	mkdir out
	for case in "$SOURCE"/tests/cases/*/; do
		(
			cd "$case" || exit 99
			set --
			[ ! -f args ] || eval "set -- $(cat args)"
			[ ! -f input.xml ] ||
			    each_allocation $step "$@" input.xml
			exit $bad
		) || bad=1
		[ "$bad" -eq 0 ] || break
		tried=$((tried + $(grep -vc end log)))
	done
	result $bad "no memory, $tried times in the cases, in steps of $step"
	for signal in 1 2 3 6 15 24 26 27 29 30 34 64 9; do
		for call in write mkstemp rename; do
			every $call 1 -$signal "signal $signal"
		done
	done
	every malloc 1 -15 "signal 15" 40
	# nohup has HUP ignored
	for signal in 1:HUP 2:INT 15:TERM; do
		attempt sh -c "trap '' ${signal#*:}; exec "'"$@"' sh env \
		    LD_PRELOAD="$faults" FAULT_CALL=write FAULT_AT=1 \
		    FAULT_HOW="-${signal%:*}" "$GLOSSC"
		holds "an ignored signal" && [ "$status" -eq 0 ]
		result $? "signal ${signal%:*}, ignored: all files are new"
	done
	# each signal that ends a process, but those that say that the program
	# itself is at fault, and SIGSTOP: at the moment when files are beside
	bad=0
	number=0
	while [ "$number" -lt 64 ] && [ "$bad" -eq 0 ]; do
		number=$((number + 1))
		case $number in
		4 | 7 | 8 | 9 | 11 | 17 | 18 | 19 | 20 | 21 | 22 | 23 | 28 | \
		    32 | 33) continue ;;
		esac
		attempt env LD_PRELOAD="$faults" FAULT_CALL=rename FAULT_AT=1 \
		    FAULT_HOW=-$number "$GLOSSC"
		{
			echo "signal $number: exit status $status"
			ls -A out
		} >said
		whole && [ "$(ls -A out | wc -l)" -eq 4 ] || bad=1
		# what ends no process, or an error of write(2) instead; a job
		# in the background may have these ignored
		[ "$status" -eq $((128 + number)) ] || case $number in
		1 | 2 | 3) [ "$status" -eq 0 ] && sh -c "kill -$number \$\$" ;;
		25) [ "$status" -eq 0 ] ;;
		*) false ;;
		esac || bad=1
	done
	result $bad "any signal, $number of them: nothing is left"
else
	skip "each call fails" "what lets them is not for this build or system"
fi

# --- at any moment ---

if have timeout; then
	bad=0
	at=0
	[ "${GLOSSC_LONG:-}" ] && runs=100 || runs=12
	while [ "$at" -lt "$runs" ] && [ "$bad" -eq 0 ]; do
		case $((at % 3)) in
		0) signal=KILL ;;
		1) signal=INT ;;
		2) signal=TERM ;;
		esac
		attempt timeout --preserve-status -s $signal \
		    "0.0$(printf %02d $((at * 7 % 30 + 1)))" "$GLOSSC"
		holds "run $at" || bad=1
		at=$((at + 1))
	done
	result $bad "killed at any moment, $runs times"
else
	skip "killed at any moment" "timeout is not installed"
fi

# --- others at the same time ---

# all_of WORD: three files were made of this document
all_of()
{
	[ "$(cat out/x.7 out/x.texi out/x.txt | grep -c "machine of $1")" -eq 3 ]
}

bad=0
at=0
while [ "$at" -lt 15 ] && [ "$bad" -eq 0 ]; do
	rm -rf out
	mkdir out
	for word in guest host; do
		"$GLOSSC" --output=out --name=x $word.xml 2>>said &
	done
	wait
	[ "$(ls -A out | wc -l)" -eq 3 ] || bad=1
	all_of guest || all_of host || bad=1
	at=$((at + 1))
done
result $bad "of two runs to one place one wins whole"

bad=0
at=0
while [ "$at" -lt 15 ] && [ "$bad" -eq 0 ]; do
	cp guest.xml changing.xml
	rm -rf out
	mkdir out
	(cat host.xml >changing.xml; head -c 300 guest.xml >changing.xml) &
	"$GLOSSC" --output=out --name=x changing.xml 2>stderr
	status=$?
	wait
	case $status in
	0) all_of guest || all_of host || bad=1 ;;
	1) [ -s stderr ] && [ -z "$(ls -A out)" ] || bad=1 ;;
	*) bad=1 ;;
	esac
	at=$((at + 1))
done
result $bad "a source that changes is one or the other, or at fault"

mkfifo pipe
cat guest.xml >pipe &
"$GLOSSC" --to=text --output=- pipe >out.txt 2>said
wait
check "a FIFO is read" grep -q 'machine of guest' out.txt

head -c 300 guest.xml >pipe &
"$GLOSSC" --to=text --output=cut.txt pipe 2>said
[ $? -eq 1 ] && grep -q '^pipe:[0-9]*: error: ' said && [ ! -e cut.txt ]
result $? "a FIFO that ends too early is at fault"
cat guest.xml | "$GLOSSC" --to=text --output=- - >out.txt 2>said
check "standard input may be a pipe" grep -q 'machine of guest' out.txt
"$GLOSSC" --to=text --output=cut.txt - <&- 2>said
[ $? -eq 1 ] && grep -q '^-: error: ' said && [ ! -e cut.txt ]
result $? "standard input is closed, and needed: exit status 1"

# --- what stands in the place of an output ---

mkdir aside
echo mine >aside/x
rm -rf out
mkdir out
ln -s ../aside/x out/x.txt
ln -s ../aside/none out/x.7
"$GLOSSC" --output=out --name=x guest.xml 2>said
[ $? -eq 0 ] && [ "$(cat aside/x)" = mine ] && [ ! -e aside/none ] &&
    [ ! -L out/x.txt ] && [ ! -L out/x.7 ]
result $? "links in the place of outputs are replaced, not followed"
# Not /dev/stdout: where this fails, root would replace the system's own link.
if [ -e /dev/fd/1 ]; then
	"$GLOSSC" --to=text --output=/dev/fd/1 guest.xml 2>said | cat >out.txt
	grep -q 'machine of guest' out.txt
	result $? "a link in /dev is written through"
else
	skip "a link in /dev is written through" "no /dev/fd"
fi
# --- what others have put there ---

# Anybody may make links in /dev/shm.
if [ -d /dev/shm ] && shm=$(mktemp -d /dev/shm/glossc-test.XXXXXX); then
	echo mine >aside/x
	ln -s "$work/aside/x" "$shm/x.7"
	"$GLOSSC" --to=man --output="$shm/x.7" guest.xml 2>said
	[ $? -eq 0 ] && [ "$(cat aside/x)" = mine ] && [ ! -L "$shm/x.7" ]
	result $? "a link below /dev that is not the system's is replaced"
	rm -rf "$shm"
else
	skip "a link below /dev" "no /dev/shm"
fi

# A caller may hold the lock by which two runs take turns.
if have flock; then
	timeout 30 flock . "$GLOSSC" --to=man --output=locked.7 guest.xml 2>said
	[ $? -eq 0 ] && [ -s locked.7 ]
	result $? "a run under flock(1) does not wait for its caller"
else
	skip "a run under flock(1)" "it is not installed"
fi

# Where nobody may link files of another owner, the old one stays all the same.
if have setpriv && [ "$(id -u)" -eq 0 ]; then
	mkdir any sticky
	chmod 755 .
	chmod 777 any
	chmod 1777 sticky
	echo old >any/s.7
	echo old >sticky/refs
	chmod 644 any/s.7 sticky/refs guest.xml
	inode=$(ls -i any/s.7)
	setpriv --reuid=65534 --regid=65534 --clear-groups "$GLOSSC" --to=man \
	    --output=any/s.7 --write-refs=sticky/refs guest.xml 2>said
	[ $? -eq 3 ] && [ "$(cat any/s.7 sticky/refs | tr '\n' ' ')" = \
	    'old old ' ] && [ "$(ls -i any/s.7)" = "$inode" ] &&
	    [ "$(ls -A any sticky | grep -c glossc)" -eq 0 ]
	result $? "an old file of another owner stays when an output fails"
	setpriv --reuid=65534 --regid=65534 --clear-groups "$GLOSSC" --to=man \
	    --output=any/s.7 --write-refs=any/refs guest.xml 2>said
	[ $? -eq 0 ] && grep -q guest any/s.7 &&
	    [ "$(ls -A any | tr '\n' ' ')" = 'refs s.7 ' ]
	result $? "and is replaced when none does"
else
	skip "an old file of another owner" "needs root and setpriv"
fi

# One place, spelled in two ways.
mkdir -p twice/sub
ln -s sub twice/link
for pair in 'x.7 ./x.7' 'twice/sub/x twice//sub/x' 'twice/sub/x twice/link/x' \
    'twice/x twice/sub/../x' "x.7 $PWD/x.7"; do
	"$GLOSSC" --to=man --output="${pair% *}" --write-refs="${pair#* }" \
	    guest.xml 2>said
	[ $? -eq 2 ] && grep -q 'two outputs would go' said &&
	    [ ! -e "${pair% *}" ]
	result $? "two outputs in one place are refused: $pair"
done

# What an XML tree holds is shown by a terminal, not obeyed.
printf '%s<title>T&#x9b;31m&#x7f;&#x85;&#x202e;&#xad;</title>%s' \
    '<glossary xmlns="http://docbook.org/ns/docbook">' \
    '<glossentry><glossterm>a&#x9b;</glossterm><glossdef><para>B</para>
    </glossdef></glossentry></glossary>' >controls.xml
if have script && script -qec true /dev/null >said 2>&1 </dev/null; then
	for option in --stop-after=read --stop-after=resolve \
	    --stop-after=layout --write-refs=-; do
		script -qec "'$GLOSSC' -q --to=man $option --output=$(
		    case $option in *refs*) echo t.7 ;; *) echo - ;; esac
		    ) controls.xml" /dev/null >said 2>&1 </dev/null
		LC_ALL=C tr -d '\r\n\t -~' <said >odd
		grep -q '&#x9B;' said && [ ! -s odd ]
		result $? "$option: no control goes to a terminal"
	done
else
	skip "no control goes to a terminal" "script is not installed"
fi
"$GLOSSC" -q --stop-after=read controls.xml >as-read
check "elsewhere the tree is as it was read" \
    grep -q "T$(printf '\302\233')31m" as-read
done_testing
