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
  <xsl:param name="man.authors">AUTHORS</xsl:param>
  <xsl:param name="man.publication">PUBLICATION</xsl:param>
  <xsl:param name="man.copyright">COPYRIGHT</xsl:param>

  <xsl:param name="word.name" select="$man.name"/>
  <xsl:param name="word.synopsis" select="$man.synopsis"/>

  <!-- A reference page is a page of its own, down to where DocBook lets one
       stand in a book; a reference that holds nothing else is none. -->
  <xsl:template match="/">
    <xsl:variable name="pages" select="/*/db:refentry | /*/*/db:refentry
        | /*/*/*/db:refentry | /*/*/*/*/db:refentry"/>
    <documents>
      <xsl:for-each select="*">
        <xsl:if test="not($pages) or *[not(self::db:refentry)
            and not(self::db:title) and not(self::db:info)
            and not(self::db:titleabbrev)]">
          <xsl:call-template name="document"/>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each select="$pages">
        <xsl:call-template name="document"/>
      </xsl:for-each>
    </documents>
  </xsl:template>

  <xsl:template match="/*/db:refentry|/*/*/db:refentry|/*/*/*/db:refentry
                       |/*/*/*/*/db:refentry"/>

  <xsl:template name="document.content">
    <xsl:for-each select="db:refnamediv/db:refname[@r:alias]">
      <alias name="{@r:alias}"/>
    </xsl:for-each>
    <xsl:choose>
      <!-- the source has the order -->
      <xsl:when test="self::db:refentry">
        <xsl:call-template name="document.sections"/>
        <xsl:call-template name="man.description"/>
      </xsl:when>
      <xsl:otherwise>
        <section>
          <title><xsl:value-of select="$word.name"/></title>
          <naming>
            <name><xsl:value-of select="@r:name"/></name>
            <purpose><xsl:call-template name="document.title"/></purpose>
          </naming>
        </section>
        <xsl:call-template name="man.description"/>
        <xsl:if test="not(self::db:glosslist) and db:glossentry
            or not(self::db:bibliolist) and (db:biblioentry
                                             or db:bibliomixed)">
          <section>
            <title><xsl:value-of select="$man.terms"/></title>
            <xsl:call-template name="document.entries"/>
          </section>
        </xsl:if>
        <xsl:call-template name="document.sections"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:for-each select="db:info">
      <xsl:call-template name="man.section">
        <xsl:with-param name="title" select="$man.authors"/>
        <xsl:with-param name="content">
          <xsl:call-template name="info.makers"/>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="man.section">
        <xsl:with-param name="title" select="$man.publication"/>
        <xsl:with-param name="content">
          <xsl:call-template name="info.publication"/>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="man.section">
        <xsl:with-param name="title" select="$man.copyright"/>
        <xsl:with-param name="content">
          <xsl:call-template name="info.rights"/>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- What the root says before its sections, if it does. -->
  <xsl:template name="man.description">
    <xsl:if test="db:subtitle or db:info/db:subtitle or db:info/db:abstract
        or db:title and db:info/db:title
        or not(contains($document.sections,
                        concat('|', local-name(), '|')))
        or *[not(self::db:title) and not(self::db:titleabbrev)
             and not(self::db:refmeta) and not(self::db:info) and not(self::db:glossentry)
             and not(self::db:biblioentry) and not(self::db:bibliomixed)
             and not(contains($document.sections,
                              concat('|', local-name(), '|')))]">
      <section>
        <title><xsl:value-of select="$man.description"/></title>
        <xsl:call-template name="document.intro"/>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- A section from the info, if there is anything to put into it. -->
  <xsl:template name="man.section">
    <xsl:param name="title"/>
    <xsl:param name="content"/>
    <xsl:if test="string($content)">
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

  <!-- There is no index in a page. -->
  <xsl:template name="glossary.index"/>
</xsl:stylesheet>
