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
    <xsl:variable name="label" select="ancestor-or-self::db:qandaset[1]
                                       /@defaultlabel"/>
    <xsl:choose>
      <xsl:when test="($label = 'number' or $label = 'none')
                      and not(db:qandaentry/*/db:label)">
        <xsl:call-template name="qanda.plain"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="qanda.list">
          <xsl:with-param name="entries" select="db:qandaentry"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="db:qandadiv | r:footnotes"/>
  </xsl:template>

  <!-- The entries in the context element without labels for questions and
       answers: an item each, with a number if there is one. -->
  <xsl:template name="qanda.plain">
    <xsl:if test="db:qandaentry">
      <list kind="plain">
        <xsl:if test="db:qandaentry/@r:number">
          <xsl:attribute name="kind">number</xsl:attribute>
        </xsl:if>
        <xsl:for-each select="db:qandaentry">
          <item>
            <xsl:if test="@r:number">
              <xsl:attribute name="mark">
                <xsl:value-of select="concat(@r:number, '.')"/>
              </xsl:attribute>
            </xsl:if>
            <xsl:call-template name="block.anchor"/>
            <body>
              <xsl:call-template name="block.title"/>
              <xsl:for-each select="*[self::db:question
                                      or self::db:answer]">
                <xsl:apply-templates/>
              </xsl:for-each>
            </body>
          </item>
        </xsl:for-each>
      </list>
    </xsl:if>
  </xsl:template>

  <!-- An entry among other blocks. -->
  <xsl:template match="db:qandaentry">
    <xsl:call-template name="qanda.list">
      <xsl:with-param name="entries" select="."/>
    </xsl:call-template>
  </xsl:template>

  <!-- Questions and answers with labels; an entry's title is printed above
       them. -->
  <xsl:template name="qanda.list">
    <xsl:param name="entries"/>
    <xsl:if test="$entries/*[self::db:question or self::db:answer
                  or self::db:title]">
      <list kind="number">
        <xsl:for-each select="$entries">
          <xsl:for-each select="*[self::db:question or self::db:answer
              or (self::db:title and not(../db:question)
                  and not(../db:answer))]">
            <item>
              <xsl:choose>
                <xsl:when test="self::db:answer">
                  <xsl:call-template name="qanda.mark">
                    <xsl:with-param name="word" select="$word.answer"/>
                  </xsl:call-template>
                </xsl:when>
                <xsl:otherwise>
                  <xsl:call-template name="qanda.mark">
                    <xsl:with-param name="word" select="$word.question"/>
                  </xsl:call-template>
                </xsl:otherwise>
              </xsl:choose>
              <xsl:if test="position() = 1">
                <xsl:for-each select="..">
                  <xsl:call-template name="block.anchor"/>
                </xsl:for-each>
              </xsl:if>
              <body>
                <xsl:if test="position() = 1">
                  <xsl:for-each select="..">
                    <xsl:call-template name="block.title"/>
                  </xsl:for-each>
                </xsl:if>
                <xsl:if test="not(self::db:title)">
                  <xsl:apply-templates/>
                </xsl:if>
              </body>
            </item>
          </xsl:for-each>
        </xsl:for-each>
      </list>
    </xsl:if>
  </xsl:template>

  <!-- The label of the context element, or else the generated word. -->
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
