<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- Index entries; a format without an index does not print them. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db r xlink">

  <!-- "primary, secondary, tertiary" -->
  <xsl:template match="db:indexterm" name="indexterm">
    <xsl:if test="db:primary">
      <indexterm>
        <xsl:for-each select="db:primary | db:secondary | db:tertiary">
          <xsl:if test="position() &gt; 1">
            <xsl:value-of select="$word.comma"/>
          </xsl:if>
          <xsl:value-of select="normalize-space()"/>
        </xsl:for-each>
      </indexterm>
    </xsl:if>
  </xsl:template>

  <!-- Those of a glossary's entry stand with its terms, and only there. -->
  <xsl:template match="db:indexterm" mode="glossary.term">
    <xsl:call-template name="indexterm"/>
  </xsl:template>
</xsl:stylesheet>
