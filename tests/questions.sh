#!/bin/sh
# SPDX-License-Identifier: MIT
# What readers ask, and the entry of the glossary that must answer it.
#
# A line of questions.tsv: the question, the term to look up, the headword that
# must come out (an abbreviation may follow it), and words of the answer.
. "$SOURCE/tests/lib.sh"

glossary=$SOURCE/source/virt-terms.xml
tab=$(printf '\t')

# answers FILE TERM HEADWORD WORDS: a lookup gives that entry, with these words
answers()
{
	"$GLOSSC" --lookup="$2" "$1" >"$work/answer" || return 1
	cat "$work/answer"
	sed 's/ ([^()]*)$//' "$work/answer" | grep -Fxq -e "$3" ||
	    { echo "is not the entry $3"; return 1; }
	tr -s ' \n' '  ' <"$work/answer" | grep -Fq -e "$4" ||
	    { echo "does not say \"$4\""; return 1; }
}

# ask FILE QUESTIONS: a case a question
ask()
{
	while IFS=$tab read -r question term headword words; do
		check "$question" answers "$1" "$term" "$headword" "$words"
	done <"$2"
}

# complains WORDS ARGUMENT...: answers fails, and says why
complains()
{
	complains_words=$1
	shift
	! answers "$@" >"$work/complaint" 2>&1 &&
	    grep -F -e "$complains_words" "$work/complaint"
}

# refuses STATUS TERM: the lookup ends so, and prints no entry
refuses()
{
	"$GLOSSC" --lookup="$2" "$glossary" >"$work/answer" 2>"$work/complaint"
	[ $? -eq "$1" ] && [ ! -s "$work/answer" ] && [ -s "$work/complaint" ]
}

four_fields()
{
	! awk -F "$tab" 'NF != 4 || /\t\t|\t$/ { print FILENAME ":" FNR }' \
	    "$1" | grep . &&
	    ! cut -f 1 "$1" | sort | uniq -d | grep .
}

at_least()
{
	[ "$(wc -l <"$2")" -ge "$1" ]
}

check "each question has four fields, and is asked once" four_fields \
    "$SOURCE/tests/questions.tsv"
check "there are 250 at least" at_least 250 "$SOURCE/tests/questions.tsv"
ask "$glossary" "$SOURCE/tests/questions.tsv"

check "a term that is not there ends with 1" refuses 1 "no such term"
check "another entry is told" complains "is not the entry DomU" \
    "$glossary" Dom0 DomU Xen
check "missing words are told" complains 'does not say "Hurd"' \
    "$glossary" Dom0 Dom0 Hurd
printf 'what is it\tit\n' >"$work/bad.tsv"
check "a question without an answer is told" fails four_fields "$work/bad.tsv"
done_testing
