<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- Glossary entries, laid out once for all formats: no format overrides this.
     -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db r xlink">

  <xsl:import href="common/common.xsl"/>

  <!-- r:batch(), a function of src/layout/, returns some of the entries. -->
  <xsl:template match="/">
    <list kind="terms" defines="yes">
      <xsl:for-each select="r:batch()">
        <xsl:call-template name="glossary.entry"/>
      </xsl:for-each>
    </list>
  </xsl:template>
</xsl:stylesheet>
