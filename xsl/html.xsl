<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- HTML: who made it, the text, the terms of use; the writer makes the
     contents. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db r xlink">

  <xsl:import href="common/common.xsl"/>

  <!-- "yes": the text alone, without head, title and contents, for the template
       of a site. -->
  <xsl:param name="html.body"/>

  <!-- Manual pages that are beside this one: "hen(1)=hen.1.html", with blanks
       between them; and where all others are: an address with {name} and
       {section} in it. -->
  <xsl:param name="html.pages"/>
  <xsl:param name="html.page.url"/>

  <!-- Addresses of a style and a script, instead of ours in the page. -->
  <xsl:param name="html.css"/>
  <xsl:param name="html.script"/>

  <!-- Markup for the head, as it is. -->
  <xsl:param name="html.head"/>

  <!-- "yes": the page says itself that it needs nothing from elsewhere, and
       which style and script are its own (Content-Security-Policy). -->
  <xsl:param name="html.csp"/>

  <!-- The address that search engines are to know the page by. -->
  <xsl:param name="html.canonical"/>

  <!-- "docbook": pages and anchors are named as the stylesheets of DocBook XSL
       name them. -->
  <xsl:param name="html.ids"/>

  <!-- With split, the entries that resolve made pages of are pages, and
       reference pages, and the parts of a book and the sections of an
       article. -->
  <xsl:variable name="html.split" select="boolean(/*/@r:split)"/>

  <xsl:template name="section.page">
    <xsl:if test="$html.split and parent::*">
      <xsl:choose>
        <xsl:when test="$html.ids = 'docbook'">
          <xsl:call-template name="html.page.docbook"/>
        </xsl:when>
        <xsl:when test="self::db:glossentry">
          <xsl:attribute name="page"/>
          <xsl:attribute name="purpose">
            <xsl:value-of select="r:names/r:naming/r:purpose"/>
          </xsl:attribute>
        </xsl:when>
        <xsl:when test="self::db:refentry">
          <xsl:attribute name="page">
            <xsl:value-of select="concat(@r:name, '.', @r:section)"/>
          </xsl:attribute>
          <xsl:call-template name="html.page.manual"/>
        </xsl:when>
        <xsl:when test="parent::db:book or parent::db:set or parent::db:part
                        or parent::db:reference
                        or parent::db:article[not(parent::*)]">
          <xsl:attribute name="page"/>
        </xsl:when>
      </xsl:choose>
    </xsl:if>
  </xsl:template>

  <!-- What the list of reference pages says of one. -->
  <xsl:template name="html.page.manual">
    <xsl:attribute name="purpose">
      <xsl:call-template name="document.purpose"/>
    </xsl:attribute>
    <xsl:attribute name="volume">
      <xsl:value-of select="@r:section"/>
    </xsl:attribute>
  </xsl:template>

  <!-- A number by the kind, "ch#" for ch01, "#" for a section in it, ch01s02
       (chunk-common.xsl); then the id of the source, which replaces it. -->
  <xsl:template name="html.page.docbook">
    <xsl:variable name="kind">
      <xsl:choose>
        <xsl:when test="self::db:refentry">re#</xsl:when>
        <xsl:when test="self::db:book">bk#</xsl:when>
        <xsl:when test="self::db:part">pt#</xsl:when>
        <xsl:when test="self::db:reference">rn#</xsl:when>
        <xsl:when test="self::db:chapter">ch#</xsl:when>
        <xsl:when test="self::db:preface">pr#</xsl:when>
        <xsl:when test="self::db:appendix">ap@</xsl:when>
        <xsl:when test="self::db:article">ar#</xsl:when>
        <xsl:when test="self::db:topic">to#</xsl:when>
        <xsl:when test="self::db:dedication">de#</xsl:when>
        <xsl:when test="self::db:acknowledgements">ak#</xsl:when>
        <xsl:when test="self::db:colophon">co#</xsl:when>
        <xsl:when test="self::db:bibliography">bi#</xsl:when>
        <xsl:when test="self::db:glossary">go#</xsl:when>
        <xsl:when test="self::db:index">ix#</xsl:when>
        <xsl:when test="self::db:setindex">si#</xsl:when>
        <xsl:when test="(self::db:section or self::db:sect1)
            and (parent::db:chapter or parent::db:appendix
                 or parent::db:preface or parent::db:article)">#</xsl:when>
      </xsl:choose>
    </xsl:variable>
    <xsl:if test="string($kind)">
      <xsl:attribute name="page">
        <xsl:value-of select="concat($kind, @xml:id)"/>
      </xsl:attribute>
      <xsl:if test="self::db:refentry">
        <xsl:call-template name="html.page.manual"/>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- The contents and the search are the page's own. -->
  <xsl:variable name="section.made" select="false()"/>

  <!-- The labels of what the writer puts around the text. -->
  <xsl:template name="document.belongs">
    <xsl:if test="$html.split and $html.ids = 'docbook'">
      <xsl:attribute name="name">index</xsl:attribute>
    </xsl:if>
    <xsl:if test="$html.body = 'yes'">
      <xsl:attribute name="frame">no</xsl:attribute>
    </xsl:if>
    <xsl:call-template name="html.param">
      <xsl:with-param name="name" select="'pages'"/>
      <xsl:with-param name="value" select="$html.pages"/>
    </xsl:call-template>
    <xsl:call-template name="html.param">
      <xsl:with-param name="name" select="'pageurl'"/>
      <xsl:with-param name="value" select="$html.page.url"/>
    </xsl:call-template>
    <xsl:call-template name="html.param">
      <xsl:with-param name="name" select="'css'"/>
      <xsl:with-param name="value" select="$html.css"/>
    </xsl:call-template>
    <xsl:call-template name="html.param">
      <xsl:with-param name="name" select="'script'"/>
      <xsl:with-param name="value" select="$html.script"/>
    </xsl:call-template>
    <xsl:call-template name="html.param">
      <xsl:with-param name="name" select="'head'"/>
      <xsl:with-param name="value" select="$html.head"/>
    </xsl:call-template>
    <xsl:call-template name="html.param">
      <xsl:with-param name="name" select="'csp'"/>
      <xsl:with-param name="value" select="$html.csp"/>
    </xsl:call-template>
    <xsl:call-template name="html.param">
      <xsl:with-param name="name" select="'canonical'"/>
      <xsl:with-param name="value" select="$html.canonical"/>
    </xsl:call-template>
    <xsl:copy-of select="/*/@dir[. = 'ltr' or . = 'rtl']"/>
    <xsl:attribute name="contents">
      <xsl:value-of select="$word.contents"/>
    </xsl:attribute>
    <xsl:attribute name="copy">
      <xsl:value-of select="$word.copy"/>
    </xsl:attribute>
    <xsl:if test="descendant-or-self::db:glossentry
                  or $html.split and descendant::db:refentry">
      <xsl:attribute name="search">
        <xsl:value-of select="$word.search"/>
      </xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- A parameter that is set, for the writer. -->
  <xsl:template name="html.param">
    <xsl:param name="name"/>
    <xsl:param name="value"/>
    <xsl:if test="string($value)">
      <xsl:attribute name="{$name}"><xsl:value-of select="$value"/></xsl:attribute>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
