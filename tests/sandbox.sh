#!/bin/sh
# SPDX-License-Identifier: MIT
# What a document makes us read: nothing but files below the folders that are
# allowed, by whatever name it calls them; and a refusal says what to do.
. "$SOURCE/tests/lib.sh"

mkdir -p "$work/in/sub" "$work/in/http:/host" "$work/out"
cd "$work/in" || exit 99
echo 'secretword' >../out/secret
echo 'insideword' >inside.txt
echo 'insideword' >sub/inside.txt
echo 'insideword' >./-
echo 'secretword' >http:/host/file
echo '<para xmlns="http://docbook.org/ns/docbook">secretword</para>' \
    >../out/secret.xml
ln -s ../out/secret link
ln -s ../out linked
ln -s inside.txt good-link
mkfifo fifo
echo '<!ENTITY x "secretword">' >../out/x.dtd
echo '<!ENTITY x "insideword">' >x.dtd
cat >map.xml <<EOD
<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">
  <system systemId="http://host/words" uri="$work/out/secret"/>
  <uri name="http://host/words" uri="$work/out/secret"/>
</catalog>
EOD

# Prints a document: write_document KIND URL [ATTRIBUTE]
write_document()
{
	doctype=
	use=
	xi='xmlns:xi="http://www.w3.org/2001/XInclude"'
	case $1 in
	entity)
		doctype="<!DOCTYPE glossary [<!ENTITY x SYSTEM \"$2\">]>"
		use='&x;' ;;
	parameter)
		doctype="<!DOCTYPE glossary [<!ENTITY % p SYSTEM \"$2\">%p;]>"
		use='&x;' ;;
	dtd)
		doctype="<!DOCTYPE glossary SYSTEM \"$2\">"
		use='&x;' ;;
	text)
		use="<xi:include $xi parse=\"text\" href=\"$2\"/>" ;;
	xml)
		use="<xi:include $xi href=\"$2\"/>" ;;
	esac
	cat <<EOD
$doctype
<glossary xmlns="http://docbook.org/ns/docbook" ${3-}>
  <title>T</title>
  <glossentry><glossterm>guest</glossterm>
    <glossdef><para>is $use</para></glossdef></glossentry>
</glossary>
EOD
}

