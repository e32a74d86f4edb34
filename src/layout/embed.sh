#!/bin/sh
# SPDX-License-Identifier: MIT
# Turns stylesheets and their words into a table in C:
# embed.sh FOLDER NAME... >stylesheets.c
#
# Comments and indentation are left out, as they would only cost time at each
# start; the lines are kept, so that errors still name the right one.  Text in a
# stylesheet stands on one line, inside its xsl:text or its element.
# In a file of words, what starts with # is a comment.
set -eu
export LC_ALL=C
folder=$1
shift

cat <<'EOF'
/* SPDX-License-Identifier: MIT */
/* Made by embed.sh from the stylesheets; do not edit. */
#include "stylesheets.h"

EOF

i=0
for name
do
	i=$((i + 1))
	printf 'static const char bytes_%s[] =\n' "$i"
	case $name in
	words/*) words=1 ;;
	*) words=0 ;;
	esac
	"${AWK:-awk}" -v words="$words" '
	words && /^(#|$)/ { next }
	{
		line = $0
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
		gsub(/\\/, "\\\\", out)
		gsub(/"/, "\\\"", out)
		gsub(/\?/, "\\?", out)
		print "\t\"" out "\\n\""
	}
	END { print "\t\"\";\n" }' "$folder/$name"
done

printf 'const struct stylesheet stylesheets[] = {\n'
i=0
for name
do
	i=$((i + 1))
	printf '\t{ "%s", bytes_%s, sizeof(bytes_%s) - 1 },\n' "$name" "$i" "$i"
done
printf '\t{ NULL, NULL, 0 }\n};\n'
