<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- Elements without a template: their text is kept, and they are reported. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db r xlink">

  <!-- Of other vocabularies (MathML, SVG) only the outermost element is
       reported. -->
  <xsl:template match="*">
    <xsl:if test="self::db:* or namespace-uri() != namespace-uri(..)">
      <xsl:call-template name="unhandled"/>
    </xsl:if>
    <xsl:call-template name="block.title"/>
    <xsl:apply-templates/>
  </xsl:template>

  <!-- src/layout/xslt_errors.c recognises the message by its first word, and
       adds the location. -->
  <xsl:template name="unhandled">
    <xsl:message>
      <xsl:text>unhandled </xsl:text>
      <xsl:value-of select="name()"/>
    </xsl:message>
  </xsl:template>
</xsl:stylesheet>