# run_document STATUS KIND URL [ATTRIBUTE] [OPTION]...
run_document()
{
	expected=$1
	name="$2 $3${4:+, $4}"
	write_document "$2" "$3" "${4-}" >d.xml
	shift 3
	[ $# -eq 0 ] || shift
	timeout 60 "$GLOSSC" --to=text --output=- "$@" d.xml >"$work/page" \
	    2>"$work/said" </dev/null
	status=$?
	echo "exit status $status" >>"$work/said"
	[ "$status" -eq "$expected" ] && ! grep -q 'secretword\|root:' \
	    "$work/page" "$work/said"
}

outside='it lies outside the folders that may be read; allow its folder with -I'
foreign='only files are read; let the XML catalog map it to one'

# refused KINDS URL [ATTRIBUTE]: with file and line, and what to do
refused()
{
	for kind in $1; do
		run_document 1 "$kind" "$2" "${3-}" && grep -Eq \
		    "^d\.xml:[0-9]+: error: .* is refused: ($outside|$foreign) " \
		    "$work/said"
		result $? "$name: is refused"
	done
}

# read_in KINDS URL [ATTRIBUTE]
read_in()
{
	for kind in $1; do
		run_document 0 "$kind" "$2" "${3-}" &&
		    grep -q insideword "$work/page"
		result $? "$name: is read"
	done
}

all="entity text xml"
read_in "entity text" inside.txt
read_in "entity text" good-link
read_in "entity text" sub/../inside.txt
read_in "entity text" "$work/in/inside.txt"
read_in "entity text" "file://$work/in/inside.txt"
read_in "entity text" -
read_in text inside.txt 'xml:base="sub/"'
read_in "dtd parameter" x.dtd

# paths and links
refused "$all" ../out/secret
refused "$all" "$work/out/secret"
refused "$all" "$work/in/../out/secret"
refused "$all" link
refused "$all" linked/secret
refused "$all" linked/secret.xml
refused "$all" %2e%2e/out/secret
refused "$all" ..%2fout/secret
refused "$all" sub/..%2f..%2fout/secret
refused "$all" ../out/not-there
refused "$all" /etc/passwd
refused "$all" //etc/passwd
refused "$all" /proc/self/environ
refused "$all" /proc/self/fd/0
refused "$all" /dev/zero
refused "$all" /dev/stdin
refused "$all" fifo
refused "$all" sub
# schemes
refused "$all" "file://$work/out/secret"
refused "$all" "FILE://$work/out/secret"
refused "$all" "file://localhost$work/out/secret"
refused "$all" file:../out/secret
refused "$all" file://host/etc/passwd
for scheme in http ftp HTTP php expect glob jar glossc; do
	refused "$all" $scheme://host/file
done
refused "$all" data:text/plain,words
refused "$all" compress:/etc/passwd
# xml:base
refused "text xml" secret 'xml:base="../out/"'
refused "text xml" secret "xml:base=\"file://$work/out/\""
refused "text xml" file 'xml:base="http://host/"'
# a name that is none is said, too
for kind in entity text xml; do
	for url in '..\out\secret' ' /etc/passwd' 'bad uri' 'bad%uri' \
	    sub/..%2f../../out/secret; do
		run_document 1 "$kind" "$url" &&
		    grep -Eq '^d\.xml:[0-9]+: error: ' "$work/said"
		result $? "$name: is an error"
	done
done

# a DTD's declarations are done without
for kind in dtd parameter; do
	run_document 1 "$kind" ../out/x.dtd &&
	    grep -q 'd\.xml:1: warning: .*(-I allows its folder) \[dtd\]' \
	    "$work/said"
	result $? "$name: is not read"
done

write_document dtd ../out/x.dtd | sed 's/&x;//' >d.xml
"$GLOSSC" --to=text --output=- d.xml >"$work/page" 2>"$work/said" &&
    grep -q guest "$work/page"
result $? "a DTD that nothing needs is no error"

# A document that comes from /dev/stdin or /proc does not come from a folder:
# what others have in /dev/shm is none of its files.
if [ -e /dev/stdin ] && shm=$(mktemp -d /dev/shm/glossc-test.XXXXXX); then
	trap 'rm -rf "$work" "$shm"' EXIT
	echo secretword >"$shm/secret"
	for kind in text entity; do
		write_document $kind "shm/${shm##*/}/secret" >d.xml
		"$GLOSSC" --to=text --output=- /dev/stdin <d.xml \
		    >"$work/page" 2>"$work/said"
		[ $? -eq 1 ] && ! grep -q secretword "$work/page" "$work/said"
		result $? "$kind: /dev/stdin is in no folder"
		write_document $kind ../environ >d.xml
		"$GLOSSC" --to=text --output=- /proc/self/fd/0 <d.xml \
		    >"$work/page" 2>"$work/said"
		[ $? -eq 1 ] && [ ! -s "$work/page" ]
		result $? "$kind: nor is /proc/self/fd/0"
		write_document $kind "$shm/secret" >d.xml
		"$GLOSSC" --to=text --output=- -I /dev /dev/stdin <d.xml \
		    >"$work/page" 2>"$work/said"
		grep -q secretword "$work/page"
		result $? "$kind: -I allows even /dev"
	done
	rm -rf "$shm"
	trap 'rm -rf "$work"' EXIT
else
	skip "documents from /dev and /proc" "no /dev/shm"
fi

# -I allows a folder, and no other
for kind in entity text; do
	write_document $kind ../out/secret >d.xml
	"$GLOSSC" --to=text --output=- -I ../out d.xml >"$work/page" \
	    2>"$work/said"
	check "$kind: -I allows" grep -q secretword "$work/page"
	run_document 1 $kind /etc/passwd '' -I ../out
	result $? "$kind: -I allows nothing else"
	run_document 1 $kind ../out/secret '' -I .
	result $? "$kind: another -I does not help"
done

# what is included is in the same sandbox
write_document xml /etc/passwd | sed '/<glossary/,$!d' >sub/inner.xml
run_document 1 xml sub/inner.xml && grep -q 'is refused' "$work/said"
result $? "an XInclude in an XInclude: is refused"
echo '<!ENTITY y SYSTEM "../../out/secret"><!ENTITY x "&y;">' >sub/y.dtd
run_document 1 dtd sub/y.dtd && grep -q 'is refused' "$work/said"
result $? "an entity that a DTD declares: is refused"

# the user's catalog leads anywhere, the document's nowhere
write_document entity http://host/words >d.xml
XML_CATALOG_FILES="$work/in/map.xml" "$GLOSSC" --to=text --output=- d.xml \
    >"$work/page" 2>"$work/said"
check "the user's catalog is followed" grep -q secretword "$work/page"
{
	echo '<?oasis-xml-catalog catalog="map.xml"?>'
	write_document entity http://host/words
} >d.xml
"$GLOSSC" --to=text --output=- d.xml >"$work/page" 2>"$work/said"
[ $? -eq 1 ] && grep -q 'is refused' "$work/said"
result $? "the document's catalog is not followed"

# What is really opened, by names in every spelling.  opened.so tells of each
# file; those of a run that names nothing forbidden (libraries, data) are known.
opened=$DOCS/tests/opened.so
mkdir -p cat/deep
echo insideword >cat/good
echo insideword >cat/deep/good
ln -s "$work/out/secret" cat/link
mkfifo "$work/out/fifo" cat/fifo
cat >rewrite.xml <<EOD
<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">
  <rewriteURI uriStartString="http://r/x/" rewritePrefix="file://$work/in/cat/"/>
  <rewriteSystem systemIdStartString="http://r/x/"
      rewritePrefix="file://$work/in/cat/"/>
  <rewriteURI uriStartString="http://r/" rewritePrefix="cat/deep/"/>
  <rewriteURI uriStartString="urn:r:" rewritePrefix="file://$work/in/cat/de"/>
  <rewriteSystem systemIdStartString="urn:r:" rewritePrefix="cat/deep/"/>
  <uri name="http://exact/" uri="cat/good"/>
</catalog>
EOD

cat >article.xml <<'EOD'
<article xmlns="http://docbook.org/ns/docbook"><title>A</title>
  <para>A <glossterm>guest</glossterm>.</para>
  <glossary role="auto"><title>G</title></glossary></article>
EOD

# observe FILE...: what is opened for these documents goes to $work/opened
observe()
{
	XML_CATALOG_FILES="$work/in/rewrite.xml" LD_PRELOAD=$opened \
	    timeout 60 "$GLOSSC" --to=text --output=- "$@" \
	    >"$work/page" 2>"$work/said" </dev/null 9>"$work/opened"
}

# documents FOLDER: writes a document for each 15 names, and each kind of use
documents()
{
	perl -e '
		my ($to, $work) = @ARGV;
		my @begin = ("", "sub/", "none/", "linked/", "$work/in/",
		    "file://$work/in/", "FILE:$work/in/", "http://r/x/",
		    "http://r/x/deep/", "http://r/x/none/", "http://r/",
		    "urn:r:ep/", "urn:r:", "http://exact/");
		my @up = ("../", "%2e%2e/", ".%2E/", "..%2f", "%2e%2e%2F",
		    "..//", "..%2f/", "./../", "..\\", "%252e%252e/",
		    "....//", "..;/", "sub/../../");
		my $depth = () = "$work/in/cat/deep" =~ m|/|g;
		my @names = map { my $b = $_; map { my $u = $_;
		    map { "$b$_" } (map { $u x $_ . "out/secret" } 1 .. 3),
		    $u x 3 . "out/fifo", $u x $depth . "etc/passwd",
		    $u x ($depth + 1) . "proc/self/environ",
		    $u x $depth . substr("$work/out/secret", 1) } @up } @begin;
		push @names, "http://r/x/link", "http://r/x/fifo",
		    "http://r/x//etc/passwd", "http://r/x/%2fetc/passwd",
		    "http://r/x/file:///etc/passwd";
		my $n = 0;
		while (my @some = splice @names, 0, 15) {
			$n++;
			for my $kind ("text", "xml", "entity", "external",
			    "refs", "collection") {
				open my $d, ">", "$to/$kind-$n.xml" or die $!;
				my $i = 0;
				print $d "<!DOCTYPE glossary [",
				    map({ $i++; $kind =~ /entity|refs|coll/ ?
				    "<!ENTITY e$i SYSTEM \"$_\">" :
				    "<!ENTITY % e$i SYSTEM \"$_\">%e$i;" }
				    $kind eq "text" || $kind eq "xml" ? () :
				    @some), "]>";
				$i = 0;
				if ($kind eq "refs") {
					print $d "<refs xmlns=\"urn:glossc:refs\" name=\"n\"
					    section=\"7\"><term anchor=\"guest\">",
					    map({ $i++; "&e$i;" } @some),
					    "</term></refs>";
					close $d or die $!;
					next;
				}
				print $d "<glossary xmlns=\"http://docbook.org/ns/docbook\"
				    xmlns:xi=\"http://www.w3.org/2001/XInclude\">
				    <glossentry><glossterm>g</glossterm>
				    <glossdef><para>";
				print $d map({ $i++; $kind =~ /entity|coll/ ? "&e$i;" :
				    "<xi:include parse=\"$kind\" href=\"$_\"/>" }
				    $kind eq "external" ? () : @some);
				print $d "</para></glossdef></glossentry></glossary>";
				close $d or die $!;
			}
		}
		print $n * 6, "\n"' "$1" "$work"
}

write_document entity http://r/x/good >d.xml
if [ -f "$opened" ] && observe d.xml && [ -s "$work/opened" ]; then
	grep -q insideword "$work/page" &&
	    grep -qx "$work/in/cat/good" "$work/opened"
	result $? "a catalog that rewrites is followed, and seen to be"
	sort -u "$work/opened" >"$work/known"
	for url in http://r/x/deep/good http://r/good http://exact/; do
		write_document text "$url" >d.xml
		observe d.xml && grep -q insideword "$work/page"
		result $? "$url: is found by the catalog"
	done
	write_document entity ../out/secret >d.xml
	observe -I ../out d.xml
	check "what -I allows is seen to be opened" \
	    grep -qx "$work/out/secret" "$work/opened"
	# What a document names for others is not opened at all: pictures, schemas,
	# stylesheets, notations, files of text, addresses.
	cat >d.xml <<EOD
<?xml-stylesheet href="$work/out/secret" type="text/xsl"?>
<?xml-model href="$work/out/secret"?>
<!DOCTYPE glossary [<!NOTATION n SYSTEM "$work/out/secret">
<!ENTITY u SYSTEM "$work/out/secret" NDATA n>]>
<glossary xmlns="http://docbook.org/ns/docbook"
    xmlns:xlink="http://www.w3.org/1999/xlink"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://docbook.org/ns/docbook $work/out/secret">
  <glossentry><glossterm>guest</glossterm><glossdef><mediaobject>
    <imageobject><imagedata fileref="$work/out/secret"/></imageobject>
    <imageobject><imagedata entityref="u"/></imageobject>
    <textobject><textdata fileref="$work/out/secret" entityref="u"/>
    </textobject></mediaobject>
    <programlisting><inlinemediaobject><textobject><textdata
      fileref="$work/out/secret"/></textobject></inlinemediaobject>
    </programlisting><para><link xlink:href="file://$work/out/secret">it</link>
    <olink targetdoc="$work/out/secret" targetptr="x">that</olink></para>
    </glossdef></glossentry>
</glossary>
EOD
	observe -q d.xml
	sort -u "$work/opened" | comm -13 "$work/known" - |
	    grep -v "^$work/in/" >"$work/outside"
	cat "$work/outside" >>"$work/said"
	grep -q guest "$work/page" && [ ! -s "$work/outside" ] &&
	    ! grep -q secretword "$work/page" "$work/said"
	result $? "what a document names for others is not opened"
	mkdir many
	written=$(documents many)
	tried=0
	for kind in text xml entity external refs collection; do
		bad=0
		for file in many/$kind-*.xml; do
			case $kind in
			refs | collection) observe "--$kind=$file" article.xml ;;
			*)
				cp "$file" d.xml
				observe d.xml ;;
			esac
			status=$?
			tried=$((tried + 1))
			sort -u "$work/opened" | comm -13 "$work/known" - |
			    grep -v "^$work/in/" >"$work/outside"
			if [ $status -gt 1 ] || [ -s "$work/outside" ] ||
			    grep -q 'secretword\|root:' "$work/page" \
			    "$work/said"; then
				bad=1
				cat "$work/outside" >>"$work/said"
				break
			fi
		done
		result $bad "$kind: by no spelling is anything outside opened"
	done
	[ "$tried" -eq "$written" ] && [ "$tried" -gt 450 ]
	result $? "all $tried documents were tried"
