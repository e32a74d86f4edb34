# SPDX-License-Identifier: MIT
# glossc.m4: find glossc from a configure script.                  -*- Autoconf -*-

# AM_PROG_GLOSSC([MINIMUM-VERSION])
# ---------------------------------
# Finds glossc, or takes the one that GLOSSC=PROGRAM names, and checks its
# version.  Defines for Makefile.am: $(GLOSSC); $(GLOSSC_MK), the makefile of
# rules to include; $(GLOSSC_DROPINDIR), the folder of links by which glossc
# stands in the place of xsltproc, xmlto, docbook2x-man and docbook2man, to be
# put first in PATH; and the conditional GLOSSC_DOCS, false where the user said
# --disable-docs.  Without glossc and without --disable-docs, configure stops.
AC_DEFUN([AM_PROG_GLOSSC], [
AC_ARG_VAR([GLOSSC], [the compiler of DocBook glossaries and manual pages])
AC_ARG_ENABLE([docs],
	[AS_HELP_STRING([--disable-docs],
		[do not build the documentation (it needs glossc)])],
	[], [enable_docs=yes])
GLOSSC_MK=
GLOSSC_DROPINDIR=
AS_IF([test "x$enable_docs" != xno], [
	AC_PATH_PROG([GLOSSC], [glossc])
	AS_IF([test -z "$GLOSSC"], [AC_MSG_ERROR([glossc is missing; install it,
name it (GLOSSC=/path/to/glossc), or leave the documentation (--disable-docs)])])
	m4_ifval([$1], [
		AC_MSG_CHECKING([whether $GLOSSC is version $1 or newer])
		glossc_version=`"$GLOSSC" --version | sed -n '1s/^glossc //p'`
		AS_IF([test -z "$glossc_version"], [
			AC_MSG_RESULT([it does not run])
			AC_MSG_ERROR([$GLOSSC does not run; name another
(GLOSSC=/path/to/glossc), or leave the documentation (--disable-docs)])])
		AS_VERSION_COMPARE([$glossc_version], [$1], [
			AC_MSG_RESULT([no, $glossc_version])
			AC_MSG_ERROR([glossc is too old; install a newer one,
or leave the documentation (--disable-docs)])])
		AC_MSG_RESULT([yes, $glossc_version])])
	dnl installed beside it, else where pkg-config knows
	glossc_bin=`AS_DIRNAME(["$GLOSSC"])`
	for GLOSSC_MK in "$glossc_bin/../share/glossc/glossc.mk" \
	    "`${PKG_CONFIG-pkg-config} --variable=makefile glossc 2>/dev/null`"; do
		test ! -f "$GLOSSC_MK" || break
	done
	for GLOSSC_DROPINDIR in "$glossc_bin/../libexec/glossc/dropin" \
	    "`${PKG_CONFIG-pkg-config} --variable=dropindir glossc 2>/dev/null`"; do
		test ! -d "$GLOSSC_DROPINDIR" || break
	done
	AS_IF([test ! -f "$GLOSSC_MK"], [AC_MSG_ERROR([glossc.mk is not
installed with $GLOSSC; install glossc anew])])
])
AC_SUBST([GLOSSC_MK])
AC_SUBST([GLOSSC_DROPINDIR])
AM_CONDITIONAL([GLOSSC_DOCS], [test "x$enable_docs" != xno])
])
