<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- What a document says of itself: who made it, when, under which terms. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:db="http://docbook.org/ns/docbook"
                xmlns:r="urn:glossc:resolved"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns="urn:glossc:layout"
                exclude-result-prefixes="db r xlink">

  <!-- Inside the document, info opens the part that it is of. -->
  <xsl:template match="db:info">
    <xsl:call-template name="info.makers"/>
    <xsl:call-template name="info.publication"/>
    <xsl:apply-templates
        select="db:indexterm | db:abstract | db:personblurb"/>
    <xsl:call-template name="info.rights"/>
  </xsl:template>

  <!-- The second line of a title, and a title that the info adds. -->
  <xsl:template name="info.subtitle">
    <xsl:for-each select="db:info/db:title[../../db:title] | db:subtitle
                          | db:info/db:subtitle">
      <para><em><xsl:apply-templates/></em></para>
    </xsl:for-each>
  </xsl:template>

  <!-- For the context element's info: what the document is about. -->
  <xsl:template name="info.summary">
    <xsl:apply-templates select="db:info/db:abstract"/>
  </xsl:template>

  <!-- In an info: those who made it, a line each. -->
  <xsl:template name="info.makers">
    <xsl:for-each select="db:author | db:authorgroup/db:author
        | db:editor | db:authorgroup/db:editor
        | db:othercredit | db:authorgroup/db:othercredit
        | db:authorinitials | db:collab | db:authorgroup/db:collab
        | db:authorgroup/db:orgname | db:orgname
        | db:org | db:authorgroup/db:org
        | db:personname | db:authorgroup/db:personname
        | db:affiliation | db:address | db:email | db:contrib">
      <xsl:choose>
        <xsl:when test="self::db:address">
          <xsl:apply-templates select="."/>
        </xsl:when>
        <xsl:otherwise>
          <para><xsl:apply-templates select="."/></para>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates select="db:personblurb"/>
    </xsl:for-each>
  </xsl:template>

  <!-- In an info: edition, publisher, numbers; a line each. -->
  <xsl:template name="info.publication">
    <xsl:for-each select="db:edition | db:releaseinfo | db:publisher
        | db:publishername | db:biblioid | db:citebiblioid
        | db:seriesvolnums | db:volumenum | db:issuenum | db:artpagenums
        | db:pagenums | db:confgroup | db:contractnum | db:contractsponsor
        | db:bibliosource | db:bibliorelation | db:bibliocoverage
        | db:bibliomisc | db:bibliomset | db:biblioset | db:citetitle
        | db:date[not(@r:date)] | db:pubdate[not(@r:date)]
        | db:productname[../../parent::*]
        | db:productnumber[../../parent::*]">
      <para><xsl:apply-templates select="."/></para>
    </xsl:for-each>
    <xsl:apply-templates
        select="db:printhistory | db:cover | db:mediaobject"/>
  </xsl:template>

  <!-- In an info: copyright and its terms. -->
  <xsl:template name="info.rights">
    <xsl:for-each select="db:copyright">
      <para><xsl:apply-templates select="."/></para>
    </xsl:for-each>
    <xsl:apply-templates select="db:legalnotice"/>
  </xsl:template>

  <xsl:template match="db:copyright">
    <xsl:value-of select="concat($word.copyright, ' © ')"/>
    <xsl:for-each select="db:year">
      <xsl:if test="position() &gt; 1">
        <xsl:value-of select="$word.comma"/>
      </xsl:if>
      <xsl:apply-templates/>
    </xsl:for-each>
    <xsl:for-each select="db:holder">
      <xsl:choose>
        <xsl:when test="position() &gt; 1">
          <xsl:value-of select="$word.comma"/>
        </xsl:when>
        <xsl:otherwise><xsl:text> </xsl:text></xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates/>
    </xsl:for-each>
  </xsl:template>

  <!-- A title of their own opens them; without one none is needed. -->
  <xsl:template match="db:abstract|db:legalnotice|db:personblurb
                       |db:printhistory|db:cover">
    <xsl:call-template name="block.title"/>
    <xsl:apply-templates/>
  </xsl:template>
</xsl:stylesheet>
