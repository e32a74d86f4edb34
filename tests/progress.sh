#!/bin/sh
# SPDX-License-Identifier: MIT
# How far a long run is: on a terminal, and nowhere else.
. "$SOURCE/tests/lib.sh"

cd "$work" || exit 99
cat >good.xml <<'EOD'
<glossary xmlns="http://docbook.org/ns/docbook" version="5.0">
  <title>Good</title>
  <glossentry><glossterm>guest</glossterm>
    <glosssee otherterm="nowhere"/>
  </glossentry>
</glossary>
EOD
mkfifo slow

# run TERM COMMAND...: a run that waits two seconds for a file; what a terminal
# gets is in seen
run()
{
	run_term=$1
	shift
	timeout 60 sh -c 'sleep 2; cat good.xml >slow' &
	script -qec "env TERM=$run_term $*" /dev/null </dev/null >seen
	wait
	cat -v seen >"$work/said"
}

if ! have script || ! script -qec true /dev/null >/dev/null 2>&1 </dev/null
then
	skip "how far a run is" "script is not installed"
	done_testing
	exit
fi
escape=$(printf '\033')

run xterm "'$GLOSSC' --check slow"
grep -q "^glossc: reading$escape\[K" seen
result $? "the stage of one file is told"
tr '\r' '\n' <seen | sed -n "s/^$escape\[K//p" | grep -q slow:4:
result $? "the line is erased before a warning"
run xterm "'$GLOSSC' --check -j2 slow good.xml"
grep -q "glossc: 1 of 2 files$escape\[K" seen
result $? "of several files it is told how many are done"
run dumb "'$GLOSSC' --check slow"
! grep -q 'reading' seen
result $? "a dumb terminal gets none"
run xterm "'$GLOSSC' --check --quiet slow"
[ ! -s seen ]
result $? "--quiet: none"
run xterm "'$GLOSSC' --check slow 2>file"
! grep -q 'reading' seen file
result $? "a file gets none"
grep -q '^slow:4: warning' file
result $? "a file gets the warning"
done_testing
