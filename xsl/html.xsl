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

  <!-- The contents and the search are the page's own. -->
  <xsl:variable name="section.made" select="false()"/>

  <!-- The labels of what the writer puts around the text. -->
  <xsl:template name="document.belongs">
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
    <xsl:if test="descendant-or-self::db:glossentry">
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
