# SPDX-License-Identifier: MIT
# glossc.mk: rules for GNU make that turn DocBook into manual pages, Texinfo and
# plain text.  To use them:
#
#	include $(shell pkg-config --variable=makefile glossc)
#	all: hello.1 hello.texi hello.txt
#
# hello.1 is made of hello.1.xml or else of hello.xml.  What the source includes
# is found by itself: the rules of what was read go to $(GLOSSC_DEPDIR).
#
#	GLOSSC           the program
#	GLOSSCFLAGS      options for every document; for one of them:
#	                 hello.1: GLOSSCFLAGS += --strict
#	GLOSSC_SECTIONS  sections of the manual beside 1 to 9: 3pm 7virt
#	GLOSSC_DEPDIR    a folder for the rules (.glossc)
#
# A page of several names is made alone.  The files that lead to it come where
# --output is a folder; make 4.3 can be told so:
#
#	hen.1 chicken.1 &: hen.1.xml
#		$(GLOSSC) --to=man --output=. --depfile=hen.d $<
#	-include hen.d

GLOSSC ?= glossc
GLOSSC_DEPDIR ?= .glossc

# a name for each output: a/b.1 and a-b.1 have two
glossc_depfile = $(GLOSSC_DEPDIR)/$(subst /,-_,$(subst -,--,$@)).d

# $(call glossc_compile,FORMAT): the recipe
define glossc_compile
	@mkdir -p $(@D) $(GLOSSC_DEPDIR)
	$(GLOSSC) $(GLOSSCFLAGS) --to=$(1) --depfile=$(glossc_depfile) \
	    --output=$@ $<
endef

# $(call glossc_rules,SUFFIX,FORMAT)
define glossc_rules
%.$(1): %.$(1).xml
	$$(call glossc_compile,$(2))
%.$(1): %.xml
	$$(call glossc_compile,$(2))
endef

$(foreach section,1 2 3 4 5 6 7 8 9 $(GLOSSC_SECTIONS),\
    $(eval $(call glossc_rules,$(section),man)))
$(eval $(call glossc_rules,texi,texinfo))
$(eval $(call glossc_rules,txt,text))

# what was read is no goal
glossc_goal := $(.DEFAULT_GOAL)
-include $(wildcard $(GLOSSC_DEPDIR)/*.d)
.DEFAULT_GOAL := $(glossc_goal)
