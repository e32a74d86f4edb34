<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- Tables in the CALS and the HTML model: rows of cells. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db r xlink">

  <xsl:template match="db:table|db:informaltable">
    <xsl:apply-templates select="db:info | db:textobject"/>
    <xsl:apply-templates select="db:tgroup"/>
    <xsl:choose>
      <xsl:when test="db:tr or */db:tr or */db:row">
        <table>
          <xsl:if test="not(db:tgroup/*/*)">
            <xsl:call-template name="block.anchor"/>
            <xsl:call-template name="block.caption"/>
          </xsl:if>
          <xsl:call-template name="table.groups">
            <xsl:with-param name="loose" select="db:tr"/>
          </xsl:call-template>
        </table>
      </xsl:when>
      <!-- a picture of a table, or one without rows -->
      <xsl:when test="not(db:tgroup/*/db:row | db:tgroup/*/db:tr)">
        <figure>
          <xsl:call-template name="block.anchor"/>
          <xsl:call-template name="block.caption"/>
          <xsl:apply-templates select="db:mediaobject | db:caption"/>
        </figure>
      </xsl:when>
    </xsl:choose>
    <xsl:if test="*/db:row or */db:tr or db:tr or db:tgroup/*/db:row
                  or db:tgroup/*/db:tr">
      <xsl:apply-templates select="db:mediaobject | db:caption"/>
    </xsl:if>
  </xsl:template>

  <!-- The rows of the context element, head first; loose: those in no
       group. -->
  <xsl:template name="table.groups">
    <xsl:param name="loose" select="/.."/>
    <xsl:call-template name="table.rows">
      <xsl:with-param name="kind" select="'head'"/>
      <xsl:with-param name="rows" select="db:thead/db:row | db:thead/db:tr"/>
      <xsl:with-param name="columns" select="db:colspec"/>
    </xsl:call-template>
    <xsl:call-template name="table.rows">
      <xsl:with-param name="rows"
          select="db:tbody/db:row | db:tbody/db:tr | $loose"/>
      <xsl:with-param name="columns" select="db:colspec"/>
    </xsl:call-template>
    <xsl:call-template name="table.rows">
      <xsl:with-param name="kind" select="'foot'"/>
      <xsl:with-param name="rows" select="db:tfoot/db:row | db:tfoot/db:tr"/>
      <xsl:with-param name="columns" select="db:colspec"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="db:tgroup">
    <xsl:if test="*/db:row or */db:tr">
      <table>
        <xsl:if test="not(preceding-sibling::db:tgroup)">
          <xsl:for-each select="..">
            <xsl:call-template name="block.anchor"/>
            <xsl:call-template name="block.caption"/>
          </xsl:for-each>
        </xsl:if>
        <xsl:call-template name="table.groups"/>
      </table>
    </xsl:if>
  </xsl:template>

  <!-- Rows of one kind; columns: the colspecs that they follow. -->
  <xsl:template name="table.rows">
    <xsl:param name="kind" select="'body'"/>
    <xsl:param name="rows"/>
    <xsl:param name="columns" select="/.."/>
    <xsl:variable name="aligned" select="$columns/@align"/>
    <xsl:for-each select="$rows">
      <row kind="{$kind}">
        <xsl:for-each select="db:entry | db:entrytbl | db:td | db:th">
          <xsl:variable name="n" select="position()"/>
          <cell>
            <xsl:if test="@* or $aligned">
              <xsl:call-template name="table.align">
                <xsl:with-param name="align"
                    select="@align | $columns[$n]
                            [not(current()/@align)]/@align"/>
              </xsl:call-template>
              <xsl:call-template name="table.span">
                <xsl:with-param name="columns" select="$columns"/>
              </xsl:call-template>
            </xsl:if>
            <xsl:apply-templates select="."/>
          </cell>
        </xsl:for-each>
      </row>
    </xsl:for-each>
  </xsl:template>

  <!-- Cells hold blocks; their row has opened them. -->
  <xsl:template match="db:entry|db:td|db:th">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- A table in a cell: no terminal shows it as one; an entry a line. -->
  <xsl:template match="db:entrytbl">
    <xsl:if test="*/db:row or */db:tr">
      <list kind="plain" compact="yes">
        <xsl:for-each select="*/db:row | */db:tr">
          <item>
            <body><xsl:apply-templates select="*"/></body>
          </item>
        </xsl:for-each>
      </list>
    </xsl:if>
  </xsl:template>

  <xsl:template name="table.align">
    <xsl:param name="align"/>
    <xsl:if test="$align = 'left' or $align = 'center'
                  or $align = 'right'">
      <xsl:attribute name="align">
        <xsl:value-of select="$align"/>
      </xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- How far the context cell reaches; what is no number or as wide as no
       table is does not count. -->
  <xsl:template name="table.span">
    <xsl:param name="columns"/>
    <xsl:variable name="span" select="ancestor::db:tgroup[1]/db:spanspec
                                      [@spanname = current()/@spanname]"/>
    <xsl:if test="@colspan &gt; 1 and @colspan &lt; 1000">
      <xsl:attribute name="colspan">
        <xsl:value-of select="floor(@colspan)"/>
      </xsl:attribute>
    </xsl:if>
    <xsl:if test="@rowspan &gt; 1 and @rowspan &lt; 1000">
      <xsl:attribute name="rowspan">
        <xsl:value-of select="floor(@rowspan)"/>
      </xsl:attribute>
    </xsl:if>
    <xsl:if test="@morerows &gt; 0 and @morerows &lt; 999">
      <xsl:attribute name="rowspan">
        <xsl:value-of select="floor(@morerows) + 1"/>
      </xsl:attribute>
    </xsl:if>
    <xsl:if test="@namest or $span">
      <xsl:variable name="from">
        <xsl:call-template name="table.column">
          <xsl:with-param name="columns" select="$columns"/>
          <xsl:with-param name="name" select="(@namest | $span/@namest)[1]"/>
        </xsl:call-template>
      </xsl:variable>
      <xsl:variable name="to">
        <xsl:call-template name="table.column">
          <xsl:with-param name="columns" select="$columns"/>
          <xsl:with-param name="name"
                          select="(@nameend | $span/@nameend)[1]"/>
        </xsl:call-template>
      </xsl:variable>
      <xsl:if test="$to &gt; $from and $to - $from &lt; 999">
        <xsl:attribute name="colspan">
          <xsl:value-of select="$to - $from + 1"/>
        </xsl:attribute>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- The number of a column by its name. -->
  <xsl:template name="table.column">
    <xsl:param name="columns"/>
    <xsl:param name="name"/>
    <xsl:for-each select="$columns">
      <xsl:if test="@colname = $name">
        <xsl:choose>
          <xsl:when test="@colnum &gt; 0">
            <xsl:value-of select="floor(@colnum)"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:value-of select="position()"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
