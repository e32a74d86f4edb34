#!/bin/sh
# SPDX-License-Identifier: MIT
# What asks for too much, or lies about itself, gets a clear error or a correct
# page, within a gibibyte of memory.  GLOSSC_LONG=1 makes the big ones larger.
. "$SOURCE/tests/lib.sh"

cd "$work" || exit 99
if ! have perl; then
	skip "documents that ask for too much" "perl is not installed"
	done_testing
	exit
fi

# The sanitizers want more room than there is.
if (ulimit -v 1048576 && "$GLOSSC" --version) >said 2>&1; then
	room=1048576
else
	room=unlimited
	skip "a limit on memory" "this build doesn't run within it"
fi

# answers NAME STATUS WORDS [OPTION]...: a document's answer; no time is asked
# for, but an end.  STATUS is a pattern, and | stands between words of which some
# version of libxml2 says one.
answers()
{
	answers_name=$1
	answers_status=$2
	answers_words=$3
	shift 3
	rm -rf out
	mkdir out
	(
		ulimit -v "$room"
		timeout 600 "$GLOSSC" --name=out --output=out "$@" in.xml
	) >err 2>&1 </dev/null
	status=$?
	head -c 2000 err >said
	echo "status $status" >>said
	# a million of something may be more than there is room for
	if [ "${GLOSSC_LONG:-}" ] && [ "$status" -eq 3 ]; then
		answers_status=3
		answers_words='out of memory'
	fi
	words=$(echo "$answers_words" | tr '|' '\n')
	# shellcheck disable=SC2254
	case $status in
	$answers_status) ;;
	*) false ;;
	esac
	result $? "$answers_name: exit status $answers_status"
	if [ "$status" -eq 0 ]; then
		[ "$(ls out | wc -l)" -eq 3 ] &&
		    cat err out/out.txt | grep -Fq -e "$words"
	else
		grep -Eq '^[^ ]*: error: ' err && [ -z "$(ls out)" ] &&
		    [ "$(wc -l <err)" -le 25 ] &&
		    grep -Fq -e "$words" err
	fi
	result $? "$answers_name: \"$answers_words\""
}

perl "$SOURCE/tests/hostile.pl" >list
while IFS="$(printf '\t')" read -r name status words options; do
	perl "$SOURCE/tests/hostile.pl" "$name" >in.xml
	# shellcheck disable=SC2086
	answers "$name" "$status" "$words" $options
done <list

# glibc gives threads the stack that a program starts with, musl always so much
if have prlimit && [ "$room" != unlimited ]; then
	perl "$SOURCE/tests/hostile.pl" depth-most >in.xml
	rm -rf out
	mkdir out
	mkfifo pipe
	(ulimit -S -s 128; exec "$GLOSSC" -j 3 --output=out - <pipe) \
	    >said 2>&1 &
	exec 9>pipe
	sleep 1 # until it has started
	prlimit --pid $! --stack=8388608: 2>>said
	cat in.xml >&9
	exec 9>&-
	wait $!
	status=$?
	echo "status $status" >>said
	[ "$status" -eq 0 ] && [ "$(ls out | wc -l)" -eq 3 ]
	result $? "depth-most: in threads that have small stacks"
else
	skip "threads that have small stacks" "prlimit cannot be used"
fi

# pages INSIDE OUTSIDE: so many pages, in a reference of a long title and in the
# book around it; how it ends is left in status
pages()
{
	perl -e 'my ($in, $beside, $n) = @ARGV;
	    sub pages { map { "<refentry><refnamediv><refname>p" . $n++ .
	    "</refname><refpurpose>x</refpurpose></refnamediv></refentry>" }
	    1 .. shift }
	    print "<book xmlns=\"http://docbook.org/ns/docbook\">",
	    "<title>B</title><reference><title>", "word " x 40000, "</title>",
	    pages($in), "</reference>", pages($beside), "</book>"' \
	    "$1" "$2" >in.xml
	"$GLOSSC" --check in.xml >said 2>&1
	status=$?
}

pages 300 1
grep -Fq 'what each page says of the whole grows too large; --huge' said &&
    [ "$status" -eq 1 ]
result $? "pages that say a long title are too much"
pages 1 300
[ "$status" -eq 0 ]
result $? "pages beside a long title are not"

# What no other limit sees ends at the one of memory, which the program keeps
# itself; the largest document that may be read has many elements.
if [ "$(uname)" = Linux ] && [ "$room" != unlimited ]; then
	perl -e 'print "<a>", "<b/>" x 9000000, "</a>"' >in.xml
	"$GLOSSC" -j1 --to=man --output=- in.xml >out.7 2>said
	[ $? -eq 3 ] && [ ! -s out.7 ] &&
	    grep -q '^glossc: error: out of memory; without --huge' said
	result $? "memory: a gigabyte for a file is all"
	"$GLOSSC" -j1 --huge --stop-after=read --output=- in.xml 2>said |
	    tail -c 9 | grep -q '<b/></a>'
	result $? "memory: --huge lifts that"
	rm in.xml
else
	skip "memory" "the system or the build does not count it"
fi

# A file of a gigabyte is none of a document's, be it full of holes.
for name in sparse.xml sparse.txt; do
	: >$name
	perl -e 'truncate $ARGV[0], 1181116006 or die $!' $name
done
"$GLOSSC" --check sparse.xml >said 2>&1
[ $? -eq 1 ] && grep -q 'larger than 100 million bytes' said
result $? "a document of 1.1 GiB is refused"
cat >in.xml <<'EOD'
<para xmlns="http://docbook.org/ns/docbook"><xi:include
xmlns:xi="http://www.w3.org/2001/XInclude" parse="text" href="sparse.txt"/></para>
EOD
"$GLOSSC" --check in.xml >said 2>&1
[ $? -eq 1 ] && grep -q '^in.xml:2: error: ' said
result $? "an included file of 1.1 GiB is refused"
"$GLOSSC" --check --refs=sparse.xml in.xml >said 2>&1
[ $? -eq 1 ] && grep -q 'larger than 100 million bytes' said
result $? "refs of 1.1 GiB are refused"
"$GLOSSC" --check - <sparse.xml >said 2>&1
[ $? -eq 1 ] && grep -q 'larger than 100 million bytes' said
result $? "standard input of 1.1 GiB is refused"
rm sparse.xml sparse.txt

perl "$SOURCE/tests/hostile.pl" text >in.xml
room=unlimited
answers "text, with --huge" 0 machine --huge
perl "$SOURCE/tests/hostile.pl" refs-text >in.xml
answers "refs-text, with --huge" 0 machine --huge --refs=f
perl "$SOURCE/tests/hostile.pl" attributes-default >in.xml
answers "attributes-default, with --huge" 0 machine --huge
perl "$SOURCE/tests/hostile.pl" depth >in.xml
answers "depth, with --huge" 1 "recursion|nested too deep" --huge
done_testing
