<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- A document from its root: attributes, title, parts in order. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db r xlink">

  <!-- The heading under which Info's directory lists the document. -->
  <xsl:param name="document.category">Miscellaneous</xsl:param>

  <!-- The manual that a page belongs to, where the source names none. -->
  <xsl:param name="document.manual"/>

  <!-- The language of the generated words, as BCP 47. -->
  <xsl:param name="document.lang">en</xsl:param>

  <!-- Elements that become sections, wherever they stand; between bars. -->
  <xsl:variable name="document.sections" select="concat(
    '|part|chapter|appendix|preface|article|book|set|reference|refentry',
    '|topic|section|sect1|sect2|sect3|sect4|sect5|simplesect|glossary',
    '|glossdiv|bibliography|bibliodiv|index|setindex|indexdiv|toc|tocdiv',
    '|dedication|colophon|acknowledgements|partintro|refsect1|refsect2',
    '|refsect3|refsection|refnamediv|refsynopsisdiv|')"/>

  <xsl:template match="/">
    <documents>
      <xsl:for-each select="*">
        <xsl:call-template name="document"/>
      </xsl:for-each>
    </documents>
  </xsl:template>

  <!-- The document that the context element is the root of. -->
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

  <!-- What the document is about: its title, the word for its kind, or the name
       of its page. -->
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

  <!-- Of the whole, for its pages: looked up once. -->
  <xsl:variable name="document.book" select="normalize-space(
    (/*/db:title | /*/db:info/db:title)[1])"/>
  <xsl:variable name="document.product">
    <xsl:for-each select="/*/db:info/*[self::db:productname
                                       or self::db:productnumber]">
      <xsl:value-of select="concat(., ' ')"/>
    </xsl:for-each>
  </xsl:variable>

  <!-- So much has room in the first line and the last; a format that prints
       them says how many columns these have. -->
  <xsl:variable name="document.line" select="1 div 0"/>

  <!-- Beside the name of the page, at both ends of the first line. -->
  <xsl:template name="document.manual.room">
    <xsl:value-of select="$document.line - 2 * (3
      + string-length(@r:heading | @r:name[not(../@r:heading)])
      + string-length(@r:section))"/>
  </xsl:template>

  <!-- Before the date, which is in the middle, or the name. -->
  <xsl:template name="document.source.room">
    <xsl:choose>
      <xsl:when test="@r:date">
        <xsl:value-of select="floor(($document.line - 10) div 2) - 1"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$document.line - 3
          - string-length(@r:heading | @r:name[not(../@r:heading)])
          - string-length(@r:section)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What has no room there, a para each. -->
  <xsl:template name="document.overlong">
    <xsl:variable name="manual">
      <xsl:call-template name="document.manual"/>
    </xsl:variable>
    <xsl:variable name="manual.room">
      <xsl:call-template name="document.manual.room"/>
    </xsl:variable>
    <xsl:variable name="source">
      <xsl:call-template name="document.source"/>
    </xsl:variable>
    <xsl:variable name="source.room">
      <xsl:call-template name="document.source.room"/>
    </xsl:variable>
    <xsl:if test="string-length($manual) &gt; $manual.room">
      <para><xsl:value-of select="$manual"/></para>
    </xsl:if>
    <xsl:if test="string-length(normalize-space($source)) &gt; $source.room">
      <para><xsl:value-of select="normalize-space($source)"/></para>
    </xsl:if>
  </xsl:template>

  <!-- The book that it belongs to. -->
  <xsl:template name="document.manual">
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
    <xsl:variable name="manual" select="normalize-space($manual.words)"/>
    <xsl:choose>
      <xsl:when test="$manual"><xsl:value-of select="$manual"/></xsl:when>
      <xsl:when test="string($document.manual)">
        <xsl:value-of select="$document.manual"/>
      </xsl:when>
      <xsl:when test="self::db:glossentry">
        <xsl:value-of select="$document.book"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Those that not every document has, from the info and the refmeta. -->
  <xsl:template name="document.attributes">
    <xsl:variable name="source">
      <xsl:call-template name="document.source"/>
    </xsl:variable>
    <xsl:variable name="source.room">
      <xsl:call-template name="document.source.room"/>
    </xsl:variable>
    <xsl:variable name="manual">
      <xsl:call-template name="document.manual"/>
    </xsl:variable>
    <xsl:variable name="manual.room">
      <xsl:call-template name="document.manual.room"/>
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
    <xsl:if test="normalize-space($source) and not(
        string-length(normalize-space($source)) &gt; $source.room)">
      <xsl:attribute name="source">
        <xsl:value-of select="normalize-space($source)"/>
      </xsl:attribute>
    </xsl:if>
    <xsl:if test="string($manual)
        and not(string-length($manual) &gt; $manual.room)">
      <xsl:attribute name="manual">
        <xsl:value-of select="$manual"/>
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
  </xsl:template>

  <!-- The package and its version: what refmeta says, else the info, where a
       reference page may have the version as releaseinfo, else that of the
       whole. -->
  <xsl:template name="document.source">
    <xsl:variable name="misc" select="db:refmeta/db:refmiscinfo
      [@class='source' or @class='software' or @class='version']
      [normalize-space()]"/>
    <xsl:variable name="product" select="db:info/*[self::db:productname
      or self::db:productnumber]
      | self::db:refentry/db:info[db:productname and not(db:productnumber)]
        /db:releaseinfo"/>
    <xsl:choose>
      <xsl:when test="$misc">
        <xsl:for-each select="$misc">
          <xsl:value-of select="concat(., ' ')"/>
        </xsl:for-each>
      </xsl:when>
      <xsl:when test="$product">
        <xsl:for-each select="$product">
          <xsl:value-of select="concat(., ' ')"/>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$document.product"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What says it where there is no title. -->
  <xsl:template name="document.word">
    <xsl:variable name="word">
      <xsl:call-template name="words.of"/>
    </xsl:variable>
    <xsl:value-of select="$word"/>
    <xsl:if test="not(string($word))">
      <xsl:value-of select="@r:name"/>
    </xsl:if>
  </xsl:template>

  <!-- One line of text that says what the document is. -->
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

  <!-- What comes before the entries and the sections: subtitle, summary,
       blocks.  A root that is a block itself (glosslist...) is all of it. -->
  <xsl:template name="document.intro">
    <xsl:choose>
      <xsl:when test="contains($document.sections,
                               concat('|', local-name(), '|'))">
        <xsl:call-template name="info.subtitle"/>
        <xsl:call-template name="info.summary"/>
        <xsl:apply-templates select="*[not(self::db:glossentry)
          and not(self::db:biblioentry) and not(self::db:bibliomixed)
          and not(self::db:info)
          and not(self::r:footnotes and ../db:glossentry)
          and not(contains($document.sections,
                           concat('|', local-name(), '|')))]"/>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The entries that a root holds which is no block itself. -->
  <xsl:template name="document.entries">
    <xsl:if test="contains($document.sections,
                           concat('|', local-name(), '|'))">
      <xsl:call-template name="glossary.entries"/>
      <xsl:call-template name="bibliography.entries"/>
      <xsl:if test="db:glossentry">
        <xsl:apply-templates select="r:footnotes"/>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- The sections of the root. -->
  <xsl:template name="document.sections">
    <xsl:apply-templates select="*[contains($document.sections,
                                   concat('|', local-name(), '|'))]"/>
  </xsl:template>
</xsl:stylesheet>