else
	skip "what is really opened" "tests/opened.c can't be used here"
fi

# a collection and a refs file are no better
write_document entity ../out/secret >collection.xml
"$GLOSSC" --to=text --output=- --collection=collection.xml article.xml \
    >"$work/page" 2>"$work/said"
[ $? -eq 1 ] && grep -q '^collection\.xml:[0-9]*: error: .*is refused' \
    "$work/said"
result $? "a collection's entity: is refused"
cat >bad.refs <<'EOD'
<!DOCTYPE refs [<!ENTITY x SYSTEM "../out/secret">]>
<refs xmlns="urn:glossc:refs" name="n" section="7">
  <term anchor="guest">&x;</term>
</refs>
EOD
"$GLOSSC" --to=text --output=- --refs=bad.refs article.xml >"$work/page" \
    2>"$work/said"
[ $? -eq 1 ] && grep -q '^bad\.refs:[0-9]*: error: .*is refused' "$work/said"
result $? "a refs file's entity: is refused"

# The document's folder may have signs that a URL may not have; what is called
# the same in the current folder is another file.
echo 'secretword' >there.txt
echo '<!ENTITY x "secretword">' >there.dtd
for folder in 'a b' Hühner 'C#' '100%' 'a%20b' 'who?' 'x[1]' 'a"b'; do
	mkdir "$folder"
	echo 'insideword' >"$folder/there.txt"
	echo '<!ENTITY x "insideword">' >"$folder/there.dtd"
	for kind in entity text dtd parameter; do
		name=there.txt
		case $kind in
		dtd | parameter) name=there.dtd ;;
		esac
		write_document "$kind" "$name" >"$folder/d.xml"
		for path in "$folder/d.xml" "$PWD/$folder/d.xml"; do
			check "$kind in ${path#"$work"}: is read" \
			    sh -c '"$GLOSSC" --to=text --output=- "$1" |
				grep insideword' sh "$path"
		done
	done
	for kind in entity text; do
		write_document "$kind" none.txt >"$folder/d.xml"
		"$GLOSSC" --to=text "$folder/d.xml" >"$work/said" 2>&1
		grep -q "^$(echo "$folder" | sed 's/\[/\\[/')/d\.xml:" "$work/said" &&
		    grep -Fq "\"$folder/none.txt\" is not there" "$work/said"
		result $? "$kind in $folder: what is not there is named"
	done
