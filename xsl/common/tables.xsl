<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- CALS and HTML tables: rows of cells. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db r xlink">

  <xsl:template match="db:table|db:informaltable">
    <xsl:apply-templates select="*[self::db:info or self::db:textobject
                                   or self::db:indexterm]"/>
    <xsl:apply-templates select="db:tgroup"/>
    <xsl:choose>
      <xsl:when test="db:tr or */db:tr or */db:row">
        <table>
          <xsl:if test="not(db:tgroup/*/*)">
            <xsl:call-template name="block.anchor"/>
            <xsl:call-template name="block.caption"/>
          </xsl:if>
          <xsl:call-template name="table.groups"/>
        </table>
      </xsl:when>
      <!-- an image of a table, or one without rows -->
      <xsl:when test="not(db:tgroup/*/db:row or db:tgroup/*/db:tr)">
        <figure>
          <xsl:call-template name="block.anchor"/>
          <xsl:call-template name="block.caption"/>
          <xsl:apply-templates select="*[self::db:mediaobject
                                         or self::db:caption]"/>
        </figure>
      </xsl:when>
    </xsl:choose>
    <xsl:if test="*/db:row or */db:tr or db:tr or db:tgroup/*/db:row
                  or db:tgroup/*/db:tr">
      <xsl:apply-templates select="*[self::db:mediaobject
                                     or self::db:caption]"/>
    </xsl:if>
  </xsl:template>

  <!-- The rows of the context element, head first, including those outside
       groups. -->
  <xsl:template name="table.groups">
    <xsl:call-template name="table.rows">
      <xsl:with-param name="kind" select="'head'"/>
      <xsl:with-param name="groups" select="db:thead"/>
    </xsl:call-template>
    <xsl:call-template name="table.rows">
      <xsl:with-param name="groups" select=". | db:tbody"/>
    </xsl:call-template>
    <xsl:call-template name="table.rows">
      <xsl:with-param name="kind" select="'foot'"/>
      <xsl:with-param name="groups" select="db:tfoot"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="db:tgroup">
    <xsl:if test="*/db:row or */db:tr">
      <table>
        <xsl:if test="not(preceding-sibling::db:tgroup[1])">
          <xsl:for-each select="..">
            <xsl:call-template name="block.anchor"/>
            <xsl:call-template name="block.caption"/>
          </xsl:for-each>
        </xsl:if>
        <xsl:call-template name="table.groups"/>
      </table>
    </xsl:if>
  </xsl:template>

  <!-- The rows of one kind, in the given groups. -->
  <xsl:template name="table.rows">
    <xsl:param name="kind" select="'body'"/>
    <xsl:param name="groups"/>
    <xsl:variable name="heads" select="(. | ..)/@rowheader = 'firstcol'"/>
    <xsl:for-each select="$groups/*[self::db:row or self::db:tr]">
      <row kind="{$kind}">
        <xsl:for-each select="*[self::db:entry or self::db:entrytbl
                                or self::db:td or self::db:th]">
          <cell>
            <xsl:if test="@*"><xsl:call-template name="table.cell"/></xsl:if>
            <xsl:if test="$kind != 'head' and (self::db:th
                or $heads and position() = 1 or @rowheader = 'headers')">
              <xsl:attribute name="head">
                <xsl:value-of select="concat(substring('row', 1,
                  3 * not(starts-with(@scope, 'col'))),
                  substring('col', 1, 3 * starts-with(@scope, 'col')))"/>
              </xsl:attribute>
            </xsl:if>
            <xsl:apply-templates select="."/>
          </cell>
        </xsl:for-each>
      </row>
    </xsl:for-each>
  </xsl:template>

  <!-- Cells hold blocks; their rows print them. -->
  <xsl:template match="db:entry|db:td|db:th">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- A table in a cell, which a terminal cannot show: one line per entry. -->
  <xsl:template match="db:entrytbl">
    <xsl:if test="*/db:row or */db:tr">
      <list kind="plain" compact="yes">
        <xsl:for-each select="*/*[self::db:row or self::db:tr]">
          <item>
            <body><xsl:apply-templates select="*"/></body>
          </item>
        </xsl:for-each>
      </list>
    </xsl:if>
  </xsl:template>

  <!-- Alignment and spans of the context cell: from resolve, or from HTML
       attributes if they are numbers that a table can have. -->
  <xsl:template name="table.cell">
    <xsl:copy-of select="@align[. = 'left' or . = 'center' or . = 'right']"/>
    <xsl:for-each select="@colspan | @rowspan">
      <xsl:if test=". &gt; 1 and . &lt; 1000">
        <xsl:attribute name="{local-name()}">
          <xsl:value-of select="floor(.)"/>
        </xsl:attribute>
      </xsl:if>
    </xsl:for-each>
    <xsl:for-each select="@r:align | @r:colspan | @r:rowspan">
      <xsl:attribute name="{local-name()}">
        <xsl:value-of select="."/>
      </xsl:attribute>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
