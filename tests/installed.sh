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
    cp -P "${pages:-$DOCS/pages}"/*.7virt "$manpath/man7"
index_pages
for term in virt-terms hypervisor Dom0 live-migration VMM KVM; do
	opens "$term" '^VIRT-TERMS(7virt)'
done
for term in virt-terms hypervisor Dom0 live-migration KVM VM VMM; do
	asks whatis "$term" "^$term (7virt) *- ."
	asks_mandoc whatis "$term" "\(^\|[, ]\)$term[,(].* - ."
done
asks whatis dom0 '^Dom0 (7virt) *- The first domain'
opens virt-terms '^ *accelerator (Hosts, guests, virtual machines'
opens virt-terms '^ *cloud-init(1), .*guestfish(1)'
asks apropos migration '^live-migration (7virt) *- '
asks_mandoc apropos migration 'live-migration'
done_testing
[ "$failures" -eq 0 ]
