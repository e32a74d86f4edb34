# SPDX-License-Identifier: MIT
# Completion of virt-term's terms in fish, which quotes what has blanks.

complete -c virt-term -f
complete -c virt-term -a '(virt-term --list 2>/dev/null)'
complete -c virt-term -s k -d 'Search the entries for words'
complete -c virt-term -l color -x -a 'auto always never' -d 'Use colour'
complete -c virt-term -l hyperlink -x -a 'auto always never' -d 'Use links'
complete -c virt-term -l width -x -d 'Columns to fill'
complete -c virt-term -l ascii -d 'Print ASCII only'
complete -c virt-term -l list -d 'Print all terms'
complete -c virt-term -l help -d 'Print help'
complete -c virt-term -l version -d 'Print the version'
