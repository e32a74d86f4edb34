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

# --- the Nu checker ---

vnu=$modules/vnu-jar/build/dist/vnu.jar
if have java && [ -f "$vnu" ]; then
	# it does not compare the hashes of a policy
	mkdir "$work/nu"
	cp "$pages/content.html" "$pages/glossc.1.html" "$pages/virt-terms.html" "$work/nu"
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
	    "$pages/policy.html"
else
	skip "Chromium and axe-core" \
	    "node or chromium is missing, or npm ci --prefix tests/web"
fi
done_testing
