#!/bin/sh
# SPDX-License-Identifier: MIT
# Web pages by the judges of the web: the Nu checker, and Chromium with axe-core,
# which "npm ci --prefix tests/web" fetches; and the anchors of the glossary, as
# links from elsewhere lead to them.
. "$SOURCE/tests/lib.sh"

modules=$SOURCE/tests/web/node_modules
pages=$work/pages
mkdir "$pages"

check "the glossary is a web page" "$GLOSSC" --to=html \
    --output="$pages/virt-terms.html" "$SOURCE/source/virt-terms.xml"
check "so is the manual" "$GLOSSC" --to=html \
    --output="$pages/glossc.1.html" "$SOURCE/source/glossc.1.xml"
check "and one that lets only its own script run" "$GLOSSC" --to=html \
    --param=html.csp=yes --output="$pages/policy.html" \
    "$SOURCE/source/virt-term.1.xml"
check "and one of all that HTML has" "$GLOSSC" --to=html --quiet \
    --output="$pages/content.html" \
    "$SOURCE/tests/cases/html-content/input.xml"

mkdir "$pages/split" "$pages/manual"
check "and the glossary as a page for each term" "$GLOSSC" --to=html --split \
    --output="$pages/split" "$SOURCE/source/virt-terms.xml"
check "and a manual as a page for each of its pages" "$GLOSSC" --to=html \
    --split --output="$pages/manual" \
    "$SOURCE/tests/cases/html-split-manual/input.xml"
check "and a glossary that lets only its own script run" "$GLOSSC" --to=html \
    --param=html.csp=yes --output="$pages/terms.html" \
    "$SOURCE/tests/cases/html-clash/input.xml"

# --- links between pages ---

# links.pl FOLDER: which lead to no page, or to no place in it
if have perl; then
	for folder in split manual; do
		silent "$folder: each link between pages leads to its place" \
		    perl "$SOURCE/tests/web/links.pl" "$pages/$folder"
	done
else
	skip "links between pages" "perl is missing"
fi

# --- anchors ---

grep -o ' id="[^"]*"' "$pages/virt-terms.html" | cut -d '"' -f 2 |
    LC_ALL=C sort -u >"$work/anchors"
if [ "${UPDATE:-}" ]; then
	cp "$work/anchors" "$SOURCE/tests/shipped/anchors"
fi
check "there are anchors" test -s "$work/anchors"
LC_ALL=C comm -23 "$SOURCE/tests/shipped/anchors" "$work/anchors" \
    >"$work/gone"
silent "no anchor of the glossary is gone" cat "$work/gone"
grep -o ' id="[^"]*"' "$pages/split/virt-terms.html" | cut -d '"' -f 2 |
    LC_ALL=C sort -u >"$work/listed"
grep -Fx -f "$work/listed" "$SOURCE/tests/shipped/anchors" >"$work/kept"
check "the list of pages has those of terms, too" \
    test "$(wc -l <"$work/kept")" -ge 700

# --- the Nu checker ---

vnu=$modules/vnu-jar/build/dist/vnu.jar
if have java && [ -f "$vnu" ]; then
	# it does not compare the hashes of a policy
	mkdir "$work/nu"
	cp "$pages/content.html" "$pages/glossc.1.html" "$pages/virt-terms.html" "$work/nu"
	for page in virt-terms domain hypervisor live-migration storage-pool; do
		cp "$pages/split/$page.html" "$work/nu/split-$page.html"
	done
	cp "$pages/manual"/*.html "$work/nu"
	java -Xss8m -jar "$vnu" "$work/nu"/*.html >"$work/nu.said" 2>&1
	silent "the Nu checker has nothing to say" cat "$work/nu.said"
else
	skip "the Nu checker" "java is missing, or npm ci --prefix tests/web"
fi

# --- Chromium ---

chromium=$(command -v chromium || command -v chromium-browser)
if have node && [ "$chromium" ] && [ -d "$modules/playwright-core" ]; then
	check "Chromium and axe-core find nothing wrong" \
	    node "$SOURCE/tests/web/browser.mjs" "$chromium" \
	    "$pages/virt-terms.html" "$pages/glossc.1.html" \
	    "$pages/policy.html" "$pages/terms.html" \
	    "$pages/split/virt-terms.html" "$pages/split/domain.html" \
	    "$pages/split/live-migration.html" "$pages/manual"/*.html
	# what would be HTML, at every place where a document may have text
	mkdir "$work/in" "$work/out"
	perl "$SOURCE/tests/inject.pl" html "$work/in"
	perl "$SOURCE/tests/inject.pl" elements "$work/in" \
	    "$SOURCE/tests/cases/every-element-5/input.xml"
	"$GLOSSC" --quiet --to=html --output="$work/out" "$work/in"/[de]*.xml
	check "hostile text makes pages" test -f "$work/out/d1.html"
	check "none of it runs, or becomes an element, attribute or address" \
	    node "$SOURCE/tests/web/browser.mjs" "$chromium" --canary \
	    "$work/out"/*.html
else
	skip "Chromium and axe-core" \
	    "node or chromium is missing, or npm ci --prefix tests/web"
fi
done_testing
