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

  <!-- The contents and the search are the page's own. -->
  <xsl:variable name="section.made" select="false()"/>

  <!-- The labels of what the writer puts around the text. -->
  <xsl:template name="document.belongs">
    <xsl:if test="$html.body = 'yes'">
      <xsl:attribute name="frame">no</xsl:attribute>
    </xsl:if>
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

  <xsl:template name="document.content">
    <xsl:for-each select="db:info">
      <xsl:call-template name="info.makers"/>
      <xsl:call-template name="info.publication"/>
    </xsl:for-each>
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
</xsl:stylesheet>
