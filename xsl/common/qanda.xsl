<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- Questions and answers. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db r xlink">

  <xsl:template match="db:qandaset|db:qandadiv">
    <xsl:call-template name="block.title"/>
    <xsl:apply-templates select="*[not(self::db:qandaentry)
      and not(self::db:qandadiv) and not(self::r:footnotes)]"/>
    <xsl:if test="db:qandaentry/db:question | db:qandaentry/db:answer">
      <list kind="number">
        <xsl:for-each select="db:qandaentry/*">
          <xsl:choose>
            <xsl:when test="self::db:question">
              <item>
                <xsl:call-template name="qanda.mark">
                  <xsl:with-param name="word" select="$word.question"/>
                </xsl:call-template>
                <xsl:for-each select="..">
                  <xsl:call-template name="block.anchor"/>
                </xsl:for-each>
                <body><xsl:apply-templates/></body>
              </item>
            </xsl:when>
            <xsl:when test="self::db:answer">
              <item>
                <xsl:call-template name="qanda.mark">
                  <xsl:with-param name="word" select="$word.answer"/>
                </xsl:call-template>
                <body><xsl:apply-templates/></body>
              </item>
            </xsl:when>
          </xsl:choose>
        </xsl:for-each>
      </list>
    </xsl:if>
    <xsl:apply-templates select="db:qandadiv | r:footnotes"/>
  </xsl:template>

  <!-- The label of the context element, else the word. -->
  <xsl:template name="qanda.mark">
    <xsl:param name="word"/>
    <xsl:attribute name="mark">
      <xsl:choose>
        <xsl:when test="db:label">
          <xsl:value-of select="normalize-space(db:label)"/>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="$word"/></xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
  </xsl:template>

  <xsl:template match="db:question/db:label|db:answer/db:label"/>
</xsl:stylesheet>
