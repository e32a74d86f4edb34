<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- Texinfo: copying text, content, index. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db r xlink">

  <xsl:import href="common/common.xsl"/>

  <!-- Which mentions of a term in an entry become links: "first", or "all",
       which is hard to read in Info. -->
  <xsl:param name="texinfo.links">first</xsl:param>

  <xsl:template name="document.belongs">
    <xsl:if test="$texinfo.links = 'all'">
      <xsl:attribute name="links">all</xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- A generated index is for formats without one of their own. -->
  <xsl:variable name="section.made" select="false()"/>

  <!-- The anchor also names the node.  A section with a generated heading
       ("Name") has none, so that the heading names the node, and not the id or
       a generated name ("refnamediv"). -->
  <xsl:template name="section.anchor">
    <xsl:if test="db:title or db:info/db:title
                  or not(string(r:word(@r:word)))">
      <xsl:attribute name="anchor">
        <xsl:value-of select="@r:anchor"/>
      </xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template name="section.place">
    <xsl:if test="@xml:id and string(r:word(@r:word))">
      <anchor name="{@r:anchor}"/>
    </xsl:if>
  </xsl:template>

  <!-- The index in the source, if it has a title or text: the place for the
       index. -->
  <xsl:variable name="texinfo.index" select="(/*/db:index | /*/db:setindex
    | /*/*[self::db:book or self::db:part or self::db:article]/db:index)
    [not(@r:made) and not(db:indexentry or db:indexdiv)]
    [*[not(self::db:info) or db:title]][1]"/>

  <xsl:template name="section.print">
    <xsl:if test="$texinfo.index and count(. | $texinfo.index) = 1"><index/></xsl:if>
  </xsl:template>

  <xsl:template name="document.content">
    <xsl:if test="db:info/db:copyright or db:info/db:legalnotice">
      <copying>
        <xsl:for-each select="db:info">
          <xsl:call-template name="info.rights"/>
        </xsl:for-each>
      </copying>
    </xsl:if>
    <xsl:for-each select="db:info">
      <xsl:call-template name="info.makers"/>
      <xsl:call-template name="info.publication"/>
      <xsl:apply-templates select="db:indexterm"/>
    </xsl:for-each>
    <xsl:call-template name="refentry.misc"/>
    <xsl:call-template name="document.intro"/>
    <xsl:call-template name="document.entries"/>
    <xsl:call-template name="document.sections"/>
    <!-- an index only if there are entries -->
    <xsl:if test="not($texinfo.index) and (descendant-or-self::db:glossentry
                  or descendant::db:indexterm/db:primary)">
      <section>
        <!-- info searches nodes with "Index" in their name -->
        <xsl:if test="not(contains($word.index, 'Index'))">
          <xsl:attribute name="anchor">Index</xsl:attribute>
        </xsl:if>
        <title><xsl:value-of select="$word.index"/></title>
        <index/>
      </section>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
