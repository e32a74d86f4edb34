<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- A document: its attributes, its title, its parts in order. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db r xlink">

  <!-- The heading for the document in Info's directory. -->
  <xsl:param name="document.category">Miscellaneous</xsl:param>

  <!-- The manual that a page belongs to, if the source names none. -->
  <xsl:param name="document.manual"/>

  <!-- The language of the generated words, as a BCP 47 tag. -->
  <xsl:param name="document.lang">en</xsl:param>

  <xsl:template match="/">
    <documents>
      <xsl:for-each select="*">
        <xsl:call-template name="document"/>
      </xsl:for-each>
    </documents>
  </xsl:template>

  <!-- The document whose root is the context element. -->
  <xsl:template name="document">
    <document name="{@r:name}" section="{@r:section}"
              lang="{$document.lang}" category="{$document.category}">
      <xsl:call-template name="document.attributes"/>
      <xsl:if test="not(@r:excerpt)">
        <title><xsl:call-template name="document.title"/></title>
      </xsl:if>
      <xsl:call-template name="document.content"/>
    </document>
  </xsl:template>

  <!-- The title of the document; else the word for its kind, else the name of
       its page. -->
  <xsl:template name="document.title">
    <xsl:choose>
      <xsl:when test="db:title">
        <xsl:apply-templates select="db:title[1]/node()"/>
      </xsl:when>
      <xsl:when test="db:info/db:title">
        <xsl:apply-templates select="db:info/db:title[1]/node()"/>
      </xsl:when>
      <xsl:when test="db:refmeta/db:refentrytitle">
        <xsl:apply-templates select="db:refmeta/db:refentrytitle/node()"/>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="document.word"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The title of the whole document, for the pages of entries: evaluated
       once. -->
  <xsl:variable name="document.book" select="normalize-space(
    (/*/db:title | /*/db:info/db:title)[1])"/>

  <!-- Optional attributes. -->
  <xsl:template name="document.attributes">
    <xsl:variable name="source">
      <xsl:call-template name="document.source"/>
    </xsl:variable>
    <xsl:variable name="heading" select="normalize-space(@r:heading)"/>
    <xsl:if test="$heading and $heading != @r:name">
      <xsl:attribute name="heading">
        <xsl:value-of select="$heading"/>
      </xsl:attribute>
    </xsl:if>
    <xsl:if test="@r:date">
      <xsl:attribute name="date">
        <xsl:value-of select="@r:date"/>
      </xsl:attribute>
    </xsl:if>
    <xsl:if test="normalize-space($source)">
      <xsl:attribute name="source">
        <xsl:value-of select="normalize-space($source)"/>
      </xsl:attribute>
    </xsl:if>
    <xsl:variable name="url"
                  select="db:info/db:productname/db:link/@xlink:href"/>
    <xsl:if test="$url">
      <xsl:attribute name="url">
        <xsl:value-of select="$url"/>
      </xsl:attribute>
    </xsl:if>
    <xsl:attribute name="purpose">
      <xsl:call-template name="document.purpose"/>
    </xsl:attribute>
    <xsl:call-template name="document.belongs"/>
  </xsl:template>

  <!-- Further attributes, for formats to override. -->
  <xsl:template name="document.belongs"/>

  <!-- The package and its version; entries have those of the document. -->
  <xsl:variable name="document.product" select="string(/*/@r:source)"/>

  <xsl:template name="document.source">
    <xsl:value-of select="@r:source"/>
    <xsl:if test="self::db:glossentry">
      <xsl:value-of select="$document.product"/>
    </xsl:if>
  </xsl:template>

  <!-- What replaces a missing title. -->
  <xsl:template name="document.word">
    <xsl:variable name="word" select="string(r:word(@r:word))"/>
    <xsl:value-of select="$word"/>
    <xsl:if test="not($word)">
      <xsl:value-of select="@r:name"/>
    </xsl:if>
  </xsl:template>

  <!-- One line of text that describes the document. -->
  <xsl:template name="document.purpose">
    <xsl:variable name="own" select="db:refnamediv/db:refpurpose"/>
    <xsl:variable name="title"
                  select="(db:title | db:info/db:title)[not($own)]"/>
    <xsl:variable name="words">
      <xsl:apply-templates select="($own | $title)[1]" mode="names"/>
    </xsl:variable>
    <xsl:value-of select="normalize-space($words)"/>
    <xsl:if test="not($own or $title)">
      <xsl:call-template name="document.word"/>
    </xsl:if>
  </xsl:template>

  <!-- The document without its title: authors, content, licence.  A format with
       another order overrides this. -->
  <xsl:template name="document.content">
    <xsl:for-each select="db:info">
      <xsl:call-template name="info.makers"/>
      <xsl:call-template name="info.publication"/>
    </xsl:for-each>
    <xsl:call-template name="refentry.misc"/>
    <xsl:call-template name="document.intro"/>
    <xsl:call-template name="document.entries"/>
    <xsl:call-template name="document.sections"/>
    <xsl:if test="db:info/db:copyright or db:info/db:legalnotice">
      <section>
        <title><xsl:value-of select="$word.copyright"/></title>
        <xsl:for-each select="db:info">
          <xsl:call-template name="info.rights"/>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- What precedes the entries and sections: subtitle, abstract, blocks.  If
       the root is a block (glosslist...), it is all of this. -->
  <xsl:template name="document.intro">
    <xsl:choose>
      <xsl:when test="self::db:index or self::db:setindex or self::db:indexdiv
                      or self::db:toc or self::db:tocdiv">
        <xsl:call-template name="info.subtitle"/>
        <xsl:call-template name="section.lines"/>
      </xsl:when>
      <xsl:when test="@r:is = 'section'">
        <xsl:call-template name="info.subtitle"/>
        <xsl:call-template name="info.summary"/>
        <xsl:apply-templates select="*[not(self::db:glossentry)
          and not(self::db:biblioentry) and not(self::db:bibliomixed)
          and not(self::db:info)
          and not(self::r:footnotes and ../db:glossentry)
          and not(@r:is = 'section')]"/>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The entries in the root, unless the root is a block. -->
  <xsl:template name="document.entries">
    <xsl:if test="@r:is = 'section'">
      <xsl:call-template name="glossary.entries"/>
      <xsl:call-template name="bibliography.entries"/>
      <xsl:if test="db:glossentry">
        <xsl:apply-templates select="r:footnotes"/>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- The sections in the root. -->
  <xsl:template name="document.sections">
    <xsl:apply-templates select="*[@r:is = 'section']"/>
  </xsl:template>
</xsl:stylesheet>
