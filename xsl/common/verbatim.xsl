<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- Text whose lines are kept. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db r xlink">

  <!-- In a quotation or a synopsis it is not indented further. -->
  <xsl:template match="db:screen|db:programlisting|db:literallayout
                       |db:address">
    <verbatim>
      <xsl:if test="parent::db:blockquote or parent::db:refsynopsisdiv">
        <xsl:attribute name="indent">no</xsl:attribute>
      </xsl:if>
      <xsl:copy-of select="@language"/>
      <xsl:apply-templates/>
    </verbatim>
  </xsl:template>

  <!-- Next to other synopses, at the margin like these. -->
  <xsl:template match="db:synopsis|db:synopsisinfo|db:funcsynopsisinfo">
    <verbatim indent="no"><xsl:apply-templates/></verbatim>
  </xsl:template>

  <xsl:template match="db:programlistingco|db:screenco">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- The number of the callout for this place. -->
  <xsl:template match="db:co|db:coref">
    <mark>
      <xsl:call-template name="verbatim.callout"/>
      <xsl:text>(</xsl:text>
      <xsl:choose>
        <xsl:when test="@r:number">
          <xsl:value-of select="@r:number"/>
        </xsl:when>
        <xsl:when test="@label"><xsl:value-of select="@label"/></xsl:when>
        <xsl:otherwise>*</xsl:otherwise>
      </xsl:choose>
      <xsl:text>)</xsl:text>
    </mark>
  </xsl:template>

  <!-- The name that the context mark or callout shares with the other. -->
  <xsl:template name="verbatim.callout">
    <xsl:if test="@r:callout">
      <xsl:attribute name="callout">
        <xsl:value-of select="@r:callout"/>
      </xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template match="db:lineannotation">
    <em><xsl:apply-templates/></em>
  </xsl:template>
</xsl:stylesheet>
