#!/bin/sh
# SPDX-License-Identifier: MIT
# Turns stylesheets and their words into a table in C:
# embed.sh FOLDER NAME... >stylesheets.c
#
# Comments, indentation and empty lines are left out, and what a stylesheet
# includes stands in it, as all that would only cost time at each start.  Text in
# a stylesheet stands on one line, inside its xsl:text or its element.
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
#include "layout/stylesheets.h"

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
# element, or more than the elements that it names, is for every document; what
# it asks of them can only make it match less.
function note(text,    tag, pattern) {
	match(text, /^[^>]*>/)
	tag = substr(text, 1, RLENGTH)
	pattern = attribute(tag, "match")
	named[templates] = attribute(tag, "name")
	while (match(pattern, /\[[^][]*\]/))
		pattern = substr(pattern, 1, RSTART - 1) \
		    substr(pattern, RSTART + RLENGTH)
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

# The file that a line includes, or nothing.
function included(line, path,    href) {
	if (line !~ /<xsl:include /)
		return ""
	href = attribute(line, "href")
	sub(/[^\/]*$/, "", path)
	return path href
}

# What stands between the tags of the stylesheet that all of them share.
function include(path,    line, begun) {
	while ((getline line < path) > 0) {
		line = strip(line)
		if (line == "</xsl:stylesheet>")
			break
		if (begun)
			put(line)
		else if (line ~ /exclude-result-prefixes=.*>$/)
			begun = 1
	}
	close(path)
	if (!begun) {
		print "embed.sh: cannot include " path >"/dev/stderr"
		exit 1
	}
}

# A line into the bytes of the stylesheet, or of the words.
function put(out) {
	if (out == "")
		return
	if (out ~ /^<xsl:template[ \t]*/) {
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

# Those that others include are not stylesheets of their own.
BEGIN {
	for (i = 1; i < ARGC; i++) {
		while ((getline line < ARGV[i]) > 0)
			if ((path = included(line, ARGV[i])) != "")
				is_part[path] = 1
		close(ARGV[i])
	}
	for (i = 1; i < ARGC; i++)
		if (ARGV[i] in is_part)
			ARGV[i] = ""
}

FNR == 1 {
	files++
	name[files] = FILENAME
	len = open = inside = 0
	print (files == 1 ? "" : ";\n\n") "static const char bytes_" files "[] ="
}

FILENAME ~ /^words\// {
	if (!/^#/)
		put($0)
	next
}

{
	line = strip($0)
	path = included(line, FILENAME)
	if (path != "")
		include(path)
	else
		put(line)
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
