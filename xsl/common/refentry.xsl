<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- Reference pages: the names, the purpose, the sections. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db r xlink">

  <!-- In another document a reference page is a section. -->
  <xsl:template match="db:refentry">
    <xsl:variable name="name"
                  select="normalize-space(db:refmeta/db:refentrytitle)"/>
    <section>
      <xsl:call-template name="section.anchor"/>
      <title>
        <xsl:choose>
          <xsl:when test="db:refmeta">
            <xsl:apply-templates
                select="db:refmeta/db:refentrytitle/node()"/>
            <xsl:for-each select="db:refmeta/db:manvolnum">
              <xsl:text>(</xsl:text>
              <xsl:apply-templates/>
              <xsl:text>)</xsl:text>
            </xsl:for-each>
          </xsl:when>
          <xsl:when test="db:title or db:info/db:title">
            <xsl:apply-templates
                select="(db:title | db:info/db:title)[1]/node()"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:apply-templates
                select="db:refnamediv[1]/db:refname[1]/node()"/>
          </xsl:otherwise>
        </xsl:choose>
      </title>
      <xsl:for-each select="(db:title | db:info/db:title)
                            [$name and normalize-space() != $name]">
        <para><em><xsl:apply-templates/></em></para>
      </xsl:for-each>
      <xsl:call-template name="info.subtitle"/>
      <xsl:call-template name="refentry.edition"/>
      <xsl:call-template name="refentry.misc"/>
      <xsl:apply-templates/>
    </section>
  </xsl:template>

  <!-- The source and date of a page that is a section. -->
  <xsl:template name="refentry.edition">
    <xsl:variable name="own" select="(db:refmeta/db:refmiscinfo | db:info/*)
                                     [contains(@r:head, 'own')]"/>
    <xsl:variable name="dated" select="boolean($own[self::db:date
      or self::db:pubdate or @class = 'date'])"/>
    <xsl:variable name="source" select="boolean($own[not(self::db:date)
      and not(self::db:pubdate) and not(@class = 'date')])"/>
    <xsl:if test="$own">
      <para>
        <xsl:if test="$source"><xsl:value-of select="@r:source"/></xsl:if>
        <xsl:if test="$source and $dated">
          <xsl:value-of select="$word.comma"/>
        </xsl:if>
        <xsl:if test="$dated"><xsl:value-of select="@r:date"/></xsl:if>
      </para>
    </xsl:if>
  </xsl:template>

  <!-- The refmiscinfos that are not in the page's head, one line each; manual:
       the name of the manual there. -->
  <xsl:template name="refentry.misc">
    <xsl:param name="manual"/>
    <xsl:for-each select="db:refmeta/db:refmiscinfo[normalize-space()
        and not(@r:head) and not((@class = 'manual' or @class = 'sectdesc')
                                 and normalize-space() = $manual)]">
      <para><xsl:apply-templates/></para>
    </xsl:for-each>
  </xsl:template>

  <!-- The refname for NAME. -->
  <xsl:template name="refentry.name">
    <xsl:variable name="name">
      <xsl:apply-templates mode="names"/>
    </xsl:variable>
    <xsl:value-of select="normalize-space($name)"/>
  </xsl:template>

  <!-- One section with a line for each refnamediv of the page, because tools
       read only the first NAME. -->
  <xsl:template match="db:refnamediv">
    <section>
      <xsl:call-template name="section.anchor"/>
      <title>
        <xsl:call-template name="section.place"/>
        <xsl:call-template name="section.heading"/>
      </title>
      <xsl:variable name="all" select=". | following-sibling::db:refnamediv"/>
      <xsl:for-each select="$all[db:refname]">
        <naming>
          <xsl:for-each select="db:refname">
            <name><xsl:call-template name="refentry.name"/></name>
          </xsl:for-each>
          <purpose>
            <xsl:if test="position() &gt; 1 and @xml:id">
              <anchor name="{@r:anchor}"/>
            </xsl:if>
            <xsl:apply-templates select="db:refpurpose/node()"/>
          </purpose>
        </naming>
      </xsl:for-each>
      <xsl:for-each select="$all">
        <xsl:call-template name="refentry.further"/>
      </xsl:for-each>
    </section>
  </xsl:template>

  <xsl:template match="db:refnamediv[preceding-sibling::db:refnamediv[1]]"/>

  <!-- What the context refnamediv has besides its line. -->
  <xsl:template name="refentry.further">
    <xsl:apply-templates select="db:refname//db:indexterm"/>
    <xsl:variable name="named" select="boolean(db:refname)"/>
    <xsl:for-each select="*[self::db:refpurpose and not($named)
        or self::db:refdescriptor or self::db:refclass or self::db:link
        or self::db:olink]">
      <para>
        <xsl:choose>
          <xsl:when test="self::db:link or self::db:olink">
            <xsl:apply-templates select="."/>
          </xsl:when>
          <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
        </xsl:choose>
      </para>
    </xsl:for-each>
    <xsl:apply-templates select="db:indexterm"/>
  </xsl:template>
</xsl:stylesheet>
