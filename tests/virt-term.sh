#!/bin/sh
# SPDX-License-Identifier: MIT
# The command that looks up one term, and its manual page: those of the build,
# or VIRT_TERM and VIRT_TERMS (make installcheck).
. "$SOURCE/tests/lib.sh"

glossary=${VIRT_TERMS:-$SOURCE/source/virt-terms.xml}
names=$DOCS/virt-terms.refs
if [ "${VIRT_TERMS:-}" ]; then
	names=${VIRT_TERMS%.xml}.refs
fi
cp "$glossary" "$names" "$work"
VIRT_TERMS=$work/virt-terms.xml
export VIRT_TERMS
virt_term=${VIRT_TERM:-$DOCS/virt-term}

# term STATUS NAME ARGUMENT...: ends so; $work/out keeps what it prints
term()
{
	term_expected=$1
	term_name=$2
	shift 2
	"$virt_term" "$@" >"$work/out" 2>"$work/complaint" </dev/null
	[ $? -eq "$term_expected" ]
	result $? "$term_name"
}

says()
{
	check "it says \"$1\"" grep -q -e "$1" "$work/out"
}

term 0 "a term" dom0
says '^Dom0'
term 0 "several words" Live migration
says '^live migration'
term 0 "the same, quoted" 'live migration'
says '^live migration'
term 0 "an option before the term" --color=always --width=40 --ascii dom0
says "$(printf '^\033\[1mDom0')"
term 0 "-- ends the options" -- dom0
says '^Dom0'
term 0 "what is near to one term alone" hypervizor
says '^hypervisor'
check "it is said" grep -q 'this is the nearest, "hypervisor"' \
    "$work/complaint"
term 1 "no such term" hyperwizzzor
check "it suggests another" grep -q 'did you mean "hypervisor"' \
    "$work/complaint"
term 0 "-k searches" -k migration
check "a name that has the word comes first" \
    sh -c 'head -n 1 "$1" | grep -q "^[^-]*migration.* - "' sh "$work/out"
says '^downtime - '
term 0 "-k with several words, in other forms" -k guests disks
term 1 "-k finds nothing" -k xyzzyx
term 2 "-k without a word" -k
term 1 "-k with signs alone" -k '***'
term 1 "what looks like an option is a term behind --" -- --help
term 2 "no term" --ascii
term 2 "an empty term" ''
term 2 "an unknown option" --bogus dom0
term 0 "--help" --help
says '^Usage: virt-term'
if [ -c /dev/full ]; then
	for option in --help --list --version dom0 "-k guest"; do
		# shellcheck disable=SC2086
		"$virt_term" $option >/dev/full 2>"$work/said"
		[ $? -eq 3 ]
		result $? "$option, to a full disk: exit status 3"
		# shellcheck disable=SC2086
		"$virt_term" $option >&- 2>"$work/said"
		[ $? -eq 3 ]
		result $? "$option, to no output at all: exit status 3"
	done
else
	skip "a full disk" "there is no /dev/full"
fi
VIRT_TERMS=/none "$virt_term" --list >"$work/out" 2>"$work/said"
[ $? -eq 1 ] && grep -q 'cannot read' "$work/said"
result $? "--list without a glossary: exit status 1"
mkdir "$work/folder.refs"
VIRT_TERMS=$work/folder.xml "$virt_term" --list >"$work/out" 2>"$work/said"
[ $? -eq 1 ] && grep -q 'cannot read' "$work/said"
result $? "--list with a folder for its names: exit status 1"
for option in --version dom0 "-k dom0"; do
	# shellcheck disable=SC2086
	GLOSSC=/none "$virt_term" $option >"$work/out" 2>"$work/said"
	[ $? -eq 1 ] && grep -q 'cannot run "/none"' "$work/said"
	result $? "$option without glossc: exit status 1"
done
odd=$(printf 'x\033[31m\177\302\233y')
for option in "--$odd" -k; do
	"$virt_term" "$option" "$odd" >"$work/out" 2>&1
	grep -q 'x?\[31m??y' "$work/out" &&
	    ! LC_ALL=C grep -q "$(printf '[\033\177\233]')" "$work/out"
	result $? "$option: a message sends no control to the terminal"
done 2>"$work/said"
if have script; then
	for pager in false /none; do
		PAGER=$pager script -qec "stty rows 5; '$virt_term' dom0" \
		    "$work/typescript" >"$work/said" 2>&1 </dev/null
		[ $? -eq 3 ]
		result $? "a pager that fails ($pager): exit status 3"
	done
