#!/bin/sh
# SPDX-License-Identifier: MIT
# Turns the style and the script of a web page into strings in C:
# embed.sh page.css page.js >page.c
#
# Comments on lines of their own, indentation and empty lines are left out.
set -eu
export LC_ALL=C

echo '/* SPDX-License-Identifier: MIT */'
echo '/* Made by embed.sh from page.css and page.js; do not edit. */'
echo '#include "write/html/html.h"'

embed()
{
	printf '\nconst char %s[] =\n' "$1"
	sed -e 's/^[ \t]*//' -e '/^\/\*.*\*\/$/d' -e '/^\/\/ /d' -e '/^$/d' \
	    -e 's/[\\"]/\\&/g' -e 's/.*/"&\\n"/' "$2"
	echo ';'
}

embed html_style "$1"
embed html_script "$2"
