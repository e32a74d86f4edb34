<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- What the stylesheets do not know keeps its words, and is reported. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db r xlink">

  <!-- Of another vocabulary (MathML, SVG) the outermost element says enough. -->
  <xsl:template match="*">
    <xsl:if test="self::db:* or namespace-uri() != namespace-uri(..)">
      <xsl:call-template name="unhandled"/>
    </xsl:if>
    <xsl:call-template name="block.title"/>
    <xsl:apply-templates/>
  </xsl:template>

  <!-- src/layout/xslt_errors.c knows the message by its first word, and adds the
       place. -->
  <xsl:template name="unhandled">
    <xsl:message>
      <xsl:text>unhandled </xsl:text>
      <xsl:value-of select="name()"/>
    </xsl:message>
  </xsl:template>
</xsl:stylesheet>
