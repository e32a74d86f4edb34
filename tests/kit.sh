#!/bin/sh
# SPDX-License-Identifier: MIT
# The kit for other projects: each of the projects in samples/ is configured,
# built, built again after a change, and installed, with an installed glossc.
. "$SOURCE/tests/lib.sh"

corpus=${GLOSSC_CORPUS:-$SOURCE/../shared/corpus}
prefix=$work/prefix
# A makefile with other names for the folders than configure gave, which stand
# in glossc.pc.
(
	cd "$DOCS" || exit 99
	AM_UPDATE_INFO_DIR=no "$MAKE" install prefix="$prefix" \
	    exec_prefix="$prefix" bindir="$prefix/bin" \
	    libexecdir="$prefix/libexec" \
	    datarootdir="$prefix/share" datadir="$prefix/share" \
	    docdir="$prefix/share/doc/glossc" infodir="$prefix/share/info" \
	    mandir="$prefix/share/man"
) >"$work/said" 2>&1
result $? "glossc is installed for the samples"
GLOSSC=$prefix/bin/glossc
GLOSSC_MK=$prefix/share/glossc/glossc.mk
PATH=$prefix/bin:$PATH
PKG_CONFIG_PATH=$prefix/share/pkgconfig
export GLOSSC GLOSSC_MK PATH PKG_CONFIG_PATH

