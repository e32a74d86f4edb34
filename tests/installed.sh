#!/bin/sh
# SPDX-License-Identifier: MIT
# The shipped pages are found by their terms: those of the build, or in MANDIR
# what was installed there (make installcheck).
. "$SOURCE/tests/lib.sh"

manpath=$work/man
mkdir -p "$manpath/man7"
pages=${MANDIR:-}
pages=${pages:+$pages/man7}
check "the pages are there" \
    cp -P "${pages:-$DOCS/pages}"/*.7virt \
    "${pages:-$DOCS/pages}/virt-terms.7" "$manpath/man7"
# What a page takes on disk, compressed: a block, so that all of them stay small.
for page in "$manpath/man7"/*.7virt; do
	[ "$(gzip -9nc "$page" | wc -c)" -le 4096 ] || echo "${page##*/}"
done >"$work/large"
silent "no term's page takes more than 4 kB, compressed" cat "$work/large"
index_pages
opens virt-terms '^VIRT-TERMS(7)'
opens hypervisor '^HYPERVISOR(7virt)'
opens VMM '^VIRTUAL-MACHINE-MONITOR(7virt)'
opens Dom0 '^DOM0(7virt)'
opens Domain-0 '^DOM0(7virt)'
opens KVM '^KVM(7virt)'
asks whatis storage-pool '^storage-pool (7virt) *- .*[^.]$'
asks whatis virt-terms '^virt-terms (7) *- Names and terms'
for term in hypervisor Dom0 live-migration KVM VM VMM; do
	asks whatis "$term" "^$term (7virt) *- ."
	asks_mandoc whatis "$term" "\(^\|[, ]\)$term[,(].* - ."
done
# man-db does not tell upper case from lower
if have mandb; then
	check 'man dom0: says "DOM0"' prints '^DOM0(7virt)' \
	    man_db "$man" dom0
fi
asks whatis dom0 '^Dom0 (7virt) *- The first domain'
opens virt-terms '^ *accelerator (Hosts, guests, virtual machines'
opens virt-terms '^ *augtool(1), .*cloud-init(1)'
asks apropos migration '^live-migration (7virt) *- '
asks_mandoc apropos migration 'live-migration'
done_testing
[ "$failures" -eq 0 ]
