<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- Bibliographic works: formatted by the source (cooked), or from their parts
     (raw). -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db r xlink">

  <xsl:template match="db:bibliography|db:bibliodiv">
    <section>
      <xsl:call-template name="section.anchor"/>
      <xsl:call-template name="section.title"/>
      <xsl:call-template name="info.subtitle"/>
      <xsl:apply-templates select="*[not(self::db:biblioentry)
        and not(self::db:bibliomixed) and not(self::r:footnotes)
        and not(@r:is = 'section')]"/>
      <xsl:call-template name="bibliography.entries"/>
      <xsl:apply-templates select="r:footnotes"/>
      <xsl:call-template name="document.sections"/>
    </section>
  </xsl:template>

  <xsl:template match="db:bibliolist">
    <xsl:call-template name="block.title"/>
    <xsl:apply-templates select="*[not(self::db:biblioentry)
                                   and not(self::db:bibliomixed)]"/>
    <xsl:call-template name="bibliography.entries"/>
  </xsl:template>

  <!-- The works in the context element. -->
  <xsl:template name="bibliography.entries">
    <xsl:if test="db:biblioentry or db:bibliomixed">
      <list kind="plain">
        <xsl:for-each select="*[self::db:biblioentry
                                or self::db:bibliomixed]">
          <item>
            <xsl:call-template name="block.anchor"/>
            <body><xsl:apply-templates select="."/></body>
          </item>
        </xsl:for-each>
      </list>
    </xsl:if>
  </xsl:template>

  <!-- Cooked: the source has the punctuation, but for the label by which it is
       cited, if that is an abbrev before all else, as in DocBook XSL. -->
  <xsl:template match="db:bibliomixed">
    <xsl:variable name="label" select="*[1][self::db:abbrev
      and not(preceding-sibling::text()[normalize-space()])]"/>
    <para>
      <xsl:for-each select="$label">
        <xsl:text>[</xsl:text>
        <xsl:apply-templates/>
        <xsl:text>] </xsl:text>
      </xsl:for-each>
      <xsl:apply-templates
          select="node()[count(. | $label) != count($label)]"/>
    </para>
  </xsl:template>

  <!-- In a cooked work or a set. -->
  <xsl:template match="db:bibliomixed/db:title|db:bibliomset/db:title
                       |db:bibliomixed/db:titleabbrev
                       |db:bibliomset/db:titleabbrev
                       |db:bibliomixed/db:subtitle
                       |db:bibliomset/db:subtitle">
    <em><xsl:apply-templates/></em>
  </xsl:template>

  <!-- Raw: the punctuation is added. -->
  <xsl:template match="db:biblioentry">
    <para><xsl:call-template name="bibliography.parts"/></para>
    <xsl:apply-templates select="*[self::db:abstract
      or self::db:legalnotice or self::db:printhistory or self::db:cover
      or self::db:personblurb or self::db:mediaobject
      or self::db:annotation]"/>
  </xsl:template>

  <xsl:template match="db:biblioset">
    <xsl:call-template name="bibliography.parts"/>
  </xsl:template>

  <!-- The parts of the context work, each with a full stop, not one as wide as an
       ideograph, as works of other languages stand among them; first the label by
       which it is cited. -->
  <xsl:template name="bibliography.parts">
    <xsl:variable name="label" select="(db:abbrev[1]
      | db:titleabbrev[1][not(../db:abbrev[1])])[1]"/>
    <xsl:for-each select="$label">
      <xsl:text>[</xsl:text>
      <xsl:apply-templates/>
      <xsl:text>] </xsl:text>
    </xsl:for-each>
    <xsl:for-each select="*[count(. | $label) != count($label)
        and not(self::db:meta) and not(self::db:remark)
        and not(self::db:personblurb) and not(self::db:mediaobject)
        and not(self::db:abstract)
        and not(self::db:legalnotice) and not(self::db:cover)
        and not(self::db:keywordset) and not(self::db:subjectset)
        and not(self::db:revhistory) and not(self::db:printhistory)
        and not(self::db:annotation)
        and not(self::db:indexterm)]">
      <xsl:choose>
        <xsl:when test="self::db:title or self::db:subtitle
                        or self::db:titleabbrev">
          <em><xsl:apply-templates/></em>
        </xsl:when>
        <xsl:when test="self::db:address"><xsl:apply-templates/></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="."/></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="not(self::db:biblioset)">
        <xsl:call-template name="block.point">
          <xsl:with-param name="point"
                          select="translate($word.point, '。', '.')"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:if test="position() != last()">
        <xsl:text> </xsl:text>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