done

# only the user's stylesheet is code, and may not read or write either
write_document none '' >d.xml

# own_stylesheet TOP-LEVEL INSTRUCTION: runs one that has these
own_stylesheet()
{
	cat >own.xsl <<EOD
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0"
    xmlns:exsl="http://exslt.org/common" extension-element-prefixes="exsl">
  <xsl:import href="glossc:text.xsl"/>$1
  <xsl:template match="/">$2<xsl:apply-imports/></xsl:template>
</xsl:stylesheet>
EOD
	"$GLOSSC" --to=text --output=- --stylesheet=text=own.xsl d.xml \
	    >"$work/page" 2>"$work/said"
}

# stylesheet_may_not WHAT TOP-LEVEL INSTRUCTION: it is an error, with its line
stylesheet_may_not()
{
	own_stylesheet "$2" "$3"
	[ $? -eq 1 ] && [ ! -s "$work/page" ] && [ ! -e written ] &&
	    grep -q '^own\.xsl:[3-5]: error: .*\[stylesheet\]$' "$work/said" &&
	    ! grep -q secretword "$work/said"
	result $? "a stylesheet may not $1"
}

own_stylesheet '' '<xsl:message>words</xsl:message>'
[ $? -eq 0 ] && grep -q guest "$work/page"
result $? "a stylesheet may do without both"
long=$(printf '%05000d' 0)
own_stylesheet '' "<xsl:message>$long end</xsl:message>"
grep -qx "glossc: note: $long end \[message\]" "$work/said"
result $? "a stylesheet may say as much as it wants"
stylesheet_may_not "write a file" '' \
    "<exsl:document href=\"$work/in/written\">words</exsl:document>"
for place in "$work/out/secret.xml" http://host/secret.xml; do
	stylesheet_may_not "read ${place#"$work/"}" '' "<xsl:message><xsl:value-of
	    select=\"document('$place')\"/></xsl:message>"
done
stylesheet_may_not "import from the network" \
    '<xsl:import href="http://host/file"/>' ''
done_testing