else
	skip "a pager that fails" "script is not installed"
fi
term 0 "--version" --version
says '^glossc [0-9]'
mkdir "$work/with blanks"
cp "$VIRT_TERMS" "$work/with blanks/terms.xml"
VIRT_TERMS="$work/with blanks/terms.xml"
term 0 "a glossary of one's own" dom0

# completion: the terms, and what each shell makes of them
VIRT_TERMS=$work/virt-terms.xml
term 0 "--list" --list
says '^live migration$'
says '^VMM$'
# one in 20 of them, or with GLOSSC_LONG=1 all
"$virt_term" --list | awk -v step="${GLOSSC_LONG:+1}" \
    'NR % (step ? step : 20) == 0' | while read -r name; do
	"$virt_term" "$name" >/dev/null 2>&1 || echo "$name"
done >"$work/missing"
silent "virt-term finds the terms that it lists" cat "$work/missing"

cat >"$work/some.refs" <<'EOD'
<?xml version="1.0" encoding="UTF-8"?>
<refs xmlns="urn:glossc:refs" name="some" section="7">
  <term anchor="Dom0">Dom0</term>
  <term anchor="domain">domain</term>
  <term anchor="live migration">live migration</term>
  <term anchor="live copy" id="x">live copy</term>
  <term anchor="Q&amp;A">Q&amp;A &lt;b&gt; (it's)</term>
</refs>
EOD
bin=$work/bin
mkdir "$bin"
ln -s "$virt_term" "$bin/virt-term"

# The candidates for the last of the words, a line each.
bash_offers()
{
	VIRT_TERMS=$work/some.xml PATH=$bin:$PATH bash -c '
		. "$1"
		shift
		COMP_WORDS=(virt-term "$@")
		COMP_CWORD=$#
		_virt_term
		printf "%s\n" "${COMPREPLY[@]}"
	' bash "$SOURCE/completions/virt-term" "$@"
}

zsh_offers()
{
	VIRT_TERMS=$work/some.xml PATH=$bin:$PATH zsh -f -c '
		compadd() {
			while [[ $1 == -* && $1 != -a && $1 != -- ]]; do
				shift 2
			done
			if [[ $1 == -a ]]; then
				print -rl -- ${(M)${(P)2}:#(#i)${(b)words[CURRENT]}*}
			else
				shift
				print -rl -- ${(M)@:#${(b)words[CURRENT]}*}
			fi
		}
		setopt extendedglob
		file=$1
		shift
		words=(virt-term "$@")
		CURRENT=$#words
		. $file
	' zsh "$SOURCE/completions/_virt-term" "$@"
}

# offers SHELL NAME EXPECTED WORD...: in any order
offers()
{
	offers_shell=$1
	offers_name="$1: $2"
	offers_expected=$3
	shift 3
	if ! have "$offers_shell"; then
		skip "$offers_name" "$offers_shell is not installed"
		return
	fi
	"${offers_shell}_offers" "$@" 2>&1 | sort | paste -s -d '|' \
	    >"$work/offered"
	echo "$offers_expected" >"$work/wanted"
	check "$offers_name" diff "$work/wanted" "$work/offered"
}

offers bash "in either case, as it was typed" 'dom0|domain' dom
offers bash "several words" 'live copy|live migration' li
offers bash "the last of several words" 'migration' live m
offers bash "any last word" 'copy|migration' live ''
offers bash "signs are quoted" "q\\&A \\<b\\> \\(it\\'s\\)" q
offers bash "after an option" 'domain' --ascii doma
offers bash "options" '--help' --he
offers bash "nothing" '' nothing
offers zsh "in either case" 'Dom0|domain' dom
offers zsh "several words" 'live copy|live migration' li
offers zsh "the last of several words" 'migration' Live m
offers zsh "any last word" 'copy|migration' live ''
offers zsh "after an option" 'domain' --ascii doma
offers zsh "options" '--help' --he
offers zsh "nothing" '' nothing

judge_man "virt-term(1)" "$DOCS/virt-term.1"
"$virt_term" --help | grep -o -e '^ *--[a-z]*' | tr -d ' ' |
    while read -r option; do
	man_renders "$DOCS/virt-term.1"
	grep -q -e "$option" "$work/page" || echo "$option"
    done >"$work/missing"
silent "virt-term(1) has every option" cat "$work/missing"
done_testing
[ "$failures" -eq 0 ]