# A project of its own: project KIND
project()
{
	rm -rf "$work/$1"
	mkdir "$work/$1"
	cp "$SOURCE/tests/samples/$1"/* "$SOURCE"/tests/samples/*.* "$work/$1"
	chmod -R u+w "$work/$1"
	cd "$work/$1" || exit 99
	built=.
}

# What a step made anew, as one line: remade COMMAND...
remade()
{
	touch "$work/before"
	sleep 0.02
	"$@" >"$work/said" 2>&1 || return 1
	(
		cd "$built" || exit 99
		find hello.1 terms.* -newer "$work/before"
	) | grep -v '\.d$\|\.xml$' | sort | tr '\n' ' ' | sed 's/ $//' \
	    >"$work/remade"
}

# rebuilds NAME FILES COMMAND...: the command makes just these anew
rebuilds()
{
	rebuilds_name=$1
	rebuilds_files=$2
	shift 2
	remade "$@" && {
		echo "made anew: $(cat "$work/remade")"
		echo "expected:  $rebuilds_files"
	} >>"$work/said" && [ "$(cat "$work/remade")" = "$rebuilds_files" ]
	result $? "$rebuilds_name"
}

# The life of a project: life NAME COMMAND...
life()
{
	life_name=$1
	shift
	rebuilds "$life_name: all is built" \
	    "hello.1 terms.7 terms.texi terms.txt" "$@"
	check "$life_name: the page says what it includes" \
	    grep -q 'hello, world' "$built/hello.1"
	rebuilds "$life_name: nothing is built twice" "" "$@"
	echo 'good morning' >greeting.ent
	rebuilds "$life_name: an entity's file changes" hello.1 "$@"
	check "$life_name: the page follows" \
	    grep -q 'good morning' "$built/hello.1"
	sed 's/greeted/addressed/' world.xml >world.new && mv world.new world.xml
	rebuilds "$life_name: an included file changes" \
	    "terms.7 terms.texi terms.txt" "$@"
}

# installed NAME FILE...
installed()
{
	installed_name=$1
	shift
	for file; do
		check "$installed_name: $file is installed" \
		    test -f "$work/stage/usr/local/share/$file"
	done
	rm -rf "$work/stage"
}

project make
life "make" "$MAKE" -j 2
check "make install" "$MAKE" install DESTDIR="$work/stage"
installed make man/man1/hello.1 man/man7/terms.7
rm hello.1
check "a page that is gone is made again by its name" "$MAKE" hello.1
mkdir sub
cp ./*.xml ./*.ent sub
mv hello.1.xml sub-hello.1.xml
check "make: pages whose names are alike" "$MAKE" sub/hello.1 sub-hello.1
for source in sub/greeting.ent greeting.ent; do
	sleep 0.02
	touch "$work/before"
	sleep 0.02
	touch "$source"
	"$MAKE" sub/hello.1 sub-hello.1 >"$work/said" 2>&1
	case $source in
	sub/*) page=./sub/hello.1 ;;
	*) page=./sub-hello.1 ;;
	esac
	[ "$(find . -newer "$work/before" -name '*hello.1')" = "$page" ]
	result $? "make: of these, $source is in one"
done

# as glossc.mk says it, for a page of two names
cp "$SOURCE/tests/migration/hen.1.xml" .
{
	echo 'include $(GLOSSC_MK)'
	sed -n 's/^#\t//; /^hen/,/^-include/p' "$GLOSSC_MK"
} >several.mk
if echo 'all:; @echo $(.FEATURES)' | "$MAKE" -f - | grep -q grouped; then
	check "make: a page of two names" "$MAKE" -j 2 -f several.mk chicken.1
	check "make: both are made" test -f hen.1 -a -f chicken.1
	check "make: neither is built twice" \
	    "$MAKE" -q -f several.mk hen.1 chicken.1
	rm chicken.1
	check "make: one is gone" "$MAKE" -f several.mk hen.1 chicken.1
	check "make: it is made again" test -f chicken.1
else
	skip "make: a page of two names" "this make makes one file by a rule"
fi

if have autoreconf; then
	project autotools
	check "autoreconf takes glossc.m4" \
	    env ACLOCAL_PATH="$prefix/share/aclocal" autoreconf -fi
	mkdir build
	cd build || exit 99
	check "configure finds glossc" ../configure
	cd .. || exit 99
	built=build
	life "automake" "$MAKE" -C build -j 2
	check "automake: make install" \
	    "$MAKE" -C build install DESTDIR="$work/stage"
	installed automake man/man1/hello.1 man/man7/terms.7 doc/hello/terms.txt
	check "automake: make distcheck" "$MAKE" -C build distcheck
	check "configure --disable-docs needs no glossc" env GLOSSC= \
	    PATH="${PATH#*:}" ./configure --disable-docs
	check "without documentation make has nothing to do" "$MAKE"
	check "no page is made" test ! -e hello.1
	env GLOSSC= PATH="${PATH#*:}" ./configure >"$work/told" 2>&1
	if [ -x "$(PATH=${PATH#*:} command -v glossc)" ]; then
		skip "configure says what is missing" \
		    "another glossc is installed"
	else
		check "configure says what is missing" \
		    grep -q 'glossc is missing; install it' "$work/told"
	fi
	./configure GLOSSC=/nonexistent >"$work/told" 2>&1
	check "configure says which one does not run" \
	    grep -q 'error: /nonexistent does not run' "$work/told"
	sed 's/AM_PROG_GLOSSC(.*/AM_PROG_GLOSSC([99])/' configure.ac >new &&
	    mv new configure.ac
	ACLOCAL_PATH="$prefix/share/aclocal" autoreconf -fi >"$work/said" 2>&1
	./configure >"$work/told" 2>&1
	check "configure refuses a glossc that is too old" \
	    grep -q 'glossc is too old' "$work/told"
else
	skip "the sample with Autoconf" "autoreconf is not installed"
fi

if have meson && have ninja; then
	project meson
	check "meson setup" meson setup build
	built=build
	life "meson" ninja -C build
	check "meson install" env DESTDIR="$work/stage" \
	    meson install -C build --no-rebuild
	installed meson man/man1/hello.1 man/man7/terms.7 doc/hello/terms.txt
else
	skip "the sample with Meson" "meson or ninja is not installed"
fi

if have cmake; then
	for generator in "Unix Makefiles" Ninja; do
		if [ "$generator" = Ninja ] && ! have ninja; then
			skip "the sample with CMake and ninja" \
			    "ninja is not installed"
			continue
		fi
		project cmake
		check "cmake -G '$generator' finds glossc" cmake -S . -B build \
		    -G "$generator" -DCMAKE_PREFIX_PATH="$prefix"
		built=build
		life "cmake, $generator" cmake --build build
		check "cmake --install ($generator)" \
		    env DESTDIR="$work/stage" cmake --install build
		installed "cmake, $generator" man/man1/hello.1 \
		    man/man7/terms.7 doc/hello/terms.txt
		mkdir "$work/blanks in it"
		cp ./*.* "$work/blanks in it"
		cd "$work/blanks in it" || exit 99
		cat >>CMakeLists.txt <<'EOD'
glossc_document("pages/hello you.1" hello.1.xml)
add_custom_target(page ALL DEPENDS "pages/hello you.1")
EOD
		cmake -S . -B "the build" -G "$generator" \
		    -DCMAKE_PREFIX_PATH="$prefix" >/dev/null 2>&1
		check "cmake, $generator: blanks, and a folder" \
		    cmake --build "the build"
		echo 'good evening' >greeting.ent
		cmake --build "the build" >"$work/said" 2>&1 && grep -q \
		    'good evening' "the build/pages/hello you.1"
		result $? "cmake, $generator: there, too, a page follows"
		rm -r "$work/blanks in it"
		cd "$work/cmake" || exit 99
	done
	# what is installed for another machine, whose programs do not run here
	sysroot=$work/sysroot
	mkdir -p "$sysroot/usr/bin"
	cp -R "$prefix/share" "$sysroot/usr"
	printf '#!/bin/sh\nexit 126\n' >"$sysroot/usr/bin/glossc"
	chmod +x "$sysroot/usr/bin/glossc"
	cat >cross.cmake <<EOD
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_FIND_ROOT_PATH "$sysroot")
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
EOD
	check "cmake finds glossc for a cross build" cmake -S . -B cross \
	    -DCMAKE_TOOLCHAIN_FILE="$PWD/cross.cmake"
	check "it runs the one that is for this machine" cmake --build cross
	sed 's/glossc 0.1/glossc 99/' CMakeLists.txt >new && mv new CMakeLists.txt
	cmake -S . -B other -DCMAKE_PREFIX_PATH="$prefix" >"$work/told" 2>&1
	check "cmake refuses a glossc that is too old" \
	    grep -q 'version "99"\|requested version' "$work/told"
else
	skip "the sample with CMake" "cmake is not installed"
fi

if have pkg-config; then
	cd "$DOCS/kit" || exit 99
	version=$("$GLOSSC" --version | sed -n '1s/^glossc //p')
	check "pkg-config knows the version" \
	    sh -c 'PKG_CONFIG_PATH=. ; export PKG_CONFIG_PATH
		[ "$(pkg-config --modversion glossc)" = "$1" ]' sh "$version"
	# configure may have been given folders that are not below the prefix
	for variable in glossc xsldir makefile; do
		check "pkg-config knows where it is: $variable" \
		    sh -c 'PKG_CONFIG_PATH=.; export PKG_CONFIG_PATH
			test -e "$(pkg-config --define-variable=bindir="$1/bin" \
			    --define-variable=datadir="$1/share" \
			    --variable="$2" glossc)"' sh "$prefix" "$variable"
	done
else
	skip "pkg-config" "it is not installed"
fi

# The pages of a real project, in parallel, and again after a change.
pages=$(cd "$corpus/linux-pam" 2>/dev/null && ls ./*.[0-9].xml | sed 's/\.xml$//')
if [ "$pages" ]; then
	mkdir "$work/linux-pam"
	cd "$work/linux-pam" || exit 99
	cp "$corpus"/linux-pam/*.xml .
	chmod u+w ./*.xml
	{
		echo "all:" $pages
		echo 'include $(GLOSSC_MK)'
	} >Makefile
	check "Linux-PAM: all pages, in parallel" "$MAKE" -j 4
	check "Linux-PAM: none is built twice" "$MAKE" -q
	sleep 0.02
	touch "$work/before"
	sleep 0.02
	touch "$(echo $pages | cut -d' ' -f3).xml"
	"$MAKE" -j 4 >"$work/said" 2>&1
	[ "$(find . -newer "$work/before" -name '*.[0-9]')" = \
	    "$(echo $pages | cut -d' ' -f3)" ]
	result $? "Linux-PAM: one source changes, one page is made"
else
	skip "the pages of Linux-PAM" "they are not in a corpus"
fi
done_testing
