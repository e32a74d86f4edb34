#!/bin/sh
# SPDX-License-Identifier: MIT
# Turns stylesheets and their words into a table in C:
# embed.sh FOLDER NAME... >stylesheets.c
#
# Comments and indentation are left out, as they would only cost time at each
# start; the lines are kept, so that errors still name the right one.  Text in a
# stylesheet stands on one line, inside its xsl:text or its element.
# In a file of words, what starts with # is a comment.
#
# With each stylesheet goes a list of its templates that only some documents
# need, and of the elements that ask for them: those that the template matches,
# and those that its callers match.
set -eu
export LC_ALL=C
folder=$1
shift

cat <<'EOF'
/* SPDX-License-Identifier: MIT */
/* Made by embed.sh from the stylesheets; do not edit. */
#include "stylesheets.h"

EOF

cd "$folder"
"${AWK:-awk}" '
# The line without its comments, as comments may span lines.
function strip(line,    out, mark, at) {
	out = ""
	while (line != "") {
		mark = inside ? "-->" : "<!--"
		at = index(line, mark)
		if (!inside)
			out = out substr(line, 1, at ? at - 1 : length(line))
		if (!at)
			break
		line = substr(line, at + length(mark))
		inside = !inside
	}
	sub(/^[ \t]+/, "", out)
	sub(/[ \t]+$/, "", out)
	return out
}

function attribute(tag, name) {
	if (!match(tag, "[ \n]" name "=\"[^\"]*\""))
		return ""
	tag = substr(tag, RSTART, RLENGTH)
	sub(/^[^"]*"/, "", tag)
	sub(/"$/, "", tag)
	return tag
}

function ask(template, element) {
	if ((template, element) in asked)
		return 0
	asked[template, element] = 1
	elements[template] = elements[template] element " "
	return 1
}

# What a whole template matches, is called and calls.  A pattern that names no
# element, or more than the elements that it names, is for every document.
function note(text,    tag, pattern) {
	match(text, /^[^>]*>/)
	tag = substr(text, 1, RLENGTH)
	pattern = attribute(tag, "match")
	named[templates] = attribute(tag, "name")
	if (pattern ~ /[*@()]/ || pattern == "/")
		ask(templates, "*")
	while (match(pattern, /[a-z]+:[a-z0-9]+/)) {
		tag = substr(pattern, RSTART, RLENGTH)
		pattern = substr(pattern, RSTART + RLENGTH)
		ask(templates, substr(tag, index(tag, ":") + 1))
	}
	while (match(text, /<xsl:call-template[ \n]+name="[^"]*"/)) {
		tag = substr(text, RSTART, RLENGTH)
		calls[templates] = calls[templates] attribute(tag, "name") " "
		text = substr(text, RSTART + RLENGTH)
	}
}

# What asks for a template asks for those that it calls.
function pass_on(    again, t, u, i, j, n, m, called, element) {
	do {
		again = 0
		for (t = 1; t <= templates; t++) {
			n = split(calls[t], called, " ")
			m = split(elements[t], element, " ")
			for (i = 1; i <= n; i++)
				for (u = 1; u <= templates; u++)
					for (j = 1; named[u] == called[i] &&
					    j <= m; j++)
						again += ask(u, element[j])
		}
	} while (again)
}

FNR == 1 {
	files++
	name[files] = FILENAME
	len = open = inside = 0
	print (files == 1 ? "" : ";\n\n") "static const char bytes_" files "[] ="
}

{
	words = FILENAME ~ /^words\//
	if (words && /^(#|$)/)
		next
	out = words ? $0 : strip($0)
	if (out ~ /^<xsl:template[ \t]*/ && !words) {
		open = 1
		templates++
		file[templates] = files
		from[templates] = len
		text = ""
	}
	len += length(out) + 1
	if (open) {
		text = text out "\n"
		if (text ~ /<\/xsl:template>/ || text ~ /^[^>]*\/>/) {
			open = 0
			to[templates] = len
			note(text)
		}
	}
	gsub(/\\/, "\\\\", out)
	gsub(/"/, "\\\"", out)
	gsub(/\?/, "\\?", out)
	print "\t\"" out "\\n\""
}

END {
	print ";\n"
	pass_on()
	for (i = 1; i <= files; i++) {
		printf "static const struct part parts_%d[] = {\n", i
		for (t = 1; t <= templates; t++)
			if (file[t] == i && !((t, "*") in asked))
				printf "\t{ %d, %d, \"%s\" },\n", from[t],
				    to[t], elements[t]
		print "\t{ 0, 0, NULL }\n};\n"
	}
	print "const struct stylesheet stylesheets[] = {"
	for (i = 1; i <= files; i++)
		printf "\t{ \"%s\", bytes_%d, sizeof(bytes_%d) - 1, " \
		    "parts_%d },\n", name[i], i, i, i
	print "\t{ NULL, NULL, 0, NULL }\n};"
}' "$@"
