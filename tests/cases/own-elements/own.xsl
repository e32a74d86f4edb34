<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- Elements of the layout vocabulary that no built-in stylesheet writes. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns="urn:glossc:layout" exclude-result-prefixes="db">

  <xsl:template match="db:bridgehead">
    <rule/>
  </xsl:template>

  <xsl:template match="db:anchor">
    <anchor name="{@xml:id}"/>
  </xsl:template>

  <xsl:template match="db:phrase">
    <ref anchor="{@role}" kind="item"><xsl:apply-templates/></ref>
  </xsl:template>

  <xsl:template match="db:quote">
    <nobreak><xsl:apply-templates/></nobreak>
  </xsl:template>
</xsl:stylesheet>
