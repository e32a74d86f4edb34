<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- Plain text: who made it, the text, the terms of use. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db r xlink">

  <xsl:import href="common/common.xsl"/>

  <xsl:template name="document.content">
    <xsl:for-each select="db:info">
      <xsl:call-template name="info.makers"/>
      <xsl:call-template name="info.publication"/>
    </xsl:for-each>
    <xsl:call-template name="refentry.misc"/>
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
