<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- Manual pages: sections in the order that man-pages(7) gives them. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db r xlink">

  <xsl:import href="common/common.xsl"/>

  <!-- Headings that man(7) pages share are in capitals; mandb finds the first
       only by a word that it knows. -->
  <xsl:param name="man.name">NAME</xsl:param>
  <xsl:param name="man.synopsis">SYNOPSIS</xsl:param>
  <xsl:param name="man.description">DESCRIPTION</xsl:param>
  <xsl:param name="man.terms">TERMS</xsl:param>
  <xsl:param name="man.seealso">SEE ALSO</xsl:param>
  <xsl:param name="man.authors">AUTHORS</xsl:param>
  <xsl:param name="man.publication">PUBLICATION</xsl:param>
  <xsl:param name="man.copyright">COPYRIGHT</xsl:param>

  <xsl:template name="section.heading">
    <xsl:choose>
      <xsl:when test="self::db:refnamediv">
        <xsl:value-of select="$man.name"/>
      </xsl:when>
      <xsl:when test="self::db:refsynopsisdiv">
        <xsl:value-of select="$man.synopsis"/>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="section.word"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- man(1) fills so many of 80 columns. -->
  <xsl:variable name="man.line" select="78"/>

  <!-- So wide is the name that man(1) has for a manual that is not said. -->
  <xsl:variable name="man.manual.width" select="32"/>

  <!-- The first line says which manual it is of, the last which package. -->
  <xsl:template name="document.belongs">
    <xsl:variable name="overlong">
      <xsl:call-template name="man.source.overlong"/>
    </xsl:variable>
    <xsl:variable name="manual">
      <xsl:call-template name="man.manual">
        <xsl:with-param name="long" select="false()"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="name">
      <xsl:call-template name="man.name.width"/>
    </xsl:variable>
    <xsl:if test="string($overlong)"><xsl:attribute name="source"/></xsl:if>
    <xsl:if test="string($manual)
                  or $man.manual.width &gt; $man.line - 2 * ($name + 1)">
      <xsl:attribute name="manual">
        <xsl:value-of select="$manual"/>
      </xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- What has no room there, a para each. -->
  <xsl:template name="man.overlong">
    <xsl:variable name="manual">
      <xsl:call-template name="man.manual">
        <xsl:with-param name="long" select="true()"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="source">
      <xsl:call-template name="man.source.overlong"/>
    </xsl:variable>
    <xsl:if test="string($manual)">
      <para><xsl:value-of select="$manual"/></para>
    </xsl:if>
    <xsl:if test="string($source)">
      <para><xsl:value-of select="$source"/></para>
    </xsl:if>
  </xsl:template>

  <!-- In Chinese, Japanese and Korean what is not of ASCII takes two columns a
       character: so many do words take. -->
  <xsl:variable name="man.wide" select="contains('|zh|ja|ko|',
    concat('|', substring($document.lang, 1, 2), '|'))"/>
  <xsl:variable name="man.narrow" select="concat(' !#$%&amp;()*+,-./:;&lt;=>?@_',
    '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz')"/>

  <xsl:template name="man.width">
    <xsl:param name="words"/>
    <xsl:value-of select="string-length($words)
      + $man.wide * string-length(translate($words, $man.narrow, ''))"/>
  </xsl:template>

  <!-- The name of the page as it stands in both lines, with its section. -->
  <xsl:template name="man.name.width">
    <xsl:value-of select="2 + string-length(@r:section)
      + string-length(@r:heading | @r:name[not(../@r:heading)])"/>
  </xsl:template>

  <!-- The package, if it has no room before the date, which is in the middle,
       or before the name. -->
  <xsl:template name="man.source.overlong">
    <xsl:variable name="source">
      <xsl:call-template name="document.source"/>
    </xsl:variable>
    <xsl:variable name="name">
      <xsl:call-template name="man.name.width"/>
    </xsl:variable>
    <xsl:variable name="words" select="normalize-space($source)"/>
    <xsl:variable name="room" select="not(@r:date) * ($man.line - $name - 1)
      + boolean(@r:date) * (floor(($man.line - 10) div 2) - 1)"/>
    <xsl:variable name="width">
      <xsl:call-template name="man.width">
        <xsl:with-param name="words" select="$words"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:if test="$width &gt; $room">
      <xsl:value-of select="$words"/>
    </xsl:if>
  </xsl:template>

  <!-- The book that it belongs to, if it is too long to stand between two names
       of the page, or if it is not. -->
  <xsl:template name="man.manual">
    <xsl:param name="long"/>
    <xsl:variable name="name">
      <xsl:call-template name="man.name.width"/>
    </xsl:variable>
    <xsl:variable name="own" select="db:refmeta/db:refmiscinfo
      [@class='manual' or @class='sectdesc'][normalize-space()]"/>
    <!-- the title of what holds the page is at its start -->
    <xsl:variable name="start"
                  select="self::db:refentry/../*[1] | self::db:refentry/../*[2]"/>
    <xsl:variable name="outer" select="$start/self::db:title
                                       | $start/self::db:info/db:title"/>
    <!-- a page is called by its refmeta; a title says what it belongs to -->
    <xsl:variable name="title" select="self::db:refentry/db:title
                                       | self::db:refentry/db:info/db:title"/>
    <xsl:variable name="manual.words">
      <xsl:apply-templates mode="names" select="($own
        | $outer[not($own)] | $title[not($own or $outer)])[1]"/>
    </xsl:variable>
    <xsl:variable name="words" select="normalize-space($manual.words)"/>
    <xsl:variable name="manual">
      <xsl:choose>
        <xsl:when test="$words"><xsl:value-of select="$words"/></xsl:when>
        <xsl:when test="string($document.manual)">
          <xsl:value-of select="$document.manual"/>
        </xsl:when>
        <xsl:when test="self::db:glossentry">
          <xsl:value-of select="$document.book"/>
        </xsl:when>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="room" select="$man.line - 2 * ($name + 1)"/>
    <xsl:variable name="width">
      <xsl:call-template name="man.width">
        <xsl:with-param name="words" select="$manual"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:if test="($width &gt; $room) = $long">
      <xsl:value-of select="$manual"/>
    </xsl:if>
  </xsl:template>

  <!-- Whether the root holds nothing but pages, which then say what it does. -->
  <xsl:variable name="man.bare" select="/*/db:refentry
      and not(/*/*[not(self::db:refentry)
                   and not(self::db:title) and not(self::db:info)
                   and not(self::db:titleabbrev) and not(self::r:names)]
              or /*/db:info/db:abstract or /*/db:info/db:subtitle)"/>

  <!-- What such a root says of itself: looked up once. -->
  <xsl:variable name="man.info" select="/*[$man.bare]/db:info"/>

  <!-- A reference page is a page of its own, down to where DocBook lets one
       stand in a book; a reference that holds nothing else is none. -->
  <xsl:template match="/">
    <documents>
      <xsl:for-each select="*">
        <xsl:if test="not($man.bare)">
          <xsl:call-template name="document"/>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each select="*/descendant::db:refentry[
                            count(ancestor::*) &lt; 5]">
        <xsl:call-template name="document"/>
      </xsl:for-each>
      <xsl:if test="$man.split">
        <xsl:for-each select="descendant::db:glossentry[@r:name]">
          <xsl:call-template name="document"/>
        </xsl:for-each>
      </xsl:if>
    </documents>
  </xsl:template>

  <xsl:variable name="man.split" select="boolean(/*/@r:split)"/>

  <!-- Further lines of NAME. -->
  <xsl:template name="man.names">
    <xsl:for-each select="r:names/r:naming">
      <naming>
        <xsl:for-each select="r:name">
          <name><xsl:value-of select="."/></name>
        </xsl:for-each>
        <purpose><xsl:value-of select="r:purpose"/></purpose>
      </naming>
    </xsl:for-each>
  </xsl:template>

  <!-- An entry that is a page of its own. -->
  <xsl:template name="man.entry">
    <section>
      <title><xsl:value-of select="$man.name"/></title>
      <xsl:call-template name="man.names"/>
    </section>
    <section>
      <title><xsl:value-of select="$man.description"/></title>
      <xsl:call-template name="man.entry.head"/>
      <xsl:call-template name="glossary.body"/>
    </section>
    <xsl:call-template name="man.pages"/>
  </xsl:template>

  <!-- The names again, where NAME does not have them all as they are written:
       "I/O" is I-O there, and says not how it is spoken. -->
  <xsl:template name="man.entry.head">
    <xsl:variable name="names" select="r:names/r:naming[1]/r:name"/>
    <xsl:variable name="other">
      <xsl:for-each select="db:glossterm | db:acronym | db:abbrev">
        <xsl:variable name="words"><xsl:apply-templates mode="names"/>
        </xsl:variable>
        <xsl:if test="not(translate(normalize-space($words), ' ', '-')
                          = $names)">x</xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="string($other)">
      <para><xsl:apply-templates mode="glossary.term"/></para>
    </xsl:if>
  </xsl:template>

  <!-- Pages to see also, of the context element. -->
  <xsl:template name="man.pages">
    <xsl:if test="r:names/r:page">
      <section>
        <title><xsl:value-of select="$man.seealso"/></title>
        <para>
          <xsl:for-each select="r:names/r:page">
            <xsl:if test="position() &gt; 1">
              <xsl:value-of select="$word.comma"/>
            </xsl:if>
            <page name="{@name}" section="{@section}"/>
          </xsl:for-each>
        </para>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- Pages stand under SEE ALSO. -->
  <xsl:template name="glossary.seealso">
    <xsl:if test="not($man.split) or db:glossseealso[not(@r:target)]">
      <xsl:call-template name="glossary.others"/>
    </xsl:if>
  </xsl:template>

  <!-- Where entries are pages, a list of them leads there. -->
  <xsl:template name="glossary.entries">
    <xsl:choose>
      <xsl:when test="$man.split and db:glossentry">
        <list kind="terms">
          <xsl:for-each select="db:glossentry">
            <xsl:choose>
              <xsl:when test="@r:name">
                <item anchor="{@r:anchor}">
                  <term>
                    <xsl:if test="translate(db:glossterm[1], ' ', '-')
                                  != @r:name">
                      <xsl:apply-templates select="db:glossterm[1]"
                                           mode="glossary.term"/>
                      <xsl:value-of select="$word.comma"/>
                    </xsl:if>
                    <page name="{@r:name}" section="{@r:section}"/>
                  </term>
                  <body>
                    <para>
                      <xsl:value-of select="r:names/r:naming/r:purpose"/>
                    </para>
                  </body>
                </item>
              </xsl:when>
              <xsl:otherwise>
                <xsl:call-template name="glossary.entry"/>
              </xsl:otherwise>
            </xsl:choose>
          </xsl:for-each>
        </list>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="glossary.list"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="/*/db:refentry|/*/*/db:refentry|/*/*/*/db:refentry
                       |/*/*/*/*/db:refentry"/>

  <!-- As its page is called: whatis knows no name with a blank. -->
  <xsl:template name="refentry.name">
    <xsl:variable name="name">
      <xsl:apply-templates mode="names"/>
    </xsl:variable>
    <xsl:value-of select="translate(normalize-space($name), ' ', '_')"/>
  </xsl:template>

  <xsl:template name="document.content">
    <xsl:for-each select="db:refnamediv/db:refname[@r:alias]">
      <alias name="{@r:alias}"/>
    </xsl:for-each>
    <xsl:for-each select="r:names/r:alias">
      <alias name="{.}"/>
    </xsl:for-each>
    <xsl:choose>
      <xsl:when test="self::db:glossentry">
        <xsl:call-template name="man.entry"/>
      </xsl:when>
      <!-- the source has the order -->
      <xsl:when test="self::db:refentry">
        <xsl:call-template name="document.sections"/>
        <xsl:call-template name="man.description"/>
        <xsl:call-template name="man.entries"/>
      </xsl:when>
      <xsl:otherwise>
        <section>
          <title><xsl:value-of select="$man.name"/></title>
          <naming>
            <name><xsl:value-of select="@r:name"/></name>
            <purpose><xsl:call-template name="document.title"/></purpose>
          </naming>
          <xsl:call-template name="man.names"/>
        </section>
        <xsl:call-template name="man.description"/>
        <xsl:call-template name="man.entries"/>
        <xsl:call-template name="document.sections"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:variable name="outer" select="$man.info[current()/self::db:refentry]"/>
    <xsl:call-template name="man.section">
      <xsl:with-param name="title" select="$man.authors"/>
      <xsl:with-param name="content">
        <xsl:for-each select="db:info | $outer">
          <xsl:call-template name="info.makers"/>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="man.section">
      <xsl:with-param name="title" select="$man.publication"/>
      <xsl:with-param name="content">
        <xsl:call-template name="man.overlong"/>
        <xsl:variable name="page" select="."/>
        <xsl:for-each select="db:info | $outer">
          <xsl:call-template name="info.publication">
            <xsl:with-param name="head" select="$page"/>
          </xsl:call-template>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="man.section">
      <xsl:with-param name="title" select="$man.copyright"/>
      <xsl:with-param name="content">
        <xsl:for-each select="db:info | $outer">
          <xsl:call-template name="info.rights"/>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:if test="not(self::db:glossentry)">
      <xsl:call-template name="man.pages"/>
    </xsl:if>
  </xsl:template>

  <!-- What the root says before its sections, if it does. -->
  <xsl:template name="man.description">
    <xsl:if test="db:subtitle or db:info/db:subtitle or db:info/db:abstract
        or db:title and db:info/db:title
        or not(contains($document.sections,
                        concat('|', local-name(), '|')))
        or *[not(self::db:title) and not(self::db:titleabbrev)
             and not(self::db:refmeta) and not(self::db:info)
             and not(self::r:names) and not(self::db:glossentry)
             and not(self::db:biblioentry) and not(self::db:bibliomixed)
             and not(contains($document.sections,
                              concat('|', local-name(), '|')))
             and not(self::db:remark) and not(self::db:indexterm)
             and (normalize-space() or descendant-or-self::*/@*)]">
      <section>
        <title><xsl:value-of select="$man.description"/></title>
        <xsl:call-template name="document.intro"/>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The entries that the root holds itself, if there are any. -->
  <xsl:template name="man.entries">
    <xsl:if test="not(self::db:glosslist) and db:glossentry
        or not(self::db:bibliolist) and (db:biblioentry
                                         or db:bibliomixed)">
      <section>
        <title><xsl:value-of select="$man.terms"/></title>
        <xsl:call-template name="document.entries"/>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- A section from the info, if there is anything to put into it; an empty
       title leaves it out. -->
  <xsl:template name="man.section">
    <xsl:param name="title"/>
    <xsl:param name="content"/>
    <xsl:if test="string($title) and string($content)">
      <section>
        <title><xsl:value-of select="$title"/></title>
        <xsl:copy-of select="$content"/>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- A page has two levels of headings: parts stand beside their chapters,
       books beside their parts. -->
  <xsl:template match="db:part|db:book">
    <section anchor="{@r:anchor}">
      <xsl:call-template name="section.title"/>
      <xsl:call-template name="info.subtitle"/>
      <xsl:apply-templates select="*[not(contains($document.sections,
                                     concat('|', local-name(), '|')))]"/>
      <xsl:apply-templates select="db:partintro"/>
    </section>
    <xsl:apply-templates select="*[not(self::db:partintro)]
      [contains($document.sections, concat('|', local-name(), '|'))]"/>
  </xsl:template>
</xsl:stylesheet>
