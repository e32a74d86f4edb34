<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- Lists.  Marks were chosen by resolve, indents are up to the writers. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db r xlink">

  <xsl:template match="db:itemizedlist">
    <xsl:call-template name="list.head"/>
    <xsl:if test="db:listitem">
      <list kind="bullet">
        <xsl:call-template name="list.spacing"/>
        <xsl:for-each select="db:listitem">
          <item>
            <xsl:if test="../@r:mark">
              <xsl:attribute name="mark">
                <xsl:value-of select="../@r:mark"/>
              </xsl:attribute>
            </xsl:if>
            <xsl:call-template name="block.anchor"/>
            <body><xsl:apply-templates/></body>
          </item>
        </xsl:for-each>
      </list>
    </xsl:if>
  </xsl:template>

  <xsl:template match="db:orderedlist">
    <xsl:call-template name="list.head"/>
    <xsl:if test="db:listitem">
      <list kind="number">
        <xsl:call-template name="list.spacing"/>
        <xsl:for-each select="db:listitem">
          <item mark="{@r:number}.">
            <xsl:call-template name="block.anchor"/>
            <body><xsl:apply-templates/></body>
          </item>
        </xsl:for-each>
      </list>
    </xsl:if>
  </xsl:template>

  <!-- What precedes the items of the context list. -->
  <xsl:template name="list.head">
    <xsl:call-template name="block.title"/>
    <xsl:apply-templates select="*[not(self::db:listitem)
      and not(self::db:varlistentry) and not(self::db:step)
      and not(self::db:callout) and not(self::db:member)
      and not(self::db:segtitle) and not(self::db:seglistitem)
      and not(self::db:result[parent::db:procedure])]"/>
  </xsl:template>

  <!-- Does the source ask for no blank lines between items (spacing="compact")?
       -->
  <xsl:template name="list.spacing">
    <xsl:if test="@spacing = 'compact'">
      <xsl:attribute name="compact">yes</xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template match="db:variablelist">
    <xsl:call-template name="list.head"/>
    <xsl:if test="db:varlistentry">
      <list kind="terms">
        <xsl:call-template name="list.spacing"/>
        <xsl:for-each select="db:varlistentry">
          <item>
            <xsl:call-template name="block.anchor"/>
            <xsl:variable name="shown" select="db:term
              [text()[normalize-space()] or *[not(self::db:indexterm)
               and not(self::db:anchor)][normalize-space()
                                         or descendant-or-self::*/@*]]"/>
            <xsl:for-each select="$shown">
              <term>
                <xsl:if test="position() = 1 and ../db:term[2]">
                  <xsl:apply-templates select="../db:term[not(text()
                    [normalize-space()])]/db:indexterm[not(../*[2])]"/>
                </xsl:if>
                <xsl:apply-templates/>
              </term>
            </xsl:for-each>
            <!-- without a term it would continue the item before it -->
            <xsl:if test="not($shown)">
              <term>
                <xsl:apply-templates select="db:term/node()"/>
                <xsl:text>—</xsl:text>
              </term>
            </xsl:if>
            <body><xsl:apply-templates select="db:listitem/*"/></body>
          </item>
        </xsl:for-each>
      </list>
    </xsl:if>
  </xsl:template>

  <!-- A simplelist: inline, or one member per line. -->
  <xsl:template match="db:simplelist">
    <xsl:choose>
      <xsl:when test="@type = 'inline'">
        <xsl:call-template name="list.inline"/>
      </xsl:when>
      <xsl:when test="db:member">
        <list kind="plain" compact="yes">
          <xsl:for-each select="db:member">
            <item>
              <body><para><xsl:apply-templates/></para></body>
            </item>
          </xsl:for-each>
        </list>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- The members of the context list as a sentence; dbchoice gives the word
       before the last one. -->
  <xsl:template name="list.inline">
    <xsl:for-each select="db:member">
      <xsl:choose>
        <xsl:when test="position() = 1"/>
        <xsl:when test="position() != last() or not(../@r:choice)">
          <xsl:value-of select="$word.comma"/>
        </xsl:when>
        <xsl:when test="../@r:choice = 'and'">
          <xsl:call-template name="words.and">
            <xsl:with-param name="next" select="normalize-space()"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:when test="../@r:choice = 'or'">
          <xsl:call-template name="words.or">
            <xsl:with-param name="next" select="normalize-space()"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="concat(' ', ../@r:choice, ' ')"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates/>
    </xsl:for-each>
  </xsl:template>

  <!-- A segmentedlist is a table. -->
  <xsl:template match="db:segmentedlist">
    <xsl:call-template name="list.head"/>
    <xsl:if test="db:segtitle or db:seglistitem">
      <table>
        <xsl:if test="db:segtitle">
          <row kind="head">
            <xsl:for-each select="db:segtitle">
              <cell><para><xsl:apply-templates/></para></cell>
            </xsl:for-each>
          </row>
        </xsl:if>
        <xsl:for-each select="db:seglistitem">
          <row>
            <xsl:for-each select="db:seg">
              <cell><para><xsl:apply-templates/></para></cell>
            </xsl:for-each>
          </row>
        </xsl:for-each>
      </table>
    </xsl:if>
  </xsl:template>

  <xsl:template match="db:calloutlist">
    <xsl:call-template name="list.head"/>
    <xsl:if test="db:callout">
      <list kind="number">
        <xsl:for-each select="db:callout">
          <item mark="({@r:number})">
            <xsl:call-template name="block.anchor"/>
            <xsl:call-template name="verbatim.callout"/>
            <body><xsl:apply-templates/></body>
          </item>
        </xsl:for-each>
      </list>
    </xsl:if>
  </xsl:template>

  <xsl:template match="db:procedure|db:substeps|db:stepalternatives">
    <xsl:call-template name="list.head"/>
    <xsl:if test="db:step">
      <list kind="number">
        <xsl:call-template name="list.spacing"/>
        <xsl:for-each select="db:step">
          <item mark="{@r:number}.">
            <xsl:call-template name="block.anchor"/>
            <body>
              <xsl:if test="@performance = 'optional'">
                <para>
                  <em>(<xsl:value-of select="$word.optional"/>)</em>
                </para>
              </xsl:if>
              <xsl:call-template name="block.title"/>
              <xsl:apply-templates/>
            </body>
          </item>
        </xsl:for-each>
      </list>
    </xsl:if>
    <xsl:apply-templates select="db:result"/>
  </xsl:template>
</xsl:stylesheet>
